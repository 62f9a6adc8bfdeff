import ContactModel
public import ContactQuality

extension Vault {
    /// Judges addresses by what all people of the vault tell of domains.
    ///
    /// Reads only the people whose addresses may tell anything: a few of a hundred (`PersonReader.forEachTelling`).
    public func emailKinds() throws -> EmailKinds {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            let census =
                try kept.census
                ?? PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words).census()
            kept.census = census
            return EmailKinds(census: census)
        }
    }

    /// Judges phone numbers as everything does that tells who can be reached: as seen from the country most numbers of the people belong to.
    public func phonePlans() throws -> PhonePlans {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            let plans =
                try kept.plans ?? PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words).phonePlans()
            kept.plans = plans
            return plans
        }
    }

    /// How long values hold: by the published figures, stretched to what the owner's own exports show (`ChangeHistory`).
    public func staleness() throws -> StalenessModel {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            return try kept.staleness(session, vaultID: vaultID)
        }
    }
}

extension ReadingMemory.Kept {
    /// How long values hold, found out where it was not yet.
    mutating func staleness(_ session: any Session, vaultID: Int64) throws -> StalenessModel {
        if let staleness { return staleness }
        let model = StalenessModel.published.fitted(to: try session.changeHistory(vaultID: vaultID))
        staleness = model
        return model
    }
}

/// A day on which a list shows changes of a kind.
private struct MomentOfChange: Hashable {
    var source: Int64
    var day: String
    var kind: String
}

extension Session {
    /// What the lists of connections show of how fast companies and titles change: each pair of exports of one source, a month apart at
    /// least, with the people in both and how many of them had moved or got another title.
    func changeHistory(vaultID: Int64) throws -> ChangeHistory {
        let changed = Dictionary(
            try rows(
                """
                SELECT source_id, happened_on, kind, count(DISTINCT person_id) FROM change
                WHERE vault_id = ? AND kind IN ('moved', 'retitled') AND from_text IS NOT NULL GROUP BY source_id, happened_on, kind
                """,
                [.integer(vaultID)]
            ) { (MomentOfChange(source: $0.integer(0), day: $0.text(1), kind: $0.text(2)), Int($0.integer(3))) },
            uniquingKeysWith: +
        )
        var history = ChangeHistory()
        guard !changed.isEmpty else { return history }
        let exports = try SnapshotStore(session: self, vaultID: vaultID).all().filter { !$0.isUndone && $0.list == "connections" }
        for (source, snapshots) in Dictionary(grouping: exports, by: \.sourceID) {
            let ordered = snapshots.sorted {
                ($0.exportedOn, $0.orderWithinDay, $0.number) < ($1.exportedOn, $1.orderWithinDay, $1.number)
            }
            for (earlier, later) in zip(ordered, ordered.dropFirst()) {
                let days = later.exportedOn.daysSince1970 - earlier.exportedOn.daysSince1970
                guard days >= 30 else { continue }
                let people = Int(min(earlier.entryCount, later.entryCount))
                for (kind, value) in [("moved", ValueKind.company), ("retitled", .title)] {
                    let count = changed[MomentOfChange(source: source, day: later.exportedOn.description, kind: kind)] ?? 0
                    history.add(value, .init(years: Double(days) / 365.2425, unchanged: people - count, changed: min(count, people)))
                }
            }
        }
        return history
    }
}
