/// The form an e-mail address must have for the importers of other products.
///
/// Narrower than RFC 5321 §4.1.2: no quoted local parts, no address literals, a domain of two labels at least. Every importer that documents
/// what it takes says as much.
enum EmailSyntax {
    /// Whether an address is of the form; its domain may be written in any script (RFC 6531), its local part in ASCII only.
    static func isValid(_ address: String) -> Bool {
        let bytes = Array(address.utf8)
        guard bytes.count <= 254, let at = bytes.firstIndex(of: UInt8(ascii: "@")), at >= 1, at <= 64 else { return false }
        let local = bytes[..<at]
        let domain = bytes[(at + 1)...]
        guard hasNoEmptyPart(local), local.allSatisfy(isAtomText) else { return false }
        let labels = domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy(isLabel), let last = labels.last else { return false }
        return last.count >= 2 && !last.allSatisfy(isDigit)
    }

    private static func hasNoEmptyPart(_ local: ArraySlice<UInt8>) -> Bool {
        local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty }
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
        let hyphen = UInt8(ascii: "-")
        return first != hyphen && last != hyphen && label.allSatisfy { isLetterOrDigit($0) || $0 == hyphen || $0 >= 0x80 }
    }

    /// RFC 5322 §3.2.3, `atext`, and the dot.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || "!#$%&'*+-/=?^_`{|}~.".utf8.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
}
