/// A table found in a text file: how it is written, and its header.
///
/// ```swift
/// guard let table = try CSVTable.locate(in: source, isHeader: { $0.contains("firstname") && $0.contains("lastname") }) else { … }
/// try table.forEachRow(in: source) { row, isBeforeHeader in
///     …
///     return true
/// } problem: { … }
/// ```
public struct CSVTable: Sendable {
    /// How it is written.
    public let dialect: CSVDialect
    /// The cells of the header, decoded, without quotes and without white space around them.
    public let header: [String]
    /// The physical line the header begins on, counted from 1.
    public let headerLine: Int

    /// How much of a file the dialect is judged by, in bytes.
    private static let beginningSize = 1 << 16
    /// How many rows that are not blank the header is looked for in.
    private static let rowsBeforeHeader = 25
    /// Comma, semicolon, tab, bar.
    private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    // MARK: Finding

    /// Finds the table in a file.
    ///
    /// The beginning (64 KiB, 25 rows that are not blank) is read with each delimiter, as plain rows and as quoted lines; a first line
    /// `sep=;` names the delimiter. If no row there is a header, every line of the file is tried: a sorted file has its header in the
    /// middle or at the end, and a quote nobody closed may hide it from a reader of rows.
    ///
    /// - Parameter isHeader: says whether a row is the header, by its cells folded with ``fold(header:)``.
    /// - Returns: the table, or `nil` where no row is a header.
    /// - Throws: what the source throws; never because of content.
    public static func locate(in source: any ByteSource, isHeader: ([String]) -> Bool) throws -> CSVTable? {
        let beginning = try Beginning(of: source, size: beginningSize)
        guard !beginning.bytes.isEmpty else { return nil }
        let encoding = TextEncoding.recognised(in: beginning.bytes[...], isWhole: beginning.isWhole)
        let text = beginning.text(in: encoding)
        let named = separator(in: text).map { [$0] } ?? []
        let candidates = named + delimiters.filter { !named.contains($0) }
        var single: CSVTable?
        for isWholeLineQuoted in [false, true] {
            for delimiter in candidates {
                let dialect = CSVDialect(delimiter: delimiter, encoding: encoding, isWholeLineQuoted: isWholeLineQuoted)
                guard let table = try locate(in: BytesInMemory(beginning.bytes), dialect: dialect, isHeader: isHeader) else { continue }
                if table.header.count > 1 { return table }
                // A whole line of headers may pass for one as long as it is parted by something else.
                single = single ?? table
            }
        }
        if let single { return single }
        return try locateLine(in: source, encoding: encoding, delimiters: candidates, isHeader: isHeader)
    }

    private static func locate(in source: any ByteSource, dialect: CSVDialect, isHeader: ([String]) -> Bool) throws -> CSVTable? {
        var left = rowsBeforeHeader
        var table: CSVTable?
        let body: CSVReader.RowBody = { row in
            if row.isBlank { return true }
            if let header = header(row, isHeader: isHeader) {
                table = CSVTable(dialect: dialect, header: header, headerLine: row.line)
                return false
            }
            left -= 1
            return left > 0
        }
        try CSVReader.read(source, with: CSVReader(dialect), row: body, problem: { _ in })
        return table
    }

    /// Looks for the header in each physical line of the file, in one pass for all delimiters.
    private static func locateLine(
        in source: any ByteSource,
        encoding: TextEncoding,
        delimiters: [UInt8],
        isHeader: ([String]) -> Bool
    ) throws -> CSVTable? {
        var table: CSVTable?
        var scanners = delimiters.map(CSVScanner.init(delimiter:))
        var lines = LineReader(encoding: encoding)
        try lines.read(source) { line, number in
            guard mayBeHeader(line) else { return true }
            for place in scanners.indices where line.contains(scanners[place].delimiter) {
                guard scanners[place].scan(line, from: 0, isFinal: true, isOneLine: true) == .row else { continue }
                let delimiter = scanners[place].delimiter
                let row = CSVRow(line: number, bytes: line, scanned: scanners[place], encoding: encoding)
                for (row, isWholeLineQuoted) in [(row, false), (row.inside(delimiter: delimiter), true)] {
                    guard let row, let header = header(row, isHeader: isHeader) else { continue }
                    let dialect = CSVDialect(delimiter: delimiter, encoding: encoding, isWholeLineQuoted: isWholeLineQuoted)
                    table = CSVTable(dialect: dialect, header: header, headerLine: number)
                    return false
                }
            }
            return true
        }
        return table
    }

    /// Whether a line can be a header at all, told without reading it: an address, a link or a year says it is an entry.
    private static func mayBeHeader(_ line: [UInt8]) -> Bool {
        guard line.count <= 1 << 13 else { return false }
        var digits = 0
        for byte in line {
            digits = 0x30...0x39 ~= byte ? digits + 1 : 0
            if digits == 4 || byte == 0x40 { return false }
        }
        return true
    }

