#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The headers of the lines of a file so far: one met before is not taken apart again. Memory is bounded; a header pushes out another one
/// whose bytes happen to have the same sum.
///
/// Address books say the same properties in the same order on every card, so that the header looked for is nearly always the one that
/// followed the last time.
struct KnownHeaders {
    private struct Slot {
        var bytes: [UInt8] = []
        var header: PropertyHeader?
        /// The place of the header that followed the last time.
        var next = 0
        /// Whether the header was met again: one that is met a single time, for somebody's own name is in it, pushes out no such one at once.
        var isProven = false
    }

    /// The longest header that is kept, in bytes.
    private static let longest = 96
    private static let slotCount = 1024
    private var slots = [Slot](repeating: Slot(), count: slotCount)
    /// The place of the line before.
    private var last = 0

    /// The header of a line and where its value begins; `nil` where the line has none.
    mutating func header(of bytes: [UInt8], _ encoding: TextEncoding) -> (header: PropertyHeader, end: Int)? {
        let next = slots[last].next
        if let header = slots[next].header, Self.begins(bytes, with: slots[next].bytes) {
            last = next
            if !slots[next].isProven { slots[next].isProven = true }
            return (header, slots[next].bytes.count)
        }
        guard let (count, sum) = Self.measure(bytes) else { return PropertyHeader.read(bytes, encoding) }
        // A header has its place, or the one beside it.
        let first = Int(truncatingIfNeeded: sum) & (Self.slotCount - 1)
        for place in [first, first ^ 1] {
            guard let header = slots[place].header, Self.begins(bytes, with: slots[place].bytes) else { continue }
            slots[last].next = place
            slots[place].isProven = true
            last = place
            return (header, count + 1)
        }
        guard let (header, end) = PropertyHeader.read(bytes, encoding) else { return nil }
        let place = slots[first].isProven ? first ^ 1 : first
        if slots[place].isProven {
            // The next such one gets the place, unless the one there is met again before.
            slots[place].isProven = false
        } else if end == count + 1 {
            slots[place] = Slot(bytes: Array(bytes[...count]), header: header, next: slots[place].next)
            slots[last].next = place
            last = place
        }
        return (header, end)
    }

    /// How long a line's header is and a sum of its bytes (FNV-1a); `nil` for one that is long, or whose end may depend on what follows:
    /// one with a quote that it doesn't close, brackets (Android's labels), control characters, or letters beyond ASCII outside quotes.
    private static func measure(_ bytes: [UInt8]) -> (count: Int, sum: UInt64)? {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        let line = bytes.span
        var isQuoted = false
        for index in 0..<min(line.count, longest) {
            let byte = line[index]
            switch byte {
            case UInt8(ascii: ":") where !isQuoted: return (index, sum ^ sum >> 32)
            case UInt8(ascii: "("), 0..<0x20, 0x7F: return nil
            case 0x20 where !isQuoted, 0x80... where !isQuoted: return nil
            case UInt8(ascii: "\""): isQuoted.toggle()
            default: break
            }
            sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return nil
    }

    /// Whether a line begins with a header and its colon. A header that is kept has no other colon but in quotes that it closes, and nothing
    /// else its end could depend on, so that it is the line's.
    private static func begins(_ line: [UInt8], with header: [UInt8]) -> Bool {
        guard line.count >= header.count else { return false }
        // As many bytes are compared as both have.
        return line.withUnsafeBytes { line in
            header.withUnsafeBytes { header in
                guard let first = line.baseAddress, let second = header.baseAddress else { return false }
                return memcmp(first, second, header.count) == 0
            }
        }
    }
}
