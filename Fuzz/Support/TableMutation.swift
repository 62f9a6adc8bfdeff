import LibFuzzer

/// Changes a table by its rows and cells, where libFuzzer only knows bytes: rows and cells are repeated, dropped, exchanged, put in
/// quotes, given another line end. Half of the time it leaves the work to libFuzzer.
public struct TableMutation {
    private var random: SplitMix
    private static let words: [String] = [
        "\"", "\"\"", "\\\"", "\"\"\"", "\\", "\\\\\"", " \"", "\" ", "\r", "\n", "\r\n", "\r\r\n", ",", ";", "\t", "|", "\u{FEFF}",
        "\u{A0}",
        "\u{FFFD}", "\0", "\u{1A}", "sep=;\n", "\"a,\"\"b\"\",c\"", "First Name,Last Name", "é", "\u{2028}", "x", " ", "Ada", "08 Feb 2026",
    ]

    /// A change that follows from the seed.
    public init(seed: UInt32) {
        random = SplitMix(state: UInt64(seed))
    }

    /// Changes the bytes behind the first `keeping`; gives the new length.
    public mutating func mutate(_ data: UnsafeMutablePointer<UInt8>, _ count: Int, _ capacity: Int, keeping: Int) -> Int {
        guard count > keeping, !random.isOneOf(2) else { return LLVMFuzzerMutate(data, count, capacity) }
        let head = Array(UnsafeBufferPointer(start: data, count: keeping))
        var lines = Array(UnsafeBufferPointer(start: data + keeping, count: count - keeping))
            .split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        for _ in 0...random.below(3) { change(&lines) }
        let bytes = (head + lines.joined(separator: [0x0A])).prefix(capacity)
        for (index, byte) in bytes.enumerated() { data[index] = byte }
        return bytes.count
    }

    private mutating func change(_ lines: inout [[UInt8]]) {
        let place = random.below(lines.count)
        switch random.below(9) {
        case 0: lines.insert(lines[place], at: random.below(lines.count + 1))
        case 1: if lines.count > 1 { lines.remove(at: place) }
        case 2: lines.swapAt(place, random.below(lines.count))
        case 3: if place + 1 < lines.count { lines[place] += [0x20] + lines.remove(at: place + 1) }
        case 4: if lines[place].last == 0x0D { lines[place].removeLast() } else { lines[place].append(0x0D) }
        case 5:
            let doubled = lines[place].flatMap { $0 == 0x22 ? [0x22, 0x22] : [$0] }
            lines[place] = [0x22] + doubled + [0x22]
        default: changeCell(of: &lines[place])
        }
    }

    private mutating func changeCell(of line: inout [UInt8]) {
        let delimiter: UInt8 = [0x2C, 0x3B, 0x09, 0x7C].first(where: line.contains) ?? 0x2C
        var cells = line.split(separator: delimiter, omittingEmptySubsequences: false).map { Array($0) }
        let place = random.below(cells.count)
        let word = Array(Self.words[random.below(Self.words.count)].utf8)
        switch random.below(8) {
        case 0: cells.insert(cells[place], at: random.below(cells.count + 1))
        case 1: cells.remove(at: place)
        case 2: cells[place] = [0x22] + cells[place] + [0x22]
        case 3: cells[place] = []
        case 4: cells[place].append(contentsOf: word)
        case 5: cells[place] = word + cells[place]
        case 6: cells[place].insert(contentsOf: word, at: random.below(cells[place].count + 1))
        default: cells[place] = word
        }
        line = Array(cells.joined(separator: [delimiter]))
    }
}

/// SplitMix64, so that a seed always gives the same change.
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { bound < 1 ? 0 : Int(next() % UInt64(bound)) }
    mutating func isOneOf(_ count: Int) -> Bool { below(count) == 0 }
}
