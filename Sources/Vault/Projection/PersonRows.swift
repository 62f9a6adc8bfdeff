import ContactFormats
import ContactModel
import ContactQuality
import TextMatching

/// The people as rows: what lists and filters need, the text to search in, and what changed.
final class PersonRows {
    private let session: any Session
    private let vaultID: Int64
    private let search: SearchRows
    private let people: RowInserter
    private let findPerson: any Statement
    private let deletePerson: any Statement
    private let deleteChanges: any Statement

    init(session: any Session, vaultID: Int64) throws {
        self.session = session
        self.vaultID = vaultID
        search = try SearchRows(session: session)
        people = try RowInserter(
            session,
            into: "person",
            columns: [
                "vault_id", "person_id", "standing", "sort_name", "has_company", "has_title", "has_phone", "email_kind", "connected_on",
                "name", "work", "address", "more",
            ]
        )
        findPerson = try session.statement("SELECT standing, name, work, address, more FROM person WHERE vault_id = ? AND person_id = ?")
        deletePerson = try session.statement("DELETE FROM person WHERE vault_id = ? AND person_id = ?")
        deleteChanges = try session.statement("DELETE FROM change WHERE vault_id = ? AND person_id = ?")
    }

    /// Writes a person; the row must not be there.
    func insert(_ person: Person, number: Int64) throws {
        let searchTexts = SearchableText(person)
        var texts = TextPile()
        let packed = PackedPerson(PersonRow(person), searchTexts: searchTexts, isListed: person.standing.isListed, in: &texts)
        try texts.bytes.withUnsafeBytes { try insertRows(of: [(number, packed)], in: $0) }
        try search.add(number, texts: searchTexts.columns)
    }

    /// Writes people whose texts lie in `texts`; their rows must not be there, nor have been.
    func insert(_ packed: [(number: Int64, person: PackedPerson)], in texts: TextPile) throws {
        try texts.bytes.withUnsafeBytes { try insertRows(of: packed, in: $0) }
        try search.add(packed, in: texts)
    }

    private func insertRows(of packed: [(number: Int64, person: PackedPerson)], in texts: UnsafeRawBufferPointer) throws {
        try people.insert(packed) { row, statement, first in
            let (number, person) = row
            statement.bind(first, vaultID)
            statement.bind(first + 1, number)
            statement.bind(first + 2, lentUTF8: texts.part(person.standing))
            statement.bind(first + 3, lentUTF8: texts.part(person.sortName))
            statement.bind(first + 4, person.hasCompany ? 1 : 0)
            statement.bind(first + 5, person.hasTitle ? 1 : 0)
            statement.bind(first + 6, person.hasPhone ? 1 : 0)
            if let kind = person.emailKind { statement.bind(first + 7, lentUTF8: texts.part(kind)) } else { statement.bindNull(first + 7) }
            if let day = person.connectedOn { statement.bind(first + 8, lentUTF8: texts.part(day)) } else { statement.bindNull(first + 8) }
            person.bindSearchTexts(in: texts, to: statement, from: first + 9)
        }
    }

    /// Writes what is held back; nothing of the people's rows may be missing when they are next read.
    func finish() throws {
        try search.write()
    }

