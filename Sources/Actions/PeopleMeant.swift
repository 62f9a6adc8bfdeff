public import Vault
import ContactModel

/// Whom an action is about.
public enum PeopleMeant: Sendable {
    /// The people a filter means.
    case filter(PeopleFilter)
    /// One person, in the words of `FindPerson`.
    case person(String)

    /// Hands the people over until `body` returns `false`.
    ///
    /// - Throws: `VaultError`: `notFound`, `refused` where one person is meant and not found, or several are.
    func forEach(in vault: Vault, _ body: (Person) throws -> Bool) throws {
        switch self {
        case .filter(let filter): try vault.forEachPerson(filter, sortedByName: false, body)
        case .person(let text): _ = try body(FindPerson(text).run(in: vault))
        }
    }
}
