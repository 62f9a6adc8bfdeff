/// The form of an e-mail address (RFC 5321 §4.1.2 and §4.5.3.1, with the letters of RFC 6531 §3.3).
public enum AddressSyntax {
    /// What is wrong with the form of an address, in a sentence; `nil` where nothing is.
    ///
    /// Blanks around it do not count. `Name <a@b.c>` and `mailto:` are flaws: what stands there is not an address alone.
    public static func flaw(in address: String) -> String? {
        var bytes = Array(address.utf8)[...]
        while let last = bytes.last, last == 0x20 || last == 0x09 { bytes = bytes.dropLast() }
        bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 }
        guard let at = bytes.lastIndex(of: 0x40) else { return "It has no “@”." }
        let (local, domain) = (bytes[..<at], bytes[(at + 1)...])
        return flaw(inLocal: local) ?? flaw(inDomain: domain)
    }

    /// Whether what stands for an address says that there is none: "n/a", "-", "keine".
    static func saysNone(_ text: String) -> Bool {
        let words = FoldedWords(text)
        return words.count == 0 || noneWords.contains(words.bytes[...])
    }

    /// Folded, without what stands between words.
    private static let noneWords = WordTable(
        """
        na none null nil no nothing unknown hidden private withheld missing empty notavailable notprovided notshared noemail nomail
        keine kein unbekannt fehlt privat aucun aucune inconnu masque ninguno ninguna desconocido nessuno sconosciuto geen onbekend nenhum
        """)

    private static func flaw(inLocal local: ArraySlice<UInt8>) -> String? {
        guard let first = local.first else { return "Nothing stands before the “@”." }
        guard local.count <= 64 else { return "More than 64 bytes stand before the “@”." }
        if first == 0x22 {
            guard local.count > 1, local.last == 0x22 else { return "A quote is opened and not closed." }
            var isEscaped = false
            for byte in local.dropFirst().dropLast() {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 || byte < 0x20 {
                    return "A sign that may not stand in quotes stands before the “@”."
                }
            }
            return isEscaped ? "A quote is opened and not closed." : nil
        }
        var isAfterPoint = true
        for byte in local {
            if byte == 0x2E {
                guard !isAfterPoint else { return "A point begins the address, or two stand side by side." }
                isAfterPoint = true
                continue
            }
            isAfterPoint = false
            guard byte >= 0x80 || isAtomText(byte) else {
                return "“\(Character(Unicode.Scalar(byte)))” may not stand before the “@”."
            }
        }
        return isAfterPoint ? "A point ends what stands before the “@”." : nil
    }

    private static func flaw(inDomain domain: ArraySlice<UInt8>) -> String? {
        guard !domain.isEmpty else { return "Nothing stands behind the “@”." }
        guard domain.count <= 255 else { return "The domain has more than 255 bytes." }
        if domain.first == 0x5B { return domain.last == 0x5D && domain.count > 3 ? nil : "A bracket is opened and not closed." }
        let labels = domain.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count > 1 else { return "The domain has no point." }
        for label in labels {
            guard !label.isEmpty else { return "The domain has a point too many." }
            guard label.count <= 63 else { return "A part of the domain has more than 63 bytes." }
            guard label.first != 0x2D, label.last != 0x2D else { return "A part of the domain begins or ends with a hyphen." }
            for byte in label where byte < 0x80 && !isLetterOrDigit(byte) && byte != 0x2D {
                return "“\(Character(Unicode.Scalar(byte)))” may not stand in a domain."
            }
        }
        guard let last = labels.last, !last.allSatisfy({ (0x30...0x39).contains($0) }) else { return "The domain ends with a number." }
        return nil
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }

    /// RFC 5322 §3.2.3, `atext`.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: true
        default: isLetterOrDigit(byte)
        }
    }
}
