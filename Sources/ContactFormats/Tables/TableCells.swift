import ContactModel
import TextMatching

/// Reads the cells of tables as values of a card.
enum TableCells {
    /// A cell's text for a card: NFC, tidied (no blanks at its ends, none doubled inside), without the apostrophe an exporter puts before a
    /// formula to disarm it; `nil` where nothing is left.
    static func text(_ row: CSVRow, _ column: Int?) -> String? {
        guard let column else { return nil }
        if let bytes = row.bytes(column) {
            if bytes.isEmpty { return nil }
            if isTidy(bytes) { return String(decoding: bytes, as: UTF8.self) }
        }
        return text(row.text(column))
    }

    /// A text for a card; `nil` where nothing is left.
    static func text(_ raw: String) -> String? {
        guard let tidied = TextNormalization.tidy(raw).map({ SpreadsheetText.restored(TextNormalization.nfc($0)) }) else { return nil }
        return tidied.isEmpty ? nil : linked(tidied) ?? tidied
    }

    /// What a spreadsheet's link shows: `=HYPERLINK("mailto:ada@example.com","Ada")` is the address, any other the text, or else the page;
    /// `nil` for what is no such formula.
    private static func linked(_ text: String) -> String? {
        guard text.utf8.first == UInt8(ascii: "="), text.prefix(11).uppercased() == "=HYPERLINK(" else { return nil }
        let parts = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        guard let target = parts.first else { return nil }
        if target.lowercased().hasPrefix("mailto:") { return String(target.dropFirst(7).prefix { $0 != "?" }) }
        return parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : String(target)
    }

    /// A cell of several lines for a note: NFC, each line as it is, blanks at both ends left out.
    static func note(_ row: CSVRow, _ column: Int?) -> String? {
        guard let column, !row.isEmpty(column) else { return nil }
        let lines = TextNormalization.nfc(row.text(column)).split(omittingEmptySubsequences: false) { $0.isNewline }
        return lines.joined(separator: "\n").trimmed
    }

    /// Whether a spreadsheet put an error in the place of a value.
    static func isSpreadsheetError(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == UInt8(ascii: "#") || first == UInt8(ascii: "E") else { return false }
        if text.utf8.count >= 2, text.utf8.allSatisfy({ $0 == UInt8(ascii: "#") }) { return true }
        if text.hasPrefix("Err:"), text.utf8.count == 7, text.utf8.dropFirst(4).allSatisfy({ $0 >= 48 && $0 <= 57 }) { return true }
        return errors.contains(text)
    }

    private static let errors: Set<String> = [
        "#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!", "#GETTING_DATA", "#BEZUG!",
        "#WERT!", "#NV", "#ZAHL!", "#NOM?", "#VALEUR!", "#NOMBRE!", "#¿NOMBRE?", "#¡REF!", "#¡VALOR!", "#¡NUM!", "#NOME?", "#VALOR!",
        "#NAAM?",
        "#WAARDE!", "#VERW!", "#NAZWA?", "#ARG!", "#ADR!",
    ]

    /// The e-mail addresses in a cell, and what in it is none.
    ///
    /// One address as a rule. Several are parted by `,`, `;` or a blank, where both sides have an `@`. `mailto:` and angle brackets, with the
    /// name before them, are left out.
    static func addresses(_ text: String) -> (addresses: [String], others: [String]) {
        if isPlainAddress(text) { return ([text], []) }
        // As keyboards of East Asia write them.
        let text =
            text.unicodeScalars.contains { fullWidth[$0] != nil }
            ? String(text.map { fullWidth[$0.unicodeScalars.first ?? " "] ?? $0 }) : text
        var addresses: [String] = []
        var others: [String] = []
        for piece in pieces(of: text) {
            if let address = address(in: piece) {
                if !addresses.contains(address) { addresses.append(address) }
            } else {
                others.append(piece)
            }
        }
        return (addresses, others)
    }

    private static let fullWidth: [Unicode.Scalar: Character] = ["＠": "@", "．": ".", "。": ".", "＜": "<", "＞": ">"]

    private static func pieces(of text: String) -> [String] {
        guard text.utf8.count(where: { $0 == UInt8(ascii: "@") }) > 1 else {
            // One address at most: the whole cell, or one piece of it beside remarks ("ada@example.com, private").
            let isWhole = address(in: text).map { !$0.contains { ",;".contains($0) } || $0.first == "\"" } ?? false
            return isWhole || !text.contains("@") ? [text] : split(text, at: ",;")
        }
        for separators in [",;", ",; "] {
            let pieces = split(text, at: separators)
            if pieces.count > 1, pieces.allSatisfy({ $0.contains("@") }) { return pieces }
        }
        // A list with remains of names or separators in it: the addresses count, the rest is told.
        return split(text, at: ",;")
    }

    private static func split(_ text: String, at separators: String) -> [String] {
        text.split { separators.contains($0) || $0.isNewline }.compactMap { TextNormalization.tidy(String($0)) }
    }

    private static func address(in piece: String) -> String? {
        var candidate = piece[...]
        if let open = candidate.lastIndex(of: "<"), let close = candidate[open...].firstIndex(of: ">") {
            candidate = candidate[candidate.index(after: open)..<close]
        }
        if candidate.utf8.count > 7, candidate.prefix(7).lowercased() == "mailto:" { candidate = candidate.dropFirst(7) }
        if let query = candidate.firstIndex(of: "?"), candidate.firstIndex(of: "@").map({ $0 < query }) ?? false {
            candidate = candidate[..<query]
        }
        let address = (TextNormalization.tidy(String(candidate)) ?? "").trimmingCharacters("'\"<>()[].,;:")
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }), !address.contains(where: \.isWhitespace) else { return nil }
        return address
    }

    private static func isPlainAddress(_ text: String) -> Bool {
        var ats = 0
        var length = 0
        var isLastPlain = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                isLastPlain = true
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "+"):
                if length == 0 { return false }
                isLastPlain = false
            case UInt8(ascii: "@"):
                if ats > 0 || length == 0 { return false }
                ats = 1
                isLastPlain = false
            default: return false
            }
            length += 1
        }
        return ats == 1 && isLastPlain
    }

    /// Whether bytes are a tidy text already: no control characters, no blank at an end or doubled, no apostrophe or equals sign in front, and no
    /// characters that normalisation, folding of blanks or repair could touch (all below U+0300 but the C1 range are safe).
    private static func isTidy(_ bytes: ArraySlice<UInt8>) -> Bool {
        var before: UInt8 = 0x20
        for byte in bytes {
            if byte <= 0x20 {
                if byte != 0x20 || before == 0x20 { return false }
            } else if byte == 0x7F || (byte == UInt8(ascii: "'") || byte == UInt8(ascii: "=")) && before == 0x20 {
                return false
            } else if byte >= 0x80 {
                // Lead bytes of U+00C0 to U+02FF, and what follows a lead byte.
                if byte >= 0xC0, byte < 0xC3 || byte > 0xCB { return false }
            }
            before = byte
        }
        return before != 0x20
    }
}

extension String {
    /// The text without blanks and line ends around it; `nil` where nothing is left.
    fileprivate var trimmed: String? {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else { return nil }
        return String(self[first...last])
    }

    /// The text without any of some characters at its ends.
    fileprivate func trimmingCharacters(_ characters: String) -> String {
        guard let first = firstIndex(where: { !characters.contains($0) }), let last = lastIndex(where: { !characters.contains($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
