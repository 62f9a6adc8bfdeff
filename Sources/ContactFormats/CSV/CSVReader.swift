/// Reads rows out of bytes that come in pieces, in memory that does not grow with the file.
///
/// The bytes at hand lie in a window; complete rows are taken from its beginning, and what is left of it waits for the next piece.
struct CSVReader {
    /// U+FEFF in UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    /// How many bytes come into the window before rows are taken out of it.
    private static let windowSize = 1 << 18
    /// So many bytes of a cell that is too long are shown.
    private static let shownOfLongCell = 200

    private let dialect: CSVDialect
    /// How many cells the header has, where it is known: rows that come out otherwise are doubted.
    private let headerCount: Int?
    /// The line the header is on; no row before it may swallow it.
    private let headerLine: Int
    private var transcoder: UTF8Transcoder
    private var scanner: CSVScanner
    private var second: CSVScanner
    private var window: [UInt8] = []
    private var position = 0
    private var wanted = windowSize
    private var line = 1
    private var isSkippingLine = false
    private var hasSeenUTF8 = false
    private var hasSeenOtherBytes = false
    private var hasReportedMixture = false
    private var hasSeenLostLetters = false

    /// Makes a reader of a table in `dialect`, whose header, where it is known, is on `headerLine` and has `headerCount` cells.
    init(_ dialect: CSVDialect, headerCount: Int? = nil, headerLine: Int = 0) {
        self.dialect = dialect
        self.headerCount = headerCount
        self.headerLine = headerLine
        transcoder = UTF8Transcoder(from: dialect.encoding)
        scanner = CSVScanner(delimiter: dialect.delimiter)
        second = CSVScanner(delimiter: dialect.delimiter)
    }

    /// What a reader's rows go to; `false` ends the reading.
    typealias RowBody = (CSVRow) throws -> Bool
    /// What a reader's problems go to.
    typealias ProblemBody = (ReadProblem) throws -> Void

    /// Ends a source's loop early.
    struct Stop: Error {}

    /// Reads all rows of a source, empty lines too, in the order of the file; a problem comes before its row.
    ///
    /// - Throws: what the source and the bodies throw.
    static func read(_ source: any ByteSource, with reader: consuming CSVReader, row: RowBody, problem: ProblemBody) throws {
        do {
            try source.forEachChunk { chunk in
                var rest = chunk
                while !rest.isEmpty {
                    let piece = rest.prefix(windowSize)
                    rest = rest.dropFirst(windowSize)
                    if try !reader.take(piece, row: row, problem: problem) { throw Stop() }
                }
            }
            try reader.finish(row: row, problem: problem)
        } catch is Stop {
            return
        }
    }

    /// Takes a piece of the file, at most `windowSize` bytes; `false` when `row` wants no more.
    private mutating func take(_ piece: ArraySlice<UInt8>, row: RowBody, problem: ProblemBody) throws -> Bool {
        transcoder.append(piece, to: &window)
        guard window.count - position >= wanted else { return true }
        return try drain(isFinal: false, row: row, problem: problem)
    }

    private mutating func finish(row: RowBody, problem: ProblemBody) throws {
        transcoder.finish(into: &window)
        _ = try drain(isFinal: true, row: row, problem: problem)
    }

    // MARK: Rows

    /// Delivers the complete rows of the window and drops them from it.
    private mutating func drain(isFinal: Bool, row: RowBody, problem: ProblemBody) throws -> Bool {
        wanted = Self.windowSize
        rows: while position < window.count {
            if isSkippingLine {
                guard skipLine(isFinal: isFinal) else { break }
                continue
            }
            let left = window.count - position
            if window[position] == Self.byteOrderMark[0] {
                if left < Self.byteOrderMark.count, !isFinal { break }
                if window[position...].starts(with: Self.byteOrderMark) {
                    position += Self.byteOrderMark.count
                    continue
                }
            }
            // The end-of-file mark of CP/M and DOS.
            if isFinal, left == 1, window[position] == 0x1A { break }
            switch try readRow(isFinal: isFinal, row: row, problem: problem) {
            case .goesOn: continue
            case .stops: return false
            case .needsMore:
                // Twice the bytes each time, so that looking again and again for the end of a long row stays linear.
                wanted = max(Self.windowSize, left * 2)
                break rows
            }
        }
        window.removeSubrange(..<min(position, window.count))
        position = 0
        return true
    }

    private enum Progress {
        case goesOn
        case needsMore
        case stops
    }

