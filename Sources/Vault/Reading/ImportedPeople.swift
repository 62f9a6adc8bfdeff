import ContactFormats
import ContactModel

/// What imports did to people, by what history tells today: worked out from what each list says of its entries, so that it holds whatever
/// came in later, and nothing of it where they were taken back.
///
/// Against what came in before them, not against what was handed out before: an older export that came in since is no part of it. Somebody
/// counts once, whatever rows are theirs.
struct ImportedPeople: Sendable {
    /// What was done to each person by number, of those anything was done to or who stand in the lists.
    private(set) var effects: [Int64: ImportEffect] = [:]
    /// The snapshots that count.
    let snapshots: [StoredSnapshot]

    /// Finds out what imports did.
    ///
    /// - Throws: `PeopleFilter.SyntaxError` where there are no such imports, or they were taken back.
    init(_ reference: ImportReference, _ session: any Session, vaultID: Int64) throws {
        let snapshots = try reference.snapshots(session, vaultID: vaultID)
        self.snapshots = snapshots
        guard let first = snapshots.map(\.number).min() else { return }
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let lists = Dictionary(grouping: snapshots) { ListCatalog.Key(sourceID: $0.sourceID, list: $0.list) }
        var told: [Int64: Signs] = [:]
        var listedBefore = NumberSet()
        let isOfSteps = if case .steps = reference { true } else { false }
        for (list, facts) in catalog.lists {
            let came = Set(lists[list, default: []].map(\.number))
            // Who was among the contacts before is asked of every list that makes somebody one.
            guard !came.isEmpty || isOfSteps && facts.makesContacts else { continue }
            let change = ListChange(facts, to: came, since: first)
            var signs: [Int64: Signs] = [:]
            try Self.forEachEntry(of: list, session, vaultID: vaultID) { person, runs in
                signs[person, default: []].formUnion(change.signs(of: runs))
            }
            for (person, signs) in signs {
                if signs.contains(.known), facts.makesContacts { _ = listedBefore.insert(person) }
                if let effect = signs.effect { told[person, default: []].insert(Signs(effect)) }
            }
        }
        let counted = try Self.people(isOfSteps, session, vaultID: vaultID)
        for (person, signs) in told where counted.contains(person) {
            effects[person] = isOfSteps ? signs.inAll(wasListed: listedBefore.contains(person)) : signs.effect
        }
    }

    /// The numbers of those something was done to.
    ///
    /// - Parameter effect: what; `nil` for anything.
    func numbers(_ effect: ImportEffect?) -> [Int64] {
        effects.compactMap { number, done in effect == nil || done == effect ? number : nil }
    }

    /// The people who count: among the owner's contacts; of one list all but the owner.
    private static func people(_ areListed: Bool, _ session: any Session, vaultID: Int64) throws -> NumberSet {
        var people = NumberSet()
        let standing = areListed ? "standing IN \(Person.Standing.listedSQL)" : "standing <> 'owner'"
        _ = try session.rows("SELECT person_id FROM person WHERE vault_id = ? AND \(standing)", [.integer(vaultID)]) {
            people.insert($0.integer(0))
        }
        return people
    }

    /// Hands over what each entry of a list said when, with the number of its person.
    private static func forEachEntry(
        of list: ListCatalog.Key, _ session: any Session, vaultID: Int64, _ body: (_ person: Int64, _ runs: [Run]) -> Void
    ) throws {
        let select = try session.statement(
            """
            SELECT r.entry_id, e.person_id, r.first_snapshot, r.gone_snapshot, r.hash
            FROM entry e JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
            WHERE e.vault_id = ? AND e.source_id = ? AND e.list = ?
            ORDER BY e.entry_id, r.first_snapshot
            """
        )
        defer { select.reset() }
        select.bind(0, vaultID)
        select.bind(1, list.sourceID)
        select.bind(2, list.list)
        var (entry, person, runs): (Int64?, Int64, [Run]) = (nil, 0, [])
        while try select.step() {
            guard let hash = ContentHash(stored: select.bytes(4)) else { continue }
            if select.integer(0) != entry {
                if entry != nil { body(person, runs) }
                (entry, person) = (select.integer(0), select.integer(1))
                runs.removeAll(keepingCapacity: true)
            }
            runs.append(Run(first: select.integer(2), gone: select.optionalInteger(3), hash: hash))
        }
        if entry != nil { body(person, runs) }
    }
}

