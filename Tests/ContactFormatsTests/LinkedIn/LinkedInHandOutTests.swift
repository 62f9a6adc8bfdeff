import ContactFormats
import ContactModel
import Testing

@Suite struct `LinkedIn's hand-out` {
    struct Vintage: CustomTestStringConvertible, Sendable {
        var folder: String
        /// `format: rows/entries`, in the order of the tables.
        var tables: [String]
        var isPrivate: Set<String> = []
        var withoutContacts: Set<String> = []
        var unknown: Set<String> = []
        var hasRemarks = false
        var testDescription: String { folder }
    }

    static let owner2026 = "linkedin-owner: 5/1"

    static let vintages = [
        Vintage(
            folder: "archive-2015", tables: ["linkedin-connections: 1/1", "linkedin-endorsements: 1/1"],
            withoutContacts: ["Account Status History.csv", "-1234567890.jpg"]
        ),
        Vintage(
            folder: "archive-2018",
            tables: [
                "linkedin-connections: 3/3", "linkedin-contacts: 1/1", "linkedin-messages: 3/2", "linkedin-endorsements: 1/1",
            ],
            isPrivate: ["Logins.csv", "Security Challenges.csv"], withoutContacts: ["Shares.csv", "Ad Targeting.csv"]
        ),
        Vintage(folder: "archive-2021", tables: ["linkedin-connections: 4/4", "linkedin-invitations: 2/2", "linkedin-owner: 2/1"]),
        Vintage(
            folder: "archive-2023",
            tables: ["linkedin-connections: 4/4", "linkedin-contacts: 3/3", "linkedin-invitations: 2/2", "linkedin-messages: 8/3"],
            isPrivate: ["Rich Media.csv"], withoutContacts: ["guide_messages.csv", "Saved Jobs.csv"]
        ),
        Vintage(
            folder: "archive-2024",
            tables: [
                "linkedin-connections: 4/4", "linkedin-messages: 9/3", "linkedin-recommendations: 3/2", "linkedin-follows: 2/1",
            ],
            withoutContacts: ["Learning.csv"]
        ),
        Vintage(folder: "archive-2026-part-1", tables: [owner2026], withoutContacts: ["Registration.csv"], hasRemarks: true),
        Vintage(
            folder: "archive-2026-part-2",
            tables: [
                "linkedin-connections: 6/5", "linkedin-contacts: 1/1", "linkedin-invitations: 2/2", "linkedin-messages: 9/3",
                "linkedin-notes: 1/1", "linkedin-endorsements: 3/1", "linkedin-follows: 1/1", owner2026,
            ],
            isPrivate: ["Verifications.csv", "Private_identity_asset.csv"],
            withoutContacts: [
                "Registration.csv", "Comments_12345678.csv", "LearningCoachMessages.csv", "learning_role_play_messages.csv",
                "an-article.html",
            ],
            unknown: ["Something New.csv"]
        ),
    ]

    @Test(arguments: vintages)
    func `is read in every vintage of the archive`(expected: Vintage) throws {
        let parcel = try LinkedInFixture.archive(expected.folder, path: "Complete_LinkedInDataExport_07-28-2026.zip")
        let handOut = try #require(try LinkedInHandOut.recognise(parcel))
        let tables = try handOut.tables.map { table in
            let reading = try Reading(table)
            #expect(reading.problems.isEmpty)
            return "\(table.format): \(reading.rows)/\(reading.entries.count)"
        }
        #expect(tables == expected.tables)
        #expect(handOut.service == "LinkedIn")
        #expect(handOut.remarks.isEmpty != expected.hasRemarks)
        #expect(handOut.passedOver.names("private") == expected.isPrivate)
        #expect(handOut.passedOver.names("no-contacts") == expected.withoutContacts)
        #expect(handOut.passedOver.names("unknown") == expected.unknown)
        #expect(handOut.exportedOn == CalendarDate(iso: "2026-07-28"))
    }

