extension String {
    /// The text as it stands in HTML and XML 1.0: nothing in it is markup, and no control character or direction mark can bend what
    /// surrounds it.
    public var escaped: String {
        // Most of what is shown is plain, and a list shows much of it.
        guard !utf8.allSatisfy(\.standsForItself) else { return self }
        var escaped = ""
        escaped.reserveCapacity(utf8.count)
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += " "
            case "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{FEFF}": continue
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// The text as it stands in a part of an address (RFC 3986 §2.3): all but unreserved characters percent-encoded.
    public var percentEncoded: String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text in at most so many characters, with an ellipsis where it was cut.
    func cut(to most: Int) -> String {
        count <= most ? self : prefix(max(1, most - 1)).drop(whileTrailing: \.isWhitespace) + "…"
    }
}

extension Substring {
    fileprivate func drop(whileTrailing condition: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, condition(last) { text.removeLast() }
        return String(text)
    }
}

extension UInt8 {
    /// Whether the byte is a printable one of ASCII that is no markup.
    fileprivate var standsForItself: Bool {
        switch self {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): false
        default: (0x20...0x7E).contains(self)
        }
    }
}
