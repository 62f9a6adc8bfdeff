import ContactModel

extension PersonProjection {
    /// Puts a value in place of another, or takes one out: what stood there becomes a former value. Nothing happens where it stands there no
    /// more, as after an undone import.
    static func correct(_ field: EditableField, from was: String, to value: String?, by provenance: Provenance, in person: inout Person) {
        switch field {
        case .given, .family:
            guard var name = person.names.first?.value, (field == .given ? name.given : name.family) == was else { return }
            name.full = nil
            if field == .given { name.given = value } else { name.family = value }
            if !name.isEmpty { person.names.insert(Held(name, [provenance]), at: 0) }
        case .company:
            let old = takeWithFormer(&person.organizations) { $0.name == was }
            if let value { person.organizations.insert(Held(Organization(value), [provenance]), at: 0) }
            for held in old { retire(.company, held, of: &person, \.name) }
        case .title:
            let old = takeWithFormer(&person.titles) { $0 == was }
            if let value { person.titles.insert(Held(value, [provenance]), at: 0) }
            for held in old { retire(.title, held, of: &person) { $0 } }
        case .email:
            let old = replace(&person.emails, by: value, provenance, \.address, where: { $0.lowercased() == was.lowercased() }) {
                EmailAddress($0, label: $1.label)
            }
            if let old { retire(.email, old, of: &person, \.address) }
        case .phone:
            let old = replace(&person.phones, by: value, provenance, \.number, where: { digits(of: $0) == digits(of: was) }) {
                PhoneNumber($0, label: $1.label)
            }
            if let old { retire(.phone, old, of: &person, \.number) }
        case .url:
            let old = replace(&person.links, by: value, provenance, \.uri, where: { $0.lowercased() == was.lowercased() }) {
                Link($0, label: $1.label)
            }
            if let old { retire(.url, old, of: &person, \.uri) }
        }
    }

    /// Takes a value out, and where it was the present one, the former ones behind it too: one of them would be taken for the present one.
    private static func takeWithFormer<Value>(_ values: inout [Held<Value>], where isMeant: (Value) -> Bool) -> [Held<Value>] {
        guard let place = values.firstIndex(where: { isMeant($0.value) }) else { return [] }
        let range = place..<(place == 0 ? values.count : place + 1)
        defer { values.removeSubrange(range) }
        return Array(values[range])
    }

    /// Puts a value where another stood, or nothing; the other is returned.
    private static func replace<Value>(
        _ values: inout [Held<Value>], by text: String?, _ provenance: Provenance, _ textOf: (Value) -> String,
        where isMeant: (String) -> Bool, _ make: (String, Value) -> Value
    ) -> Held<Value>? {
        guard let place = values.firstIndex(where: { isMeant(textOf($0.value)) }) else { return nil }
        let old = values.remove(at: place)
        guard let text else { return old }
        if let same = values.firstIndex(where: { textOf($0.value) == text }) {
            values[same].provenance.insert(provenance, at: 0)
        } else {
            values.insert(Held(make(text, old.value), [provenance]), at: place)
        }
        return old
    }

    /// Keeps a value as a former one, which is not suggested again.
    private static func retire<Value>(
        _ field: RetiredValue.Field, _ old: Held<Value>, of person: inout Person, _ textOf: (Value) -> String?
    ) {
        guard let text = textOf(old.value), !person.retired.contains(where: { $0.value == RetiredValue(field, text) }) else { return }
        person.retired.append(Held(RetiredValue(field, text), old.provenance))
        if let suggested = SuggestedField(rawValue: field.rawValue) { person.declined.insert(DeclinedValue(suggested, text)) }
    }
}
