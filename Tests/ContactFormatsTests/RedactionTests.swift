import ContactFormats
import ContactModel
import Foundation
import Testing

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// What is too long for memory is rewritten as what is not.
@Suite("Taking somebody out of a long file")
struct RedactionTests {
    private static let files: [(name: String, text: String)] = [
        (
            "table.csv",
            "Name,E-mail,Note\n" + (0..<40).map { "Person \($0),p\($0)@example.com,\"two\nlines, \($0)\"\n" }.joined()
                + "Ada Example,ada@example.org,\"also\r\n\r\ntwo\"\nLast,last@example.com,x"
        ),
        (
            "cards.vcf",
            (0..<20).map { number in
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person \(number)\r\nEMAIL:p\(number)@example.com\r\nEND:VCARD\r\n"
            }.joined() + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nEMAIL:ada@exam\r\n ple.org\r\nEND:VCARD\r\n\r\n"
                + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Last\r\nEND:VCARD\r\n"
        ),
        (
            "mail.mbox",
            (0..<20).map { "From p\($0)@example.com Thu Jan  1 00:00:00 2026\nFrom: p\($0)@example.com\n\nHello\n\n" }.joined()
                + "From ada@example.org Thu Jan  1 00:00:00 2026\nFrom: ada@example.org\n\nFrom here on\n\n"
                + "From last@example.com Thu Jan  1 00:00:00 2026\nFrom: last@example.com\n\nBye\n"
        ),
        ("book.ldif", (0..<20).map { "dn: cn=p\($0)\nmail: p\($0)@example.com\n\n" }.joined() + "dn: cn=ada\nmail: ada@example.org\n\n"),
        ("lines.jsonl", (0..<20).map { "{\"email\":\"p\($0)@example.com\"}\n" }.joined() + "{\"email\":\"ada@example.org\"}\n{\"a\":1}\n"),
        ("list.json", "[" + (0..<20).map { "{\"email\":\"p\($0)@example.com\"}," }.joined() + "{\"email\":\"ada@example.org\"}]"),
        ("page.html", "<html><body>" + String(repeating: "x", count: 9000) + " ada@example.org</body></html>"),
        ("nobody.csv", "Name,E-mail\n" + (0..<40).map { "Person \($0),p\($0)@example.com\n" }.joined()),
        ("nobody.html", "<html><body>" + String(repeating: "x", count: 9000) + "</body></html>"),
    ]

    private func redaction(inMemory most: Int) -> Redaction {
        var card = Card()
        card.emails = [EmailAddress("ada@example.org")]
        var traces = Traces()
        traces.add(card)
        var redaction = Redaction(of: traces)
        redaction.mostBytesInMemory = most
        return redaction
    }

    private func content(_ outcome: Redaction.FileOutcome) throws -> (bytes: [UInt8]?, removed: Int, isEmptied: Bool) {
        switch outcome {
        case .untouched: return (nil, 0, false)
        case .emptied: return (nil, 0, true)
        case .rewritten(let source, let byteCount, let removed):
            var bytes: [UInt8] = []
            try source.forEachChunk { bytes += $0 }
            #expect(bytes.count == byteCount)
            return (bytes, removed, false)
        }
    }

