import ContactFormats
import ContactModel

extension Person {
    private static let day = CalendarDate(daysSince1970: 20_492)

    private static func held<Value>(_ value: Value) -> Held<Value> {
        let snapshot = UniqueID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
        return Held(
            value, [Provenance(source: "LinkedIn", snapshot: snapshot, firstSeen: CalendarDate(daysSince1970: 20_000), lastConfirmed: day)])
    }

    /// A person of these values, all said by one snapshot.
    static func fixture(
        name: PersonName? = nil,
        companies: [String] = [],
        titles: [String] = [],
        emails: [EmailAddress] = [],
        phones: [PhoneNumber] = [],
        links: [Link] = [],
        addresses: [PostalAddress] = [],
        notes: [String] = [],
        tags: [String] = [],
        nicknames: [String] = [],
        birthday: PartialDate? = nil,
        connectedOn: CalendarDate? = nil,
        isConfirmed: Bool = false
    ) -> Person {
        var person = Person(id: UniqueID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_00FF), standing: .connected)
        person.names = name.map { [held($0)] } ?? []
        person.companies = companies.map(held)
        person.titles = titles.map(held)
        person.emails = emails.map(held)
        person.phones = phones.map(held)
        person.links = links.map(held)
        person.addresses = addresses.map(held)
        person.notes = notes.map(held)
        person.tags = tags.map(held)
        person.nicknames = nicknames.map(held)
        person.birthday = birthday.map(held)
        person.connectedOn = connectedOn
        person.lastConfirmed = isConfirmed ? day : nil
        return person
    }

    /// A usual connection of LinkedIn's.
    static var connection: Person {
        fixture(
            name: PersonName(given: "Zoë", family: "Example, PhD"),
            companies: ["Example \"Best\" Ltd"],
            titles: ["=Engineer"],
            emails: [EmailAddress("zoe@example.com")],
            links: [Link("https://www.linkedin.com/in/zo%C3%AB-example", service: "LinkedIn")],
            connectedOn: CalendarDate(year: 2026, month: 2, day: 8),
            isConfirmed: true
        )
    }
}

extension ExportFormat {
    /// What the format makes of people, taken after every `step` of them.
    func text(of people: [Person], takingEvery step: Int = 1, kind: String = "unknown") -> String {
        var writer = makeWriter(context: ExportContext { _, _ in kind })
        var bytes: [UInt8] = []
        writer.begin()
        for (index, person) in people.enumerated() {
            writer.write(person)
            if index.isMultiple(of: step) { bytes += writer.takeBytes() }
        }
        writer.end()
        bytes += writer.takeBytes()
        return String(decoding: bytes, as: UTF8.self)
    }
}
