public import ContactModel
public import RecordLinkage

/// What the owner's answers of before changed in how a pair is judged.
public struct Teaching: Hashable, Sendable {
    /// How many answers about two entries there were.
    public var answers: Int
    /// What they speak for the pair, in bits; against it where negative.
    public var bits: Double
}

/// Two people who may be one, and what speaks for it.
public struct DuplicatePair: Sendable {
    /// The one.
    public var first: Person
    /// The other.
    public var second: Person
    /// Why, term by term, for the two entries of theirs that are most alike.
    public var explanation: MatchExplanation
    /// What of it was learned from the owner's answers; `nil` where there were too few to learn from.
    public var teaching: Teaching?
}

/// How the pairs stand that may be one, or may have been.
public struct DuplicateStanding: Hashable, Sendable {
    /// How many wait for the owner's word.
    public var waiting: Int
    /// How many the owner was not sure of and put aside.
    public var aside: Int
    /// How often the owner said who is who.
    public var decided: Int
    /// What was looked through.
    public var extent: Extent

    /// What pairs can be looked for in.
    public enum Extent: Sendable {
        /// There is no list of contacts.
        case nothing
        /// There is one list of connections, handed out once, in which nobody stands twice.
        case oneHandOut
        /// There are lists, or hand-outs of one, in which somebody may stand twice.
        case several
    }

    /// Makes one.
    public init(waiting: Int, aside: Int = 0, decided: Int = 0, extent: Extent = .several) {
        self.waiting = waiting
        self.aside = aside
        self.decided = decided
        self.extent = extent
    }
}

/// What is known about whether two people are one.
public struct PairComparison: Sendable {
    /// What decides.
    public enum Verdict: Sendable, Equatable {
        /// The owner said so, in a step of the log.
        case owner(step: Int64)
        /// They share what is one person's alone: a profile, an address.
        case key(IdentityKey)
        /// They stood in one list, in which nobody stands twice.
        case stoodTogether(source: String)
        /// They are as alike as the explanation tells.
        case likeness
    }

    /// The one; where they are one person already, that person.
    public var first: Person
    /// The other.
    public var second: Person
    /// Whether they are one person at present.
    public var areOne: Bool
    /// Whether the owner was not sure and put them aside.
    public var isAside: Bool
    /// What decides it.
    public var verdict: Verdict
    /// Why, term by term, for the two entries of theirs that are most alike; `nil` where there is only one entry to look at.
    public var explanation: MatchExplanation?
    /// What of it was learned from the owner's answers; `nil` where there were too few to learn from.
    public var teaching: Teaching?
}

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

/// What the owner said of pairs of people who are two at present.
struct PairsSaid {
    /// Those who are two, by their numbers in order.
    private(set) var distinct: Set<[Int64]> = []
    /// How many steps said who is who, of whomever.
    private(set) var decidedCount = 0
    /// Those of whom it is not known, with the steps that put them aside.
    private var aside: [[Int64]: [Decision]] = [:]

    init(session: any Session, vaultID: Int64) throws {
        let log = try DecisionLog(session: session, vaultID: vaultID).all()
        let undone = DecisionLog.undoneSteps(in: log)
        let finder = PersonFinder(session: session, vaultID: vaultID)
        for decision in log where !undone.contains(decision.step) {
            let isDoubt = decision.kind == .unsure
            if decision.verdict != nil { decidedCount += 1 }
            guard isDoubt || decision.verdict != nil, decision.kind != .merge else { continue }
            let groups = try (isDoubt ? decision.peopleAside : decision.people).map { try Set($0.compactMap { try finder.number(of: $0) }) }
            for (place, group) in groups.enumerated() {
                for other in groups[(place + 1)...].joined() {
                    for one in group where one != other {
                        let pair = [one, other].sorted()
                        if isDoubt { aside[pair, default: []].append(decision) } else { distinct.insert(pair) }
                    }
                }
            }
        }
    }

    func areDistinct(_ one: Int64, _ other: Int64) -> Bool { distinct.contains([one, other].sorted()) }

    func isAside(_ one: Int64, _ other: Int64) -> Bool { aside[[one, other].sorted()] != nil }

    /// The steps that put two people aside and count at present.
    func doubts(about one: Int64, _ other: Int64) -> [Decision] { aside[[one, other].sorted()] ?? [] }
}

/// The entries of people of whom there are several, read once each.
///
/// Two entries that are alike contradict one another in nothing. But a person may have another entry that does: another profile, another
/// birthday, a place beside the other one in a list in which nobody stands twice.
private final class KnownEntries {
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
