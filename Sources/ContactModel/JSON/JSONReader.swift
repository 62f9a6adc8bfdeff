/// Where and that a text is no JSON.
public struct JSONSyntaxError: Error, Equatable, Sendable {
    /// The byte, counted from 0, at which it ceases to be JSON.
    public var offset: Int

    /// Makes an error at a byte.
    public init(offset: Int) {
        self.offset = offset
    }
}

/// Reads JSON text (RFC 8259) value by value, on demand, without a tree in between.
///
/// Strict: no comments, no trailing commas, no control characters in strings. Beyond the letter of the RFC a byte order mark at the start
/// is skipped, bytes that aren't UTF-8 and lone surrogates become U+FFFD, and numbers too large for a `Double` become the largest.
/// Whoever reads says what is expected next; anything else is an error, and so is nesting deeper than the limit.
///
/// The reader looks into memory it doesn't own: it must not outlive the bytes it was made for. It never looks beyond their end.
public struct JSONReader {
    /// What kind of value comes next.
    public enum Kind: Sendable {
        /// An object.
        case object
        /// An array.
        case array
        /// A string.
        case string
        /// A number.
        case number
        /// `true` or `false`.
        case bool
        /// `null`
        case null
        /// Something that begins no value.
        case nothing
    }

    @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
    private let depthLimit: Int
    @usableFromInline var position = 0
    private var depth = 0
    private var isFirst = true

    /// Makes a reader that stands before the first value.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8 text, which must stay in place as long as the reader and the names it hands out are used.
    ///   - depthLimit: how many arrays and objects may lie inside each other; at most 512, whatever is asked for.
    public init(_ bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int = 64) {
        self.bytes = bytes
        self.depthLimit = min(depthLimit, 512)
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
        skipSpace()
    }

    /// What kind of value comes next, by its first byte.
    @inlinable public var next: Kind {
        switch byte {
        case UInt8(ascii: "\""): .string
        case UInt8(ascii: "{"): .object
        case UInt8(ascii: "["): .array
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): .number
        case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
        case UInt8(ascii: "n"): .null
        default: .nothing
        }
    }

    /// Steps into the object that comes next.
    public mutating func beginObject() throws(JSONSyntaxError) { try begin(UInt8(ascii: "{")) }

    /// Reads the name of the object's next member, whose value must be read next; `nil` steps out of the object after its last.
    public mutating func nextName() throws(JSONSyntaxError) -> JSONName? {
        skipSpace()
        if byte == UInt8(ascii: "}") {
            end()
            return nil
        }
        if isFirst {
            isFirst = false
        } else {
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
        let name = try scanString()
        skipSpace()
        try expect(UInt8(ascii: ":"))
        skipSpace()
        return name
    }

    /// Steps into the array that comes next.
    public mutating func beginArray() throws(JSONSyntaxError) { try begin(UInt8(ascii: "[")) }

    /// Whether the array has another element, which must be read next; `false` steps out of the array.
    public mutating func nextElement() throws(JSONSyntaxError) -> Bool {
        skipSpace()
        if byte == UInt8(ascii: "]") {
            end()
            return false
        }
        if isFirst {
            isFirst = false
        } else {
            try expect(UInt8(ascii: ","))
            skipSpace()
        }
        return true
    }

    /// Reads a string.
    public mutating func string() throws(JSONSyntaxError) -> String {
        try scanString().text
    }

    /// Reads a string as a name, to be compared with literals and made a `String` only where needed.
    public mutating func name() throws(JSONSyntaxError) -> JSONName {
        try scanString()
    }

    /// Reads a number: `.integer` where it has neither fraction nor exponent and fits 64 bits, else `.number`.
    public mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = position
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var magnitude: Int64 = 0
        var fits = true
        if byte == UInt8(ascii: "0") {
            position += 1
        } else {
            let firstDigit = position
            while let digit = digit {
                // Counted below zero, where one number more has room.
                let (product, overflowed) = magnitude.multipliedReportingOverflow(by: 10)
                let (difference, underflowed) = product.subtractingReportingOverflow(digit)
                fits = fits && !overflowed && !underflowed
                magnitude = difference
                position += 1
            }
            if position == firstDigit { throw failure }
        }
        var isWhole = true
        if byte == UInt8(ascii: ".") {
            isWhole = false
            position += 1
            try skipDigits()
        }
        if byte | 0x20 == UInt8(ascii: "e") {
            isWhole = false
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            try skipDigits()
        }
        if isWhole, fits, isNegative || magnitude != .min { return .integer(isNegative ? magnitude : -magnitude) }
        let largest = Double.greatestFiniteMagnitude
        let value = Double(String(decoding: bytes[start..<position], as: UTF8.self)) ?? 0
        return .number(min(max(value, -largest), largest))
    }

    /// Reads `true` or `false`.
    public mutating func bool() throws(JSONSyntaxError) -> Bool {
        let isTrue = byte == UInt8(ascii: "t")
        try expect(isTrue ? "true" : "false")
        return isTrue
    }

    /// Reads `null`.
    public mutating func null() throws(JSONSyntaxError) { try expect("null") }

    /// Reads whatever comes next, with all that is in it; of members with the same name the last one counts.
    public mutating func value() throws(JSONSyntaxError) -> JSONValue {
        switch next {
        case .string: return .string(try string())
        case .number: return try number()
        case .bool: return .bool(try bool())
        case .null:
            try null()
            return .null
        case .array:
            var elements: [JSONValue] = []
            try beginArray()
            while try nextElement() { elements.append(try value()) }
            return .array(elements)
        case .object:
            var members: [String: JSONValue] = [:]
            try beginObject()
            while let name = try nextName() {
                if members.isEmpty { members.reserveCapacity(3) }
                members[name.text] = try value()
            }
            return .object(members)
        case .nothing: throw failure
        }
    }

    /// Makes sure that nothing but white space follows.
    public mutating func finish() throws(JSONSyntaxError) {
        skipSpace()
        if depth != 0 || position != bytes.count { throw failure }
    }

    /// The byte the reader stands at; 0, which JSON nowhere allows, at the end.
    @inlinable var byte: UInt8 {
        position < bytes.count ? bytes[position] : 0
    }

    private var digit: Int64? {
        let digit = byte &- 48
        return digit < 10 ? Int64(digit) : nil
    }

    private var failure: JSONSyntaxError { JSONSyntaxError(offset: position) }

    private mutating func begin(_ bracket: UInt8) throws(JSONSyntaxError) {
        if depth >= depthLimit { throw failure }
        try expect(bracket)
        depth += 1
        isFirst = true
    }

    private mutating func end() {
        position += 1
        depth -= 1
        isFirst = false
    }

    @inline(__always)
    private mutating func skipSpace() {
        // Minimal text has none, which one comparison tells.
        while byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
    }

    private mutating func skipDigits() throws(JSONSyntaxError) {
        if digit == nil { throw failure }
        while digit != nil { position += 1 }
    }

    @inline(__always)
    private mutating func expect(_ expected: UInt8) throws(JSONSyntaxError) {
        if byte != expected { throw failure }
        position += 1
    }

    private mutating func expect(_ word: StaticString) throws(JSONSyntaxError) {
        for offset in 0..<word.utf8CodeUnitCount { try expect(word.utf8Start[offset]) }
    }

    private mutating func scanString() throws(JSONSyntaxError) -> JSONName {
        try expect(UInt8(ascii: "\""))
        let start = position
        var isEscaped = false
        while true {
            skipPlainWords()
            let byte = byte
            if byte == UInt8(ascii: "\"") {
                position += 1
                return JSONName(escaped: UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), isEscaped: isEscaped)
            }
            if byte < 0x20 { throw failure }
            position += 1
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                try skipEscape()
            }
        }
    }

    /// Skips words of eight bytes that hold neither a quote nor a backslash nor a control character.
    @inline(__always)
    private mutating func skipPlainWords() {
        let raw = UnsafeRawBufferPointer(bytes)
        while position + 8 <= raw.count {
            let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self))
            if let special = JSONText.firstSpecial(in: word) {
                position += special
                return
            }
            position += 8
        }
    }

    private mutating func skipEscape() throws(JSONSyntaxError) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
            UInt8(ascii: "r"), UInt8(ascii: "t"):
            position += 1
        case UInt8(ascii: "u"):
            position += 1
            for _ in 0..<4 {
                if JSONName.hexValue(byte) == nil { throw failure }
                position += 1
            }
        default: throw failure
        }
    }
}

