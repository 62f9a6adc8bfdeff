/// A field of a person that can be kept back when people are handed on.
public enum SharedField: String, CaseIterable, Sendable {
    /// A field.
    case company, title, email, phone, url, address, birthday, note, tag
    /// What is held beyond the fields: a photo, a role, departments, properties other programs made up (`FurtherValue`).
    case further

    /// Those that a value can be asked for.
    public static let ofValues = allCases.filter { $0 != .further }
}

extension Person {
    /// Whether something is kept back when the person is handed on.
    public var keepsSomethingBack: Bool { isWithheld || !withheldFields.isEmpty }

    /// The person as the owner hands them on: without the fields kept back and the values taken out; `nil` where the person is kept back altogether.
    public var handedOn: Person? {
        guard !isWithheld else { return nil }
        guard !withheldFields.isEmpty || !retired.isEmpty else { return self }
        var person = self
        person.retired = []
        guard !withheldFields.isEmpty else { return person }
        for field in withheldFields {
            switch field {
            case .company: person.organizations = []
            case .title: person.titles = []
            case .email: person.emails = []
            case .phone: person.phones = []
            case .url: person.links = []
            case .address: person.addresses = []
            case .birthday:
                person.birthday = nil
                person.otherBirthdays = []
            case .note: person.notes = []
            case .tag: person.tags = []
            case .further: person.dropWhatIsBeyondValues()
            }
        }
        // What sources say beyond our fields has no field to ask about.
        person.extra = [:]
        return person
    }

    private mutating func dropWhatIsBeyondValues() {
        for place in organizations.indices { organizations[place].value.units = [] }
        organizations.removeAll { $0.value.name == nil }
        Self.strip(&names)
        Self.strip(&organizations)
        Self.strip(&titles)
        Self.strip(&emails)
        Self.strip(&phones)
        Self.strip(&links)
        Self.strip(&addresses)
        Self.strip(&nicknames)
        Self.strip(&notes)
        birthday?.extra = [:]
        Self.strip(&otherBirthdays)
    }

    private static func strip<Value>(_ values: inout [Held<Value>]) {
        for place in values.indices { values[place].extra = [:] }
    }
}
