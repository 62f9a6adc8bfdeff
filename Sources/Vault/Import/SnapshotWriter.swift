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
    private let isFirst: Bool
    private var seen = NumberSet()
    private var nextEntry: Int64
    private var nextProblem: Int64 = 0

    private let insertEntry: any Statement
    private let insertRecord: any Statement
    private let insertIdentity: any Statement
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
        nextEntry = 1 + (try session.first("SELECT max(entry_id) FROM entry WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0)
        insertEntry = try session.statement(
            "INSERT INTO entry (vault_id, entry_id, source_id, list, key, ordinal, person_id) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        insertRecord = try session.statement(
            "INSERT INTO record (vault_id, entry_id, first_snapshot, gone_snapshot, hash, card) VALUES (?, ?, ?, ?, ?, ?)"
        )
        insertIdentity = try session.statement("INSERT INTO identity (vault_id, key_hash, entry_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
        findEntry = try session.statement(
            """
            SELECT e.entry_id, e.source_id, e.list, e.key, e.ordinal
            FROM identity i JOIN entry e ON e.vault_id = i.vault_id AND e.entry_id = i.entry_id
            WHERE i.vault_id = ? AND i.key_hash = ?
            """
        )
        findRuns = try session.statement(
            "SELECT first_snapshot, gone_snapshot, hash FROM record WHERE vault_id = ? AND entry_id = ?"
        )
    }

    /// Takes what the reader met.
    func take(_ event: ReadEvent) throws {
        switch event {
        case .entry(let entry): try take(entry)
        case .problem(let problem): try take(problem)
        case .closedAccount: tally.closedAccounts += 1
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
        try ProblemStore(session: session, vaultID: vaultID).keep(problem, snapshot: snapshot, position: nextProblem)
        nextProblem += 1
    }

    private func take(_ entry: SourceEntry) throws {
        let key = entry.key.description
        let card = JSContact.encode(entry.card)
        let keys = IdentityKeys.joining(of: entry.card, entryKey: entry.key)
        var ordinal: Int64 = 0
        while true {
            let hash = ContentHash.ofRecord(key: key, ordinal: ordinal, card: card)
            guard let known = try find(entry.key, key, ordinal) else {
                try add(entry, key: key, ordinal: ordinal, card: card, hash: hash, keys: keys)
                return
            }
            let runs = try runs(of: known)
            if seen.insert(known) {
                try observe(known, hash: hash, card: card, runs: runs, keys: keys)
                return
            }
            // The same row twice in one file says nothing new; a different row under the same key is another entry of that key.
            if let here = facts.order.position(of: snapshot), runs.contains(where: { $0.hash == hash && facts.order.range($0).contains(here) }) {
                return
            }
            ordinal += 1
        }
    }

    /// The entry of this list with a key.
    private func find(_ key: IdentityKey, _ text: String, _ ordinal: Int64) throws -> Int64? {
        findEntry.bind(0, vaultID)
        findEntry.bind(1, EntryName(key: key, list: list, sourceName: facts.sourceName, ordinal: ordinal).id.keyHash)
        defer { findEntry.reset() }
        while try findEntry.step() {
            if findEntry.integer(4) == ordinal, findEntry.integer(1) == list.sourceID, findEntry.text(2) == list.list, findEntry.text(3) == text {
                return findEntry.integer(0)
            }
        }
        return nil
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

    private func add(_ entry: SourceEntry, key: String, ordinal: Int64, card: [UInt8], hash: ContentHash, keys: [IdentityKey]) throws {
        let number = nextEntry
        nextEntry += 1
        _ = seen.insert(number)
        insertEntry.bind(0, vaultID)
        insertEntry.bind(1, number)
        insertEntry.bind(2, list.sourceID)
        insertEntry.bind(3, list.list)
        insertEntry.bind(4, key)
        insertEntry.bind(5, ordinal)
        insertEntry.bind(6, number)
        try insertEntry.run()
        let run = Run(first: snapshot, gone: facts.order.successor(of: snapshot)?.number, hash: hash)
        try write(run, of: number, card: card)
        let name = EntryName(key: entry.key, list: list, sourceName: facts.sourceName, ordinal: ordinal)
        try addIdentity(name.id, of: number)
        let isAlone = try addIdentities(keys, of: number)
        contents.add(hash)
        tally.entries += 1
        tally.new += 1
        if !isFirst { newEntries.insert(number) }
        if isAlone, facts.makesContacts, run.gone == nil {
            try people.addSingle(ProjectedRecord(entry: number, list: facts, run: run, card: entry.card), name: name)
        } else {
            people.resolveLater(number)
        }
    }

    private func write(_ run: Run, of entry: Int64, card: [UInt8]) throws {
        insertRecord.bind(0, vaultID)
        insertRecord.bind(1, entry)
        insertRecord.bind(2, run.first)
        insertRecord.bind(optional: 3, run.gone)
        insertRecord.bind(4, bytes: run.hash.bytes)
        insertRecord.bind(5, String(decoding: card, as: UTF8.self))
        try insertRecord.run()
    }

    /// Notes the keys an entry shares with others of the same human being.
    ///
    /// - Returns: whether no other entry has one of them.
    private func addIdentities(_ keys: [IdentityKey], of entry: Int64) throws -> Bool {
        var isAlone = true
        for key in keys {
            let id = UniqueID(named: key.description)
            if isAlone {
                findEntry.bind(0, vaultID)
                findEntry.bind(1, id.keyHash)
                while isAlone, try findEntry.step() { isAlone = findEntry.integer(0) == entry }
                findEntry.reset()
            }
            try addIdentity(id, of: entry)
        }
        return isAlone
    }

    private func addIdentity(_ id: UniqueID, of entry: Int64) throws {
        insertIdentity.bind(0, vaultID)
        insertIdentity.bind(1, id.keyHash)
        insertIdentity.bind(2, entry)
        try insertIdentity.run()
    }

    /// A known entry is in the file: with what it said before and after, or with something else.
    private func observe(_ entry: Int64, hash: ContentHash, card: [UInt8], runs: [Run], keys: [IdentityKey]) throws {
        contents.add(hash)
        tally.entries += 1
        let before = facts.order.predecessor(of: snapshot).flatMap { facts.order.position(of: $0.number) }
        let stoodBefore = before.flatMap { before in runs.first { facts.order.range($0).contains(before) } }
        if stoodBefore?.hash == hash { tally.unchanged += 1 } else { tally.updated += 1 }
        let edits = EntryHistory.observing(hash, at: snapshot, in: runs, order: facts.order)
        guard !edits.isEmpty else { return }
        try apply(edits, to: entry, card: card)
        people.resolveLater(entry)
        if !runs.contains(where: { $0.hash == hash }) { _ = try addIdentities(keys, of: entry) }
    }

    private func apply(_ edits: [RunEdit], to entry: Int64, card: [UInt8]?) throws {
        let store = RecordStore(session: session, vaultID: vaultID)
        for edit in edits {
            if case .begin(let run) = edit, let card { try write(run, of: entry, card: card) } else { try store.apply(edit, to: entry) }
        }
    }

    /// Notes who is no longer in the list, once the file is read to its end.
    func finish() throws {
        guard !isFirst, let here = facts.order.position(of: snapshot) else { return }
        let next = facts.order.successor(of: snapshot)?.number
        let before = facts.order.predecessor(of: snapshot).flatMap { facts.order.position(of: $0.number) }
        var absent: [(entry: Int64, run: Run)] = []
        try RecordStore(session: session, vaultID: vaultID).forEachRun(of: list) { entry, run in
            guard !seen.contains(entry) else { return }
            if facts.order.range(run).contains(here) { absent.append((entry, run)) }
            // Who came between this snapshot and the next came later than was known.
            if let next, run.first == next { people.resolveLater(entry) }
        }
        for (entry, run) in absent {
            try apply(EntryHistory.observing(nil, at: snapshot, in: [run], order: facts.order), to: entry, card: nil)
            people.resolveLater(entry)
            if let before, facts.order.range(run).contains(before) {
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
