"""Reads with vobject and khard what Holdfast writes, and with Holdfast what vobject writes. Called by cross-read-vcard."""

import json
import os
import pathlib
import subprocess
import sys

import vobject

holdfast, khard, fixtures, work = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
FILES = ["apple-contacts", "icloud", "google", "outlook", "android", "nextcloud", "evolution", "rfc9554", "shift-jis", "utf-16"]


def convert(source, form):
    done = subprocess.run([holdfast, "convert", str(source), "--to", form], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{source} to {form}: {done.stderr.decode()}")
    return done.stdout.decode()


def people(path):
    return [json.loads(line) for line in convert(path, "jsonl").splitlines()]


def is_group(card):
    """Whether a card is a list of others: those are no people."""
    return any(str(item.value).lower() == "group" for key in ["kind", "x-addressbookserver-kind"] for item in card.contents.get(key, []))


def values(card, name):
    return sorted(str(item.value) for item in card.contents.get(name, []))


def expect(what, ours, theirs):
    if ours != theirs:
        sys.exit(f"{what}:\n  Holdfast {ours}\n  them     {theirs}")


def number(text):
    return "".join(c for c in text if c.isdigit())


compared = 0
for name in FILES:
    path = fixtures / f"{name}.vcf"
    ours = people(path)
    for form in ["vcard3", "vcard4"]:
        text = convert(path, form)
        cards = [card for card in vobject.readComponents(text) if not is_group(card)]
        expect(f"{name} {form}: cards", len(ours), len(cards))
        for person, card in zip(ours, cards):
            expect(f"{name} {form}: addresses", sorted(e["address"] for e in person["emails"]), values(card, "email"))
            expect(f"{name} {form}: numbers", sorted(number(p["number"]) for p in person["phones"]), sorted(map(number, values(card, "tel"))))
            expect(f"{name} {form}: notes", sorted(person["notes"]), values(card, "note"))
            if person["name"]:
                expect(f"{name} {form}: name", person["name"], card.fn.value)
            if person["company"]:
                expect(f"{name} {form}: company", person["company"], card.org.value[0])
            if person["family"]:
                family = card.n.value.family
                expect(f"{name} {form}: family", person["family"].split(), (" ".join(family) if isinstance(family, list) else family).split())
            # What vobject writes of it is read by us as the same.
            compared += 1
        again = work / f"{name}-{form}.vcf"
        again.write_text("".join(card.serialize(validate=False) for card in cards), newline="")
        for person, back in zip(ours, people(again), strict=True):
            for key in ["name", "given", "family", "company", "title"]:
                expect(f"{name} {form} over vobject: {key}", person[key], back[key])
            for key, value in [("emails", "address"), ("phones", "number")]:
                expect(f"{name} {form} over vobject: {key}", sorted(p[value].replace("tel:", "") for p in person[key]), sorted(p[value].replace("tel:", "") for p in back[key]))
print(f"vobject: {compared} cards read as Holdfast wrote them, and Holdfast reads what vobject writes of them")

listed = 0
for form in ["vcard3", "vcard4"]:
    book = work / form
    book.mkdir()
    expected = []
    for name in FILES:
        text = convert(fixtures / f"{name}.vcf", form)
        expected += [card.fn.value for card in vobject.readComponents(text)]
        # khard takes a file for each card, and each needs an id, which many exports haven't.
        for index, part in enumerate(text.split("BEGIN:VCARD\r\n")[1:]):
            identifier = "" if "\r\nUID" in part else f"UID:{name}-{index}\r\n"
            (book / f"{name}-{index}.vcf").write_text("BEGIN:VCARD\r\n" + part.replace("END:VCARD", identifier + "END:VCARD"), newline="")
    config = work / f"{form}.conf"
    config.write_text(f"[addressbooks]\n[[book]]\npath = {book}\n[general]\ndefault_action = list\n[contact table]\ndisplay = formatted_name\n")
    done = subprocess.run([khard, "-c", str(config), "list", "--parsable", "--fields", "formatted_name"], capture_output=True, env={**os.environ, "LC_ALL": "C.UTF-8"})
    lines = sorted(line.strip() for line in done.stdout.decode().splitlines())
    expect(f"khard {form}: names ({done.stderr.decode()[:500]})", sorted(expected), lines)
    listed += len(lines)
print(f"khard: {listed} cards listed by their names")
