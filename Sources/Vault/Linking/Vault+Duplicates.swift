public import ContactModel
import RecordLinkage

extension Vault {
    /// Hands over the pairs of people who may be one, the most alike first, until `body` returns `false`.
    ///
    /// What the owner has decided is not asked again.
    ///
    /// - Parameter isAside: whether those are meant that were put aside, rather than those that wait.
    public func forEachDuplicate(isAside: Bool = false, _ body: (DuplicatePair) throws -> Bool) throws {
        try engine.read { session in
            let reader = try PersonReader(session: session, vaultID: vaultID)
            var linking: LinkingForShow?
            for suggestion in try suggestions(session, isAside: isAside) {
                guard let first = try reader.person(suggestion.people.0), let second = try reader.person(suggestion.people.1),
                    first.standing != .owner, second.standing != .owner
                else { continue }
                let shown = try linking ?? LinkingForShow(session: session, vaultID: vaultID)
                linking = shown
                let (one, other) = (suggestion.likeness.first, suggestion.likeness.second)
                guard let explanation = try shown.explain(one, other) else { continue }
                let pair = DuplicatePair(first: first, second: second, explanation: explanation, teaching: shown.teaching(on: one, other))
                guard try body(pair) else { return }
            }
        }
    }

    /// The pair of people at a place of those that may be one, the most alike first, from 0; `nil` beyond the last.
    ///
    /// - Parameter isAside: whether those are meant that were put aside, rather than those that wait.
    public func duplicate(at place: Int, isAside: Bool = false) throws -> DuplicatePair? {
        try engine.read { session in
            guard let suggestion = try suggestions(session, isAside: isAside).dropFirst(max(0, place)).first else { return nil }
            let reader = try PersonReader(session: session, vaultID: vaultID)
            guard let first = try reader.person(suggestion.people.0), let second = try reader.person(suggestion.people.1) else {
                return nil
            }
            let shown = try LinkingForShow(session: session, vaultID: vaultID)
            return try shown.explain(suggestion.likeness.first, suggestion.likeness.second).map {
                DuplicatePair(
                    first: first, second: second, explanation: $0,
                    teaching: shown.teaching(on: suggestion.likeness.first, suggestion.likeness.second))
            }
        }
    }

    /// Hands over the pairs of people who may be one with the probability that they are, without saying why: for asking about many.
    ///
    /// What the owner has decided is left out; what was put aside is as likely as before.
    public func forEachLikelyPair(_ body: (Person, Person, Double) throws -> Void) throws {
        try engine.read { session in
            let reader = try PersonReader(session: session, vaultID: vaultID)
            for suggestion in try suggestions(session, isAside: nil) {
                guard let first = try reader.person(suggestion.people.0), let second = try reader.person(suggestion.people.1),
                    first.standing != .owner, second.standing != .owner
                else { continue }
                try body(first, second, suggestion.likeness.probability)
            }
        }
    }

    /// For each person those the owner said are somebody else, by the ids they have now; both ways.
    public func peopleSaidDistinct() throws -> [UniqueID: Set<UniqueID>] {
        try engine.read { session in
            let pairs = try PairsSaid(session: session, vaultID: vaultID).distinct
            guard !pairs.isEmpty else { return [:] }
            let reader = try PersonReader(session: session, vaultID: vaultID)
            var ids: [Int64: UniqueID] = [:]
            for number in Set(pairs.joined()) { ids[number] = try reader.person(number)?.id }
            return pairs.reduce(into: [:]) { distinct, pair in
                guard let first = ids[pair[0]], let second = ids[pair[1]] else { return }
                distinct[first, default: []].insert(second)
                distinct[second, default: []].insert(first)
            }
        }
    }

    /// How many pairs of people may be one and wait for the owner's word.
    public func duplicateCount() throws -> Int {
        try engine.read { try suggestions($0, isAside: false).count }
    }

    /// How the pairs stand that may be one, or may have been.
    public func duplicateStanding() throws -> DuplicateStanding {
        try engine.read { session in
            let said = try PairsSaid(session: session, vaultID: vaultID)
            let all = try suggestions(session, isAside: nil)
            let aside = all.count { said.isAside($0.people.0, $0.people.1) }
            let lists = try ListCatalog(session, vaultID: vaultID).lists.values.filter(\.makesContacts)
            let isOneHandOut = lists.count == 1 && lists[0].isConnections && lists[0].order.marks.count == 1
            return DuplicateStanding(
                waiting: all.count - aside, aside: aside, decided: said.decidedCount,
                extent: lists.isEmpty ? .nothing : isOneHandOut ? .oneHandOut : .several)
        }
    }

