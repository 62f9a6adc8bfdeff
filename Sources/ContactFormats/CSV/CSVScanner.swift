/// Where a cell lies in the bytes it was found in, without the quotes around it.
struct CSVCell: Sendable {
    /// Its first byte.
    var start: UInt32
    /// The byte after its last.
    var end: UInt32
    /// Whether it was in quotes.
    var isQuoted: Bool
    /// Whether its bytes are not yet its text: there are quotes or NUL bytes inside.
    var isRaw: Bool

    /// Makes a cell; windows are far below 4 GiB, so nothing is cut.
    init(_ range: Range<Int>, isQuoted: Bool, isRaw: Bool) {
        start = UInt32(truncatingIfNeeded: range.lowerBound)
        end = UInt32(truncatingIfNeeded: range.upperBound)
        self.isQuoted = isQuoted
        self.isRaw = isRaw
    }

    /// Where it lies.
    var range: Range<Int> { Int(start)..<Int(end) }
}

/// How quotes inside a quoted cell are understood.
///
/// Two dialects are about, sometimes in one archive: RFC 4180 doubles a quote (`""`), other writers put a backslash before it (`\"`).
/// Neither says which it is, and `\"` at the end of a cell means opposite things in the two (`"C:\",next` against `"say \"yes\""`).
/// So every row is read as `doubled` first, which is RFC 4180 to the letter for any row that obeys it; only a row that comes out wrong is
/// read again in the other ways, and such a reading is taken only if it gives as many cells as the header has.
enum QuoteReading: Sendable {
    /// `""` is a quote. `\"` is one where RFC 4180 has no meaning for it: not before a delimiter, a line end or another quote.
    case doubled
    /// `\"` is a quote wherever it stands, and so is `""`.
    case backslashed
    /// A quote ends the cell only before a delimiter or a line end; spaces between delimiter and quote don't count.
    case stray
}

/// The limits within which memory stays constant.
enum CSVLimits {
    /// The longest cell that is kept, in bytes: a longer one is left out of its row.
    static let cell = 1 << 20
    /// The most cells in a row.
    static let cells = 4096
    /// The longest row, in bytes, and the longest cell that is passed over rather than the whole row.
    static let row = 8 << 20
    /// How far a second reading of a doubtful row may go, in bytes.
    static let secondReading = 1 << 16
}

/// What came of looking for the end of a row.
enum CSVScan: Equatable {
    /// The row is complete.
    case row
    /// The row does not end within the bytes at hand.
    case incomplete
    /// A quoted cell does not end, by the end of the file or within its greatest length.
    case unclosed
    /// A cell is longer than allowed.
    case cellTooLong
    /// There are more cells, or more bytes in the row, than allowed.
    case rowTooLong
}

/// Finds the cells of one row after another in bytes; knows nothing of headers, encodings or files.
struct CSVScanner {
    /// The byte between two cells.
    let delimiter: UInt8
    /// The cells of the row last scanned.
    private(set) var cells: [CSVCell] = []
    /// The byte after the row and its line end; the first byte of the cell that is too long, or one too many, where there is one.
    private(set) var next = 0
    /// The byte after the row, before its line end.
    private(set) var end = 0
    /// How many line ends lie inside the row's cells.
    private(set) var innerLineEnds = 0
    /// Whether there is a byte beyond ASCII.
    private(set) var isASCII = true
    /// Whether there is a NUL byte.
    private(set) var hasNUL = false
    /// Whether text follows a closing quote: `"Acme" Inc`.
    private(set) var hasTextAfterQuote = false
    /// Whether a cell begins with spaces and then a quote, which is literal: `a, "b"`.
    private(set) var hasQuoteAfterSpace = false
    /// Whether a quote in a quoted cell has a backslash before it.
    private(set) var hasBackslashedQuote = false
    /// Whether a quote was taken literally because its line does not close it.
    private(set) var hasLiteralQuote = false

