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
        defer { bytes = [] }
        return bytes
    }

    private mutating func write(_ cell: String) {
        let start = bytes.count
        if disarmsFormulas, SpreadsheetText.isDisarmed(cell) { bytes.append(0x27) }
        bytes.append(contentsOf: cell.utf8)
        guard bytes[start...].contains(where: needsQuotes) else { return }
        let text = Array(bytes[start...])
        bytes.removeSubrange(start...)
        bytes.append(CSVScanner.quote)
        for byte in text {
            if byte == CSVScanner.quote { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(CSVScanner.quote)
    }

    private func needsQuotes(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == CSVScanner.quote || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
    }
}
