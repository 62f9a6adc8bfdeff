/// One content line of a vCard (RFC 6350 §3.3): group, name, parameters and the value as text, still escaped.
struct ContentLine {
    /// A parameter; its name in capitals, its values without quotes and with RFC 6868's `^` resolved.
    struct Parameter {
        var name: String
        var values: [String]
    }

    /// The group before the name, as written.
    var group: String?
    /// The property's name in capitals.
    var name: String
    /// The parameters in order; types that vCard 2.1 writes bare are `TYPE`.
    var parameters: [Parameter]
    /// The value: decoded from its charset and from quoted-printable, otherwise as it stands.
    var value: String
    /// The line of the file, counted from 1.
    var line: Int
    /// Whether the value was quoted-printable, whose line breaks are ones.
    var isQuotedPrintable = false
    /// Whether the value is base64.
    var isBase64 = false

    /// The first value of a parameter.
    func parameter(_ name: String) -> String? {
        for parameter in parameters where parameter.name == name { return parameter.values.first }
        return nil
    }

    /// The words of all `TYPE` parameters in lower case.
    var types: [String] {
        var types: [String] = []
        for parameter in parameters where parameter.name == "TYPE" {
            for var value in parameter.values {
                // "TYPE=HOME,TYPE=VOICE", as some write.
                if value.utf8.count > 5, value.utf8.contains(UInt8(ascii: "=")), value.lowercased().hasPrefix("type=") {
                    value.removeFirst(5)
                }
                if value.utf8.contains(UInt8(ascii: ",")) {
                    types += value.split(separator: ",").map { $0.lowercased() }
                } else if !value.isEmpty {
                    types.append(value.lowercased())
                }
            }
        }
        return types
    }
}

/// What is wrong with a line that could be read all the same.
enum ContentLineDoubt: String {
    /// The label of its charset is not true, or nobody knows it.
    case wrongCharset = "wrong-charset"
}

extension ContentLine {
    /// Reads an unfolded line; `nil` where it is none, having no colon or no name.
    ///
    /// - Parameter encoding: what the file's beginning was recognised as, for letters nobody labelled.
    init?(_ bytes: [UInt8], line: Int, encoding: TextEncoding = .utf8, doubt: inout ContentLineDoubt?) {
        var index = 0
        if bytes.count > 2, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { index = 3 }
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 || bytes[index] == 0 { index += 1 }
        var start = index
        var group: String?
        var hasSmallLetters = false
        scan: while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: ":"), UInt8(ascii: ";"): break scan
            case UInt8(ascii: ".") where group == nil && index > start:
                group = String(decoding: bytes[start..<index], as: UTF8.self)
                start = index + 1
                hasSmallLetters = false
            case 0x41...0x5A, UInt8(ascii: "-"): break
            // Blanks are taken off where small letters are made capitals.
            case 0x61...0x7A, 0x20: hasSmallLetters = true
            case 0x30...0x39, UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"): break
            default: return nil
            }
            index += 1
        }
        guard index < bytes.count else { return nil }
        let name = hasSmallLetters ? Self.capitals(bytes[start..<index]) : String(decoding: bytes[start..<index], as: UTF8.self)
        guard !name.isEmpty else { return nil }
        self.init(group: group, name: name, parameters: [], value: "", line: line)
        var charset: String?
        while index < bytes.count, bytes[index] == UInt8(ascii: ";") {
            index += 1
            readParameter(bytes, &index, &charset, encoding)
        }
        guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
        index += 1
        if isQuotedPrintable {
            value = CharacterSetName.text(QuotedPrintable.decoded(bytes[index...])[...], label: charset, encoding: encoding, doubt: &doubt)
        } else {
            value = CharacterSetName.text(bytes[index...], label: charset, encoding: encoding, doubt: &doubt)
        }
    }

    /// Reads a parameter from behind its semicolon to the mark behind it.
    private mutating func readParameter(_ bytes: [UInt8], _ index: inout Int, _ charset: inout String?, _ encoding: TextEncoding) {
        let start = index
        if let label = Self.androidsLabel(bytes, &index, encoding) {
            parameters.append(Parameter(name: Self.ownLabel, values: [label]))
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
            default: parameters.append(Parameter(name: "TYPE", values: [name.lowercased()]))
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
            charset = value
            place = nil
        default:
            if let known = parameters.firstIndex(where: { $0.name == name }) {
                parameters[known].values.append(value)
                place = known
            } else {
                place = parameters.count
                parameters.append(Parameter(name: name, values: [value]))
            }
        }
        while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            index += 1
            let value = Self.parameterValue(bytes, &index, encoding)
            if let place { parameters[place].values.append(value) }
        }
    }

    /// The parameter a label of Android's becomes.
    static let ownLabel = "X-CUSTOM-LABEL"

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
            } else if byte != 0 {
                content.append(byte)
            }
            index += 1
        }
        var doubt: ContentLineDoubt?
        return CharacterSetName.text(content[...], label: nil, encoding: encoding, doubt: &doubt)
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

    /// Whether a byte of a parameter's value stands for itself and ends nothing.
    private static func isPlain(_ byte: UInt8) -> Bool {
        byte > 0 && byte < 0x80 && byte != 0x1B && !endsParameter(byte) && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"")
            && byte != UInt8(ascii: "^")
    }

    private static func endsParameter(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ";") || byte == UInt8(ascii: ":") }

    private static func capitals(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes
        while bytes.last == 0x20 || bytes.last == 0x09 { bytes.removeLast() }
        while bytes.first == 0x20 || bytes.first == 0x09 { bytes.removeFirst() }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            // The closure is given room for `count` bytes and writes as many: the letters are ASCII or were refused.
            for (offset, byte) in bytes.enumerated() { buffer[offset] = byte >= 0x61 && byte <= 0x7A ? byte & 0xDF : byte }
            return bytes.count
        }
    }
}
