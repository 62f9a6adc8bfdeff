/// Writes JSON text (RFC 8259) into bytes it owns, piece by piece, without a tree in between.
///
/// Commas come by themselves. Text is written as UTF-8; only what RFC 8259 §7 demands is escaped: `"`, `\` and the control characters.
/// The writer trusts the order of the calls: a value where a name belongs gives text that is no JSON. Several values after one another
/// are put on lines of their own with `endLine()` (JSON Lines).
public struct JSONWriter: Sendable {
    /// What has been written and not been taken yet.
    public private(set) var bytes: [UInt8] = []
    private let isIndented: Bool
    private var depth = 0
    private var needsComma = false
    private var followsName = false

    /// Makes a writer.
    ///
    /// - Parameter isIndented: whether every member and element gets a line of its own, two spaces a level, for people to read.
    public init(isIndented: Bool = false) {
        self.isIndented = isIndented
    }

    /// Hands over what has been written and begins anew.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        needsComma = false
        return taken
    }

    /// Forgets what has been written and keeps the room for what comes.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        depth = 0
        needsComma = false
        followsName = false
    }

    /// Begins an object; members follow, each a `name` and a value.
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Ends the object begun last.
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Begins an array; its elements follow.
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Ends the array begun last.
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes the name of the member whose value comes next.
    public mutating func name(_ name: String) {
        separate()
        appendQuoted(name)
        bytes.append(UInt8(ascii: ":"))
        if isIndented {
            bytes.append(UInt8(ascii: " "))
            followsName = true
        }
        needsComma = false
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        separate()
        appendQuoted(text)
        needsComma = true
    }

    /// Writes a string, or `null` where there is none.
    public mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes a whole number.
    public mutating func integer(_ number: some BinaryInteger) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
        needsComma = true
    }

    /// Writes a number in the shortest form that reads back as the same; `null` for what JSON has no number for (infinite, not a number).
    public mutating func number(_ number: Double) {
        separate()
        bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
        needsComma = true
    }

    /// Writes `true` or `false`.
    public mutating func bool(_ flag: Bool) {
        separate()
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
        needsComma = true
    }

    /// Writes `null`.
    public mutating func null() {
        separate()
        bytes.append(contentsOf: "null".utf8)
        needsComma = true
    }

    /// Writes a day as a string in ISO 8601, `"2026-02-08"`, or `null` where there is none.
    public mutating func date(_ date: CalendarDate?) {
        guard let date else { return null() }
        separate()
        bytes.append(UInt8(ascii: "\""))
        date.appendISO(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// Writes a value with all that is in it; members of objects in the order of their names' bytes, so that equal values give equal bytes.
    public mutating func value(_ value: JSONValue) {
        switch value {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .integer(let number): integer(number)
        case .number(let number): self.number(number)
        case .string(let text): string(text)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let members):
            beginObject()
            self.members(members)
            endObject()
        }
    }

    /// Writes members of the object begun last, in the order of their names' bytes.
    public mutating func members(_ members: [String: JSONValue]) {
        for (name, value) in members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
            self.name(name)
            self.value(value)
        }
    }

    /// Ends the line after a whole value, so that another may follow (JSON Lines).
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func begin(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        depth = max(0, depth - 1)
        // Without a comma due the container is empty, and closes on the line it was opened on.
        if isIndented, needsComma { appendLineBreak() }
        bytes.append(bracket)
        needsComma = true
    }

    private mutating func separate() {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        guard isIndented else { return }
        if !followsName, depth > 0 { appendLineBreak() }
        followsName = false
    }

    private mutating func appendLineBreak() {
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func appendQuoted(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            // The slices stay inside `utf8`, and nothing of it outlives the closure.
            var start = 0
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                    appendEscape(byte)
                    start = index + 1
                }
                index += 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        default:
            let low = byte & 0xF
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(48 + (byte >> 4))
            bytes.append(low < 10 ? 48 + low : 87 + low)
        }
    }
}
