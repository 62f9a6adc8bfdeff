import ContactFormats
import ContactModel

/// Makes people of what is stored of them.
///
/// It asks nothing of the database, so it may do so on another thread than the one that reads.
struct PersonMaker: Sendable {
    let catalog: ListCatalog
    let words: OwnersWords

    /// What is stored of one person: all that their entries ever said.
    struct Stored: Sendable {
        var sayings: [Saying] = []
    }

    /// What an entry said for a time.
    struct Saying: Sendable {
        var entry: Int64
        var list: ListCatalog.Key
        var key: String
        var ordinal: Int64
        /// `nil` where its hash can't be read.
        var run: Run?
        var card: [UInt8]
    }

    /// The person; what can't be read says nothing.
    func person(of stored: Stored) -> Person {
        if stored.sayings.count == 1, let person = person(of: stored.sayings[0]) { return person }
        var names: [EntryName] = []
        var records: [ProjectedRecord] = []
        var named: Int64?
        for saying in stored.sayings {
            let facts = catalog.facts(saying.list)
            if saying.entry != named, let key = IdentityKey(description: saying.key) {
                names.append(
                    EntryName(key: key, keyText: saying.key, list: saying.list, sourceName: facts.sourceName, ordinal: saying.ordinal))
                named = saying.entry
            }
            guard let run = saying.run, let card = JSContact.decode(saying.card) else { continue }
            records.append(ProjectedRecord(entry: saying.entry, list: facts, run: run, card: card))
        }
        return PersonProjection.person(
            id: names.min()?.id ?? UniqueID(high: 0, low: 0),
            records: records,
            words: words.isEmpty ? [] : words.of(names.map { $0.id.keyHash })
        )
    }

    /// The person who is a single saying, as nearly all are: the same as the general way gives. `nil` where the owner said something too, or
    /// where something can't be read.
    private func person(of saying: Saying) -> Person? {
        let facts = catalog.facts(saying.list)
        guard let kind = IdentityKey.Kind(ofDescription: saying.key), let run = saying.run else { return nil }
        let name = EntryName.text(kind, keyText: saying.key, list: saying.list, sourceName: facts.sourceName, ordinal: saying.ordinal)
        let id = UniqueID(named: name)
        guard words.isEmpty || words.of([id.keyHash]).isEmpty, let card = JSContact.decode(saying.card) else { return nil }
        return PersonProjection.person(id: id, record: ProjectedRecord(entry: saying.entry, list: facts, run: run, card: card))
    }
}