/// What tells of a person what was done to them: of each of their entries in a list, then of each list.
private struct Signs: OptionSet {
    let rawValue: UInt8

    static let new = Signs(rawValue: 1)
    static let changed = Signs(rawValue: 2)
    static let unchanged = Signs(rawValue: 4)
    static let gone = Signs(rawValue: 8)
    /// An import before knew of it.
    static let known = Signs(rawValue: 16)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ effect: ImportEffect) {
        switch effect {
        case .new: self = .new
        case .changed: self = .changed
        case .unchanged: self = .unchanged
        case .gone: self = .gone
        }
    }

    /// What was done to somebody in one list; `nil` for nothing. Whose one row went and another came changed.
    var effect: ImportEffect? {
        if isDisjoint(with: [.new, .changed, .unchanged]) { return contains(.gone) ? .gone : nil }
        if self == .new { return .new }
        return isDisjoint(with: [.new, .changed, .gone]) ? .unchanged : .changed
    }

    /// What was done to somebody in all lists together: who was no contact before is new, and who left one list is gone from it, whatever
    /// another says.
    func inAll(wasListed: Bool) -> ImportEffect {
        if !wasListed { return .new }
        if contains(.gone) { return .gone }
        return self == .unchanged ? .unchanged : .changed
    }
}

/// What some snapshots did to a list, beside those that came in before them.
private struct ListChange {
    private let order: SnapshotOrder
    private let isFull: Bool
    /// Where those that came lie, and how many of those before them lie below each place.
    private let came: [Int]
    private let known: [Int]
    /// The places of the newest of those that came, and of those before them on both of its sides.
    private let here: Int?
    private let before: Int?
    private let after: Int?

    init(_ facts: ListFacts, to snapshots: Set<Int64>, since first: Int64) {
        let marks = facts.order.marks
        order = facts.order
        isFull = facts.isFull
        came = marks.indices.filter { snapshots.contains(marks[$0].number) }
        known = marks.reduce(into: [0]) { $0.append(($0.last ?? 0) + ($1.number < first ? 1 : 0)) }
        let here = came.last
        self.here = here
        before = here.flatMap { here in marks.indices.last { $0 < here && marks[$0].number < first } }
        after = here.flatMap { here in marks.indices.first { $0 > here && marks[$0].number < first } }
    }

    /// What is told of an entry that said this.
    func signs(of runs: [Run]) -> Signs {
        let said = runs.map { (range: order.range($0), hash: $0.hash) }
        func hash(at place: Int?) -> ContentHash? { place.flatMap { place in said.first { $0.range.contains(place) }?.hash } }
        let isKnown = said.contains { known[$0.range.upperBound] > known[$0.range.lowerBound] }
        let signs: Signs = isKnown ? .known : []
        let (now, old) = (hash(at: here), hash(at: before))
        guard came.contains(where: { hash(at: $0) != nil }) else { return isFull && old != nil ? signs.union(.gone) : signs }
        guard isKnown else { return .new }
        guard let now else { return signs.union(isFull && old != nil ? .gone : .changed) }
        // Who came with a later export than this one came earlier than was known, and says nothing new where both say the same.
        return signs.union((old ?? hash(at: after)) == now ? .unchanged : .changed)
    }
}

extension ImportReference {
    /// The snapshots that are meant and count, in the order they came in.
    ///
    /// - Throws: `PeopleFilter.SyntaxError` where there are none, or all were taken back.
    fileprivate func snapshots(_ session: any Session, vaultID: Int64) throws -> [StoredSnapshot] {
        let all = try SnapshotStore(session: session, vaultID: vaultID).all()
        let meant =
            switch self {
            case .steps(let steps): all.filter { steps.contains($0.step) }
            case .list(let step, let place):
                all.filter { $0.step == step }.enumerated().filter { Int64($0.offset) + 1 == place }.map(\.element)
            }
        let counting = meant.filter { !$0.isUndone }
        guard counting.isEmpty else { return counting }
        throw PeopleFilter.SyntaxError(
            message: meant.isEmpty
                ? "“import:\(text)”: nothing came in with that step of the log."
                : "“import:\(text)”: this import was taken back, or replaced by another. It counts nobody any more.")
    }
}
