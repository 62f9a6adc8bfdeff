import ContactModel

/// Properties said in several languages: lines with the same `ALTID` and different `LANGUAGE`s are one value and its translations, which
/// JSContact has as patches in `localizations` (RFC 9555 §2.3.1 and 2.3.10, RFC 9553 §2.7.1).
///
/// The line without a language is the value, else the one in the card's own language, else the first. What can't be said as a patch of the
/// members below stays what it was: properties of their own, with both parameters.
extension VCardInterpreter {
    /// A translation of a value: the language and the members of the entry it patches.
    typealias Translation = (language: String, members: [String: JSONValue])

    /// The properties whose translations are patches.
    private static let translated: Set<VCardProperty> = [.formattedName, .name, .address, .organization, .title, .note]

    /// Which lines are translations of which: the places of the translations, by the place of the line they translate.
    static func translations(in object: VCardObject) -> [Int: [Int]] {
        guard object.lines.contains(where: { !$0.header.parameters.isEmpty && $0.parameter("ALTID") != nil }) else { return [:] }
        var places: [String: [Int]] = [:]
        for index in object.lines.indices {
            let line = object.lines[index]
            guard let property = line.property, translated.contains(property), let alternative = line.parameter("ALTID") else { continue }
            places[line.name + "\n" + alternative, default: []].append(index)
        }
        let own = object.lines.first { $0.property == .language }?.value.trimmingBlanks
        var translations: [Int: [Int]] = [:]
        for alternatives in places.values where alternatives.count > 1 {
            func language(_ index: Int) -> String? { object.lines[index].parameter("LANGUAGE") }
            let value =
                alternatives.first { language($0) == nil } ?? alternatives.first { language($0) == own } ?? alternatives[0]
            let others = alternatives.filter { $0 != value }
            let languages = others.compactMap(language)
            let isClear = languages.count == others.count && Set(languages + [language(value) ?? ""]).count == alternatives.count
            if isClear, alternatives.allSatisfy({ object.lines[$0].group == nil }) { translations[value] = others }
        }
        return translations
    }

    /// Takes a line and its translations; each by itself where they can't be told as patches.
    mutating func take(_ line: ContentLine, translatedBy others: [ContentLine]) {
        guard let translations = patches(of: line, by: others) else {
            take(line)
            for other in others { take(other) }
            return
        }
        take(line.without("ALTID"))
        func add<Value>(to entries: inout [Entry<Value>]) {
            if let last = entries.indices.last { entries[last].translations = translations }
        }
        switch line.property {
        case .address: add(to: &addresses)
        case .organization: add(to: &organizations)
        case .title: add(to: &titles)
        case .note: add(to: &notes)
        default: for (language, members) in translations { names[language, default: [:]].merge(members) { first, _ in first } }
        }
    }

    /// The patches other lines are of a line; `nil` where one of them is none, and for a second name: patches are of the card's one.
    private func patches(of line: ContentLine, by others: [ContentLine]) -> [Translation]? {
        if line.property == .name ? hasName : line.property == .formattedName && formattedName != nil { return nil }
        let own = Self.alone(line, version)
        var translations: [Translation] = []
        for other in others {
            guard let members = Self.members(of: Self.alone(other, version), beyond: own, line.property),
                let language = other.parameter("LANGUAGE")
            else { return nil }
            translations.append((language, members))
        }
        return translations
    }

    /// What a line says by itself, without its language.
    private static func alone(_ line: ContentLine, _ version: VCardVersion) -> VCardInterpreter {
        var interpreter = VCardInterpreter(version: version)
        interpreter.take(line.without("ALTID", "LANGUAGE"))
        return interpreter
    }

    /// The members in which what one line says differs from what another does; `nil` where they differ in more, or in nothing.
    private static func members(
        of other: VCardInterpreter, beyond own: VCardInterpreter, _ property: VCardProperty?
    ) -> [String: JSONValue]? {
        guard other.unknown.isEmpty, own.unknown.isEmpty else { return nil }
        switch property {
        case .formattedName:
            guard let full = other.formattedName, own.formattedName != nil, other.formattedSurplus.isEmpty else { return nil }
            return ["full": .string(full)]
        case .name:
            guard !other.card.name.isEmpty, !own.card.name.isEmpty, other.card.extra.isEmpty else { return nil }
            return ["components": .array(other.card.name.components.map(\.json))]
        case .title:
            guard let title = same(other.titles, own.titles), title.other != title.own else { return nil }
            return ["name": .string(title.other)]
        case .note:
            guard let note = same(other.notes, own.notes), note.other != note.own else { return nil }
            return ["note": .string(note.other)]
        case .organization:
            guard let organization = same(other.organizations, own.organizations) else { return nil }
            var members: [String: JSONValue] = [:]
            if organization.other.name != organization.own.name {
                guard let name = organization.other.name else { return nil }
                members["name"] = .string(name)
            }
            if organization.other.units != organization.own.units {
                guard !organization.other.units.isEmpty else { return nil }
                members["units"] = .array(organization.other.units.map { .object(["name": .string($0)]) })
            }
            return members.isEmpty ? nil : members
        case .address:
            guard let address = same(other.addresses, own.addresses), address.other.label == address.own.label,
                own.addresses[0].surplus["components"] == nil, !address.other.components.isEmpty,
                (address.other.full == nil) == (address.own.full == nil)
            else { return nil }
            var members = ["components": JSONValue.array(address.other.components.map(\.json))]
            if address.other.full != address.own.full { members["full"] = address.other.full.map { .string($0) } }
            return address.other == address.own ? nil : members
        default: return nil
        }
    }

    /// The one entry of two lists each, where nothing but the value tells them apart.
    private static func same<Value>(_ other: [Entry<Value>], _ own: [Entry<Value>]) -> (other: Value, own: Value)? {
        guard other.count == 1, own.count == 1, other[0].surplus == own[0].surplus else { return nil }
        return (other[0].value, own[0].value)
    }

    /// Files the translations of an entry under the key it has got.
    mutating func localize(_ translations: [Translation], _ path: String) {
        guard !translations.isEmpty else { return }
        var localizations = card.extra["localizations"]?.objectValue ?? [:]
        for (language, members) in translations {
            var patches = localizations[language]?.objectValue ?? [:]
            for (member, value) in members { patches[path + "/" + member] = value }
            localizations[language] = .object(patches)
        }
        card.extra["localizations"] = .object(localizations)
    }

    /// Files the translations of the name. One in one piece that its parts say too is none.
    mutating func localizeName() {
        for (language, members) in names {
            var members = members
            let parts = members["components"]?.arrayValue.map { PersonName(components: $0.compactMap(CardComponent.init)) } ?? card.name
            let display = PersonName(
                prefix: parts.prefix, given: parts.given, middle: parts.middle, family: parts.family, suffix: parts.suffix
            )
            .display
            if members["full"] == .string(display), members.count > 1 { members["full"] = nil }
            localize([(language, members)], "name")
        }
    }
}
