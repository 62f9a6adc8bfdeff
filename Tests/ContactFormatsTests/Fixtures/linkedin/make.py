#!/usr/bin/env python3
"""Writes the LinkedIn fixtures beside itself: one file per layout and per program that re-saved it, and the members of archives.

Everybody and everything in them is invented. Bytes matter (line ends, byte order marks, encodings), so the files are generated and
committed as they are; run this again only to change them: `python3 make.py`.
"""
import csv
import io
from pathlib import Path

HERE = Path(__file__).parent

NOTE = (
    "When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email "
    "addresses for connections who have allowed their connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"
)
PREAMBLE = f'Notes:\n"{NOTE}"\n\n'
H6 = ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"]
H7 = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
BASE = "https://www.linkedin.com/in/"

# given, family, slug, e-mail, company, position, day, month, year
PEOPLE = [
    ("Ada", "Example, PhD", "ada-example", "ada@example.com", "Example, Inc.", "Partner", 8, 2, 2026),
    ("Zoë", "Müller", "zo%C3%AB-m%C3%BCller", "", "Muster GmbH", "Rechtsanwältin", 20, 11, 2018),
    ("Łukasz", "Wąs", "lukasz-was", "", "Przykład S.A.", 'Head of "Tax"', 9, 5, 2016),
    ("Ada", "Example, PhD", "ada-example-2", "", "Other LLP", "Associate", 25, 4, 2014),
    ("李", "小龙", "%E6%9D%8E-example", "li@example.org", "", "", 12, 1, 2013),
]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def table(rows, delimiter=",", end="\n", quoting=csv.QUOTE_MINIMAL, final=True):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting)
    writer.writerows(rows)
    text = out.getvalue()
    return text if final else text[: -len(end)]


def long(p):
    return f"{p[6]:02d} {MONTHS[p[7] - 1]} {p[8]}"


def rows(date, url=True, people=PEOPLE):
    for p in people:
        yield [p[0], p[1]] + ([BASE + p[2]] if url else []) + [p[3], p[4], p[5], date(p)]


def write(name, text, encoding="utf-8", bom=b""):
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bom + (text if isinstance(text, bytes) else text.encode(encoding)))


