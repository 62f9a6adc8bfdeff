extension FeatureRow {
    /// Hands over what is counted of the row: the place its class goes to, what is counted there, and its hash.
    @inline(__always)
    fileprivate func forEachCounted(_ body: (_ place: Int, _ counted: Int, _ hash: UInt32) -> Void) {
        if given != 0 { body(FrequencySlot.given, FrequencySlot.given, given) }
        if family != 0 { body(FrequencySlot.family, FrequencySlot.family, family) }
        if family2 != 0 { body(FrequencySlot.family2, FrequencySlot.family, family2) }
        if given != 0, family != 0 {
            body(FrequencySlot.fullName, FrequencySlot.fullName, ValueHash.joined(given, family, kind: 2))
            body(
                FrequencySlot.formalName, FrequencySlot.formalName,
                ValueHash.joined(formal[0], family, kind: 4))
        }
        if givenInitial != 0, family != 0 {
            body(
                FrequencySlot.familyInitial, FrequencySlot.familyInitial,
                ValueHash.joined(family, UInt32(givenInitial), kind: 5))
        }
        if local != 0 { body(FrequencySlot.local, FrequencySlot.local, local) }
        if emails[0] != 0 { body(FrequencySlot.email, FrequencySlot.email, emails[0]) }
        if phones[0] != 0 { body(FrequencySlot.phone, FrequencySlot.phone, phones[0]) }
        if organizations[0] != 0 {
            body(FrequencySlot.organization, FrequencySlot.organization, organizations[0])
        }
        if organizations[2] != 0 {
            body(FrequencySlot.domain, FrequencySlot.organization, organizations[2])
        }
        for slot in 0..<FeatureRow.valueCount where values[slot] != 0 {
            body(FrequencySlot.count + slot, FrequencySlot.count + slot, values[slot])
        }
    }
}

extension FeatureTable {
    /// Takes the frequencies from the table itself, which is the whole set; on all processors, and the same with one.
    public mutating func countFrequencies() {
        total = rows.count
        let values = keysOfValues()
        // For each place of a row the class of every record, 0 where it has no value there.
        var classes = [[UInt8]](repeating: [], count: FrequencySlot.count + FeatureRow.valueCount)
        var counted = [ValueClasses](repeating: ValueClasses(), count: classes.count)
        let count = rows.count
        counted.changeEachConcurrently { place, counted in
            counted = ValueClasses(Array(concatenating: values.lazy.map { $0[place] }), records: count)
        }
        for (place, found) in counted.enumerated() where !found.first.isEmpty {
            classes[place] = found.first
            if place == FrequencySlot.family { classes[FrequencySlot.family2] = found.second }
            if place == FrequencySlot.organization { classes[FrequencySlot.domain] = found.second }
        }
        // Row by row: together they are far more bytes than a processor keeps at hand.
        let places = classes.indices.filter { !classes[$0].isEmpty }
        rows.changeEachConcurrently(pieces: count < 4_000 ? 1 : 16) { [classes] record, row in
            for place in places {
                if place < FrequencySlot.count {
                    row.commonness[place] = classes[place][record]
                } else {
                    row.valueCommonness[place - FrequencySlot.count] = classes[place][record]
                }
            }
        }
    }

    /// What is counted, by what it is counted as, of pieces of the table: hash in the upper half, then the record, which ascends, times two,
    /// and one more where it is the record's second value.
    private func keysOfValues() -> [[[UInt64]]] {
        let pieces = rows.count < 4_000 ? 1 : 16
        var keys = [[[UInt64]]](repeating: [], count: pieces)
        keys.changeEachConcurrently { piece, keys in
            keys = Array(repeating: [], count: FrequencySlot.count + FeatureRow.valueCount)
            for record in rows.count * piece / pieces..<rows.count * (piece + 1) / pieces {
                rows[record].forEachCounted { place, what, hash in
                    let isSecond = place == FrequencySlot.family2 || place == FrequencySlot.domain
                    keys[what].append(UInt64(hash) << 32 | UInt64(record) << 1 | (isSecond ? 1 : 0))
                }
            }
        }
        return keys
    }
}

/// How common the values of one kind are, record by record.
private struct ValueClasses: Sendable {
    /// The class of each record's value; empty where no record has one.
    private(set) var first: [UInt8] = []
    /// The class of each record's second value; empty where no record has one.
    private(set) var second: [UInt8] = []

    init() {}

    /// Counts keys.
    init(_ keys: [UInt64], records count: Int) {
        guard !keys.isEmpty else { return }
        var keys = keys
        RadixSort.sort(&keys)
        first = [UInt8](repeating: 0, count: count)
        var index = 0
        while index < keys.count {
            var end = index
            var records = 0
            var last = UInt64.max
            while end < keys.count, keys[end] >> 32 == keys[index] >> 32 {
                if keys[end] >> 1 != last { records += 1 }
                last = keys[end] >> 1
                end += 1
            }
            let code = FrequencyClass.of(records)
            for key in keys[index..<end] {
                let record = Int(key & 0xFFFF_FFFF) >> 1
                if key & 1 == 0 {
                    first[record] = code
                } else {
                    if second.isEmpty { second = [UInt8](repeating: 0, count: count) }
                    second[record] = code
                }
            }
            index = end
        }
    }
}
