/// The parameters of a content line (RFC 6350 §3.3, RFC 6868; vCard 2.1's bare types and encodings, Android's labels) as they are read.
struct HeaderParameters {
    /// The parameters in order, but for charset and encoding.
    var list: [PropertyHeader.Parameter] = []
    /// The charset the value is labelled with, by the name ``CharacterSetName`` has for it.
    var charset: String?
    /// Whether the value is quoted-printable.
    var isQuotedPrintable = false
    /// Whether the value is base64.
    var isBase64 = false

    /// Reads a parameter from behind its semicolon to the mark behind it.
    mutating func read(_ bytes: [UInt8], _ index: inout Int, _ encoding: TextEncoding) {
        let start = index
        if let label = Self.androidsLabel(bytes, &index, encoding) {
            list.append(PropertyHeader.Parameter(name: PropertyHeader.ownLabel, values: [label]))
            return
        }
        while index < bytes.count, !Self.endsParameter(bytes[index]), bytes[index] != UInt8(ascii: "=") { index += 1 }
        let name = Self.capitals(bytes[start..<index])
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            switch name {
            case "": break
            case "QUOTED-PRINTABLE": isQuotedPrintable = true
            case "BASE64": isBase64 = true
            case "7BIT", "8BIT": break
            default: list.append(PropertyHeader.Parameter(name: "TYPE", values: [name.lowercased()]))
            }
            return
        }
        index += 1
        let value = Self.parameterValue(bytes, &index, encoding)
        let place: Int?
        switch name {
        case "ENCODING":
            switch value.uppercased() {
            case "QUOTED-PRINTABLE", "Q": isQuotedPrintable = true
            case "B", "BASE64": isBase64 = true
            default: break
            }
            place = nil
        case "CHARSET":
            charset = CharacterSetName.canonical(value)
            place = nil
        default:
            if let known = list.firstIndex(where: { $0.name == name }) {
                list[known].values.append(value)
                place = known
            } else {
                place = list.count
                list.append(PropertyHeader.Parameter(name: name, values: [value]))
            }
        }
        while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            index += 1
            let value = Self.parameterValue(bytes, &index, encoding)
            if let place { list[place].values.append(value) }
        }
    }

    /// A label of somebody's own as Android writes it: `X-Custom(Büro)`, or with charset and encoding inside the brackets.
    private static func androidsLabel(_ bytes: [UInt8], _ index: inout Int, _ encoding: TextEncoding) -> String? {
        guard index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "x") else { return nil }
        let mark = Array("x-custom(".utf8)
        guard bytes.count - index > mark.count, mark.indices.allSatisfy({ bytes[index + $0] | 0x20 == mark[$0] | 0x20 }),
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let parts = bytes[(index + mark.count)..<end].split(separator: UInt8(ascii: ","))
        index = end + 1
        guard let last = parts.last else { return nil }
        let isEncoded = parts.dropLast().contains { String(decoding: $0, as: UTF8.self).uppercased() == "ENCODING=QUOTED-PRINTABLE" }
        var doubt: ContentLineDoubt?
        return VCardText.trimmed(
            CharacterSetName.text(isEncoded ? QuotedPrintable.decoded(last)[...] : last, label: nil, encoding: encoding, doubt: &doubt))
    }

    /// Reads one value of a parameter, in quotes or not.
    private static func parameterValue(_ bytes: [UInt8], _ index: inout Int, _ encoding: TextEncoding) -> String {
        let start = index
        while index < bytes.count, isPlain(bytes[index]) { index += 1 }
        // A word as it stands, as nearly all are.
        if index == bytes.count || endsParameter(bytes[index]) || bytes[index] == UInt8(ascii: ",") {
            return String(decoding: bytes[start..<index], as: UTF8.self)
        }
        if index == start, bytes[start] == UInt8(ascii: "\""), let word = quotedWord(bytes, &index) { return word }
        var content = Array(bytes[start..<index])
        var isQuoted = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                // A quote that nothing closes is a character.
                if !isQuoted, !bytes[(index + 1)...].contains(UInt8(ascii: "\"")) {
                    content.append(byte)
                } else {
                    isQuoted.toggle()
                }
            } else if !isQuoted, endsParameter(byte) || byte == UInt8(ascii: ",") {
                break
            } else if byte == UInt8(ascii: "^"), index + 1 < bytes.count, let sign = unescaped(bytes[index + 1]) {
                content.append(sign)
                index += 1
            } else if isSaid(byte) || byte == 0x1B {
                content.append(byte)
            }
            index += 1
        }
        var doubt: ContentLineDoubt?
        return CharacterSetName.text(content[...], label: nil, encoding: encoding, doubt: &doubt)
    }

    /// Reads a value in quotes whose letters all stand for themselves; `nil` for any other, and where more follows the closing quote.
    private static func quotedWord(_ bytes: [UInt8], _ index: inout Int) -> String? {
        var end = index + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            guard bytes[end] >= 0x20, bytes[end] < 0x7F, bytes[end] != UInt8(ascii: "^") else { return nil }
            end += 1
        }
        guard end + 1 < bytes.count, endsParameter(bytes[end + 1]) || bytes[end + 1] == UInt8(ascii: ",") else { return nil }
        defer { index = end + 1 }
        return String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
    }

    /// RFC 6868 §3.1.
    private static func unescaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "^"): byte
        case UInt8(ascii: "'"): UInt8(ascii: "\"")
        default: nil
        }
    }

    /// Whether a byte says something, being no control character: such are written nowhere, and so are not read.
    private static func isSaid(_ byte: UInt8) -> Bool { byte >= 0x20 && byte != 0x7F || byte == 0x09 }

    /// Whether a byte of a parameter's value stands for itself and ends nothing.
    private static func isPlain(_ byte: UInt8) -> Bool {
        isSaid(byte) && byte < 0x80 && !endsParameter(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
            && byte != UInt8(ascii: "^")
    }

    private static func endsParameter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") }

    /// A name in capitals, without blanks around it and control characters in it.
    static func capitals(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            // The closure is given room for `bytes.count` bytes and writes at most as many.
            var count = 0
            for byte in bytes where isSaid(byte) {
                buffer[count] = byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte
                count += 1
            }
            return count
        }
    }
}
