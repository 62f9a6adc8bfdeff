/// Values in base64 (RFC 2045 §6.8): pictures, sounds, keys.
enum Base64Value {
    /// A value without the white space of its folds; `nil` where it is empty or anything else stands in it.
    static func text(_ value: String) -> String? {
        if value.isEmpty { return nil }
        if isWhole(value) { return value }
        let signs = value.utf8.filter { $0 > 0x20 }
        return !signs.isEmpty && signs.allSatisfy(isSign) ? String(decoding: signs, as: UTF8.self) : nil
    }

    /// Whether a byte is one of the alphabet's or the sign that fills up.
    static func isSign(_ byte: UInt8) -> Bool {
        let isLetter = (byte | 0x20) &- UInt8(ascii: "a") < 26
        // The slash stands before the digits.
        let isDigit = byte &- UInt8(ascii: "/") < 11
        return isLetter || isDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "=")
    }

    /// Whether a value is nothing but base64.
    private static func isWhole(_ value: String) -> Bool {
        VCardText.withBytes(of: value) { bytes in
            var others: UInt8 = 0
            // As ``isSign(_:)``, but in numbers and without a way out in between, so that sixteen are looked at at once.
            for byte in bytes {
                let isLetter: UInt8 = (byte | 0x20) &- UInt8(ascii: "a") < 26 ? 1 : 0
                let isDigit: UInt8 = byte &- UInt8(ascii: "/") < 11 ? 1 : 0
                let isPlus: UInt8 = byte == UInt8(ascii: "+") ? 1 : 0
                let isFilling: UInt8 = byte == UInt8(ascii: "=") ? 1 : 0
                others |= 1 &- (isLetter | isDigit | isPlus | isFilling)
            }
            return others == 0
        }
    }
}
