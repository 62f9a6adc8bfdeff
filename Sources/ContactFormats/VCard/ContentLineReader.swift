/// Puts the content lines of a vCard file together again, whatever way they were folded (RFC 6350 §3.2, RFC 2425 §5.8.1, vCard 2.1 §2.1.3).
///
/// Works on bytes, so a fold inside a UTF-8 sequence does no harm, and takes what its producers write: LF, CRLF and lone CR; soft line
/// breaks of quoted-printable; base64 whose lines are not indented. How the file comes in pieces makes no difference. Memory is bounded:
/// of a line longer than ``longestLine`` the rest is counted and let go.
struct ContentLineReader {
    /// Bytes of an unfolded line that are kept, where nobody says otherwise.
    static let longestLine = 8 << 20

    /// Bytes of an unfolded line that are kept.
    private let limit: Int
    /// A physical line is looked at in pieces of this size.
    private static let pieceSize = 1 << 16

    /// Whether the white space a folded line begins with belongs to the text, as in vCard 2.1; the caller knows after `VERSION`.
    var keepsFoldedSpace = false

    /// Which lines are of interest, by their first physical line; `nil` where all are. A line that is passed over costs the search for
    /// its end.
    private let isOfInterest: ((ArraySlice<UInt8>) -> Bool)?
    /// Whether lines are passed over now; the caller knows, for between cards every line counts.
    var passesOver = false
    /// Whether the line that goes on now is passed over, and whether it is in quoted-printable, whose soft breaks belong to it.
    private var isPassingOver = false
    private var isQuotedPrintable = false

    /// Bytes at the beginning of a file by which its encoding is told.
    static let tellingBytes = 1 << 18

    /// The unfolded line being put together.
    private var line: [UInt8] = []
    private var lineNumber = 0
    private var dropped = 0
    private var hasLine = false
    /// The physical line that a piece of the file ended in.
    private var carry: [UInt8] = []
    private var physicalNumber = 1
    private var isInsideLongLine = false
    private var isAfterReturn = false
    private var isAfterSoftBreak = false
    private var transcoder: UTF8Transcoder?
    /// What the file's beginning was recognised as.
    private(set) var encoding = TextEncoding.utf8
    /// What has come so far of the bytes that tell the encoding.
    private var beginning: [UInt8] = []
    private var isBegun = false

    /// Makes a reader that keeps so many bytes of a line, and of lines only those of interest while ``passesOver`` says so.
    init(longestLine: Int = Self.longestLine, isOfInterest: ((ArraySlice<UInt8>) -> Bool)? = nil) {
        limit = longestLine
        self.isOfInterest = isOfInterest
    }

    /// What is done with a line: its bytes without line ends, the number of its first physical line, and how many bytes were let go.
    typealias Body = (inout ContentLineReader, [UInt8], Int, Int) throws -> Void

    /// Reads all of a source.
    mutating func read(_ source: any ByteSource, _ body: Body) throws {
        try source.forEachChunk { try append($0, body) }
        try finish(body)
    }

    private mutating func append(_ chunk: ArraySlice<UInt8>, _ body: Body) throws {
        guard !isBegun else { return try appendBegun(chunk, body) }
        // However large the pieces are it comes in, and a pipe's are of any size.
        beginning.append(contentsOf: chunk)
        if beginning.count >= Self.tellingBytes { try begin(isWhole: false, body) }
    }

    private mutating func begin(isWhole: Bool, _ body: Body) throws {
        isBegun = true
        encoding = TextEncoding.recognised(in: beginning.prefix(Self.tellingBytes), isWhole: isWhole)
        if encoding == .utf16BigEndian || encoding == .utf16LittleEndian { transcoder = UTF8Transcoder(from: encoding) }
        let bytes = beginning
        beginning = []
        try appendBegun(bytes[...], body)
    }

    private mutating func appendBegun(_ chunk: ArraySlice<UInt8>, _ body: Body) throws {
        guard transcoder != nil else { return try split(chunk, body) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunk.count)
        transcoder?.append(chunk, to: &bytes)
        try split(bytes[...], body)
    }

    private mutating func finish(_ body: Body) throws {
        if !isBegun { try begin(isWhole: true, body) }
        if transcoder != nil {
            var bytes: [UInt8] = []
            transcoder?.finish(into: &bytes)
            try split(bytes[...], body)
        }
        if !carry.isEmpty || isInsideLongLine { try endPhysical(carry[...], body) }
        carry = []
        try flush(body)
    }

