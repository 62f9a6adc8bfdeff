#!/usr/bin/env python3
"""Measures which names `CompanyName.identity` takes for one company: Benchmarks/quality/companies.py PROGRAM [SEED] [--wrong]

PROGRAM is the built `quality`. Companies are invented. Each pair is labelled by how it was made, not by what the program says:

* the same company, written otherwise: legal form left out or spelled otherwise, capitals, punctuation, accents, `&`, usual abbreviations,
  a leading "The", a blank more or less, Cyrillic against Latin;
* another company of nearly the same name: a letter more or another one, a subsidiary named after its country or its line of business ("Alpha Bank" and "Alpha Bank
  Romania" have other staff, other addresses and often other owners), a group and its holding, a word more, another word, a number, a letter;
* any two companies.

A name with another legal form ("Falken AG", "Falken GmbH") is counted apart: in one person's address book it is nearly always one company
written carelessly, in a register of companies it is not.
"""
import random
import subprocess
import sys

program = sys.argv[1]
seed = int(sys.argv[2]) if len(sys.argv) > 2 and sys.argv[2].isdigit() else 1
rng = random.Random(seed)
SYLLABLES = "ba bel bra cor da del dor fal fer gar gran hal hel jun kal kor lar lin lo mar mel mir nor o pal per ran ras sel sil sol tan tor val ver vin wal zen".split()
ENDS = "a en er ia is o on um us ix ax el ar".split()
LINES = ["Bank", "Software", "Logistics", "Energy", "Pharma", "Foods", "Textiles", "Shipping", "Robotics", "Media", "Insurance", "Advisors", "Motors", "Chemicals", "Bau", "Versicherung", "Conseil", "Alimentos", "Trasporti", "Techniek"]
COUNTRIES = ["Romania", "Deutschland", "France", "UK", "Italia", "Nordics", "Asia Pacific", "North America", "Brasil", "Hellas", "Polska", "Iberia"]
UNITS = ["Consulting", "Capital", "Ventures", "Real Estate", "Leasing", "Foundation", "Digital", "Research", "Property", "Medical", "Retail", "Academy", "Asset Management"]
FORMS = {
    "de": [["GmbH", "G.m.b.H.", "gmbh", "Gmbh"], ["AG", "A.G.", "Aktiengesellschaft"], ["GmbH & Co. KG", "GmbH & Co KG", "GmbH und Co. KG"], ["SE"]],
    "us": [["Inc.", "Inc", "Incorporated", ", Inc."], ["LLC", "L.L.C.", "Llc"], ["Corp.", "Corp", "Corporation"]],
    "gb": [["Ltd", "Ltd.", "Limited", "LTD"], ["PLC", "plc", "P.L.C."], ["LLP", "L.L.P."]],
    "fr": [["SAS", "S.A.S."], ["SA", "S.A."], ["SARL", "S.à r.l.", "S.A.R.L."]],
    "it": [["S.p.A.", "SpA", "SPA"], ["S.r.l.", "Srl", "SRL"]],
    "es": [["S.L.", "SL"], ["S.A.", "SA"]], "nl": [["B.V.", "BV"], ["N.V.", "NV"]], "pl": [["Sp. z o.o.", "sp. z o. o.", "Sp z oo"], ["S.A.", "SA"]],
    "se": [["AB"]], "fi": [["Oy", "OY"], ["Oyj"]], "dk": [["A/S", "AS"], ["ApS", "APS"]], "br": [["Ltda.", "Ltda", "LTDA"], ["S.A.", "S/A", "SA"]],
    # Countries the sample of domains hardly holds; < stands before the name.
    "jp": [["株式会社<", "株式会社", "Co., Ltd.", "K.K.", "(株)"]], "cn": [["有限公司", "Co., Ltd.", "Co Ltd", "Limited"]],
    "in": [["Pvt. Ltd.", "Pvt Ltd", "Private Limited", "Pvt. Limited"]], "id": [["PT<", "PT.<"], ["PT<", "Tbk"]], "my": [["Sdn Bhd", "Sdn. Bhd.", "SDN BHD"], ["Berhad", "Bhd"]],
    "th": [["Co., Ltd.", "Company Limited"]], "za": [["(Pty) Ltd", "Pty Ltd", "(PTY) LTD", "Proprietary Limited"]], "mx": [["S.A. de C.V.", "SA de CV", "S.A. DE C.V."], ["S. de R.L. de C.V.", "S de RL de CV"]],
    "tr": [["A.Ş.", "AŞ", "A.S.", "Anonim Şirketi"], ["Ltd. Şti.", "Ltd Sti"]], "cz": [["a.s.", "as", "a. s."], ["s.r.o.", "s. r. o.", "sro", "spol. s r.o."]],
    "hu": [["Kft.", "Kft", "KFT"], ["Zrt.", "Zrt"], ["Nyrt.", "NyRt."]], "ro": [["S.R.L.", "SRL"]], "hr": [["d.o.o.", "doo", "d. o. o."], ["d.d.", "dd"]],
    "lt": [["UAB<", "UAB"], ["AB<", "AB"]], "ee": [["OÜ", "OÜ<"], ["AS", "AS<"]], "lv": [["SIA<", "SIA"]], "bg": [["EOOD", "ЕООД"], ["AD", "АД"]],
    "ru": [["ООО<", "OOO<", "OOO"], ["ПАО<", "PAO<"]], "ae": [["LLC", "L.L.C."], ["FZE", "FZ-LLC", "FZCO"]], "eg": [["S.A.E.", "SAE"]], "ng": [["Plc", "PLC"]],
}
ABBREVIATIONS = [("International", "Intl"), ("International", "Int'l"), ("Brothers", "Bros"), ("Manufacturing", "Mfg"), ("Technologies", "Tech"), ("Management", "Mgmt"), ("Services", "Svcs"), ("Associates", "Assoc"), ("University", "Univ"), ("Engineering", "Eng")]
ACCENTS = [("ü", "ue", "u"), ("ö", "oe", "o"), ("ä", "ae", "a"), ("é", "e", "e"), ("ø", "oe", "o"), ("ñ", "n", "n"), ("ç", "c", "c"), ("ł", "l", "l"), ("å", "aa", "a")]


