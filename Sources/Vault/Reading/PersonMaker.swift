import ContactFormats
import ContactModel

/// Makes people of what is stored of them.
///
/// It asks nothing of the database, so it may do so on another thread than the one that reads.
struct PersonMaker: Sendable {
    let catalog: ListCatalog
    let words: OwnersWords

    /// The people; what can't be read says nothing.
    func people(of stored: StoredPeople) -> [Person] { (0..<stored.count).map { person($0, of: stored) } }

    /// The person at a place.
    func person(_ place: Int, of stored: StoredPeople) -> Person {
        let sayings = stored.sayings(ofPerson: place)
        if sayings.count == 1, let single = sayings.first, let person = person(of: single, in: stored.texts) { return person }
        var names: [EntryName] = []
        var records: [ProjectedRecord] = []
        var named: Int64?
        for saying in sayings {
            let facts = catalog.facts(saying.list)
            if saying.entry != named {
                let keyText = stored.texts.text(saying.key)
                if let key = IdentityKey(description: keyText) {
                    names.append(
                        EntryName(key: key, keyText: keyText, list: saying.list, sourceName: facts.sourceName, ordinal: saying.ordinal))
                    named = saying.entry
                }
            }
            guard let run = saying.run, let card = card(saying.card, in: stored.texts) else { continue }
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
    private func person(of saying: StoredPeople.Saying, in texts: TextPile) -> Person? {
        let facts = catalog.facts(saying.list)
        let key = texts.text(saying.key)
        guard let kind = IdentityKey.Kind(ofDescription: key), let run = saying.run else { return nil }
        let name = EntryName.text(kind, keyText: key, list: saying.list, sourceName: facts.sourceName, ordinal: saying.ordinal)
        let id = UniqueID(named: name)
        guard words.isEmpty || words.of([id.keyHash]).isEmpty, let card = card(saying.card, in: texts) else { return nil }
        return PersonProjection.person(id: id, record: ProjectedRecord(entry: saying.entry, list: facts, run: run, card: card))
    }

    /// The card at a place, read where it lies.
    private func card(_ place: TextPile.Place, in texts: TextPile) -> Card? {
        texts.bytes.withUnsafeBufferPointer { JSContact.decode(UnsafeBufferPointer(rebasing: $0[place])) }
    }
}
