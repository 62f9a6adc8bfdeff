public import ContactModel
public import Vault

/// Shows a stretch of the list of people; mistyped words find the nearest there are.
public struct BrowsePeople: Sendable {
    /// Which people.
    public var filter: PeopleFilter
    /// How many to pass over.
    public var offset: Int
    /// How many at most; 500 are the most at a time.
    public var limit: Int
    /// So many people at most are looked at where a condition has to look at each: whoever wants an answer at once asks again for the rest.
    public var looks: Int

    /// So many people are looked at where nothing is said: a page that comes whole may take a while.
    public static let usualLooks = 4_000

    /// Prepares a look.
    public init(_ filter: PeopleFilter, offset: Int = 0, limit: Int = 100, looks: Int = Self.usualLooks) {
        self.filter = filter
        self.offset = offset
        self.limit = limit
        self.looks = looks
    }

    /// The stretch.
    public func run(in vault: Vault) throws -> PeopleListing {
        try vault.listing(filter, offset: offset, limit: min(limit, 500), looks: looks)
    }
}

/// Says something of many people in one step, which one undo takes back.
public struct SayOfMany: Sendable {
    /// Who is meant.
    public enum Whom: Sendable {
        /// These.
        case people([UniqueID])
        /// Everybody a filter means at this moment.
        case everybody(PeopleFilter)
    }

    /// What was done.
    public struct Outcome: Sendable {
        /// Of how many people.
        public var count: Int
        /// The step of the log.
        public var step: Int64
    }

    /// What; a tag, the end of one, a value, or whether somebody may be handed on. A note is about one person.
    public var word: SayOfPerson.Word
    /// Who.
    public var whom: Whom

    /// Prepares a word.
    public init(_ word: SayOfPerson.Word, of whom: Whom) {
        self.word = word
        self.whom = whom
    }

    /// Says it.
    ///
    /// However many they are: of each only the id is held, and they are written one after another.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where the word is empty or nobody is meant.
    public func run(in vault: Vault) throws -> Outcome {
        let people =
            switch whom {
            case .people(let people): people
            case .everybody(let filter): try vault.ids(of: filter, limit: .max)
            }
        guard !people.isEmpty else { throw VaultError(.refused, "Nobody is chosen. Nothing was changed.") }
        let (kind, payload) = try entry()
        return Outcome(count: Set(people).count, step: try vault.say(kind, ofEach: people, payload: payload).step)
    }

    private func entry() throws -> (Decision.Kind, [String: JSONValue]) {
        func filled(_ text: String) throws -> JSONValue {
            let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !text.isEmpty else { throw VaultError(.refused, "There is nothing to write: the text is empty.") }
            return .string(text)
        }
        switch word {
        case .tag(let tag): return (.tag, ["tag": try filled(tag)])
        case .untag(let tag): return (.untag, ["tag": try filled(tag)])
        case .edit(let field, let value): return (.edit, ["field": .string(field.rawValue), "value": try filled(field.checked(value))])
        case .share(let field, let isAllowed):
            var payload: [String: JSONValue] = ["allowed": .bool(isAllowed)]
            if let field { payload["field"] = .string(field.rawValue) }
            return (.share, payload)
        case .use: throw VaultError(.refused, "What an address is for is said of one person at a time. Nothing was changed.")
        case .note: throw VaultError(.refused, "A note is written about one person. Nothing was changed.")
        case .correct: throw VaultError(.refused, "A value is taken out of one person at a time. Nothing was changed.")
        }
    }
}

/// The searches the owner keeps under names, and the tags in use.
public struct KeptSearches: Sendable {
    /// A search under a name.
    public struct View: Sendable, Hashable {
        /// Its name.
        public var name: String
        /// The text of its filter.
        public var query: String
    }

    /// Prepares a look.
    public init() {}

    /// The searches, by name.
    public func views(in vault: Vault) throws -> [View] {
        try vault.views().map { View(name: $0.name, query: $0.query) }
    }

    /// The tags the owner gave, the most frequent first.
    public func tags(in vault: Vault) throws -> [(tag: String, count: Int)] {
        try vault.ownersTags()
    }

    /// Keeps a search under a name, in place of another of that name.
    ///
    /// - Returns: the step of the log.
    /// - Throws: `VaultError` with code `refused` where the name or the search is empty.
    public func keep(_ query: String, as name: String, in vault: Vault) throws -> Int64 {
        let (name, query) = (name.split(whereSeparator: \.isWhitespace).joined(separator: " "), query)
        guard !name.isEmpty, query.contains(where: { !$0.isWhitespace }) else {
            throw VaultError(.refused, "A kept search needs a name and something to search for. Nothing was changed.")
        }
        return try vault.keepView(name, query: query).step
    }

    /// Gives up a name.
    ///
    /// - Returns: the step of the log.
    /// - Throws: `VaultError` with code `notFound` where there is no such name.
    public func giveUp(_ name: String, in vault: Vault) throws -> Int64 {
        guard try vault.views().contains(where: { $0.name == name }) else {
            throw VaultError(.notFound, "No search is kept as “\(name)”.")
        }
        return try vault.keepView(name, query: nil).step
    }
}
