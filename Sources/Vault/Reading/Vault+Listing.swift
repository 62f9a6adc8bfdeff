public import ContactModel
import ContactQuality

/// A stretch of the list of people, by name.
public struct PeopleListing: Sendable {
    /// The people of the stretch.
    public var people: [Person]
    /// How many come before them.
    public var offset: Int
    /// How many are meant in all, as far as was looked.
    public var count: Int
    /// Whether everybody was looked at; otherwise there may be more.
    public var isCountComplete: Bool
    /// Words nobody is found by, with those that were searched for instead; empty where that found nobody either.
    public var respellings: [Respelling]

    /// Makes a stretch.
    public init(people: [Person], offset: Int, count: Int, isCountComplete: Bool, respellings: [Respelling] = []) {
        self.people = people
        self.offset = offset
        self.count = count
        self.isCountComplete = isCountComplete
        self.respellings = respellings
    }
}

/// What searches ask whatever is searched for.
public enum SearchPart: CaseIterable, Sendable {
    /// The people in the order of their names, with the fields each has.
    case order
    /// The words mistyped ones are compared with.
    case words
    /// Who stands in which source.
    case sources
    /// Who has texts besides the fields, as tags, notes and pages are.
    case texts
    /// What people tell of domains, which `kind:` goes by.
    case domains
}

