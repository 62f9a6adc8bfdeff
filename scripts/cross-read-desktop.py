"""Reads with Evolution's library and with abook what Holdfast writes, and with Holdfast what they write. Called by cross-read-desktop."""

import re
import configparser
import json
import pathlib
import subprocess
import sys

import gi

gi.require_version("EBookContacts", "1.2")
from gi.repository import EBookContacts

holdfast, fixtures, work = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
VERSION_3 = getattr(EBookContacts.VCardFormat, "30")
FILES = ["apple-contacts", "icloud", "google", "outlook", "android", "nextcloud", "evolution", "rfc9554", "shift-jis", "utf-16"]


def convert(source, form):
    done = subprocess.run([holdfast, "convert", str(source), "--to", form], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{source} to {form}: {done.stderr.decode()}")
    return done.stdout.decode()


def people(path):
    return [json.loads(line) for line in convert(path, "jsonl").splitlines()]


def expect(what, ours, theirs):
    if ours != theirs:
        sys.exit(f"{what}:\n  Holdfast {ours}\n  them     {theirs}")


def number(text):
    return "".join(c for c in text if c.isdigit())


def numbers(person):
    return sorted(number(phone["number"]) for phone in person["phones"])


def addresses(person):
    return sorted(email["address"] for email in person["emails"])


def parted(contact, name):
    """The values of a property, each in the parts Evolution takes it apart into."""
    return [attribute.get_values() for attribute in EBookContacts.VCard.get_attributes(contact) if attribute.get_name().upper() == name]


def values(contact, name):
    """The values of a property, of each its first part."""
    return [value for parts in parted(contact, name) for value in parts[:1]]


read = 0
for name in FILES:
    path = fixtures / "vcard" / f"{name}.vcf"
    ours = people(path)
    for form in ["vcard3", "vcard4"]:
        cards = ["BEGIN:VCARD\r\n" + card for card in convert(path, form).split("BEGIN:VCARD\r\n")[1:]]
        # A list of others is no person.
        cards = [card for card in cards if not re.search(r"^(X-ADDRESSBOOKSERVER-)?KIND:group", card, re.MULTILINE | re.IGNORECASE)]
        contacts = [EBookContacts.Contact.new_from_vcard(card) for card in cards]
        expect(f"{name} {form}: cards", len(ours), len(contacts))
        for person, contact in zip(ours, contacts):
            what = f"{name} {form}"
            if person["name"]:
                expect(f"{what}: name", person["name"], contact.get_property("full-name"))
            if person["company"]:
                expect(f"{what}: company", person["company"], contact.get_property("org"))
            if person["title"]:
                expect(f"{what}: title", person["title"], contact.get_property("title"))
            expect(f"{what}: addresses", addresses(person), sorted(values(contact, "EMAIL")))
            # It parts an address at the semicolon before its extension.
            expect(f"{what}: numbers", numbers(person), sorted(number("".join(parts)) for parts in parted(contact, "TEL")))
            expect(f"{what}: notes", sorted(person["notes"]), sorted(values(contact, "NOTE")))
            read += 1
        # What Evolution writes of it is read by us as the same.
        again = work / f"{name}-{form}.vcf"
        again.write_text("\r\n".join(EBookContacts.VCard.to_string(contact, VERSION_3) for contact in contacts) + "\r\n", newline="")
        for person, back in zip(ours, people(again), strict=True):
            for key in ["name", "given", "family", "company", "title"]:
                # Evolution has no lists inside a name: it takes RFC 9554's second surname and the comma before it for text.
                if (name, form, key) == ("rfc9554", "vcard4", "family"):
                    continue
                expect(f"{name} {form} over Evolution: {key}", person[key], back[key])
            expect(f"{name} {form} over Evolution: addresses", addresses(person), addresses(back))
            expect(f"{name} {form} over Evolution: numbers", numbers(person), numbers(back))
print(f"Evolution: {read} cards read as Holdfast wrote them, and Holdfast reads what Evolution writes of them")


def abook(source, informat, target, outformat):
    subprocess.run(
        ["abook", "--convert", "--infile", str(source), "--informat", informat, "--outfile", str(target), "--outformat", outformat],
        check=True, capture_output=True, env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": str(work)})


(work / "people.csv").write_text(
    "First Name,Last Name,Email Address,Company,Position,Mobile Phone,City\n"
    "Ada,Example,ada@example.com,Example Ltd,Partner,+44 7700 900123,London\n"
    "Bo,Muster,bo@example.org,,Counsel,,\n"
    "Zoë,Beispiel,zoe@example.net,Söhne GmbH,,+49 171 1234567,Köln\n")
ours = people(work / "people.csv")
(work / "people.ldif").write_text(convert(work / "people.csv", "ldif"))
abook(work / "people.ldif", "ldif", work / "book", "abook")
book = configparser.ConfigParser(interpolation=None)
book.read(work / "book", encoding="utf-8")
theirs = [book[section] for section in book.sections() if section != "format"]
expect("abook: people", len(ours), len(theirs))
for person, entry in zip(sorted(ours, key=lambda p: p["name"]), sorted(theirs, key=lambda e: e["name"])):
    expect("abook: name", person["name"], entry["name"])
    expect("abook: addresses", addresses(person), [a for a in entry.get("email", "").split(",") if a])
    expect("abook: mobile", numbers(person), [number(entry["mobile"])] if "mobile" in entry else [])
for outformat in ["ldif", "vcard"]:
    target = work / f"abook.{outformat}"
    abook(work / "book", "abook", target, outformat)
    back = people(target)
    expect(f"over abook's {outformat}: people", sorted(p["name"] for p in ours), sorted(p["name"] for p in back))
    expect(f"over abook's {outformat}: addresses", sorted(map(addresses, ours)), sorted(map(addresses, back)))
print(f"abook: {len(ours)} people read from LDIF, and read back from its LDIF and its vCards")
