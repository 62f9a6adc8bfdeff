import ContactModel

/// A person as everything that lists, filters and the search index need, ready to be written: its texts lie in a pile.
struct PackedPerson: Sendable {
    var standing: TextPile.Place
    var isListed: Bool
    var sortName: TextPile.Place
    var hasCompany: Bool
    var hasTitle: Bool
    var hasPhone: Bool
    var emailKind: TextPile.Place?
    var connectedOn: TextPile.Place?
    var name: TextPile.Place
    var work: TextPile.Place
    var address: TextPile.Place
    var more: TextPile.Place

    /// Puts a person's texts into the pile.
    init(_ row: PersonRow, searchTexts: SearchableText, isListed: Bool, in pile: inout TextPile) {
        standing = pile.add(row.standing)
        self.isListed = isListed
        sortName = pile.add(row.sortName)
        hasCompany = row.hasCompany
        hasTitle = row.hasTitle
        hasPhone = row.hasPhone
        emailKind = row.emailKind.map { pile.add($0) }
        connectedOn = row.connectedOn.map { pile.add($0) }
        name = pile.add(searchTexts.name)
        work = pile.add(searchTexts.work)
        address = pile.add(searchTexts.address)
        more = pile.add(searchTexts.more)
    }
}