    @Test(arguments: vintages)
    func `never lets a message's text out`(expected: Vintage) throws {
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive(expected.folder, path: "x.zip")))
        for table in handOut.tables where table.list != .notes {
            for entry in try Reading(table).entries { #expect(!"\(entry)".contains("secret")) }
        }
    }

    @Test func `tells the first of two parts and says when the second comes`() throws {
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2026-part-1", path: "Basic.zip")))
        let remark = try #require(handOut.remarks.first)
        for words in ["24 to 72 hours", "72 hours", "Nobody was removed", "second e-mail"] { #expect(remark.contains(words)) }
    }

    @Test func `counts messages by correspondent and direction`() throws {
        for folder in ["archive-2023", "archive-2024", "archive-2026-part-2"] {
            let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive(folder, path: "x.zip")))
            let table = try #require(handOut.tables.first { $0.list == .messages })
            let entries = try Reading(table).entries
            #expect(entries.map(\.key.value) == ["linkedin:ada-example", "linkedin:zoë-müller", "linkedin:bo-muster"])
            let ada: [String: JSONValue] = [
                "sent": .integer(1), "received": .integer(2), "group": .integer(1), "first": .string("2025-12-24"),
                "last": .string("2026-02-01"),
            ]
            #expect(entries[0].card.extra["holdfast.example:messages"] == .object(ada))
            #expect(entries[0].card.name.full == "Ada Example, PhD")
            let bo: [String: JSONValue] = [
                "sent": .integer(0), "received": .integer(0), "group": .integer(1), "first": .string("2025-06-01"),
                "last": .string("2025-06-01"),
            ]
            #expect(entries[2].card.extra["holdfast.example:messages"] == .object(bo))
            #expect(table.newestDate == CalendarDate(iso: "2026-02-01"))
        }
    }

    @Test func `counts messages of 2018 by name, credentials not taken for people`() throws {
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2018", path: "x.zip")))
        let entries = try handOut.reading(.messages).entries
        #expect(entries.map(\.key.description) == ["name:ada example", "name:example phd"])
        #expect(entries[0].card.extra["holdfast.example:messages"]?["sent"] == .integer(1))
        #expect(entries[0].card.extra["holdfast.example:messages"]?["received"] == .integer(1))
    }

    @Test func `of 2019 to 2023 knows recipients by name and joins them to their profiles`() throws {
        let text = """
            CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER
            a,,Olga Owner,https://www.linkedin.com/in/olga,Ada Example,2020-01-03 09:00:00 UTC,,x,INBOX
            a,,Ada Example,https://www.linkedin.com/in/ada,Olga Owner,2020-01-02 09:00:00 UTC,,x,INBOX
            b,,Bo Muster,https://www.linkedin.com/in/bo,Olga Owner,2020-01-01 09:00:00 UTC,,x,INBOX
            c,,Olga Owner,https://www.linkedin.com/in/olga,"Ada Example, Bo Muster",2020-01-04 09:00:00 UTC,,x,INBOX
            """
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel([("messages.csv", text)])))
        let entries = try Reading(handOut.tables[0]).entries
        #expect(entries.map(\.key.value) == ["linkedin:ada", "linkedin:bo"])
        #expect(
            entries.map { $0.card.extra["holdfast.example:messages"] } == [
                .object([
                    "sent": .integer(1), "received": .integer(1), "group": .integer(1), "first": .string("2020-01-02"),
                    "last": .string("2020-01-03"),
                ]),
                .object([
                    "sent": .integer(0), "received": .integer(1), "group": .integer(1), "first": .string("2020-01-01"),
                    "last": .string("2020-01-01"),
                ]),
            ]
        )
    }

    @Test func `says so where the owner can't be told from a correspondent`() throws {
        let text = """
            CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER
            a,,Olga Owner,https://www.linkedin.com/in/olga,Ada Example,https://www.linkedin.com/in/ada,2020-01-03 09:00:00 UTC,,x,INBOX
            """
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel([("messages.csv", text)])))
        let table = try #require(handOut.tables.first)
        #expect(table.remarks.count == 1)
        #expect(try Reading(table).entries.isEmpty)
    }

    @Test func `gives invitations, endorsements, notes, recommendations and follows one entry a person`() throws {
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2026-part-2", path: "x.zip")))
        func entries(_ list: EntryList) throws -> [SourceEntry] { try handOut.reading(list).entries }
        let invitations = try entries(.invitations)
        #expect(invitations.map(\.key.value) == ["linkedin:ada-example", "linkedin:zoë-müller"])
        #expect(
            invitations.map { $0.card.extra["holdfast.example:invitation"] } == [
                .object(["direction": .string("outgoing"), "sent_at": .string("2026-01-29")]),
                .object(["direction": .string("incoming"), "sent_at": .string("2018-11-19")]),
            ]
        )
        let endorsements = try entries(.endorsements)
        #expect(endorsements.map(\.key.value) == ["linkedin:zoë-müller"])
        #expect(
            endorsements[0].card.extra["holdfast.example:endorsements"]
                == .object(["given": .array([.string("Pleading")]), "received": .array([.string("Tax Law"), .string("Litigation")])])
        )
        let notes = try entries(.notes)
        #expect(notes[0].card.notes == ["Likes tea.\nCall in May."])
        #expect(notes[0].card.extra["holdfast.example:notes"] == .array([.object(["created": .string("2026-01-02")])]))
        #expect(try entries(.follows).map(\.key.description) == ["name:fay follow"])

        let older = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2024", path: "x.zip")))
        let recommendations = try older.reading(.recommendations).entries
        #expect(recommendations.map(\.key.description) == ["position:ada example|example inc.", "name:bo muster"])
        #expect(
            recommendations[0].card.extra["holdfast.example:recommendations"]
                == .object([
                    "given": .object(["date": .string("2024-02-28"), "status": .string("PENDING")]),
                    "received": .object(["date": .string("2024-01-31"), "status": .string("VISIBLE")]),
                ])
        )
    }

    @Test func `of 2023 knows invited members by number`() throws {
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2023", path: "x.zip")))
        let entries = try handOut.reading(.invitations).entries
        #expect(entries.map(\.key.value) == ["linkedin-member:22", "linkedin-member:333"])
    }

    @Test func `keeps the uploaded address book apart from the connections`() throws {
        for (folder, count) in [("archive-2018", 1), ("archive-2023", 3), ("archive-2026-part-2", 1)] {
            let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive(folder, path: "x.zip")))
            let table = try #require(handOut.tables.first { $0.list == .addressBook } as? any LinkedInTable)
            #expect(table.sourceName == "LinkedIn address book")
            let entries = try Reading(table).entries
            #expect(entries.count == count)
            #expect(entries[0].key == IdentityKey(.email, "cora@example.com"))
            #expect(entries[0].card.phones.prefix(2).map(\.number) == ["+1 555 0100", "+1 555 0101"])
            if count == 3 {
                #expect(entries[0].card.emails.map(\.address) == ["cora@example.com", "cora@example.org"])
                #expect(entries[0].card.phones.count == 4)
                #expect(entries[0].card.birthday == PartialDate(month: 1, day: 2))
                #expect(entries[0].card.links == [Link("https://www.cora.example")])
                #expect(entries[1].key == IdentityKey(.phone, "+4930000000"))
                #expect(entries[2].key == IdentityKey(.email, "mail@example.com"))
            }
        }
    }

    @Test func `tells who the owner is`() throws {
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2026-part-2", path: "x.zip")))
        let entry = try #require(handOut.reading(.owner).entries.first)
        #expect(entry.key == IdentityKey(.profile, "linkedin:olga-owner"))
        #expect(entry.card.name == PersonName(given: "Olga", family: "Owner"))
        #expect(entry.card.organizations == [Organization("Owner LLP")])
        #expect(entry.card.titles == ["Partner"])
        #expect(entry.card.phones == [PhoneNumber("+49 30 1234567", label: "mobile")])
        #expect(entry.card.birthday == PartialDate(year: 1980, month: 1, day: 2))
        #expect(
            entry.card.links == [
                Link("https://www.linkedin.com/in/olga-owner", service: "LinkedIn"), Link("https://twitter.com/olga", service: "Twitter"),
                Link("https://olga.example", label: "portfolio"), Link("https://owner.example/olga", label: "other"),
            ]
        )
        let old = try #require(try LinkedInHandOut.recognise(LinkedInFixture.archive("archive-2021", path: "x.zip")))
        let addresses = try old.reading(.owner).entries
        #expect(addresses.first?.card.emails.map(\.address) == ["olga@example.com", "olga@example.net"])
    }

    @Test(
        arguments: [
            "era-a-outlook.csv", "era-e.csv", "excel-german.csv", "archive-2023/messages.csv", "archive-2023/Invitations.csv",
            "archive-2023/Contacts.csv", "archive-2026-part-2/Notes.csv", "archive-2026-part-2/Positions.csv",
            "archive-2018/Endorsement Given Info.csv", "archive-2024/Recommendations_Given.csv", "archive-2024/Member_Follows.csv",
        ]
    )
    func `is told by the header of any file alone, whatever the file is called`(file: String) throws {
        for path in [file, "-", "download (3).txt"] {
            let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.file(file, path: path)))
            #expect(handOut.tables.count == 1)
            #expect(handOut.remarks.isEmpty)
            #expect(handOut.exportedOn == nil)
        }
    }

    @Test(arguments: ["notes-only.csv", "header-only.csv"])
    func `without a row is an error that says so`(file: String) throws {
        let error = #expect(throws: InputError.self) { try LinkedInHandOut.recognise(LinkedInFixture.file(file)) }
        #expect(error?.code == .noRows)
        #expect(error?.message.contains(file) ?? false)
    }

    @Test func `without names is an error that shows the columns`() throws {
        let error = #expect(throws: InputError.self) { try LinkedInHandOut.recognise(LinkedInFixture.file("names-removed.csv")) }
        #expect(error?.code == .unrecognised)
        #expect(error?.message.contains("Company, Position, Connected On") ?? false)
    }

    @Test func `with an empty list of connections in an archive is read without it, and removes nobody`() throws {
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
        let invitations = "From,To,Sent At,Message,Direction\nA B,C D,\"1/29/26, 2:37 PM\",,OUTGOING\n"
        let handOut = try #require(
            try LinkedInHandOut.recognise(LinkedInFixture.parcel([("Connections.csv", header), ("Invitations.csv", invitations)]))
        )
        #expect(handOut.tables.map(\.list) == [.invitations])
        #expect(handOut.remarks.first?.contains("nobody was removed") ?? false)
    }

    @Test(
        arguments: [
            [("a.txt", "hello"), ("b.csv", "A,B\n1,2\n")],
            [("contacts.csv", "Name,Given Name,Family Name,E-mail 1 - Value\nA,B,C,a@example.com\n")],
            [("data/following.js", "window.YTD.following.part0 = []")], [("Skills.csv", "Name\nSwift\n")], [],
        ]
    )
    func `is not seen where nothing is LinkedIn's`(files: [(String, String)]) throws {
        #expect(try LinkedInHandOut.recognise(LinkedInFixture.parcel(files)) == nil)
    }

    @Test func `passes over copies and reads parts as one list`() throws {
        let first = "First Name,Last Name,URL,Company,Connected On\nA,B,https://www.linkedin.com/in/ab,C,08 Feb 2026\n"
        let second = "First Name,Last Name,URL,Company,Connected On\nD,E,https://www.linkedin.com/in/de,F,07 Feb 2026\n"
        let files = [
            ("Connections (1).csv", first), ("Connections.csv", first), ("Connections_1.csv", second), ("sub/Connections.csv", first),
            ("Connections_2.csv", second),
        ]
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel(files)))
        #expect(handOut.tables.count == 1)
        #expect(handOut.tables[0].members.map(\.path) == ["Connections.csv", "Connections_1.csv"])
        #expect(handOut.passedOver.names("copy") == ["Connections (1).csv", "Connections.csv", "Connections_2.csv"])
        #expect(try Reading(handOut.tables[0]).entries.count == 2)
        let other = try #require(
            try LinkedInHandOut.recognise(LinkedInFixture.parcel([("Connections (1).csv", second), ("Connections.csv", first)]))
        )
        #expect(other.passedOver.isEmpty)
        #expect(other.tables.map { $0.members.map(\.path) } == [["Connections (1).csv"], ["Connections.csv"]])
        #expect(other.remarks.count == 1)
    }

    @Test func `reads two whole lists as two, whatever they are called`() throws {
        let notes = "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing.\"\n\n"
        let header = "First Name,Last Name,URL,Company,Connected On\n"
        func row(_ name: String, _ company: String, _ year: Int) -> String {
            "\(name),B,https://www.linkedin.com/in/\(name.lowercased()),\(company),08 Feb \(year)\n"
        }
        let old = header + row("Ann", "Old", 2019) + row("Bob", "C1", 2019)
        let new = header + row("Ann", "New", 2019) + row("Cy", "C1", 2024) + row("Di", "C1", 2024)
        for name in ["Connections_1.csv", "Connections (1).csv"] {
            let files = [("Connections.csv", notes + old), (name, notes + new)]
            let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel(files)))
            #expect(handOut.tables.map { $0.members.map(\.path) } == [["Connections.csv"], [name]])
            #expect(handOut.passedOver.isEmpty)
            #expect(handOut.remarks.count == 1, "\(handOut.remarks)")
        }
        // A row at the seam may stand in both parts; LinkedIn's notes stand in the first.
        let seam = [
            ("Connections.csv", notes + old),
            ("Connections_1.csv", header + row("Bob", "C1", 2019) + row("Cy", "C1", 2024) + row("Di", "C1", 2024)),
        ]
        let parts = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel(seam)))
        #expect(parts.tables.count == 1 && parts.remarks.isEmpty)
    }

    @Test func `does not call a damaged list one that holds no contacts`() throws {
        let list = "First Name,Last Name,URL,Company,Connected On\nA,B,https://www.linkedin.com/in/ab,C,08 Feb 2026\n"
        let files = [
            ("Connections.csv", list), ("messages.csv", String(repeating: "\u{0}\u{1}\u{2}", count: 50)),
            ("Invitations.csv", "Sent,What\n1,2\n"), ("Endorsement_Received_Info.csv", ""),
        ]
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel(files)))
        #expect(handOut.passedOver.names("unlike-its-name") == ["messages.csv", "Invitations.csv"])
        #expect(handOut.passedOver.names("no-contacts") == ["Endorsement_Received_Info.csv"])
        #expect(handOut.passedOver.prefix(2).allSatisfy { $0.shortcoming?.contains("damaged") ?? false })
    }

    @Test func `says of a list whose only row is too long that it can't be read`() throws {
        let cell = String(repeating: "C", count: 9 << 20)
        let list = "First Name,Last Name,URL,Company,Connected On\nA,B,https://www.linkedin.com/in/ab,\(cell),08 Feb 2026\n"
        let error = #expect(throws: InputError.self) {
            try LinkedInHandOut.recognise(LinkedInFixture.parcel([("long.csv", list)], kind: .file))
        }
        let message = error?.message ?? ""
        #expect(message.contains("no row that can be read (line 2 has more than eight megabytes, or 4,096 cells)"), "\(message)")
    }

    @Test func `with lists of several years keeps them apart, the newest last`() throws {
        func list(_ year: Int) -> String {
            "First Name,Last Name,URL,Company,Connected On\nA,B,https://www.linkedin.com/in/ab-\(year),C,08 Feb \(year)\n"
        }
        let files = [
            ("Connections_2023.csv", list(2023)), ("Connections-2021.csv", list(2021)),
            ("Complete_LinkedInDataExport_03-04-2022/Connections.csv", list(2022)),
        ]
        let handOut = try #require(try LinkedInHandOut.recognise(LinkedInFixture.parcel(files, kind: .folder, path: "exports")))
        #expect(handOut.tables.map { $0.newestDate?.year } == [2021, 2022, 2023])
        let days = handOut.tables.map { ($0 as? any LinkedInTable)?.exportedOn }
        #expect(days == [nil, CalendarDate(iso: "2022-03-04"), nil])
    }

    @Test(
        arguments: [
            ("Basic_LinkedInDataExport_02-08-2026.zip", "2026-02-08"),
            ("/home/x/Complete_LinkedInDataExport_02-08-2026.zip.zip", "2026-02-08"),
            ("LinkedInDataExport_07-28-2015", "2015-07-28"), ("Complete_LinkedInDataExport_02-08-2026 (1).zip", "2026-02-08"),
            ("Complete_LinkedInDataExport_02-30-2026.zip", "2026-07-28"), ("renamed.zip", "2026-07-28"), ("dataexport", "2026-07-28"),
        ]
    )
    func `is dated by its name, else by its newest entry`(path: String, iso: String) throws {
        let parcel = try LinkedInFixture.archive("archive-2024", path: path, modifiedAt: 1_785_240_000)
        #expect(try LinkedInHandOut.recognise(parcel)?.exportedOn == CalendarDate(iso: iso))
    }

    @Test func `in an unpacked folder is dated by the folder it was packed in only`() throws {
        var parcel = try LinkedInFixture.archive("archive-2015", path: "downloads", modifiedAt: 1_785_240_000)
        parcel.kind = .folder
        let handOut = try #require(try LinkedInHandOut.recognise(parcel))
        #expect(handOut.exportedOn == nil)
        #expect(handOut.tables.allSatisfy { $0.exportedOn == CalendarDate(iso: "2015-07-28") })
        parcel.members = parcel.members.map {
            var member = $0
            member.path = member.path.split(separator: "/").last.map(String.init) ?? ""
            return member
        }
        #expect(try LinkedInHandOut.recognise(parcel)?.exportedOn == nil)
    }

    @Test func `that can't be recognised is answered with its first line, or what it is`() throws {
        let text = LinkedInFixture.parcel([("x.csv", "\n\nhello,world\n")], kind: .file, path: "/tmp/x.csv")
        let error = try LinkedInHandOut.unrecognisedError(for: text)
        #expect(error.code == .unrecognised)
        #expect(error.message.contains("hello,world"))
        #expect(
            try LinkedInHandOut.unrecognisedError(for: LinkedInFixture.parcel([("x.csv", "")], kind: .file, path: "x.csv")).code == .empty)
        let shares = try LinkedInHandOut.unrecognisedError(
            for: LinkedInFixture.parcel([("Shares.csv", "Date")], kind: .file, path: "Shares.csv"))
        #expect(shares.message.contains("holds no contacts"))
    }

    @Test func `of a list without rows is an error for a file alone`() throws {
        let header = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        let error = #expect(throws: InputError.self) {
            try LinkedInHandOut.recognise(LinkedInFixture.parcel([("Invitations.csv", header)], kind: .file, path: "Invitations.csv"))
        }
        #expect(error?.code == .noRows)
    }

    @Test func `passes over what systems leave behind`() throws {
        var parcel = try LinkedInFixture.archive("archive-2021", path: "x.zip")
        let names = ["__MACOSX/._Connections.csv", "._Connections.csv", ".DS_Store", "Thumbs.db"]
        parcel.members += names.map { Member(path: $0, bytes: BytesInMemory("First Name,Last Name,Company\nA,B,C\n")) }
        let handOut = try #require(try LinkedInHandOut.recognise(parcel))
        #expect(handOut.tables.count { $0.list == .connections } == 1)
        #expect(handOut.passedOver.filter { $0.reason == "system" }.map(\.path) == names)
    }

    @Test func `packed with another is two, each with its own folder's lists`() throws {
        let one = try LinkedInFixture.archive("archive-2026-part-1", path: "x")
        let two = try LinkedInFixture.archive("archive-2026-part-2", path: "x")
        func members(_ parcel: Parcel, under folder: String) -> [Member] {
            parcel.members.map {
                var member = $0
                member.path = folder + "/" + member.path
                return member
            }
        }
        let parcel = Parcel(
            kind: .archive, path: "both.zip", original: nil,
            members: members(one, under: "Basic_LinkedInDataExport_07-28-2026")
                + members(two, under: "Complete_LinkedInDataExport_07-29-2026")
        )
        let handOut = try #require(try LinkedInHandOut.recognise(parcel))
        #expect(handOut.tables.count { $0.list == .connections } == 1)
        #expect(handOut.tables.count { $0.list == .owner } == 1)
        #expect(handOut.remarks.isEmpty)
        let connections = try #require(handOut.tables.first { $0.list == .connections })
        #expect(connections.exportedOn == CalendarDate(iso: "2026-07-29"))
        #expect(handOut.passedOver.names("copy") == ["Profile.csv", "Positions.csv", "PhoneNumbers.csv", "Email Addresses.csv"])
    }

    @Test func `made of anything at all is read without a trap`() throws {
        var generator = SystemRandomNumberGenerator()
        let headers = [
            "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT,FOLDER",
            "From,To,Date,Content,Direction,Folder",
            "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
            "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status",
            "First Name,Last Name,Company,Job Title,Text,Creation Date,Status", "Date,Status,FullName",
            "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On",
            "FirstName,LastName,Emails,PhoneNumbers,CreatedAt,Birthday,Sites", "First Name,Last Name,Headline,Summary,Websites",
            "Company Name,Title,Started On,Finished On", "Email Address,Confirmed,Primary", "Extension,Number,Type",
            "First Name,Last Name,URL,Company,Connected On",
        ]
        let cells = [
            "", "", "Ada Example", "Bo, PhD", "\"a, b; c\"", "https://www.linkedin.com/in/ada", "urn:li:member:7", "1/29/26", "2026-01-29",
            "Yes",
            "OUTGOING", "@", "ada@example.com", "[X:y,:]", "\"", "\u{0}", "LinkedIn Member", "+1 5", "🎉", "03/04/2022", "\n", "'=x",
        ]
        for _ in 0..<300 {
            let files = headers.indices.shuffled(using: &generator).prefix(4).map { index in
                var text = headers[index] + "\n"
                for _ in 0..<Int.random(in: 0..<6, using: &generator) {
                    let row = (0..<Int.random(in: 0..<10, using: &generator)).map { _ in
                        cells[Int.random(in: 0..<cells.count, using: &generator)]
                    }
                    text += row.joined(separator: ",") + "\n"
                }
                return ("\(index).csv", text)
            }
            guard let handOut = try? LinkedInHandOut.recognise(LinkedInFixture.parcel(Array(files))) else { continue }
            for table in handOut.tables {
                for entry in try Reading(table).entries {
                    #expect(!entry.key.value.isEmpty)
                }
            }
        }
    }

    @Test func `opens no private file`() throws {
        struct Locked: ByteSource {
            func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws { throw InputError(.unreadable, "opened") }
        }
        var parcel = try LinkedInFixture.archive("archive-2024", path: "x.zip")
        let names = [
            "Rich_Media.csv", "Ads Clicked.csv", "LAN Ads Engagement.csv", "Inferences_about_you.csv", "Receipts_v2.csv",
            "Security Challenges.csv", "Logins.csv", "Private_identity_asset.csv", "Verifications/Verifications.csv", "logins_12345.csv",
        ]
        parcel.members += names.map { Member(path: $0, bytes: Locked()) }
        let handOut = try #require(try LinkedInHandOut.recognise(parcel))
        #expect(handOut.passedOver.filter { $0.reason == "private" }.map(\.path) == names)
    }
}

extension [PassedOver] {
    /// The names, without folders, of what was passed over for a reason.
    func names(_ reason: String) -> Set<String> {
        Set(filter { $0.reason == reason }.compactMap { $0.path.split(separator: "/").last.map(String.init) })
    }
}

extension HandOut {
    /// What the table of a list yields.
    func reading(_ list: EntryList) throws -> Reading {
        let table = try #require(tables.first { $0.list == list })
        return try Reading(table)
    }
}
