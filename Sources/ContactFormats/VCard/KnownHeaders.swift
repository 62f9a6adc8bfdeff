/// The headers of the lines of a file so far: one met before is not taken apart again. Memory is bounded; a header pushes out another one
/// whose bytes happen to have the same sum.
struct KnownHeaders {
    private struct Slot {
        var bytes: [UInt8] = []
        var header: PropertyHeader?
    }

    /// The longest header that is kept, in bytes.
    private static let longest = 96
    private var slots = [Slot](repeating: Slot(), count: 256)

    /// The header of a line and where its value begins; `nil` where the line has none.
    mutating func header(of bytes: [UInt8], _ encoding: TextEncoding) -> (header: PropertyHeader, end: Int)? {
        guard let (count, sum) = Self.measure(bytes) else { return PropertyHeader.read(bytes, encoding) }
        let place = Int(truncatingIfNeeded: sum & 255)
        if let header = slots[place].header, Self.begins(bytes, with: slots[place].bytes, count) { return (header, count + 1) }
        guard let (header, end) = PropertyHeader.read(bytes, encoding) else { return nil }
        if end == count + 1 { slots[place] = Slot(bytes: Array(bytes[..<count]), header: header) }
        return (header, end)
    }

    /// How long a line's header is and a sum of its bytes (FNV-1a); `nil` for one that is long, or whose end may depend on what follows:
    /// one with quotes, brackets (Android's labels) or anything but visible ASCII.
    private static func measure(_ bytes: [UInt8]) -> (count: Int, sum: UInt64)? {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        let line = bytes.span
        for index in 0..<min(line.count, longest) {
            switch line[index] {
            case UInt8(ascii: ":"): return (index, sum ^ sum >> 32)
            case UInt8(ascii: "\""), UInt8(ascii: "("), 0...0x20, 0x7F...: return nil
            case let byte: sum = (sum ^ UInt64(byte)) &* 0x100_0000_01B3
            }
        }
        return nil
    }

    private static func begins(_ bytes: [UInt8], with header: [UInt8], _ count: Int) -> Bool {
        guard header.count == count else { return false }
        for index in 0..<count where bytes[index] != header[index] { return false }
        return true
    }
}
