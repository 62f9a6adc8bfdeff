/// A list for people of what was held back: why, and the row as it would have been. For spreadsheets: with a byte order mark, formulas disarmed.
public struct RefusedList: Sendable {
    private let sheet: HandOverSheet
    private var csv = CSVWriter(lineEnding: .crlf, disarmsFormulas: true)
    private var hasBegun = false

    /// Makes a list.
    public init(_ sheet: HandOverSheet) {
        self.sheet = sheet
    }

    /// The bytes of a row, below the header where it is the first.
    public mutating func bytes(of row: HandOverRow, because reasons: [Objection]) -> [UInt8] {
        if !hasBegun { csv.row(["Held back because"] + sheet.columns.map(\.header)) }
        csv.row([reasons.map(\.text).joined(separator: " ")] + row.cells)
        defer { hasBegun = true }
        return (hasBegun ? [] : [0xEF, 0xBB, 0xBF]) + csv.takeBytes()
    }
}
