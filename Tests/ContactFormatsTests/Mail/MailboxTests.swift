import ContactModel
import Foundation
import Testing

@testable import ContactFormats

/// Whole mailboxes.
@Suite("Mailboxes")
struct MailboxTests {
    private static let basic =
        Mails.mbox("From: Ada Owner <ada@example.com>", "To: Bob Builder <bob@example.org>", "Date: Mon, 2 Jan 2023 10:00:00 +0000")
        + Mails.mbox("From: Bob Builder <bob@example.org>", "To: ada@example.com", "Date: Tue, 3 Jan 2023 10:00:00 +0000")
        + Mails.mbox(
            "From: Cy Clerk <cy@example.net>", "To: Ada <ada@example.com>", "Cc: Dee Deputy <dee@example.net>",
            "Date: Wed, 4 Jan 2023 10:00:00 +0000")
        + Mails.mbox(
            "From: Example Shop <noreply@shop.example>", "To: ada@example.com", "Date: Thu, 5 Jan 2023 10:00:00 +0000",
            "Auto-Submitted: auto-generated")

    @Test(
        "Who wrote and was written to becomes a contact, who only stood beside an acquaintance, a robot nobody",
        arguments: [1, 7, 100, 1 << 16])
    func basics(chunkSize: Int) throws {
        let read = try MailReading(file: Self.basic, chunkSize: chunkSize)
        #expect(read.formats == ["mbox-correspondents", "mbox-messages", "mbox-owner"])
        #expect(
            read.contacts == [
                "bob@example.org Bob Builder: sent 1 received 1, 2023-01-02 to 2023-01-03",
                "cy@example.net Cy Clerk: sent 0 received 1, 2023-01-04 to 2023-01-04",
            ])
        #expect(read.acquaintances == ["dee@example.net Dee Deputy: sent 0 received 0 group 1, 2023-01-04 to 2023-01-04"])
        #expect(read.owner == ["ada@example.com"])
        #expect(read.rows == 4)
        #expect(read.problems == [])
        #expect(read.newest?.description == "2023-01-05")
        #expect(read.source == "Mail (ada@example.com)")
    }

    @Test("Line ends of Windows and a missing last line end change nothing")
    func lineEnds() throws {
        let windows = Self.basic.replacing("\n", with: "\r\n")
        let expected = try MailReading(file: Self.basic)
        for text in [windows, String(Self.basic.dropLast(8)), "\n" + Self.basic, "\u{FEFF}" + Self.basic] {
            let read = try MailReading(file: text)
            #expect(read.contacts == expected.contacts && read.rows == 4)
        }
    }

    @Test(
        "A line of a body that begins with From parts mails only where it looks like it",
        arguments: [
            ("From here on it is easy.\n\nFrom: me\n", 1), ("\nFrom now on\nEverything: is new\n", 1),
            (">From x Mon Jan  2 15:04:05 2023\n", 1),
            ("\nFrom a@example.com Mon Jan  2 15:04:05 2023\nno header\n", 1),
            ("\nFrom a@example.com Mon Jan  2 15:04:05 2023\nSubject: x\n\nx\n", 2),
            ("no blank line\nFrom a@example.com Mon Jan  2 15:04:05 2023\nFrom: x@example.com\n\nx\n", 2),
            ("\nFrom a@example.com\nReceived: x\n\nx\n", 2),
            ("\nFrom 1776@xxx Mon Jan 02 15:04:05 +0000 2023\nX-GM-THRID: 1\n\nx\n", 2),
        ])
    func separators(body: String, mails: Int) throws {
        #expect(try MailReading(file: Mails.mbox("From: a@example.com", "To: b@example.com", body: body)).rows == mails)
    }

    @Test("A body's length is believed where the next mail lies there")
    func contentLength() throws {
        let body = "\nFrom a@example.com Mon Jan  2 15:04:05 2023\nFrom: c@example.com\n\nquoted\n"
        let length = body.utf8.count
        let next = Mails.mbox("From: b@example.com", "To: a@example.com")
        let right = Mails.mbox("From: a@example.com", "To: b@example.com", "Content-Length: \(length)", body: body) + next
        let wrong = Mails.mbox("From: a@example.com", "To: b@example.com", "Content-Length: \(length + 20)", body: body) + next
        #expect(try MailReading(file: right).rows == 2)
        #expect(try MailReading(file: wrong).rows == 3)
    }

    @Test("Gmail's labels tell what was sent, and spam, deleted mail, drafts and chats are left out")
    func gmail() throws {
        func mail(_ from: String, _ to: String, _ labels: String) -> String {
            Mails.mbox(
                "X-GM-THRID: 1776", "X-Gmail-Labels: \(labels)", "From: \(from)", "To: \(to)", "Date: Mon, 2 Jan 2023 10:00:00 +0000",
                separator: "From 1776@xxx Mon Jan 02 10:00:00 +0000 2023")
        }
        let box =
            mail("Ada <ada@example.com>", "bob@example.org", "Sent") + mail("cy@example.net", "ada@example.com", "Inbox,Important")
            + mail("spammer@example.net", "ada@example.com", "Spam") + mail("old@example.net", "ada@example.com", "Trash,Unread")
            + mail("ada@example.com", "never@example.net", "Drafts") + mail("pal@example.net", "ada@example.com", "Chat")
            + mail("muell@example.net", "ada@example.com", "=?UTF-8?Q?Papierkorb,Ge=C3=B6ffnet?=")
            + mail("ada@alias.example", "eve@example.org", "=?UTF-8?Q?Gesendet,Ge=C3=B6ffnet?=")
        let read = try MailReading(file: box, name: "All mail Including Spam and Trash.mbox")
        #expect(read.contacts.map { $0.prefix { $0 != " " } } == ["bob@example.org", "cy@example.net", "eve@example.org"])
        #expect(read.acquaintances.isEmpty)
        #expect(read.owner == ["ada@example.com", "ada@alias.example"])
        #expect(read.remarks.contains("Mails left out: 1 spam, 2 deleted, 1 drafts, 1 chats."))
        #expect(read.source == "Mail (ada@example.com)")
    }

    @Test("Folders tell what was sent and what was thrown away, whatever program they are of")
    func folders() throws {
        let sent = Mails.mbox(
            "From: Ada <ada@example.com>", "To: bob@example.org", "Date: Mon, 2 Jan 2023 10:00:00 +0000", "Message-ID: <1@x>")
        let received = Mails.mbox("Received: from x", "From: cy@example.net", "To: ada@example.com", "Date: Tue, 3 Jan 2023 10:00:00 +0000")
        let spam = Mails.mbox("Received: from x", "From: evil@example.net", "To: ada@example.com")
        let read = try MailReading([
            ("ImapMail/Inbox", Array(received.utf8)), ("ImapMail/Sent", Array((sent + sent).utf8)), ("ImapMail/Junk", Array(spam.utf8)),
            ("ImapMail/Inbox.msf", Array("// <!-- <mdb:mork:z v=\"1.4\"/> -->\n".utf8)),
            ("Apple/Sent Messages.mbox/mbox", Array(sent.utf8)), ("Apple/Deleted Messages.mbox/mbox", Array(spam.utf8)),
        ])
        #expect(read.contacts.map { $0.prefix { $0 != ":" } } == ["bob@example.org ", "cy@example.net "])
        #expect(read.cards["bob@example.org"]?.extra["holdfast.example:mail"]?["sent"] == .integer(1), "a copy of a mail counts once")
        #expect(read.owner == ["ada@example.com"])
        #expect(
            read.passedOver.filter { $0.reason == "no-contacts" }.map(\.path).sorted() == [
                "Apple/Deleted Messages.mbox/mbox", "ImapMail/Junk",
            ])
    }

    @Test("A Maildir is read with its flags and subfolders")
    func maildir() throws {
        func mail(_ from: String, _ to: String) -> [UInt8] {
            Array("From: \(from)\nTo: \(to)\nDate: Mon, 2 Jan 2023 10:00:00 +0000\n\nHi\n".utf8)
        }
        let read = try MailReading([
            ("cur/1.a.host:2,S", mail("bob@example.org", "ada@example.com")), ("new/2.a.host", mail("cy@example.net", "ada@example.com")),
            ("tmp/3.a.host", mail("half@example.net", "ada@example.com")),
            ("cur/4.a.host:2,ST", mail("gone@example.net", "ada@example.com")),
            ("cur/5.a.host:2,D", mail("ada@example.com", "never@example.net")),
            ("cur/8.a.host:2,FPRSTabcdefghijklmnopqrstuvwxyz", mail("thrown@example.net", "ada@example.com")),
            (".Sent/cur/6.a.host:2,S", mail("Ada <ada@example.com>", "dee@example.org")),
            (".Junk/cur/7.a.host:2,S", mail("evil@example.net", "ada@example.com")), ("maildirfolder", []),
        ])
        #expect(read.formats.first == "maildir-correspondents")
        #expect(Set(read.contacts.map { String($0.prefix { $0 != " " }) }) == ["bob@example.org", "cy@example.net", "dee@example.org"])
        #expect(read.owner == ["ada@example.com"])
    }

    @Test("A Maildir of hundreds is read from disk as it is from memory: long headers, cut off ones and empty files too")
    func largeMaildir() throws {
        let scratch = try ArchiveScratch()
        let files = (0..<400).map { number -> (String, [UInt8]) in
            let from = "From: p\(number)@example.org\nTo: ada@example.com\n"
            let delivered = "Delivered-To: ada@example.com\nDate: Mon, 2 Jan 2023 10:00:00 +0000\n"
            let text =
                switch number % 50 {
                case 7: delivered + "X-Long: " + String(repeating: "long\n ", count: 4000) + "\n" + from + "\nHi\n"
                case 8: ""
                case 9: delivered + from
                case 10: delivered + from + "\n" + String(repeating: "To: body@example.net\n", count: 1000)
                default: delivered + from + "\nHi\n"
                }
            return ("cur/\(number).host:2,S", Array(text.utf8))
        }
        for (name, bytes) in files { try scratch.write(name, bytes) }
        let read = try MailReading(folder: scratch.path)
        #expect(read.rows == 392)
        #expect(Set(read.cards.keys) == Set((0..<400).filter { $0 % 50 != 8 }.map { "p\($0)@example.org" } + ["ada@example.com"]))
        #expect(try read.contacts.sorted() == MailReading(files).contacts.sorted())
    }

    @Test("A mail nobody may read is passed over, and the others are read", arguments: [2, 5, 400])
    func lockedMail(of count: Int) async throws {
        let scratch = try ArchiveScratch()
        let mail = "Delivered-To: ada@example.com\nFrom: bob@example.org\nTo: ada@example.com\n\nHi\n"
        for number in 1...count { try scratch.write("cur/1700000000.M\(number)P1.host:2,S", mail) }
        try scratch.run("sh", "-c", "chmod 755 . cur; chmod 644 cur/*; chmod 000 cur/*M2P*")
        await #expect(processExitsWith: .success) { [path = scratch.path as String, count] in
            // Root may read everything; nobody may not. Both of the process's users, for the system asks the one it was started by.
            if geteuid() == 0 { #expect(setuid(65_534) == 0) }
            let read = try MailReading(folder: path)
            #expect(read.rows == count - 1)
            #expect(read.passedOver == [PassedOver(path: "cur/1700000000.M2P1.host:2,S", reason: "unreadable")])
        }
        withExtendedLifetime(scratch) {}
    }

    @Test("Of a Maildir on disk links are passed over, names beyond ASCII are read, and sizes and times are known")
    func listedMaildir() throws {
        let scratch = try ArchiveScratch()
        let mail = "Delivered-To: ada@example.com\nFrom: bob@example.org\nTo: ada@example.com\n\nHi\n"
        let names = ["1700000000.M1P1.host:2,S", "1700000000.M2P1.host:2,S", "1700000000.M3P1.höst:2,S", "4:2,S"]
        for name in names { try scratch.write("cur/" + name, mail) }
        try scratch.run(
            "sh", "-c", "touch -d @1700000000 cur/*; ln -s 4:2,S cur/1700000000.M4P1.host:2,S; mkdir cur/1700000000.M5P1.host:2,S")
        let handOut = try HandOutFormat.recognise(Parcel.open(path: scratch.path as String))
        #expect(handOut.passedOver == [PassedOver(path: "cur/1700000000.M4P1.host:2,S", reason: "link")])
        let members = try #require(handOut.tables.first).members
        #expect(members.map(\.path) == names.map { "cur/" + $0 })
        #expect(members.map(\.byteCount) == names.map { _ in mail.utf8.count })
        #expect(members.map(\.modifiedAt) == names.map { _ in 1_700_000_000 })
    }

    @Test("A mail that is another one when it is read again says so")
    func replacedMail() throws {
        let scratch = try ArchiveScratch()
        let mail = "Delivered-To: ada@example.com\nFrom: bob@example.org\nTo: ada@example.com\n\nHi\n"
        for number in 1...3 { try scratch.write("cur/1700000000.M\(number)P1.host:2,S", mail) }
        let members = try #require(try HandOutFormat.recognise(Parcel.open(path: scratch.path as String)).tables.first).members
        try scratch.run("sh", "-c", "for n in 1 2 3; do echo other > cur/new; mv cur/new cur/1700000000.M${n}P1.host:2,S; done")
        #expect(members.map { member in inputError { try member.bytes.collected() }?.code } == [.changed, .changed, .changed])
    }

    @Test("Single mails are read, Apple Mail's too")
    func messages() throws {
        let one =
            "Delivered-To: ada@example.com\r\nFrom: Bob <bob@example.org>\r\nTo: ada@example.com\r\nDate: Mon, 2 Jan 2023 10:00:00 +0000\r\n\r\nHi"
        let alone = try MailReading(file: one, name: "whatever.bin")
        #expect(alone.contacts == ["bob@example.org Bob: sent 0 received 1, 2023-01-02 to 2023-01-02"])
        #expect(alone.owner == ["ada@example.com"])
        let apple = "\(one.utf8.count)      \n\(one)\n<?xml version=\"1.0\"?><plist/>\n"
        let folder = try MailReading([
            ("INBOX.mbox/Messages/1.emlx", Array(apple.utf8)), ("a/Spam.eml", Array(one.utf8)), ("notes.txt", Array("Hello: you\n".utf8)),
        ])
        #expect(folder.contacts == alone.contacts.map { $0.replacing("received 1", with: "received 2") })
        #expect(folder.passedOver == [PassedOver(path: "notes.txt", reason: "unknown")])
    }

    @Test("Lists and their people are told apart from contacts")
    func lists() throws {
        let box =
            Mails.mbox("Delivered-To: ada@example.com", "From: Bob <bob@example.org>", "To: ada@example.com")
            + Mails.mbox(
                "Delivered-To: ada@example.com", "List-Id: Talk <talk.lists.example.org>", "List-Post: <mailto:talk@lists.example.org>",
                "From: Lee <lee@example.net>", "To: talk@lists.example.org", "Cc: mia@example.net")
            + Mails.mbox("From: ada@example.com", "To: talk@lists.example.org, bob@example.org", "X-Identity-Key: id1")
            + Mails.mbox("Delivered-To: ada@example.com", "Precedence: bulk", "From: Nell <nell@firm.example>", "To: ada@example.com")
            + Mails.mbox("Delivered-To: ada@example.com", "Return-Path: <>", "From: MAILER-DAEMON@example.com", "To: ada@example.com")
        let read = try MailReading(file: box)
        #expect(read.contacts == ["bob@example.org Bob: sent 1 received 1, 2023-01-02 to 2023-01-02"])
        #expect(
            read.acquaintances == [
                "lee@example.net Lee: sent 0 received 0 list 1, 2023-01-02 to 2023-01-02",
                "nell@firm.example Nell: sent 0 received 0 list 1, 2023-01-02 to 2023-01-02",
            ])
    }

    @Test("Where nothing tells the owner nobody becomes a contact")
    func unknownOwner() throws {
        let read = try MailReading(file: Mails.mbox("From: a@example.com", "To: b@example.com"))
        #expect(read.formats == ["mbox-messages"])
        #expect(read.acquaintances.count == 2 && read.contacts.isEmpty && read.owner.isEmpty)
        #expect(read.remarks.contains { $0.hasPrefix("These mails do not tell whose mailbox they are from") })
    }

    @Test("The best spelling is the name, the others what a person is called besides")
    func names() throws {
        let box =
            Mails.mbox("Delivered-To: ada@example.com", "From: JANE DOE <jane@example.org>", "To: ada@example.com")
            + Mails.mbox("Delivered-To: ada@example.com", "From: \"Doe, Jane\" <Jane@Example.org>", "To: ada@example.com")
            + Mails.mbox("Delivered-To: ada@example.com", "From: Janie <jane@example.org>", "To: ada@example.com")
            + Mails.mbox("Delivered-To: ada@example.com", "From: jane@example.org", "To: ada@example.com")
        let card = try #require(try MailReading(file: box).cards["jane@example.org"])
        #expect(card.name == PersonName(given: "Jane", family: "Doe"))
        #expect(card.nicknames == ["Janie"])
        #expect(card.emails == [EmailAddress("jane@example.org")])
    }

    @Test("A domain in Punycode and the same in letters are one address")
    func punycode() throws {
        let box =
            Mails.mbox("Delivered-To: ada@example.com", "From: jo@xn--bcher-kva.example", "To: ada@example.com")
            + Mails.mbox("Delivered-To: ada@example.com", "From: Jo Buch <jo@Bücher.example>", "To: ada@example.com")
        #expect(try MailReading(file: box).contacts == ["jo@bücher.example Jo Buch: sent 0 received 2, 2023-01-02 to 2023-01-02"])
    }

    @Test("A line that is no field ends a header or stands in it, wherever the pieces of the file end", arguments: [1, 2, 7, 31, 1000])
    func strayLines(chunkSize: Int) throws {
        let text =
            "Delivered-To: ada@example.com\n>From x\nFrom: bob@example.org\nstray\nCc: cy@example.net\nno field\nno field\nTo: dee@example.net\n"
        let read = try MailReading(file: text, name: "x.eml", chunkSize: chunkSize)
        #expect(Set(read.cards.keys) == ["ada@example.com", "bob@example.org", "cy@example.net"])
        let box = try MailReading(file: Mails.mbox("From: a@example.com", "stray", "To: b@example.com") + Self.basic, chunkSize: chunkSize)
        #expect(box.rows == 5 && box.cards["b@example.com"] != nil)
    }

    @Test("A mailbox that begins with bytes of anything is one, where a mail follows")
    func damagedBeginning() throws {
        let first =
            Array("From x Mon Jan  2 15:04:05 2023\n".utf8) + (0..<100_000).map { UInt8(0x80 + $0 * 31 % 128) }
        let good = Mails.mbox("Delivered-To: ada@example.com", "From: bob@example.org", "To: ada@example.com")
        let read = try MailReading([("mail.mbox", first + Array("\n\n\(good)".utf8))], isFile: true)
        #expect(read.formats.first == "mbox-correspondents" && read.rows == 1)
        #expect(read.contacts.map { $0.prefix { $0 != " " } } == ["bob@example.org"])
        #expect(read.problems.map(\.code) == ["no-header"])
        #expect(throws: InputError.self) { try MailReading([("mail.mbox", first)], isFile: true) }
        #expect(throws: InputError.self) { try MailReading(file: "From Rome, 12:30, Mon Jan 2 2023\nDear all,\nthanks.\n") }
    }

    @Test("Damage costs what it hits and nothing else", arguments: [1000, 1 << 16])
    func damage(chunkSize: Int) throws {
        let good = Mails.mbox("Delivered-To: ada@example.com", "From: bob@example.org", "To: ada@example.com")
        let garbage = "From x Mon Jan  2 15:04:05 2023\nX-A: b\n\n" + String(repeating: "\u{0}\u{1}\u{FF}", count: 5000) + "\n\n"
        let longLine = Mails.mbox("Delivered-To: ada@example.com", "To: " + String(repeating: "x", count: 3 << 20), "From: cy@example.net")
        let longFold = Mails.mbox(
            "Delivered-To: ada@example.com", "To: ada@example.com" + String(repeating: ",\n a@example.org", count: 100_000),
            "From: dee@example.net")
        let read = try MailReading(file: good + garbage + longLine + longFold + good, chunkSize: chunkSize)
        #expect(read.rows == 5)
        #expect(Set(read.contacts.map { String($0.prefix { $0 != " " }) }) == ["bob@example.org", "cy@example.net", "dee@example.net"])
        #expect(read.problems.map(\.code) == ["no-text", "header-too-long", "header-too-long"])
        #expect(read.problems.map(\.line) == [11, 14, 21])
    }

    @Test("A mailbox of noise behind one good line is refused as one, with the line where a mail should begin", arguments: [false, true])
    func noise(isTold: Bool) throws {
        let noise = Array("From - Mon Jan  1 00:00:00 2020\n".utf8) + (0..<50_000).map { UInt8(truncatingIfNeeded: $0 * 37 ^ $0 >> 5) }
        let source = BytesInMemory(noise)
        let parcel = Parcel(kind: .file, path: "bin.mbox", original: source, members: [Member(path: "bin.mbox", bytes: source)])
        let formats = isTold ? [HandOutFormat.mbox] : HandOutFormat.all
        let error = #expect(throws: InputError.self) { try HandOutFormat.recognise(parcel, among: formats) }
        let beginning = "bin.mbox begins as a mailbox (mbox) does, but no mail in it can be read: where line 2 should"
        #expect(error?.message.hasPrefix(beginning) == true)
    }

    @Test("NULs inside a mailbox are told by the line of the first of each body, and nothing else is lost", arguments: [7, 1000, 1 << 16])
    func binaryBody(chunkSize: Int) throws {
        let good = Mails.mbox("Delivered-To: ada@example.com", "From: bob@example.org", "To: ada@example.com")
        let lines = good.count { $0 == "\n" }
        let noise = "x\n\nFrom here\u{0}\nmore\u{0}\n\n"
        let after = Mails.mbox("Delivered-To: ada@example.com", "From: cy@example.net", "To: ada@example.com")
        let read = try MailReading(file: good + noise + after + noise + good, chunkSize: chunkSize)
        #expect(read.rows == 3)
        #expect(Set(read.contacts.map { String($0.prefix { $0 != " " }) }) == ["bob@example.org", "cy@example.net"])
        #expect(read.problems.map(\.code) == ["no-text", "no-text"])
        #expect(read.problems.map(\.line) == [lines + 3, 2 * lines + 5 + 3])
        #expect(read.problems.allSatisfy { !$0.isRejection })
    }
}