def word():
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(1, 2))).capitalize() + rng.choice(ENDS)


def base():
    """A name without its legal form."""
    kind = rng.random()
    if kind < 0.35:
        return word()
    if kind < 0.7:
        return f"{word()} {rng.choice(LINES)}"
    if kind < 0.85:
        return f"{word()} & {word()}"
    return f"{word()} {word()}"


def same():
    """Two ways to write one company, and how they differ."""
    name, country = base(), rng.choice(list(FORMS))
    forms = rng.choice(FORMS[country])
    put = lambda name, form: f"{form[:-1]} {name}" if form.endswith("<") else f"{name}{form}" if form.startswith(",") else f"{name} {form}"
    one = put(name, rng.choice(forms))
    how = rng.choice(["no form", "form", "capitals", "and", "the", "comma", "abbreviation", "accent", "blank", "two", "cyrillic"])
    if how == "no form":
        return how, one, name
    if how == "form":
        return how, one, put(name, rng.choice(forms))
    if how == "capitals":
        return how, one, rng.choice([one.upper(), one.lower()])
    if how == "and":
        name = f"{word()} & {word()}"
        return how, put(name, forms[0]), name.replace("&", rng.choice(["and", "+", "und" if country == "de" else "and"]))
    if how == "the":
        return how, "The " + name, put(name, forms[0])
    if how == "comma":
        form = forms[-1].strip(", <")
        return how, f"{name}, {form}", f"{name} {form}"
    if how == "abbreviation":
        long, short = rng.choice(ABBREVIATIONS)
        return how, f"{name} {long}", f"{name} {short}" + rng.choice(["", "."])
    if how == "accent":
        letter, two, one_letter = rng.choice(ACCENTS)
        stem = word()
        return how, put(f"{stem[:2]}{letter}{stem[2:]}", forms[0]), f"{stem[:2]}{rng.choice([two, one_letter])}{stem[2:]}"
    if how == "blank":
        left, right = word(), word()
        return how, f"{left}{right}", f"{left} {right}"
    if how == "cyrillic":
        stem = "".join(rng.choice(["ба", "во", "га", "де", "ка", "ли", "мо", "на", "ро", "си", "та"]) for _ in range(4))
        table = dict(zip("абвгдеиклмнорст", "a b v g d e i k l m n o r s t".split()))
        return how, f"ООО {stem.capitalize()}", "".join(table[c] for c in stem).capitalize()
    return how, one.upper().replace(".", ""), name


