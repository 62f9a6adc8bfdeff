import ContactFormats
import ContactModel
import Foundation
import Testing
import TextMatching

/// Inputs the fuzz targets in `Fuzz/` found, each with what has to hold.
@Suite struct FuzzRegressionTests {
    @Test(arguments: ["3T011-03", "13/011/2020", "1/013/2020"])
    func `a number of three digits amid a date proves nothing about its column`(_ text: String) {
        var survey = TableDate.Survey()
        survey.see(text)
        #expect(TableDate.read(text) == .unreadable)
        #expect(survey.undecidedCount == 0)
        #expect(survey.undecidedExample == nil)
        #expect(survey.order == nil)
    }

    @Test(arguments: ["\"2020-01-02\",\"holdfast.example:connectedOn\":\"x\"", "7,\"holdfast.example:connectedOn\":\"2020-01-02\""])
    func `a member that stands twice in a card counts once, the last`(_ values: String) throws {
        let card = try #require(JSContact.decode(Array("{\"holdfast.example:connectedOn\":\(values)}".utf8)))
        #expect(JSContact.decode(JSContact.encode(card)) == card)
        #expect(card.extra.count + (card.connectedOn == nil ? 0 : 1) == 1)
    }

    @Test(
        "a map of entries that stands twice in a card is read as one, and nothing takes another's place",
        arguments: [
            #"{"links":{"l2":{"uri":"https://a.example"}},"links":{"l1":{"kind":"contact"},"l2":{"label":"home"}}}"#,
            #"{"onlineServices":{"s1":{"uri":"https://a.example","service":"A"}},"links":{"l1":{"label":"b"}},"links":{"l2":{"uri":"x:y"}}}"#,
            #"{"emails":{"e1":{"address":"a@example.com"}},"emails":{"e1":{"contexts":{"work":true}},"e2":{"address":"b@example.com"}}}"#,
            #"{"emails":7,"emails":{"e1":{"address":"a@example.com","pref":1}},"emails":{"e1":{"pref":2}},"emails":"none"}"#,
            #"{"anniversaries":{"b":{"kind":"birth","date":{"year":1980}}},"anniversaries":{"a1":{"kind":"wedding"}}}"#,
        ])
    func mapTwice(_ text: String) throws {
        let card = try #require(JSContact.decode(Array(text.utf8)))
        let bytes = JSContact.encode(card)
        let again = try #require(JSContact.decode(bytes))
        #expect(again == card)
        #expect(JSContact.encode(again) == bytes)
    }

    @Test(
        "A control character in a parameter is none of it, with or without its name",
        arguments: ["X-A\u{7}B", "TYPE=X-A\u{7}B", "TYPE=\"X-A\u{7}B\""])
    func controlCharacterInParameter(_ parameter: String) throws {
        func cards(_ text: String) throws -> [Card] {
            let bytes = BytesInMemory(text)
            let parcel = Parcel(kind: .file, path: "a.vcf", original: bytes, members: [Member(path: "a.vcf", bytes: bytes)])
            var cards: [Card] = []
            for table in try HandOutFormat.recognise(parcel, among: HandOutFormat.all).tables {
                _ = try table.read { if case .entry(let entry) = $0 { cards.append(entry.card) } }
            }
            return cards
        }
        func text(_ type: String) -> String { "BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nTEL;\(type):+44 20 7946 0000\nEND:VCARD\n" }
        #expect(try cards(text(parameter)) == cards(text("TYPE=X-AB")))
    }

    @Test(
        "A control character in a value that is carried as it stands comes back, and is written again the same",
        arguments: [VCardVersion.v21, .v3, .v4])
    func controlCharacterCarried(version: VCardVersion) throws {
        func cards(_ bytes: some Sequence<UInt8>) throws -> [Card] {
            let bytes = BytesInMemory(bytes)
            let parcel = Parcel(kind: .file, path: "a.vcf", original: bytes, members: [Member(path: "a.vcf", bytes: bytes)])
            var cards: [Card] = []
            for table in try HandOutFormat.recognise(parcel, among: HandOutFormat.all).tables {
                _ = try table.read { if case .entry(let entry) = $0 { cards.append(entry.card) } }
            }
            return cards
        }
        func written(_ cards: [Card]) -> [UInt8] {
            var writer = VCardWriter(version: version)
            writer.begin()
            for card in cards { writer.write(card) }
            writer.end()
            return writer.takeBytes()
        }
        let street = "Plaza Nu\u{81}\u{6}\u{0}\u{2028}villa"
        let address = ";;\(street);;41001;España;;2º;;1;Plaza Nueva;;;;Centro;;"
        let once = try written(cards("BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nADR:\(address)\nEND:VCARD\n".utf8))
        #expect(try String(decoding: written(cards(once)), as: UTF8.self) == String(decoding: once, as: UTF8.self))
    }

