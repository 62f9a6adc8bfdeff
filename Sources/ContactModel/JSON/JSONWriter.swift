/// Writes JSON text (RFC 8259) into bytes it owns, piece by piece, without a tree in between.
///
/// Commas come by themselves. Text is written as UTF-8; only what RFC 8259 §7 demands is escaped: `"`, `\` and the control characters.
/// The writer trusts the order of the calls: a value where a name belongs gives text that is no JSON. Several values after one another
/// are put on lines of their own with `endLine()` (JSON Lines).
public struct JSONWriter: Sendable {
    /// Room for what is written; of its bytes the first `count` count.
    private var room: [UInt8] = []
    /// How many bytes have been written and not been taken yet.
    public private(set) var count = 0
    /// How many bytes were taken the last time: as many are likely to come again.
    private var usualCount = 0
    /// Whether every member and element gets a line of its own.
    public let isIndented: Bool
    private var depth = 0
    private var needsComma = false
    private var followsName = false

    /// Makes a writer.
    ///
    /// - Parameter isIndented: whether every member and element gets a line of its own, two spaces a level, for people to read.
    public init(isIndented: Bool = false) {
        self.isIndented = isIndented
    }

    /// Hands over what has been written since the last time. A value that has been begun goes on in what is written next.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &room)
        taken.removeSubrange(count...)
        usualCount = count
        count = 0
        if depth == 0 { needsComma = false }
        return taken
    }

    /// Forgets what has been written, begins anew, and keeps the room for what comes.
    public mutating func removeAll() {
        count = 0
        depth = 0
        needsComma = false
        followsName = false
    }

    /// Lends what has been written for the length of a call.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try room.withUnsafeBufferPointer { buffer throws(Failure) in try body(UnsafeBufferPointer(rebasing: buffer[..<count])) }
    }

    /// Begins an object; members follow, each a `name` and a value.
    public mutating func beginObject() { begin(UInt8(ascii: "{")) }

    /// Ends the object begun last.
    public mutating func endObject() { end(UInt8(ascii: "}")) }

    /// Begins an array; its elements follow.
    public mutating func beginArray() { begin(UInt8(ascii: "[")) }

    /// Ends the array begun last.
    public mutating func endArray() { end(UInt8(ascii: "]")) }

    /// Writes the name of the member whose value comes next: one that is known beforehand and has nothing in it to be escaped.
    public mutating func name(_ name: StaticString) {
        appendName(name, digit: nil)
    }

    /// Writes the name of the member whose value comes next, made of a word that needs no escaping and a number: `e12`.
    public mutating func name(_ name: StaticString, number: Int) {
        guard (0..<10).contains(number) else { return self.name(String("\(name)\(number)")) }
        appendName(name, digit: 48 + UInt8(truncatingIfNeeded: number))
    }

    @inline(__always)
    private mutating func appendName(_ name: StaticString, digit: UInt8?) {
        if isIndented { separate() }
        name.withUTF8Buffer { utf8 in
            // A comma, two quotes, a colon and perhaps a digit come with it.
            reserve(utf8.count + 5)
            var index = count
            let needsComma = needsComma && !isIndented
            room.withUnsafeMutableBytes { room in
                if needsComma {
                    room[index] = UInt8(ascii: ",")
                    index += 1
                }
                room[index] = UInt8(ascii: "\"")
                index += 1
                for byte in utf8 {
                    room[index] = byte
                    index += 1
                }
                if let digit {
                    room[index] = digit
                    index += 1
                }
                room[index] = UInt8(ascii: "\"")
                room[index + 1] = UInt8(ascii: ":")
            }
            count = index + 2
        }
        endName()
    }

    /// Writes the name of the member whose value comes next.
    @_disfavoredOverload
    public mutating func name(_ name: String) {
        appendQuoted(name, andThen: UInt8(ascii: ":"))
        endName()
    }

    @inline(__always)
    private mutating func endName() {
        needsComma = false
        guard isIndented else { return }
        append(UInt8(ascii: " "))
        followsName = true
    }

    /// Writes a string.
    public mutating func string(_ text: String) {
        appendQuoted(text, andThen: nil)
        needsComma = true
    }

    /// Writes a string, or `null` where there is none.
    public mutating func string(_ text: String?) {
        if let text { string(text) } else { null() }
    }

    /// Writes a whole number.
    public mutating func integer(_ number: Int64) {
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        separate()
        withUnsafeMutableBytes(of: &digits) { digits in
            // Twenty bytes at most, the sign included, filled from the end of twenty-four.
            var start = digits.count
            var magnitude = number.magnitude
            repeat {
                start -= 1
                digits[start] = 48 + UInt8(truncatingIfNeeded: magnitude % 10)
                magnitude /= 10
            } while magnitude > 0
            if number < 0 {
                start -= 1
                digits[start] = UInt8(ascii: "-")
            }
            append(UnsafeRawBufferPointer(rebasing: digits[start...]))
        }
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func integer(_ number: Int) { integer(Int64(number)) }

    /// Writes a number in the shortest form that reads back as the same; `null` for what JSON has no number for (infinite, not a number).
    public mutating func number(_ number: Double) { scalar(number.isFinite ? number.description : "null") }

    /// Writes `true` or `false`.
    public mutating func bool(_ flag: Bool) { word(flag ? "true" : "false") }

    /// Writes `null`.
    public mutating func null() { word("null") }

    /// Writes a day as a string in ISO 8601, `"2026-02-08"`, or `null` where there is none.
    public mutating func date(_ date: CalendarDate?) {
        guard let date else { return null() }
        appendQuoted(count: 10) { room in
            Self.store(date.year / 100, in: room, at: 0)
            Self.store(date.year % 100, in: room, at: 2)
            room[4] = UInt8(ascii: "-")
            Self.store(date.month, in: room, at: 5)
            room[7] = UInt8(ascii: "-")
            Self.store(date.day, in: room, at: 8)
        }
    }

    /// Writes an id as a string in its usual form, or `null` where there is none.
    public mutating func id(_ id: UniqueID?) {
        guard let id else { return null() }
        appendQuoted(count: 36) { room in
            var index = 0
            for position in 0..<32 {
                if position == 8 || position == 12 || position == 16 || position == 20 {
                    room[index] = UInt8(ascii: "-")
                    index += 1
                }
                let half = position < 16 ? id.high : id.low
                room[index] = Self.hexDigit(UInt8(truncatingIfNeeded: half >> UInt64(60 - 4 * (position % 16))) & 0xF)
                index += 1
            }
        }
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

    /// Writes a value that is JSON text already, as another writer without indenting made it.
    public mutating func encoded(_ text: [UInt8]) {
        separate()
        text.withUnsafeBytes { append($0) }
        needsComma = true
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
        append(UInt8(ascii: "\n"))
        needsComma = false
    }

    private mutating func begin(_ bracket: UInt8) {
        if needsComma, !isIndented {
            append(UInt8(ascii: ","), bracket)
        } else {
            separate()
            append(bracket)
        }
        depth += 1
        needsComma = false
    }

    private mutating func end(_ bracket: UInt8) {
        depth = max(0, depth - 1)
        // Without a comma due the container is empty, and closes on the line it was opened on.
        if isIndented, needsComma { appendLineBreak() }
        append(bracket)
        needsComma = true
    }

    /// Writes a word of JSON's own. Fields without a value are many, so no string is made of it.
    private mutating func word(_ word: StaticString) {
        separate()
        word.withUTF8Buffer { append(UnsafeRawBufferPointer($0)) }
        needsComma = true
    }

    private mutating func scalar(_ text: String) {
        separate()
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
        needsComma = true
    }

    @inline(__always)
    private mutating func separate() {
        if needsComma { append(UInt8(ascii: ",")) }
        if isIndented { indent() }
    }

    private mutating func indent() {
        if !followsName, depth > 0 { appendLineBreak() }
        followsName = false
    }

    private mutating func appendLineBreak() {
        append(UInt8(ascii: "\n"))
        for _ in 0..<2 * depth { append(UInt8(ascii: " ")) }
    }

    /// Makes room for so many more bytes.
    @inline(__always)
    private mutating func reserve(_ additional: Int) {
        if room.count - count < additional { grow(additional) }
    }

    @inline(never)
    private mutating func grow(_ additional: Int) {
        room.append(contentsOf: repeatElement(0, count: max(additional, room.count, usualCount, 256)))
    }

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        reserve(1)
        room[count] = byte
        count += 1
    }

    @inline(__always)
    private mutating func append(_ first: UInt8, _ second: UInt8) {
        reserve(2)
        let start = count
        room.withUnsafeMutableBytes { room in
            room[start] = first
            room[start + 1] = second
        }
        count += 2
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer) {
        reserve(bytes.count)
        let start = count
        // `reserve` has made room for all of them behind `start`.
        room.withUnsafeMutableBytes { UnsafeMutableRawBufferPointer(rebasing: $0[start...]).copyMemory(from: bytes) }
        count += bytes.count
    }

    /// Writes a text in quotes, with the comma due before it and, after it, a colon where it is a name.
    private mutating func appendQuoted(_ text: String, andThen last: UInt8?) {
        if isIndented { separate() }
        if text.utf8.withContiguousStorageIfAvailable({ appendQuoted($0, andThen: last) }) == nil {
            Array(text.utf8).withUnsafeBufferPointer { appendQuoted($0, andThen: last) }
        }
    }

    @inline(__always)
    private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>, andThen last: UInt8?) {
        // A comma, two quotes and a colon come with it.
        reserve(utf8.count + 4)
        var copied = 0
        var end = count
        let needsComma = needsComma && !isIndented
        room.withUnsafeMutableBytes { room in
            if needsComma {
                room[end] = UInt8(ascii: ",")
                end += 1
            }
            room[end] = UInt8(ascii: "\"")
            end += 1
            copied = Self.copyPlain(UnsafeRawBufferPointer(utf8), to: room, at: end)
            end += copied
            guard copied == utf8.count else { return }
            room[end] = UInt8(ascii: "\"")
            end += 1
            if let last {
                room[end] = last
                end += 1
            }
        }
        count = end
        if copied < utf8.count { appendEscaping(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(utf8)[copied...]), andThen: last) }
    }

    /// Copies text up to the first byte that has to be escaped, and returns how many bytes those are.
    ///
    /// There must be room for the whole text from `start`; a word that has to be escaped is stored too, and written over later.
    @inline(__always)
    private static func copyPlain(_ utf8: UnsafeRawBufferPointer, to room: UnsafeMutableRawBufferPointer, at start: Int) -> Int {
        var index = 0
        while index + 8 <= utf8.count {
            let word = UInt64(littleEndian: utf8.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            room.storeBytes(of: word.littleEndian, toByteOffset: start + index, as: UInt64.self)
            if let special = JSONText.firstSpecial(in: word) { return index + special }
            index += 8
        }
        while index < utf8.count {
            let byte = utf8[index]
            if JSONText.isSpecial(byte) { return index }
            room[start + index] = byte
            index += 1
        }
        return index
    }

    /// The rest of a text from its first byte that has to be escaped, and what ends it.
    @inline(never)
    private mutating func appendEscaping(_ utf8: UnsafeRawBufferPointer, andThen last: UInt8?) {
        var start = 0
        for (index, byte) in utf8.enumerated() where JSONText.isSpecial(byte) {
            append(UnsafeRawBufferPointer(rebasing: utf8[start..<index]))
            appendEscape(byte)
            start = index + 1
        }
        append(UnsafeRawBufferPointer(rebasing: utf8[start...]))
        append(UInt8(ascii: "\""))
        if let last { append(last) }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
        case 0x08: append(UInt8(ascii: "b"))
        case 0x09: append(UInt8(ascii: "t"))
        case 0x0A: append(UInt8(ascii: "n"))
        case 0x0C: append(UInt8(ascii: "f"))
        case 0x0D: append(UInt8(ascii: "r"))
        default:
            for letter in [UInt8(ascii: "u"), 48, 48, Self.hexDigit(byte >> 4), Self.hexDigit(byte & 0xF)] { append(letter) }
        }
    }

    /// Writes a string of so many bytes that need no escaping, which `fill` puts into the room it gets.
    @inline(__always)
    private mutating func appendQuoted(count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
        separate()
        reserve(count + 2)
        let start = self.count
        room.withUnsafeMutableBytes { room in
            room[start] = UInt8(ascii: "\"")
            fill(UnsafeMutableRawBufferPointer(rebasing: room[start + 1..<start + 1 + count]))
            room[start + 1 + count] = UInt8(ascii: "\"")
        }
        self.count += count + 2
        needsComma = true
    }

    /// Two digits of a number below 100.
    @inline(__always)
    private static func store(_ number: Int, in room: UnsafeMutableRawBufferPointer, at index: Int) {
        room[index] = 48 + UInt8(truncatingIfNeeded: number / 10 % 10)
        room[index + 1] = 48 + UInt8(truncatingIfNeeded: number % 10)
    }

    @inline(__always)
    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}

/// The bytes of JSON strings that don't stand for themselves (RFC 8259 §7).
enum JSONText {
    /// Whether a byte is a quote, a backslash or a control character.
    @inline(__always)
    static func isSpecial(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Which of the eight bytes of a word, the lowest being number 0, is the first special one.
    @inline(__always)
    static func firstSpecial(in word: UInt64) -> Int? {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quote = word ^ (ones &* 0x22)
        let backslash = word ^ (ones &* 0x5C)
        let special = (quote &- ones) & ~quote | (backslash &- ones) & ~backslash | (word &- ones &* 0x20) & ~word
        let hits = special & (ones &* 0x80)
        // The lowest hit is exact; borrows can only make false ones above it.
        return hits == 0 ? nil : hits.trailingZeroBitCount / 8
    }
}
