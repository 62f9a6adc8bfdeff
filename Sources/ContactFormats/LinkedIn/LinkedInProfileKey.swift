public import ContactModel
import TextMatching

/// A member's public profile: the key by which LinkedIn's files meet, and the address in its canonical form.
///
/// The connections file percent-encodes the slug, messages and invitations write it as raw Unicode, endorsements drop the scheme: comparing
/// addresses as text loses every eighth person. The key is the slug behind `/in/`, percent-decoded, NFC, in lower case.
public struct LinkedInProfileKey: Hashable, Sendable {
    /// The key: `linkedin:ada-example`.
    public let key: IdentityKey
    /// `https://www.linkedin.com/in/` and the slug, its case kept, percent-encoded with upper-case digits.
    public let uri: String

    /// The profile an address names, or `nil` where it names none: another page of LinkedIn (`/pub/`, `/company/`), another site, no
    /// address at all.
    ///
    /// - Parameter address: with or without scheme, on any host of linkedin.com, with or without what follows the slug (`/`, `?`, `#`).
    ///   Invalid percent escapes are taken as they stand.
    public init?(_ address: some StringProtocol) {
        let bytes = Array(address.utf8)
        self.init(bytes[...])
    }

    /// The profile an address in UTF-8 names.
    public init?(_ address: ArraySlice<UInt8>) {
        if let usual = Self.usualShape(address) {
            self = usual
            return
        }
        guard let raw = Self.slug(in: address), !raw.isEmpty, !raw.contains(where: Self.isNeverInAddress) else { return nil }
        let decoded = Self.percentDecoded(raw)
        let (slug, isDecoded) =
            String(validating: decoded, as: UTF8.self).map { ($0, true) } ?? (String(decoding: raw, as: UTF8.self), false)
        let text = TextNormalization.nfc(slug)
        guard !text.utf8.allSatisfy({ $0 <= 0x20 }) else { return nil }
        key = IdentityKey(.profile, Self.prefix + TextNormalization.nfc(text.lowercased()))
        uri = Self.base + Self.percentEncoded(text, keepingEscapes: !isDecoded)
    }

    private init(key: IdentityKey, uri: String) {
        self.key = key
        self.uri = uri
    }

    /// The key of a member named by number, `urn:li:member:123`; `nil` for any other text.
    public static func memberKey(_ urn: some StringProtocol) -> IdentityKey? {
        let scheme = "urn:li:member:"
        guard urn.utf8.count > scheme.utf8.count, urn.lowercased().hasPrefix(scheme) else { return nil }
        let number = urn.utf8.dropFirst(scheme.utf8.count)
        guard number.count <= 20, number.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
        return IdentityKey(.profile, "linkedin-member:" + String(decoding: number, as: UTF8.self))
    }

    private static let prefix = "linkedin:"
    private static let base = "https://www.linkedin.com/in/"

    /// The address of nearly every row of an untouched file: canonical already, the slug of ASCII letters, digits and dashes.
    private static func usualShape(_ address: ArraySlice<UInt8>) -> LinkedInProfileKey? {
        let base = Self.base.utf8
        guard address.count > base.count, address.starts(with: base) else { return nil }
        var key: [UInt8] = []
        key.reserveCapacity(prefix.utf8.count + address.count - base.count)
        key.append(contentsOf: prefix.utf8)
        for byte in address.dropFirst(base.count) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                key.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
            default: return nil
            }
        }
        return LinkedInProfileKey(
            key: IdentityKey(.profile, String(decoding: key, as: UTF8.self)),
            uri: String(decoding: address, as: UTF8.self)
        )
    }

    /// The slug as it stands in an address; `nil` where the address is not that of a profile.
    private static func slug(in address: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var rest = address
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        rest = rest.trimming { $0 <= 0x20 || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\"") }
        if let afterScheme = rest.dropping("https://") ?? rest.dropping("http://") ?? rest.dropping("//") { rest = afterScheme }
        let isPath = rest.first == UInt8(ascii: "/")
        if !isPath, rest.dropping("in/") == nil {
            guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), isLinkedIn(host: rest[..<slash]) else { return nil }
            rest = rest[slash...]
        }
        while rest.first == UInt8(ascii: "/") { rest = rest.dropFirst() }
        if let mobile = rest.dropping("mwlite/") { rest = mobile }
        guard let slug = rest.dropping("in/") else { return nil }
        let end = slug.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? slug.endIndex
        return slug[..<end].trimming { $0 <= 0x20 }
    }

    /// Whether a byte never stands in an address unescaped; where it does, more than an address is in the text.
    private static func isNeverInAddress(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x1F, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ","), UInt8(ascii: ";"),
            UInt8(ascii: "|"):
            true
        default: false
        }
    }

    private static func isLinkedIn(host: ArraySlice<UInt8>) -> Bool {
        let end = host.firstIndex(of: UInt8(ascii: ":")) ?? host.endIndex
        let name = String(decoding: host[..<end], as: UTF8.self).lowercased()
        return name == "linkedin.com" || name.hasSuffix(".linkedin.com")
    }

    private static func percentDecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexValue(bytes[index + 1]),
                let low = hexValue(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    /// The text with everything but RFC 3986's unreserved characters as escapes; with `keepingEscapes`, escapes that stand in it stay.
    private static func percentEncoded(_ text: String, keepingEscapes: Bool) -> String {
        var encoded: [UInt8] = []
        let bytes = Array(text.utf8)
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
                encoded.append(byte)
            case UInt8(ascii: "%")
            where keepingEscapes && index + 2 < bytes.count && hexValue(bytes[index + 1]) != nil
                && hexValue(bytes[index + 2]) != nil:
                encoded.append(byte)
            default:
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexDigit(byte >> 4))
                encoded.append(hexDigit(byte & 0xF))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 55 + value }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}

extension ArraySlice<UInt8> {
    /// What follows an ASCII prefix in lower case, whatever the case here; `nil` where this does not begin with it.
    func dropping(_ prefix: String) -> ArraySlice<UInt8>? {
        let letters = prefix.utf8
        guard count >= letters.count else { return nil }
        let matches = zip(self, letters).allSatisfy { byte, letter in (byte >= 65 && byte <= 90 ? byte | 0x20 : byte) == letter }
        return matches ? dropFirst(letters.count) : nil
    }

    /// The bytes without those at both ends that satisfy `predicate`.
    func trimming(_ predicate: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        var start = startIndex
        var end = endIndex
        while start < end, predicate(self[start]) { start += 1 }
        while end > start, predicate(self[end - 1]) { end -= 1 }
        return self[start..<end]
    }
}