    /// Writes what changed about a person.
    func insert(_ changes: [Change], of number: Int64) throws {
        for (position, change) in changes.enumerated() {
            try session.run(
                """
                INSERT INTO change (vault_id, person_id, position, happened_on, kind, field, from_text, to_text, source_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    .integer(vaultID), .integer(number), .integer(Int64(position)), .text(change.on.description),
                    .text(change.kind.rawValue),
                    .text(change.field), change.from.map { .text($0) } ?? .null, change.to.map { .text($0) } ?? .null,
                    .integer(change.sourceID),
                ]
            )
        }
    }

    /// Takes a person away with all that is computed of them.
    ///
    /// - Returns: the standing they had; `nil` where there was no such row.
    func remove(_ number: Int64) throws -> Person.Standing? {
        findPerson.bind(0, vaultID)
        findPerson.bind(1, number)
        guard try findPerson.step() else { return nil }
        let standing = Person.Standing(rawValue: findPerson.text(0)) ?? .acquaintance
        let texts = (1...4).map { findPerson.text($0) }
        findPerson.reset()
        deletePerson.bind(0, vaultID)
        deletePerson.bind(1, number)
        try deletePerson.run()
        deleteChanges.bind(0, vaultID)
        deleteChanges.bind(1, number)
        try deleteChanges.run()
        try search.remove(number, texts: texts)
        return standing
    }
}

/// A person as the columns that lists sort and filter by.
struct PersonRow: Hashable {
    var standing: String
    var sortName: String
    var hasCompany: Bool
    var hasTitle: Bool
    var hasPhone: Bool
    /// The kind of the best e-mail address; `nil` where there is none.
    var emailKind: String?
    var connectedOn: String?

    init(_ person: Person) {
        standing = person.standing.rawValue
        if let name = person.names.first?.value, let family = name.family {
            sortName = TextFolding.folded(name.given.map { family + " " + $0 } ?? family)
        } else {
            sortName = TextFolding.folded(person.displayName)
        }
        hasCompany = !person.companies.isEmpty
        hasTitle = !person.titles.isEmpty
        // Without a census: a row must not depend on other people.
        emailKind = person.emails.isEmpty ? nil : EmailKinds().best(of: person)?.rawValue
        hasPhone = !person.phones.isEmpty
        connectedOn = person.connectedOn?.description
    }

    /// The row of a person of whom one card is all that is known; `nil` unless the card is plain: a name in parts and no value twice.
    ///
    /// Nearly all of a network are such people. The row is the one their `Person` would give, which takes ten times as long to make.
    init?(plain card: Card, standing: Person.Standing) {
        guard let family = card.name.family, card.name.full == nil, card.organizations.count <= 1, card.titles.count <= 1,
            card.emails.count <= 1, card.phones.count <= 1, card.links.count <= 1, card.addresses.isEmpty, card.notes.isEmpty,
            card.nicknames.isEmpty,
            card.keywords.isEmpty,
            card.extra.isEmpty, card.organizations.first?.units.isEmpty ?? true
        else { return nil }
        self.standing = standing.rawValue
        sortName = TextFolding.folded(card.name.given.map { family + " " + $0 } ?? family)
        hasCompany = card.organizations.first?.name != nil
        hasTitle = !card.titles.isEmpty
        hasPhone = !card.phones.isEmpty
        emailKind = card.emails.first.flatMap { email in
            let companies = card.organizations.first?.name.map { [$0] } ?? []
            return EmailKind.best(of: [EmailClassification.kind(of: email.address, companies: companies, name: card.name)])?.rawValue
        }
        connectedOn = card.connectedOn?.description
    }

    /// The row as a query for all its columns, in their order, yields it.
    init(_ row: any Statement) {
        standing = row.text(0)
        sortName = row.text(1)
        hasCompany = row.integer(2) != 0
        hasTitle = row.integer(3) != 0
        hasPhone = row.integer(4) != 0
        emailKind = row.optionalText(5)
        connectedOn = row.optionalText(6)
    }
}

/// What a person is found by: everything that is known, former values too, folded.
struct SearchableText: Hashable {
    var name: String
    var work: String
    var address: String
    var more: String

    /// One text a column of `Schema.peopleSearch`.
    var columns: [String] { [name, work, address, more] }

    init(_ person: Person) {
        var names = person.names.flatMap { Self.texts(of: $0.value) } + person.nicknames.map(\.value)
        var more = person.tags.map(\.value) + person.notes.map(\.value)
        var work = person.companies.map(\.value) + person.titles.map(\.value) + person.organizations.flatMap(\.value.units)
        var addresses =
            person.emails.map(\.value.address) + person.phones.map(\.value.number) + person.links.map { Self.tellingPart(of: $0.value) }
        for retired in person.retired.map(\.value) {
            switch retired.field {
            case .company, .title: work.append(retired.text)
            case .email, .phone: addresses.append(retired.text)
            case .url: addresses.append(Self.tellingPart(of: Link(retired.text)))
            case .nickname: names.append(retired.text)
            case .address: more.append(PostalAddress(text: retired.text).line)
            case .birthday: break
            }
        }
        for address in person.addresses {
            let address = address.value
            more += [address.full, address.street, address.locality, address.region, address.postcode, address.country].compactMap { $0 }
        }
        if !person.extra.isEmpty {
            for name in person.extra.keys.sorted() where !Self.holdsNoWords(name) {
                guard name == "vCardProps" else {
                    Self.collect(person.extra[name], into: &more)
                    continue
                }
                // Of a property that was kept as it stood the value counts, not its name and parameters.
                for property in person.extra[name]?.arrayValue ?? [] { Self.collect(property.arrayValue?.last, into: &more) }
            }
        }
        name = Self.column(names)
        self.work = Self.column(work)
        address = Self.column(addresses)
        self.more = Self.column(more)
    }

    /// The texts of a plain card (`PersonRow.init(plain:)`), the same as its person's.
    ///
    /// - Parameter key: the entry's key; a profile's need not be read out of the link again.
    init(plain card: Card, key: IdentityKey) {
        let company = card.organizations.first?.name
        let work = company.map { company in card.titles.first.map { company + Self.separator + $0 } ?? company } ?? card.titles.first
        name = Self.column(Self.texts(of: card.name))
        self.work = work.map(SearchText.searchText) ?? ""
        let link = card.links.first.map { link in
            link.service != nil && key.kind == .profile ? Self.tellingPart(of: key) : Self.tellingPart(of: link)
        }
        address = Self.column([card.emails.first?.address, card.phones.first?.number, link].compactMap { $0 })
        more = ""
    }

    /// A name as a row's column of names has it.
    static func column(of name: PersonName) -> String { column(texts(of: name)) }

    /// A name as it is shown, and the parts its one piece leaves out: of “Jimmy C.” the Carterfield. A name of East Asia the other way round
    /// too.
    private static func texts(of name: PersonName) -> [String] {
        let shown = name.display
        let left = name.full.map { full in
            [name.prefix, name.given, name.middle, name.family, name.suffix].compactMap { $0 }.filter { !full.contains($0) }
        }
        let others = name.unspaced
        guard left != nil || !others.isEmpty else { return [shown] }
        let joined = others.isEmpty ? shown : shown.filter { $0 != " " }
        return [shown] + (left ?? []) + others.filter { $0 != joined }
    }

    /// Keeps a phrase from being found across two values.
    private static let separator = " \n "

    private static func column(_ texts: [String]) -> String {
        texts.isEmpty ? "" : SearchText.searchText(texts.count == 1 ? texts[0] : texts.joined(separator: separator))
    }

    /// A profile is found by its name; that it is on LinkedIn tells nothing apart.
    private static func tellingPart(of link: Link) -> String {
        guard link.service != nil, let profile = LinkedInProfileKey(link.uri) else { return link.uri }
        return tellingPart(of: profile.key)
    }

    static func tellingPart(of profile: IdentityKey) -> String {
        guard let colon = profile.value.utf8.firstIndex(of: UInt8(ascii: ":")) else { return profile.value }
        return String(profile.value[profile.value.index(after: colon)...])
    }

    /// Properties of which nobody remembers a word: keys and pictures, ids, times.
    private static func holdsNoWords(_ property: String) -> Bool {
        ["media", "cryptoKeys", "uid", "updated", "created", "prodId", "version", "kind"].contains(property)
    }

    private static func collect(_ value: JSONValue?, into texts: inout [String]) {
        switch value {
        // What is longer than any note is no text but a picture or a key.
        case .string(let text): if text.utf8.count < 1 << 14, !text.hasPrefix("data:") { texts.append(text) }
        case .array(let elements): for element in elements { collect(element, into: &texts) }
        case .object(let members): for name in members.keys.sorted() { collect(members[name], into: &texts) }
        default: break
        }
    }
}