    @Test func `an apostrophe with a combining mark on it stays as it is`() throws {
        let title = "'\u{301}=x"
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
        let bytes = BytesInMemory("\(header)\nAda,Example,https://www.linkedin.com/in/ada,,,\(title),02 Jan 2020\n")
        let parcel = Parcel(kind: .file, path: "Connections.csv", original: bytes, members: [Member(path: "Connections.csv", bytes: bytes)])
        var titles: [String] = []
        for table in try HandOutFormat.recognise(parcel, among: HandOutFormat.all).tables {
            _ = try table.read { if case .entry(let entry) = $0 { titles += entry.card.titles } }
        }
        #expect(titles.map { Array($0.unicodeScalars) } == [Array(title.unicodeScalars)])
    }

    @Test(arguments: [VCardVersion.v21, .v3, .v4])
    func `properties that a vCard can only carry stand behind the others, however often they are written`(version: VCardVersion) throws {
        let cards = try VCards.read(
            "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Example\n\u{0}\u{0}.ADR:;;High Street 1;;;;\nitem3.X-ABLabel:Other\nEND:VCARD\n")
        let once = VCards.write(cards, version)
        #expect(try VCards.write(VCards.read(once).cards, version) == once)
    }

    @Test(arguments: [1, 8, 1000])
    func `a vCard's encoding is told alike however the file comes, also where its first letter stands late`(chunkSize: Int) throws {
        let plain = "BEGIN:VCARD\nVERSION:3.0\nFN:Ada Example\nNOTE:\(String(repeating: "plain ", count: 300))\nEND:VCARD\n"
        let russian =
            "BEGIN:VCARD\nVERSION:3.0\nFN:Анна Примерова\nORG:Пример и сыновья\nNOTE:Познакомились на выставке в Москве\nEND:VCARD\n"
        // Windows-1251 has А to я from C0 on.
        let bytes = Array(plain.utf8) + russian.unicodeScalars.map { UInt8($0.value < 0x80 ? $0.value : $0.value - 0x410 + 0xC0) }
        let (whole, inPieces) = (try VCards.read(bytes), try VCards.read(bytes, chunkSize: chunkSize))
        #expect(whole.cards == inPieces.cards && whole.problems == inPieces.problems)
        #expect(inPieces.cards.map(\.name.full) == ["Ada Example", "Анна Примерова"])
    }

    @Test func `a key whose text begins with a combining mark is read back`() {
        let key = IdentityKey(.name, "\u{0D00}")
        #expect(IdentityKey(description: key.description) == key)
    }

    @Test func `an entry that claims bytes and has none packed is damaged, not empty`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-regression-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "lost.zip")
        // One stored entry `a`: 0 bytes packed, 255 claimed.
        let local = "504b0304 1400 0000 0000 0000 0000 00000000 00000000 00000000 0100 0000 61"
        let list = "504b0102 1400 1400 0000 0000 0000 0000 00000000 00000000 ff000000 0100 0000 0000 0000 0000 00000000 00000000 61"
        let end = "504b0506 0000 0000 0100 0100 2f000000 1f000000 0000"
        try Data(Self.bytes(local + list + end)).write(to: path)
        let member = try #require(Parcel.open(path: path.path).members.first)
        let error = #expect(throws: InputError.self) { try member.bytes.forEachChunk { _ in } }
        #expect(error?.code == .damaged)
    }

    @Test(arguments: [("東!\u{3099}", ["東", "\u{3099}"]), ("a-\u{93F}", ["a", "\u{93F}"])])
    func `a sign parts words whatever mark stands behind it`(_ query: String, _ words: [String]) {
        #expect(SearchText.searchTerms(query).flatMap(\.words) == words)
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
