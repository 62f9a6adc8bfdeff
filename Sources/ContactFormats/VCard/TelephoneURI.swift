/// A telephone number as an address (`tel:+34-954-000-002;ext=17`, RFC 3966 §3) and as people write it (`+34-954-000-002 ext. 17`).
enum TelephoneURI {
    private static let scheme = "tel:"
    private static let parameter = ";ext="
    private static let word = " ext. "

    /// The number an address calls; `nil` for what is no `tel:` address, or has parameters people have no way to write (`;phone-context=`).
    static func number(of uri: String) -> String? {
        let bytes = uri.utf8
        guard bytes.count > scheme.utf8.count, bytes.prefix(4).elementsEqual(scheme.utf8, by: { $0 | 0x20 == $1 | 0x20 }) else {
            return nil
        }
        let rest = Substring(bytes.dropFirst(4))
        guard rest.utf8.contains(UInt8(ascii: ";")) else { return String(rest) }
        guard let parted = parted(rest, by: parameter) else { return nil }
        return parted.number + word + parted.extension
    }

    /// The address that calls a number; `nil` where the number holds a space that no extension explains.
    static func uri(of number: String) -> String? {
        guard number.utf8.contains(where: { $0 == 0x20 || $0 > 0x7F || $0 == 0x09 }) else { return scheme + number }
        if let parted = parted(number[...], by: word), !parted.number.contains(where: \.isWhitespace) {
            return scheme + parted.number + parameter + parted.extension
        }
        return number.contains(where: \.isWhitespace) ? nil : scheme + number
    }

    /// A number and the digits of its extension, where nothing else is there.
    private static func parted(_ text: Substring, by mark: String) -> (number: Substring, extension: Substring)? {
        guard let place = text.firstRange(of: mark), !text[..<place.lowerBound].isEmpty else { return nil }
        let digits = text[place.upperBound...]
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let number = text[..<place.lowerBound]
        return number.utf8.contains(UInt8(ascii: ";")) ? nil : (number, digits)
    }
}
