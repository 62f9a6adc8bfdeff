import ContactFormats
public import ContactModel
public import Vault

/// Adds somebody by hand: values, tags and a note together are one step, which `UndoStep` takes back.
public struct AddPerson: Sendable {
    /// What was done.
    public struct Outcome: Sendable {
        /// The person as they are now.
        public var person: Person
        /// The step of the log.
        public var step: Int64
        /// The entries of sources they were here by already, and are one person with; empty for somebody new.
        public var known: [EntrySummary]
    }

    /// The name in one piece, parted as the names of tables are; `nil` where `settings` say its parts, or there is none.
    public var name: String?
    /// Values; of a list (`EditableField.isList`) as many as there are.
    public var settings: [EditPeople.Change.Setting]
    /// Tags.
    public var tags: [String]
    /// Notes.
    public var notes: [String]

    /// Prepares an addition.
    public init(name: String? = nil, settings: [EditPeople.Change.Setting] = [], tags: [String] = [], notes: [String] = []) {
        self.name = name
        self.settings = settings
        self.tags = tags
        self.notes = notes
    }

    /// Adds them.
    ///
    /// - Throws: `VaultError` with code `refused` where nothing says who it is, a value can't be one of its field, two are given of what there
    ///   is one of, or somebody with that address or profile was erased. Then nobody is added.
    public func run(in vault: Vault) throws -> Outcome {
        let addition = try vault.add(try card())
        return Outcome(
            person: try FindPerson(addition.person.description).run(in: vault), step: addition.step, known: addition.known)
    }

    /// The names of the sources by which somebody who was added with a step is here besides, each once; empty for every other step.
    public static func known(by step: Decision, in vault: Vault) throws -> [String] {
        guard step.kind == .import, let entry = step.subject else { return [] }
        do {
            return Set(try vault.entries(of: entry).filter { $0.id != entry }.map(\.source)).sorted()
        } catch let error as VaultError where error.code == .notFound {
            // The step is taken back.
            return []
        }
    }

    /// What is said, as the entry of a source.
    private func card() throws -> Card {
        var card = Card()
        var seen: Set<EditableField> = []
        if let name {
            guard !settings.contains(where: { $0.field == .given || $0.field == .family }) else {
                throw VaultError(.refused, "The name is given twice, in one piece and in parts. Nobody was added.")
            }
            card.name = PersonName(parting: try Self.filled(name))
        }
        for setting in settings {
            let (field, value) = (setting.field, try Self.checked(setting))
            guard field.isList && field != .birthday || seen.insert(field).inserted else {
                throw VaultError(.refused, "The \(field.rawValue) is given twice, and there is one of it. Nobody was added.")
            }
            switch field {
            case .given: card.name.given = value
            case .family: card.name.family = value
            case .company: card.organizations.append(Organization(value))
            case .title: card.titles.append(value)
            case .email: card.emails.append(EmailAddress(value))
            case .phone: card.phones.append(PhoneNumber(value))
            case .url: card.links.append(Link(page: value))
            case .address: card.addresses.append(PostalAddress(text: value))
            case .birthday: card.birthday = PartialDate(value)
            case .nickname: card.nicknames.append(value)
            }
        }
        card.keywords = try tags.map(Self.filled)
        card.notes = try notes.map(Self.filled)
        // A company without a person is called by its own name, as in tables.
        if card.name.isEmpty, card.emails.isEmpty, card.phones.isEmpty { card.name.full = card.organizations.first?.name }
        guard !card.name.isEmpty || !card.emails.isEmpty || !card.phones.isEmpty else {
            throw VaultError(
                .refused, "Nothing says who it is. Nobody was added; give a name, an e-mail address, a phone number or a company.")
        }
        return card
    }

    /// The first value that can't be one of its field; `nil` where all can.
    public var unusable: EditPeople.Change.Setting? { settings.first { (try? Self.checked($0)) == nil } }

    /// A value as it is kept.
    private static func checked(_ setting: EditPeople.Change.Setting) throws -> String { try setting.field.checked(filled(setting.value)) }

    private static func filled(_ text: String) throws -> String {
        let text = text.trimmingWhitespace()
        guard !text.isEmpty else { throw VaultError(.refused, "There is nothing to write: the text is empty. Nothing was changed.") }
        return text
    }
}
