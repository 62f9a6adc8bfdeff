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
    /// What is noted of the batch at hand, to be written many rows at a time.
    private var added: [NewEntry] = []
    private var newPeople: [(number: Int64, person: PackedPerson)] = []

    private let entryRows: RowInserter
    private let recordRows: RowInserter
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
        nextEntry = try session.nextNumber("entry_id", of: "entry", vaultID: vaultID)
        entryRows = try RowInserter(
            session,
            into: "entry",
            columns: ["vault_id", "entry_id", "source_id", "list", "key", "ordinal", "person_id"]
        )
        recordRows = try RowInserter(
            session,
            into: "record",
            columns: ["vault_id", "entry_id", "first_snapshot", "gone_snapshot", "hash", "card"]
        )
        identities = try IdentityIndex(session: session, vaultID: vaultID)
        findEntry = try session.statement(
            "SELECT 1 FROM entry WHERE vault_id = ? AND entry_id = ? AND source_id = ? AND list = ? AND key = ? AND ordinal = ?"
        )
        findRuns = try session.statement(
            "SELECT first_snapshot, gone_snapshot, hash FROM record WHERE vault_id = ? AND entry_id = ?"
        )
    }

    /// Reads a table into the snapshot, telling `progress` the number of events so far now and then.
    ///
    /// Reading and preparing cost about as much as writing, so a second thread does them, a little ahead.
    ///
    /// - Parameter prepare: what is done before the first row is written, while the second thread begins.
    /// - Returns: the number of rows.
    func read(_ table: any Table, meanwhile prepare: () throws -> Void = {}, progress: (Int) -> Void) throws -> Int {
        // Where this snapshot is the latest, an entry that stands and says the same needs nothing written.
        let standing =
            isFirst || facts.order.successor(of: snapshot) != nil
            ? nil : try StandingRecords(session: session, vaultID: vaultID, list: list)
        let preparation = EntryPreparation(list: list, facts: facts, snapshot: snapshot, standing: standing)
        let reading = WorkAhead<PreparedBatch, Int>(most: 8) { handOver in
            var preparation = preparation
            let rows = try table.read { event in
                preparation.prepare(event)
                if preparation.isFull { try handOver(preparation.takeBatch()) }
            }
            try handOver(preparation.takeBatch())
            return rows
        }
        try prepare()
        var events = 0
        let rows = try reading.forEach { batch in
            try take(batch)
            events += batch.events.count
            progress(events)
        }
        try identities.write()
        // A full list of which no row says whose it is tells of nobody that they are gone, and has no place in history (`ListCatalog`).
        if facts.isFull, tally.entries == 0, rows > 0 { return rows }
        if let standing { try noteAbsences(among: standing) } else { try noteAbsences() }
        return rows
    }

    private func take(_ batch: PreparedBatch) throws {
        // The texts are read where they lie, all of them inside this closure.
        try batch.texts.bytes.withUnsafeBytes { texts in
            for event in batch.events { try take(event, of: batch, texts) }
            try writeNewEntries(of: batch, texts)
        }
    }

    private func take(_ event: PreparedBatch.Event, of batch: PreparedBatch, _ texts: UnsafeRawBufferPointer) throws {
        switch event {
        case .entry(let entry): try take(entry, of: batch, texts)
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
        contents.add(try ProblemStore(session: session, vaultID: vaultID).keep(problem, snapshot: snapshot, position: nextProblem))
        nextProblem += 1
    }

    private func take(_ entry: PreparedEntry, of batch: PreparedBatch, _ texts: UnsafeRawBufferPointer) throws {
        if let known = entry.standing, seen.insert(known) {
            contents.add(entry.hash)
            tally.entries += 1
            tally.unchanged += 1
            return
        }
        var (id, hash) = (entry.id, entry.hash)
        var ordinal: Int64 = 0
        let keys = entry.standing == nil ? batch.joiningKeys[entry.joiningKeys] : try keys(of: entry, in: batch)
        while true {
            guard let known = try find(id.keyHash, entry.key, ordinal, of: batch, texts) else {
                let number = add(entry, ordinal: ordinal, hash: hash)
                let isAlone = try addKeys(keys, to: number)
                if !keys.contains(id.keyHash) { try identities.add(id.keyHash, of: number) }
                if isAlone, ordinal == 0, let single = entry.single, !people.hasWords(of: id.keyHash) {
                    newPeople.append((number, single))
                } else {
                    people.resolveLater(number)
                }
                return
            }
            let runs = try runs(of: known)
            if seen.insert(known) { return try observe(known, card: texts.part(entry.card), keys, hash: hash, runs: runs) }
            // The same row twice in one file says nothing new; a different row under the same key is another entry of that key.
            if let here = facts.order.position(of: snapshot),
                runs.contains(where: { $0.hash == hash && facts.order.range($0).contains(here) })
            {
                return
            }
            ordinal += 1
            let key = batch.texts.text(entry.key)
            guard let identity = IdentityKey(description: key) else {
                throw VaultError(.internalFault, "An entry has a key that can't be read again. Nothing was imported.")
            }
            id = EntryName(key: identity, list: list, sourceName: facts.sourceName, ordinal: ordinal).id
            hash = ContentHash.ofRecord(key: key, ordinal: ordinal, card: Array(texts.part(entry.card)))
        }
    }

    /// The entry of this list with a key and an ordinal.
    ///
    /// - Parameter keyHash: what it is found by in the index.
    private func find(
        _ keyHash: Int64,
        _ key: TextPile.Place,
        _ ordinal: Int64,
        of batch: PreparedBatch,
        _ texts: UnsafeRawBufferPointer
    ) throws -> Int64? {
        let candidates = try identities.entries(keyHash)
        if candidates.isEmpty { return nil }
        try writeNewEntries(of: batch, texts)
        findEntry.bind(0, vaultID)
        findEntry.bind(2, list.sourceID)
        findEntry.bind(3, list.list)
        findEntry.bind(4, lentUTF8: texts.part(key))
        findEntry.bind(5, ordinal)
        return try candidates.first { number in
            findEntry.bind(1, number)
            defer { findEntry.reset() }
            return try findEntry.step()
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

    /// An entry that was never in the list, before it is written.
    private struct NewEntry {
        var number: Int64
        var key: TextPile.Place
        var ordinal: Int64
        var hash: ContentHash
        var card: TextPile.Place
    }

    /// Notes an entry that was never in the list, to be written with others.
    private func add(_ entry: PreparedEntry, ordinal: Int64, hash: ContentHash) -> Int64 {
        let number = nextEntry
        nextEntry += 1
        _ = seen.insert(number)
        added.append(NewEntry(number: number, key: entry.key, ordinal: ordinal, hash: hash, card: entry.card))
        contents.add(hash)
        tally.entries += 1
        tally.new += 1
        if !isFirst { newEntries.insert(number) }
        return number
    }

    /// Writes the entries noted, with their records and people. Nothing may be looked for in the database before.
    private func writeNewEntries(of batch: PreparedBatch, _ texts: UnsafeRawBufferPointer) throws {
        if added.isEmpty { return }
        try entryRows.insert(added) { entry, statement, first in
            statement.bind(first, vaultID)
            statement.bind(first + 1, entry.number)
            statement.bind(first + 2, list.sourceID)
            statement.bind(first + 3, list.list)
            statement.bind(first + 4, lentUTF8: texts.part(entry.key))
            statement.bind(first + 5, entry.ordinal)
            statement.bind(first + 6, entry.number)
        }
        let gone = facts.order.successor(of: snapshot)?.number
        try recordRows.insert(added) { entry, statement, first in
            bind(
                Run(first: snapshot, gone: gone, hash: entry.hash), of: entry.number, card: texts.part(entry.card), to: statement,
                from: first)
        }
        try people.add(newPeople, in: batch.texts)
        added.removeAll(keepingCapacity: true)
        newPeople.removeAll(keepingCapacity: true)
    }

    /// Notes the keys an entry shares with others of the same human being.
    ///
    /// - Returns: whether no other entry has one of them.
    private func addKeys(_ keys: ArraySlice<Int64>, to number: Int64) throws -> Bool {
        var isAlone = true
        for key in keys {
            let entries = try identities.entries(key)
            if entries.contains(where: { $0 != number }) { isAlone = false }
            if !entries.contains(number) { try identities.add(key, of: number) }
        }
        return isAlone
    }

    private func write(_ run: Run, of entry: Int64, card: UnsafeRawBufferPointer) throws {
        try recordRows.insert(CollectionOfOne(run)) { run, statement, first in
            bind(run, of: entry, card: card, to: statement, from: first)
        }
    }

    private func bind(_ run: Run, of entry: Int64, card: UnsafeRawBufferPointer, to statement: any Statement, from first: Int) {
        statement.bind(first, vaultID)
        statement.bind(first + 1, entry)
        statement.bind(first + 2, run.first)
        statement.bind(optional: first + 3, run.gone)
        run.hash.withBytes { statement.bind(first + 4, bytes: $0) }
        statement.bind(first + 5, lentUTF8: card)
    }

    /// A known entry is in the file: with what it said before and after, or with something else.
    private func observe(
        _ number: Int64,
        card: UnsafeRawBufferPointer,
        _ keys: ArraySlice<Int64>,
        hash: ContentHash,
        runs: [Run]
    ) throws {
        contents.add(hash)
        tally.entries += 1
        func said(in mark: SnapshotMark?) -> ContentHash? {
            mark.flatMap { facts.order.position(of: $0.number) }.flatMap { place in
                runs.first { facts.order.range($0).contains(place) }?.hash
            }
        }
        // Who came with a later export than this one came earlier than was known, and says nothing new where both say the same.
        let isSame = (said(in: facts.order.predecessor(of: snapshot)) ?? said(in: facts.order.successor(of: snapshot))) == hash
        if isSame { tally.unchanged += 1 } else { tally.updated += 1 }
        let edits = EntryHistory.observing(hash, at: snapshot, in: runs, order: facts.order)
        guard !edits.isEmpty else { return }
        try apply(edits, to: number, card: card)
        people.resolveLater(number, isChange: !isSame)
        if !runs.contains(where: { $0.hash == hash }) { _ = try addKeys(keys, to: number) }
    }

    private func apply(_ edits: [RunEdit], to entry: Int64, card: UnsafeRawBufferPointer?) throws {
        let store = RecordStore(session: session, vaultID: vaultID)
        for edit in edits {
            if case .begin(let run) = edit, let card { try write(run, of: entry, card: card) } else { try store.apply(edit, to: entry) }
        }
    }

    /// The keys of an entry that says what another row of the file stood for already: those that were left out when it was prepared.
    private func keys(of entry: PreparedEntry, in batch: PreparedBatch) throws -> ArraySlice<Int64> {
        guard let key = IdentityKey(description: batch.texts.text(entry.key)),
            let card = JSContact.decode(batch.texts.text(entry.card).utf8)
        else { throw VaultError(.internalFault, "An entry can't be read again. Nothing was imported.") }
        return EntryPreparation.joiningKeys(of: card, key: key)[...]
    }

    /// Notes who is no longer in the list, of whom it is known who stood in it before; this snapshot is the latest.
    private func noteAbsences(among standing: StandingRecords) throws {
        for entry in standing.entries(besides: seen) {
            guard let run = try runs(of: entry).first(where: { $0.gone == nil }) else { continue }
            try apply(EntryHistory.observing(nil, at: snapshot, in: [run], order: facts.order), to: entry, card: nil)
            people.resolveLater(entry)
            if facts.isFull {
                tally.gone += 1
                goneEntries.append(entry)
            }
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
