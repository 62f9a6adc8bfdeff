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

    /// Sets four parameters to the texts the person is found by, which must lie in `texts` until the statement has run.
    func bindSearchTexts(in texts: UnsafeRawBufferPointer, to statement: any Statement, from parameter: Int) {
        statement.bind(parameter, lentUTF8: texts.part(name))
        statement.bind(parameter + 1, lentUTF8: texts.part(work))
        statement.bind(parameter + 2, lentUTF8: texts.part(address))
        statement.bind(parameter + 3, lentUTF8: texts.part(more))
    }
}
