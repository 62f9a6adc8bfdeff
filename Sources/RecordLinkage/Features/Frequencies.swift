/// A value that is counted: how many records have it decides what sharing it is worth.
///
/// Like a `BlockingKey` it is the same on every machine and may stand in an index.
public struct FrequencyKey: Hashable, Sendable {
    /// What is counted in the upper half, 64 or more; the hash of the value in the lower.
    public var rawValue: UInt64

    fileprivate init(_ slot: Int, _ hash: UInt32) {
        rawValue = UInt64(64 + slot) << 32 | UInt64(hash)
    }
}

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

    @inline(__always)
    fileprivate mutating func setClass(_ code: UInt8, at place: Int) {
        if place < FrequencySlot.count {
            commonness[place] = code
        } else {
            valueCommonness[place - FrequencySlot.count] = code
        }
    }
}

extension FeatureTable {
    /// What is counted of a record; sorted, each once.
    public func frequencyKeys(of record: Int) -> [FrequencyKey] {
        var keys: Set<FrequencyKey> = []
        rows[record].forEachCounted { _, counted, hash in keys.insert(FrequencyKey(counted, hash)) }
        return keys.sorted { $0.rawValue < $1.rawValue }
    }

    /// Takes the frequencies from a larger set of which this table holds a part.
    ///
    /// - Parameters:
    ///   - total: how many records the set has.
    ///   - count: how many of its records have a key.
    public mutating func setFrequencies(total: Int, count: (FrequencyKey) -> Int) {
        self.total = total
        for record in rows.indices {
            let row = rows[record]
            row.forEachCounted { place, counted, hash in
                rows[record].setClass(FrequencyClass.of(count(FrequencyKey(counted, hash))), at: place)
            }
        }
    }

    /// Takes the frequencies from the table itself: it is the whole set.
    public mutating func countFrequencies() {
        total = rows.count
        let counted = Array(0..<(FrequencySlot.count + schema.slotRoles.count)).filter {
            $0 != FrequencySlot.family2 && $0 != FrequencySlot.domain
        }
        var lists = [[UInt64]](repeating: [], count: counted.count)
        for (place, what) in counted.enumerated() {
            lists[place].reserveCapacity(what == FrequencySlot.phone ? 0 : rows.count)
        }
        var placeOf = [Int](repeating: 0, count: FrequencySlot.count + FeatureRow.valueCount)
        for (place, what) in counted.enumerated() { placeOf[what] = place }
        for (record, row) in rows.enumerated() {
            row.forEachCounted { place, what, hash in
                let isSecond = place == FrequencySlot.family2 || place == FrequencySlot.domain
                lists[placeOf[what]].append(UInt64(hash) << 32 | UInt64(record) << 1 | (isSecond ? 1 : 0))
            }
        }
        RadixSort.sortAll(&lists)
        for (place, what) in counted.enumerated() {
            write(lists[place], what)
            lists[place] = []
        }
    }

    private mutating func write(_ sorted: [UInt64], _ counted: Int) {
        let second = counted == FrequencySlot.family ? FrequencySlot.family2 : FrequencySlot.domain
        var index = 0
        while index < sorted.count {
            var end = index
            var records = 0
            var last = UInt64.max
            while end < sorted.count, sorted[end] >> 32 == sorted[index] >> 32 {
                if sorted[end] >> 1 != last { records += 1 }
                last = sorted[end] >> 1
                end += 1
            }
            let code = FrequencyClass.of(records)
            for entry in sorted[index..<end] {
                rows[Int(entry & 0xFFFF_FFFF) >> 1].setClass(code, at: entry & 1 == 1 ? second : counted)
            }
            index = end
        }
    }
}
