import ContactModel
import TextMatching

/// Builds the keys by which LinkedIn's entries are found again and meet.
enum LinkedInKeys {
    /// The key of an e-mail address: lower case, NFC.
    static func email(_ address: String) -> IdentityKey {
        let isPlain = address.utf8.allSatisfy { $0 < 0x80 && !($0 >= 65 && $0 <= 90) }
        return IdentityKey(.email, isPlain ? address : TextNormalization.nfc(address.lowercased()))
    }

    /// The key of a phone number: its digits, with the plus sign in front where there is one; `nil` where there are hardly any digits.
    static func phone(_ number: String) -> IdentityKey? {
        let digits = number.utf8.filter { $0 >= 48 && $0 <= 57 }
        guard digits.count >= 5 else { return nil }
        let isInternational = number.utf8.first { $0 > 0x20 } == UInt8(ascii: "+")
        return IdentityKey(.phone, (isInternational ? "+" : "") + String(decoding: digits, as: UTF8.self))
    }

    /// A name's comparable form: given and family name folded, or the name in one piece; `nil` where there is none.
    static func folded(_ name: PersonName) -> String? {
        guard name.given != nil || name.family != nil else { return name.full.flatMap(folded) }
        guard let given = name.given else { return name.family.flatMap(folded) }
        guard let family = name.family else { return folded(given) }
        return folded(given + " " + family)
    }

    /// A text's comparable form; the text itself in lower case where folding leaves nothing of it; `nil` for an empty one.
    static func folded(_ text: String) -> String? {
        let folded = TextFolding.folded(text)
        if !folded.isEmpty { return folded }
        let lowercased = TextNormalization.nfc(text.lowercased())
        return lowercased.isEmpty ? nil : lowercased
    }

    /// The keys of someone with this name, the strongest first: with the day of connecting, with the company, the name alone.
    static func keys(name: String, connectedOn: CalendarDate?, company: String?) -> [IdentityKey] {
        var keys: [IdentityKey] = []
        if let connectedOn { keys.append(tie(name, connectedOn)) }
        if let company = company.flatMap(folded) { keys.append(IdentityKey(.position, name + "|" + company)) }
        keys.append(IdentityKey(.name, name))
        return keys
    }

    /// Keys in their order, each of them once: addresses that differ in case only have one key.
    static func distinct(_ keys: [IdentityKey]) -> [IdentityKey] {
        var distinct: [IdentityKey] = []
        for key in keys where !distinct.contains(key) { distinct.append(key) }
        return distinct
    }

    /// The key of a folded name and the day of connecting.
    static func tie(_ name: String, _ connectedOn: CalendarDate) -> IdentityKey {
        IdentityKey(.tie, name + "|" + connectedOn.description)
    }
}
