import ContactModel

/// One row of what was kept, and its line of JSON.
public struct KeptRow: Sendable {
    /// The table it belongs to.
    public var table: KeptTable
    var values: [SQLValue]

    init(table: KeptTable, values: [SQLValue]) {
        self.table = table
        self.values = values
    }

    init(_ row: any Statement, of table: KeptTable) {
        self.table = table
        values = table.columns.enumerated().map { position, column in
            if row.isNull(position) { return .null }
            return switch column.kind {
            case .integer: .integer(row.integer(position))
            case .text: .text(row.text(position))
            case .hexadecimal, .json: .bytes(row.bytes(position))
            }
        }
    }

    /// Reads a line; `nil` where it is not a row of the table.
    public init?(line: ArraySlice<UInt8>, of table: KeptTable) {
        self.table = table
        var head = line
        var json: [UInt8]?
        if let last = table.columns.last, last.kind == .json {
            // What is stored byte for byte must come back byte for byte, so it is cut out, not read and written again.
            let mark = Array(",\"\(last.name)\":".utf8)
            guard line.last == UInt8(ascii: "}"), let place = line.firstRange(of: mark) else { return nil }
            json = Array(line[place.upperBound...].dropLast())
            head = line[..<place.lowerBound] + [UInt8(ascii: "}")]
            guard let json, JSONValue(parsing: json) != nil else { return nil }
        }
        guard let members = JSONValue(parsing: Array(head))?.objectValue else { return nil }
        var values: [SQLValue] = []
        for column in table.columns {
            switch (column.kind, members[column.name]) {
            case (.json, _): values.append(.bytes(json ?? []))
            case (.integer, .integer(let number)?): values.append(.integer(number))
            case (.integer, .null?) where column.name == "gone_snapshot": values.append(.null)
            case (.text, .string(let text)?): values.append(.text(text))
            case (.hexadecimal, .string(let text)?):
                guard let bytes = Self.bytes(hexadecimal: text) else { return nil }
                values.append(.bytes(bytes))
            default: return nil
            }
        }
        self.values = values
    }

    /// The row as a line of JSON, with its line feed.
    public var line: [UInt8] {
        var line = [UInt8(ascii: "{")]
        for (column, value) in zip(table.columns, values) {
            if line.count > 1 { line.append(UInt8(ascii: ",")) }
            line += JSONValue.string(column.name).serialized()
            line.append(UInt8(ascii: ":"))
            switch (column.kind, value) {
            case (.json, .bytes(let bytes)): line += bytes
            case (_, .bytes(let bytes)): line += JSONValue.string(Self.hexadecimal(bytes)).serialized()
            case (_, .integer(let number)): line += JSONValue.integer(number).serialized()
            case (_, .text(let text)): line += JSONValue.string(text).serialized()
            case (_, .null): line += JSONValue.null.serialized()
            }
        }
        return line + Array("}\n".utf8)
    }

    /// A column's value.
    func value(_ column: String) -> SQLValue? {
        table.columns.firstIndex { $0.name == column }.map { values[$0] }
    }

    /// A column's number.
    public func integer(_ column: String) -> Int64? {
        if case .integer(let number)? = value(column) { number } else { nil }
    }

    /// A column's text; of bytes their hexadecimal digits.
    public func text(_ column: String) -> String? {
        switch value(column) {
        case .text(let text)?: text
        case .bytes(let bytes)?: Self.hexadecimal(bytes)
        default: nil
        }
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for letter in text.utf8 {
            let digit: UInt8
            switch letter {
            case 48...57: digit = letter - 48
            case 97...102: digit = letter - 87
            default: return nil
            }
            if let half = high {
                bytes.append(half << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        return high == nil ? bytes : nil
    }
}
