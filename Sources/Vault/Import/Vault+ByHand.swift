import ContactFormats
public import ContactModel

extension Vault {
    /// What came of adding somebody by hand.
    public struct Addition: Sendable {
        /// The step of the log.
        public var step: Int64
        /// The person they are.
        public var person: UniqueID
        /// The entries of sources they turned out to be one human being with; empty for somebody new.
        public var known: [EntrySummary]
    }

    /// Takes in somebody the owner adds, as a hand-out of its own that is kept like every other: whole, or not at all.
    ///
    /// Who has a profile or an address with somebody who is here becomes one with them, as with any import.
    ///
    /// - Throws: `VaultError` with code `refused` where somebody with that address or profile was erased.
    public func add(_ card: Card) throws -> Addition {
        let (uid, day) = (clock.newID(), clock.today)
        let isErased = try engine.read { session in
            try ErasureLedger(session: session, vaultID: vaultID)
                .holds(key: ByHandTable.key(of: uid), list: EntryList.byHand.rawValue, cards: [card])
        }
        guard !isErased else {
            throw VaultError(.refused, "Somebody with this address or profile was erased here, and is not let in again. Nobody was added.")
        }
        let file = BytesInMemory(ByHandTable.file(adding: card, as: uid, on: day))
        let name = "by-hand-\(day).jsonl"
        let parcel = Parcel(kind: .file, path: name, original: file, members: [Member(path: name, bytes: file)])
        let originals = try HandOutOriginals(HandOutFormat.recognise(parcel, among: [.byHand]), parcel: parcel)
        let (step, entry, person) = try engine.write { session in
            let addition = HandOutImport(self, session, originals, ImportOptions())
            let report = try addition.run()
            guard let step = report.step, let id = try addition.addedByHand(),
                let number = try PersonFinder(session: session, vaultID: vaultID).number(of: id),
                let person = try PersonReader(session: session, vaultID: vaultID).id(of: number)
            else { throw VaultError(.internalFault, "The person can't be found after being added. Nobody was added.") }
            return (step, id, person)
        }
        return Addition(step: step, person: person, known: try entries(of: person).filter { $0.id != entry })
    }
}

extension HandOutImport {
    /// The one person a hand-out adds by hand, by the id of the entry they become; `nil` for every other hand-out.
    func addedByHand() throws -> UniqueID? {
        guard originals.tables.count == 1, let table = originals.tables.first?.table, table.list == .byHand else { return nil }
        var keys: [IdentityKey] = []
        _ = try table.read { if case .entry(let entry) = $0 { keys.append(entry.key) } }
        guard keys.count == 1 else { return nil }
        let list = ListCatalog.Key(sourceID: 0, list: table.list.rawValue)
        let name = Self.sourceName(of: table, source: options.source, service: originals.handOut.service)
        return EntryName(key: keys[0], list: list, sourceName: name, ordinal: 0).id
    }
}
