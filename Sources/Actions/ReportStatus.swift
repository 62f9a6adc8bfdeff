import ContactFormats
public import ContactModel
public import Vault

/// Tells how the vault stands: who is in it, where from, how old.
public struct ReportStatus: Sendable {
    /// How one list of one source stands.
    public struct SourceStatus: Sendable {
        /// The source's name.
        public var source: String
        /// Which list.
        public var list: String
        /// The day of the newest hand-out.
        public var newestExport: CalendarDate
        /// How many days ago that was.
        public var ageDays: Int
        /// How many hand-outs are held.
        public var snapshots: Int
        /// Rows of the newest hand-out; of people who were added one by one, of all.
        public var rows: Int64
        /// The newest hand-out's id.
        public var newest: UniqueID
    }

    /// How the vault stands.
    public struct Outcome: Sendable {
        /// People by standing.
        public var people: [Person.Standing: Int64]
        /// The sources' lists, contacts first.
        public var sources: [SourceStatus]
        /// Bytes of the originals as they came in.
        public var originalBytes: Int64
        /// The archives that were asked for, the latest of each service.
        public var requests: [RequestStanding]
        /// What services give less of than before, in sentences; part of `advice`.
        public var warnings: [String]
        /// What to do next, in sentences; empty where all is well.
        public var advice: [String]
    }

    /// The day to report as of.
    public var today: CalendarDate

    /// Prepares a report.
    public init(asOf today: CalendarDate) {
        self.today = today
    }

    /// Reports.
    public func run(in vault: Vault) throws -> Outcome {
        let snapshots = try vault.snapshots()
        struct Key: Hashable { var source: String, list: String }
        var sources: [SourceStatus] = []
        for (key, group) in Dictionary(grouping: snapshots, by: { Key(source: $0.source, list: $0.list) }) {
            guard let newest = group.first else { continue }
            sources.append(
                SourceStatus(
                    source: key.source,
                    list: key.list,
                    newestExport: newest.exportedOn,
                    ageDays: max(0, today.daysSince1970 - newest.exportedOn.daysSince1970),
                    snapshots: group.count,
                    rows: key.list == EntryList.byHand.rawValue ? group.reduce(0) { $0 + $1.rows } : newest.rows,
                    newest: newest.id
                )
            )
        }
        let rank = ["connections": 0, "address-book": 1]
        sources.sort { (rank[$0.list] ?? 2, $0.source, $0.list) < (rank[$1.list] ?? 2, $1.source, $1.list) }
        var sizes: [String: Int64] = [:]
        for snapshot in snapshots { sizes[snapshot.sha256] = snapshot.byteCount }
        let requests = try standings(in: vault, snapshots)
        let warnings = try vault.deliveries().flatMap { DeliveryWarning.sentences(for: $0) }
        return Outcome(
            people: try vault.peopleByStanding(),
            sources: sources,
            originalBytes: sizes.values.reduce(0, +),
            requests: requests,
            warnings: warnings,
            advice: requests.compactMap(\.advice) + warnings
                + advice(sources, waiting: Set(requests.filter { $0.state != .arrived }.flatMap(\.service.sources)))
        )
    }

    /// How the latest request to each service stands.
    private func standings(in vault: Vault, _ snapshots: [SnapshotSummary]) throws -> [RequestStanding] {
        var seen: Set<String> = []
        return try vault.requests().compactMap { request in
            guard let service = Service.named(request.service), seen.insert(service.name).inserted else { return nil }
            let since = snapshots.filter { snapshot in
                snapshot.importedAt > request.noted
                    // Where the file tells no day, the newest date in it may be older than the file.
                    && (snapshot.exportedOn >= request.on || ![.given, .archive].contains(snapshot.exportedOnBasis))
                    && service.sources.contains { snapshot.source == $0 || snapshot.source.hasPrefix($0 + " ") }
            }
            let hasContacts = since.contains { ["connections", "address-book", "follows"].contains($0.list) }
            return RequestStanding(
                request, service: service, today: today, arrived: hasContacts ? .whole : since.isEmpty ? .nothing : .part)
        }
    }

    private func advice(_ sources: [SourceStatus], waiting: Set<String>) -> [String] {
        guard !sources.isEmpty else {
            return ["Nothing is held yet. `holdfast guide linkedin` tells how to get your contacts; `holdfast import FILE` takes them in."]
        }
        var advice: [String] = []
        // What is asked for already is not to be asked for.
        let others = sources.filter { !waiting.contains($0.source) }
        for (source, lists) in Dictionary(grouping: others, by: \.source).sorted(by: { $0.key < $1.key }) {
            // An address book under the same name is no part of a delivery.
            let newest = lists.filter { $0.list != "address-book" }.map(\.newestExport).max()
            if let connections = lists.first(where: { $0.list == "connections" }) {
                if let newest, newest.daysSince1970 - connections.newestExport.daysSince1970 > 3 {
                    advice.append(
                        isLate(newest)
                            ? "The hand-out of \(newest) from \(source) came without connections. \(Self.lateSecondPart)"
                            : "The hand-out of \(newest) from \(source) came without connections. The second part follows within 72 hours; import it as soon as it is there."
                    )
                } else if connections.ageDays > 90 {
                    advice.append(
                        "The connections of \(source) are \(connections.ageDays) days old. Ask for a new export; `holdfast guide linkedin` tells how."
                    )
                }
            } else if lists.contains(where: { $0.list == "owner" }) {
                advice.append(
                    newest.map(isLate) ?? false
                        ? "From \(source) only the first part is here, without connections. \(Self.lateSecondPart)"
                        : "From \(source) only the first part is here, without connections. The second follows within 72 hours of asking.")
            }
        }
        return advice
    }

    /// Whether what follows within 72 hours of a day should be here. Zones differ by up to a day.
    private func isLate(_ day: CalendarDate) -> Bool { today.daysSince1970 - day.daysSince1970 > 4 }

    private static let lateSecondPart =
        "The second should have come within 72 hours: look for LinkedIn's second e-mail, whose link works for 72 hours, and ask for the archive "
        + "again where that is over; `holdfast guide linkedin` tells how."
}
