import RecordLinkage

/// The entries of people of whom there are several, read once each.
///
/// Two entries that are alike contradict one another in nothing. But a person may have another entry that does: another profile, another
/// birthday, a place beside the other one in a list in which nobody stands twice.
final class KnownEntries {
    private let entries: EntryReader
    private let catalog: ListCatalog
    private var facts: [Int64: [IdentityFacts]] = [:]

    init(session: any Session, vaultID: Int64) throws {
        entries = try EntryReader(session: session, vaultID: vaultID)
        catalog = try ListCatalog(session, vaultID: vaultID)
    }

    /// Whether any entry of the one says that they are two people, against any of the other. Of people with one entry each the entries
    /// themselves were asked when they were found alike.
    func separates(_ one: Int64, _ other: Int64) throws -> Bool {
        guard try entries.areSeveral(of: one) || entries.areSeveral(of: other) else { return false }
        let others = try facts(of: other)
        return try facts(of: one).contains { one in others.contains { IdentityResolution.separation(of: one, and: $0) != nil } }
    }

    private func facts(of person: Int64) throws -> [IdentityFacts] {
        if let known = facts[person] { return known }
        let read = try entries.entries(of: person, catalog: catalog).map(\.facts)
        facts[person] = read
        return read
    }
}