    @Test("is done as it is in a short one, wherever a stretch ends", arguments: files.indices, [1, 7, 40, 300, 4000])
    func stretches(file: Int, most: Int) throws {
        let (name, text) = Self.files[file]
        let path = NSTemporaryDirectory() + "holdfast-redaction-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        for bytes in [
            Array(text.utf8), [0xFF, 0xFE] + text.utf16.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] },
        ] {
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            let long = try content(redaction(inMemory: most).rewrite(fileAt: path, path: name))
            let short = try content(redaction(inMemory: .max).rewrite(fileAt: path, path: name))
            #expect(long.bytes == short.bytes && long.removed == short.removed && long.isEmptied == short.isEmptied, "\(name) by \(most)")
            if !name.hasPrefix("nobody"), name != "page.html" { #expect(short.removed == 1, "\(name)") }
            if name == "page.html" { #expect(short.isEmptied) }
            if let kept = short.bytes { #expect(!String(decoding: kept, as: UTF8.self).contains("ada@")) }
        }
    }

    @Test("is done in an archive, and in one inside it, as where all is short")
    func archives() throws {
        let scratch = try ArchiveScratch()
        for (name, text) in Self.files { try scratch.write(name, text) }
        for archive in ["inner.zip", "outer.zip"] { try scratch.run("sh", "-c", "zip -q -X \(archive) *") }
        func members(inMemory most: Int) throws -> [String: [UInt8]] {
            let path = scratch.path("outer.zip")
            let outcome = try content(redaction(inMemory: most).rewrite(fileAt: path, path: ""))
            #expect(outcome.removed == 14)
            let parcel = try Parcel.open(path: scratch.write("rewritten-\(most)", outcome.bytes ?? []))
            return try Dictionary(
                uniqueKeysWithValues: parcel.members.map { member in
                    var bytes: [UInt8] = []
                    try member.bytes.forEachChunk { bytes += $0 }
                    return (member.path, bytes)
                })
        }
        let short = try members(inMemory: .max)
        #expect(short.count >= 16)
        #expect(try members(inMemory: 100) == short)
        #expect(try members(inMemory: 2000) == short)
    }

    @Test("finds a name in the letters of another code page and in UTF-8, however late in a file of cards", arguments: [4000, Int.max])
    func lateLetters(most: Int) throws {
        let scratch = try ArchiveScratch()
        let plain = (0..<1500).map { "BEGIN:VCARD\nVERSION:3.0\nFN:Person \($0)\nEMAIL:p\($0)@example.com\nEND:VCARD\n" }.joined()
        let russian = "BEGIN:VCARD\nVERSION:3.0\nFN:Анна Примерова\nNOTE:Познакомились на выставке в Москве\nEND:VCARD\n"
        // Windows-1251 has А to я from C0 on.
        let bytes =
            Array(plain.utf8) + russian.unicodeScalars.map { UInt8($0.value < 0x80 ? $0.value : $0.value - 0x410 + 0xC0) }
            + Array("BEGIN:VCARD\nVERSION:3.0\nFN:Анна Примерова\nEND:VCARD\n".utf8)
        var card = Card()
        card.name = PersonName(given: "Анна", family: "Примерова")
        var traces = Traces()
        traces.add(card)
        var redaction = Redaction(of: traces)
        redaction.mostBytesInMemory = most
        let outcome = try content(redaction.rewrite(fileAt: scratch.write("cards.vcf", bytes), path: "cards.vcf"))
        #expect(outcome.removed == 2)
        #expect(outcome.bytes?.contains { $0 >= 0x80 } == false)
        withExtendedLifetime(scratch) {}
    }

    @Test("is given up where there is no room, and no archive is emptied for that") func noRoom() async throws {
        let scratch = try ArchiveScratch()
        var state: UInt64 = 1
        let noise = (0..<300_000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        try scratch.write("noise.zip", ZipBuilder(.init("noise.bin", bytes: noise)).bytes)
        await #expect(processExitsWith: .success) { [path = scratch.path("noise.zip") as String] in
            signal(SIGXFSZ, SIG_IGN)
            var room = rlimit(rlim_cur: 1 << 16, rlim_max: 1 << 16)
            #if canImport(Darwin)
                setrlimit(RLIMIT_FSIZE, &room)
            #else
                setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &room)
            #endif
            let error = inputError { try Redaction(of: Traces()).rewrite(fileAt: path, path: "") }
            #expect(error?.code == .unreadable)
            #expect(error?.message.contains("no room left") == true)
        }
        withExtendedLifetime(scratch) {}
    }
}
