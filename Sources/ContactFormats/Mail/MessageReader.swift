/// Reads the header of a file that holds one mail: `.eml`, a file of a Maildir or of an MH folder, Apple Mail's `.emlx`.
struct MessageReader {
    private var head = MessageHead()

    /// Carries the reader out of a file whose rest is a body.
    private struct IsEnough: Error {}

    /// Reads the header where it lies wholly in the beginning of a file, as nearly all do.
    ///
    /// - Returns: whether it is known now whether there is a header; where not, more has to be read.
    /// - Throws: what the closure throws.
    mutating func readBeginning(_ bytes: Span<UInt8>, visit: MboxReader.Visit) throws -> Bool {
        let begin = Self.begin(bytes)
        switch head.scan(bytes, from: begin.place, isFinal: false) {
        case .none: return true
        case .incomplete: return false
        case .complete:
            guard head.end - begin.place <= MailLimits.head else { return false }
            try visit(bytes, head, MessagePlace(line: begin.line, separator: begin.separator))
            return true
        }
    }

    /// Reads the header and no more than it.
    ///
    /// A byte order mark, empty lines, the number of bytes Apple Mail puts first and an mbox's line before the header are passed over.
    ///
    /// - Returns: whether there was a header.
    /// - Throws: what the bytes and the closures throw.
    mutating func read(
        _ source: any ByteSource, visit: MboxReader.Visit, fault: (MessageFault) throws -> Void
    ) throws -> Bool {
        var window: [UInt8] = []
        var long: LongHead?
        var line = 1
        var found = false
        // A header is looked at anew only once twice as much of it is there.
        var needed = 0
        func look(_ bytes: Span<UInt8>) throws {
            let begin = Self.begin(bytes)
            line = begin.line
            switch head.scan(bytes, from: begin.place, isFinal: false) {
            case .none: throw IsEnough()
            case .incomplete where bytes.count - begin.place <= MailLimits.head:
                needed = min(2 * bytes.count, begin.place + MailLimits.head + 1)
            case .incomplete,
                .complete where head.end - begin.place > MailLimits.head:
                try fault(
                    MessageFault(line: line, code: "header-too-long", bytes: bytes, range: begin.place..<bytes.count, isRejection: false))
                var copy = LongHead()
                let end = copy.take(bytes, from: begin.place)
                long = copy
                if end != nil { throw IsEnough() }
            case .complete:
                found = true
                try visit(bytes, head, MessagePlace(line: line, separator: begin.separator))
                throw IsEnough()
            }
        }
        do {
            try source.forEachChunk(beginningWith: MailLimits.usualHead) { chunk in
                if long != nil {
                    // The window is not needed once fields are copied out.
                    let bytes = chunk.span
                    if long?.take(bytes, from: 0) != nil { throw IsEnough() }
                } else if window.isEmpty {
                    // Nearly every header lies in the first piece, and is read where it is.
                    try look(chunk.span)
                    if long == nil { window = Array(chunk) }
                } else {
                    window += chunk
                    if window.count >= needed { try look(window.span) }
                }
            }
            if long == nil {
                let bytes = window.span
                let begin = Self.begin(bytes)
                if case .complete = head.scan(bytes, from: begin.place, isFinal: true) {
                    found = true
                    try visit(bytes, head, MessagePlace(line: begin.line, separator: begin.separator))
                }
            }
        } catch is IsEnough {}
        guard let kept = long?.kept else { return found }
        let bytes = kept.span
        guard case .complete = head.scan(bytes, from: 0, isFinal: true) else { return false }
        try visit(bytes, head, MessagePlace(line: line, separator: nil))
        return true
    }

    /// Where the header begins.
    static func begin(_ bytes: Span<UInt8>) -> (place: Int, line: Int, separator: Range<Int>?) {
        var (place, line) = (0, 1)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
        while place < bytes.count, place < 64, bytes[place] == 0x0A || bytes[place] == 0x0D || bytes[place] == 0x20 {
            if bytes[place] == 0x0A { line += 1 }
            place += 1
        }
        // Apple Mail's first line is the number of bytes the mail has, perhaps followed by blanks.
        var digits = place
        while digits < bytes.count, digits - place < 12, bytes[digits].isDigit { digits += 1 }
        if digits > place {
            while digits < bytes.count, digits - place < 24, bytes[digits] == 0x20 || bytes[digits] == 0x0D { digits += 1 }
            if digits < bytes.count, bytes[digits] == 0x0A { return (digits + 1, line + 1, nil) }
        }
        if SeparatorLine.mayBegin(bytes, at: place) {
            let end = bytes.lineFeed(from: place, to: min(bytes.count, place + SeparatorLine.lookAhead / 2))
            if end < bytes.count, bytes[end] == 0x0A { return (end + 1, line + 1, place + 5..<end) }
        }
        return (place, line, nil)
    }
}
