import ContactModel

extension Vault {
    /// Keeps the receipt of a hand-over.
    @discardableResult
    public func noteHandOver(_ content: HandOverReceipt.Content, people: HandedOverPeople) throws -> HandOverReceipt {
        try engine.write { try HandOverStore(session: $0, vaultID: vaultID).add(content, people: people, clock: clock) }
    }

    /// What was handed out, the latest first.
    public func handOvers() throws -> [HandOverReceipt] {
        try engine.read { session in
            let store = HandOverStore(session: session, vaultID: vaultID)
            return try store.numbers().reversed().compactMap { try store.receipt($0)?.receipt }
        }
    }

    /// The latest hand-over to a recipient, whose name is told in any case, in a format; `nil` where there is none.
    public func lastHandOver(to recipient: String, format: String) throws -> HandOverReceipt? {
        try engine.read { session in
            let store = HandOverStore(session: session, vaultID: vaultID)
            let wanted = recipient.lowercased()
            return try store.latest { $0.lowercased() == wanted && $1 == format }.flatMap { try store.receipt($0)?.receipt }
        }
    }
}
