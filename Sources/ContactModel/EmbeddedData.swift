/// Bytes that stand in a `data:` URI (RFC 2397): a picture, a key, a sound.
public struct EmbeddedData: Hashable, Sendable {
    /// The media type its source gives it; may be empty, and may be wrong.
    public let mediaType: String
    private let content: String
    private let isBase64: Bool

    /// Reads one; `nil` for any other URI.
    public init?(uri: String) {
        guard uri.utf8.prefix(5).map({ $0 | 0x20 }).elementsEqual("data:".utf8), let comma = uri.utf8.firstIndex(of: UInt8(ascii: ","))
        else { return nil }
        let head = uri[uri.utf8.index(uri.startIndex, offsetBy: 5)..<comma].split(separator: ";", omittingEmptySubsequences: false)
        mediaType = head.first.map { $0.lowercased() } ?? ""
        isBase64 = head.dropFirst().last?.lowercased() == "base64"
        content = String(uri[uri.utf8.index(after: comma)...])
    }

    /// How many bytes there are.
    public var byteCount: Int { isBase64 ? content.utf8.count { Self.value(of: $0) != nil } * 3 / 4 : bytes.count }

    /// The bytes; what is no base64 among them is passed over.
    public var bytes: [UInt8] { isBase64 ? Self.decoded(content.utf8) : Self.percentDecoded(content.utf8) }

    /// What kind of picture the first bytes tell, of those a browser shows and that can hold no script; `nil` for anything else, whatever
    /// the source calls it.
    public var pictureType: String? {
        let start = isBase64 ? Self.decoded(content.utf8.prefix(32)) : Array(bytes.prefix(16))
        if start.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
        if start.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return "image/png" }
        if start.starts(with: "GIF87a".utf8) || start.starts(with: "GIF89a".utf8) { return "image/gif" }
        if start.starts(with: "RIFF".utf8), start.dropFirst(8).starts(with: "WEBP".utf8) { return "image/webp" }
        return nil
    }

    /// The bytes as text, where they are nothing else: an armoured key.
    public var text: String? {
        let bytes = bytes
        guard !bytes.isEmpty, let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        return isPlain ? text.replacing("\r\n", with: "\n") : nil
    }

    private static func decoded(_ signs: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var (held, bits): (UInt32, UInt32) = (0, 0)
        for value in signs.lazy.compactMap(value) {
            held = (held << 6 | value) & 0xFFFF
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: held >> bits))
        }
        return bytes
    }

    private static func value(of sign: UInt8) -> UInt32? {
        switch sign {
        case 65...90: UInt32(sign) - 65
        case 97...122: UInt32(sign) - 71
        case 48...57: UInt32(sign) + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }

    private static func percentDecoded(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%"), rest.count > 1, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return bytes
    }
}
