import ContactModel
import Testing

@testable import ContactFormats

@Suite("Files of JSContact")
struct JSContactFileTests {
    private func handOut(_ text: String) throws -> HandOut {
        let member = Member(path: "contacts.json", bytes: BytesInMemory(text, chunkSize: 5))
        return try HandOutFormat.recognise(Parcel(kind: .file, path: "contacts.json", original: member.bytes, members: [member]))
    }

    private func read(_ text: String) throws -> (cards: [Card], problems: [ReadProblem]) {
        var cards: [Card] = []
        var problems: [ReadProblem] = []
        for table in try handOut(text).tables {
            _ = try table.read { event in
                switch event {
                case .entry(let entry): cards.append(entry.card)
                case .problem(let problem): problems.append(problem)
                case .closedAccount: break
                }
            }
        }
        return (cards, problems)
    }

    private static let ada = """
        {"@type":"Card","version":"1.0","uid":"u1","name":{"components":[{"kind":"given","value":"Ada"},{"kind":"surname","value":"Example"}],
        "isOrdered":true,"full":"Ada Example"},"emails":{"x":{"address":"ada@example.com","contexts":{"work":true}}},
        "phones":{"p":{"number":"tel:+44 1","features":{"mobile":true,"voice":true}}}}
        """
    private static let group =
        #"{"@type":"Card","version":"1.0","uid":"g","kind":"group","name":{"full":"Friends"},"members":{"u1":true,"g":true}}"#

    @Test("A card by itself, an array, one a line", arguments: ["[#,\n%]", "#\n%\n", "%#", "[\n  #\n,%]\n"])
    func shapes(shape: String) throws {
        let text = shape.replacing("#", with: Self.ada).replacing("%", with: Self.group)
        let (cards, problems) = try read(text)
        #expect(problems == [])
        #expect(cards.count == 1)
        #expect(cards.first?.name.display == "Ada Example")
        #expect(cards.first?.emails == [EmailAddress("ada@example.com", label: "work")])
        #expect(cards.first?.phones == [PhoneNumber("+44 1", label: "mobile")])
        #expect(cards.first?.keywords == ["Friends"])
    }

    @Test("What is broken costs itself")
    func broken() throws {
        let (cards, problems) = try read("[\(Self.ada),\n{\"@type\":\"Card\",oops},\n\(Self.ada.replacing("u1", with: "u2")),{\"a\":\"")
        #expect(cards.count == 2)
        #expect(problems.map(\.code) == ["not-json", "missing-end"])
        #expect(problems.map(\.line) == [4, 5 + 2])
    }

    @Test("What we write is read as the same cards", arguments: VCardRoundTripTests.files)
    func roundTrip(file: String) throws {
        let cards = try VCards.read(VCards.fixture(file)).cards.filter { $0.extra["kind"] != .string("group") && $0 != Card() }
        var writer = JSContactWriter()
        writer.begin()
        for card in cards { writer.write(card) }
        writer.end()
        guard !cards.isEmpty else { return }
        let back = try read(String(decoding: writer.takeBytes(), as: UTF8.self)).cards
        #expect(back.count == cards.count)
        for (card, again) in zip(cards, back) {
            var again = again
            again.extra["uid"] = card.extra["uid"]
            #expect(again == card)
        }
    }

    @Test("Labels are written as contexts and features")
    func contexts() throws {
        var writer = JSContactWriter()
        writer.begin()
        writer.write(
            Card(
                name: PersonName(given: "A"), emails: [EmailAddress("a@example.com", label: "work")],
                phones: [PhoneNumber("1", label: "home fax")]))
        writer.end()
        let json = try #require(JSONValue(parsing: writer.takeBytes())?.arrayValue?.first)
        #expect(json["emails"]?["e1"] == JSONValue(parsing: #"{"address":"a@example.com","contexts":{"work":true}}"#.utf8))
        #expect(json["phones"]?["p1"] == JSONValue(parsing: #"{"number":"1","contexts":{"private":true},"features":{"fax":true}}"#.utf8))
        #expect(json["name"]?["full"] == .string("A"))
        #expect(json["@type"] == .string("Card"))
    }
}
