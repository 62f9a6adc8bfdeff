/// The line an mbox puts before each mail: `From ann@example.com Mon Jan  2 15:04:05 2023` (RFC 4155).
///
/// Writers are meant to put `>` before such lines of a body, and many don't; so a line is one only if the lines around it agree: an empty
/// one before it, a header field after it, a date in it. Two of the three with a field that mails begin with are enough.
struct SeparatorLine: Equatable {
    /// What follows `From `.
    var text: Range<Int>
    /// The first byte after the line.
    var end: Int

    /// How many bytes must be at hand to judge a line.
    static let lookAhead = 2048

    /// Whether the bytes at a place can be the beginning of one.
    static func mayBegin(_ bytes: Span<UInt8>, at place: Int) -> Bool { bytes.has("From ", at: place) }

    /// The separator that begins at a place; `nil` where the line is none.
    ///
    /// - Parameters:
    ///   - isAfterBlank: whether the line before is empty.
    ///   - isFirst: whether it is the first line of the file.
    static func judge(_ bytes: Span<UInt8>, at place: Int, isAfterBlank: Bool, isFirst: Bool) -> SeparatorLine? {
        guard mayBegin(bytes, at: place) else { return nil }
        let limit = min(bytes.count, place + lookAhead / 2)
        let lineEnd = bytes.lineFeed(from: place, to: limit)
        guard lineEnd < limit || limit == bytes.count else { return nil }
        let line = SeparatorLine(text: place + 5..<lineEnd, end: min(lineEnd + 1, bytes.count))
        guard line.end < bytes.count else { return (isAfterBlank || isFirst) && hasDate(bytes, line.text) ? line : nil }
        switch follower(bytes, at: line.end) {
        case .mailField: return isAfterBlank || isFirst || hasDate(bytes, line.text) ? line : nil
        case .field: return (isAfterBlank || isFirst) && hasDate(bytes, line.text) ? line : nil
        // A mailbox may begin with a mail that is damaged; whether there is any mail in it shows later.
        case .other: return isFirst && hasDate(bytes, line.text) ? line : nil
        }
    }

    private enum Follower { case mailField, field, other }

    /// What the line after it is: one mails begin with, another field, or something else.
    private static func follower(_ bytes: Span<UInt8>, at place: Int) -> Follower {
        if bytes.has(">From ", at: place) { return .mailField }
        let limit = min(bytes.count, place + 100)
        guard let colon = MessageHead.colon(bytes, from: place, to: limit) else { return .other }
        let name = place..<colon.name
        guard bytes[place].isASCIILetter else { return .other }
        if bytes.has("X-", at: place) || bytes.has("x-", at: place) { return .mailField }
        return firstNames.contains(String(decoding: bytes.array(name), as: UTF8.self).lowercased()) ? .mailField : .field
    }

    /// Names no sentence begins with, or at least none that follows a line beginning with "From".
    private static let firstNames: Set<String> = [
        "return-path", "received", "from", "to", "cc", "bcc", "date", "message-id", "delivered-to", "subject", "mime-version",
        "content-type", "content-transfer-encoding", "content-length", "status", "reply-to", "sender", "envelope-to", "dkim-signature",
        "authentication-results", "arc-seal", "in-reply-to", "references", "resent-from", "resent-date", "thread-topic", "thread-index",
        "user-agent", "organization", "list-id", "precedence", "domainkey-signature", "received-spf", "lines", "newsgroups", "path",
        "errors-to", "mail-from", "importance", "priority", "fcc",
    ]

    /// Whether there is a time of day and, with it, a month's name or a year.
    private static func hasDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var hasTime = false
        var hasDay = false
        var place = range.lowerBound
        while place < range.upperBound, !(hasTime && hasDay) {
            let isWordStart = place == range.lowerBound || bytes[place - 1] == 0x20 || bytes[place - 1] == 0x09
            let left = range.upperBound - place
            if left >= 5, bytes[place].isDigit, bytes[place + 1].isDigit, bytes[place + 2] == 0x3A, bytes[place + 3].isDigit,
                bytes[place + 4].isDigit
            {
                hasTime = true
            } else if left >= 4, bytes[place] == 0x20 || (isWordStart && bytes[place].isDigit) {
                let start = bytes[place] == 0x20 ? place + 1 : place
                if left >= 5, bytes[start].isASCIILetter {
                    let month = MonthNames.english(
                        bytes[start].asciiLowercased, bytes[start + 1].asciiLowercased, bytes[start + 2].asciiLowercased)
                    if month != nil, start + 3 >= range.upperBound || !bytes[start + 3].isASCIILetter { hasDay = true }
                }
                if left >= 6, bytes[start] == 0x31 || bytes[start] == 0x32, bytes[start + 1].isDigit, bytes[start + 2].isDigit,
                    bytes[start + 3].isDigit, bytes[start + 4] == 0x2D
                {
                    hasDay = true
                }
            }
            place += 1
        }
        return hasTime && hasDay
    }
}
