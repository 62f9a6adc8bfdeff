import ContactFormats

/// What came out of a file: its rows as texts, and its problems.
struct ReadFile {
    var table: CSVTable
    var rows: [[String]] = []
    var rowsBeforeHeader: [[String]] = []
    var lines: [Int] = []
    var problems: [ReadProblem] = []

    var codes: [String] { problems.map(\.code) }

    /// Locates the table by a header that holds all of `names` (folded), and reads it; blank rows are left out.
    init?(_ bytes: [UInt8], header names: [String] = ["firstname", "lastname"], chunkSize: Int = 1 << 16) throws {
        try self.init(BytesInMemory(bytes, chunkSize: chunkSize), header: names)
    }

    init?(_ text: String, header names: [String] = ["firstname", "lastname"], chunkSize: Int = 1 << 16) throws {
        try self.init(Array(text.utf8), header: names, chunkSize: chunkSize)
    }

    init?(_ source: any ByteSource, header names: [String]) throws {
        guard let table = try CSVTable.locate(in: source, isHeader: { cells in names.allSatisfy(cells.contains) }) else { return nil }
        self.table = table
        try table.forEachRow(in: source) { row, isBeforeHeader in
            if row.isBlank { return true }
            let cells = (0..<row.count).map(row.text)
            if isBeforeHeader {
                rowsBeforeHeader.append(cells)
            } else {
                rows.append(cells)
                lines.append(row.line)
            }
            return true
        } problem: {
            problems.append($0)
        }
    }
}

/// A source that is longer than memory allows: `head`, then `count` times `piece`, then `tail`.
struct RepeatedBytes: ByteSource {
    var head: String
    var piece: [UInt8]
    var count: Int
    var tail: String

    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        if !head.isEmpty { try body(Array(head.utf8)[...]) }
        for _ in 0..<count { try body(piece[...]) }
        if !tail.isEmpty { try body(Array(tail.utf8)[...]) }
    }
}

/// The splitmix64 generator: the same numbers for the same seed, on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
