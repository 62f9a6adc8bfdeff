/// The modules of a symbol while it is drawn (ISO/IEC 18004 §6.3, 7.7 to 7.10).
struct QRGrid: Sendable {
    let version: Int
    let side: Int
    private(set) var dark: [Bool]
    /// Whether a module is part of a pattern, so that no codeword goes there.
    private var isFixed: [Bool]

    init(version: Int) {
        self.version = version
        side = version * 4 + 17
        dark = [Bool](repeating: false, count: side * side)
        isFixed = dark
    }

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        dark[row * side + column] = isDark
        isFixed[row * side + column] = true
    }

    // MARK: Patterns

    /// Timing, finders, alignments, the version; room for the format.
    mutating func drawFunctionPatterns() {
        for place in 0..<side {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { drawFinder(row, column) }
        let places = alignmentPlaces
        for (first, row) in places.enumerated() {
            for (second, column) in places.enumerated() {
                let last = places.count - 1
                let isAtFinder = (first, second) == (0, 0) || (first, second) == (0, last) || (first, second) == (last, 0)
                if !isAtFinder { drawAlignment(row, column) }
            }
        }
        drawFormat(level: 0, mask: 0)
        drawVersion()
    }

    private mutating func drawFinder(_ centreRow: Int, _ centreColumn: Int) {
        for rowStep in -4...4 {
            for columnStep in -4...4 {
                let (row, column) = (centreRow + rowStep, centreColumn + columnStep)
                guard (0..<side).contains(row), (0..<side).contains(column) else { continue }
                let distance = max(abs(rowStep), abs(columnStep))
                fix(row, column, distance != 2 && distance != 4)
            }
        }
    }

    private mutating func drawAlignment(_ centreRow: Int, _ centreColumn: Int) {
        for rowStep in -2...2 {
            for columnStep in -2...2 { fix(centreRow + rowStep, centreColumn + columnStep, max(abs(rowStep), abs(columnStep)) != 1) }
        }
    }

    /// The rows and columns alignment patterns stand in (annex E).
    private var alignmentPlaces: [Int] {
        guard version > 1 else { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        let rest = (0..<count - 1).map { side - 7 - $0 * step }
        return [6] + rest.reversed()
    }

    /// Level and mask, protected by a BCH code, in two places (§7.9).
    mutating func drawFormat(level: Int, mask: Int) {
        let data = level << 3 | mask
        var rest = data
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9 & 1) * 0x537 }
        let bits = (data << 10 | rest) ^ 0x5412
        func bit(_ place: Int) -> Bool { bits >> place & 1 == 1 }
        for place in 0...5 { fix(place, 8, bit(place)) }
        fix(7, 8, bit(6))
        fix(8, 8, bit(7))
        fix(8, 7, bit(8))
        for place in 9..<15 { fix(8, 14 - place, bit(place)) }
        for place in 0..<8 { fix(8, side - 1 - place, bit(place)) }
        for place in 8..<15 { fix(side - 15 + place, 8, bit(place)) }
        fix(side - 8, 8, true)
    }

    /// The version, protected by a Golay code, from version 7 on (§7.10).
    private mutating func drawVersion() {
        guard version >= 7 else { return }
        var rest = version
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11 & 1) * 0x1F25 }
        let bits = version << 12 | rest
        for place in 0..<18 {
            let (near, far) = (place / 3, side - 11 + place % 3)
            fix(near, far, bits >> place & 1 == 1)
            fix(far, near, bits >> place & 1 == 1)
        }
    }

    // MARK: Codewords

    /// Lays the codewords in columns of two, from the lower right upwards and down again, and masks them.
    mutating func drawCodewords(_ codewords: [UInt8], mask: Int) {
        var place = 0
        var right = side - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<side {
                let isUpwards = (right + 1) & 2 == 0
                let row = isUpwards ? side - 1 - step : step
                for column in [right, right - 1] where !isFixed[row * side + column] {
                    let isDark = place < codewords.count * 8 && codewords[place >> 3] >> UInt8(7 - place & 7) & 1 == 1
                    dark[row * side + column] = isDark != Self.isMasked(row, column, mask)
                    place += 1
                }
            }
            right -= 2
        }
    }

    private static func isMasked(_ row: Int, _ column: Int, _ mask: Int) -> Bool {
        switch mask {
        case 0: (row + column).isMultiple(of: 2)
        case 1: row.isMultiple(of: 2)
        case 2: column.isMultiple(of: 3)
        case 3: (row + column).isMultiple(of: 3)
        case 4: (row / 2 + column / 3).isMultiple(of: 2)
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3).isMultiple(of: 2)
        default: ((row + column) % 2 + row * column % 3).isMultiple(of: 2)
        }
    }

    // MARK: Penalties

    /// How hard the symbol is to read (§7.8.3): runs of one colour, blocks, what looks like a finder, one colour too many.
    var penalty: Int {
        var penalty = 0
        for line in 0..<side {
            penalty += Self.penalty(ofLine: (0..<side).map { dark[line * side + $0] })
            penalty += Self.penalty(ofLine: (0..<side).map { dark[$0 * side + line] })
        }
        for row in 0..<side - 1 {
            for column in 0..<side - 1 {
                let first = dark[row * side + column]
                if first == dark[row * side + column + 1], first == dark[(row + 1) * side + column],
                    first == dark[(row + 1) * side + column + 1]
                {
                    penalty += 3
                }
            }
        }
        let share = dark.count { $0 } * 20 - side * side * 10
        return penalty + (abs(share) + side * side - 1) / (side * side) * 10
    }

    private static func penalty(ofLine line: [Bool]) -> Int {
        var penalty = 0
        var run = 1
        for place in 1..<line.count {
            if line[place] == line[place - 1] { run += 1 } else { run = 1 }
            if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
        }
        let finder = [true, false, true, true, true, false, true]
        for place in 0...line.count - 7 where Array(line[place..<place + 7]) == finder {
            func isLight(_ range: Range<Int>) -> Bool { range.allSatisfy { $0 < 0 || $0 >= line.count || !line[$0] } }
            if isLight(place - 4..<place) || isLight(place + 7..<place + 11) { penalty += 40 }
        }
        return penalty
    }
}