    /// Reads the row at `position`.
    private mutating func readRow(isFinal: Bool, row: RowBody, problem: ProblemBody) throws -> Progress {
        switch scanner.scan(window, from: position, isFinal: isFinal) {
        case .incomplete: return .needsMore
        case .row:
            guard isDoubtful else { return try deliver(row: row, problem: problem) }
            switch secondReading(isFinal: isFinal) {
            case .needsMore: return .needsMore
            case .none: return try deliver(row: row, problem: problem)
            case .better(let quotes, let code): return try deliver(second: true, quotes: quotes, code: code, row: row, problem: problem)
            }
        case .unclosed:
            if scanner.hasBackslashedQuote {
                switch readBackslashed(isFinal: isFinal) {
                case .needsMore: return .needsMore
                case .none: break
                case .better: return try deliver(second: true, quotes: .backslashed, row: row, problem: problem)
                }
            }
            switch second.scan(window, from: position, isFinal: isFinal, isOneLine: true) {
            case .incomplete: return .needsMore
            case .row: return try deliver(second: true, code: "unclosed-quote", row: row, problem: problem)
            case .cellTooLong, .unclosed, .rowTooLong: return try reject(second, code: "row-too-long", problem: problem)
            }
        case .cellTooLong, .rowTooLong: return try reject(scanner, code: "row-too-long", problem: problem)
        }
    }

    /// Delivers the row `scanner` found at `position`, or `second` where its reading is the better one.
    private mutating func deliver(
        second isSecond: Bool = false,
        quotes: QuoteReading = .doubled,
        code: String? = nil,
        row body: RowBody,
        problem: ProblemBody
    ) throws -> Progress {
        let extent = position..<(isSecond ? second.end : scanner.end)
        var cells = isSecond ? second.cells : scanner.cells
        // Nobody's value is as long: a picture, or a document somebody pasted. It must not cost the row.
        if extent.count > CSVLimits.cell {
            for place in cells.indices where cells[place].range.count > CSVLimits.cell {
                let beginning = window[cells[place].range].prefix(Self.shownOfLongCell)
                try problem(
                    ReadProblem(
                        line: line, column: place + 1, code: "cell-too-long", text: dialect.encoding.text(beginning), isRejection: false))
                cells[place] = CSVCell(cells[place].range.prefix(0), isQuoted: true, isRaw: false)
            }
        }
        let isASCII = isSecond ? second.isASCII : scanner.isASCII
        let census = isASCII ? nil : UTF8Census(of: window, in: extent)
        if census?.hasReplacementCharacters == true { hasSeenLostLetters = true }
        var row = CSVRow(
            line: line,
            bytes: window,
            cells: cells,
            extent: extent,
            quotes: quotes,
            encoding: dialect.encoding,
            isUTF8: census.map { $0.isValid && !($0.hasSequences && dialect.encoding.isToldByLetters) } ?? true,
            isFDLost: hasSeenLostLetters
        )
        line += (isSecond ? second.innerLineEnds : scanner.innerLineEnds) + 1
        position = isSecond ? second.next : scanner.next
        if let inside = rowInside(row) { row = inside }
        if let code {
            try problem(ReadProblem(line: row.line, code: code, text: row.rawText, isRejection: false))
        }
        if isSecond ? second.hasNUL : scanner.hasNUL {
            try problem(ReadProblem(line: row.line, code: "nul-bytes", text: row.rawText, isRejection: false))
        }
        if let census { try report(census, of: row, problem: problem) }
        return try body(row) ? .goesOn : .stops
    }

    private mutating func report(_ census: UTF8Census, of row: CSVRow, problem: ProblemBody) throws {
        // Where the letters of the file told its encoding, what looks like UTF-8 does so by chance.
        guard !dialect.encoding.isToldByLetters else { return }
        hasSeenUTF8 = hasSeenUTF8 || census.hasSequences
        hasSeenOtherBytes = hasSeenOtherBytes || !census.isValid
        if hasSeenUTF8, hasSeenOtherBytes, !hasReportedMixture {
            hasReportedMixture = true
            try problem(ReadProblem(line: row.line, code: "mixed-encoding", text: row.rawText, isRejection: false))
        }
        guard census.hasReplacementCharacters || census.hasLoneFD && row.isFDLost else { return }
        for column in row.columnsWithReplacementCharacters {
            try problem(
                ReadProblem(line: row.line, column: column, code: "lost-letters", text: row.text(column - 1), isRejection: false)
            )
        }
    }

    /// The row inside a line that is one quoted cell, where the table is written so, or where only that gives as many cells as the header.
    private func rowInside(_ row: CSVRow) -> CSVRow? {
        guard row.count != headerCount || dialect.isWholeLineQuoted else { return nil }
        guard let inside = row.inside(delimiter: dialect.delimiter) else { return nil }
        return dialect.isWholeLineQuoted || inside.count == headerCount ? inside : nil
    }

    // MARK: Second readings

