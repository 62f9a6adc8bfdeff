import ContactFormats
import ContactModel

extension PersonProjection {
    /// Puts a value the owner said into a person: first, or in place of another, which becomes a former one; or takes one out.
    ///
    /// Where what it takes the place of stands there no more, as after an undone import or merge, the owner's value comes first all the same,
    /// and where nothing takes its place nothing happens.
    static func put(_ said: OwnersValue, in person: inout Person) {
        switch said.field {
        case .given, .family: said.put(intoNameOf: &person)
        case .company:
            said.put(into: \.organizations, of: &person, text: \.name, takingFormer: true) { Organization($0, units: $1?.units ?? []) }
        case .title: said.put(into: \.titles, of: &person, text: { $0 }, takingFormer: true) { text, _ in text }
        case .email:
            said.put(into: \.emails, of: &person, text: \.address) { address, old in
                // What was said of the address before is not said of this one.
                let isSame = old.map { said.field.key(of: $0.address) == said.field.key(of: address) } ?? false
                return EmailAddress(address, label: old?.label, use: isSame ? old?.use : nil)
            }
        case .phone: said.put(into: \.phones, of: &person, text: \.number) { PhoneNumber($0, label: $1?.label) }
        case .url: said.put(into: \.links, of: &person, text: \.uri) { Link($0, service: $1?.service, label: $1?.label) }
        case .address: said.put(into: \.addresses, of: &person, text: \.text) { PostalAddress(text: $0, label: $1?.label) }
        case .birthday: said.put(into: \.birthdays, of: &person, text: \.description) { text, _ in PartialDate(text) }
        case .nickname: said.put(into: \.nicknames, of: &person, text: { $0 }) { text, _ in text }
        }
    }
}

/// A value of one field that the owner said, and the one in whose place it stands.
struct OwnersValue {
    var field: EditableField
    /// What it takes the place of; `nil` where it is put before the others.
    var was: String?
    /// The value; `nil` takes out what was.
    var value: String?
    var provenance: Provenance

    /// Puts it into a list.
    ///
    /// - Parameters:
    ///   - takingFormer: whether what stands behind the first is former, and goes with it where nothing takes its place: one of them would be
    ///     taken for the present one.
    ///   - make: the value of a text, with what the one it takes the place of has beside it; `nil` where the text is none.
    func put<Value>(
        into list: WritableKeyPath<Person, [Held<Value>]>, of person: inout Person, text: (Value) -> String?, takingFormer: Bool = false,
        _ make: (String, Value?) -> Value?
    ) {
        func isMeant(_ held: Held<Value>, by meant: String) -> Bool {
            text(held.value).map { field.key(of: $0) == field.key(of: meant) } ?? false
        }
        func isOwners(_ held: Held<Value>) -> Bool { held.provenance.contains { $0.source == provenance.source } }
        let values = person[keyPath: list]
        let place = was.flatMap { was in values.firstIndex { isMeant($0, by: was) } }
        var kept = values
        var taken: [Held<Value>] = []
        if let place, let was {
            let isEmptied = takingFormer && place == 0 && value == nil
            kept = []
            for held in values {
                // What the owner said stays until the owner takes it out.
                let isFormer = isEmptied && !Person.isPresent(held, among: values) && !isOwners(held)
                if isMeant(held, by: was) || isFormer { taken.append(held) } else { kept.append(held) }
            }
        }
        if let value {
            let known = kept.firstIndex { isMeant($0, by: value) }
            let same = known.map { kept.remove(at: $0) }
            let old = same ?? place.map { values[$0] }
            guard let new = make(value, old?.value) else { return }
            // The place on the map of the address before is not this one's.
            let extra = field == .address ? same?.extra : old?.extra
            let held = Held(new, [provenance] + (same?.provenance ?? []), extra: extra ?? [:])
            // A value that stood before the one it takes the place of comes no later for that.
            kept.insert(held, at: min(place ?? 0, known ?? kept.count, kept.count))
        }
        person[keyPath: list] = kept
        retire(taken.compactMap { held in text(held.value).map { ($0, held.provenance) } }, from: &person)
    }

    /// Puts it into the name to use first; the name before stays behind it.
    func put(intoNameOf person: inout Person) {
        var name = person.names.first?.value ?? PersonName()
        if value == nil, (field == .given ? name.given : name.family) != was { return }
        name.full = nil
        if field == .given { name.given = value } else { name.family = value }
        if !name.isEmpty { person.names.putFirst(name, by: provenance) }
    }

    /// Keeps what was taken out as former values, which are not suggested again; what took its place is none.
    private func retire(_ taken: [(text: String, provenance: [Provenance])], from person: inout Person) {
        guard let retired = RetiredValue.Field(rawValue: field.rawValue) else { return }
        let suggested = SuggestedField(rawValue: field.rawValue)
        for (text, provenance) in taken where value.map({ field.key(of: $0) != field.key(of: text) }) ?? true {
            if let suggested { person.declined.insert(DeclinedValue(suggested, text)) }
            guard !person.retired.contains(where: { $0.value == RetiredValue(retired, text) }) else { continue }
            person.retired.append(Held(RetiredValue(retired, text), provenance))
        }
        guard let value else { return }
        person.retired.removeAll { $0.value.field == retired && field.key(of: $0.value.text) == field.key(of: value) }
        if let suggested { person.declined.remove(DeclinedValue(suggested, value)) }
    }
}

extension Array {
    /// Puts a value before the others; one that is there already comes to the front, with all who say so.
    mutating func putFirst<Value: Equatable>(_ value: Value, by provenance: Provenance) where Element == Held<Value> {
        let known = firstIndex { $0.value == value }.map { remove(at: $0) }
        insert(Held(value, [provenance] + (known?.provenance ?? []), extra: known?.extra ?? [:]), at: 0)
    }
}
