import ContactFormats
import FuzzSupport

/// The reader and the writer of tables.
///
/// Input: one byte for the size of the pieces, then the file. The reader's limits (window 256 KiB, cell 1 MiB, line 64 KiB) are far beyond
/// what an input can reach; `Fuzz/run csv-small` runs this target against a copy of the reader with small ones.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let size = input.byte()
    do {
        try testTable(Array(input.rest), chunkSize: 1 + Int(size))
    } catch {
        fatalError("a source in memory threw \(error)")
    }
    return 0
}

/// Changes an input by its rows and cells.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int, _ seed: UInt32) -> Int {
    guard let data else { return 0 }
    var mutation = TableMutation(seed: seed)
    return mutation.mutate(data, count, capacity, keeping: 1)
}

/// What reading a table gives.
struct Reading: Equatable {
    var rows: [[String]] = []
    var lines: [Int] = []
    var problems: [ReadProblem] = []

    init(_ table: CSVTable, _ source: some ByteSource) throws {
        try table.forEachRow(in: source) { row, isBeforeHeader in
            check(isBeforeHeader == (row.line < table.headerLine), "row \(row.line) is told to be on the wrong side of the header")
            check(row.line > (lines.last ?? 0), "line \(row.line) comes after line \(lines.last ?? 0)")
            lines.append(row.line)
            rows.append((0..<row.count).map(row.text))
            for column in -1...row.count {
                if row.isEmpty(column) {
                    check(row.text(column).allSatisfy(\.isBlank), "cell \(column) is empty and says \(row.text(column))")
                }
                if let bytes = row.bytes(column) { check(bytes.elementsEqual(row.text(column).utf8), "bytes and text of a cell differ") }
            }
            return true
        } problem: { problem in
            check(problem.line > 0 && problem.column >= 0 && problem.text.count <= 500, "a problem of no shape: \(problem)")
            problems.append(problem)
        }
    }
}

private func isHeader(_ cells: [String]) -> Bool { cells.contains("firstname") && cells.contains("lastname") }

private func testTable(_ bytes: [UInt8], chunkSize: Int) throws {
    let whole = BytesInMemory(bytes, chunkSize: max(1, bytes.count))
    let pieces = BytesInMemory(bytes, chunkSize: chunkSize)
    let line = try CSVTable.firstLine(of: whole)
    check(line?.count ?? 0 <= 200, "a first line of \(line?.count ?? 0) characters")
    check(try CSVTable.firstLine(of: pieces) == line, "the first line depends on the pieces")
    let table = try CSVTable.locate(in: whole, isHeader: isHeader)
    let again = try CSVTable.locate(in: pieces, isHeader: isHeader)
    check(
        table?.header == again?.header && table?.headerLine == again?.headerLine && table?.dialect == again?.dialect,
        "another table for pieces of \(chunkSize)")
    guard let table else { return }
    check(table.headerLine > 0 && isHeader(table.header.map(CSVTable.fold(header:))), "a header that is none: \(table.header)")
    let reading = try Reading(table, whole)
    checkSame(reading, try Reading(table, pieces), chunkSize)
    if chunkSize & 3 == 0 { checkSame(reading, try Reading(table, BytesInMemory(bytes, chunkSize: 1)), 1) }
    try testLastRow(bytes, table)
    try testWriting(reading.rows, table, isCRLF: chunkSize & 1 == 0)
}

private func checkSame(_ whole: Reading, _ pieces: Reading, _ chunkSize: Int) {
    check(whole.lines == pieces.lines, "other lines for pieces of \(chunkSize): \(whole.lines.count) and \(pieces.lines.count)")
    check(whole.rows == pieces.rows, "other rows for pieces of \(chunkSize)")
    check(whole.problems.map(shown) == pieces.problems.map(shown), "other problems for pieces of \(chunkSize)")
}

