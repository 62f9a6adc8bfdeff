import ContactFormats
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
            let correction = Correction(.company, was, value, provenance) { $0 }
            correction.make(in: &person.organizations, text: \.name, takingFormer: true) { Organization($0, units: $1.units) }
                .retire(from: &person)
        case .title:
            let correction = Correction(.title, was, value, provenance) { $0 }
            correction.make(in: &person.titles, text: { $0 }, takingFormer: true) { text, _ in text }.retire(from: &person)
        case .email:
            let correction = Correction(.email, was, value, provenance) { $0.lowercased() }
            correction.make(in: &person.emails, text: \.address) { EmailAddress($0, label: $1.label) }.retire(from: &person)
        case .phone:
            let correction = Correction(.phone, was, value, provenance, key: digits)
            correction.make(in: &person.phones, text: \.number) { PhoneNumber($0, label: $1.label) }.retire(from: &person)
        case .url:
            let correction = Correction(.url, was, value, provenance, key: pageKey)
            correction.make(in: &person.links, text: \.uri) { Link($0, service: $1.service, label: $1.label) }.retire(from: &person)
        }
    }

    /// What is the same for two spellings of one page: of a profile, how LinkedIn itself writes it one time and another.
    static func pageKey(of uri: String) -> String { LinkedInProfileKey(uri)?.key.value ?? uri.lowercased() }

    /// A value of one field, and what stands in its place.
    private struct Correction {
        let field: RetiredValue.Field
        let was: String
        let value: String?
        let provenance: Provenance
        /// What is the same for two spellings of a value.
        let key: (String) -> String

        init(
            _ field: RetiredValue.Field, _ was: String, _ value: String?, _ provenance: Provenance, key: @escaping (String) -> String
        ) {
            (self.field, self.was, self.value, self.provenance, self.key) = (field, was, value, provenance, key)
        }

        /// Corrects a list, and tells what is to be kept as former values.
        ///
        /// - Parameter takingFormer: whether what stands behind the first is former, and goes with it where nothing takes its place: one of
        ///   them would be taken for the present one.
        func make<Value>(
            in values: inout [Held<Value>], text: (Value) -> String?, takingFormer: Bool = false, _ make: (String, Value) -> Value
        ) -> Outcome {
            func isOwners(_ held: Held<Value>) -> Bool { held.provenance.contains { $0.source == provenance.source } }
            func isMeant(_ held: Held<Value>, _ meant: String) -> Bool { text(held.value).map { key($0) == key(meant) } ?? false }
            guard let place = values.firstIndex(where: { isMeant($0, was) }) else { return Outcome(of: self, taken: []) }
            let isEmptied = takingFormer && place == 0 && value == nil
            // What the owner said stays until the owner takes it out.
            let former = isEmptied ? values.map { held in !Person.isPresent(held, among: values) && !isOwners(held) } : []
            let old = values[place]
            var taken: [Held<Value>] = []
            var kept: [Held<Value>] = []
            for (index, held) in values.enumerated() {
                if isMeant(held, was) || isEmptied && former[index] { taken.append(held) } else { kept.append(held) }
            }
            if let value {
                var new = Held(make(value, old.value), [provenance], extra: old.extra)
                if let same = kept.firstIndex(where: { isMeant($0, value) }) {
                    new = kept.remove(at: same)
                    new.provenance.insert(provenance, at: 0)
                }
                kept.insert(new, at: min(place, kept.count))
            }
            values = kept
            return Outcome(of: self, taken: taken.compactMap { held in text(held.value).map { ($0, held.provenance) } })
        }

        /// What a correction took out.
        struct Outcome {
            let correction: Correction
            let taken: [(text: String, provenance: [Provenance])]

            init(of correction: Correction, taken: [(text: String, provenance: [Provenance])]) {
                (self.correction, self.taken) = (correction, taken)
            }

            /// Keeps what was taken out as former values, which are not suggested again; what took its place is none.
            func retire(from person: inout Person) {
                guard !taken.isEmpty else { return }
                let (field, value, key) = (correction.field, correction.value, correction.key)
                let suggested = SuggestedField(rawValue: field.rawValue)
                for (text, provenance) in taken where value.map({ key($0) != key(text) }) ?? true {
                    if let suggested { person.declined.insert(DeclinedValue(suggested, text)) }
                    guard !person.retired.contains(where: { $0.value == RetiredValue(field, text) }) else { continue }
                    person.retired.append(Held(RetiredValue(field, text), provenance))
                }
                guard let value else { return }
                person.restore(field, value)
            }
        }
    }
}

extension Person {
    /// Takes a value for a present one again: the owner says so.
    mutating func restore(_ field: RetiredValue.Field, _ value: String) {
        retired.removeAll { $0.value == RetiredValue(field, value) }
        if let suggested = SuggestedField(rawValue: field.rawValue) { declined.remove(DeclinedValue(suggested, value)) }
    }
}
