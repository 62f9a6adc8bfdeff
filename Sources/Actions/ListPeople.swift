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