    // MARK: Physical lines

    private mutating func split(_ chunk: ArraySlice<UInt8>, _ body: Body) throws {
        var start = chunk.startIndex
        let end = chunk.endIndex
        if isAfterReturn, start < end {
            isAfterReturn = false
            if chunk[start] == 0x0A { start += 1 }
        }
        var lineEnds = LineEnds()
        while start < end {
            start = takePlainLines(of: chunk, from: start, &lineEnds)
            guard start < end else { return }
            guard let lineEnd = lineEnds.next(in: chunk, from: start) else {
                try hold(chunk[start...], body)
                return
            }
            if carry.isEmpty {
                try endPhysical(inPieces: chunk[start..<lineEnd], body)
            } else {
                try hold(chunk[start..<lineEnd], body)
                let held = carry
                carry.removeAll(keepingCapacity: true)
                try endPhysical(held[...], body)
            }
            start = lineEnd + 1
            if chunk[lineEnd] == 0x0D {
                if start < end {
                    if chunk[start] == 0x0A { start += 1 }
                } else {
                    isAfterReturn = true
                }
            }
        }
    }

    /// Takes lines of which little has to be asked: those that go on with the one before, as a picture's hundreds do, and those that are
    /// passed over; where the first other line begins.
    private mutating func takePlainLines(of chunk: ArraySlice<UInt8>, from start: Int, _ lineEnds: inout LineEnds) -> Int {
        guard carry.isEmpty, !isInsideLongLine, !isAfterSoftBreak else { return start }
        var start = start
        while start < chunk.endIndex {
            let isFold = chunk[start] == 0x20 || chunk[start] == 0x09
            guard isFold ? hasLine || isPassingOver : passesOver && !hasLine,
                let lineEnd = lineEnds.next(in: chunk, from: start), lineEnd > start, lineEnd - start <= Self.pieceSize,
                // What may be a soft break is looked at more closely.
                chunk[lineEnd - 1] != UInt8(ascii: "=")
            else { return start }
            var next = lineEnd + 1
            if chunk[lineEnd] == 0x0D {
                guard next < chunk.endIndex else { return start }
                if chunk[next] == 0x0A { next += 1 }
            }
            if !isFold {
                guard let isOfInterest, !isOfInterest(chunk[start..<lineEnd]) else { return start }
                isPassingOver = true
                isQuotedPrintable = false
            } else if !isPassingOver {
                guard lineEnd - start <= limit - line.count else { return start }
                chunk[(keepsFoldedSpace ? start : start + 1)..<lineEnd].withUnsafeBufferPointer { line.append(contentsOf: $0) }
            }
            physicalNumber += 1
            start = next
        }
        return start
    }

    /// Keeps the beginning of a physical line whose end is still to come; whole pieces of it are passed on.
    private mutating func hold(_ part: ArraySlice<UInt8>, _ body: Body) throws {
        carry.append(contentsOf: part)
        guard carry.count > Self.pieceSize else { return }
        var rest = carry[...]
        while rest.count > Self.pieceSize {
            try take(rest.prefix(Self.pieceSize), isLast: false, body)
            rest = rest.dropFirst(Self.pieceSize)
        }
        carry = Array(rest)
    }

    private mutating func endPhysical(inPieces part: ArraySlice<UInt8>, _ body: Body) throws {
        var rest = part
        while rest.count > Self.pieceSize {
            try take(rest.prefix(Self.pieceSize), isLast: false, body)
            rest = rest.dropFirst(Self.pieceSize)
        }
        try endPhysical(rest, body)
    }

    private mutating func endPhysical(_ part: ArraySlice<UInt8>, _ body: Body) throws {
        try take(part, isLast: true, body)
        physicalNumber += 1
    }

    // MARK: Unfolding