def different():
    """Two companies of nearly one name, and what tells them apart."""
    name, country = base(), rng.choice(list(FORMS))
    form = rng.choice(FORMS[country])[0].strip(", <")
    how = rng.choice(["country", "unit", "holding", "word", "line", "number", "letter", "letter more", "order", "first"])
    if how == "country":
        return how, f"{name} {form}", f"{name} {rng.choice(COUNTRIES)} {form}"
    if how == "unit":
        return how, f"{name} {form}", f"{name} {rng.choice(UNITS)} {form}"
    if how == "holding":
        return how, f"{name} {form}", f"{name} {rng.choice(['Holding', 'Group', 'Holdings', 'Gruppe'])} {form}"
    if how == "word":
        return how, name, f"{rng.choice(['New', 'First', 'United', 'North', 'Neue'])} {name}"
    if how == "line":
        stem = word()
        a, b = rng.sample(LINES, 2)
        return how, f"{stem} {a} {form}", f"{stem} {b} {form}"
    if how == "number":
        a, b = rng.sample(range(1, 30), 2)
        return how, f"{name} {a} {form}", f"{name} {b} {form}"
    if how == "letter":
        stem = word() + word().lower()
        place = rng.randrange(1, len(stem) - 1)
        other = stem[:place] + rng.choice([c for c in "bcdfgklmnprstvz" if c != stem[place].lower()]) + stem[place + 1 :]
        return how, f"{stem} {form}", f"{other} {form}"
    if how == "letter more":
        stem = word() + word().lower()
        place = rng.randrange(1, len(stem))
        return how, f"{stem} {form}", f"{stem[:place]}{rng.choice('abcdefghiklmnoprstuvz')}{stem[place:]} {form}"
    if how == "order":
        a, b = word(), word()
        return how, f"{a} {b} {form}", f"{b} {a} {form}"
    return how, base() + " " + form, base() + " " + form


def verdicts(pairs):
    text = "".join(f"{one}\t{other}\n" for _, one, other in pairs)
    return subprocess.run([program, "companies"], input=text, capture_output=True, text=True, check=True).stdout.split()


count = 40_000
alike, unlike = [same() for _ in range(count)], [different() for _ in range(count)]
forms = [("other form", f"{n} {a}", f"{n} {b}") for n, (a, b) in ((base(), rng.sample(["GmbH", "AG", "KG", "SE"], 2)) for _ in range(2000))]
unlike = [p for p in unlike if p[1].lower() != p[2].lower()]
found, joined, carelessly = verdicts(alike), verdicts(unlike), verdicts(forms)
right, wrong = found.count("same"), joined.count("same")
print(f"seed {seed}: {len(alike)} pairs of one company, {len(unlike)} pairs of two")
print(f"joined: precision {right / max(1, right + wrong):.4f}, recall {right / len(alike):.3f}; another legal form joined {carelessly.count('same') / len(forms):.3f}")
for title, pairs, said in (("one company", alike, found), ("two companies", unlike, joined)):
    print(f"\n| {title} | pairs | joined |\n| --- | --- | --- |")
    for how in sorted({p[0] for p in pairs}):
        mine = [s for p, s in zip(pairs, said) if p[0] == how]
        print(f"| {how} | {len(mine)} | {mine.count('same')} |")
plain = lambda name: name.casefold().strip()
base_right = sum(plain(a) == plain(b) for _, a, b in alike)
print(f"\nbaseline, equal but for capitals: recall {base_right / len(alike):.3f}")
if "--wrong" in sys.argv:
    for p, s in list(zip(unlike, joined)):
        if s == "same":
            print("JOINED", *p, sep=" | ")
    for p, s in list(zip(alike, found))[:3000]:
        if s != "same":
            print("MISSED", *p, sep=" | ")
