/// Linking piece by piece: what comes and goes meets only what it shares a key with, and the people are those of a full run.
///
/// See `docs/linkage.md`, "Exactly the same, piece by piece". A test does it in thousands of random orders.
public struct IncrementalLinkage: Sendable {
    /// How pairs are judged. Another model means weighing everything again: `weighAll`.
    public var model: LinkageModel

    /// Prepares linking under a model.
    public init(model: LinkageModel) {
        self.model = model
    }

    /// Takes records in and lets others go.
    ///
    /// - Returns: the records whose people may have changed: to be handed to `people(around:in:)`.
    /// - Throws: what the store throws.
    @discardableResult
    public func update(
        _ store: inout some LinkageStore, adding added: [(id: Int64, record: LinkageRecord)] = [],
        removing removed: [Int64] = []
    ) throws -> Set<Int64> {
        let totalBefore = try store.recordCount()
        var changed: [UInt64: Int] = [:]
        var affected: Set<Int64> = []
        for id in removed {
            for key in Self.keys(try Self.table([store.features(of: id)], model), 0) {
                if changed[key.key] == nil { changed[key.key] = try store.count(of: key.key) }
            }
            affected.formUnion(try store.pairs(of: id).map(\.other))
            affected.formUnion(try store.words(of: id).joined)
        }
        var arriving = FeatureTable(model.schema)
        arriving.reserve(added.count)
        for (place, item) in added.enumerated() {
            arriving.append(item.record)
            for key in Self.keys(arriving, place) where changed[key.key] == nil {
                changed[key.key] = try store.count(of: key.key)
            }
        }
        for id in removed {
            try store.dropPairs(of: id)
            try store.drop(id)
        }
        for (place, item) in added.enumerated() {
            try store.put(item.id, features: arriving.encoded(place), keys: Self.keys(arriving, place))
        }
        affected.subtract(removed)
        let touched = try touchedRecords(store, changed: changed, totalBefore: totalBefore).union(
            added.map(\.id))
        return try weigh(touched, &store).union(affected)
    }

    /// Weighs every pair anew, as after a change of the model.
    ///
    /// - Returns: all records.
    @discardableResult
    public func weighAll(_ store: inout some LinkageStore) throws -> Set<Int64> {
        try weigh(Set(store.allRecords()), &store)
    }

    /// The people of the components that given records belong to.
    ///
    /// - Returns: the people, by the number of their first record; records that are gone are in none.
    /// - Throws: what the store throws.
    public func people(
        around records: some Sequence<Int64>, in store: some LinkageStore,
        above threshold: Float = Threshold.likely
    ) throws
        -> [LinkageGraph.Person]
    {
        var waiting = Array(records)
        var seen = Set(waiting)
        var graph = LinkageGraph()
        var pairs: [(Int64, Int64, Float)] = []
        var words: [(Int64, Int64, isJoined: Bool)] = []
        while let record = waiting.popLast() {
            let table = try Self.table([store.features(of: record)], model)
            graph.add(
                record: record, order: table.order(of: 0), exclusiveIdentity: table.exclusiveIdentity(of: 0)
            )
            for pair in try store.pairs(of: record) {
                if record < pair.other { pairs.append((record, pair.other, pair.weight)) }
                if seen.insert(pair.other).inserted { waiting.append(pair.other) }
            }
            let said = try store.words(of: record)
            for other in said.joined {
                if record < other { words.append((record, other, true)) }
                if seen.insert(other).inserted { waiting.append(other) }
            }
            for other in said.apart where record < other { words.append((record, other, false)) }
        }
        for pair in pairs { graph.add(pair: pair.0, pair.1, weight: pair.2) }
        for word in words {
            if word.isJoined { graph.join(word.0, word.1) } else { graph.keepApart(word.0, word.1) }
        }
        return graph.people(above: threshold)
    }

    // MARK: Steps

    /// The records whose pairs may weigh or meet otherwise than before, beside those that came.
    private func touchedRecords(_ store: some LinkageStore, changed: [UInt64: Int], totalBefore: Int)
        throws -> Set<Int64>
    {
        if try FrequencyClass.of(store.recordCount()) != FrequencyClass.of(totalBefore) {
            return Set(try store.allRecords())
        }
        var touched: Set<Int64> = []
        for (key, before) in changed {
            let after = try store.count(of: key)
            let isTouched: Bool
            if let most = BlockingKey.mostRecords(rawValue: key) {
                isTouched = before <= most && after > most || before > most && after <= most
            } else {
                isTouched = FrequencyClass.of(before) != FrequencyClass.of(after)
            }
            if isTouched { touched.formUnion(try store.records(with: key).map(\.record)) }
        }
        return touched
    }

    /// Weighs all pairs of given records anew.
    ///
    /// - Returns: the records and all that were or are paired with them.
    private func weigh(_ touched: Set<Int64>, _ store: inout some LinkageStore) throws -> Set<Int64> {
        var affected = touched
        var places: [Int64: Int] = [:]
        var table = FeatureTable(model.schema)
        func place(_ record: Int64) throws -> Int {
            if let known = places[record] { return known }
            table.append(encoded: try store.features(of: record))
            places[record] = table.count - 1
            return table.count - 1
        }
        var meetings: [(first: Int64, second: Int64)] = []
        for record in touched {
            for pair in try store.pairs(of: record) { affected.insert(pair.other) }
            try store.dropPairs(of: record)
            var met: Set<Int64> = []
            let own = try place(record)
            for key in table.blockingKeys(of: own)
            where try store.count(of: key.rawValue) <= key.mostRecords {
                for partner in try store.records(with: key.rawValue) where partner.record != record {
                    if partner.isPassive, key.isPassive { continue }
                    // A pair both of whose records are touched is met from the smaller one.
                    if touched.contains(partner.record), partner.record < record { continue }
                    if met.insert(partner.record).inserted { meetings.append((record, partner.record)) }
                }
            }
            for partner in met { _ = try place(partner) }
        }
        var counts: [UInt64: Int] = [:]
        for record in 0..<table.count {
            for key in table.frequencyKeys(of: record) where counts[key.rawValue] == nil {
                counts[key.rawValue] = try store.count(of: key.rawValue)
            }
        }
        table.setFrequencies(total: try store.recordCount()) { counts[$0.rawValue] ?? 0 }
        let linker = Linker(table, model: model)
        for meeting in meetings {
            guard let one = places[meeting.first], let other = places[meeting.second] else { continue }
            let weight = linker.weight(one, other)
            guard weight > Linker.leastWeight else { continue }
            try store.keepPair(
                min(meeting.first, meeting.second), max(meeting.first, meeting.second), weight: weight)
            affected.insert(meeting.second)
        }
        return affected
    }

    private static func table(_ features: [[UInt8]], _ model: LinkageModel) throws -> FeatureTable {
        var table = FeatureTable(model.schema)
        for encoded in features { table.append(encoded: encoded) }
        return table
    }

    private static func keys(_ table: FeatureTable, _ record: Int) -> [(key: UInt64, isPassive: Bool)] {
        table.blockingKeys(of: record).map { ($0.rawValue, $0.isPassive) }
            + table.frequencyKeys(of: record).map { ($0.rawValue, false) }
    }
}
