public import ContactModel
public import Vault

/// Says that several people are one human being. Undone by `UndoStep`; no value of any of them is lost.
public struct MergePeople: Sendable {
    /// What was done.
    public struct Outcome: Sendable {
        /// The people as they were.
        public var merged: [Person]
        /// The one they are now.
        public var person: Person
        /// The step of the log.
        public var step: Int64
    }

    /// Who, each in the words of `FindPerson`; at least two.
    public var people: [String]

    /// Prepares a merging.
    public init(_ people: [String]) {
        self.people = people
    }

    /// Says it.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where they are one person already.
    public func run(in vault: Vault) throws -> Outcome {
        let found = try people.map { try FindPerson($0).run(in: vault) }
        let step = try vault.merge(found.map(\.id)).step
        return Outcome(merged: found, person: try FindPerson(found[0].id.description).run(in: vault), step: step)
    }
}

/// Says that people are no two of them one human being, whatever they have in common. Undone by `UndoStep`.
public struct KeepPeopleApart: Sendable {
    /// What was done.
    public struct Outcome: Sendable {
        /// The people.
        public var people: [Person]
        /// The step of the log.
        public var step: Int64
    }

    /// Who, each in the words of `FindPerson`; at least two.
    public var people: [String]

    /// Prepares the word.
    public init(_ people: [String]) {
        self.people = people
    }

    /// Says it.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where they are one person at present.
    public func run(in vault: Vault) throws -> Outcome {
        let found = try people.map { try FindPerson($0).run(in: vault) }
        return Outcome(people: found, step: try vault.keepApart(found.map(\.id)).step)
    }
}

/// Puts people aside of whom it is not known whether two of them are one: they are not asked about any more. Undone by `UndoStep`, or for two
/// of them by `AskAgain`.
public struct PutPeopleAside: Sendable {
    /// Who, each in the words of `FindPerson`; at least two.
    public var people: [String]

    /// Prepares it.
    public init(_ people: [String]) {
        self.people = people
    }

    /// Puts them aside.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where they are one person at present.
    public func run(in vault: Vault) throws -> (people: [Person], step: Int64) {
        let found = try people.map { try FindPerson($0).run(in: vault) }
        return (found, try vault.putAside(found.map(\.id)).step)
    }
}

/// Has two people asked about again who were put aside.
public struct AskAgain: Sendable {
    /// The one, in the words of `FindPerson`.
    public var first: String
    /// The other.
    public var second: String

    /// Prepares it.
    public init(_ first: String, _ second: String) {
        self.first = first
        self.second = second
    }

    /// Takes back what put them aside.
    ///
    /// - Returns: the step that says so; `nil` where they were not put aside.
    /// - Throws: `VaultError` with code `notFound`.
    @discardableResult
    public func run(in vault: Vault) throws -> Int64? {
        try vault.askAgain(FindPerson(first).run(in: vault).id, FindPerson(second).run(in: vault).id)?.step
    }
}

/// Takes a person apart whose entries belong to several human beings. Undone by `UndoStep`.
public struct SplitPerson: Sendable {
    /// What was done.
    public struct Outcome: Sendable {
        /// The person as it was.
        public var person: Person
        /// The people there are now.
        public var people: [Person]
        /// The step of the log.
        public var step: Int64
    }

    /// Who, in the words of `FindPerson`.
    public var person: String
    /// The entries of one of the people, by their ids or the beginnings of them; empty where the last merging, or else every joining, is
    /// what is meant.
    public var apart: [String]

    /// Prepares a split.
    public init(_ person: String, apart: [String] = []) {
        self.person = person
        self.apart = apart
    }

    /// The entries the person is made of.
    public func entries(in vault: Vault) throws -> [EntrySummary] {
        try vault.entries(of: FindPerson(person).run(in: vault).id)
    }

    /// Says it.
    ///
    /// - Throws: `VaultError`: `notFound`, or `refused` where there is nothing to take apart or an entry is not told clearly.
    public func run(in vault: Vault) throws -> Outcome {
        let found = try FindPerson(person).run(in: vault)
        let entries = try vault.entries(of: found.id)
        let chosen = try apart.map { text in
            let fitting = Set(entries.map(\.id).filter { $0.description.hasPrefix(text.lowercased()) })
            guard fitting.count == 1, let id = fitting.first, !text.isEmpty else {
                throw VaultError(
                    .notFound,
                    "“\(text)” names \(fitting.isEmpty ? "no entry" : "several entries") of \(found.displayName). "
                        + "`holdfast split PERSON --list` lists them. Nothing was changed."
                )
            }
            return id
        }
        let (step, people) = try vault.split(found.id, apart: chosen)
        return Outcome(person: found, people: try people.map { try FindPerson($0.description).run(in: vault) }, step: step.step)
    }
}
