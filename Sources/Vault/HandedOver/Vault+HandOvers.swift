import ContactModel

extension Vault {
    /// Keeps the receipt of a hand-over.
    @discardableResult
    public func noteHandOver(_ content: HandOverReceipt.Content, people: HandedOverPeople) throws -> HandOverReceipt {
        try engine.write { try HandOverStore(session: $0, vaultID: vaultID).add(content, people: people, clock: clock) }
    }

    /// What was handed out, the latest first.
    public func handOvers() throws -> [HandOverReceipt] {
        try engine.read { try HandOverStore(session: $0, vaultID: vaultID).all().reversed().map(\.receipt) }
    }
}
