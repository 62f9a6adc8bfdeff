import ContactModel
import TextMatching

/// A name as a header field writes it beside an address.
enum DisplayName {
    /// The name's text: quotes, escapes, folds and comments taken off, encoded words read, tidied; `nil` where nothing is left that could
    /// be a name, or where it is only the address again.
    static func text(_ bytes: [UInt8], isComment: Bool, address: String, hint: NamedCharset? = nil) -> String? {
        let plain = unquoted(bytes, isComment: isComment)
        guard var text = TextNormalization.tidy(TextNormalization.nfc(EncodedWords.text(plain, hint: hint))) else { return nil }
        while let inside = withoutQuotes(text) { text = inside }
        guard text.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else { return nil }
        // Cut off, it may end with a blank.
        if text.count > MailLimits.name { text = TextNormalization.tidy(String(text.prefix(MailLimits.name))) ?? text }
        let lowercased = text.lowercased()
        guard lowercased != address.lowercased(), !(lowercased.contains("@") && !lowercased.contains(" ")) else { return nil }
        return text
    }

    /// Without quotes, escapes, line ends and, outside quotes, comments.
    private static func unquoted(_ bytes: [UInt8], isComment: Bool) -> [UInt8] {
        var plain: [UInt8] = []
        var depth = 0
        var place = isComment && bytes.first == 0x28 ? 1 : 0
        let end = isComment && bytes.last == 0x29 ? bytes.count - 1 : bytes.count
        let hasQuotes = !isComment && bytes.lazy.filter { $0 == 0x22 }.count > 1
        var isQuoted = false
        while place < end {
            let byte = bytes[place]
            place += 1
            switch byte {
            case 0x5C where place < end:
                // ISO-2022-JP has backslashes of its own, between escapes.
                if bytes.contains(0x1B) { plain.append(byte) }
                plain.append(bytes[place])
                place += 1
            case 0x22 where hasQuotes:
                isQuoted.toggle()
            case 0x28 where !isQuoted && !isComment && bytes.contains(0x29): depth += 1
            case 0x29 where depth > 0: depth -= 1
            case 0x0A, 0x0D, 0x09, 0x00: if depth == 0, plain.last != 0x20 { plain.append(0x20) }
            default: if depth == 0 { plain.append(byte) }
            }
        }
        return plain
    }

    private static func withoutQuotes(_ text: String) -> String? {
        guard text.count > 2, let first = text.first, let last = text.last else { return nil }
        let pairs: [Character: Character] = ["'": "'", "\"": "\"", "“": "”", "‘": "’", "„": "“", "«": "»", "<": ">", "[": "]", "`": "'"]
        if pairs[first] == last { return TextNormalization.tidy(String(text.dropFirst().dropLast())) }
        // A quote that lost the other one on the way.
        if first == "\"" || first == "<" { return TextNormalization.tidy(String(text.dropFirst())) }
        if last == "\"" || last == "<" { return TextNormalization.tidy(String(text.dropLast())) }
        return nil
    }

    /// The name in parts where a comma says which is the family name (`Doe, Jane`); in one piece otherwise.
    static func name(_ text: String) -> PersonName {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).compactMap { TextNormalization.tidy(String($0)) }
        guard parts.count == 2, text.count(where: { $0 == "," }) == 1, parts[0].split(separator: " ").count <= 3,
            parts[1].split(separator: " ").count <= 3, !suffixes.contains(TextFolding.folded(parts[1]).filter(\.isLetter)),
            !parts[1].contains(where: { "|/()@–".contains($0) }), !parts[0].contains(where: { "|/()@–".contains($0) })
        else { return PersonName(full: text) }
        return PersonName(given: parts[1], family: parts[0])
    }

    /// What follows a comma and is no given name.
    private static let suffixes: Set<String> = [
        "phd", "md", "jd", "esq", "jr", "sr", "ii", "iii", "iv", "mba", "msc", "bsc", "ma", "ba", "llm", "llb", "cpa", "cfa", "pe", "rn",
        "dds", "dvm", "edd", "dphil", "pmp", "cissp", "inc", "llc", "ltd", "llp", "gmbh", "ag", "sa", "bv", "co", "corp", "plc", "kg", "pc",
        "dr", "prof", "ra", "dipling", "frcp", "fca", "aia", "cpm", "usa", "uk",
    ]

    /// How good a spelling is as the name to show; more is better.
    static func quality(_ text: String) -> Int {
        let words = text.split(separator: " ")
        var quality = 0
        if words.count >= 2 { quality += 4 }
        if words.count > 5 { quality -= 3 }
        let letters = text.filter(\.isLetter)
        let hasCase = letters.contains { $0.isUppercase } && letters.contains { $0.isLowercase }
        if hasCase || !letters.contains(where: \.isCased) { quality += 2 }
        if text.contains("@") { quality -= 4 }
        if text.contains(where: { "()[]|/\\:;<>?=".contains($0) }) || text.contains("\u{FFFD}") { quality -= 2 }
        if text.contains(where: \.isNumber) { quality -= 1 }
        let folded = TextFolding.folded(text)
        if folded.holds(" via ") || folded.holds(" on behalf of ") { quality -= 4 }
        return quality
    }
}
