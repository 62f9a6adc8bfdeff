import ContactFormats
import ContactModel

/// Events of a reader with all that can be computed of them without the vault, a few hundred at a time.
///
/// Their texts lie in one pile and their keys in one list, so that a batch goes from the thread that makes it to the thread that writes it
/// as a handful of allocations and not as thousands.
struct PreparedBatch: Sendable {
    enum Event: Sendable {
        case entry(PreparedEntry)
        case problem(ReadProblem)
        case closedAccount
    }

    var events: [Event] = []
    var texts = TextPile()
    var joiningKeys: [Int64] = []
}

/// An entry, ready to be written; what it says lies in its batch.
struct PreparedEntry: Sendable {
    /// What the entry is called under ordinal 0.
    var id: UniqueID
    /// The key as text.
    var key: TextPile.Place
    /// The card as it is stored.
    var card: TextPile.Place
    /// The hash of the record under ordinal 0.
    var hash: ContentHash
    /// The keys shared with other entries of the same human being, as the identity index keeps them: a part of the batch's.
    var joiningKeys: Range<Int>
    /// The entry that says this already, where one does; `joiningKeys` are left out then.
    var standing: Int64?
    /// The person the entry is if no other entry is the same human being; only where that is likely.
    var single: PackedPerson?
}

/// Prepares the entries of one snapshot.
struct EntryPreparation: Sendable {
    private static let mostEvents = 256
    /// A batch is also full with so many bytes, for cards can be long.
    private static let mostBytes = 1 << 20

    private let list: ListCatalog.Key
    private let facts: ListFacts
    private let snapshot: Int64
    /// Whether entries are likely to be new people: in the first, and latest, snapshot of a list of contacts.
    private let expectsSingles: Bool
    /// What the list says already, where that is all that matters of what is said again.
    private let standing: StandingRecords?
    private var batch = PreparedBatch()
    private var json = JSONWriter()

    init(list: ListCatalog.Key, facts: ListFacts, snapshot: Int64, standing: StandingRecords?) {
        self.standing = standing
        self.list = list
        self.facts = facts
        self.snapshot = snapshot
        expectsSingles = facts.makesContacts && facts.order.marks.count == 1
    }

    /// Whether it is time to take the batch.
    var isFull: Bool { batch.events.count >= Self.mostEvents || batch.texts.count >= Self.mostBytes }

    /// What was prepared since the last time.
    mutating func takeBatch() -> PreparedBatch {
        var next = PreparedBatch()
        next.events.reserveCapacity(Self.mostEvents)
        next.texts.reserveCapacity(batch.texts.count + batch.texts.count / 8)
        next.joiningKeys.reserveCapacity(batch.joiningKeys.count)
        swap(&next, &batch)
        return next
    }

    mutating func prepare(_ event: ReadEvent) {
        switch event {
        case .entry(let entry): batch.events.append(.entry(prepare(entry)))
        case .problem(let problem): batch.events.append(.problem(problem))
        case .closedAccount: batch.events.append(.closedAccount)
        }
    }

    /// The keys an entry shares with others of the same human being.
    static func joiningKeys(of card: Card, key: IdentityKey) -> [Int64] { IdentityKeys.joining(of: card, entryKey: key).map(\.hash) }

    private mutating func prepare(_ entry: SourceEntry) -> PreparedEntry {
        // Laid out as `ContentHash.ofRecord` hashes it.
        let start = batch.texts.count
        batch.texts.add(entry.key.kind.rawValue)
        batch.texts.add(UInt8(ascii: ":"))
        batch.texts.add(entry.key.value)
        let key = start..<batch.texts.count
        batch.texts.add(0)
        batch.texts.add(UInt8(ascii: "0"))
        batch.texts.add(0)
        json.removeAll()
        JSContact.encode(entry.card, into: &json)
        let card = json.withBytes { batch.texts.add(utf8: $0) }
        let (id, hash) = batch.texts.bytes.withUnsafeBytes { texts in
            // Both are hashed inside the closure, while the pile's bytes are there.
            let named = entry.key.kind == .profile ? UniqueID(named: UnsafeRawBufferPointer(rebasing: texts[key])) : nil
            return (named, ContentHash(of: UnsafeRawBufferPointer(rebasing: texts[start..<card.upperBound])))
        }
        var prepared = PreparedEntry(
            id: id ?? EntryName(key: entry.key, list: list, sourceName: facts.sourceName, ordinal: 0).id,
            key: key,
            card: card,
            hash: hash,
            joiningKeys: 0..<0
        )
        if let known = standing?.entry(saying: hash) {
            prepared.standing = known
            return prepared
        }
        let firstKey = batch.joiningKeys.count
        for joining in IdentityKeys.joining(of: entry.card, entryKey: entry.key) {
            // A profile names its entry, so its hash is there already.
            batch.joiningKeys.append(joining.kind == .profile && joining == entry.key ? prepared.id.keyHash : joining.hash)
        }
        prepared.joiningKeys = firstKey..<batch.joiningKeys.count
        if expectsSingles { prepared.single = single(entry.card, key: entry.key, id: prepared.id, hash: hash) }
        return prepared
    }

    private mutating func single(_ card: Card, key: IdentityKey, id: UniqueID, hash: ContentHash) -> PackedPerson {
        let standing: Person.Standing = facts.isConnections ? .connected : .contact
        if let row = PersonRow(plain: card, standing: standing) {
            let searchTexts = SearchableText(plain: card, key: key)
            return PackedPerson(row, searchTexts: searchTexts, isListed: standing.isListed, in: &batch.texts)
        }
        let run = Run(first: snapshot, gone: nil, hash: hash)
        let record = ProjectedRecord(entry: 0, list: facts, run: run, card: card)
        let person = PersonProjection.person(id: id, records: [record], words: [])
        let searchTexts = SearchableText(person)
        return PackedPerson(PersonRow(person), searchTexts: searchTexts, isListed: person.standing.isListed, in: &batch.texts)
    }
}