    /// Makes a scanner for tables whose cells are parted by `delimiter`.
    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Scans the row that begins at `start`, which must be below `bytes.count`.
    ///
    /// - Parameters:
    ///   - isFinal: whether nothing follows `bytes`, so that their end ends the row.
    ///   - quotes: how quotes inside quotes are understood.
    ///   - isOneLine: whether the row ends with its first line whatever quote is open there; that quote is then literal.
    ///   - limit: where the bytes are taken to end; `nil` for their end.
    mutating func scan(
        _ window: [UInt8],
        from start: Int,
        upTo limit: Int? = nil,
        isFinal: Bool,
        quotes: QuoteReading = .doubled,
        isOneLine: Bool = false
    ) -> CSVScan {
        let bytes = window.span.extracting(first: limit ?? window.count)
        cells.removeAll(keepingCapacity: true)
        innerLineEnds = 0
        isASCII = true
        hasNUL = false
        hasTextAfterQuote = false
        hasQuoteAfterSpace = false
        hasBackslashedQuote = false
        hasLiteralQuote = false
        var index = start
        while true {
            next = index
            if cells.count == CSVLimits.cells || index - start > CSVLimits.row { return .rowTooLong }
            var stop = index
            var isQuoted = false
            if index < bytes.count, bytes[index] == Self.space {
                while stop < bytes.count, bytes[stop] == Self.space { stop += 1 }
                if stop < bytes.count, bytes[stop] == Self.quote { hasQuoteAfterSpace = true }
                if quotes != .stray { stop = index }
            }
            if stop < bytes.count, bytes[stop] == Self.quote {
                switch scanQuoted(bytes, at: stop, isFinal: isFinal, quotes: quotes, isOneLine: isOneLine) {
                case .closed(let end):
                    stop = end
                    isQuoted = true
                case .incomplete: return .incomplete
                case .unclosed:
                    if !isOneLine { return .unclosed }
                    hasLiteralQuote = true
                }
            }
            if !isQuoted {
                guard let end = scanPlain(bytes, from: index) else { return .cellTooLong }
                stop = end
                cells.append(CSVCell(index..<stop, isQuoted: false, isRaw: hasNUL))
            }
            guard stop < bytes.count else {
                guard isFinal else { return .incomplete }
                finish(at: stop, start: start, lineEnd: 0)
                return .row
            }
            let byte = bytes[stop]
            if byte == delimiter {
                index = stop + 1
                continue
            }
            if byte == Self.carriageReturn {
                if stop + 1 == bytes.count, !isFinal { return .incomplete }
                finish(at: stop, start: start, lineEnd: stop + 1 < bytes.count && bytes[stop + 1] == Self.lineFeed ? 2 : 1)
            } else {
                finish(at: stop, start: start, lineEnd: 1)
            }
            return .row
        }
    }

    private mutating func finish(at stop: Int, start: Int, lineEnd: Int) {
        end = stop
        next = stop + lineEnd
        // An empty line has no cell; a line of two quotes has one.
        if stop == start { cells.removeAll(keepingCapacity: true) }
    }

    /// Finds the end of a cell without quotes: the delimiter, the line end or the end of `bytes`; `nil` where it is too long.
    private mutating func scanPlain(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        let limit = min(bytes.count, start + CSVLimits.row + 1)
        var index = start
        while true {
            index = findStop(bytes, from: index, to: limit, stop: delimiter)
            guard index < limit else { break }
            let byte = bytes[index]
            if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
            if byte == 0 { hasNUL = true }
            index += 1
        }
        return index - start > CSVLimits.row ? nil : index
    }

