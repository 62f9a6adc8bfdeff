public import ContactModel
public import Vault

/// Lists the people a filter means.
public struct ListPeople: Sendable {
    /// Which people.
    public var filter: PeopleFilter
    /// Whether by family name, or as they came in.
    public var isSortedByName: Bool

    /// Prepares a list.
    public init(_ filter: PeopleFilter, isSortedByName: Bool = true) {
        self.filter = filter
        self.isSortedByName = isSortedByName
    }

    /// Hands over the people until `body` returns `false`.
    public func run(in vault: Vault, _ body: (Person) throws -> Bool) throws {
        try vault.forEachPerson(filter, sortedByName: isSortedByName, body)
    }
}

/// A page of the people a filter means, by family name, for who goes through them page by page.
public struct PagePeople: Sendable {
    /// Which people.
    public var filter: PeopleFilter
    /// How many to pass over.
    public var offset: Int
    /// How many at most.
    public var limit: Int

    /// Prepares a page.
    public init(_ filter: PeopleFilter, offset: Int, limit: Int) {
        self.filter = filter
        self.offset = offset
        self.limit = limit
    }

    /// The people; fewer than `limit` only where there are no more.
    public func run(in vault: Vault) throws -> [Person] {
        try vault.people(filter, offset: offset, limit: limit)
    }
}

/// How many people a filter means.
public struct CountPeople: Sendable {
    /// Which people.
    public var filter: PeopleFilter
    /// Whether mistyped words find the nearest there are, as in the search box.
    public var respells: Bool

    /// Prepares a count.
    public init(_ filter: PeopleFilter, respells: Bool = false) {
        self.filter = filter
        self.respells = respells
    }

    /// How many, and the words that were searched for as well.
    public func run(in vault: Vault) throws -> (count: Int, respellings: [Respelling]) {
        try vault.peopleCount(filter, isForgiving: respells)
    }
}