    /// Whether the row `scanner` found may be a misreading.
    private var isDoubtful: Bool {
        if scanner.hasTextAfterQuote { return true }
        // A quote somebody forgot to close ends at the next one, megabytes later.
        if scanner.innerLineEnds > 0, scanner.end - position > CSVLimits.cell,
            scanner.cells.contains(where: { $0.range.count > CSVLimits.cell })
        {
            return true
        }
        guard scanner.innerLineEnds > 0 || scanner.hasBackslashedQuote || scanner.hasQuoteAfterSpace else { return false }
        return !fits(scanner) || swallowsHeader(scanner)
    }

    private func fits(_ scanned: CSVScanner) -> Bool {
        headerCount == nil || scanned.cells.count == (dialect.isWholeLineQuoted ? 1 : headerCount)
    }

    private func swallowsHeader(_ scanned: CSVScanner) -> Bool {
        line < headerLine && line + scanned.innerLineEnds >= headerLine
    }

    private enum SecondReading {
        case none
        case needsMore
        case better(QuoteReading, code: String?)
    }

    /// Reads the row at `position` again in other ways, into `second`.
    private mutating func secondReading(isFinal: Bool) -> SecondReading {
        if scanner.hasBackslashedQuote {
            let reading = readBackslashed(isFinal: isFinal)
            guard case .none = reading else { return reading }
        }
        if scanner.innerLineEnds > 0, second.scan(window, from: position, isFinal: isFinal, isOneLine: true) == .row {
            if swallowsHeader(scanner) || headerCount != nil && fits(second) || swallowsRows() {
                _ = second.scan(window, from: position, isFinal: isFinal, isOneLine: true)
                return .better(.doubled, code: "unclosed-quote")
            }
        }
        if scanner.hasTextAfterQuote || scanner.hasQuoteAfterSpace, headerCount != nil, !fits(scanner),
            second.scan(window, from: position, isFinal: isFinal, quotes: .stray, isOneLine: true) == .row,
            fits(second), !second.hasLiteralQuote
        {
            return .better(.stray, code: "stray-quote")
        }
        return .none
    }

    private mutating func readBackslashed(isFinal: Bool) -> SecondReading {
        let limit = position + CSVLimits.secondReading
        let end = min(window.count, limit)
        let scan = second.scan(window, from: position, upTo: end, isFinal: isFinal && end < limit, quotes: .backslashed)
        // The window may end before the limit: what this row is must not depend on how the file came in pieces.
        if scan == .incomplete, end < limit { return .needsMore }
        let isBetter = scan == .row && !second.hasTextAfterQuote && fits(second) && !swallowsHeader(second)
        return isBetter ? .better(.backslashed, code: nil) : .none
    }

    /// Whether one of the lines inside the doubtful row would be a row by itself, as long as the header.
    private mutating func swallowsRows() -> Bool {
        guard let headerCount, headerCount > 2, !dialect.isWholeLineQuoted else { return false }
        let end = scanner.end
        var start = second.next
        for _ in 0..<8 {
            guard start < end, second.scan(window, from: start, isFinal: true, isOneLine: true) == .row else { return false }
            if second.cells.count == headerCount {
                if second.end < end { return true }
                // The last line has the quote that was taken for the closing one: it proves something only where its quotes are in order.
                return second.cells.contains(where: \.isQuoted) && !second.hasTextAfterQuote && !second.hasLiteralQuote
            }
            guard second.end < end else { return false }
            start = second.next
        }
        return false
    }

    // MARK: Rejection

    private mutating func reject(_ scanned: CSVScanner, code: String, problem: ProblemBody) throws -> Progress {
        let row = CSVRow(
            line: line,
            bytes: window,
            cells: [],
            extent: position..<window.count,
            quotes: .doubled,
            encoding: dialect.encoding,
            isUTF8: false
        )
        line += scanned.innerLineEnds
        position = scanned.next
        isSkippingLine = true
        try problem(
            ReadProblem(line: row.line, column: scanned.cells.count + 1, code: code, text: row.rawText, isRejection: true)
        )
        return .goesOn
    }

    /// Drops bytes up to and with the next line end; `false` where that is not within the window.
    private mutating func skipLine(isFinal: Bool) -> Bool {
        let count = window.count
        var index = position
        while index < count, window[index] != CSVScanner.lineFeed, window[index] != CSVScanner.carriageReturn { index += 1 }
        guard index < count else {
            position = count
            return false
        }
        let isReturn = window[index] == CSVScanner.carriageReturn
        if isReturn, index + 1 == count, !isFinal {
            position = index
            return false
        }
        position = isReturn && index + 1 < count && window[index + 1] == CSVScanner.lineFeed ? index + 2 : index + 1
        line += 1
        isSkippingLine = false
        return true
    }
}
