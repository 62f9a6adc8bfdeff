import ContactFormats
import ContactModel

/// What an entry is called across machines and imports: by its profile alone, which is one person wherever it stands, or by its key
/// within its list.
struct EntryName: Hashable, Comparable {
    var key: IdentityKey
    /// The whole name, `profile:linkedin:ada-example` or `email:ada@example.com|Address book|address-book|0`.
    var text: String
    /// The id of the person whose anchor the entry is.
    var id: UniqueID

    init(key: IdentityKey, list: ListCatalog.Key, sourceName: String, ordinal: Int64) {
        self.init(key: key, keyText: key.description, list: list, sourceName: sourceName, ordinal: ordinal)
    }

    /// Names an entry whose key's text is there already.
    init(key: IdentityKey, keyText: String, list: ListCatalog.Key, sourceName: String, ordinal: Int64) {
        self.key = key
        text = Self.text(key.kind, keyText: keyText, list: list, sourceName: sourceName, ordinal: ordinal)
        id = UniqueID(named: text)
    }

    /// The whole name of an entry whose key is of a kind.
    static func text(_ kind: IdentityKey.Kind, keyText: String, list: ListCatalog.Key, sourceName: String, ordinal: Int64) -> String {
        kind == .profile ? keyText : "\(keyText)|\(sourceName)|\(list.list)|\(ordinal)"
    }

    /// The strongest first: the first of a person's entries is the anchor that names the person.
    static func < (left: EntryName, right: EntryName) -> Bool {
        if left.key.kind != right.key.kind { return left.key.kind < right.key.kind }
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

/// The keys by which an entry may meet other entries of the same human being.
enum IdentityKeys {
    /// The keys of a card: profiles, e-mail addresses, phone numbers, and name with day of connecting.
    static func joining(of card: Card, entryKey: IdentityKey) -> [IdentityKey] {
        var keys: [IdentityKey] = []
        if entryKey.kind == .profile {
            keys.append(entryKey)
        } else {
            for link in card.links {
                if let key = LinkedInProfileKey(link.uri) { keys.append(key.key) }
            }
        }
        for email in card.emails { keys.append(.email(email.address)) }
        for phone in card.phones {
            if let key = IdentityKey.phone(phone.number) { keys.append(key) }
        }
        if let day = card.connectedOn, let key = IdentityKey.tie(card.name, on: day) { keys.append(key) }
        return keys
    }
}