    /// Whether two people are one, and why.
    ///
    /// - Throws: `VaultError` with code `notFound` where there is no such person.
    public func comparison(of first: UniqueID, and second: UniqueID) throws -> PairComparison {
        try engine.read { session in
            let finder = PersonFinder(session: session, vaultID: vaultID)
            let reader = try PersonReader(session: session, vaultID: vaultID)
            guard let one = try finder.number(of: first), let other = try finder.number(of: second),
                let person = try reader.person(one), let otherPerson = try reader.person(other)
            else { throw VaultError(.notFound, "There is no such person.") }
            let entries = try EntryReader(session: session, vaultID: vaultID)
            let catalog = try ListCatalog(session, vaultID: vaultID)
            let (ones, others) = (try entries.entries(of: one, catalog: catalog), try entries.entries(of: other, catalog: catalog))
            let linking = try LinkingForShow(session: session, vaultID: vaultID)
            let pairs =
                one == other
                ? ones.indices.flatMap { place in ones[(place + 1)...].map { (ones[place], $0) } }
                : ones.flatMap { one in others.map { (one, $0) } }
            let explanations = try pairs.prefix(400).compactMap { pair in
                try linking.explain(pair.0.number, pair.1.number).map { (explanation: $0, pair: pair) }
            }
            // What keeps two people apart is told before what speaks for them.
            let telling = one == other ? [] : explanations.filter(\.explanation.isContradicted)
            let shown = (telling.isEmpty ? explanations : telling).max { $0.explanation.weight < $1.explanation.weight }
            return PairComparison(
                first: person,
                second: otherPerson,
                areOne: one == other,
                isAside: try PairsSaid(session: session, vaultID: vaultID).isAside(one, other),
                verdict: try verdict(on: pairs, areOne: one == other, session),
                explanation: shown?.explanation,
                teaching: shown.flatMap { linking.teaching(on: $0.pair.0.number, $0.pair.1.number) }
            )
        }
    }

    /// The likeliest of the likenesses between any two people, the likeliest pair first.
    ///
    /// - Parameter isAside: whether those that were put aside are meant, or those that were not; `nil` for all.
    private func suggestions(_ session: any Session, isAside: Bool?) throws -> [(people: (Int64, Int64), likeness: Likeness)] {
        struct Pair: Hashable {
            var first: Int64
            var second: Int64
        }
        let rows = try session.rows(
            """
            SELECT l.first_entry, l.second_entry, l.sixteenths, a.person_id, b.person_id FROM likeness l
            JOIN entry a ON a.vault_id = l.vault_id AND a.entry_id = l.first_entry
            JOIN entry b ON b.vault_id = l.vault_id AND b.entry_id = l.second_entry
            WHERE l.vault_id = ? AND l.is_joined = 0 AND a.person_id <> b.person_id
            """,
            [.integer(vaultID)]
        ) { row in
            (
                pair: Pair(first: min(row.integer(3), row.integer(4)), second: max(row.integer(3), row.integer(4))),
                likeness: Likeness(row.integer(0), row.integer(1), sixteenths: row.integer(2), isJoined: false)
            )
        }
        var best: [Pair: Likeness] = [:]
        for row in rows where best[row.pair].map({ $0.sixteenths < row.likeness.sixteenths }) ?? true { best[row.pair] = row.likeness }
        let said = try PairsSaid(session: session, vaultID: vaultID)
        let knowledge = try KnownEntries(session: session, vaultID: vaultID)
        func isMeant(_ pair: Pair) -> Bool {
            guard !said.areDistinct(pair.first, pair.second) else { return false }
            return isAside.map { said.isAside(pair.first, pair.second) == $0 } ?? true
        }
        return try best.filter { try isMeant($0.key) && !knowledge.separates($0.key.first, $0.key.second) }
            .sorted { ($1.value.sixteenths, $0.value) < ($0.value.sixteenths, $1.value) }
            .map { (($0.key.first, $0.key.second), $0.value) }
    }

    private func verdict(on pairs: [(StoredEntry, StoredEntry)], areOne: Bool, _ session: any Session) throws -> PairComparison.Verdict {
        let log = try DecisionLog(session: session, vaultID: vaultID).all()
        let undone = DecisionLog.undoneSteps(in: log)
        for decision in log.reversed()
        where decision.verdict != nil && !undone.contains(decision.step) && (decision.kind == .merge) == areOne {
            for (one, other) in pairs {
                let sides = [one.name.id, other.name.id].map { id in decision.people.firstIndex { $0.contains(id) } }
                guard let first = sides[0], let second = sides[1] else { continue }
                if areOne || first != second { return .owner(step: decision.step) }
            }
        }
        for (one, other) in pairs {
            if areOne, let key = IdentityResolution.proof(that: one.facts, is: other.facts) { return .key(key) }
            if !areOne, IdentityResolution.separation(of: one.facts, and: other.facts) == .stoodTogether {
                return .stoodTogether(source: one.records.first?.list.sourceName ?? "")
            }
        }
        return .likeness
    }
}
