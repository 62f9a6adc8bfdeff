import ContactModel
import ContactQuality
import Synchronization

/// What reading has found out and need not find out again while the database stays as it is: the lists, the owner's words, the order of
/// people, the words of the index, the last searches.
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
        /// The last searches, the latest first.
        var searches: [(filter: PeopleFilter, matches: PeopleMatches)] = []
    }

    static let mostSearches = 8
    private let kept = Mutex<Kept?>(nil)

    /// What is kept of the state a session reads; read anew where that is another one.
    func recall(_ session: any Session, vaultID: Int64, on today: CalendarDate) throws -> Kept {
        let mark = try session.stateMark() + [Int64(today.daysSince1970)]
        if let kept = kept.withLock({ $0 }), kept.mark == mark { return kept }
        return Kept(
            mark: mark, catalog: try ListCatalog(session, vaultID: vaultID), words: try OwnersWords(session: session, vaultID: vaultID))
    }

    /// Keeps what was found out.
    func keep(_ found: Kept) {
        kept.withLock { $0 = found }
    }
}
