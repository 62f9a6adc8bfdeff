public import ContactModel

/// What the owner decided about entries: that they are one human being, or that they are several.
///
/// Entries are named by ids that every machine and every import agree on, so a verdict outlives the snapshots it was made over. Ids
/// that are not among the entries at hand say nothing until they are.
public enum IdentityVerdict: Hashable, Sendable {
    /// All of these entries are one human being.
    case same([UniqueID])
    /// The entries of each group belong to another human being than those of the other groups.
    case different([[UniqueID]])

    /// Every entry it names.
    public var entries: [UniqueID] {
        switch self {
        case .same(let entries): entries
        case .different(let groups): groups.flatMap { $0 }
        }
    }
}

/// What verdicts say about the pairs of a set of entries, a later verdict over an earlier one.
struct PairVerdicts {
    /// A pair of positions, the smaller first.
    struct Pair: Hashable {
        var first: Int
        var second: Int

        init(_ one: Int, _ other: Int) {
            first = min(one, other)
            second = max(one, other)
        }
    }

    /// The pairs that are one human being, the latest word first.
    private(set) var same: [Pair] = []
    /// The pairs that are two.
    private(set) var different: Set<Pair> = []

    /// Gathers what verdicts, the oldest first, say about entries in these positions.
    init(_ verdicts: [IdentityVerdict], positions: [UniqueID: [Int]]) {
        guard !verdicts.isEmpty else { return }
        var latest: [Pair: (isSame: Bool, turn: Int)] = [:]
        func places(_ entries: [UniqueID]) -> [Int] { entries.flatMap { positions[$0] ?? [] } }
        for (turn, verdict) in verdicts.enumerated() {
            switch verdict {
            case .same(let entries):
                let members = places(entries)
                for (index, one) in members.enumerated() {
                    for other in members[(index + 1)...] where one != other { latest[Pair(one, other)] = (true, turn) }
                }
            case .different(let groups):
                let members = groups.map(places)
                for (index, group) in members.enumerated() {
                    for other in members[(index + 1)...].joined() {
                        for one in group where one != other { latest[Pair(one, other)] = (false, turn) }
                    }
                }
            }
        }
        different = Set(latest.filter { !$0.value.isSame }.keys)
        same = latest.filter(\.value.isSame).sorted {
            ($1.value.turn, $0.key.first, $0.key.second) < ($0.value.turn, $1.key.first, $1.key.second)
        }.map(\.key)
    }
}
