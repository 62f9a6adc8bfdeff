/// Values compared one by one: days, codes, streets, towns.
extension PairComparer {
    mutating func compareValues(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ slot: Int, _ letters: UnsafePointer<UInt8>,
        _ outcome: inout PairOutcome
    ) {
        let place = Comparison.firstValue + slot
        if a.pointee.values[slot] == b.pointee.values[slot] {
            outcome.levels[place] = Comparison.Simple.same
            outcome.rarities[place] =
                schema.slotRoles[slot] == .identifier
                ? rarity.key(a.pointee.valueCommonness[slot]) : rarity.share(a.pointee.valueCommonness[slot])
            return
        }
        switch schema.slotRoles[slot] {
        case .birthday:
            outcome.levels[place] = DayComparison.level(a.pointee.values[slot], b.pointee.values[slot])
            return
        case .category:
            outcome.levels[place] = Comparison.Simple.different
            return
        default: break
        }
        let (one, other) = (
            text(a, FeatureRow.firstValueText + slot, letters),
            text(b, FeatureRow.firstValueText + slot, letters)
        )
        switch schema.slotRoles[slot] {
        case .identifier, .postcode, .houseNumber:
            if min(one.count, other.count) >= 3
                || schema.slotRoles[slot] == .houseNumber && min(one.count, other.count) >= 2,
                isOneEditAway(one, other)
            {
                outcome.levels[place] = Comparison.Simple.close
            } else if schema.slotRoles[slot] == .postcode, Self.shareArea(one, other) {
                outcome.levels[place] = Comparison.Simple.part
            } else {
                outcome.levels[place] =
                    jaro.isSimilar(one, other, atLeast: 0.88) ? Comparison.Simple.far : Comparison.Simple.different
            }
        default:
            let similarity = jaro.similarity(one, other, ifAtLeast: 0.82)
            if similarity >= 0.92 {
                outcome.levels[place] = Comparison.Simple.close
            } else if Self.shareWord(one, other) {
                outcome.levels[place] = Comparison.Simple.part
            } else {
                outcome.levels[place] =
                    similarity >= 0.82 ? Comparison.Simple.far : Comparison.Simple.different
            }
        }
    }

    private static func shareArea(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        func area(_ text: UnsafeBufferPointer<UInt8>) -> Int {
            text.firstIndex(of: 0x20) ?? max(0, text.count - 2)
        }
        let (one, other) = (area(a), area(b))
        return one == other && one >= 2 && (0..<one).allSatisfy { a[$0] == b[$0] }
    }

    /// Whether a word of four letters or more stands in both.
    private static func shareWord(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>)
        -> Bool
    {
        var start = 0
        for index in 0...a.count where index == a.count || a[index] == 0x20 {
            let length = index - start
            if length >= 4 {
                var from = 0
                for end in 0...b.count where end == b.count || b[end] == 0x20 {
                    if end - from == length, (0..<length).allSatisfy({ a[start + $0] == b[from + $0] }) {
                        return true
                    }
                    from = end + 1
                }
            }
            start = index + 1
        }
        return false
    }
}
