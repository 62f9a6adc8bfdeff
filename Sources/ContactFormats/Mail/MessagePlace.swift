/// Where a mail stands.
struct MessagePlace {
    /// The line its header begins on, counted from 1.
    var line: Int
    /// What the mbox's line before it says after `From `, as a range of the bytes handed over with it.
    var separator: Range<Int>?
}

/// Something about a mail's bytes a person should know.
struct MessageFault {
    /// The line it is on, counted from 1.
    var line: Int
    /// A stable word: `no-header`, `header-too-long`, `no-text`.
    var code: String
    /// Its beginning.
    var text: String
    /// Whether the mail was left out for it.
    var isRejection: Bool

    /// Describes bytes by at most their first 80.
    init(line: Int, code: String, bytes: Span<UInt8>, range: Range<Int>, isRejection: Bool) {
        self.line = line
        self.code = code
        self.isRejection = isRejection
        let shown = bytes.array(range.lowerBound..<min(range.upperBound, range.lowerBound + 80)).map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }
        text = TextEncoding.utf8.textOfMixedBytes(shown)
    }
}