/// A problem without what small limits make of it: of a row left out the text is the beginning of what the reader has at hand, which is
/// more than is shown only where the limits are the real ones.
private func shown(_ problem: ReadProblem) -> ReadProblem {
    #if SMALL_LIMITS
        guard problem.isRejection else { return problem }
        return ReadProblem(line: problem.line, column: problem.column, code: problem.code, text: "", isRejection: true)
    #else
        return problem
    #endif
}

/// One row more at the end of the file is one row more, whatever stands before it.
private func testLastRow(_ bytes: [UInt8], _ table: CSVTable) throws {
    guard table.dialect.encoding == .utf8 || table.dialect.encoding == .macRoman, !table.dialect.isWholeLineQuoted else { return }
    var before = bytes
    while before.last == 0x1A { before.removeLast() }
    if let last = before.last, last != 0x0A, last != 0x0D { before.append(before.contains(0x0A) ? 0x0A : 0x0D) }
    let sentinel = [String](repeating: "zq", count: table.header.count)
    let row = Array(sentinel.joined(separator: String(Unicode.Scalar(table.dialect.delimiter))).utf8)
    let reading = try Reading(table, BytesInMemory(before))
    let longer = try Reading(table, BytesInMemory(before + row))
    check(longer.rows.last == sentinel, "the last row is lost: \(longer.rows.last ?? [])")
    check(longer.rows.dropLast().elementsEqual(reading.rows), "a row at the end changes those before it")
    let ended = try Reading(table, BytesInMemory(before + row + [0x0A]))
    check(ended.rows == longer.rows && ended.problems.map(shown) == longer.problems.map(shown), "a last line end changes the rows")
}

/// What was read, written out and read again, is the same.
private func testWriting(_ rows: [[String]], _ table: CSVTable, isCRLF: Bool) throws {
    var rows = rows.map { row in
        // A reader drops byte order marks at the beginning of cells.
        let cells = row.map { String(String.UnicodeScalarView($0.unicodeScalars.drop { $0 == "\u{FEFF}" })) }
        return Array((cells + Array(repeating: "", count: table.header.count)).prefix(max(3, table.header.count)))
    }
    let header = ["First Name", "Last Name"] + (2..<max(3, table.header.count)).map { "Column \($0)" }
    rows = rows.map { row in Array((row + Array(repeating: "", count: header.count)).prefix(header.count)) }
    rows.removeAll { $0.first?.unicodeScalars.contains("F") ?? false && CSVTable.fold(header: $0[0]) == "firstname" }
    // Quotes are doubled, so half of what a reader takes is sure to be read.
    #if SMALL_LIMITS
        let (longestCell, longestRow) = (1 << 8, 1 << 11)
    #else
        let (longestCell, longestRow) = (1 << 19, 1 << 22)
    #endif
    rows.removeAll { row in row.contains { $0.utf8.count >= longestCell } || row.reduce(0) { $0 + $1.utf8.count } >= longestRow }
    var writer = CSVWriter(delimiter: table.dialect.delimiter, lineEnding: isCRLF ? .crlf : .lf)
    writer.row(header)
    for row in rows { writer.row(row) }
    let written = writer.takeBytes()
    guard [0x2C, 0x3B, 0x09, 0x7C].contains(table.dialect.delimiter) else { return }
    guard let again = try CSVTable.locate(in: BytesInMemory(written), isHeader: { $0 == header.map(CSVTable.fold(header:)) }) else {
        fatalError("what was written is no table")
    }
    let reading = try Reading(again, BytesInMemory(written))
    check(again.header == header && again.dialect.delimiter == table.dialect.delimiter, "another header: \(again.header)")
    check(reading.rows.count == rows.count, "\(rows.count) rows were written, \(reading.rows.count) read")
    for (read, written) in zip(reading.rows, rows) {
        check(read.count == written.count && zip(read, written).allSatisfy(isSame), "\(written) was read as \(read)")
    }
}

extension Character {
    fileprivate var isBlank: Bool { unicodeScalars.allSatisfy { $0.value <= 0x20 || $0 == "\u{A0}" || $0 == "\u{FEFF}" } }
}
