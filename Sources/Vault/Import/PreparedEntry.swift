import ContactFormats
import ContactModel

/// An event of a reader with all that can be computed of it without the vault.
enum PreparedEvent: Sendable {
    case entry(PreparedEntry)
    case other(ReadEvent)
}

/// An entry, ready to be written.
struct PreparedEntry: Sendable {
    var name: EntryName
    /// The key as text.
    var key: String
    /// The card as it is stored.
    var storedCard: [UInt8]
    /// The hash of the record under ordinal 0.
    var hash: ContentHash
    /// The keys shared with other entries of the same human being, as the identity index keeps them.
    var joiningKeys: [Int64]
    /// The person the entry is if no other entry is the same human being; only where that is likely.
    var single: Single?

    /// A person of one entry, as rows.
    struct Single: Sendable {
        var row: PersonRow
        var searchTexts: [String]
        var isListed: Bool
    }
}

/// Prepares the entries of one snapshot.
struct EntryPreparation: Sendable {
    var list: ListCatalog.Key
    var facts: ListFacts
    var snapshot: Int64

    /// Whether entries are likely to be new people: in the first, and latest, snapshot of a list of contacts.
    private var expectsSingles: Bool { facts.makesContacts && facts.order.marks.count == 1 }

    func prepare(_ event: ReadEvent) -> PreparedEvent {
        guard case .entry(let entry) = event else { return .other(event) }
        let key = entry.key.description
        let name = EntryName(key: entry.key, keyText: key, list: list, sourceName: facts.sourceName, ordinal: 0)
        let storedCard = JSContact.encode(entry.card)
        let hash = ContentHash.ofRecord(key: key, ordinal: 0, card: storedCard)
        var prepared = PreparedEntry(
            name: name,
            key: key,
            storedCard: storedCard,
            hash: hash,
            // A profile names its entry, so its hash is there already.
            joiningKeys: IdentityKeys.joining(of: entry.card, entryKey: entry.key).map {
                $0.kind == .profile && $0 == entry.key ? name.id.keyHash : $0.hash
            }
        )
        if expectsSingles { prepared.single = single(entry.card, name: name, hash: hash) }
        return .entry(prepared)
    }

    private func single(_ card: Card, name: EntryName, hash: ContentHash) -> PreparedEntry.Single {
        let standing: Person.Standing = facts.isConnections ? .connected : .contact
        if let row = PersonRow(plain: card, standing: standing, isConnection: facts.isConnections) {
            return PreparedEntry.Single(
                row: row, searchTexts: SearchableText(plain: card, key: name.key).columns, isListed: standing.isListed)
        }
        let run = Run(first: snapshot, gone: nil, hash: hash)
        let record = ProjectedRecord(entry: 0, list: facts, run: run, card: card)
        let person = PersonProjection.person(id: name.id, records: [record], words: [])
        return PreparedEntry.Single(
            row: PersonRow(person),
            searchTexts: SearchableText(person).columns,
            isListed: person.standing.isListed
        )
    }
}
