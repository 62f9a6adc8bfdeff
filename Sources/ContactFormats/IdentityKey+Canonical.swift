public import ContactModel
import TextMatching

/// Keys in the one form by which entries are found again and meet, whatever file they come from.
extension IdentityKey {
    /// The key of an e-mail address: lower case, NFC.
    public static func email(_ address: String) -> IdentityKey {
        let isPlain = address.utf8.allSatisfy { $0 < 0x80 && !($0 >= 65 && $0 <= 90) }
        return IdentityKey(.email, isPlain ? address : TextNormalization.nfc(address.lowercased()))
    }

    /// The key of a phone number: its digits, with the plus sign in front where there is one; `nil` where there are hardly any digits.
    public static func phone(_ number: String) -> IdentityKey? {
        let number = TextNormalization.asciiDigits(number)
        let digits = number.utf8.filter { $0 >= 48 && $0 <= 57 }
        guard digits.count >= 5 else { return nil }
        let isInternational = number.utf8.first { $0 > 0x20 } == UInt8(ascii: "+")
        return IdentityKey(.phone, (isInternational ? "+" : "") + String(decoding: digits, as: UTF8.self))
    }

    /// The key of a name and the day of connecting; `nil` where there is no name.
    public static func tie(_ name: PersonName, on day: CalendarDate) -> IdentityKey? {
        name.foldedForKeys.map { IdentityKey(.tie, $0 + "|" + day.description) }
    }

    /// The key of a name and a company; `nil` where either is missing.
    public static func position(_ name: PersonName, company: String) -> IdentityKey? {
        guard let name = name.foldedForKeys, let company = foldedForKeys(company) else { return nil }
        return IdentityKey(.position, name + "|" + company)
    }

    /// The key of a name alone; `nil` where there is none.
    public static func name(_ name: PersonName) -> IdentityKey? {
        name.foldedForKeys.map { IdentityKey(.name, $0) }
    }

    /// A text's comparable form; the text itself in lower case where folding leaves nothing of it (a name of emoji); `nil` for an empty one.
    fileprivate static func foldedForKeys(_ text: String) -> String? {
        let folded = TextFolding.folded(text)
        if !folded.isEmpty { return folded }
        let lowercased = TextNormalization.nfc(text.lowercased())
        return lowercased.isEmpty ? nil : lowercased
    }
}

extension PersonName {
    /// The name's comparable form: given and family name folded, or the name in one piece; `nil` where there is none.
    var foldedForKeys: String? {
        guard given != nil || family != nil else { return full.flatMap(IdentityKey.foldedForKeys) }
        guard let given else { return family.flatMap(IdentityKey.foldedForKeys) }
        guard let family else { return IdentityKey.foldedForKeys(given) }
        return IdentityKey.foldedForKeys(given + " " + family)
    }
}
