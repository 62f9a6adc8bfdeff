/// A header that is too long to be looked at where it lies: its fields are copied out as they pass, each up to a limit.
///
/// Real headers have a few KiB. One of megabytes holds a list of ten thousand recipients, or is damage or malice; what stands behind the
/// long field is read all the same.
struct LongHead {
    /// The fields, cut where they are too long.
    private(set) var kept: [UInt8] = []
    /// How many line feeds there were.
    private(set) var lineCount = 0

    private var isAtLineStart = true
    private var isKeeping = true
    private var fieldCount = 0

    /// Takes a piece of the file.
    ///
    /// - Returns: how many of its bytes belong to the header, where it ends in this piece; `nil` where it goes on.
    mutating func take(_ bytes: Span<UInt8>, from start: Int) -> Int? {
        var place = start
        while place < bytes.count {
            let lineEnd = bytes.lineFeed(from: place, to: bytes.count)
            if isAtLineStart {
                let first = bytes[place]
                if first == 0x0A || (first == 0x0D && place + 1 == lineEnd && lineEnd < bytes.count) {
                    lineCount += 1
                    return lineEnd + 1
                }
                if first != 0x20, first != 0x09 {
                    isKeeping = kept.count < MailLimits.head - MailLimits.field
                    fieldCount = 0
                }
            }
            let next = min(lineEnd + 1, bytes.count)
            if isKeeping {
                let room = max(0, MailLimits.field - fieldCount)
                kept += bytes.array(place..<min(next, place + room))
                fieldCount += next - place
                if fieldCount > MailLimits.field {
                    isKeeping = false
                    kept.append(0x0A)
                }
            }
            isAtLineStart = lineEnd < bytes.count
            if isAtLineStart { lineCount += 1 }
            place = next
        }
        return nil
    }
}
