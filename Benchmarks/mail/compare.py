#!/usr/bin/env python3
"""Compares the addresses found with those of Python's email: compare.py TOOL [FOLDER-OF-MAILS ...]

Header fields are those of the mails in the folders and 20,000 that are made up to be hostile (seeded). A field counts as equal where the
set of addresses is that of `policy.default` or of `getaddresses` on the raw field (the two differ among themselves, which is counted too).
Every field that differs is put into a class with a reason; what has none is printed.
"""
import email, email.policy, email.utils, os, random, re, subprocess, sys, tempfile
from email import _header_value_parser as hvp  # noqa: F401 (makes the parser's cost visible at import)

FIELDS = ("from", "sender", "reply-to", "to", "cc", "bcc")


def corpus(folders):
    for folder in folders:
        for base, _, names in os.walk(folder):
            for name in sorted(names):
                with open(os.path.join(base, name), "rb") as file:
                    raw = file.read()
                if raw.startswith(b"From "):
                    raw = raw.split(b"\n", 1)[-1]
                head = re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[0]
                for match in re.finditer(rb"(?im)^(from|sender|reply-to|to|cc|bcc)[ \t]*:((?:.*)(?:\r?\n[ \t].*)*)", head):
                    yield match.group(2)


def hostile(count, broken, seed=20260131):
    r = random.Random(seed)
    local = ["ann", "bob.smith", "x+tag", "o'neil", "a_b", "j-d", "1234", "\"ann smith\"", "\"a.b\"", "zoë".encode().decode("utf-8"), "A.B.C"]
    domain = ["example.com", "Example.ORG", "mail.example.net", "[192.0.2.1]", "xn--bcher-kva.example", "bücher.example", "example.com."]
    word = ["Ann", "Example", "van", "der", "Dr.", "O'Neill", "=?utf-8?Q?J=C3=BCrgen?=", "=?iso-8859-1?B?SvxyZ2Vu?=", "Müller", "GmbH", "(work)", "J."]

    def address():
        return r.choice(local) + "@" + r.choice(domain)

    def phrase():
        text = " ".join(r.choice(word) for _ in range(r.randint(1, 3)))
        kind = r.random()
        if kind < 0.25:
            return '"' + r.choice(["Doe, Jane", "a \\\"b\\\" c", "x (y) z", "ann@example.com", "semi; colon:", "<angle>"]) + '"'
        return text.replace(".", "") if kind < 0.5 else text

    def mailbox():
        kind = r.random() * (1 if broken else 0.94)
        if kind < 0.35: return address()
        if kind < 0.7: return phrase() + " <" + address() + ">"
        if kind < 0.78: return address() + " (" + r.choice(["Ann", "Ann (the first)", "a\\) b", ""]) + ")"
        if kind < 0.82: return "<" + address() + ">"
        if kind < 0.85: return phrase() + "\r\n <" + address() + ">"
        if kind < 0.88: return "<@relay.example,@b.example:" + address() + ">"
        if kind < 0.90: return phrase() + " < " + address() + " >"
        if kind < 0.92: return "(c) " + address()
        if kind < 0.94: return r.choice(["Team", "\"The, Team\""]) + ": " + ", ".join(address() for _ in range(r.randint(0, 3))) + ";"
        # What is no RFC's.
        if kind < 0.95: return phrase() + " <" + address()
        if kind < 0.96: return "'" + address() + "'"
        if kind < 0.97: return phrase() + " " + address()
        if kind < 0.98: return "Doe, Jane <" + address() + ">"
        if kind < 0.985: return phrase() + " <<" + address() + ">>"
        if kind < 0.99: return "<mailto:" + address() + ">"
        return r.choice(["undisclosed-recipients:;", "", "root", "\"unclosed <" + address() + ">", "<>", address() + "; " + address()])

    for _ in range(count):
        yield (" " + r.choice([", ", ",", " ,\r\n "]).join(mailbox() for _ in range(r.choice([1, 1, 1, 2, 3, 8])))).encode("utf-8")


def canonical(address):
    # Raw bytes are compared as bytes, whichever way they were kept.
    address = address.strip().encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    local, at, domain = address.rpartition("@")
    if not at or not local or not domain:
        return None
    if re.fullmatch(r'"[A-Za-z0-9!#$%&\'*+/=?^_`{|}~.-]+"', local):
        local = local[1:-1]
    return local + "@" + domain.lower().rstrip(".")


def by_policy(raw):
    message = email.message_from_bytes(b"To:" + raw + b"\n\n", policy=email.policy.default)
    try:
        value = message["to"]
        return {c for a in value.addresses if (c := canonical(a.addr_spec))} if value is not None else set()
    except Exception:
        return None


def by_getaddresses(raw):
    text = raw.decode("utf-8", "surrogateescape").replace("\r\n", "").replace("\n", "")
    try:
        return {c for _, a in email.utils.getaddresses([text]) if (c := canonical(a))}
    except Exception:
        return None


def reason(raw, ours, policy, plain):
    text = raw.decode("utf-8", "replace")
    spans = lambda pattern: re.search(pattern, text)
    if spans(r"<mailto:"): return "mailto: before an address: taken off"
    if spans(r"'[^' ,]+@[^' ,]+'"): return "address in single quotes: taken off"
    if spans(r"<<"): return "doubled bracket: read as one"
    if spans(r"<[^>]*$") or spans(r"<[^>,]*,"): return "bracket not closed: read to the comma"
    # Comments, quoted strings and what stands in brackets aside: words beside a word with @.
    bare = re.sub(r'"(?:[^"\\]|\\.)*"|\([^()]*\)', "Q", text)
    if any(re.search(r"\S\s+\S", part.strip()) and "<" not in part for part in bare.split(",") if "@" in part): return "name beside an address without brackets: told apart"
    if spans(r"\"[^\"]*$") : return "quote not closed: taken for a letter"
    if spans(r";"): return "semicolons between addresses: part them"
    return None


def main():
    tool, folders = sys.argv[1], sys.argv[2:]
    for title, fields in (("mails", list(corpus(folders))), ("odd and allowed", list(hostile(20000, False))), ("broken", list(hostile(20000, True)))):
        if not fields:
            continue
        with tempfile.NamedTemporaryFile("w", suffix=".hex", delete=False) as file:
            file.write("\n".join(raw.hex() for raw in fields))
        output = subprocess.run([tool, "addresses", file.name], capture_output=True, check=True).stdout.decode("utf-8", "surrogateescape")
        os.unlink(file.name)
        lines = output.split("\n")
        equal = apart = 0
        classes, unexplained = {}, []
        for raw, line in zip(fields, lines):
            ours = {c for a in line.split("\t") if (c := canonical(bytes.fromhex(a).decode("utf-8", "surrogateescape")))}
            policy, plain = by_policy(raw), by_getaddresses(raw)
            apart += policy != plain
            if ours == policy or ours == plain:
                equal += 1
                continue
            why = reason(raw, ours, policy, plain)
            if why: classes[why] = classes.get(why, 0) + 1
            else: unexplained.append((raw, ours, policy, plain))
        total = len(fields)
        print(f"{title}: {total} fields, {equal} equal ({equal / total:.4%}); Python's two ways differ on {apart}")
        for why, count in sorted(classes.items(), key=lambda x: -x[1]):
            print(f"  {count:6}  {why}")
        if unexplained:
            print(f"  {len(unexplained):6}  unexplained")
        for raw, ours, policy, plain in unexplained[: int(os.environ.get("SHOW", "15"))]:
            print("   ", raw, "\n      ours  ", ours, "\n      policy", policy, "\n      plain ", plain)


main()
