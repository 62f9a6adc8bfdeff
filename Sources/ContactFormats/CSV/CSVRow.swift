/// A row of a table: its cells as they stand in the file, decoded when asked for.
///
/// A value that can be kept. It holds the piece of the file it lies in by reference (256 KiB as a rule), so for long keeping the cells'
/// texts are the better choice.
public struct CSVRow: Sendable {
    /// The physical line on which it begins, counted from 1.
    public var line: Int

    private let bytes: [UInt8]
    private let cells: [CSVCell]
    private let extent: Range<Int>
    private let quotes: QuoteReading
    private let encoding: TextEncoding
    /// Whether every byte is known to belong to valid UTF-8.
    let isUTF8: Bool
    /// Whether a byte 0xFD is a lost letter, because the file has lost letters elsewhere.
    let isFDLost: Bool

    /// Makes a row of cells found in `bytes`; all places must lie inside.
    init(
        line: Int,
        bytes: [UInt8],
        cells: [CSVCell],
        extent: Range<Int>,
        quotes: QuoteReading,
        encoding: TextEncoding,
        isUTF8: Bool,
        isFDLost: Bool = false
    ) {
        self.line = line
        self.bytes = bytes
        self.cells = cells
        self.extent = extent
        self.quotes = quotes
        self.encoding = encoding
        self.isUTF8 = isUTF8
        self.isFDLost = isFDLost
    }

    /// Makes a row of what a scanner found at the beginning of `bytes`.
    init(line: Int, bytes: [UInt8], scanned: CSVScanner, encoding: TextEncoding, isFDLost: Bool = false) {
        self.init(
            line: line,
            bytes: bytes,
            cells: scanned.cells,
            extent: 0..<scanned.end,
            quotes: .doubled,
            encoding: encoding,
            isUTF8: scanned.isASCII || UTF8Census(of: bytes).isValid,
            isFDLost: isFDLost
        )
    }

    /// How many cells it has; 0 for an empty line.
    public var count: Int { cells.count }

    /// Whether every cell is empty.
    public var isBlank: Bool { cells.indices.allSatisfy(isEmpty) }

    /// The text of a cell: decoded, without its quotes and without a byte order mark before it, otherwise untouched.
    ///
    /// - Parameter column: the place of the cell, counted from 0; `""` where the row has no such cell.
    public func text(_ column: Int) -> String {
        guard column >= 0, column < cells.count else { return "" }
        let cell = cells[column]
        if isUTF8, !cell.isRaw {
            let start = Int(cell.start)
            guard start < Int(cell.end) else { return "" }
            if bytes[start] != CSVReader.byteOrderMark[0] {
                // A slice would count a reference for every cell, which costs a quarter of the time. The pointer is of a span checked
                // against the bounds, and does not leave the closure.
                let span = bytes.span.extracting(cell.range)
                return span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
            }
            return String(decoding: withoutByteOrderMark(bytes[cell.range]), as: UTF8.self)
        }
        let content = withoutByteOrderMark(unquoted(cell))
        return encoding.text(content, isFDLost: isFDLost)
    }

    /// Whether a cell holds nothing but ASCII white space and no-break spaces; also true where the row has no such cell.
    public func isEmpty(_ column: Int) -> Bool {
        guard column >= 0, column < cells.count else { return true }
        let cell = cells[column]
        if cell.start == cell.end { return true }
        return Self.isBlank(cell.isRaw ? unquoted(cell) : bytes[cell.range], isUTF8: isUTF8)
    }

    /// The bytes of a cell's text in UTF-8, where they stand in the file as such; `nil` where `text` would have to convert, and where
    /// the row has no such cell.
    public func bytes(_ column: Int) -> ArraySlice<UInt8>? {
        guard column >= 0, column < cells.count else { return nil }
        let cell = cells[column]
        guard !cell.isRaw, isUTF8 || isUTF8Alone(cell) else { return nil }
        let isMarked = cell.start < cell.end && bytes[Int(cell.start)] == CSVReader.byteOrderMark[0]
        return isMarked ? withoutByteOrderMark(bytes[cell.range]) : bytes[cell.range]
    }

    /// Whether a cell of a row that is not UTF-8 is: valid sequences, and only ASCII where the letters of the file told its encoding, in
    /// which two letters look like a sequence by chance.
    private func isUTF8Alone(_ cell: CSVCell) -> Bool {
        let census = UTF8Census(of: bytes, in: cell.range)
        return census.isValid && !(census.hasSequences && encoding.isToldByLetters)
    }

    /// The row as it stands in the file, without its line end; in UTF-8 where the file is UTF-16. Where the whole line was quoted, the row
    /// inside the quotes.
    public var rawBytes: ArraySlice<UInt8> { bytes[extent] }

    /// The row as it stands in the file, decoded, without its line end and with at most 500 characters; for reports.
    ///
    /// Where the whole line was quoted, this is the line inside the quotes.
    public var rawText: String { rawText(in: extent) }

    private func rawText(in range: Range<Int>) -> String {
        // No character worth showing has more than 16 bytes; what is cut in two at the end is dropped with the rest.
        let beginning = bytes[range].prefix(500 * 16).filter { $0 != 0 }
        let text = encoding.text(beginning, isFDLost: isFDLost)
        return String(text.prefix(500))
    }

    /// The row in the quotes where this one is a single quoted cell, perhaps with empty ones behind it: a whole line in quotes.
    func inside(delimiter: UInt8) -> CSVRow? {
        guard let first = cells.first, first.isQuoted, first.start < first.end else { return nil }
        guard (1..<max(1, count)).allSatisfy(isEmpty) else { return nil }
        let line = Array(unquoted(first))
        var scanner = CSVScanner(delimiter: delimiter)
        guard !line.isEmpty, scanner.scan(line, from: 0, isFinal: true) == .row else { return nil }
        return CSVRow(line: self.line, bytes: line, scanned: scanner, encoding: encoding, isFDLost: isFDLost)
    }

    /// The columns, counted from 1, whose text holds U+FFFD.
    var columnsWithReplacementCharacters: [Int] {
        cells.indices.filter { text($0).unicodeScalars.contains("\u{FFFD}") }.map { $0 + 1 }
    }

    /// The first byte of the first cell.
    var firstByte: UInt8? {
        guard let first = cells.first, first.start < first.end else { return nil }
        return bytes[Int(first.start)]
    }

    private func unquoted(_ cell: CSVCell) -> ArraySlice<UInt8> {
        guard cell.isRaw else { return bytes[cell.range] }
        return CSVScanner.unquoted(bytes[cell.range], isQuoted: cell.isQuoted, quotes: quotes)[...]
    }

    private func withoutByteOrderMark(_ content: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard content.first == 0xEF, content.starts(with: CSVReader.byteOrderMark) else { return content }
        return content.dropFirst(CSVReader.byteOrderMark.count)
    }

    private static func isBlank(_ content: ArraySlice<UInt8>, isUTF8: Bool) -> Bool {
        var isAfterC2 = false
        for byte in content {
            switch byte {
            case 0x09...0x0D, 0x20, 0x00:
                if isAfterC2 { return false }
            case 0xC2:
                if isAfterC2 { return false }
                isAfterC2 = true
                continue
            case 0xA0:
                if isUTF8, !isAfterC2 { return false }
            default: return false
            }
            isAfterC2 = false
        }
        return !isAfterC2
    }
}
