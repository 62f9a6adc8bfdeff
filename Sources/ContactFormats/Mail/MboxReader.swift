/// Reads the headers of the mails of an mbox one after another, in constant memory (RFC 4155, and what is really written).
///
/// All four kinds are read: mboxo and mboxrd put `>` before lines of a body that begin with `From `; mboxcl and mboxcl2 tell a body's
/// length, which is believed where the next mail, or the end of the file, lies exactly there. Bodies are passed over and never kept; one
/// with NULs, which no mail may have (RFC 5322 §2.3), is told: what stands there is no mail, or no whole one.
struct MboxReader {
    /// What is called for each mail: bytes, the header in them, and where it stands.
    typealias Visit = (Span<UInt8>, borrowing MessageHead, MessagePlace) throws -> Void

    private enum State {
        /// At the line before a header.
        case separator
        /// Inside a header too long for the window.
        case longHead(LongHead)
        /// At the beginning of a body, which may have as many bytes as its header says.
        case bodyBegin(length: Int?)
        /// Before the first mail, or inside a body.
        case body
    }

    private var state = State.body
    private var head = MessageHead()
    /// The line the next byte stands on, counted from 1.
    private var line = 1
    private var isFirst = true
    private var isMidLine = false
    private var isAfterBlank = true
    /// How many bytes must be at hand before it is worth going on: a header is looked at anew only once twice as much of it is there.
    private var needed = 0
    /// Whether something was told already of the body being passed over.
    private var isTold = false
    /// The place of the next NUL in the bytes at hand, as far as it was looked for: their end where there is none.
    private var nextNUL: Int?

    /// Reads a file to its end.
    ///
    /// - Parameter fault: called for what can't be read.
    /// - Throws: what the bytes and the two closures throw.
    static func read(_ source: any ByteSource, visit: Visit, fault: (MessageFault) throws -> Void) throws {
        var reader = MboxReader()
        var window: [UInt8] = []
        try source.forEachChunk { chunk in
            window.append(contentsOf: chunk)
            let used = try reader.advance(window.span, isFinal: false, visit: visit, fault: fault)
            window.removeFirst(used)
        }
        _ = try reader.advance(window.span, isFinal: true, visit: visit, fault: fault)
    }

    /// Goes on through the bytes at hand; answers how many of them are done with.
    private mutating func advance(
        _ bytes: Span<UInt8>, isFinal: Bool, visit: Visit, fault: (MessageFault) throws -> Void
    ) throws -> Int {
        guard bytes.count >= needed || isFinal else { return 0 }
        needed = 0
        nextNUL = nil
        var place = 0
        while true {
            switch state {
            case .body:
                let (start, startLine) = (place, line)
                let next = skipBody(bytes, from: place, isFinal: isFinal)
                place = next.place
                try tellNUL(bytes, start..<place, line: startLine, fault)
                guard next.isSeparator else { return place }
                state = .separator
            case .separator:
                let start = min(bytes.lineFeed(from: place, to: bytes.count) + 1, bytes.count)
                switch head.scan(bytes, from: start, isFinal: isFinal) {
                case .incomplete where bytes.count - start <= MailLimits.head:
                    needed = min(2 * (bytes.count - place), start - place + MailLimits.head + 1)
                    return place
                case .incomplete,
                    .complete where head.end - start > MailLimits.head:
                    line += 1
                    try fault(
                        MessageFault(line: line, code: "header-too-long", bytes: bytes, range: start..<bytes.count, isRejection: false))
                    state = .longHead(LongHead())
                    place = start
                case .complete:
                    line += 1
                    try visit(bytes, head, MessagePlace(line: line, separator: place + 5..<max(place + 5, start - 1)))
                    line += head.lineCount
                    place = head.end
                    enterBody(bytes)
                case .none:
                    line += 1
                    if start < bytes.count {
                        try fault(
                            MessageFault(line: line, code: "no-header", bytes: bytes, range: start..<bytes.count, isRejection: true))
                    }
                    place = start
                    enterBody(bytes)
                    // That there is no header says it.
                    isTold = true
                }
                isFirst = false
            case .longHead(var long):
                let end = long.take(bytes, from: place)
                guard end != nil || isFinal else {
                    state = .longHead(long)
                    return bytes.count
                }
                let kept = long.kept
                try visitKept(kept.span, visit)
                line += long.lineCount
                place = end ?? bytes.count
                enterBody(bytes)
            case .bodyBegin(let length):
                guard let length else {
                    state = .body
                    continue
                }
                guard bytes.count - place >= length + SeparatorLine.lookAhead || isFinal else { return place }
                state = .body
                if Self.isEndOfBody(bytes, at: place + length) {
                    try tellNUL(bytes, place..<place + length, line: line, fault)
                    line += Self.lineFeeds(bytes, place..<place + length)
                    place += length
                    isAfterBlank = true
                }
            }
        }
    }

