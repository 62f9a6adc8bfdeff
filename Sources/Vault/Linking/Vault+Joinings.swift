import ContactFormats
public import ContactModel
public import RecordLinkage

/// Two entries of one person, and what made them one: with the others of the person it tells why all of its entries are.
public struct Joining: Sendable {
    /// The entry that was there first.
    public var first: EntrySummary
    /// The other.
    public var second: EntrySummary
    /// What joined them.
    public var verdict: PairComparison.Verdict
    /// The day from which sources had both.
    public var on: CalendarDate?
    /// How likely they are one, where likeness joined them.
    public var probability: Double?
    /// Why, term by term; `nil` where that was not asked for, or one of them stands in no list of contacts.
    public var explanation: MatchExplanation?
}

extension Vault {
    /// So many entries of one person are looked at; what joined still others is not told.
    private static let mostEntries = 40

    /// What made a person's entries one: one joining less than there are entries (those of one profile count as one), the owner's word before
    /// what proves it, and that before likeness.
    ///
    /// - Parameter mostRead: as many entries of the vault may be read for telling the reasons term by term. All of them have to be, for what
    ///   a name in common is worth is learned from everybody there is.
    /// - Returns: the joinings in order of their days; nothing for a person of one entry.
    /// - Throws: `VaultError` with code `notFound` where there is no such person.
    public func joinings(of person: UniqueID, termByTermOfUpTo mostRead: Int) throws -> [Joining] {
        try engine.read { session in
            guard let number = try PersonFinder(session: session, vaultID: vaultID).number(of: person) else {
                throw VaultError(.notFound, "There is no such person.")
            }
            let reader = try EntryReader(session: session, vaultID: vaultID)
            let all = try reader.entries(of: number, catalog: ListCatalog(session, vaultID: vaultID))
            guard all.count > 1 else { return [] }
            let days = Dictionary(all.map { ($0.number, Self.firstDay($0)) }, uniquingKeysWith: { first, _ in first })
            func day(_ entry: StoredEntry) -> CalendarDate? { days[entry.number] ?? nil }
            // Those of one day stay in the order of their strength.
            let entries = all.prefix(Self.mostEntries).enumerated().sorted { one, other in
                let (first, second) = (day(one.element) ?? .distantFuture, day(other.element) ?? .distantFuture)
                return first == second ? one.offset < other.offset : first < second
            }.map(\.element)
            let ties = try Ties(among: entries, session, vaultID: vaultID).spanning()
            let isFew =
                try session.first(
                    "SELECT 1 FROM entry WHERE vault_id = ? LIMIT 1 OFFSET ?", [.integer(vaultID), .integer(Int64(max(0, mostRead)))]
                ) { $0.integer(0) } == nil
            let linking = isFew ? try LinkingForShow(session: session, vaultID: vaultID) : nil
            return try ties.map { tie in
                let (first, second) = (entries[tie.first], entries[tie.second])
                return Joining(
                    first: Self.summary(first), second: Self.summary(second), verdict: tie.verdict,
                    on: [first, second].compactMap(day).max(), probability: tie.probability,
                    explanation: try linking?.explain(first.number, second.number))
            }.sorted { ($0.on ?? .distantFuture) < ($1.on ?? .distantFuture) }
        }
    }

    private static func summary(_ entry: StoredEntry) -> EntrySummary {
        EntrySummary(
            id: entry.name.id, source: entry.records.first?.list.sourceName ?? "", list: entry.list.list, card: entry.latestCard)
    }

    /// The day of the first hand-out an entry stood in.
    private static func firstDay(_ entry: StoredEntry) -> CalendarDate? {
        entry.records.compactMap { record -> CalendarDate? in
            let (marks, range) = (record.list.order.marks, record.list.order.range(record.run))
            return range.first.flatMap { $0 < marks.count ? marks[$0].exportedOn : nil }
        }.min()
    }
}

extension CalendarDate {
    fileprivate static let distantFuture = CalendarDate(daysSince1970: 2_000_000)
}

/// What joins some entries of one person two by two.
private struct Ties {
    /// Two entries by their places, and what joins them.
    struct Tie {
        var first: Int
        var second: Int
        var verdict: PairComparison.Verdict
        var probability: Double?
    }

    private let entries: [StoredEntry]
    private var ties: [Tie] = []

    init(among entries: [StoredEntry], _ session: any Session, vaultID: Int64) throws {
        self.entries = entries
        let pairs = entries.indices.flatMap { one in entries.indices.suffix(from: one + 1).map { (one, $0) } }
        let log = try DecisionLog(session: session, vaultID: vaultID).all()
        let undone = DecisionLog.undoneSteps(in: log)
        for decision in log where decision.kind == .merge && !undone.contains(decision.step) {
            let sides = entries.map { entry in decision.people.firstIndex { $0.contains(entry.name.id) } }
            ties += pairs.filter { one, other in sides[one] != nil && sides[other] != nil && sides[one] != sides[other] }
                .map { Tie(first: $0, second: $1, verdict: .owner(step: decision.step)) }
        }
        let proven = pairs.compactMap { one, other in
            IdentityResolution.proof(that: entries[one].facts, is: entries[other].facts).map { (key: $0, one: one, other: other) }
        }
        ties += proven.sorted { ($0.key.kind, $0.one, $0.other) < ($1.key.kind, $1.one, $1.other) }
            .map { Tie(first: $0.one, second: $0.other, verdict: .key($0.key)) }
        let places = Dictionary(entries.enumerated().map { ($1.number, $0) }) { first, _ in first }
        let store = try LikenessStore(session: session, vaultID: vaultID)
        let alike = try Set(entries.flatMap { try store.joining($0.number) }).sorted { ($1.sixteenths, $0) < ($0.sixteenths, $1) }
        ties += alike.compactMap { likeness in
            guard let one = places[likeness.first], let other = places[likeness.second] else { return nil }
            return Tie(first: min(one, other), second: max(one, other), verdict: .likeness, probability: likeness.probability)
        }
        // Whatever else made them one, such as a key that counts only with others beside it.
        ties += pairs.map { Tie(first: $0, second: $1, verdict: .likeness) }
    }

    /// The strongest that are needed to hold all of them together; the entries of one profile are one from the start.
    func spanning() -> [Tie] {
        var group = entries.map { entry in entries.firstIndex { $0.name.id == entry.name.id } ?? 0 }
        return ties.filter { tie in
            let (one, other) = (group[tie.first], group[tie.second])
            guard one != other else { return false }
            for place in group.indices where group[place] == other { group[place] = one }
            return true
        }
    }
}
