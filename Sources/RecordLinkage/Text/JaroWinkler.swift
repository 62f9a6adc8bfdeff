/// Jaro-Winkler similarity of two texts of bytes, by bits rather than by loops (Hyyrö's matching masks).
struct JaroWinkler {
    /// For each byte, the places of the first text it stands at. Zero between two calls.
    private var places = [UInt64](repeating: 0, count: 256)

    /// Whether the similarity of the first 64 bytes of each is so much at least: mostly told by the lengths, or by how many bytes match.
    mutating func isSimilar(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, atLeast least: Double) -> Bool {
        similarity(a, b, ifAtLeast: least) >= least
    }

    /// The similarity, 0 to 1, of the first 64 bytes of each; 0 where it is seen on the way that it will be less than `least`.
    mutating func similarity(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>, ifAtLeast least: Double = 0) -> Double {
        let (la, lb) = (min(a.count, 64), min(b.count, 64))
        guard la > 0, lb > 0 else { return 0 }
        var prefix = 0
        while prefix < min(4, la, lb), a[prefix] == b[prefix] { prefix += 1 }
        let (partA, partB) = (1 / Double(la), 1 / Double(lb))
        /// Whether so many matches are too few, were they all in order; by more than what rounding may change.
        func isTooFew(_ matches: Int) -> Bool {
            let jaro = (Double(matches) * (partA + partB) + 1) / 3
            return jaro + Double(prefix) * 0.1 * (1 - jaro) < least - 1e-9
        }
        if isTooFew(min(la, lb)) { return 0 }
        // A byte indexes 256 places, and no index below goes beyond the 64 bytes counted above.
        return places.withUnsafeMutableBufferPointer { places in
            for i in 0..<la { places[Int(a[i])] |= 1 << UInt64(i) }
            defer { for i in 0..<la { places[Int(a[i])] = 0 } }
            let reach = max(0, max(la, lb) / 2 - 1)
            var window: UInt64 = reach + 1 >= 64 ? .max : (1 << UInt64(reach + 1)) &- 1
            var (inA, inB): (UInt64, UInt64) = (0, 0)
            for j in 0..<lb {
                let found = places[Int(b[j])] & window & ~inA
                let lowest = found & (0 &- found)
                inA |= lowest
                if lowest != 0 { inB |= 1 << UInt64(j) }
                window = j < reach ? window << 1 | 1 : window << 1
            }
            let matches = inA.nonzeroBitCount
            guard matches > 0, !isTooFew(matches) else { return 0 }
            var transpositions = 0
            var (x, y) = (inA, inB)
            while y != 0 {
                let j = y.trailingZeroBitCount
                if places[Int(b[j])] & (x & (0 &- x)) == 0 { transpositions += 1 }
                x &= x &- 1
                y &= y &- 1
            }
            let m = Double(matches)
            let jaro = (m / Double(la) + m / Double(lb) + (m - Double(transpositions / 2)) / m) / 3
            guard jaro > 0.7 else { return jaro }
            return jaro + Double(prefix) * 0.1 * (1 - jaro)
        }
    }
}

/// Whether two texts differ by one letter at most: another, one more, one less, or two neighbours changed about.
func isOneEditAway(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
    let (short, long) = a.count <= b.count ? (a, b) : (b, a)
    guard long.count - short.count <= 1 else { return false }
    var i = 0
    while i < short.count, short[i] == long[i] { i += 1 }
    if i == short.count { return true }
    if short.count == long.count {
        if (i + 1..<short.count).allSatisfy({ short[$0] == long[$0] }) { return true }
        guard i + 1 < short.count, short[i] == long[i + 1], short[i + 1] == long[i] else {
            return false
        }
        return (i + 2..<short.count).allSatisfy { short[$0] == long[$0] }
    }
    return (i..<short.count).allSatisfy { short[$0] == long[$0 + 1] }
}
