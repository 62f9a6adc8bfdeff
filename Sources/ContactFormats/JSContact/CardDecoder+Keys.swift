import ContactModel

/// The keys of entries: a card's own are a letter and the entry's place, whatever key it came with.
extension CardDecoder {
    /// Files what maps of entries left over, under keys that no entry of the card is going to be written under.
    mutating func fileLeftovers() {
        for leftover in leftovers {
            var entries = card.extra[leftover.property]?.objectValue ?? [:]
            entries.merge(leftover.surplus) { _, last in last }
            for misfit in leftover.misfits {
                let isTaken = Self.number(of: misfit.key, letter: leftover.letter).map { isWritten(leftover.property, $0) } ?? false
                entries[isTaken ? "_" + misfit.key : misfit.key] = misfit.value
            }
            card.extra[leftover.property] = .object(entries)
        }
    }

    /// Lets patches (RFC 9553 §2.7.1) and a title's organisation (§2.2.5) name entries by the keys they have now.
    mutating func followRenamed() {
        if let languages = card.extra["localizations"]?.objectValue {
            card.extra["localizations"] = .object(
                languages.mapValues { value in
                    guard let patches = value.objectValue else { return value }
                    return .object(Dictionary(patches.map { (followed($0.key), $0.value) }) { first, _ in first })
                })
        }
        guard let organizations = renamed["organizations"], let titles = card.extra["titles"]?.objectValue else { return }
        card.extra["titles"] = .object(
            titles.mapValues { value in
                guard var members = value.objectValue, let key = members["organizationId"]?.stringValue.flatMap({ organizations[$0] })
                else {
                    return value
                }
                members["organizationId"] = .string(key)
                return .object(members)
            })
    }

    /// The path of a patch with the key its entry has now.
    private func followed(_ path: String) -> String {
        var steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard steps.count > 1 else { return path }
        let key = steps[1].replacing("~1", with: "/").replacing("~0", with: "~")
        guard let new = renamed[steps[0]]?[key] else { return path }
        steps[1] = new
        return steps.joined(separator: "/")
    }

    /// Whether the card has an entry of a property with such a number, from 1.
    private func isWritten(_ property: String, _ number: Int) -> Bool {
        switch property {
        case "organizations": number <= card.organizations.count
        case "titles": number <= card.titles.count
        case "emails": number <= card.emails.count
        case "phones": number <= card.phones.count
        case "addresses": number <= card.addresses.count
        case "notes": number <= card.notes.count
        case "nicknames": number <= card.nicknames.count
        case "anniversaries": number <= (card.birthday == nil ? 0 : 1)
        default:
            // Services and other links share their numbers.
            number <= card.links.count && (card.links[number - 1].service != nil) == (property == LinkProperty.onlineServices.rawValue)
        }
    }

    static func key(_ letter: UInt8, _ number: Int) -> String {
        String(Unicode.Scalar(letter)) + String(number)
    }

    /// The number in a key such as `e12`, as the encoder makes them; `nil` for other keys.
    static func number(of key: String, letter: UInt8) -> Int? {
        guard key.utf8.first == letter, let first = key.utf8.dropFirst().first, first != UInt8(ascii: "0") else { return nil }
        var number = 0
        for byte in key.utf8.dropFirst() {
            guard byte >= 48, byte <= 57, number < 1_000_000_000 else { return nil }
            number = number * 10 + Int(byte - 48)
        }
        return number
    }
}