    private static func header(_ row: CSVRow, isHeader: ([String]) -> Bool) -> [String]? {
        let cells = (0..<row.count).map(row.text)
        return isHeader(cells.map(fold(header:))) ? cells.map(trimmed) : nil
    }

    /// The delimiter a first line `sep=;` names, which is how a spreadsheet is told; also in quotes.
    private static func separator(in text: [UInt8]) -> UInt8? {
        var text = text[...]
        while text.starts(with: CSVReader.byteOrderMark) { text = text.dropFirst(CSVReader.byteOrderMark.count) }
        let line = text.prefix { $0 != CSVScanner.lineFeed && $0 != CSVScanner.carriageReturn }
        return separator(inLine: line)
    }

    private static func separator(inLine line: ArraySlice<UInt8>) -> UInt8? {
        let isQuoted = line.first == CSVScanner.quote
        let rest = isQuoted ? line.dropFirst() : line
        guard rest.count >= 5, rest.count <= 16, String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "sep=" else { return nil }
        let delimiter = rest[rest.startIndex + 4]
        switch delimiter {
        case CSVScanner.quote: return nil
        case 0x09, 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return delimiter
        default: return nil
        }
    }

    // MARK: Reading

    /// Reads every row but the header, in the order of the file, blank ones too.
    ///
    /// Reading is liberal and tells what it had to be liberal about. Problems, each before the row it concerns:
    ///
    /// | code | what | the row |
    /// | --- | --- | --- |
    /// | `unclosed-quote` | a quoted cell does not end, or ends only by swallowing rows | read to its line's end, the quote literal |
    /// | `stray-quote` | a quote inside a quoted cell is not doubled | read with that quote literal |
    /// | `cell-too-long` | a cell of more than 1 MiB | read without the cell |
    /// | `row-too-long` | more than 4,096 cells or 8 MiB | left out |
    /// | `nul-bytes` | NUL bytes | read without them |
    /// | `mixed-encoding` | UTF-8 and single-byte letters in one file; told once | read, cell by cell |
    /// | `lost-letters` | U+FFFD: letters lost before the file was written | read as it is |
    /// | `repeated-header` | the header once more, as in files put together | left out |
    ///
    /// - Parameters:
    ///   - source: the file the table was located in.
    ///   - body: gets each row, and whether it stands before the header; `false` ends the reading.
    ///   - problem: gets each problem.
    /// - Throws: what the source and the bodies throw; never because of content.
    public func forEachRow(
        in source: any ByteSource,
        _ body: (CSVRow, _ isBeforeHeader: Bool) throws -> Bool,
        problem: (ReadProblem) throws -> Void
    ) throws {
        let reader = CSVReader(dialect, headerCount: header.count, headerLine: headerLine)
        let firstByte = header.first?.utf8.first
        let rowBody: CSVReader.RowBody = { row in
            if row.line == headerLine { return true }
            if row.count == header.count, row.firstByte.map({ $0 == firstByte || Self.mayPrecedeHeader($0) }) ?? (firstByte == nil),
                isHeader(row)
            {
                try problem(ReadProblem(line: row.line, code: "repeated-header", text: row.rawText, isRejection: false))
                return true
            }
            if row.line == 1, Self.separator(inLine: Array(row.rawText.utf8)[...]) == dialect.delimiter { return true }
            return try body(row, row.line < headerLine)
        }
        try CSVReader.read(source, with: reader, row: rowBody, problem: problem)
    }

    /// The texts of a row by itself, as `CSVRow.rawBytes` gave it.
    public func cells(of row: ArraySlice<UInt8>) -> [String] {
        var inner = dialect
        inner.isWholeLineQuoted = false
        if inner.encoding == .utf16LittleEndian || inner.encoding == .utf16BigEndian { inner.encoding = .utf8 }
        var cells: [String] = []
        let body: CSVReader.RowBody = { row in
            cells = (0..<row.count).map(row.text)
            return false
        }
        // Bytes in memory are always there to be read.
        try? CSVReader.read(
            BytesInMemory(row, chunkSize: max(1, row.count)), with: CSVReader(inner, headerCount: header.count), row: body,
            problem: { _ in })
        return cells
    }

    /// A row by itself, as `CSVRow.rawBytes` gave it, in UTF-8, whatever the file is written in: as it stands where it is UTF-8 already.
    public func inUTF8(_ row: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let isOfTwoUnits = dialect.encoding == .utf16LittleEndian || dialect.encoding == .utf16BigEndian
        if isOfTwoUnits || row.allSatisfy({ $0 < 0x80 }) { return row }
        if !dialect.encoding.isToldByLetters, UTF8Census(of: Array(row)).isValid { return row }
        return Array(dialect.encoding.text(row).utf8)[...]
    }

    /// White space, a no-break space or a byte order mark: what is trimmed from a header cell may stand before its first letter.
    private static func mayPrecedeHeader(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0xC2 || byte == 0xEF }

    private func isHeader(_ row: CSVRow) -> Bool {
        header.indices.allSatisfy { Self.trimmed(row.text($0)) == header[$0] }
    }

