import ContactModel

/// A person as one card: the values to use, without where they come from.
enum PersonCard {
    static func card(of person: Person) -> Card {
        var card = Card(name: person.names.first?.value ?? PersonName())
        card.nicknames = person.nicknames.map(\.value)
        card.emails = person.emails.map(\.value)
        card.phones = person.phones.map(\.value)
        card.organizations = person.companies.prefix(1).map { Organization(name: $0.value) }
        card.titles = person.titles.prefix(1).map(\.value)
        card.addresses = person.addresses.map(\.value)
        card.links = person.links.map(\.value)
        card.notes = person.notes.map(\.value)
        card.keywords = person.tags.map(\.value)
        card.birthday = person.birthday?.value
        card.connectedOn = person.connectedOn
        card.extra = person.extra
        return card
    }
}
