// Of: ContactFormats/CSV/{CSVScanner,CSVWriter,SpreadsheetText}

/// The scanner of cells. Input: delimiter and reading of quotes, and the rows.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    let bytes = Array(input.rest)
    let delimiter: UInt8 = [0x2C, 0x3B, 0x09, 0x7C][Int(choice & 3)]
    let isOneLine = choice & 4 != 0
    let quotes: QuoteReading = choice & 8 == 0 ? .doubled : .backslashed
    var scanner = CSVScanner(delimiter: delimiter)
    var place = 0
    while place < bytes.count {
        guard scanner.scan(bytes, from: place, isFinal: true, quotes: quotes, isOneLine: isOneLine) == .row else { break }
        check(scanner.next > place && scanner.next <= bytes.count && scanner.end <= scanner.next, "a row of no length at \(place)")
        var end = place
        for cell in scanner.cells {
            check(cell.range.lowerBound >= end && cell.range.upperBound <= scanner.end, "a cell outside of its row")
            end = cell.range.upperBound
        }
        place = scanner.next
    }
    testWriting(bytes, delimiter)
    return 0
}

/// Cells that are written are read as they were.
private func testWriting(_ bytes: [UInt8], _ delimiter: UInt8) {
    let cells = bytes.split(separator: 0, omittingEmptySubsequences: false).prefix(8).map { String(decoding: $0, as: UTF8.self) }
    var writer = CSVWriter(delimiter: delimiter)
    writer.row(cells)
    let written = writer.takeBytes()
    var scanner = CSVScanner(delimiter: delimiter)
    check(scanner.scan(written, from: 0, isFinal: true) == .row && scanner.next == written.count, "\(cells) is not one row")
    check(scanner.cells.count == cells.count, "\(cells.count) cells are read as \(scanner.cells.count)")
    for (cell, text) in zip(scanner.cells, cells) {
        let read = CSVScanner.unquoted(written[cell.range], isQuoted: cell.isQuoted, quotes: .doubled)
        check(read.elementsEqual(text.utf8), "\(text) is read as \(read)")
    }
}