def connections():
    # Era A: Outlook, Windows-1252, everything quoted.
    outlook = (
        "Title|First Name|Middle Name|Last Name|Suffix|E-mail Address|E-mail 2 Address|E-mail 3 Address|Business Street|Business Street 2|"
        "Business Street 3|Business City|Business State|Business Postal Code|Business Country|Home Street|Home Street 2|Home Street 3|"
        "Home City|Home State|Home Postal Code|Home Country|Other Street|Other Street 2|Other Street 3|Other City|Other State|"
        "Other Postal Code|Other Country|Company|Department|Job Title|Assistant's Phone|Business Fax|Business Phone|Business Phone 2|"
        "Callback|Car Phone|Company Main Phone|Home Fax|Home Phone|Home Phone 2|ISDN|Mobile Phone|Other Fax|Other Phone|Pager|"
        "Primary Phone|Radio Phone|TTY/TDD Phone|Telex|Assistant's Name|Birthday|Manager's Name|Notes|Other Address PO Box|Spouse|"
        "Web Page|Personal Web Page"
    ).split("|")
    assert len(outlook) == 59

    def filled(**cells):
        return [cells.get(h.replace(" ", "").replace("-", "").replace("'", ""), "") for h in outlook]

    full = [
        outlook,
        filled(
            Title="Dr", FirstName="José", MiddleName="M.", LastName="García", Suffix="Jr", EmailAddress="jose@example.com",
            Email2Address="jose@home.example", Company="Café Ejemplo\u00a0S.L.", Department="Legal", JobTitle="Abogado",
            BusinessPhone="+34 600 000 001", MobilePhone="600 000 002", BusinessStreet="Calle Mayor 1", BusinessStreet2="2º",
            BusinessCity="Madrid", BusinessPostalCode="28013", BusinessCountry="España", Birthday="Jan 2, 1980", Notes="Met in Cádiz",
            WebPage="www.ejemplo.example", Spouse="Ana",
        ),
        filled(FirstName="Ada", LastName="Example", EmailAddress="ada@example.com", Company="Example, Inc.", JobTitle="Partner"),
        filled(FirstName="Bo", LastName="Nomail", Company="Example, Inc.", JobTitle="Clerk"),
    ]
    write("era-a-outlook.csv", table(full, quoting=csv.QUOTE_ALL), "windows-1252")
    yahoo = (
        "First|Middle|Last|Nickname|Email|Category|Distribution Lists|Messenger ID|Home|Work|Pager|Fax|Mobile|Other|Yahoo! Phone|Primary|"
        "Alternate Email 1|Alternate Email 2|Personal Website|Business Website|Title|Company|Work Address|Work City|Work State|Work ZIP|"
        "Work Country|Home Address|Home City|Home State|Home ZIP|Home Country|Birthday|Anniversary|Custom 1|Custom 2|Custom 3|Comments"
    ).split("|")

    def yahoo_row(**cells):
        return [cells.get(h.replace(" ", "").replace("!", ""), "") for h in yahoo]

    write(
        "era-a-yahoo.csv",
        table(
            [
                yahoo,
                yahoo_row(First="Ada", Last="Example", Email="ada@example.com", Title="Partner", Company="Example, Inc.", Work="+1 555 0100"),
                yahoo_row(First="Bo", Last="Muster", Email="bo@example.org", Title="Clerk", Company="Muster GmbH"),
            ],
            quoting=csv.QUOTE_ALL,
        ),
    )
    # Era B: tags, US dates with times.
    us = lambda p: f"{p[7]}/{p[6]}/{p[8] % 100}, 3:45 AM"
    tagged = [H6 + ["Tags"]] + [r + ["client; tax" if i == 0 else "colleague"] for i, r in enumerate(rows(us, url=False))]
    write("era-b-tags.csv", table(tagged))
    unspaced = [["FirstName", "LastName", "EmailAddress", "Company", "Position", "ConnectedOn", "Tags"]]
    unspaced += [r + [""] for r in rows(lambda p: f"{p[7]}/{p[6]}/{p[8]}", url=False)]
    write("era-b-unspaced.csv", table(unspaced))
    # Eras C1, C2, D, E.
    write("era-c1.csv", table([H6, *rows(us, url=False)], final=False))
    closed6 = [["", "", "", "", "", "07 Jun 2018"], ["", "", "", "", "", "01 Jan 2017"]]
    closed7 = [["", "", "", "", "", "", "07 Jun 2018"], ["", "", "", "", "", "", "01 Jan 2017"]]
    write("era-c2.csv", table([H6, *rows(long, url=False), *closed6], final=False))
    write("era-d.csv", PREAMBLE + table([H6, *rows(long, url=False), *closed6], final=False))
    modern = [H7, *rows(long), *closed7]
    write("era-e.csv", PREAMBLE + table(modern, final=False))

    # After other programs.
    write("excel-german.csv", table([H7, *rows(lambda p: f"{p[6]:02d}.{p[7]:02d}.{p[8]}")], ";", "\r\n"), bom=b"\xef\xbb\xbf")
    german1252 = [[c.replace("Ł", "L").replace("ą", "a").replace("ł", "l").replace("李", "Li").replace("小龙", "Xiaolong") for c in r]
                  for r in [H7, *rows(lambda p: f"{p[6]:02d}.{p[7]:02d}.{p[8] % 100:02d}")]]
    write("excel-german-1252.csv", table(german1252, ";", "\r\n"), "windows-1252")
    write("excel-us-short.csv", table([H7, *rows(lambda p: f"{p[6]}-{MONTHS[p[7] - 1]}-{p[8] % 100:02d}")], end="\r\n"))
    write("excel-uk-slashes.csv", table([H7, *rows(lambda p: f"{p[6]:02d}/{p[7]:02d}/{p[8]}")], end="\r\n"))
    few = [PEOPLE[0], PEOPLE[2]]
    write("excel-ambiguous.csv", table([H7, *rows(lambda p: f"{p[6]:02d}/{p[7]:02d}/{p[8]}", people=few)], end="\r\n"))
    write("excel-spanish.csv", table([H7, *rows(lambda p: "20-nov-20" if p[7] == 11 else long(p))], ";", "\r\n"))
    write("excel-serial.csv", table([H7, *rows(lambda p: "43424")], end="\r\n"))
    write("excel-unicode-text.txt", table([H7, *rows(long)], "\t", "\r\n"), "utf-16-le", b"\xff\xfe")
    write("excel-sep-line.csv", "sep=;\r\n" + table([H7, *rows(long)], ";", "\r\n"))
    padded = "Notes:,,,,,,\r\n" + '"' + NOTE + '",,,,,,\r\n' + ",,,,,,\r\n"
    write("excel-padded-preamble.csv", padded + table([H7, *rows(long), ["", "", "", "", "", "", ""]], end="\r\n"), bom=b"\xef\xbb\xbf")
    split = "Notes:,,,,,,\r\n" + NOTE + ",,,,\r\n" + ",,,,,,\r\n"
    write("excel-split-preamble.csv", split + table([H7, *rows(long)], end="\r\n"))
    quoted = [[l] for l in table([H7, *rows(long)]).splitlines()]
    write("excel-whole-lines-quoted.csv", table(quoted, end="\r\n", quoting=csv.QUOTE_ALL))
    write("preamble-cut-by-hand.csv", "\n\n" + table(modern), bom=b"\xef\xbb\xbf")
    write("preamble-lone-cr.csv", (PREAMBLE + table(modern)).replace("\n", "\r"))
    write("libreoffice-errors.csv", table([H7, ["Ada", "Example", BASE + "ada-example", "", "#NAME?", "'=Partner", "2026-02-08"],
                                           ["#REF!", "Muster", BASE + "bo-muster", "Err:508", "Muster GmbH", "#N/A", "31 Feb 2020"]]))
    write("numbers-reordered.csv", table([["Connected On", "Company", "Last Name", "First Name", "My own column"],
                                          ["08 Feb 2026", "Example, Inc.", "Example", "Ada", "met in Lyon"],
                                          ["20 Nov 2018", "", "Müller", "Zoë", ""]]))
    head, *body = table(modern).splitlines(keepends=True)
    write("sorted-header-in-the-middle.csv", "".join(sorted(body[:3]) + [head] + sorted(body[3:])))
    write("pasted-together.csv", PREAMBLE + table(modern) + PREAMBLE + table([H7, *rows(long)]) + table([H6, *rows(long, url=False)]))
    write("names-removed.csv", table([["Company", "Position", "Connected On"], ["Example, Inc.", "Partner", "08 Feb 2026"]]))
    write("notes-only.csv", PREAMBLE)
    write("header-only.csv", PREAMBLE + table([H7], final=False))
    write("odd-rows.csv", PREAMBLE + table([
        H7,
        ["", "", BASE + "nobody", "", "", "", ""],
        ["", "", "", "only@example.com", "", "", "01 Mar 2020"],
        ["", "", "", "", "", "", ""],
        ["", "", "", "", "", "", "07 Jun 2026"],
        ["Cher", "", BASE + "cher-example/?trk=x", "mailto:<cher@example.com>", "-", "retired", "02 Mar 2020"],
        ["  Bo\u00a0 ", " Muster", "http://de.linkedin.com/in/Bo-Muster/", "bo@example.com; bo@example.org", "R&amp;D Ltd", "", "03 Mar 2020"],
        ["Nomail", "Person", "https://www.linkedin.com/pub/nomail/1/2/3", "n/a", "", "", "04 Mar 2020"],
        ["", "", "", "", "Acme", "Clerk", "05 Mar 2020"],
    ]))
    german = [["Vorname", "Nachname", "URL", "E-Mail-Adresse", "Unternehmen", "Position", "Verbunden am"]]
    write("localised-german.csv", table(german + list(rows(lambda p: f"{p[6]:02d}. {'Jan Feb März Apr Mai Juni Juli Aug Sept Okt Nov Dez'.split()[p[7] - 1]} {p[8]}"))))
    french = [["Prénom", "Nom", "URL", "Adresse e-mail", "Entreprise", "Poste", "Date de connexion"]]
    months = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
    write("localised-french.csv", "Notes :\n" + table(french + list(rows(lambda p: f"{p[6]} {months[p[7] - 1]} {p[8]}"))))


