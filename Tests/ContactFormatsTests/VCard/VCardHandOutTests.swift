import ContactModel
import Testing

@testable import ContactFormats

@Suite("An address book as vCards")
struct VCardHandOutTests {
    private func parcel(_ files: [String: [UInt8]], path: String = "contacts.vcf", kind: Parcel.Kind = .file) -> Parcel {
        let members = files.sorted { $0.key < $1.key }.map { Member(path: $0.key, bytes: BytesInMemory($0.value)) }
        return Parcel(kind: kind, path: path, original: members.first?.bytes, members: members)
    }

    private func entries(_ table: any Table) throws -> [SourceEntry] {
        var entries: [SourceEntry] = []
        _ = try table.read { event in if case .entry(let entry) = event { entries.append(entry) } }
        return entries
    }

    @Test(
        "is named by the program that made it",
        arguments: [
            ("apple-contacts.vcf", "Apple Contacts"), ("icloud.vcf", "iCloud"), ("google.vcf", "Google Contacts"),
            ("outlook.vcf", "Outlook"),
            ("android.vcf", "Address book"), ("nextcloud.vcf", "Nextcloud"), ("evolution.vcf", "Evolution"),
        ])
    func names(file: String, source: String) throws {
        let parcel = try parcel([file: VCards.fixture(file)], path: "contacts (2).vcf")
        let handOut = try HandOutFormat.recognise(parcel)
        #expect(handOut.tables.map(\.format) == ["vcard"])
        #expect(handOut.tables.first?.sourceName == source)
        #expect(handOut.tables.first?.list == .addressBook)
    }

    @Test("Groups become tags of their members, groups inside groups and in a circle too")
    func groups() throws {
        let handOut = try HandOutFormat.recognise(parcel(["groups.vcf": VCards.fixture("groups.vcf")]))
        let table = try #require(handOut.tables.first)
        #expect(try entries(table).map(\.card.keywords) == [["Everybody", "Inner"]])
        #expect(table.remarks == ["2 groups became tags of their members."])
        let apple = try HandOutFormat.recognise(parcel(["a.vcf": VCards.fixture("apple-contacts.vcf")]))
        #expect(try entries(#require(apple.tables.first)).first?.card.keywords == ["Friends", "Engines", "Book club"])
    }

    private static let nested = """
        BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:urn:uuid:o\nFN:Outer\nNOTE:the board\nX-GRP:kept\nMEMBER:urn:uuid:i\nEND:VCARD
        BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:urn:uuid:i\nFN:Inner\nMEMBER:urn:uuid:p\nMEMBER:mailto:out@example.org\nEND:VCARD
        BEGIN:VCARD\nVERSION:4.0\nFN:Jo Member\nUID:urn:uuid:p\nEND:VCARD

        """

