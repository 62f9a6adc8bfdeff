/// Writes rows after RFC 4180 into bytes: a cell is in quotes only where it must be, a quote in it is doubled.
///
/// The bytes gather in ``bytes`` until ``takeBytes()`` hands them on, so a caller that writes to a file takes them now and then.
public struct CSVWriter: Sendable {
    /// What ends a row.
    public enum LineEnding: Sendable {
        /// CR LF, as RFC 4180 has it.
        case crlf
        /// LF alone.
        case lf
    }

    /// What was written and not yet taken, in UTF-8.
    public private(set) var bytes: [UInt8] = []

    private let delimiter: UInt8
    private let lineEnding: LineEnding
    private let disarmsFormulas: Bool

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - delimiter: the byte between cells.
    ///   - lineEnding: what ends each row, the last too.
    ///   - disarmsFormulas: whether a cell a spreadsheet would not leave as it is gets a `'` before it (``SpreadsheetText``).
    public init(delimiter: UInt8 = 0x2C, lineEnding: LineEnding = .crlf, disarmsFormulas: Bool = false) {
        self.delimiter = delimiter
        self.lineEnding = lineEnding
        self.disarmsFormulas = disarmsFormulas
    }

    /// Writes a row. A row of one empty cell is written `""`, as an empty line would be no row; a row without cells is that empty line.
    public mutating func row(_ cells: [String]) {
        if cells.count == 1, cells[0].isEmpty { bytes.append(contentsOf: [CSVScanner.quote, CSVScanner.quote]) }
        for (place, cell) in cells.enumerated() {
            if place > 0 { bytes.append(delimiter) }
            write(cell)
        }
        if lineEnding == .crlf { bytes.append(CSVScanner.carriageReturn) }
        bytes.append(CSVScanner.lineFeed)
    }

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        // As many are likely to come again.
        taken.reserveCapacity(bytes.count)
        swap(&taken, &bytes)
        return taken
    }

    private mutating func write(_ cell: String) {
        if cell.isEmpty { return }
        let isDisarmed = disarmsFormulas && SpreadsheetText.isDisarmed(cell)
        guard cell.utf8.contains(where: needsQuotes) else {
            if isDisarmed { bytes.append(0x27) }
            return bytes.append(contentsOf: cell.utf8)
        }
        bytes.append(CSVScanner.quote)
        if isDisarmed { bytes.append(0x27) }
        for byte in cell.utf8 {
            if byte == CSVScanner.quote { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(CSVScanner.quote)
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == CSVScanner.quote || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
    }
}
