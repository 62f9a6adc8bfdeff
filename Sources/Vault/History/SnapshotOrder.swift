import ContactModel

/// One snapshot as history needs it.
struct SnapshotMark: Hashable, Sendable {
    var number: Int64
    var exportedOn: CalendarDate
    /// Tells two hand-outs of one day apart by what is the same on every machine, whatever the order of importing.
    var orderWithinDay: String
    var fields: Set<String>
    var uuid: UniqueID
}

/// The snapshots of one list of one source in the order they were handed out, however they were imported.
struct SnapshotOrder: Sendable {
    /// Oldest first.
    private(set) var marks: [SnapshotMark]
    private var positions: [Int64: Int]

    /// Brings snapshots into order.
    init(_ marks: [SnapshotMark]) {
        self.marks = marks.sorted { ($0.exportedOn, $0.orderWithinDay) < ($1.exportedOn, $1.orderWithinDay) }
        positions = Dictionary(uniqueKeysWithValues: self.marks.enumerated().map { ($1.number, $0) })
    }

    /// The place of a snapshot, from 0.
    func position(of snapshot: Int64) -> Int? { positions[snapshot] }

    /// The snapshot before another one.
    func predecessor(of snapshot: Int64) -> SnapshotMark? {
        position(of: snapshot).flatMap { $0 > 0 ? marks[$0 - 1] : nil }
    }

    /// The snapshot after another one.
    func successor(of snapshot: Int64) -> SnapshotMark? {
        position(of: snapshot).flatMap { $0 + 1 < marks.count ? marks[$0 + 1] : nil }
    }

    /// The positions a run covers: from the snapshot it was first seen in to the one before it was gone.
    func range(_ run: Run) -> Range<Int> {
        let start = positions[run.first] ?? 0
        let end = run.gone.flatMap { positions[$0] } ?? marks.count
        return start..<max(start, end)
    }
}