US = "{m}/{d}/{y:02d}, {h}:07 {half}"


def archives():
    """Members of archives, by vintage; tests put them into parcels."""
    invitations_urls = ["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"]
    me = BASE + "olga-owner"
    raw_zoe = BASE + "zoë-müller"
    messages10 = ["CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO", "RECIPIENT PROFILE URLS", "DATE", "SUBJECT",
                  "CONTENT", "FOLDER"]
    drafts = ["IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"]

    def talk(extra):
        ada, zoe = BASE + "ada-example", raw_zoe
        lines = [
            ["c1", "", "Olga Owner", me, "Ada Example, PhD", ada, "2026-01-31 09:01:02 UTC", "", "secret: hello", "INBOX", "No"],
            ["c1", "", "Ada Example, PhD", ada, "Olga Owner", me, "2026-02-01 10:00:00 UTC", "", "secret:\nline two", "INBOX", "No"],
            ["c1", "", "Ada Example, PhD", ada, "Olga Owner", me, "2025-12-24 10:00:00 UTC", "", "<p>secret</p>", "ARCHIVE", "No"],
            ["c2", "", "Zoë Müller", zoe, "Olga Owner", me, "2024-05-05 05:05:05 UTC", "", "secret", "", "No"],
            ["c3", "", "LinkedIn Member", "", "Olga Owner", me, "2023-05-05 05:05:05 UTC", "", "secret", "INBOX", "No"],
            ["c4", "", "Spam Mer", BASE + "spam-mer", "Olga Owner", me, "2023-05-05 05:05:05 UTC", "", "buy", "SPAM", "No"],
            ["c5", "", "Olga Owner", me, "Dora Draft", BASE + "dora-draft", "2023-05-05 05:05:05 UTC", "", "unsent", "INBOX", "Yes"],
            ["c6", "Team", "Bo Muster", BASE + "bo-muster", "Olga Owner, Ada Example, PhD", f"{me},{ada}", "2025-06-01 08:00:00 UTC", "",
             "secret", "INBOX", "No"],
            ["c7", "", "Example Corp", "https://www.linkedin.com/company/example", "Olga Owner", me, "2023-05-05 05:05:05 UTC",
             "Offer", "sponsored", "INBOX", "No"],
        ]
        return [l[:10] + ([""] if extra == 3 else []) + ([l[10], "No"] if extra >= 2 else []) for l in lines if extra or l[10] == "No"]

    # 2015: names with spaces.
    v = "archive-2015/LinkedInDataExport_07-28-2015/"
    write(v + "Endorsement Received Info.csv", table([
        ["Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name", "Endorsement Status"],
        ["2015/07/01 13:20:49 UTC", "Tax Law", "Ada", "Example", "ACCEPTED"]]))
    write(v + "Connections.csv", table([H6, ["Ada", "Example", "ada@example.com", "Example, Inc.", "Partner", "6/30/15, 3:45 AM"]]))
    write(v + "Account Status History.csv", table([["Time", "Event"], ["7/28/15, 3:45 AM", "Account Created"]]))
    write(v + "-1234567890.jpg", b"\xff\xd8\xff\xe0not really a picture")

    # 2018: UTF-16 tables beside UTF-8 ones.
    v = "archive-2018/"
    write(v + "Connections.csv", table([H6, *rows(lambda p: f"{p[7]}/{p[6]}/{p[8] % 100:02d}, 3:45 AM", url=False, people=PEOPLE[2:])], final=False))
    write(v + "Messages.csv", table([["From", "To", "Date", "Subject", "Content", "Direction", "Folder"],
                                     ["Ada Example", "Olga Owner", "10/31/18, 2:37 PM", "", "secret", "INCOMING", "INBOX"],
                                     ["Olga Owner", "Ada Example", "11/1/18, 2:37 PM", "", "secret", "OUTGOING", "SENT"],
                                     ["Olga Owner", "Example, PhD", "11/2/18, 2:37 PM", "", "secret", "OUTGOING", "SENT"]]))
    write(v + "Imported Contacts.csv", table([
        "First Name,Last Name,Companies,Title,Email Address,Phone Numbers,Created At,Instant Message Handles,Addresses,Sites,Full Name,Birthday,Location,Bookmarked At,Profiles".split(","),
        ["Cora", "Contact", "Example, Inc.", "Clerk", "cora@example.com", "+1 555 0100,+1 555 0101", "1/2/18, 3:45 AM", "", "1 Example Road, Sampletown", "", "Cora Contact", "", "", "", ""]]))
    for name, header, row in [
        ("Shares", ["Date", "ShareLink", "ShareCommentary"], ["2018-01-01 00:00:00", "https://example.com", "hi"]),
        ("Ad Targeting", ["Member Age", "Company Names", "Company Names"], ["35", "a", "b"]),
    ]:
        write(v + f"{name}.csv", table([header, row], "\t", quoting=csv.QUOTE_ALL), "utf-16-le", b"\xff\xfe")
    for name in ["Logins", "Security Challenges"]:
        write(v + f"{name}.csv", table([["Login Date", "IP Address"], ["2018-01-01", "192.0.2.1"]], "\t", quoting=csv.QUOTE_ALL), "utf-16-le", b"\xff\xfe")
    write(v + "Endorsement Given Info.csv", table([
        ["Endorsement Date", "Skill Name", "Endorsee First Name", "Endorsee Last Name", "Endorsement Status"],
        ["2018/07/01 13:20:49 UTC", "Tax Law", "Ada", "Example", "ACCEPTED"]], "\t", quoting=csv.QUOTE_ALL), "utf-16-le", b"\xff\xfe")

    # 2021: preamble, no URLs.
    v = "archive-2021/"
    write(v + "Connections.csv", PREAMBLE + table([H6, *rows(long, url=False, people=PEOPLE[1:])], final=False))
    write(v + "Invitations.csv", table([["From", "To", "Sent At", "Message", "Direction"],
                                        ["Olga Owner", "Ada Example", "1/29/21, 2:37 PM", "", "OUTGOING"],
                                        ["Bo Muster", "Olga Owner", "3/4/21, 2:37 PM", "hi", "INCOMING"]]))
    write(v + "Email Addresses.csv", table([["Email Address", "Confirmed", "Primary", "Updated On"],
                                            ["olga@example.net", "Yes", "No", "1/2/20, 3:45 AM"],
                                            ["olga@example.com", "Yes", "Yes", "Not Available"]], final=False))

    # 2023: URN invitations, contacts.
    v = "archive-2023/"
    write(v + "Connections.csv", PREAMBLE + table([H7, *rows(long, people=PEOPLE[1:])], final=False))
    write(v + "Contacts.csv", table([
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,Addresses,Sites,InstantMessageHandles,FullName,Birthday,Location,BookmarkedAt,Profiles".split(","),
        ["GOOGLE_CONTACTS", "Cora", "Contact", "Example, Inc.", "Clerk", "cora@example.com, cora@example.org", "+1 555 0100,+1 555 0101,+1 555 0102,+1 555 0103", "1/2/23, 3:45 AM", "", "www.cora.example", "", "", "Jan 2", "", "", ""],
        ["MOBILE_CONTACTS", "", "", "", "", "", "+49 30 000000", "1/2/23, 3:45 AM", "", "", "", "", "", "", "", ""],
        ["MOBILE_CONTACTS", "", "", "", "", "mail@example.com", "", "1/2/23, 3:45 AM", "", "", "", "", "", "", "", ""]]))
    write(v + "Invitations.csv", table([["From", "To", "Sent At", "Message", "Direction", "inviterProfileUrn", "inviteeProfileUrn"],
                                        ["Olga Owner", "Ada Example", "1/29/23, 2:37 PM", "", "OUTGOING", "urn:li:member:1", "urn:li:member:22"],
                                        ["Bo Muster", "Olga Owner", "3/4/23, 2:37 PM", "hi", "INCOMING", "urn:li:member:333", "urn:li:member:1"]]))
    write(v + "messages.csv", table([messages10, *talk(0)]))
    write(v + "guide_messages.csv", table([messages10]))
    write(v + "Rich Media.csv", table([["Type", "Link"], ["photo", "https://example.com"]]))
    write(v + "Jobs/Saved Jobs.csv", table([["Saved Date", "Job Url", "Job Title", "Company Name"], ["8/15/22, 1:32 PM", "https://example.com", "Clerk", "Acme"]]))

    # 2024: drafts, CRLF beside LF, recommendations.
    v = "archive-2024/"
    write(v + "Connections.csv", PREAMBLE + table([H7, *rows(long, people=PEOPLE[1:])], final=False))
    write(v + "messages.csv", table([messages10 + drafts, *talk(2)]))
    write(v + "Recommendations_Received.csv", table([
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status".split(","),
        ["Ada", "Example", "Example, Inc.", "Partner", "secret praise", "01/31/24, 09:15 AM", "VISIBLE"]]))
    write(v + "Recommendations_Given.csv", table([
        "First Name,Last Name,Company,Job Title,Text,Creation Date,Status".split(","),
        ["Ada", "Example", "Example, Inc.", "Partner", "secret praise", "02/28/24, 09:15 AM", "PENDING"],
        ["Bo", "Muster", "", "", "secret praise", "02/28/24, 09:15 AM", ""]]))
    write(v + "Member_Follows.csv", table([["Date", "Status", "FullName"], ["2024-02-09 01:21:47", "Active", "Fay Follow"],
                                           ["2024-02-09 01:21:47", "Unfollow", "Una Follow"]], end="\r\n"))
    write(v + "Learning.csv", "Content Title,Notes taken on videos (if taken),\r\nA course,N/A,\n")

    # 2026, first part: the profile alone; second part: all of it, all-quoted messages, member ids in names.
    part1, part2 = "archive-2026-part-1/", "archive-2026-part-2/"
    for v in (part1, part2):
        write(v + "Profile.csv", table([
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers".split(","),
            ["Olga", "Owner", "", "1 Example Road", "Jan 2, 1980", "Lawyer at Owner LLP", "About me", "Law", "12345", "Berlin, Germany", "[olga]", "[PORTFOLIO:https://olga.example,OTHER:https://owner.example/olga]", ""]]))
        write(v + "Positions.csv", table([
            "Company Name,Title,Description,Location,Started On,Finished On".split(","),
            ["Old LLP", "Associate", "", "", "2010", "Dec 2019"], ["Owner LLP", "Partner", "what I do", "Berlin", "Jan 2020", ""]]))
        write(v + "PhoneNumbers.csv", table([["Extension", "Number", "Type"], ["", "+49 30 1234567", "MOBILE"], ["", "", ""]]))
        write(v + "Email Addresses.csv", table([["Email Address", "Confirmed", "Primary", "Updated On"],
                                                ["olga@example.com", "Yes", "Yes", "Not Available"]], final=False))
        write(v + "Registration.csv", table([["Registered At", "Registration Ip", "Subscription Types"], ["1/12/10, 9:14 AM", "192.0.2.1", ""]]))
    v = part2
    write(v + "Connections.csv", PREAMBLE + table(
        [H7, *rows(long), ["", "", "", "", "", "", "07 Jun 2018"]], final=False))
    write(v + "messages.csv", table([messages10 + ["ATTACHMENTS"] + drafts, *talk(3)], quoting=csv.QUOTE_ALL))
    write(v + "Invitations.csv", table([invitations_urls,
                                        ["Olga Owner", "Ada Example, PhD", "1/29/26, 2:37 PM", "secret", "OUTGOING", me, BASE + "ada-example"],
                                        ["Zoë Müller", "Olga Owner", "11/19/18, 9:37 PM", "", "INCOMING", raw_zoe, me]]))
    write(v + "Endorsement_Received_Info.csv", table([
        "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status".split(","),
        ["2026/07/28 13:20:49 UTC", "Tax Law", "Zoë", "Müller", "www.linkedin.com/in/zoë-müller", "ACCEPTED"],
        ["2026/07/28 13:20:49 UTC", "Litigation", "Zoë", "Müller", "www.linkedin.com/in/zoë-müller", "PENDING"]]))
    write(v + "Endorsement_Given_Info.csv", table([
        "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status".split(","),
        ["2026/07/28 13:20:49 UTC", "Pleading", "Zoë", "Müller", "www.linkedin.com/in/zoë-müller", "ACCEPTED"]]))
    write(v + "Notes.csv", table([
        "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On".split(","),
        ["Ada", "Example, PhD", BASE + "ada-example", "Likes tea.\nCall in May.", "2026-01-02", ""]]))
    write(v + "ImportedContacts.csv", table([
        "FirstName,MiddleName,LastName,MaidenName,NickName,NamePrefix,NameSuffix,Title,Emails,PhoneNumbers,CreatedAt,UpdatedAt,CountryCode,RegionCode,ThirdPartyVerified,Location".split(","),
        ["Cora", "M", "Contact", "", "Co", "Dr", "", "Clerk", "cora@example.com; cora@example.org", "+1 555 0100; +1 555 0101", "1/2/26, 3:45 AM", "", "us", "", "false", "Sampletown"]]))
    write(v + "Member_Follows_12345678.csv", table([["Date", "Status", "FullName"], ["2026-02-09 01:21:47", "Active", "Fay Follow"]], end="\r\n"))
    write(v + "Comments_12345678.csv", 'Date,Link,Message\n2026-01-01 00:00:00,https://example.com,"she said \\"yes\\",\nthen left"\n')
    write(v + "LearningCoachMessages.csv", "No conversations found")
    write(v + "learning_role_play_messages.csv", table([messages10]))
    write(v + "Verifications/Verifications.csv", table([["First name", "Last name", "Verification type"], ["Olga", "Owner", "PASSPORT"]]))
    write(v + "Private_identity_asset.csv", table([["Asset"], ["x"]]))
    write(v + "Articles/Articles/an-article.html", "<html></html>")
    write(v + "Something New.csv", table([["A", "B"], ["1", "2"]]))


if __name__ == "__main__":
    connections()
    archives()
