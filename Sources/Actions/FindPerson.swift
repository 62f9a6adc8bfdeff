public import ContactModel
public import Vault

/// Finds the one person someone means.
public struct FindPerson: Sendable {
    /// What was typed: an id or its beginning, an e-mail address, a profile's address, or words of the name.
    public var text: String

    /// Prepares a search.
    public init(_ text: String) {
        self.text = text
    }

    /// The person meant.
    ///
    /// - Throws: `VaultError`: `notFound` where nobody is meant, `refused` where several are, with their ids.
    public func run(in vault: Vault) throws -> Person {
        let found = try candidates(in: vault)
        if found.count == 1 { return found[0] }
        guard !found.isEmpty else {
            throw VaultError(
                .notFound, "Nobody is found for “\(text)”. `holdfast people` lists everybody; a few letters of the name are enough.")
        }
        let lines = found.prefix(10).map { person in
            let work = [person.titles.first?.value, person.companies.first?.value].compactMap { $0 }.joined(separator: ", ")
            return "  \(person.id)  \(person.displayName)\(work.isEmpty ? "" : " (\(work))")"
        }
        let more = found.count > 10 ? "\n  …" : ""
        throw VaultError(
            .refused, "“\(text)” fits several people. Give the id of the one you mean:\n\(lines.joined(separator: "\n"))\(more)")
    }

    /// Who may be meant: one, several to choose from, or nobody.
    public func candidates(in vault: Vault) throws -> [Person] {
        let found = try vault.people(meantBy: text)
        // A full name that only one has is meant, though others have it within theirs.
        let exact = found.filter { $0.displayName.lowercased() == text.lowercased() }
        return exact.count == 1 ? exact : found
    }
}
