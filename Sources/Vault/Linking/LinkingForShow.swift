import RecordLinkage

/// The linker of a vault, with the texts of what it compares.
final class LinkingForShow {
    private let linker: VaultLinker
    private let entries: EntryReader
    private let catalog: ListCatalog

    init(session: any Session, vaultID: Int64) throws {
        linker = try VaultLinker(session: session, vaultID: vaultID, evenForOneList: true)
        entries = try EntryReader(session: session, vaultID: vaultID)
        catalog = try ListCatalog(session, vaultID: vaultID)
    }

    /// What the owner's answers changed in how two entries are judged; `nil` where nothing was learned from them.
    func teaching(on one: Int64, _ other: Int64) -> Teaching? {
        guard let before = linker.untaught, let first = linker.entries.place(of: one), let second = linker.entries.place(of: other) else {
            return nil
        }
        let bits = linker.linker.explain(first, second).weight - before.explain(first, second).weight
        return Teaching(answers: linker.answerCount, bits: bits)
    }

    /// Why two entries are alike, or not; `nil` where one of them stands in no list of contacts.
    func explain(_ one: Int64, _ other: Int64) throws -> MatchExplanation? {
        guard let first = linker.entries.place(of: one), let second = linker.entries.place(of: other) else { return nil }
        let records = try [one, other].map { number in
            let all = try entries.entry(number, catalog: catalog)?.records ?? []
            return LinkageRecord(
                cards: all.sorted { LinkableEntries.isLater($0.list.order.range($0.run), $1.list.order.range($1.run)) }.map(\.card))
        }
        return linker.linker.explain(first, second) { place, roles in
            let fields = records[place == first ? 0 : 1].fields
            // An address tells of a company where none is named.
            let isOfCompany = roles.first == .organization && fields.contains { $0.role == .organization }
            let isName = roles.contains(.givenName)
            var seen: Set<String> = []
            return fields.filter { isOfCompany ? $0.role == .organization : roles.contains($0.role) }.map(\.text)
                .filter { seen.insert($0).inserted }.joined(separator: isName ? " " : " · ")
        }
    }
}