extension Vault {
    /// A stretch of the people a filter means: those found by name first, each in the order of family names. Words nobody has find the
    /// nearest there are.
    ///
    /// What is found out about the list is kept until something changes, so that the next stretch, or the next letter of a word, costs
    /// a few milliseconds. Conditions that need a look at each person are decided as far as the stretch goes, some at a time; the next call
    /// goes on from there.
    ///
    /// - Parameters:
    ///   - offset: how many to pass over; beyond the end nobody comes.
    ///   - limit: how many at most.
    ///   - looks: so many people at most are looked at where each has to be; with 0 or less only what was known before comes.
    public func listing(_ filter: PeopleFilter, offset: Int, limit: Int, looks: Int = 4_000) throws -> PeopleListing {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            let reader = PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words)
            let (offset, limit) = (max(0, offset), max(0, limit))
            let matches = try matches(filter, upTo: offset &+ limit, looks: looks, reader, &kept, session)
            let stretch = matches.numbers.dropFirst(offset).prefix(limit)
            return PeopleListing(
                people: try stretch.compactMap { try kept.person($0, by: reader) }, offset: offset, count: matches.numbers.count,
                isCountComplete: matches.isComplete, respellings: matches.respellings)
        }
    }

    /// A stretch of the people a filter means, word for word and in the order of family names alone, for who goes through the list page by
    /// page.
    ///
    /// What was found out is kept as by `listing`, so that a page costs no more than its people.
    ///
    /// - Parameters:
    ///   - offset: how many to pass over; beyond the end nobody comes.
    ///   - limit: how many at most. So many come, if there are so many, however many people have to be looked at for it.
    public func people(_ filter: PeopleFilter, offset: Int, limit: Int) throws -> [Person] {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            let reader = PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words)
            let (offset, limit) = (max(0, offset), max(0, limit))
            let found = try matches(filter, isForgiving: false, upTo: offset &+ limit, looks: .max, reader, &kept, session)
            return try found.numbers.dropFirst(offset).prefix(limit).compactMap { try kept.person($0, by: reader) }
        }
    }

    /// How many people a filter means, however many have to be looked at for it.
    ///
    /// - Parameter isForgiving: whether mistyped words find the nearest there are, as by `listing`; otherwise they find nobody.
    /// - Returns: how many, and the words that were searched for as well.
    public func peopleCount(_ filter: PeopleFilter, isForgiving: Bool) throws -> (count: Int, respellings: [Respelling]) {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            let reader = PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words)
            let found = try matches(filter, isForgiving: isForgiving, upTo: .max, looks: .max, reader, &kept, session)
            return (found.numbers.count, found.respellings)
        }
    }

    /// The ids of everybody a filter means, in the order of the list; mistyped words find nobody.
    ///
    /// - Parameter limit: how many at most.
    public func ids(of filter: PeopleFilter, limit: Int) throws -> [UniqueID] {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            let reader = PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words)
            var found: PeopleMatches
            repeat {
                found = try matches(filter, upTo: limit, looks: Self.looksAtOnce, reader, &kept, session)
            } while !found.isComplete && found.numbers.count < limit
            guard found.respellings.isEmpty else { return [] }
            return try found.numbers.prefix(limit).compactMap { try reader.id(of: $0) }
        }
    }

    /// The tags the owner gave, with how many entries bear each, the most frequent first.
    public func ownersTags() throws -> [(tag: String, count: Int)] {
        try remembered { $0.words.tags.map { (tag: $0.key, count: $0.value) } }.sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
    }

    /// The searches the owner keeps, by name.
    public func views() throws -> [(name: String, query: String)] {
        try remembered { $0.words.views.map { (name: $0.key, query: $0.value) } }.sorted { $0.name < $1.name }
    }

    /// Finds out ahead a part of what every search asks, and keeps it until something changes.
    public func anticipate(_ part: SearchPart) throws {
        try engine.read { session in
            var kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            defer { memory.keep(kept) }
            switch part {
            case .order: kept.orders[false] = try kept.orders[false] ?? PeopleOrder(session, vaultID: vaultID, withAcquaintances: false)
            case .words: kept.vocabulary = try kept.vocabulary ?? Vocabulary(session)
            case .sources: try kept.lists.findSources(session, vaultID: vaultID)
            case .texts: try kept.lists.findTexts(session, vaultID: vaultID)
            case .domains:
                kept.census =
                    try kept.census ?? PersonReader(session: session, vaultID: vaultID, catalog: kept.catalog, words: kept.words).census()
            }
        }
    }

    /// A mark of what reading finds out: another one where anything may have changed since, or the day.
    public func readingMark() throws -> [Int64] {
        try engine.read { try memory.mark($0, on: clock.today) }
    }

    private func remembered<Result>(_ body: (ReadingMemory.Kept) -> Result) throws -> Result {
        try engine.read { session in
            let kept = try memory.recall(session, vaultID: vaultID, on: clock.today)
            memory.keep(kept)
            return body(kept)
        }
    }

    /// Who wants everybody looks at so many at a time.
    private static let looksAtOnce = 4_000

    private func matches(
        _ filter: PeopleFilter, isForgiving: Bool = true, upTo wanted: Int, looks: Int, _ reader: PersonReader,
        _ kept: inout ReadingMemory.Kept,
        _ session: any Session
    ) throws -> PeopleMatches {
        let order =
            try kept.orders[filter.includesAcquaintances]
            ?? PeopleOrder(session, vaultID: vaultID, withAcquaintances: filter.includesAcquaintances)
        kept.orders[filter.includesAcquaintances] = order
        guard !filter.terms.isEmpty else { return PeopleMatches(numbers: order.numbers) }
        let known = kept.takeMatches(of: filter, isForgiving: isForgiving)
        // A condition that looks at people may ask for the census; it is made only where something is still undecided.
        func census() throws -> DomainCensus {
            let census = try kept.census ?? reader.census()
            kept.census = census
            return census
        }
        func plans() throws -> PhonePlans {
            let plans = try kept.plans ?? reader.phonePlans()
            kept.plans = plans
            return plans
        }
        func query() throws -> FilterQuery {
            FilterQuery(
                filter, vaultID: vaultID, kinds: filter.asksForKind ? EmailKinds(census: try census()) : nil,
                plans: filter.asksForReach ? try plans() : nil,
                staleness: filter.asksForStale ? try kept.staleness(session, vaultID: vaultID) : nil, today: clock.today)
        }
        var matches: PeopleMatches
        if let known {
            matches = known
        } else {
            var (vocabulary, lists) = (kept.vocabulary, kept.lists)
            let search = PeopleSearch(
                session: session, vaultID: vaultID, order: order, isForgiving: isForgiving,
                vocabulary: {
                    let words = try vocabulary ?? Vocabulary(session)
                    vocabulary = words
                    return words
                },
                known: { [vaultID] in try lists.people(in: $0, session, vaultID: vaultID) })
            matches = try search.matches(query())
            (kept.vocabulary, kept.lists) = (vocabulary, lists)
        }
        if !matches.isComplete, matches.numbers.count < wanted {
            let tests = try query().tests
            for _ in 0..<min(max(0, looks), matches.undecided.count) {
                guard matches.numbers.count < wanted, let number = matches.undecided.popLast() else { break }
                if let person = try reader.person(number), tests.allSatisfy({ $0(person) }) { matches.numbers.append(number) }
            }
        }
        kept.keep(matches, of: filter, isForgiving: isForgiving)
        return matches
    }
}
