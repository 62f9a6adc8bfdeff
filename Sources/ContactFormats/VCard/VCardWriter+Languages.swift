import ContactModel

/// What a card says in other languages, as far as vCard 4.0 can say it in lines of the same property (RFC 9555 §2.3.10).
struct CardTranslations {
    /// The members of an entry in other languages, by the entry's path (`titles/t1`).
    private(set) var entries: [String: [(language: String, members: [String: JSONValue])]] = [:]
    /// The patches no line can say, in the shape of `localizations`.
    private(set) var rest: [String: JSONValue] = [:]

    init() {}

    /// Sorts a card's patches. One is said by a line where it is of the shape reading gives, so that it comes back as it was.
    init(of card: Card) {
        guard let localizations = card.extra["localizations"]?.objectValue else { return }
        for (language, value) in localizations.sorted(by: { $0.key < $1.key }) {
            guard let patches = value.objectValue, !language.isEmpty, !patches.isEmpty else {
                rest[language] = value
                continue
            }
            var grouped: [String: [String: JSONValue]] = [:]
            var others: [String: JSONValue] = [:]
            for (path, patch) in patches {
                let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
                let entry = steps.dropLast().joined(separator: "/")
                if let member = steps.last, !entry.isEmpty { grouped[entry, default: [:]][member] = patch } else { others[path] = patch }
            }
            for (entry, members) in grouped {
                if Self.isSayable(members, entry, of: card) {
                    entries[entry, default: []].append((language, members))
                } else {
                    for (member, patch) in members { others[entry + "/" + member] = patch }
                }
            }
            if !others.isEmpty { rest[language] = .object(others) }
        }
    }

    /// Whether the patches of an entry make a line that is read back as they are.
    private static func isSayable(_ members: [String: JSONValue], _ entry: String, of card: Card) -> Bool {
        func text(_ member: String, unlike own: String?) -> Bool {
            guard let text = members[member] else { return true }
            return text.stringValue.map { !$0.isEmpty && $0 != own && VCardText.trimmed($0) == $0 } ?? false
        }
        func components(_ own: [CardComponent], _ isSame: ([CardComponent]) -> Bool) -> Bool {
            guard let list = members["components"]?.arrayValue, !list.isEmpty else { return false }
            let components = list.compactMap(CardComponent.init)
            return components.map(\.json) == list && isSame(components) && !own.isEmpty
        }
        if entry == "name" {
            guard Set(members.keys).isSubset(of: ["components", "full"]),
                isPlain(card.nameSurplus, except: VCardInterpreter.formattedName, VCardInterpreter.partsOfName),
                isPlain(card.nameSurplus[VCardInterpreter.formattedName]?.objectValue ?? [:], except: VCardInterpreter.isAlone)
            else { return false }
            var name = card.name
            if members["components"] != nil {
                guard components(name.components, { PersonName(components: $0).components == $0 }) else { return false }
                name = PersonName(components: members["components"]?.arrayValue?.compactMap(CardComponent.init) ?? [])
            }
            name.full = nil
            // Said by its parts already, the whole name would not be read as a patch.
            return text("full", unlike: members.count > 1 ? name.display : nil) && !card.name.isEmpty
        }
        let steps = entry.split(separator: "/")
        guard steps.count == 2, let list = Card.EntryList(rawValue: String(steps[0])),
            let index = card.indices(of: list).first(where: { list.key(at: $0) == steps[1] }), isPlain(card.surplus(list, at: index))
        else { return false }
        let known = Set(members.keys)
        switch list {
        case .titles: return known == ["name"] && text("name", unlike: card.titles[index])
        case .notes: return known == ["note"] && text("note", unlike: card.notes[index])
        case .organizations:
            let own = card.organizations[index]
            guard known.isSubset(of: ["name", "units"]), text("name", unlike: own.name) else { return false }
            guard let units = members["units"] else { return true }
            let names = Self.units(units)
            return !names.isEmpty && names != own.units && units == .array(names.map { .object(["name": .string($0)]) })
        case .addresses:
            let own = card.addresses[index]
            return known.isSubset(of: ["components", "full"]) && text("full", unlike: own.full)
                && (members["full"] == nil || own.full != nil)
                && components(own.components) { PostalAddress(components: $0).components == $0 && $0 != own.components }
        default: return false
        }
    }

    /// Whether what is said beyond an entry's fields goes with a translation as well.
    private static func isPlain(_ surplus: [String: JSONValue], except known: String...) -> Bool {
        guard surplus.keys.allSatisfy({ ["pref", "contexts", "listAs", "vCardParams"].contains($0) || known.contains($0) }) else {
            return false
        }
        let parameters = surplus["vCardParams"]?.objectValue ?? [:]
        return parameters["group"] == nil && parameters["altid"] == nil
    }

    /// The names of units.
    static func units(_ value: JSONValue?) -> [String] { (value?.arrayValue ?? []).compactMap { $0["name"]?.stringValue } }
}

extension VCardWriter {
    /// Writes an entry once for the card itself and once for each language it is said in.
    ///
    /// - Parameters:
    ///   - path: the entry's place in JSContact: `titles/t1`.
    ///   - line: writes the line of the members given, which are none for the card itself, with what is said beyond them.
    mutating func inAllLanguages(
        _ path: @autoclosure () -> String,
        _ surplus: [String: JSONValue],
        _ line: (inout VCardWriter, _ members: [String: JSONValue], _ surplus: [String: JSONValue]) -> Void
    ) {
        guard !translations.entries.isEmpty, let others = translations.entries[path()], !others.isEmpty else {
            return line(&self, [:], surplus)
        }
        lastAlternative += 1
        line(&self, [:], alternative(of: surplus, in: nil))
        for (language, members) in others { line(&self, members, alternative(of: surplus, in: language)) }
    }

    /// What is said beyond an entry's fields, with the number of the alternative being written and its language, where it has one.
    func alternative(of surplus: [String: JSONValue], in language: String?) -> [String: JSONValue] {
        var parameters = surplus["vCardParams"]?.objectValue ?? [:]
        parameters["altid"] = .string("\(lastAlternative)")
        if let language { parameters["language"] = .string(language) }
        var surplus = surplus
        surplus["vCardParams"] = .object(parameters)
        return surplus
    }
}

extension Card {
    /// The places of a list's entries, counted from 0, of the lists a translation may be of.
    fileprivate func indices(of list: EntryList) -> Range<Int> {
        switch list {
        case .titles: titles.indices
        case .notes: notes.indices
        case .organizations: organizations.indices
        case .addresses: addresses.indices
        default: 0..<0
        }
    }
}