    /// The first line of a file that is not blank, decoded, for the message "this is what its first line says".
    ///
    /// - Returns: at most 200 characters, control characters shown as `U+FFFD`; `nil` for a file without anything to show.
    /// - Throws: what the source throws.
    public static func firstLine(of source: any ByteSource) throws -> String? {
        let beginning = try Beginning(of: source, size: beginningSize)
        let encoding = TextEncoding.recognised(in: beginning.bytes[...], isWhole: beginning.isWhole)
        let lines = beginning.text(in: encoding).split { $0 == CSVScanner.lineFeed || $0 == CSVScanner.carriageReturn }
        for line in lines {
            let bytes = line.prefix(200 * 16)
            let text = trimmed(encoding.text(bytes))
            guard text.unicodeScalars.contains(where: { $0.value > 0x20 && $0.properties.generalCategory != .control }) else { continue }
            let shown = text.unicodeScalars.map { scalar -> Unicode.Scalar in
                scalar != "\t" && scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
            }
            return String(String(String.UnicodeScalarView(shown)).prefix(200))
        }
        return nil
    }

    // MARK: Header cells

    /// A header cell as it is compared: lower-cased, without spaces, underscores, hyphens, quotes, byte order marks and invisible
    /// characters; `E-mail Address` and `EmailAddress` both give `emailaddress`.
    public static func fold(header cell: String) -> String {
        var folded = String.UnicodeScalarView()
        // A byte order mark some program took for three letters.
        let letters = cell.hasPrefix("ï»¿") ? cell.unicodeScalars.dropFirst(3) : cell.unicodeScalars[...]
        for scalar in letters where !isDropped(scalar) { folded.append(scalar) }
        return String(folded).lowercased()
    }

    private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x22, 0x2D, 0x5F, 0x2010...0x2015, 0x201C...0x201F, 0xAB, 0xBB: true
        case 0...0x20, 0x7F...0xA0, 0xAD: true
        case 0x21...0x2FF: false
        default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        }
    }

    /// A text without white space, no-break spaces and byte order marks at its ends.
    private static func trimmed(_ text: String) -> String {
        func isEdge(_ scalar: Unicode.Scalar) -> Bool {
            // Asking Unicode's tables costs more than the rest of reading a row together.
            if scalar.isASCII { return scalar.value == 0x20 || 0x09...0x0D ~= scalar.value }
            return scalar.value == 0xFEFF || scalar.properties.isWhitespace
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isEdge($0) }), let last = scalars.lastIndex(where: { !isEdge($0) }) else {
            return ""
        }
        return String(scalars[first...last])
    }
}

/// The first bytes of a file.
private struct Beginning {
    let bytes: [UInt8]
    /// Whether the file ends with them.
    let isWhole: Bool

    init(of source: any ByteSource, size: Int) throws {
        var beginning: [UInt8] = []
        try BeginningOfBytes(whole: source, limit: size).forEachChunk { beginning += $0 }
        bytes = beginning
        isWhole = beginning.count < size
    }

    func text(in encoding: TextEncoding) -> [UInt8] {
        var text: [UInt8] = []
        var transcoder = UTF8Transcoder(from: encoding)
        transcoder.append(bytes[...], to: &text)
        return text
    }
}

/// Reads physical lines, whatever quotes are in them; lines longer than 64 KiB are cut.
private struct LineReader {
    private var transcoder: UTF8Transcoder
    private var text: [UInt8] = []
    private var line: [UInt8] = []
    private var number = 1
    private var isAfterReturn = false

    init(encoding: TextEncoding) {
        transcoder = UTF8Transcoder(from: encoding)
    }

    /// Hands over the lines with their numbers, counted from 1, until `body` gives `false`.
    mutating func read(_ source: any ByteSource, _ body: ([UInt8], Int) throws -> Bool) throws {
        do {
            try source.forEachChunk { chunk in
                var rest = chunk
                while !rest.isEmpty {
                    try take(rest.prefix(1 << 16), body)
                    rest = rest.dropFirst(1 << 16)
                }
            }
            if !line.isEmpty { _ = try body(line, number) }
        } catch is CSVReader.Stop {}
    }

    private mutating func take(_ piece: ArraySlice<UInt8>, _ body: ([UInt8], Int) throws -> Bool) throws {
        text.removeAll(keepingCapacity: true)
        transcoder.append(piece, to: &text)
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn else { continue }
            let isSecondHalf = byte == CSVScanner.lineFeed && index == start && line.isEmpty && isAfterReturn
            if !isSecondHalf {
                append(text[start..<index])
                if try !body(line, number) { throw CSVReader.Stop() }
                line.removeAll(keepingCapacity: true)
                number += 1
            }
            isAfterReturn = byte == CSVScanner.carriageReturn
            start = index + 1
        }
        if start < text.count { isAfterReturn = false }
        append(text[start...])
    }

    private mutating func append(_ piece: ArraySlice<UInt8>) {
        line.append(contentsOf: piece.prefix(max(0, 1 << 16 - line.count)))
    }
}
