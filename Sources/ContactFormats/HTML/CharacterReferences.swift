/// Character references (HTML §13.5), as far as names and addresses have them.
enum CharacterReferences {
    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "eacute": "é", "egrave": "è", "ecirc": "ê", "euml": "ë", "Eacute": "É", "agrave": "à",
        "aacute": "á", "acirc": "â", "aring": "å", "Aring": "Å", "ccedil": "ç", "Ccedil": "Ç", "ntilde": "ñ", "oacute": "ó", "ocirc": "ô",
        "ograve": "ò", "oslash": "ø", "Oslash": "Ø", "uacute": "ú", "ucirc": "û", "ugrave": "ù", "iacute": "í", "icirc": "î", "iuml": "ï",
        "yacute": "ý", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "ndash": "–", "mdash": "—", "hellip": "…", "rsquo": "’", "lsquo": "‘",
        "rdquo": "”", "ldquo": "“", "bull": "•", "middot": "·", "copy": "©", "reg": "®", "commat": "@", "period": ".", "shy": "",
    ]

    /// A text with its references resolved; what is none stays.
    static func resolved(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        var decoded = ""
        var rest = text[...]
        while let mark = rest.firstIndex(of: "&") {
            decoded += rest[..<mark]
            rest = rest[mark...]
            guard let end = rest.prefix(12).firstIndex(of: ";") else {
                decoded.append("&")
                rest = rest.dropFirst()
                continue
            }
            let name = rest[rest.index(after: mark)..<end]
            if let character = character(named: name) {
                decoded += character
                rest = rest[rest.index(after: end)...]
            } else {
                decoded.append("&")
                rest = rest.dropFirst()
            }
        }
        return decoded + rest
    }

    private static func character(named name: Substring) -> String? {
        guard name.first == "#" else { return names[String(name)] }
        let digits = name.dropFirst()
        let value = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
