import ContactModel
import Testing

@Suite("A card and a person")
struct CardPersonTests {
    private static let full = Card(
        name: PersonName(given: "Ada", family: "Example"),
        nicknames: ["Adi"],
        emails: [EmailAddress("ada@example.com", label: "work"), EmailAddress("ada@example.org")],
        phones: [PhoneNumber("+44 20 7946 0000", label: "mobile")],
        organizations: [Organization("Example Ltd", units: ["Law", "Tax"]), Organization("Other AG")],
        titles: ["Partner", "Lecturer"],
        addresses: [PostalAddress(street: "1 Example Street", locality: "London", label: "home")],
        links: [Link("https://www.linkedin.com/in/ada", service: "LinkedIn"), Link("https://ada.example", label: "blog")],
        notes: ["Met in Bern"],
        keywords: ["friends", "law"],
        birthday: PartialDate(month: 2, day: 29),
        connectedOn: CalendarDate(iso: "2020-01-02"),
        extra: [
            "uid": .string("urn:uuid:0190b3c4-0000-7000-8000-000000000001"),
            "updated": .string("2026-01-01T00:00:00Z"),
            "name": .object(["sortAs": .object(["surname": .string("example")])]),
            "emails": .object(["e2": .object(["pref": .integer(1)]), "other": .object(["vcard": .bool(true)])]),
            "links": .object(["l2": .object(["contexts": .object(["work": .bool(true)])])]),
            "titles": .object(["t2": .object(["kind": .string("role")])]),
            "anniversaries": .object(["a1": .object(["place": .object([:])]), "w": .object(["kind": .string("wedding")])]),
            "media": .object(["m1": .object(["uri": .string("data:image/png;base64,AA==")])]),
        ]
    )

    @Test("A card made a person and a card again is the same card")
    func thereAndBack() {
        #expect(Card(of: Person(Self.full)) == Self.full)
    }

    @Test("What is said beyond a value stays with it when values change their places")
    func surplusMoves() {
        var person = Person(Self.full)
        person.emails.swapAt(0, 1)
        let card = Card(of: person)
        #expect(card.surplus(.emails, at: 0) == ["pref": .integer(1)])
        #expect(card.surplus(.emails, at: 1).isEmpty)
    }

    @Test("A second day of birth is kept beside what else is said of days, and is the person's")
    func birthdays() throws {
        let (first, second) = (try #require(PartialDate(year: 1950, month: 3, day: 12)), try #require(PartialDate(year: 1981)))
        var person = Person(Self.full)
        person.birthday = Held(first, [])
        person.otherBirthdays = [Held(second, [])]
        let card = Card(of: person)
        #expect(card.birthday == first)
        #expect(card.otherBirthdays == [second])
        #expect(card.extra["anniversaries"]?["w"] == .object(["kind": .string("wedding")]))
        #expect(Person(card).birthdays.map(\.value) == [first, second])
        #expect(Card(of: Person(card)) == card)
        var shared = person
        shared.withheldFields = [.birthday]
        #expect(shared.handedOn?.birthdays.isEmpty == true)
    }

    @Test("A person's id is the card's UUID, and one made of the card where it has none")
    func ids() {
        #expect(Person(Self.full).id.description == "0190b3c4-0000-7000-8000-000000000001")
        var other = Self.full
        other.extra["uid"] = .string("addressbook-17")
        #expect(Person(other).id == Person(other).id)
        #expect(Person(other).id != Person(Self.full).id)
        other.extra["uid"] = nil
        #expect(Person(other).id != Person(Card(name: PersonName(given: "Ada"))).id)
    }

    @Test("Former employers stay out of a card of the present, a second one of the same export does not")
    func present() {
        let (then, now) = (UniqueID(high: 1, low: 1), UniqueID(high: 2, low: 2))
        func said(_ source: String, _ snapshot: UniqueID) -> [Provenance] {
            let day = CalendarDate(daysSince1970: 20_000)
            return [Provenance(source: source, snapshot: snapshot, firstSeen: day, lastConfirmed: day)]
        }
        var person = Person(id: now, standing: .contact)
        person.organizations = [
            Held(Organization("Now Ltd"), said("Book", now)), Held(Organization("Also Ltd"), said("Book", now)),
            Held(Organization("Then Ltd"), said("Book", then)),
        ]
        #expect(Card(of: person, isPresentOnly: true).organizations.map(\.name) == ["Now Ltd", "Also Ltd"])
        #expect(Card(of: person).organizations.count == 3)
    }

    @Test("Two sources' pictures both stay, under ids of their own")
    func joining() {
        var extra: [String: JSONValue] = ["media": .object(["m1": .object(["uri": .string("a")])]), "kind": .string("individual")]
        Card.add(
            ["media": .object(["m1": .object(["uri": .string("b")])]), "kind": .string("org"), "vCardProps": .array([.string("x")])],
            to: &extra)
        Card.add(
            ["media": .object(["m1": .object(["uri": .string("b")])]), "vCardProps": .array([.string("x"), .string("y")])], to: &extra)
        #expect(
            extra == [
                "media": .object(["m1": .object(["uri": .string("a")]), "m1-2": .object(["uri": .string("b")])]),
                "kind": .string("individual"), "vCardProps": .array([.string("x"), .string("y")]),
            ])
    }
}
