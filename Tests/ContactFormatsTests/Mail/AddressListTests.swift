import Testing

@testable import ContactFormats

/// Address fields as mail programs write them, and as they should not.
@Suite("Addresses of mails")
struct AddressListTests {
    /// A field's value, and the names and addresses in it.
    static let fields: [(String, [String])] = [
        ("ann@example.com", ["|ann@example.com"]),
        ("Ann Example <ann@example.com>", ["Ann Example|ann@example.com"]),
        ("\"Example, Ann\" <ann@example.com>", ["Example, Ann|ann@example.com"]),
        ("\"Ann \\\"Nan\\\" Example\" <ann@example.com>", ["Ann \"Nan\" Example|ann@example.com"]),
        ("ann@example.com (Ann Example)", ["Ann Example|ann@example.com"]),
        ("ann@example.com (Ann (the first) Example)", ["Ann (the first) Example|ann@example.com"]),
        ("Ann (work) Example <ann@example.com>", ["Ann Example|ann@example.com"]),
        ("<ann@example.com>", ["|ann@example.com"]),
        ("a@example.com, b@example.com,c@example.org", ["|a@example.com", "|b@example.com", "|c@example.org"]),
        // Groups (RFC 5322 §3.4).
        ("undisclosed-recipients:;", []),
        ("Board: Ann <a@example.com>, b@example.com;, c@example.org", ["Ann|a@example.com", "|b@example.com", "|c@example.org"]),
        ("A: a@example.com; B: b@example.com;", ["|a@example.com", "|b@example.com"]),
        // Obsolete forms (§4.4).
        ("ann . example @ example . com", ["|ann.example@example.com"]),
        ("Ann <@relay.example,@other.example:ann@example.com>", ["Ann|ann@example.com"]),
        ("Ann (c1) < ann (c2) @ (c3) example.com (c4) >", ["Ann|ann@example.com"]),
        (", ,a@example.com,,", ["|a@example.com"]),
        // Folded.
        ("Ann\r\n Example\r\n\t<ann@example.com>,\r\n b@example.org", ["Ann Example|ann@example.com", "|b@example.org"]),
        // What programs write in spite of it all.
        ("Example, Ann <ann@example.com>", ["Example, Ann|ann@example.com"]),
        ("Ann Example <ann@example.com", ["Ann Example|ann@example.com"]),
        ("Ann <ann@example.com, Bob <bob@example.com>", ["Ann|ann@example.com", "Bob|bob@example.com"]),
        ("Ann Example ann@example.com", ["Ann Example|ann@example.com"]),
        ("ann@example.com Ann Example", ["Ann Example|ann@example.com"]),
        ("<ann@example.com> Ann Example", ["Ann Example|ann@example.com"]),
        ("Ann <<ann@example.com>>", ["Ann|ann@example.com"]),
        ("Ann <mailto:ann@example.com>", ["Ann|ann@example.com"]),
        ("'Ann Example' <ann@example.com>", ["Ann Example|ann@example.com"]),
        ("'ann@example.com'", ["|ann@example.com"]),
        ("'ann@example.com' <ann@example.com>", ["|ann@example.com"]),
        ("ann@example.com <ann@example.com>", ["|ann@example.com"]),
        ("Ann <a@example.com> <b@example.com>", ["Ann|a@example.com", "|b@example.com"]),
        ("Ann <a@example.com> Bob <b@example.com>", ["Ann|a@example.com", "Bob|b@example.com"]),
        ("a@example.com; b@example.com", ["|a@example.com", "|b@example.com"]),
        ("\"Ann <ann@example.com>", ["Ann|ann@example.com"]),
        ("Ann ( <ann@example.com>", ["Ann (|ann@example.com"]),
        ("Ann [Example Ltd] <ann@example.com>", ["Ann [Example Ltd]|ann@example.com"]),
        ("ann@example.com.", ["|ann@example.com"]),
        // Local parts and domains.
        ("\"ann smith\"@example.com", ["|\"ann smith\"@example.com"]),
        ("<ann smith@example.com>", ["|\"ann smith\"@example.com"]), ("ann@[192.0.2.1] [x]", ["|ann@[192.0.2.1]"]),
        ("\"ann.smith\"@example.com", ["|ann.smith@example.com"]),
        ("Ann+tag=1@Example.COM", ["|Ann+tag=1@example.com"]),
        ("ann@[192.0.2.1]", ["|ann@[192.0.2.1]"]),
        ("Ann <ann@[IPv6:2001:db8::1]>, b@example.com", ["Ann|ann@[ipv6:2001:db8::1]", "|b@example.com"]),
        ("josé@exämple.example", ["|josé@exämple.example"]),
        // None at all.
        ("", []), ("Ann Example", []), ("root", []), ("<>", []), ("ann@", []), ("@example.com", []), ("a@b@example.com", []),
        ("ann@exam ple.com <>", ["ple.com|ann@exam"]), ("((((((((((", []), ("\"\"\"\"", []), ("<<<<<<>", []), (":::;;;,,,", []),
    ]

    @Test("A field gives its names and addresses", arguments: fields)
    func field(value: String, expected: [String]) {
        #expect(Self.read(value) == expected)
    }

    @Test("Bytes of any kind are read, and nothing is found twice", arguments: 0..<64 as Range<UInt64>)
    func anyBytes(seed: UInt64) {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        let alphabet = Array("<>@,;:()[]\"\\. \t\r\nab=?éx'".utf8)
        let bytes = (0..<200).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return alphabet[Int(state >> 33) % alphabet.count]
        }
        var list = AddressList()
        list.read(bytes.span, 0..<bytes.count)
        var last = 0
        for mailbox in list.mailboxes {
            #expect(mailbox.address.lowerBound >= last && mailbox.address.upperBound <= list.text.count)
            #expect(mailbox.name.upperBound <= bytes.count)
            last = mailbox.address.upperBound
        }
    }

    @Test("A field of megabytes takes time in proportion to its length", arguments: ["(", "\"", "<", "a@", "\\", ":", "a@b.example,"])
    func longField(piece: String) {
        let bytes = Array(String(repeating: piece, count: (1 << 20) / piece.utf8.count).utf8)
        let clock = ContinuousClock()
        var list = AddressList()
        let time = clock.measure { list.read(bytes.span, 0..<bytes.count) }
        #expect(time < .seconds(20), "\(time)")
    }

    static func read(_ value: String) -> [String] {
        let bytes = Array(value.utf8)
        var list = AddressList()
        list.read(bytes.span, 0..<bytes.count)
        return list.mailboxes.map { mailbox in
            let address = String(decoding: list.text[mailbox.address], as: UTF8.self)
            let name = DisplayName.text(Array(bytes[mailbox.name]), isComment: mailbox.isComment, address: address)
            return "\(name ?? "")|\(address)"
        }
    }
}
