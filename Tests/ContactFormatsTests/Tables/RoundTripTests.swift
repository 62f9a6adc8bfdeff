import Testing

@testable import ContactFormats
@testable import ContactModel

@Suite("What Holdfast writes for other programs it reads back")
struct RoundTripTests {
    @Test(arguments: [ExportFormat.googleCSV, .outlookCSV, .thunderbirdCSV, .ldif])
    func `a card of everything comes back from each address book's format`(format: ExportFormat) throws {
        let text = format.text(ofCards: [.awkward])
        let (_, reading, handOut) = try TableFixture.read(TableFixture.file("out.txt", text))
        let expected = [
            ExportFormat.googleCSV: "Google Contacts", .outlookCSV: "Outlook", .thunderbirdCSV: "Thunderbird", .ldif: "Thunderbird",
        ]
        #expect(handOut.service == expected[format])
        #expect(reading.entries.count == 1)
        let card = try #require(reading.cards.first)
        let awkward = Card.awkward
        // Thunderbird has no field for further names and suffixes: they stand with the others.
        #expect(card.name.given?.hasPrefix("Zoë") == true)
        #expect(card.name.family?.hasPrefix("O'Néill, \"Zo\"") == true)
        #expect(Set(card.emails.map(\.address)).isSubset(of: awkward.emails.map(\.address)))
        #expect(card.emails.count >= 2)
        #expect(Set(card.phones.map(\.number)) == Set(awkward.phones.map(\.number)))
        #expect(card.organizations.map(\.name) == awkward.organizations.map(\.name))
        #expect(card.titles == ["Partner and more"])
        #expect(Set(card.addresses.compactMap(\.locality)) == ["Bern", "Köln"])
        #expect(Set(card.addresses.compactMap(\.street)) == ["1 Example Street\nFloor 2", "2 Home Road"])
        #expect(card.birthday == awkward.birthday)
        #expect(card.notes.joined().contains("שלום עולם"))
    }

    @Test(arguments: [1 << 10, 1 << 17, 3 << 20])
    func `people a line are known by the first one, however much it says`(byteCount: Int) throws {
        func line(_ name: String, _ more: String) -> String {
            #"{"id":"\#(name)","name":"\#(name)","emails":[{"address":"\#(name)@example.com"}],"phones":[]\#(more)}"# + "\n"
        }
        let text = line("ada", #","media":{"p1":{"uri":"data:"# + String(repeating: "A", count: byteCount) + #""}}"#) + line("bo", "")
        let (_, reading, _) = try TableFixture.read(TableFixture.file("people.jsonl", text))
        #expect(reading.cards.flatMap(\.emails).map(\.address) == ["ada@example.com", "bo@example.com"])
        #expect(reading.problems.isEmpty)
    }

    @Test
    func `Google's file brings everything it has a place for, the day of connecting too`() throws {
        let card = try #require(
            TableFixture.read(TableFixture.file("out.csv", ExportFormat.googleCSV.text(ofCards: [.awkward]))).reading.cards.first)
        let awkward = Card.awkward
        #expect(card.name == awkward.name)
        #expect(card.nicknames == awkward.nicknames)
        #expect(Set(card.emails) == Set(awkward.emails))
        #expect(Set(card.phones.map(\.label)) == Set(awkward.phones.map(\.label)))
        #expect(card.organizations == awkward.organizations)
        #expect(Set(card.keywords) == Set(awkward.keywords))
        #expect(card.connectedOn == awkward.connectedOn)
        #expect(card.links.contains(Link("https://www.linkedin.com/in/zo%C3%AB", service: "LinkedIn")))
    }

    @Test(arguments: [Card(name: PersonName(given: "Madonna")), Card(emails: [EmailAddress("a@example.com")])])
    func `nobody gets a name a directory only demands`(card: Card) throws {
        let read = try #require(
            TableFixture.read(TableFixture.file("out.ldif", ExportFormat.ldif.text(ofCards: [card]))).reading.cards.first)
        #expect(read.name.display == card.name.display)
        #expect(read.emails == card.emails)
    }
}
