import Testing

@testable import ContactFormats
@testable import ContactModel

/// What no program should write and people hand in all the same: each reader keeps what is whole, tells of the rest, and ends.
@Suite("Files that are broken, huge or made to harm")
struct HostileInputTests {
    private func read(_ name: String, _ bytes: [UInt8]) throws -> TableFixture.Reading {
        try TableFixture.read(TableFixture.file(name, bytes)).reading
    }

    private func read(_ name: String, _ text: String) throws -> TableFixture.Reading { try read(name, Array(text.utf8)) }

    /// Two entries in each format, the second one whole; `cut` is what is left of the first.
    private static let halves: [(name: String, text: String)] = [
        ("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Ex\nBEGIN:VCARD\nVERSION:3.0\nFN:Bo Muster\nEND:VCARD\n"),
        ("a.ldif", "dn: cn=Ada\nobjectClass: person\ncn: Ada\nmail:: ####\n\ndn: cn=Bo\nobjectClass: person\ncn: Bo Muster\n"),
        ("a.csv", "Name,Email,Phone\nAda Example,ada@ex\nBo Muster,bo@example.com,030 1234567\n"),
        (
            "a.jsonl",
            #"{"id":"1","name":"Ada Example","emails":[],"phones":[]}"# + "\n" + #"{"id":"2","name":"Ada"# + "\n"
                + #"{"id":"3","name":"Bo Muster","emails":[],"phones":[]}"# + "\n"
        ),
    ]

    @Test("half an entry costs nothing else", arguments: halves)
    func half(file: (name: String, text: String)) throws {
        #expect(try read(file.name, file.text).card("Bo Muster") != nil)
    }

    @Test("a file cut off anywhere gives what is before the cut, and never traps", arguments: halves)
    func cutAnywhere(file: (name: String, text: String)) {
        let bytes = Array(file.text.utf8)
        for length in stride(from: 0, to: bytes.count, by: 3) {
            let reading = try? read(file.name, Array(bytes.prefix(length)))
            #expect((reading?.entries.count ?? 0) <= 3)
        }
    }

    @Test("NULs between and inside entries are left out", arguments: halves)
    func zeros(file: (name: String, text: String)) {
        let bytes = file.text.utf8.flatMap { $0 == UInt8(ascii: "M") ? [0, $0, 0] : [$0] }
        let names = (try? read(file.name, bytes))?.cards.map(\.name.display) ?? []
        #expect(names.allSatisfy { !$0.utf8.contains(0) })
    }

    @Test("a value folded over a hundred thousand lines, and one of nine megabytes, are bounded and told; the next entry is read")
    func endless() throws {
        let folds = String(repeating: " aaaaaaaaaa\n", count: 100_000)
        let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Bo Muster\nEND:VCARD\n"
        let folded = try read("a.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nNOTE:a\n\(folds)END:VCARD\n\(card)")
        #expect(folded.card("Bo Muster") != nil)
        let long = String(repeating: "a", count: 9 << 20)
        let photo = try read("b.vcf", "BEGIN:VCARD\nVERSION:3.0\nFN:Ada\nPHOTO;ENCODING=b:\(long)\nEND:VCARD\n\(card)")
        #expect(photo.card("Bo Muster") != nil)
        #expect(photo.problems.map(\.code) == ["media-too-large"])
        let directory = try read(
            "a.ldif",
            "dn: cn=Ada\nobjectClass: person\ncn: Ada\njpegPhoto:: \(long.prefix(2 << 20))\n\ndn: cn=b\nobjectClass: person\ncn: Bo Muster\n"
        )
        #expect(directory.card("Bo Muster") != nil)
        #expect(directory.cards.allSatisfy { $0.extra.values.allSatisfy { "\($0)".utf8.count < 3 << 20 } })
    }

    @Test("groups that hold each other end, and their members have both as tags")
    func cycles() throws {
        func group(_ name: String, _ members: String...) -> String {
            "BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:\(name)\nUID:\(name)\n" + members.map { "MEMBER:\($0)\n" }.joined() + "END:VCARD\n"
        }
        let reading = try read(
            "a.vcf",
            group("one", "two", "bo") + group("two", "one", "two", "bo") + "BEGIN:VCARD\nVERSION:4.0\nFN:Bo Muster\nUID:bo\nEND:VCARD\n")
        #expect(Set(reading.card("Bo Muster")?.keywords ?? []) == ["one", "two"])
        let directory = try read(
            "a.ldif",
            "dn: cn=g\nobjectClass: groupOfNames\ncn: g\nmember: cn=g\nmember: cn=b\n\ndn: cn=b\nobjectClass: person\ncn: Bo Muster\n")
        #expect(directory.card("Bo Muster")?.keywords == ["g"])
    }

    @Test(
        "a wrong label of a charset costs no letter that can be told",
        arguments: [
            ("UTF-8", [0x5A, 0xFC, 0x72, 0x69]), ("UTF-16", [0x5A, 0xC3, 0xBC, 0x72, 0x69]),
            ("nonsense-8", [0x5A, 0xC3, 0xBC, 0x72, 0x69]),
            ("ISO-8859-1", [0x5A, 0xC3, 0xBC, 0x72, 0x69]), ("US-ASCII", [0x5A, 0xFC, 0x72, 0x69]),
        ] as [(String, [UInt8])])
    func labels(label: String, bytes: [UInt8]) throws {
        let head = Array("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=\(label):Muster;".utf8)
        #expect(try read("a.vcf", head + bytes + Array("\nEND:VCARD\n".utf8)).cards.first?.name.given == "Züri")
    }

    @Test("a mailbox of bytes that are no mail is refused or has nobody, and one with rubbish between mails keeps the mails")
    func binaryMailbox() throws {
        var state: UInt64 = 7
        let rubbish = (0..<50_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        #expect(throws: InputError.self) { try read("a.mbox", rubbish) }
        let mail = Array("From a@b Thu Jan  1 00:00:00 2026\nFrom: Bo Muster <bo@example.com>\nTo: me@example.org\n\nhello\n\n".utf8)
        let (_, _, handOut) = try TableFixture.read(TableFixture.file("b.mbox", mail + rubbish + [0x0A, 0x0A] + mail))
        let entries = try handOut.tables.flatMap { try TableFixture.read($0).entries }
        #expect(entries.contains { $0.key == .email("bo@example.com") })
    }
}
