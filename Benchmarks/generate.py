#!/usr/bin/env python3
"""Writes a made-up Connections.csv as LinkedIn hands it out today: generate.py ROWS SEED FILE.

Names in several scripts, companies of very different sizes, one address in twenty-five, rows newest first, a few closed accounts.
People and companies are invented; addresses are of example domains.
"""
import random
import sys

rows, seed, path = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
rng = random.Random(seed)
GIVEN = "Anna José Łukasz Mary Zoë Li Omar Jürgen Priya Chen Ivan Sofia Noor Aiko Søren Élodie Tomás Ingrid Yusuf Marta".split()
SYLLABLES = "ba ber bra cha da del do fa fer ga gra hal ha jo ka kel la lin lo ma mar mi na nor o pa per ra ri ro sa sel si ta tor va vi wa zen".split()
ENDINGS = "er son ski sen mann ez ini ov a o i ström berg ton well".split()
TITLES = ["Software Engineer", "Head of Sales", "Partner", "Consultant, Tax", "Chief Executive Officer", "Product Manager", "Ärztin",
          "Founder & CEO", "Associate", "Data Scientist", "Rechtsanwältin", "Recruiter"]
FORMS = ["GmbH", "Inc.", "AG", "& Sons", "Ltd", "S.A.", "BV", "LLP"]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def word():
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 3))).capitalize() + rng.choice(ENDINGS)


def cell(text):
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


companies = [f"{word()} {rng.choice(FORMS)}" for _ in range(max(1, rows // 12))]
with open(path, "w", encoding="utf-8", newline="") as out:
    out.write('Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n')
    out.write("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n")
    for number in range(rows):
        day = 6500 - 6500 * number // rows
        date = f"{day % 28 + 1:02d} {MONTHS[day // 28 % 12]} {2008 + day // 365}"
        given, family = rng.choice(GIVEN), word()
        slug = f"{given}-{family}-{number * 7919 % (16 * rows):x}".lower().encode("utf-8")
        slug = "".join(chr(b) if b < 128 else f"%{b:02X}" for b in slug)
        email = f"person{number}@example.com" if rng.random() < 0.04 else ""
        company = companies[min(int(rng.paretovariate(0.4)) - 1, len(companies) - 1)] if rng.random() < 0.98 else ""
        out.write(f"{given},{family},https://www.linkedin.com/in/{slug},{email},{cell(company)},{cell(rng.choice(TITLES))},{date}\n")
