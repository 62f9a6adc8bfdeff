import ContactModel
import ContactQuality
import Synchronization

/// What reading has found out and need not find out again while the database stays as it is: the lists, the owner's words, the order of
/// people, the words of the index, the last searches, and whom they showed.
///
/// Kept with a mark of the state it was read in (`Session.stateMark`) and the day, for values grow old by themselves; with any other all of it
/// is forgotten.
final class ReadingMemory: Sendable {
    /// What is kept.
    struct Kept: Sendable {
        var mark: [Int64]
        var catalog: ListCatalog
        var words: OwnersWords
        /// The order of people, without and with acquaintances.
        var orders: [Bool: PeopleOrder] = [:]
        var vocabulary: Vocabulary?
        /// What the people tell of domains.
        var census: DomainCensus?
        /// The numbering plans, as seen from where the people are.
        var plans: PhonePlans?
        /// How long values hold.
        var staleness: StalenessModel?
        /// Who stands in which source, and who has texts besides the fields.
        var lists = KnownLists()
        /// The last searches, the latest first.
        private var searches: [(filter: PeopleFilter, isForgiving: Bool, matches: PeopleMatches)] = []
        /// People who were shown.
        private var people: [Int64: Person] = [:]

        private static let mostSearches = 64
        /// So many numbers in all, of eight bytes: a few searches that find everybody, or many that find some.
        private static let mostNumbers = 1_000_000
        private static let mostPeople = 2_000

        init(mark: [Int64], catalog: ListCatalog, words: OwnersWords) {
            (self.mark, self.catalog, self.words) = (mark, catalog, words)
        }

        /// What a search found, if it is one of the last; it is taken out.
        mutating func takeMatches(of filter: PeopleFilter, isForgiving: Bool) -> PeopleMatches? {
            searches.firstIndex { $0.filter == filter && $0.isForgiving == isForgiving }.map { searches.remove(at: $0).matches }
        }

        /// Keeps what a search found, in place of those that were made longest ago.
        mutating func keep(_ matches: PeopleMatches, of filter: PeopleFilter, isForgiving: Bool) {
            searches.insert((filter, isForgiving, matches), at: 0)
            var numbers = 0
            let kept = searches.prefix(Self.mostSearches).prefix { search in
                numbers += search.matches.size
                return numbers <= Self.mostNumbers
            }
            // The latest one is kept, however large.
            searches.removeLast(searches.count - max(1, kept.count))
        }

        /// A person, read where they were not shown lately.
        mutating func person(_ number: Int64, by reader: PersonReader) throws -> Person? {
            if let person = people[number] { return person }
            guard let person = try reader.person(number) else { return nil }
            if people.count >= Self.mostPeople { people.removeAll(keepingCapacity: true) }
            people[number] = person
            return person
        }
    }

    private let kept = Mutex<Kept?>(nil)

    /// What is kept of the state a session reads; read anew where that is another one. It is taken out, so that it can be added to in its
    /// place: `keep` puts it back.
    func recall(_ session: any Session, vaultID: Int64, on today: CalendarDate) throws -> Kept {
        let mark = try mark(session, on: today)
        if let kept = kept.withLock({ kept in kept.take() }), kept.mark == mark { return kept }
        return Kept(
            mark: mark, catalog: try ListCatalog(session, vaultID: vaultID), words: try OwnersWords(session: session, vaultID: vaultID))
    }

    /// The mark of the state a session reads, on a day.
    func mark(_ session: any Session, on today: CalendarDate) throws -> [Int64] { try session.stateMark() + [Int64(today.daysSince1970)] }

    /// Keeps what was found out.
    func keep(_ found: Kept) {
        kept.withLock { $0 = found }
    }
}
