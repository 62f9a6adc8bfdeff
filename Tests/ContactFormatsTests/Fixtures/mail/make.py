#!/usr/bin/env python3
"""Makes the mails of this folder: invented people, exact bytes. Run it here after a change."""
import base64, os

DATE = "Mon, %d Jan 2023 10:00:00 +0100"


def write(path, data):
    if os.path.dirname(path): os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file: file.write(data if isinstance(data, bytes) else data.encode("utf-8"))


def gmail(day, labels, sender, to, *more, body="Hello.\n"):
    return (f"From 17760000000000000{day:02}@xxx Mon Jan {day:02} 10:00:00 +0000 2023\r\nX-GM-THRID: 1776\r\nX-Gmail-Labels: {labels}\r\n"
            + "".join(line + "\r\n" for line in more)
            + f"Message-ID: <{day}.{len(sender)}@mail.example>\r\nFrom: {sender}\r\nTo: {to}\r\nDate: {DATE % day}\r\n\r\n{body}\r\n").replace("\r\r", "\r")


received = "Delivered-To: ada@example.com"
write("gmail/All mail Including Spam and Trash.mbox", "".join([
    gmail(1, "Sent", "Ada Owner <ada@example.com>", '"Builder, Bob" <bob@example.org>, Cy Clerk <cy@example.net>', "Cc: Dee <dee@example.net>"),
    gmail(2, "Inbox,Important", "Bob Builder <Bob@example.org>", "ada@example.com", received),
    gmail(3, "Inbox,Category Promotions", "Shop <news@shop.example>", "ada@example.com", received, "List-Unsubscribe: <https://shop.example/u>", "Precedence: bulk"),
    gmail(4, "Spam", "Prince <prince@example.net>", "ada@example.com", received),
    gmail(5, "=?UTF-8?Q?Papierkorb,Ge=C3=B6ffnet?=", "Old <old@example.net>", "ada@example.com", received),
    gmail(6, "Drafts", "Ada Owner <ada@example.com>", "never@example.net"),
    gmail(7, "Chat", "Pal <pal@example.net>", "ada@example.com"),
    gmail(8, "Inbox", "=?UTF-8?B?" + base64.b64encode("Zoë Müller".encode()).decode() + "?= <zoe@=?UTF-8?Q?x?=.example>", "ada@example.com", received),
    gmail(9, "Inbox", "=?UTF-8?B?" + base64.b64encode("Zoë Mü".encode()[:-1]).decode() + "?=\r\n =?UTF-8?B?" + base64.b64encode("ü".encode()[1:] + "ller".encode()).decode() + "?= <zoe@firm.example>", "ada@example.com", received, body="From me to you\n\nFrom here on: nothing\n"),
]))
mail = lambda day, sender, to, *more: ("".join(line + "\n" for line in more) + f"From: {sender}\nTo: {to}\nDate: {DATE % day}\nMessage-ID: <t{day}@mail.example>\n\nHello.\n")
mozilla = lambda status, *rest: f"From - Mon Jan  2 10:00:00 2023\nX-Mozilla-Status: {status}\nX-Mozilla-Status2: 00000000\n" + mail(*rest) + "\n"
write("thunderbird/Mail/Local Folders/Sent", mozilla("0001", 1, "Ada Owner <ada@example.com>", "bob@example.org", "X-Identity-Key: id1"))
write("thunderbird/Mail/Local Folders/Inbox",
      mozilla("0001", 2, "Bob Builder <bob@example.org>", "Ada <ada@example.com>", "Received: from mx.example by mail.example; " + DATE % 2)
      + mozilla("0009", 3, "Gone <gone@example.net>", "ada@example.com", "Received: from mx.example by mail.example; " + DATE % 3)
      + mozilla("0001", 1, "Ada Owner <ada@example.com>", "bob@example.org", "X-Identity-Key: id1"))
write("thunderbird/Mail/Local Folders/Junk", mozilla("0001", 4, "Spam <spam@example.net>", "ada@example.com"))
write("thunderbird/Mail/Local Folders/Inbox.msf", '// <!-- <mdb:mork:z v="1.4"/> -->\n')
write("maildir/cur/1700000001.M1.host:2,S", mail(1, "Bob <bob@example.org>", "ada@example.com", "X-Original-To: ada@example.com"))
write("maildir/new/1700000002.M2.host", mail(2, "Cy <cy@example.net>", "ada@example.com", "X-Original-To: ada@example.com"))
write("maildir/tmp/1700000003.M3.host", mail(3, "Half <half@example.net>", "ada@example.com"))
write("maildir/.Sent Items/cur/1700000004.M4.host:2,S", mail(4, "Ada Owner <ada@example.com>", "dee@example.org"))
write("maildir/.Junk/cur/1700000005.M5.host:2,S", mail(5, "Spam <spam@example.net>", "ada@example.com"))
write("maildir/maildirfolder", "\n")
raw = lambda name, address, day, *more: "".join(line + "\r\n" for line in more).encode() + b"Delivered-To: ada@example.com\r\nFrom: " + name + b" <" + address + b">\r\nTo: ada@example.com\r\nDate: " + (DATE % day).encode() + b"\r\n\r\nHello.\r\n"
write("eml/latin1.eml", raw("Jürgen Groß".encode("latin-1"), b"juergen@example.de", 1))
write("eml/koi8.eml", raw("Иван Петров".encode("koi8-r"), b"ivan@example.net", 2, "Content-Type: text/plain; charset=koi8-r"))
write("eml/shift-jis.eml", raw("佐藤さくら".encode("shift_jis"), b"sakura@example.org", 3))
write("eml/iso-2022-jp.eml", raw(b"=?ISO-2022-JP?B?" + base64.b64encode("鈴木一郎".encode("iso-2022-jp")) + b"?=", b"ichiro@example.org", 4))
write("eml/utf8.eml", raw("李小龍".encode(), "li@例え.example".encode(), 5))
apple = raw(b"Eve Apple", b"eve@example.net", 6).replace(b"\r\n", b"\n")
write("eml/INBOX.mbox/Messages/12.emlx", b"%d      \n" % len(apple) + apple + b'<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0"><dict/></plist>\n')
event = lambda uid, organizer, *lines: "BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;TZID=Europe/Berlin:2023010%sT100000\r\nORGANIZER%s\r\n" % (uid, uid, organizer) + "".join(line + "\r\n" for line in lines) + "END:VEVENT\r\n"
write("calendar/google.ics", "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nX-WR-CALNAME:ada@example.com\r\n"
      + event("1", ";CN=ada@example.com:mailto:ada@example.com", "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Bob Builder;X-NUM-G\r\n UESTS=0:mailto:bob@example.org", "ATTENDEE;CUTYPE=RESOURCE;CN=Room:mailto:c_1@resource.calendar.google.com")
      + event("2", ";CN=\"Clerk, Cy\":MAILTO:cy@example.net", "ATTENDEE;CN=ada@example.com:mailto:ada@example.com", "ATTENDEE;CN=Dee:mailto:dee@example.net")
      + "END:VCALENDAR\r\n")