    @Test("What no tag can say of a group is told by its line: its own words, groups inside it, members without a card")
    func lossesOfGroups() throws {
        let table = try #require(HandOutFormat.recognise(parcel(["a.vcf": Array(Self.nested.utf8)])).tables.first)
        var problems: [ReadProblem] = []
        _ = try table.read { event in if case .problem(let problem) = event { problems.append(problem) } }
        #expect(
            problems.map { "\($0.line) \($0.code) \($0.text)" } == [
                "6 group-detail NOTE: the board", "7 group-detail X-GRP: kept", "8 group-in-group Inner",
                "16 member-without-card mailto:out@example.org",
            ])
        #expect(problems.allSatisfy { !$0.isRejection })
        #expect(try entries(table).map(\.card.keywords) == [["Inner", "Outer"]])
    }

    @Test("A circle of groups in which there is nobody became nobody's tag, and is told as a circle")
    func circle() throws {
        let groups = ["a b", "b a"].map { pair in
            let ids = pair.split(separator: " ")
            return "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:\(ids[0])\nFN:G\(ids[0])\nMEMBER:\(ids[1])\nEND:VCARD\n"
        }
        let text = groups.joined() + "BEGIN:VCARD\nVERSION:4.0\nUID:c\nFN:Jo\nEND:VCARD\n"
        let table = try #require(HandOutFormat.recognise(parcel(["a.vcf": Array(text.utf8)])).tables.first)
        #expect(table.remarks == ["2 groups name nobody, so no tag tells of them."])
        var problems: [ReadProblem] = []
        _ = try table.read { event in if case .problem(let problem) = event { problems.append(problem) } }
        #expect(problems.map { "\($0.line) \($0.code) \($0.text)" } == ["6 circle-of-groups Gb", "13 circle-of-groups Ga"])
    }

    @Test("A circle of thousands of groups is gone round once")
    func longCircle() throws {
        let count = 5000
        let groups = (0..<count).map { number in
            "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nUID:g\(number)\nFN:G\(number)\nMEMBER:g\((number + 1) % count)\nMEMBER:p\nEND:VCARD\n"
        }
        let text = groups.joined() + "BEGIN:VCARD\nVERSION:4.0\nUID:p\nFN:Jo\nEND:VCARD\n"
        let table = try #require(HandOutFormat.recognise(parcel(["a.vcf": Array(text.utf8)])).tables.first)
        #expect(try entries(table).first?.card.keywords.count == count)
        #expect(table.remarks == ["5000 groups became tags of their members."])
    }

    @Test("Where groups are asked for as cards they are entries with all they say, and no tags are made")
    func groupsAsCards() throws {
        let table = try #require(HandOutFormat.recognise(parcel(["a.vcf": Array(Self.nested.utf8)])).tables.first as? any TableOfGroups)
        let cards = try entries(table.withGroupsAsCards).map(\.card)
        #expect(cards.flatMap(\.keywords).isEmpty)
        #expect(table.withGroupsAsCards.remarks.isEmpty)
        let written = String(decoding: VCards.write(cards, .v4), as: UTF8.self).split(separator: "\r\n").map(String.init)
        let lines = Self.nested.split(separator: "\n").map(String.init)
        #expect(written.filter { !$0.hasPrefix("PRODID") }.sorted() == lines.sorted())
    }

    @Test("An entry is known again by its id, else by a profile, an address, a number, its name")
    func keys() throws {
        let cards = [
            "UID:17\nFN:A", "FN:A\nURL:https://www.linkedin.com/in/Ada-Example/", "FN:A\nEMAIL:A@Example.com", "FN:A\nTEL:+1 555 0100",
            "FN:Ada E",
            "ORG:Only Ltd",
        ].map { "BEGIN:VCARD\nVERSION:3.0\n\($0)\nEND:VCARD\n" }.joined()
        let table = try #require(HandOutFormat.recognise(parcel(["a": Array(cards.utf8)])).tables.first)
        #expect(
            try entries(table).map(\.key.description) == [
                "content:uid:17", "profile:linkedin:ada-example", "email:a@example.com", "phone:+15550100", "name:ada e",
                "content:only ltd",
            ])
    }

    @Test("A folder of files is one source, a card that stands in two of them one entry, other files are left")
    func folder() throws {
        let google = try VCards.fixture("google.vcf")
        let files = ["Takeout/All.vcf": google, "Takeout/Verein.vcf": google, "Takeout/note.txt": Array("Hello\n".utf8)]
        let handOut = try HandOutFormat.recognise(parcel(files, path: "Takeout", kind: .folder))
        #expect(handOut.tables.count == 1)
        #expect(handOut.passedOver == [PassedOver(path: "Takeout/note.txt", reason: "unknown")])
        #expect(try entries(#require(handOut.tables.first)).count == 3)
    }

    @Test("The newest REV dates the hand-out")
    func newest() throws {
        let table = try HandOutFormat.recognise(parcel(["a": VCards.fixture("nextcloud.vcf")])).tables.first
        #expect(table?.newestDate == CalendarDate(iso: "2025-02-03"))
    }

    @Test(
        "What is no vCard is not taken for one",
        arguments: ["", "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "First Name,Last Name\nA,B\n", "{\"a\":1}", "<html></html>"])
    func others(text: String) throws {
        #expect(try VCardHandOut.isVCard(BytesInMemory(text)) == false)
    }
}
