import TextMatching

/// The name a source gets where neither the owner nor the file says one.
///
/// Two exports of one address book must meet under one name, and two address books must not: an absence from the second would else be
/// taken for one from the first. Services that name themselves ("Google Contacts") are sources by their own name; of other files the
/// file's name tells, without what changes from export to export.
public enum SourceName {
    /// Words that say what a file is and not whose.
    private static let idleWords: Set<String> = [
        "contact", "contacts", "contacte", "contactos", "contatos", "contatti", "kontakt", "kontakte", "adressbuch", "adresses", "carnet",
        "address", "addresses", "addressbook", "book", "people", "export", "exported", "exports", "vcard", "vcards", "vcf", "csv", "ldif",
        "mbox", "mail", "all", "alle", "my", "copy", "kopie", "copie", "final", "new", "old", "backup", "download", "data", "list", "file",
        "input", "stdin", "from", "of", "the", "and", "standard", "input",
    ]

    /// "Address book" for `contacts (2).vcf` and `export-2026-01-31.vcf`, "Address book (work)" for `Work.vcf`: in small letters, which keep
    /// their accents.
    static func of(_ service: String, fileName: String) -> String {
        let name = EntryPath.lastPart(of: fileName)
        let part = PartName(fileName).flatMap { $0.number == nil ? nil : $0.stem[...] } ?? name[...]
        let stem = part.firstIndex(of: ".").map { part[..<$0] } ?? part
        let words = TextNormalization.nfc(String(stem)).lowercased().split { !$0.isLetter }.map(String.init)
        let telling = words.filter { $0.count > 1 && !idleWords.contains(TextFolding.folded($0)) }
        return telling.isEmpty ? service : "\(service) (\(telling.joined(separator: " ")))"
    }

    /// The name of another list where a file's name gives the same to several: "Address book (clients 2)", "Google Contacts (2)".
    public static func numbered(_ name: String, _ number: Int) -> String {
        name.hasSuffix(")") ? "\(name.dropLast()) \(number))" : "\(name) (\(number))"
    }

    /// The number of the part a file says it is; `nil` where it says none.
    public static func number(of fileName: String) -> Int? { PartName(fileName)?.number }

    /// Whether a name is another one with a number.
    public static func isNumbered(_ name: String, of other: String) -> Bool {
        let digits = name.dropLast().reversed().prefix { $0.isASCII && $0.isNumber }.reversed()
        return Int(String(digits)).map { numbered(other, $0) == name } ?? false
    }
}
