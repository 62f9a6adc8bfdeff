import ContactFormats
public import ContactModel

/// What an erasure did.
public struct ErasureReport: Sendable {
    /// The step of the log that says that somebody was erased, and not who.
    public var step: Int64
    /// How many entries and records went.
    public var entries = 0
    /// How many originals were rewritten.
    public var rewritten = 0
    /// How many rows, cards and messages were taken out of them.
    public var removed = 0
    /// The names of originals nothing could be kept of, because they can't be taken apart.
    public var emptied: [String] = []
    /// How many steps of the log lost what they said of the person.
    public var steps = 0
    /// Steps about others that name the person still, in the owner's own words.
    public var mentions: [Int64] = []
    /// Whether nothing is left in the file's free places either; otherwise another program had it open.
    public var isWiped = false
}

extension Vault {
    /// Removes a person everywhere: entries, records, the log's words, the index, and out of the originals, which are rewritten. Only salted
    /// hashes of the keys stay, so that no later import brings the person back.
    ///
    /// This can't be undone, and is the only thing that can't.
    ///
    /// - Throws: `VaultError`: `notFound`; `refused` for the owner.
    public func erase(_ person: UniqueID) throws -> ErasureReport {
        var report = try engine.write { session in
            guard let number = try PersonFinder(session: session, vaultID: vaultID).number(of: person) else {
                throw VaultError(.notFound, "There is no person \(person). Nothing was changed.")
            }
            return try ErasureWork(vault: self, session: session, person: number).run()
        }
        report.isWiped = (try? engine.wipe([Schema.peopleSearch])) != nil
        return report
    }

    /// Writes over whatever was deleted and may still stand in the file's free places or in the log.
    ///
    /// - Throws: `VaultError` with code `busy` where another program has the vault open.
    public func wipe() throws {
        try engine.wipe([Schema.peopleSearch])
    }

    /// Erases everybody another vault has erased: for a backup from before, that is about to take that vault's place.
    ///
    /// - Returns: how many people went.
    public func eraseThose(erasedIn other: Vault) throws -> Int {
        let ledger = try other.engine.read { try ErasureLedger(session: $0, vaultID: other.vaultID) }
        guard !ledger.isEmpty else { return 0 }
        var count = 0
        while let person = try person(in: ledger) {
            _ = try erase(person)
            count += 1
        }
        // Who is not in this vault now may come in later.
        try engine.write { session in
            let own = try ErasureLedger(session: session, vaultID: vaultID)
            for (salt, hashes) in ledger.hashes where own.hashes[salt] != hashes {
                let missing = hashes.subtracting(own.hashes[salt] ?? [])
                guard !missing.isEmpty else { continue }
                _ = try DecisionLog(session: session, vaultID: vaultID).append(
                    .erase, payload: ["salt": .string(salt), "hashes": .array(missing.sorted().map { .string($0) })], clock: clock)
            }
        }
        return count
    }

    private func person(in ledger: ErasureLedger) throws -> UniqueID? {
        try engine.read { session in
            let catalog = try ListCatalog(session, vaultID: vaultID)
            let entries = try EntryReader(session: session, vaultID: vaultID)
            let numbers = try session.rows("SELECT entry_id FROM entry WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) }
            for number in numbers {
                guard let entry = try entries.entry(number, catalog: catalog), let list = try listName(of: number, session) else {
                    continue
                }
                if ledger.holds(key: entry.name.key, list: list, cards: entry.records.map(\.card)) { return entry.name.id }
            }
            return nil
        }
    }

    private func listName(of entry: Int64, _ session: any Session) throws -> String? {
        try session.first("SELECT list FROM entry WHERE vault_id = ? AND entry_id = ?", [.integer(vaultID), .integer(entry)]) { $0.text(0) }
    }
}