    private mutating func visitKept(_ bytes: Span<UInt8>, _ visit: Visit) throws {
        guard case .complete = head.scan(bytes, from: 0, isFinal: true) else { return }
        try visit(bytes, head, MessagePlace(line: line, separator: nil))
    }

    /// The header has been read; what follows it is a body, or at once the next mail.
    private mutating func enterBody(_ bytes: Span<UInt8>) {
        isAfterBlank = true
        isMidLine = false
        isTold = false
        let length = head.first(.contentLength).flatMap { Self.number(bytes, $0) }
        state = .bodyBegin(length: length.flatMap { $0 > 0 && $0 <= MailLimits.believedLength ? $0 : nil })
    }

    /// Tells the first NUL of a body in a part of it that begins on a line. Bodies are searched for them once, not each from its own place.
    private mutating func tellNUL(
        _ bytes: Span<UInt8>, _ range: Range<Int>, line: Int, _ fault: (MessageFault) throws -> Void
    ) throws {
        guard !isTold, !range.isEmpty else { return }
        let place: Int
        if let nextNUL, nextNUL >= range.lowerBound {
            place = nextNUL
        } else {
            place = bytes.place(of: 0, from: range.lowerBound, to: bytes.count)
        }
        nextNUL = place
        guard place < range.upperBound else { return }
        isTold = true
        let found = line + Self.lineFeeds(bytes, range.lowerBound..<place)
        try fault(MessageFault(line: found, code: "no-text", bytes: bytes, range: place..<range.upperBound, isRejection: false))
    }

    /// Passes over lines until one begins a mail, or the bytes at hand end.
    private mutating func skipBody(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> (place: Int, isSeparator: Bool) {
        var place = start
        if isFirst, line == 1, !isMidLine, place < bytes.count, bytes[place] == 0xEF {
            // A byte order mark.
            if bytes.count - place < 3, !isFinal { return (place, false) }
            if bytes.has("\u{FEFF}", at: place) { place += 3 }
        }
        while place < bytes.count {
            if !isMidLine, bytes[place] == 0x46 {
                if bytes.count - place < SeparatorLine.lookAhead, !isFinal { return (place, false) }
                if SeparatorLine.judge(bytes, at: place, isAfterBlank: isAfterBlank, isFirst: isFirst) != nil { return (place, true) }
            }
            let lineEnd = bytes.lineFeed(from: place, to: bytes.count)
            guard lineEnd < bytes.count else {
                isMidLine = true
                return (bytes.count, false)
            }
            isAfterBlank = !isMidLine && (lineEnd == place || (lineEnd == place + 1 && bytes[place] == 0x0D))
            isMidLine = false
            line += 1
            place = lineEnd + 1
        }
        return (place, false)
    }

    /// Whether a body can end here: at the end of the file, or before another mail.
    private static func isEndOfBody(_ bytes: Span<UInt8>, at end: Int) -> Bool {
        guard end <= bytes.count else { return false }
        var place = end
        while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
        return place == bytes.count
            || (place - end <= 4 && SeparatorLine.judge(bytes, at: place, isAfterBlank: true, isFirst: false) != nil)
    }

    private static func lineFeeds(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
        var count = 0
        var place = bytes.lineFeed(from: range.lowerBound, to: range.upperBound)
        while place < range.upperBound {
            count += 1
            place = bytes.lineFeed(from: place + 1, to: range.upperBound)
        }
        return count
    }

    /// A number of at most nine digits.
    private static func number(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let digits = bytes.trimmed(range)
        guard (1...9).contains(digits.count) else { return nil }
        var number = 0
        for place in digits {
            guard bytes[place].isDigit else { return nil }
            number = number * 10 + Int(bytes[place] - 48)
        }
        return number
    }
}
