/// Attributes written after RFC 2849: base64 where a text is not safe, lines folded at 76 bytes.
struct LDIFText {
    private var bytes: [UInt8] = []

    /// Adds a line as it is.
    mutating func line(_ text: String) {
        bytes += text.utf8
        bytes.append(Self.lineFeed)
    }

    /// Adds an attribute; nothing for an empty value.
    mutating func attribute(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        let isSafe = Self.isSafe(value)
        fold(Array((name + (isSafe ? ": " + value : ":: " + Self.base64(Array(value.utf8)))).utf8))
    }

    /// Hands over what was written since the last time.
    mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }

    private mutating func fold(_ line: [UInt8]) {
        var rest = line[...]
        bytes += rest.prefix(76)
        rest = rest.dropFirst(76)
        while !rest.isEmpty {
            bytes += [Self.lineFeed, UInt8(ascii: " ")]
            bytes += rest.prefix(75)
            rest = rest.dropFirst(75)
        }
        bytes.append(Self.lineFeed)
    }

    /// A value as part of a distinguished name (RFC 4514 §2.4).
    static func escapedForName(_ value: String) -> String {
        let (first, last) = (value.utf8.first, value.utf8.last)
        if first != UInt8(ascii: " "), first != UInt8(ascii: "#"), last != UInt8(ascii: " "), !value.utf8.contains(where: isSpecial) {
            return value
        }
        var escaped = ""
        let end = value.unicodeScalars.count - 1
        for (place, scalar) in value.unicodeScalars.enumerated() {
            switch scalar {
            case ",", "+", "\"", "\\", "<", ">", ";", "=": escaped += "\\\(scalar)"
            case " " where place == 0 || place == end: escaped += "\\ "
            case "#" where place == 0: escaped += "\\#"
            case _ where scalar.value < 0x20: escaped += scalar.value < 0x10 ? "\\0\(hex(scalar.value))" : "\\\(hex(scalar.value))"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// Whether a byte is escaped wherever it stands in a distinguished name.
    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case ..<0x20, UInt8(ascii: ","), UInt8(ascii: "+"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: ";"), UInt8(ascii: "="):
            true
        default: false
        }
    }

    private static let lineFeed: UInt8 = 0x0A

    private static func hex(_ value: UInt32) -> String { String(value, radix: 16) }

    /// `SAFE-STRING` of RFC 2849, without a blank at its end (note 8).
    private static func isSafe(_ value: String) -> Bool {
        guard let first = value.utf8.first, first != 0x20, first != UInt8(ascii: ":"), first != UInt8(ascii: "<"), value.utf8.last != 0x20
        else { return false }
        return value.utf8.allSatisfy { $0 < 0x80 && $0 != 0 && $0 != 0x0A && $0 != 0x0D }
    }

    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// RFC 4648 §4.
    private static func base64(_ source: [UInt8]) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity((source.count + 2) / 3 * 4)
        for start in stride(from: 0, to: source.count, by: 3) {
            let triple = source[start..<min(start + 3, source.count)]
            let word = triple.enumerated().reduce(UInt32(0)) { $0 | UInt32($1.element) << UInt32(16 - 8 * $1.offset) }
            for place in 0..<4 {
                encoded.append(place <= triple.count ? digits[Int(word >> UInt32(18 - 6 * place) & 63)] : UInt8(ascii: "="))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
