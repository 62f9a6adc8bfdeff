"""typed.py CONNECTIONS.csv: what people type to find somebody, letter by letter, one percent-encoded search a line.

Of seven who are looked for, three are by family name, two by given and family name, one by company, one by a word of the title.
"""
import csv
import random
import sys
import urllib.parse

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    lines = iter(file)
    while not (line := next(lines)).startswith("First Name,"):
        pass
    rows = list(csv.DictReader(lines, fieldnames=line.strip().split(",")))

chance = random.Random(7)
for _ in range(3000):
    row = chance.choice(rows)
    text = chance.choice(
        [row["Last Name"]] * 3 + [f"{row['First Name']} {row['Last Name']}"] * 2 + [row["Company"], row["Position"].split(" ")[-1]])
    for length in range(1, min(len(text), chance.randint(4, 12)) + 1):
        if not text[:length].endswith(" "):
            print(urllib.parse.quote(text[:length]))