    /// The first place from `start` on, and below `limit`, with the byte `stop` or a control character up to 0x0D; `limit` where there is
    /// none. Notes the bytes beyond ASCII before it.
    ///
    /// Eight bytes at a time (Warren, Hacker's Delight, 6-1), which makes the reader twice as fast as byte by byte.
    private mutating func findStop(_ bytes: Span<UInt8>, from start: Int, to limit: Int, stop: UInt8) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let stops = ones &* UInt64(stop)
        var index = start
        while limit &- index >= 8 {
            // Safe in spite of its name: the place is checked against the bounds, and any eight bytes are a UInt64.
            let word = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
            let difference = word ^ stops
            let equal = (difference &- ones) & ~difference
            let control = (word &- ones &* 0x0E) & ~word
            let found = (equal | control) & highBits
            if found == 0 {
                if word & highBits != 0 { isASCII = false }
                index &+= 8
                continue
            }
            // The lowest mark is exact; those above it may come from a borrow.
            let before = found.trailingZeroBitCount & ~7
            if word & highBits & ~(UInt64.max << UInt64(before)) != 0 { isASCII = false }
            return index &+ before >> 3
        }
        while index < limit {
            let byte = bytes[index]
            if byte == stop || byte < 0x0E { return index }
            if byte >= 0x80 { isASCII = false }
            index &+= 1
        }
        return limit
    }

    private enum Quoted {
        case closed(Int)
        case incomplete
        case unclosed
    }

    /// Scans the cell whose opening quote is at `open`, appends it, and gives the place of the delimiter or line end after it.
    private mutating func scanQuoted(_ bytes: Span<UInt8>, at open: Int, isFinal: Bool, quotes: QuoteReading, isOneLine: Bool) -> Quoted {
        let limit = min(bytes.count, open + 1 + CSVLimits.row + 1)
        let lineEndsBefore = innerLineEnds
        var isRaw = false
        var index = open + 1
        while true {
            index = findStop(bytes, from: index, to: limit, stop: Self.quote)
            guard index < limit else { break }
            let byte = bytes[index]
            switch byte {
            case Self.quote:
                let following: UInt8? = index + 1 < bytes.count ? bytes[index + 1] : nil
                if following == nil, !isFinal { return .incomplete }
                let isBackslashed = index - 1 > open && bytes[index - 1] == Self.backslash
                if isBackslashed { hasBackslashedQuote = true }
                if following == Self.quote, isPair(bytes, at: index, after: open, quotes: quotes) {
                    isRaw = true
                    index += 2
                    continue
                }
                let endsCell = following == nil || following == delimiter || following == Self.lineFeed || following == Self.carriageReturn
                let isLiteral =
                    switch quotes {
                    case .doubled: isBackslashed && !endsCell
                    case .backslashed: isEscaped(bytes, at: index, after: open)
                    case .stray: !endsCell && !isBlankUntilCellEnd(bytes, from: index + 1)
                    }
                if isLiteral {
                    isRaw = true
                    index += 1
                    continue
                }
                return close(bytes, open: open, close: index, isRaw: isRaw || hasNUL, endsCell: endsCell)
            case Self.lineFeed, Self.carriageReturn:
                if isOneLine {
                    innerLineEnds = lineEndsBefore
                    return .unclosed
                }
                let isHalf = byte == Self.carriageReturn && index + 1 < bytes.count && bytes[index + 1] == Self.lineFeed
                if !isHalf { innerLineEnds += 1 }
            case 0: hasNUL = true
            default: break
            }
            index += 1
        }
        // A cell that fills its greatest length is unclosed even where more bytes are to come.
        if index < bytes.count || isFinal || index - open - 1 > CSVLimits.row { return .unclosed }
        return .incomplete
    }

    private mutating func close(_ bytes: Span<UInt8>, open: Int, close: Int, isRaw: Bool, endsCell: Bool) -> Quoted {
        if endsCell {
            cells.append(CSVCell(open + 1..<close, isQuoted: true, isRaw: isRaw))
            return .closed(close + 1)
        }
        guard let end = scanPlain(bytes, from: close + 1) else { return .unclosed }
        if isBlankUntilCellEnd(bytes, from: close + 1) {
            cells.append(CSVCell(open + 1..<close, isQuoted: true, isRaw: isRaw))
        } else {
            hasTextAfterQuote = true
            cells.append(CSVCell(open + 1..<end, isQuoted: true, isRaw: true))
        }
        return .closed(end)
    }

    /// Whether the quote at `index`, which another follows, is one quote with it.
    private func isPair(_ bytes: Span<UInt8>, at index: Int, after open: Int, quotes: QuoteReading) -> Bool {
        switch quotes {
        case .doubled: true
        case .backslashed: !isEscaped(bytes, at: index, after: open)
        // `"Acme "Best"",`: of the two quotes at the end one is the cell's.
        case .stray: !isBlankUntilCellEnd(bytes, from: index + 2)
        }
    }

    /// Whether nothing but spaces lies between `start` and the end of the cell.
    private func isBlankUntilCellEnd(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        var index = start
        while index < bytes.count, bytes[index] == Self.space { index += 1 }
        guard index < bytes.count else { return true }
        let byte = bytes[index]
        return byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    /// Whether an odd number of backslashes stands before `index`: an even number is that many escaped backslashes.
    private func isEscaped(_ bytes: Span<UInt8>, at index: Int, after open: Int) -> Bool {
        var count = 0
        while index - 1 - count > open, bytes[index - 1 - count] == Self.backslash { count += 1 }
        return count & 1 == 1
    }

    static let quote: UInt8 = 0x22
    static let space: UInt8 = 0x20
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D
    static let backslash: UInt8 = 0x5C
}

extension CSVScanner {
    /// The text of a quoted cell whose bytes have quotes or NUL inside, by the reading it was scanned with; NUL bytes are dropped.
    static func unquoted(_ bytes: ArraySlice<UInt8>, isQuoted: Bool, quotes: QuoteReading) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var isClosed = !isQuoted
        var backslashes = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            defer { index += 1 }
            if byte == 0 {
                backslashes = 0
                continue
            }
            if byte != quote || isClosed {
                backslashes = byte == backslash ? backslashes + 1 : 0
                text.append(byte)
                continue
            }
            let isDoubled = index + 1 < bytes.endIndex && bytes[index + 1] == quote
            let isEscaped = quotes == .backslashed ? backslashes & 1 == 1 : quotes == .doubled && backslashes > 0 && !isDoubled
            backslashes = 0
            if isEscaped {
                text[text.count - 1] = quote
            } else if isDoubled {
                text.append(quote)
                index += 1
            } else if quotes == .stray {
                text.append(quote)
            } else {
                isClosed = true
            }
        }
        return text
    }
}
