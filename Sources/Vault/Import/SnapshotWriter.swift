import ContactFormats
import ContactModel

/// Writes one table of a hand-out into the vault: its entries as records, history kept right, and what it touched remembered.
///
/// The table's snapshot row is there already; everything happens in the caller's transaction.
final class SnapshotWriter {
    /// What one table did.
    struct Tally {
        var entries: Int64 = 0
        var new: Int64 = 0
        var updated: Int64 = 0
        var unchanged: Int64 = 0
        var gone: Int64 = 0
        var closedAccounts: Int64 = 0
        var rejections: [ReadProblem] = []
        var doubts: [ReadProblem] = []
        var rejectedCount: Int64 = 0
        var doubtfulCount: Int64 = 0
    }

    /// At most so many problems are listed in a report; all of them are counted and kept.
    private static let mostListed = 1000

    private(set) var tally = Tally()
    private(set) var contents = ContentsHash()
    /// Entries that were new to the list, and entries that are no longer in it, for telling people apart from entries.
    private(set) var newEntries: Set<Int64> = []
    private(set) var goneEntries: [Int64] = []

    private let session: any Session
    private let vaultID: Int64
    private let snapshot: Int64
    private let list: ListCatalog.Key
    private let facts: ListFacts
    private let people: PeopleProjector
    private let identities: IdentityIndex
    private let isFirst: Bool
    private var seen = NumberSet()
    private var nextEntry: Int64
    private var nextProblem: Int64 = 0

    private let insertEntry: any Statement
    private let insertRecord: any Statement
    private let findEntry: any Statement
    private let findRuns: any Statement

