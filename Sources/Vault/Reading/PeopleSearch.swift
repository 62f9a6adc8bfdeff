import ContactModel

/// Finds whom a filter means, in the order of the list: the search index and the rows decide for everybody at once, by numbers alone;
/// people are read only where their values have to be looked at.
///
/// Every place of the list has a byte that counts the conditions met, so that a search costs what it finds and a glance over the list.
struct PeopleSearch {
    let session: any Session
    let vaultID: Int64
    let order: PeopleOrder
    /// Whether mistyped words find the nearest there are, and those found by name come first, as for somebody who types.
    let isForgiving: Bool
    let vocabulary: () throws -> Vocabulary
    /// Who is in a list, where that is known; `nil` where the database is to be asked.
    let known: (Membership) throws -> NumberSet?

    /// Up to so many found, those found by name come first; of more nobody looks at all.
    private static let mostRanked = 20_000
    private static let mostNeighbours = 8

    func matches(_ query: FilterQuery) throws -> PeopleMatches {
        let numbers = try query.numbers.map { [try $0.phrases(session)] }
        var matches = try matches(query, words: query.searches.filter(\.isOfWords).map { $0.phrases.map { [$0] } } + numbers)
        // Where somebody has the words as they stand, they are not mistyped.
        if isForgiving, matches.numbers.isEmpty, query.searches.contains(where: \.isOfWords) {
            let (groups, respellings) = try respelt(query.searches.filter(\.isOfWords))
            if !respellings.isEmpty {
                matches = try self.matches(query, words: groups + numbers)
                matches.respellings = matches.numbers.isEmpty ? [] : respellings
            }
        }
        if !query.tests.isEmpty {
            matches = PeopleMatches(numbers: [], undecided: matches.numbers.reversed(), respellings: matches.respellings)
        }
        return matches
    }

    /// - Parameter words: of each search for words its groups of phrases, of each of which one has to occur.
    private func matches(_ query: FilterQuery, words: [[[[String]]]]) throws -> PeopleMatches {
        var tally = Tally(count: order.numbers.count)
        for groups in words { try tally.require(places(groups, column: nil)) }
        for search in query.searches where !search.isOfWords {
            let places = try places(search.phrases.map { [$0] }, column: search.column)
            if search.isNegated { tally.forbid(places) } else { tally.require(places) }
        }
        for (condition, isNegated) in query.rows {
            tally.require { condition.isMet(by: order.facts[$0]) != isNegated }
        }
        for (list, isNegated) in query.memberships {
            if let people = try known(list) {
                tally.require { people.contains(order.numbers[$0]) != isNegated }
            } else {
                let (sql, parameters) = try list.sql(session, vaultID: vaultID)
                let places = try session.rows(sql, parameters) { order.place(of: $0.integer(0)) }.compactMap { $0 }
                if isNegated { tally.forbid(places) } else { tally.require(places) }
            }
        }
        var found = tally.places
        if isForgiving, !words.isEmpty, found.count <= Self.mostRanked {
            var named = Tally(count: order.numbers.count)
            for groups in words { try named.require(places(groups, column: "name")) }
            found = found.filter { named.meetsAll($0) } + found.filter { !named.meetsAll($0) }
        }
        return PeopleMatches(numbers: found.map { order.numbers[$0] })
    }

    private func places(_ groups: [[[String]]], column: String?) throws -> [Int] {
        let (sql, parameters) = session.query(forNumbersIn: Schema.peopleSearch, whereOneOfEach: groups, searchColumn: column)
        return try session.rows(sql, parameters) { order.place(of: $0.integer(0)) }.compactMap { $0 }
    }

    /// The phrases with each word of its own beside those it may have meant.
    private func respelt(_ searches: [FilterQuery.Search]) throws -> (groups: [[[[String]]]], respellings: [Respelling]) {
        var respellings: [Respelling] = []
        let groups = try searches.map { search in
            try search.phrases.map { phrase -> [[String]] in
                // Several words in a row are an address or a name in quotes: meant as they stand.
                guard phrase.count == 1, let word = phrase.first, Vocabulary.mistakes(in: word) > 0 else { return [phrase] }
                let words = try vocabulary()
                let meant = words.neighbours(of: word, isBeginning: true, limit: Self.mostNeighbours).map(\.word)
                guard !meant.isEmpty else { return [phrase] }
                let isHad = try words.has(beginning: word) || !places([[phrase]], column: nil).isEmpty
                respellings.append(Respelling(typed: word, meant: meant, isHad: isHad))
                return [phrase] + meant.map { [$0] }
            }
        }
        return (groups, respellings)
    }

    /// How many conditions each place of the list meets.
    private struct Tally {
        private var met: [UInt8]
        private var required: UInt8 = 0
        /// Stands for a place that is not meant, whatever else it meets.
        private static let isOut: UInt8 = 255

        init(count: Int) { met = [UInt8](repeating: 0, count: count) }

        /// A further condition, with the places that meet it.
        mutating func require(_ places: some Sequence<Int>) {
            // More conditions than anybody types are taken for met.
            guard required < 250 else { return }
            for place in places where met[place] == required { met[place] = required + 1 }
            required += 1
        }

        /// A further condition, asked of each place that meets the others.
        mutating func require(where isMet: (Int) -> Bool) {
            for place in met.indices where met[place] == required && !isMet(place) { met[place] = Self.isOut }
        }

        /// What must not hold, with the places it holds for.
        mutating func forbid(_ places: some Sequence<Int>) {
            for place in places { met[place] = Self.isOut }
        }

        /// Whether a place meets all conditions.
        func meetsAll(_ place: Int) -> Bool { met[place] == required }

        /// The places that meet all conditions, in order.
        var places: [Int] {
            var places: [Int] = []
            met.withUnsafeBufferPointer { met in
                for place in met.indices where met[place] == required { places.append(place) }
            }
            return places
        }
    }
}