/// The name of a member, or another string, as it stands in the text; compared with a literal without becoming a `String` first: `case "emails":`.
///
/// It points into the bytes its reader was made for and must not outlive them.
public struct JSONName {
    @usableFromInline let escaped: UnsafeBufferPointer<UInt8>
    @usableFromInline let isEscaped: Bool

    /// The name, its escapes resolved.
    public var text: String {
        isEscaped ? unescaped : String(decoding: escaped, as: UTF8.self)
    }

    /// Whether a name is, byte for byte, the given one.
    @inlinable
    public static func ~= (literal: StaticString, name: JSONName) -> Bool {
        // Most names are told apart by their length alone.
        (name.escaped.count == literal.utf8CodeUnitCount || name.isEscaped) && name.hasBytes(of: literal)
    }

    @usableFromInline
    func hasBytes(of literal: StaticString) -> Bool {
        literal.withUTF8Buffer { literal in
            if isEscaped { return text.utf8.elementsEqual(literal) }
            // From the end, where names of one length differ soonest; both have as many bytes as are compared.
            var index = literal.count
            while index > 0 {
                index -= 1
                if escaped[index] != literal[index] { return false }
            }
            return true
        }
    }

    /// The text without its escapes. The scan has seen that each is whole; were it not, it would stay as it is.
    private var unescaped: String {
        var plain: [UInt8] = []
        plain.reserveCapacity(escaped.count)
        var rest = escaped[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\"), let letter = rest.popFirst() else {
                plain.append(byte)
                continue
            }
            switch letter {
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "u"): plain.append(contentsOf: Self.utf8(Self.takeScalar(from: &rest)))
            default: plain.append(letter)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }

    /// The scalar of the four digits that come next and, where those are the first half of a surrogate pair, of the second half too.
    private static func takeScalar(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
        let first = takeUnit(from: &rest)
        if UTF16.isLeadSurrogate(first), rest.starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) {
            var ahead = rest.dropFirst(2)
            let second = takeUnit(from: &ahead)
            if UTF16.isTrailSurrogate(second) {
                rest = ahead
                let value = 0x10000 + (UInt32(first) & 0x3FF) << 10 + (UInt32(second) & 0x3FF)
                return Unicode.Scalar(value) ?? "\u{FFFD}"
            }
        }
        return Unicode.Scalar(first) ?? "\u{FFFD}"
    }

    private static func takeUnit(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = rest.popFirst(), let digit = hexValue(byte) else { return 0xFFFD }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func utf8(_ scalar: Unicode.Scalar) -> String.UTF8View { String(scalar).utf8 }

    fileprivate static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