    private mutating func take(_ piece: ArraySlice<UInt8>, isLast: Bool, _ body: Body) throws {
        defer { isInsideLongLine = !isLast }
        if isInsideLongLine {
            keep(piece, isLast: isLast)
        } else if piece.isEmpty {
            // Files whose line ends were doubled on the way have an empty line inside every fold.
            return
        } else if isAfterSoftBreak {
            isAfterSoftBreak = false
            keep(piece, isLast: isLast)
        } else if hasLine || isPassingOver, let first = piece.first, first == 0x20 || first == 0x09 {
            keep(keepsFoldedSpace ? piece : piece.dropFirst(), isLast: isLast)
        } else if hasLine, isLast, isUnindentedBase64(piece) {
            keep(piece, isLast: isLast)
        } else {
            try flush(body)
            isPassingOver = passesOver && isOfInterest.map { !$0(piece) } ?? false
            if isPassingOver {
                // What is passed over is kept as far as it is needed to tell where it ends.
                isQuotedPrintable = (!isLast || piece.last == UInt8(ascii: "=")) && Self.header(of: piece, says: "QUOTED-PRINTABLE")
            } else {
                hasLine = true
                lineNumber = physicalNumber
            }
            keep(piece, isLast: isLast)
        }
    }

    private mutating func keep(_ piece: ArraySlice<UInt8>, isLast: Bool) {
        guard !isPassingOver else {
            isAfterSoftBreak = isLast && isQuotedPrintable && piece.last == UInt8(ascii: "=")
            return
        }
        let room = limit - line.count
        if piece.count <= room {
            line.append(contentsOf: piece)
        } else {
            line.append(contentsOf: piece.prefix(room))
            dropped += piece.count - room
        }
        if isLast, piece.last == UInt8(ascii: "="), dropped == 0, Self.header(of: line[...], says: "QUOTED-PRINTABLE") {
            line.removeLast()
            isAfterSoftBreak = true
        }
    }

    private mutating func flush(_ body: Body) throws {
        guard hasLine else { return }
        hasLine = false
        isAfterSoftBreak = false
        var finished: [UInt8] = []
        swap(&finished, &line)
        let left = dropped
        dropped = 0
        if !finished.isEmpty { try body(&self, finished, lineNumber, left) }
        // The room is used again, for pictures of the usual size too.
        if finished.capacity <= 1 << 16 {
            finished.removeAll(keepingCapacity: true)
            line = finished
        }
    }

    /// Whether a line without a colon goes on with the base64 before it: old phones don't indent it.
    private func isUnindentedBase64(_ piece: ArraySlice<UInt8>) -> Bool {
        let bytes = piece.span
        for index in bytes.indices where !Base64Value.isSign(bytes[index]) { return false }
        return Self.header(of: line[...], says: "BASE64") || Self.header(of: line[...], says: "ENCODING=B")
    }

    /// Whether the parameters of a line, as far as it is there, hold a word in capitals, in any case.
    private static func header(of line: ArraySlice<UInt8>, says word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard let colon = endOfHeader(of: line), colon - line.startIndex >= count else { return false }
        return word.withUTF8Buffer { letters in
            (line.startIndex...(colon - count)).contains { start in
                letters.indices.allSatisfy { offset in
                    let byte = line[start + offset]
                    return (byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte) == letters[offset]
                }
            }
        }
    }

    /// The first colon of a line, as far as it is there, that stands in no quotes.
    private static func endOfHeader(of line: ArraySlice<UInt8>) -> Int? {
        var isQuoted = false
        for index in line.prefix(1 << 10).indices {
            if line[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if line[index] == UInt8(ascii: ":"), !isQuoted { return index }
        }
        return nil
    }
}

/// Finds the line ends of a piece of a file, LF and CR, each looked for by the C library, which looks at 32 bytes at a time.
private struct LineEnds {
    /// The next LF and the next CR, or the piece's end; below `start` once they were passed.
    private var lineFeed = -1
    private var carriageReturn = -1

    /// The first line end of a piece at or behind a place.
    mutating func next(in chunk: ArraySlice<UInt8>, from start: Int) -> Int? {
        let (first, bytes) = (chunk.startIndex, chunk.span)
        // Looked for only once passed: in a file that has no CR each piece is searched for one a single time.
        if lineFeed < start { lineFeed = first + bytes.place(of: 0x0A, from: start - first, to: bytes.count) }
        if carriageReturn < start { carriageReturn = first + bytes.place(of: 0x0D, from: start - first, to: bytes.count) }
        let next = min(lineFeed, carriageReturn)
        return next < chunk.endIndex ? next : nil
    }
}
