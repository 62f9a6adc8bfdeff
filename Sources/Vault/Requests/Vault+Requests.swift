public import ContactModel

/// An archive that was asked for.
public struct ArchiveRequest: Sendable {
    /// The step of the log, for `undo`.
    public var step: Int64
    /// The service, in lower case.
    public var service: String
    /// The day it was asked.
    public var on: CalendarDate
    /// When it was noted, in milliseconds since 1970; of a request noted on the day it was made the hour counts.
    public var noted: String
}

/// The two latest hand-outs of one list, for telling whether a service gives less than it did.
public struct DeliveryComparison: Sendable {
    /// One hand-out as far as it can be compared.
    public struct Delivery: Sendable {
        /// The day.
        public var exportedOn: CalendarDate
        /// The fields its columns can fill, in stable words.
        public var fields: Set<String>
        /// How many entries it has.
        public var entries: Int64
        /// How many of them have an e-mail address.
        public var addresses: Int64
    }

    /// The source.
    public var source: String
    /// Which of its lists.
    public var list: String
    /// The latest hand-out.
    public var latest: Delivery
    /// The one before.
    public var before: Delivery
}

extension Vault {
    /// Notes that a service was asked for an archive.
    ///
    /// - Returns: the step.
    @discardableResult
    public func noteRequest(to service: String, on day: CalendarDate) throws -> Decision {
        try engine.write { session in
            try DecisionLog(session: session, vaultID: vaultID).append(
                .request, payload: ["service": .string(service), "on": .string(day.description)], clock: clock)
        }
    }

    /// The archives that were asked for and not taken back, the latest first.
    public func requests() throws -> [ArchiveRequest] {
        try log().reversed().compactMap { decision, isUndone in
            guard decision.kind == .request, !isUndone, let service = decision.payload["service"]?.stringValue,
                let day = decision.payload["on"]?.stringValue.flatMap({ CalendarDate(iso: $0) })
            else { return nil }
            return ArchiveRequest(step: decision.step, service: service, on: day, noted: decision.madeAt)
        }
    }

    /// The two latest hand-outs of each list that has two.
    public func deliveries() throws -> [DeliveryComparison] {
        try engine.read { session in
            let catalog = try ListCatalog(session, vaultID: vaultID)
            let snapshots = Dictionary(
                try SnapshotStore(session: session, vaultID: vaultID).all().map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first }
            )
            var comparisons: [DeliveryComparison] = []
            for (key, facts) in catalog.lists where facts.order.marks.count > 1 {
                let marks = facts.order.marks.suffix(2).map(\.number)
                guard let before = snapshots[marks[0]], let latest = snapshots[marks[1]] else { continue }
                var addresses = [Int64](repeating: 0, count: 2)
                let rows = try session.statement(
                    """
                    SELECT r.first_snapshot, r.gone_snapshot, r.hash FROM entry e
                    JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
                    WHERE e.vault_id = ? AND e.source_id = ? AND e.list = ? AND r.card LIKE '%"emails":%'
                    """
                )
                rows.bind(0, vaultID)
                rows.bind(1, key.sourceID)
                rows.bind(2, key.list)
                while try rows.step() {
                    guard let hash = ContentHash(stored: rows.bytes(2)) else { continue }
                    let range = facts.order.range(Run(first: rows.integer(0), gone: rows.optionalInteger(1), hash: hash))
                    for position in 0..<2 where range.contains(facts.order.marks.count - 2 + position) { addresses[position] += 1 }
                }
                func delivery(_ snapshot: StoredSnapshot, _ count: Int64) -> DeliveryComparison.Delivery {
                    .init(exportedOn: snapshot.exportedOn, fields: Set(snapshot.fields), entries: snapshot.entryCount, addresses: count)
                }
                comparisons.append(
                    DeliveryComparison(
                        source: facts.sourceName, list: key.list, latest: delivery(latest, addresses[1]),
                        before: delivery(before, addresses[0])))
            }
            return comparisons.sorted { ($0.source, $0.list) < ($1.source, $1.list) }
        }
    }
}
