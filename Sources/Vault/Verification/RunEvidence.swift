import ContactModel

/// What records tell of the order of snapshots: the one they were first seen in comes before the one they were gone in.
struct RunEvidence {
    private struct Pair: Hashable {
        var earlier: Int64
        var later: Int64
    }

    private let pairs: Set<Pair>

    /// Reads it off records.
    init(_ records: [KeptRow]) {
        pairs = Set(
            records.compactMap { record in
                guard let first = record.integer("first_snapshot"), let gone = record.integer("gone_snapshot") else { return nil }
                return Pair(earlier: first, later: gone)
            })
    }

    /// A snapshot on the day that is noted, where the records don't speak against it; else on one behind those it follows, before those that
    /// follow it, or behind the one that came in before it.
    func placed(
        _ snapshot: StoredSnapshot, on day: CalendarDate?, among others: [StoredSnapshot], today: CalendarDate
    ) -> StoredSnapshot {
        var placed = snapshot
        let list = others.filter { ($0.sourceID, $0.list) == (snapshot.sourceID, snapshot.list) }
        func last(_ snapshots: [StoredSnapshot]) -> StoredSnapshot? {
            snapshots.max { ($0.exportedOn, $0.orderWithinDay) < ($1.exportedOn, $1.orderWithinDay) }
        }
        let earlier = last(list.filter { pairs.contains(Pair(earlier: $0.number, later: snapshot.number)) })
        let later = list.filter { pairs.contains(Pair(earlier: snapshot.number, later: $0.number)) }
            .min { ($0.exportedOn, $0.orderWithinDay) < ($1.exportedOn, $1.orderWithinDay) }
        if let day {
            placed.exportedOn = day
            let mark = (day, placed.orderWithinDay)
            let isAfter = earlier.map { ($0.exportedOn, $0.orderWithinDay) < mark } ?? true
            if isAfter, later.map({ mark < ($0.exportedOn, $0.orderWithinDay) }) ?? true { return placed }
        }
        let digits = String(snapshot.number)
        let behind = "~" + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
        if let before = earlier ?? (later == nil ? last(list.filter { $0.number < snapshot.number }) : nil) {
            (placed.exportedOn, placed.orderWithinDay) = (before.exportedOn, before.orderWithinDay + behind)
        } else if let later {
            (placed.exportedOn, placed.orderWithinDay) = (CalendarDate(daysSince1970: later.exportedOn.daysSince1970 - 1), behind)
        } else {
            (placed.exportedOn, placed.orderWithinDay) = (today, behind)
        }
        return placed
    }
}
