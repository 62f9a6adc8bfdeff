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
                slotRoles[slot] == .identifier
                ? rarity.key(a.pointee.valueCommonness[slot]) : rarity.share(a.pointee.valueCommonness[slot])
            return
        }
        switch slotRoles[slot] {
        case .birthday:
            outcome.levels[place] = Self.dateLevel(a.pointee.values[slot], b.pointee.values[slot])
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
        switch slotRoles[slot] {
        case .identifier, .postcode, .houseNumber:
            if min(one.count, other.count) >= 3
                || slotRoles[slot] == .houseNumber && min(one.count, other.count) >= 2,
                isOneEditAway(one, other)
            {
                outcome.levels[place] = Comparison.Simple.close
            } else if slotRoles[slot] == .postcode, Self.shareArea(one, other) {
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

    private static func dateLevel(_ a: UInt32, _ b: UInt32) -> UInt8 {
        let (yearA, monthA, dayA) = (a / 10_000, a / 100 % 100, a % 100)
        let (yearB, monthB, dayB) = (b / 10_000, b / 100 % 100, b % 100)
        var differing = 0
        var (x, y) = (a, b)
        while x != 0 || y != 0 {
            if x % 10 != y % 10 { differing += 1 }
            x /= 10
            y /= 10
        }
        if differing == 1 { return Comparison.Simple.close }
        let isTurned = yearA == yearB && monthA == dayB && dayA == monthB
        if isTurned || differing == 2 && isTransposed(a, b) { return Comparison.Simple.close }
        let shared = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0)
        if shared == 2 { return Comparison.Simple.part }
        if yearA == yearB { return Comparison.Simple.far }
        return Comparison.Simple.different
    }

    private static func isTransposed(_ a: UInt32, _ b: UInt32) -> Bool {
        var power: UInt32 = 1
        for _ in 0..<7 {
            let (x, y) = (a / power % 10, a / (power * 10) % 10)
            if b / power % 10 == y, b / (power * 10) % 10 == x, x != y { return true }
            power *= 10
        }
        return false
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
