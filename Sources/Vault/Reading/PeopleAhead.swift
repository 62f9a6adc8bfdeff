public import ContactModel
import ContactQuality

/// People a filter means, many at a time, ahead of whoever takes them: one thread reads, another makes people of what was read.
///
/// In constant memory. All of them are of one state of the vault. The connection is taken until the last of them is read, so whoever takes
/// them must ask nothing of the vault meanwhile: each would wait for the other.
public final class PeopleAhead {
    private let work: WorkAhead<Piece<[Person]>, Void>
    private var census = DomainCensus()
    /// The first people, where they were taken to see that no more is told of domains.
    private var first: [Person] = []

    /// What comes: first what people tell of domains, where that was asked for, then the people.
    private enum Piece<People: Sendable>: Sendable {
        /// All they tell, found out before.
        case told(DomainCensus)
        /// Some of those who tell.
        case telling(UnmadePeople)
        case people(People)
    }

    /// People as they were read, with all it takes to make them.
    private struct UnmadePeople: Sendable {
        let maker: PersonMaker
        var tests: [@Sendable (Person) -> Bool] = []
        let stored: StoredPeople

        /// Those of them who are meant.
        var made: [Person] {
            let people = maker.people(of: stored)
            return tests.isEmpty ? people : people.filter { person in tests.allSatisfy { $0(person) } }
        }
    }

    /// Begins to read.
    ///
    /// - Parameter tellsKinds: whether what people tell of domains comes before them, for `emailKinds()`.
    init(of vault: Vault, _ filter: PeopleFilter, sortedByName: Bool, tellsKinds: Bool) {
        // So many batches of so many people: enough that none of three threads on two processors waits for another all the time.
        let (batches, batchSize) = (16, 128)
        work = WorkAhead(most: batches) { handOver in
            let reading = WorkAhead<Piece<UnmadePeople>, Void>(most: batches) { handOver in
                try vault.engine.read { session in
                    var kept = try vault.memory.recall(session, vaultID: vault.vaultID, on: vault.clock.today)
                    let reader = PersonReader(session: session, vaultID: vault.vaultID, catalog: kept.catalog, words: kept.words)
                    if filter.asksForKind { kept.census = try kept.census ?? reader.census() }
                    if filter.asksForReach { kept.plans = try kept.plans ?? reader.phonePlans() }
                    let staleness = filter.asksForStale ? try kept.staleness(session, vaultID: vault.vaultID) : nil
                    let (census, plans) = (kept.census, kept.plans)
                    vault.memory.keep(kept)
                    if tellsKinds, let census {
                        try handOver(.told(census))
                    } else if tellsKinds {
                        try reader.forEachTelling(atATime: batchSize) { stored in
                            try handOver(.telling(UnmadePeople(maker: reader.maker, stored: stored)))
                        }
                    }
                    let query = FilterQuery(
                        filter, vaultID: vault.vaultID, kinds: census.map { EmailKinds(census: $0) }, plans: plans,
                        staleness: staleness, today: vault.clock.today)
                    try reader.forEachStored(query, order: sortedByName ? .name : .number, atATime: batchSize) { stored in
                        try handOver(.people(UnmadePeople(maker: reader.maker, tests: query.tests, stored: stored)))
                        return true
                    }
                }
            }
            try reading.forEach { piece in
                switch piece {
                case .told(let census): try handOver(.told(census))
                // Made by whoever takes people, who waits for just this, while the first people are made here.
                case .telling(let unmade): try handOver(.telling(unmade))
                case .people(let unmade):
                    let people = unmade.made
                    if !people.isEmpty { try handOver(.people(people)) }
                }
            }
        }
    }

    /// Judges addresses by what all people of the vault tell of domains; to be asked before the first people are taken, of reading that was
    /// begun with that.
    ///
    /// - Throws: `VaultError` where the vault can't be read.
    public func emailKinds() throws -> EmailKinds {
        while first.isEmpty, let piece = try work.next() {
            switch piece {
            case .told(let census): self.census = census
            case .telling(let unmade): for person in unmade.made { census.add(person) }
            case .people(let people): first = people
            }
        }
        return EmailKinds(census: census)
    }

    /// Takes all people, in order, some at a time.
    ///
    /// - Throws: `VaultError` where the vault can't be read, or what `body` throws; nothing is read any more then.
    public func forEach(_ body: ([Person]) throws -> Void) throws {
        _ = try emailKinds()
        if !first.isEmpty { try body(first) }
        try work.forEach { piece in if case .people(let people) = piece { try body(people) } }
    }
}
