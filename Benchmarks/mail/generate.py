#!/usr/bin/env python3
"""Makes a mailbox of invented people: generate.py MAILS OUT.mbox [MAILDIR]. Seeded: the same numbers give the same bytes.

Headers as mail servers leave them today (about 3 KB with signatures and ten hops' words), bodies of 1 to 20 KB of text or base 64; every
third mail is a list's or a program's, every tenth is the owner's. People come back as they do in mailboxes: few often, many once.
"""
import base64, os, random, sys

mails, out = int(sys.argv[1]), sys.argv[2]
maildir = sys.argv[3] if len(sys.argv) > 3 else None
r = random.Random(7)
given = "Ada Bob Cy Dee Eve Finn Gül Hana Ivo José Kim Léa Mia Nils Olu Pia Qi Rosa Sven Tom Uma Vera Wim Xu Yara Zoë".split()
family = "Adler Baker Çelik Doe Eriksen Fuchs Garcia Hoang Ito Jansen Kowalski López Müller Novák O'Brien Peña Quist Rossi Šimek Tanaka".split()
people = []
for number in range(max(50, mails // 20)):
    name = f"{r.choice(given)} {r.choice(family)}"
    address = f"p{number}@firm{number % 997}.example"
    kind = number % 6
    if kind == 0: shown = f"{name.split()[1]}, {name.split()[0]}"; written = f'"{shown}" <{address}>'
    elif kind == 1: written = address
    elif kind == 2: written = "=?utf-8?B?" + base64.b64encode(name.encode()).decode() + f"?= <{address}>"
    else: written = f"{name} <{address}>"
    people.append((written.encode(), address.encode()))
lines = [base64.b64encode(r.randbytes(57)) for _ in range(400)]
texts = [b" ".join(r.choice([b"the", b"and", b"meeting", b"contract", b"From", b"tomorrow", b"please", b"attached"]) for _ in range(11)) for _ in range(400)]
dkim = b"".join(b"\n        " + r.randbytes(33).hex().encode() for _ in range(9))
months = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
file = open(out, "wb")
if maildir:
    for folder in ("cur", "new", "tmp"): os.makedirs(os.path.join(maildir, folder), exist_ok=True)
for number in range(mails):
    written, address = people[min(int(r.paretovariate(0.7)) - 1, len(people) - 1) if number % 2 else r.randrange(len(people))]
    day = b"%d %s %d %02d:%02d:%02d +0100" % (1 + number % 28, months[number // 28 % 12], 2010 + number * 15 // max(1, mails), number % 24, number % 60, number % 60)
    isOwn, isBulk = number % 10 == 0, number % 3 == 0
    head = b""
    if not isOwn:
        head += b"Delivered-To: owner@example.com\nReturn-Path: <" + address + b">\n"
        for hop in range(3):
            head += b"Received: from mx%d.example (mx%d.example [192.0.2.%d])\n        by mx%d.example with ESMTPS id %012x\n        for <owner@example.com>\n        (version=TLS1_3 cipher=TLS_AES_256_GCM_SHA384 bits=256/256);\n        Mon, %s (CET)\n" % (hop, hop, hop, hop + 1, number, day)
        head += b"Authentication-Results: mx.example;\n       dkim=pass header.i=@firm.example header.s=s1 header.b=abc;\n       spf=pass (mx.example: domain designates 192.0.2.1 as permitted sender)\nDKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=firm.example; s=s1; bh=" + dkim + b"\nX-Google-Smtp-Source: " + dkim[:60].replace(b"\n", b"") + b"\nX-MS-Exchange-Organization-AuthAs: Internal\n"
    if isBulk and not isOwn: head += b"List-Id: News <news.lists.example>\nList-Unsubscribe: <https://lists.example/u/%d>\nPrecedence: bulk\n" % number
    owner = b"Owner Example <owner@example.com>"
    head += b"From: " + (owner if isOwn else written) + b"\nTo: " + (written if isOwn else owner) + b"\n"
    if number % 4 == 1: head += b"Cc: " + b",\n ".join(people[r.randrange(len(people))][0] for _ in range(3)) + b"\n"
    head += b"Subject: Mail %d about things\nDate: Mon, %s\nMessage-ID: <%012x.%d@firm.example>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nUser-Agent: Example 1.0\n" % (number, day, number * 7919, number)
    count = r.choice([12, 20, 30, 60, 250]) if number % 5 else 10
    start = r.randrange(400)
    pool = lines if number % 2 else texts
    body = b"\n".join(pool[(start + line) % 400] for line in range(count)) + b"\n"
    file.write(b"From " + address + b" Mon Jan  2 15:04:05 2023\n" + head + b"\n" + body + b"\n")
    if maildir:
        with open(os.path.join(maildir, "cur", f"{1700000000 + number}.M{number}.host:2,S"), "wb") as one: one.write(head + b"\n" + body)
