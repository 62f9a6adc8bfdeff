import ContactFormats
public import ContactModel
import RecordLinkage

/// One entry of a source that a person is made of, for an owner who looks at what to take apart.
public struct EntrySummary: Sendable {
    /// The entry's id, the same on every machine. The entries of one profile share it, whatever list they stand in.
    public var id: UniqueID
    /// The name of its source.
    public var source: String
    /// The list it stands in.
    public var list: String
    /// What its latest record says.
    public var card: Card
}

extension Vault {
    /// Says that several people are one human being, and projects them as one.
    ///
    /// Everything each of them has stays. Taken back by `undo` at any time, whatever was said of them since.
    ///
    /// - Parameter people: ids of at least two people.
    /// - Returns: the step.
    /// - Throws: `VaultError`: `notFound`, or `refused` where they are one already.
    @discardableResult
    public func merge(_ people: [UniqueID]) throws -> Decision {
        try decide(.merge, about: people) { count in
            guard count > 1 else { throw VaultError(.refused, "They are one person already. Nothing was changed.") }
        }
    }

    /// Says that several people are several human beings, whatever they have in common now or later.
    ///
    /// - Parameter people: ids of at least two people.
    /// - Returns: the step.
    /// - Throws: `VaultError`: `notFound`, or `refused` where they are one person at present.
    @discardableResult
    public func keepApart(_ people: [UniqueID]) throws -> Decision {
        try decide(.distinct, about: people) { count in
            guard count == people.count else {
                throw VaultError(.refused, "They are one person at present. `holdfast split` takes them apart. Nothing was changed.")
            }
        }
    }

    /// Says that it is not known of several people whether two of them are one: they are not asked about any more until the step is taken
    /// back, and nothing else follows from it.
    ///
    /// - Parameter people: ids of at least two people.
    /// - Returns: the step.
    /// - Throws: `VaultError`: `notFound`, or `refused` where they are one person at present.
    @discardableResult
    public func putAside(_ people: [UniqueID]) throws -> Decision {
        try decide(.unsure, about: people) { count in
            guard count == people.count else { throw VaultError(.refused, "They are one person at present. Nothing was changed.") }
        }
    }

    /// Has two people asked about again who were put aside. Others who were put aside with them stay so.
    ///
    /// - Returns: the step that says so; `nil` where they were not put aside.
    /// - Throws: `VaultError` with code `notFound` where one of them is not there.
    @discardableResult
    public func askAgain(_ first: UniqueID, _ second: UniqueID) throws -> Decision? {
        try engine.write { session in
            let finder = PersonFinder(session: session, vaultID: vaultID)
            let pair = try [first, second].map { id in
                guard let number = try finder.number(of: id) else {
                    throw VaultError(.notFound, "There is no person \(id). Nothing was changed.")
                }
                return number
            }
            let doubts = try PairsSaid(session: session, vaultID: vaultID).doubts(about: pair[0], pair[1])
            return try doubts.reduce(nil) { _, doubt in
                let step = try takeBack(doubt, session)
                // Each of the two stays aside from the others.
                for one in pair {
                    let rest = try doubt.peopleAside.filter { try !$0.contains { try finder.number(of: $0) == one } }
                    if rest.count > 1 { _ = try decide(.unsure, subject: rest[0].first, groups: rest, session) }
                }
                return step
            }
        }
    }

    /// Says that a person's entries belong to several human beings, and projects them as such.
    ///
    /// - Parameter apart: the ids of the entries of one of them, where the owner names some; otherwise the person comes apart where the
    ///   last merging joined it, or else into its entries, those of one profile together.
    /// - Returns: the step, and the ids of the people there are now.
    /// - Throws: `VaultError`: `notFound`, or `refused` where there is nothing to take apart.
    public func split(_ person: UniqueID, apart: [UniqueID] = []) throws -> (step: Decision, people: [UniqueID]) {
        try engine.write { session in
            let members = try members(of: person, session)
            let groups = try Partition.groups(of: members, apart: apart, words: OwnersWords(session: session, vaultID: vaultID))
            let step = try decide(.split, subject: person, groups: groups, session)
            let numbers = Set(try groups.joined().compactMap { try PersonFinder(session: session, vaultID: vaultID).number(of: $0) })
            return (step, try numbers.sorted().compactMap { try self.members(ofNumber: $0, session).first?.name.id })
        }
    }