    init(session: any Session, vaultID: Int64, snapshot: Int64, list: ListCatalog.Key, facts: ListFacts, people: PeopleProjector) throws {
        self.session = session
        self.vaultID = vaultID
        self.snapshot = snapshot
        self.list = list
        self.facts = facts
        self.people = people
        isFirst = facts.order.marks.count == 1
        for hash in try SnapshotStore(session: session, vaultID: vaultID).partHashes(of: snapshot) { contents.add(hash) }
        nextEntry =
            1 + (try session.first("SELECT max(entry_id) FROM entry WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0)
        insertEntry = try session.statement(
            "INSERT INTO entry (vault_id, entry_id, source_id, list, key, ordinal, person_id) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        insertRecord = try session.statement(
            "INSERT INTO record (vault_id, entry_id, first_snapshot, gone_snapshot, hash, card) VALUES (?, ?, ?, ?, ?, ?)"
        )
        identities = try IdentityIndex(session: session, vaultID: vaultID)
        findEntry = try session.statement("SELECT source_id, list, key, ordinal FROM entry WHERE vault_id = ? AND entry_id = ?")
        findRuns = try session.statement(
            "SELECT first_snapshot, gone_snapshot, hash FROM record WHERE vault_id = ? AND entry_id = ?"
        )
    }

    /// Reads a table into the snapshot, telling `progress` the number of events so far now and then.
    ///
    /// - Returns: the number of rows.
    func read(_ table: any Table, progress: (Int) -> Void) throws -> Int {
        let preparation = EntryPreparation(list: list, facts: facts, snapshot: snapshot)
        var events = 0
        let rows = try ReadAhead.read(table, prepare: { preparation.prepare($0) }) { event in
            try take(event)
            events += 1
            if events.isMultiple(of: 1000) { progress(events) }
        }
        try identities.write()
        try noteAbsences()
        return rows
    }

    private func take(_ event: PreparedEvent) throws {
        switch event {
        case .entry(let entry): try take(entry)
        case .other(.problem(let problem)): try take(problem)
        case .other(.closedAccount): tally.closedAccounts += 1
        case .other(.entry): break
        }
    }

    private func take(_ problem: ReadProblem) throws {
        if problem.isRejection {
            tally.rejectedCount += 1
            if tally.rejections.count < Self.mostListed { tally.rejections.append(problem) }
        } else {
            tally.doubtfulCount += 1
            if tally.doubts.count < Self.mostListed { tally.doubts.append(problem) }
        }
        contents.add(try ProblemStore(session: session, vaultID: vaultID).keep(problem, snapshot: snapshot, position: nextProblem))
        nextProblem += 1
    }

    private func take(_ entry: PreparedEntry) throws {
        var (name, hash) = (entry.name, entry.hash)
        var ordinal: Int64 = 0
        while true {
            guard let known = try find(name, entry.key, ordinal) else { return try add(entry, name: name, ordinal: ordinal, hash: hash) }
            let runs = try runs(of: known)
            if seen.insert(known) { return try observe(known, entry, hash: hash, runs: runs) }
            // The same row twice in one file says nothing new; a different row under the same key is another entry of that key.
            if let here = facts.order.position(of: snapshot),
                runs.contains(where: { $0.hash == hash && facts.order.range($0).contains(here) })
            {
                return
            }
            ordinal += 1
            name = EntryName(key: entry.name.key, list: list, sourceName: facts.sourceName, ordinal: ordinal)
            hash = ContentHash.ofRecord(key: entry.key, ordinal: ordinal, card: entry.storedCard)
        }
    }

    /// The entry of this list with a name.
    private func find(_ name: EntryName, _ key: String, _ ordinal: Int64) throws -> Int64? {
        try identities.entries(name.id.keyHash).first { number in
            findEntry.bind(0, vaultID)
            findEntry.bind(1, number)
            defer { findEntry.reset() }
            return try findEntry.step() && findEntry.integer(3) == ordinal && findEntry.integer(0) == list.sourceID
                && findEntry.text(1) == list.list && findEntry.text(2) == key
        }
    }

    private func runs(of entry: Int64) throws -> [Run] {
        findRuns.bind(0, vaultID)
        findRuns.bind(1, entry)
        defer { findRuns.reset() }
        var runs: [Run] = []
        while try findRuns.step() {
            guard let hash = ContentHash(stored: findRuns.bytes(2)) else { continue }
            runs.append(Run(first: findRuns.integer(0), gone: findRuns.optionalInteger(1), hash: hash))
        }
        return runs
    }

    private func add(_ entry: PreparedEntry, name: EntryName, ordinal: Int64, hash: ContentHash) throws {
        let number = nextEntry
        nextEntry += 1
        _ = seen.insert(number)
        insertEntry.bind(0, vaultID)
        insertEntry.bind(1, number)
        insertEntry.bind(2, list.sourceID)
        insertEntry.bind(3, list.list)
        insertEntry.bind(4, entry.key)
        insertEntry.bind(5, ordinal)
        insertEntry.bind(6, number)
        try insertEntry.run()
        try write(Run(first: snapshot, gone: facts.order.successor(of: snapshot)?.number, hash: hash), of: number, card: entry.storedCard)
        let isAlone = try addKeys(of: entry, to: number)
        if !entry.joiningKeys.contains(name.id.keyHash) { try identities.add(name.id.keyHash, of: number) }
        contents.add(hash)
        tally.entries += 1
        tally.new += 1
        if !isFirst { newEntries.insert(number) }
        if isAlone, ordinal == 0, let single = entry.single {
            try people.add(single, name: name, number: number)
        } else {
            people.resolveLater(number)
        }
    }

    /// Notes the keys an entry shares with others of the same human being.
    ///
    /// - Returns: whether no other entry has one of them.
    private func addKeys(of entry: PreparedEntry, to number: Int64) throws -> Bool {
        var isAlone = true
        for key in entry.joiningKeys {
            let entries = try identities.entries(key)
            if entries.contains(where: { $0 != number }) { isAlone = false }
            if !entries.contains(number) { try identities.add(key, of: number) }
        }
        return isAlone
    }

    private func write(_ run: Run, of entry: Int64, card: [UInt8]) throws {
        insertRecord.bind(0, vaultID)
        insertRecord.bind(1, entry)
        insertRecord.bind(2, run.first)
        insertRecord.bind(optional: 3, run.gone)
        insertRecord.bind(4, bytes: run.hash.bytes)
        insertRecord.bind(5, utf8: card)
        try insertRecord.run()
    }

    /// A known entry is in the file: with what it said before and after, or with something else.
    private func observe(_ number: Int64, _ entry: PreparedEntry, hash: ContentHash, runs: [Run]) throws {
        contents.add(hash)
        tally.entries += 1
        let before = facts.order.predecessor(of: snapshot).flatMap { facts.order.position(of: $0.number) }
        let stoodBefore = before.flatMap { before in runs.first { facts.order.range($0).contains(before) } }
        if stoodBefore?.hash == hash { tally.unchanged += 1 } else { tally.updated += 1 }
        let edits = EntryHistory.observing(hash, at: snapshot, in: runs, order: facts.order)
        guard !edits.isEmpty else { return }
        try apply(edits, to: number, card: entry.storedCard)
        people.resolveLater(number)
        if !runs.contains(where: { $0.hash == hash }) { _ = try addKeys(of: entry, to: number) }
    }

    private func apply(_ edits: [RunEdit], to entry: Int64, card: [UInt8]?) throws {
        let store = RecordStore(session: session, vaultID: vaultID)
        for edit in edits {
            if case .begin(let run) = edit, let card { try write(run, of: entry, card: card) } else { try store.apply(edit, to: entry) }
        }
    }

    /// Notes who is no longer in the list, once the file is read to its end.
    private func noteAbsences() throws {
        guard !isFirst, let here = facts.order.position(of: snapshot) else { return }
        let next = facts.order.successor(of: snapshot)?.number
        let before = facts.order.predecessor(of: snapshot).flatMap { facts.order.position(of: $0.number) }
        var absent: [(entry: Int64, run: Run)] = []
        try RecordStore(session: session, vaultID: vaultID).forEachRun(of: list) { entry, run in
            guard !seen.contains(entry) else { return }
            if facts.order.range(run).contains(here) { absent.append((entry, run)) }
            // Who came between this snapshot and the next came later than was known.
            if let next, run.first == next { people.resolveLater(entry, isChange: false) }
        }
        for (entry, run) in absent {
            try apply(EntryHistory.observing(nil, at: snapshot, in: [run], order: facts.order), to: entry, card: nil)
            people.resolveLater(entry)
            if facts.isFull, let before, facts.order.range(run).contains(before) {
                tally.gone += 1
                goneEntries.append(entry)
            }
        }
    }

    /// Whether an entry stands in the snapshot.
    func stands(_ entry: Int64) -> Bool { seen.contains(entry) }
}

/// A set of small numbers, one bit each.
struct NumberSet {
    private var words: [UInt64] = []

    /// Puts a number in; `false` where it was in already.
    mutating func insert(_ number: Int64) -> Bool {
        let (word, bit) = (Int(number) >> 6, UInt64(1) << UInt64(number & 63))
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: max(word + 1 - words.count, words.count))) }
        defer { words[word] |= bit }
        return words[word] & bit == 0
    }

    func contains(_ number: Int64) -> Bool {
        let word = Int(number) >> 6
        return word < words.count && words[word] & (UInt64(1) << UInt64(number & 63)) != 0
    }
}
