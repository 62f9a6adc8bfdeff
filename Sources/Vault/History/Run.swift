/// One record of an entry as history sees it: the same content from one snapshot until it was another, or absent.
struct Run: Hashable {
    /// The snapshot it was first seen in.
    var first: Int64
    /// The first later snapshot that does not hold it; `nil` while it stands in the latest.
    var gone: Int64?
    /// What it says.
    var hash: ContentHash
}

/// What has to be written so that an entry's runs are right again.
enum RunEdit: Hashable {
    /// A run begins at a snapshot, with content that is new to the entry there.
    case begin(Run)
    /// A run that began at `first` goes on again from another snapshot on, after something came between.
    case `continue`(first: Int64, from: Int64, gone: Int64?)
    /// A run that began at a snapshot was seen earlier still.
    case extendBack(first: Int64, to: Int64)
    /// A run that began at a snapshot ends at another.
    case end(first: Int64, gone: Int64?)
    /// A run that began at a snapshot was never there.
    case remove(first: Int64)
}

/// The history of one entry, as runs over the snapshots of its list.
///
/// What an entry said at each snapshot is kept run by run, so a snapshot in which nothing changed costs nothing; and since a run's
/// ends are snapshots, not dates, a snapshot that is imported late finds its place between them.
enum EntryHistory {
    /// What changes when `snapshot`, which is in `order` already, turns out to say `hash` of the entry, or nothing (`nil`).
    ///
    /// The runs are those from before the snapshot was known: a run that spans it is read as "unchanged there".
    static func observing(_ hash: ContentHash?, at snapshot: Int64, in runs: [Run], order: SnapshotOrder) -> [RunEdit] {
        guard let here = order.position(of: snapshot) else { return [] }
        let next = order.successor(of: snapshot)?.number
        let spanning = runs.first { order.range($0).contains(here) }
        if let spanning, spanning.hash == hash { return [] }

        var edits: [RunEdit] = []
        if let spanning {
            edits.append(.end(first: spanning.first, gone: snapshot))
            // It spanned the later snapshots too, so there it goes on as it was.
            if let next, spanning.gone != next { edits.append(.continue(first: spanning.first, from: next, gone: spanning.gone)) }
        }
        if let hash {
            if let next, let following = runs.first(where: { $0.first == next && $0.hash == hash }) {
                edits.append(.extendBack(first: following.first, to: snapshot))
            } else {
                edits.append(.begin(Run(first: snapshot, gone: next, hash: hash)))
            }
        }
        return edits
    }

    /// What changes when `snapshot`, which is still in `order`, is taken out of history.
    static func forgetting(_ snapshot: Int64, in runs: [Run], order: SnapshotOrder) -> [RunEdit] {
        let next = order.successor(of: snapshot)?.number
        let ending = runs.first { $0.gone == snapshot }
        // What stands at the next snapshot once this one is gone: a run that starts there, or the one that starts here and reaches it.
        let starting = runs.first { $0.first == snapshot }
        let startingReachesNext = starting.map { next != nil && $0.gone != next } ?? false
        let following = next.flatMap { next in runs.first { $0.first == next } } ?? (startingReachesNext ? starting : nil)

        var edits: [RunEdit] = []
        if let ending {
            if let following, following.hash == ending.hash {
                edits.append(.remove(first: following.first))
                edits.append(.end(first: ending.first, gone: following.gone))
                if let starting, starting.first != following.first { edits.append(.remove(first: starting.first)) }
                return edits
            }
            edits.append(.end(first: ending.first, gone: next))
        }
        if let starting {
            if startingReachesNext, let next {
                edits.append(.continue(first: starting.first, from: next, gone: starting.gone))
            }
            edits.append(.remove(first: starting.first))
        }
        return edits
    }
}