    /// The entries a person is made of, the strongest first.
    ///
    /// - Throws: `VaultError` with code `notFound` where there is no such person.
    public func entries(of person: UniqueID) throws -> [EntrySummary] {
        try engine.read { session in
            try members(of: person, session).map { member in
                EntrySummary(
                    id: member.name.id,
                    source: member.records.first?.list.sourceName ?? "",
                    list: member.list.list,
                    card: member.latestCard
                )
            }
        }
    }

    private func members(of person: UniqueID, _ session: any Session) throws -> [StoredEntry] {
        guard let number = try PersonFinder(session: session, vaultID: vaultID).number(of: person) else {
            throw VaultError(.notFound, "There is no person \(person). Nothing was changed.")
        }
        return try members(ofNumber: number, session)
    }

    private func members(ofNumber number: Int64, _ session: any Session) throws -> [StoredEntry] {
        try EntryReader(session: session, vaultID: vaultID).entries(of: number, catalog: ListCatalog(session, vaultID: vaultID))
    }

    /// Puts a verdict about whole people into the log, once `check` has nothing against the number of people they are at present.
    private func decide(_ kind: Decision.Kind, about people: [UniqueID], check: (Int) throws -> Void) throws -> Decision {
        try engine.write { session in
            let members = try people.map { try self.members(of: $0, session) }
            try check(Set(members.joined().map(\.person)).count)
            return try decide(kind, subject: people.first, groups: members.map { Partition.ids(of: $0) }, session)
        }
    }

    /// Puts a verdict into the log and projects everybody it names.
    private func decide(_ kind: Decision.Kind, subject: UniqueID?, groups: [[UniqueID]], _ session: any Session) throws -> Decision {
        let payload: [String: JSONValue] = ["people": .array(groups.map { .array($0.map { .string($0.description) }) })]
        let step = try DecisionLog(session: session, vaultID: vaultID).append(kind, subject: subject, payload: payload, clock: clock)
        guard step.verdict != nil else { return step }
        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
        let finder = PersonFinder(session: session, vaultID: vaultID)
        for id in groups.joined() { if let number = try finder.number(of: id) { projector.resolveLater(number) } }
        try projector.finish(afterImport: false)
        return step
    }
}

/// How a person's entries come apart.
private enum Partition {
    private static func refusal(_ sentence: String) -> VaultError { VaultError(.refused, sentence + " Nothing was changed.") }

    static func ids(of members: some Sequence<StoredEntry>) -> [UniqueID] { Set(members.map(\.name.id)).sorted() }

    /// The groups an owner who says no more than "split" means: what the last merging joined, else every entry by itself.
    static func groups(of members: [StoredEntry], apart: [UniqueID], words: OwnersWords) throws -> [[UniqueID]] {
        let everything = ids(of: members)
        guard everything.count > 1 else {
            throw refusal("There is nothing to take apart: all that is known of the person goes by one name.")
        }
        guard apart.isEmpty else {
            let unknown = apart.filter { !everything.contains($0) }
            guard unknown.isEmpty else {
                throw refusal("The person has no entry \(unknown[0]). `holdfast split PERSON --list` lists them.")
            }
            let rest = everything.filter { !apart.contains($0) }
            guard !rest.isEmpty else { throw refusal("Those are all entries of the person. Name some of them.") }
            return [Set(apart).sorted(), rest]
        }
        var verdicts = words.verdicts(on: everything.map(\.keyHash))
        while let last = verdicts.popLast() {
            guard case .same = last else { continue }
            let people = IdentityResolution.people(among: members.map(\.facts), verdicts: verdicts)
            guard people.count > 1 else { continue }
            let byNumber = Dictionary(members.map { ($0.number, $0) }) { first, _ in first }
            return people.map { ids(of: $0.compactMap { byNumber[$0] }) }
        }
        return everything.map { [$0] }
    }
}
