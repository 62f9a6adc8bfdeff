extension Card {
    /// The lists of a card whose entries other programs may say more of than there are fields for.
    ///
    /// What they say beyond is in `extra`, under the list's name and the entry's key: a letter and the entry's place, counted from 1
    /// (`"emails": {"e1": {"pref": 1}}`).
    public enum EntryList: String, CaseIterable, Sendable {
        /// A list, by its JSContact name; `onlineServices` and `links` share the places of `Card.links`.
        case nicknames, organizations, titles, emails, phones, onlineServices, links, addresses, anniversaries, notes

        /// The letter its keys begin with.
        public var letter: Character { Character(Unicode.Scalar(letterByte)) }

        private var letterByte: UInt8 {
            switch self {
            case .nicknames: UInt8(ascii: "k")
            case .organizations: UInt8(ascii: "o")
            case .titles: UInt8(ascii: "t")
            case .emails: UInt8(ascii: "e")
            case .phones: UInt8(ascii: "p")
            case .onlineServices: UInt8(ascii: "s")
            case .links: UInt8(ascii: "l")
            case .addresses, .anniversaries: UInt8(ascii: "a")
            case .notes: UInt8(ascii: "n")
            }
        }

        /// The key of the entry at a place, counted from 0.
        public func key(at index: Int) -> String {
            let number = index.magnitude &+ 1
            guard number < 10 else { return String(letter) + String(number) }
            // Looked up for every value of every card, of which few have ten of a kind: two bytes of ASCII, for which there is room.
            return String(unsafeUninitializedCapacity: 2) { buffer in
                buffer[0] = letterByte
                buffer[1] = UInt8(truncatingIfNeeded: 48 + number)
                return 2
            }
        }

        /// The list a link is in.
        public static func of(_ link: Link) -> EntryList { link.service == nil ? .links : .onlineServices }
    }

    /// What is said of an entry beyond its fields; empty where that is nothing.
    public func surplus(_ list: EntryList, at index: Int) -> [String: JSONValue] {
        guard !extra.isEmpty, let surplus = extra[list.rawValue]?.objectValue else { return [:] }
        return surplus[list.key(at: index)]?.objectValue ?? [:]
    }

    /// Says of an entry what is beyond its fields.
    public mutating func setSurplus(_ members: [String: JSONValue], _ list: EntryList, at index: Int) {
        if members.isEmpty, extra[list.rawValue]?.objectValue?.isEmpty ?? true { return }
        // Taken out, so that they are not copied to be changed.
        var entries = extra.removeValue(forKey: list.rawValue)?.objectValue ?? [:]
        entries[list.key(at: index)] = members.isEmpty ? nil : .object(members)
        extra[list.rawValue] = entries.isEmpty ? nil : .object(entries)
    }

    /// What is said of the name beyond its fields.
    public var nameSurplus: [String: JSONValue] { extra.isEmpty ? [:] : extra["name"]?.objectValue ?? [:] }

    /// `extra` without what belongs to an entry or the name: what is said of the contact as a whole.
    public var extraOfWhole: [String: JSONValue] {
        guard !extra.isEmpty else { return [:] }
        var rest = extra
        if rest["name"]?.objectValue != nil { rest["name"] = nil }
        let lists = extra.keys.compactMap(EntryList.init)
        if lists.isEmpty { return rest }
        func drop(_ list: EntryList, _ indices: some Sequence<Int>) {
            guard lists.contains(list), var entries = rest[list.rawValue]?.objectValue else { return }
            for index in indices { entries[list.key(at: index)] = nil }
            rest[list.rawValue] = entries.isEmpty ? nil : .object(entries)
        }
        drop(.nicknames, nicknames.indices)
        drop(.organizations, organizations.indices)
        drop(.titles, titles.indices)
        drop(.emails, emails.indices)
        drop(.phones, phones.indices)
        drop(.onlineServices, links.indices.filter { links[$0].service != nil })
        drop(.links, links.indices.filter { links[$0].service == nil })
        drop(.addresses, addresses.indices)
        drop(.anniversaries, 0..<(birthday == nil ? 0 : 1))
        drop(.notes, notes.indices)
        return rest
    }

    /// Adds to what is said of a contact as a whole what another source says; of two that can't both stand the first stays.
    ///
    /// Lists are joined. Maps of entries by id (`media`) are too; an entry whose id is taken by another one gets a new id.
    public static func add(_ other: [String: JSONValue], to extra: inout [String: JSONValue]) {
        for (name, value) in other {
            guard let known = extra[name] else {
                extra[name] = value
                continue
            }
            switch (known, value) {
            case _ where known == value || name.hasPrefix(extensionPrefix): break
            case (.array(let elements), .array(let others)):
                extra[name] = .array(elements + others.filter { !elements.contains($0) })
            case (.object(let members), .object(let others)): extra[name] = .object(joined(members, others))
            default: break
            }
        }
    }

    private static func joined(_ members: [String: JSONValue], _ others: [String: JSONValue]) -> [String: JSONValue] {
        var joined = members
        for (id, value) in others.sorted(by: { $0.key < $1.key }) {
            guard let known = joined[id] else {
                joined[id] = value
                continue
            }
            guard known != value, value.objectValue != nil, !joined.values.contains(value) else { continue }
            var number = 2
            while joined["\(id)-\(number)"] != nil { number += 1 }
            joined["\(id)-\(number)"] = value
        }
        return joined
    }
}
