import ContactFormats
import ContactModel

extension Vault {
    /// Takes in a hand-out: whole, or not at all where anything goes wrong.
    ///
    /// A file that was imported before changes nothing. A hand-out older than those already held takes its place in history.
    ///
    /// - Throws: `InputError` where the files can't be read, `VaultError` where the vault can't be written; the vault is as it was then.
    public func take(_ handOut: HandOut, from parcel: Parcel, options: ImportOptions = ImportOptions()) throws -> ImportReport {
        if options.isDryRun, !isRehearsal { return try rehearse { try $0.take(handOut, from: parcel, options: options) } }
        let ledger = try engine.read { try ErasureLedger(session: $0, vaultID: vaultID) }
        // Nearly every vault has erased nobody, and reads each file once.
        if !ledger.isEmpty, let report = try take(handOut, from: parcel, options: options, leavingOut: ledger) { return report }
        let originals = try HandOutOriginals(handOut, parcel: parcel)
        let isKnown = try engine.read { try HandOutImport(self, $0, originals, options).changesNothing() }
        // A file that changes nothing needs no turn at writing.
        if isKnown { return try engine.read { try HandOutImport(self, $0, originals, options).alreadyImported() } }
        try engine.read { try HandOutImport(self, $0, originals, options).checkPartsAreWhole() }
        return try engine.write { try HandOutImport(self, $0, originals, options).run() }
    }

    /// Takes in a hand-out without the people who were erased; `nil` where none of them is in it.
    private func take(
        _ handOut: HandOut, from parcel: Parcel, options: ImportOptions, leavingOut ledger: ErasureLedger
    ) throws -> ImportReport? {
        guard let rest = try ErasedPeopleLeftOut(ledger: ledger).rest(of: handOut, from: parcel) else { return nil }
        let asItCame = try HandOutOriginals(handOut, parcel: parcel)
        func told(_ report: ImportReport) -> ImportReport {
            var report = report
            report.remarks.append(
                rest.count == 1 ? "1 erased person was left out." : "\(rest.count) erased people were left out.")
            return report
        }
        if try engine.read({ try HandOutImport(self, $0, asItCame, options).changesNothing() }) {
            return told(try engine.read { try HandOutImport(self, $0, asItCame, options).alreadyImported() })
        }
        try engine.read { try HandOutImport(self, $0, asItCame, options).checkPartsAreWhole() }
        let originals = try HandOutOriginals(rest.handOut, parcel: rest.parcel)
        return told(
            try engine.write { session in
                let report = try HandOutImport(self, session, originals, options).run()
                try note(originals, cameInAs: asItCame, session)
                return report
            })
    }

    /// Whose list a table is, where its name alone may be that of several: of the lists of that name, and of that name with a number, the one
    /// it shares the most people with; `nil` where there is no such list yet.
    public func closestList(to table: any Table, service: String) throws -> String? {
        try engine.read { session in
            try ListKinship(session, vaultID: vaultID, table, name: table.sourceName ?? service)?.closest()
        }
    }

    /// Notes what a file was when it came in, so that it is known when it comes again.
    private func note(_ kept: HandOutOriginals, cameInAs original: HandOutOriginals, _ session: any Session) throws {
        let store = OriginalStore(session: session, vaultID: vaultID)
        var names: [JSONValue] = []
        for (one, other) in zip(kept.tables.flatMap(\.files), original.tables.flatMap(\.files)) where one.hash != other.hash {
            guard let number = try store.findExact(one.hash) else { continue }
            let name = JSONValue.object(["id": .integer(number), "was": .string(other.hash.description)])
            if !names.contains(name) { names.append(name) }
        }
        guard !names.isEmpty else { return }
        _ = try DecisionLog(session: session, vaultID: vaultID).append(.erase, payload: ["originals": .array(names)], clock: clock)
    }
}

/// The tables of a hand-out with the files they are read from, hashed.
struct HandOutOriginals {
    struct File: Sendable {
        var bytes: any ByteSource
        var name: String
        var hash: ContentHash
        var byteCount: Int64
    }

    /// A file the table is read from: the one it came in, and its path.
    struct Part: Sendable {
        var file: Int
        var path: String
    }

    struct TableFiles {
        var table: any Table
        /// The files to keep: the archive or file that came in, or the folder's files this table is read from; at least one.
        var files: [File]
        /// What the table is read from, where that is several files: of a list in parts within an archive too.
        var parts: [Part] = []
        /// How many tables of the same list come before it in the same file: an archive may hold the lists of several years.
        var place = 0
    }

    var handOut: HandOut
    var parcel: Parcel
    var tables: [TableFiles]

    init(_ handOut: HandOut, parcel: Parcel) throws {
        self.handOut = handOut
        self.parcel = parcel
        // The lists of a mailbox share its files, which may be fifty thousand: each is hashed once.
        var hashed: [String: File] = [:]
        func file(_ bytes: any ByteSource, name: String, in key: String) throws -> File {
            if let file = hashed[key] { return file }
            let file = try Self.file(bytes, name: name)
            hashed[key] = file
            return file
        }
        tables = try handOut.tables.map { table in
            var files: [File] = []
            var places: [String: Int] = [:]
            var parts: [Part] = []
            func take(_ bytes: any ByteSource, name: String, key: String, path: String) throws {
                let place = places[key] ?? files.count
                if places.updateValue(place, forKey: key) == nil { files.append(try file(bytes, name: name, in: key)) }
                parts.append(Part(file: place, path: path))
            }
            for member in table.members {
                let piece = parcel.piece(of: member)
                if let original = piece.original {
                    let name = Self.lastComponent(of: piece.path)
                    try take(original, name: name, key: piece.path, path: piece.kind == .archive ? "\(name)/\(member.path)" : name)
                } else {
                    try take(member.bytes, name: member.path, key: member.path, path: member.path)
                }
            }
            // What a format makes one list of, it finds again by itself.
            let areParts = files.count > 1 || table is JoinedTable
            return TableFiles(table: table, files: files, parts: areParts ? parts : [])
        }
        var places: [[String]: Int] = [:]
        for index in tables.indices {
            let (table, first) = (tables[index].table, tables[index].files.first)
            let key = [table.sourceName ?? handOut.service, table.list.rawValue, first?.hash.description ?? ""]
            tables[index].place = places[key, default: 0]
            places[key, default: 0] += 1
        }
    }

    private static func file(_ bytes: any ByteSource, name: String) throws -> File {
        // What is hashed and kept counts for nothing with those who wait for the rows.
        let bytes = (bytes as? MeasuredBytes)?.whole ?? bytes
        let (hash, byteCount) = try OriginalStore.hash(of: bytes)
        return File(bytes: bytes, name: name, hash: hash, byteCount: byteCount)
    }

    private static func lastComponent(of path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

/// One hand-out on its way into the vault, inside one transaction.
struct HandOutImport {
    private let vault: Vault
    private let session: any Session
    private let originals: HandOutOriginals
    private let options: ImportOptions

    init(_ vault: Vault, _ session: any Session, _ originals: HandOutOriginals, _ options: ImportOptions) {
        self.vault = vault
        self.session = session
        self.originals = originals
        self.options = options
    }

    private var vaultID: Int64 { vault.vaultID }
    private var snapshots: SnapshotStore { SnapshotStore(session: session, vaultID: vaultID) }

    /// Whether every table was imported before, and stands where it belongs.
    func changesNothing() throws -> Bool {
        try originals.tables.allSatisfy { try find($0) != nil } && onGuessedDays().isEmpty
    }

    /// The snapshot a table became earlier, if the very same file was imported and not undone: of several lists in one archive the one at the
    /// same place.
    ///
    /// The same bytes handed out on another day are another hand-out, as far as the owner or the folder's name tell the day. An archive has
    /// its day inside, whatever it is called.
    /// - Parameter step: the step that is being taken, whose snapshots were not there earlier.
    private func find(_ files: HandOutOriginals.TableFiles, before step: Int64 = .max) throws -> StoredSnapshot? {
        let (day, basis) = exportDate(of: files.table)
        let isDayTold = basis == .given || (basis == .archive && !originals.parcel.isOfArchives)
        let same = try earlier(files).filter {
            guard $0.step < step else { return false }
            return try (!isDayTold || $0.exportedOn == day) && isReadAlike($0, files.table)
        }
        return same.dropFirst(files.place).first
    }

    /// The snapshots of the same list of the same file, but for those that were taken back.
    private func earlier(_ files: HandOutOriginals.TableFiles) throws -> [StoredSnapshot] {
        let store = OriginalStore(session: session, vaultID: vaultID)
        guard let first = files.files.first, let original = try store.find(first.hash) else { return [] }
        let name = Self.sourceName(of: files.table, source: options.source, service: originals.handOut.service)
        let isName = { other in other == name || options.source == nil && SourceName.isNumbered(other, of: name) }
        let all = files.parts.count > 1 ? try files.files.map { try store.find($0.hash) } : []
        return try snapshots.all().filter {
            guard !$0.isUndone, $0.list == files.table.list.rawValue, isName($0.sourceName) else { return false }
            // A part that came with the others before is no news; the others are where it came alone.
            let parts = try snapshots.parts(of: $0)
            let kept = Set(parts.map(\.original))
            guard kept.contains(original) else { return false }
            guard files.parts.count > 1 else { return true }
            return parts.count >= files.parts.count && all.allSatisfy { $0.map(kept.contains) ?? false }
        }
    }

    /// The snapshots of the same list of the very same files, no more and no less: what can be replaced by them without losing anybody.
    private func same(_ files: HandOutOriginals.TableFiles) throws -> [StoredSnapshot] {
        try earlier(files).filter { try snapshots.parts(of: $0).count == max(1, files.parts.count) }
    }

    /// That no part of a list comes without the others: who stands in those would count as gone.
    ///
    /// - Throws: `InputError` that says which files belong together.
    func checkPartsAreWhole() throws {
        guard options.source == nil else { return }
        for files in originals.tables where files.table.list.isFull {
            let own = files.table.members.map(path(of:))
            let name = Self.sourceName(of: files.table, source: nil, service: originals.handOut.service)
            var latest: [String: StoredSnapshot] = [:]
            for snapshot in try snapshots.all() where !snapshot.isUndone && snapshot.list == files.table.list.rawValue {
                guard snapshot.sourceName == name || SourceName.isNumbered(snapshot.sourceName, of: name) else { continue }
                if let other = latest[snapshot.sourceName],
                    (other.exportedOn, other.orderWithinDay) > (snapshot.exportedOn, snapshot.orderWithinDay)
                {
                    continue
                }
                latest[snapshot.sourceName] = snapshot
            }
            var whole: [String: [String]] = [:]
            for snapshot in latest.values {
                let parts = try snapshots.parts(of: snapshot).map(\.path)
                if ListParts.lacksParts(own, of: parts) { whole[snapshot.sourceName] = parts }
            }
            guard !whole.isEmpty, try find(files) == nil else { continue }
            // A list that names its account is that account's, whomever it holds.
            let kinship = try ListKinship(session, vaultID: vaultID, files.table, name: name)
            guard let closest = try kinship == nil ? name : kinship?.closest(), let parts = whole[closest] else { continue }
            throw InputError(
                .lacksParts,
                "\(originals.parcel.path) is one part of the list “\(closest)”, which came in \(parts.count) parts: "
                    + parts.map { String($0.split(separator: "/").last ?? "") }.joined(separator: ", ")
                    + ". Nothing of it was imported, as who stands in the other parts would count as gone. Import all parts together; if the "
                    + "file is the whole list by now, import it with --source \"\(originals.handOut.service)\"."
            )
        }
    }

    /// The snapshots of the same files on days that were guesses, where the owner now tells the day: another, so the new ones take their place.
    private func onGuessedDays() throws -> [StoredSnapshot] {
        guard let day = options.exportedOn else { return [] }
        var seen: Set<Int64> = []
        return try originals.tables.flatMap(same).filter { $0.basis.isGuess && $0.exportedOn != day && seen.insert($0.number).inserted }
    }

    /// Whether a snapshot was read with the columns a table is read with now.
    private func isReadAlike(_ snapshot: StoredSnapshot, _ table: any Table) throws -> Bool {
        guard let reading = table.columnReading else { return true }
        guard let decision = try DecisionLog(session: session, vaultID: vaultID).step(snapshot.step) else { return true }
        guard let before = ColumnMemory.readings(in: decision).first(where: { $0.header == reading.header }) else {
            return reading.said.isEmpty && reading.saidOfFirstRow == nil
        }
        return before.roles == reading.roles
    }

    /// Takes back the earlier imports of the same files that were read with other columns: what they say is replaced.
    ///
    /// - Returns: the steps that were taken back.
    private func takeBackReplaced() throws -> [Int64] {
        let all = try snapshots.all().filter { !$0.isUndone }
        var replaced: [StoredSnapshot] = []
        for files in originals.tables where files.table.columnReading != nil {
            replaced += try same(files).filter { try !isReadAlike($0, files.table) }
        }
        let numbers = Set(replaced.map(\.number))
        // A step that brought other lists too stays: the owner can undo it.
        let steps = Set(replaced.map(\.step)).filter { step in all.allSatisfy { $0.step != step || numbers.contains($0.number) } }.sorted()
        for step in steps {
            _ = try DecisionLog(session: session, vaultID: vaultID).append(.undo, payload: ["step": .integer(step)], clock: vault.clock)
            try forget(replaced.filter { $0.step == step })
        }
        return steps
    }

    private func forget(_ snapshots: [StoredSnapshot]) throws {
        guard !snapshots.isEmpty else { return }
        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
        let history = SnapshotHistory(session: session, vaultID: vaultID, projector: projector)
        for snapshot in snapshots { try history.forget(snapshot) }
        try projector.finish()
    }

    static func sourceName(of table: any Table, source: String?, service: String) -> String {
        let own = table.sourceName ?? service
        guard let source else { return own }
        return own.hasPrefix(service) ? source + own.dropFirst(service.count) : source
    }

    /// The report where every table was imported before.
    func alreadyImported() throws -> ImportReport {
        let files = try originals.tables.compactMap { files in
            try find(files).map {
                try report(alreadyImported: $0, files.table)
            }
        }
        return try report(files, people: nil, step: nil)
    }

    /// Imports every table that was not imported before.
    func run() throws -> ImportReport {
        let replaced = try takeBackReplaced()
        let guessed = try onGuessedDays()
        try forget(guessed)
        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
        let log = DecisionLog(session: session, vaultID: vaultID)
        var payload: [String: JSONValue] = ["path": .string(originals.parcel.path)]
        payload["columns"] = ColumnMemory.payload(of: originals.tables.map(\.table))
        if !guessed.isEmpty { payload["instead_of"] = .array(guessed.map { .string($0.uuid.description) }) }
        let step = try log.append(.import, payload: payload, clock: vault.clock).step
        var rowsBefore = 0
        var reports: [ImportReport.File] = []
        var writers: [(report: Int, writer: SnapshotWriter, list: ListCatalog.Key, snapshot: Int64)] = []
        for files in originals.tables {
            if let known = try find(files, before: step) {
                reports.append(try report(alreadyImported: known, files.table))
                continue
            }
            let store = OriginalStore(session: session, vaultID: vaultID)
            let (name, reason) = try whoseList(files.table)
            let kept = try files.files.map { try store.register(hash: $0.hash, byteCount: $0.byteCount, fileName: $0.name) }
            var snapshot = try makeSnapshot(files, of: name, originals: kept.map(\.number), step: step)
            let (writer, list) = try read(files.table, into: &snapshot, projector: projector, rowsBefore: rowsBefore) {
                for (file, original) in zip(files.files, kept) where original.isNew {
                    try store.keepBytes(
                        reading: file.bytes.forEachChunk, hash: file.hash, fileName: file.name, number: original.number)
                }
            }
            rowsBefore += Int(snapshot.rowCount)
            writers.append((reports.count, writer, list, snapshot.number))
            var told = report(snapshot, writer, files.table)
            told.remarks += reason
            told.remarks += try doubts(aboutDayOf: snapshot, files.table)
            reports.append(told)
        }
        try projector.finish()
        for (position, writer, list, snapshot) in writers {
            let (sameAsGone, knownPeople) = try peopleUnderOtherKeys(writer, list: list, snapshot: snapshot)
            reports[position].gone -= sameAsGone
            reports[position].new -= knownPeople
            reports[position].updated += knownPeople
        }
        var report = try report(reports, people: (projector.newPeople, projector.updatedPeople), step: step)
        report.remarks += replaced.map { step in
            options.isDryRun
                ? "The file was imported before with other columns. That import (step \(step)) would be taken back."
                : "The file had been imported before with other columns. That import (step \(step)) was taken back."
        }
        if let day = options.exportedOn {
            report.remarks += Set(guessed.map(\.exportedOn)).sorted().map { guess in
                options.isDryRun
                    ? "The same file stands on \(guess), which was a guess. It would stand on \(day), and the history would be worked out anew."
                    : "The same file stood on \(guess), which was a guess. It stands on \(day) now, and the history is worked out anew."
            }
        }
        return report
    }

    /// Reads a table into its snapshot and completes the snapshot's row.
    ///
    /// - Parameter keepOriginals: keeps the files it is read from, while the reading thread begins.
    private func read(
        _ table: any Table,
        into snapshot: inout StoredSnapshot,
        projector: PeopleProjector,
        rowsBefore: Int,
        keepOriginals: () throws -> Void
    ) throws -> (SnapshotWriter, ListCatalog.Key) {
        let catalog = try ListCatalog(session, vaultID: vaultID)
        projector.update(catalog)
        let list = ListCatalog.Key(sourceID: snapshot.sourceID, list: snapshot.list)
        let writer = try SnapshotWriter(
            session: session,
            vaultID: vaultID,
            snapshot: snapshot.number,
            list: list,
            facts: catalog.facts(list),
            people: projector
        )
        snapshot.rowCount = Int64(
            try writer.read(table, meanwhile: keepOriginals) { options.progress(rowsBefore + $0) })
        snapshot.entryCount = writer.tally.entries
        snapshot.closedCount = writer.tally.closedAccounts
        snapshot.rejectedCount = writer.tally.rejectedCount
        snapshot.contents = writer.contents.bytes
        try snapshots.update(snapshot)
        // Of which no row says whose it is has no place in history, now that its rows are counted.
        if snapshot.entryCount == 0, snapshot.rowCount > 0 { projector.update(try ListCatalog(session, vaultID: vaultID)) }
        return (writer, list)
    }

    /// The name of the source a table comes into, and what is to be said of it.
    ///
    /// An address book is called by its service or its file, as others may be. A file that has hardly anybody in common with the list of that
    /// name is no next export of it: nobody there is gone.
    private func whoseList(_ table: any Table) throws -> (name: String, remarks: [String]) {
        let name = Self.sourceName(of: table, source: options.source, service: originals.handOut.service)
        guard options.source == nil, let kinship = try ListKinship(session, vaultID: vaultID, table, name: name) else { return (name, []) }
        if let known = try kinship.closest() { return (known, []) }
        let free = try kinship.free()
        return (
            free,
            [
                "Hardly anybody in it stands in “\(name)”, so it is taken for a list of its own, “\(free)”, and nobody counts as gone.",
                "If it is the next export of that list all the same, take this import back and import the file with --source "
                    + "\"\(originals.handOut.service)\".",
            ]
        )
    }

    private func makeSnapshot(
        _ files: HandOutOriginals.TableFiles, of name: String, originals kept: [Int64], step: Int64
    ) throws -> StoredSnapshot {
        guard let original = kept.first else {
            throw VaultError(.internalFault, "A list came in without a file. Nothing was imported.")
        }
        let (exportedOn, basis) = exportDate(of: files.table)
        let number = try snapshots.nextNumber()
        let snapshot = StoredSnapshot(
            number: number,
            uuid: vault.clock.newID(),
            sourceID: try snapshots.source(named: name),
            sourceName: name,
            list: files.table.list.rawValue,
            format: files.table.format,
            layout: files.table.layout,
            path: path(of: files.table),
            originalID: original,
            step: step,
            isUndone: false,
            exportedOn: exportedOn,
            basis: basis,
            orderWithinDay: "\(files.table.newestDate?.description ?? "")|\(timeWithinDay(of: files.table))|\(Self.turn(number))",
            importedAt: vault.clock.timestamp,
            fields: files.table.fields.map(\.rawValue).sorted(),
            rowCount: 0,
            entryCount: 0,
            closedCount: 0,
            rejectedCount: 0,
            contents: []
        )
        try snapshots.insert(snapshot)
        for (position, part) in files.parts.enumerated() {
            try snapshots.insertPart(of: snapshot.number, position: position, original: kept[part.file], path: part.path)
        }
        return snapshot
    }

    /// What comes last in the order within a day, as text: of two files of one second the one that was imported later is the later one. The
    /// word stands behind the hashes earlier programs wrote there.
    private static func turn(_ number: Int64) -> String {
        let digits = String(number)
        return "import " + String(repeating: "0", count: max(0, 12 - digits.count)) + digits
    }

    /// The time by which two hand-outs of one day are told apart: the file's, in seconds since 1970; of what comes by a pipe and has none, that
    /// of its arrival, to the millisecond.
    private func timeWithinDay(of table: any Table) -> String {
        let (seconds, fraction): (Int, String)
        if let modifiedAt = modifiedAt(table) {
            (seconds, fraction) = (modifiedAt, "")
        } else {
            let now = vault.clock.milliseconds()
            (seconds, fraction) = (Int(clamping: now / 1000), "." + String(String(now % 1000 + 1000).suffix(3)))
        }
        let digits = String(seconds)
        return String(repeating: "0", count: max(0, 12 - digits.count)) + digits + fraction
    }

    /// When the file of a list was last modified; of several parts the last one.
    private func modifiedAt(_ table: any Table) -> Int? {
        let times = table is JoinedTable ? table.members.compactMap(\.modifiedAt) : [table.members.first?.modifiedAt].compactMap { $0 }
        return times.max() ?? originals.parcel.modifiedAt
    }

    private func exportDate(of table: any Table) -> (CalendarDate, ExportDateBasis) {
        if let given = options.exportedOn { return (given, .given) }
        // A date in the future is somebody's typing error, not the day of the export. Zones differ by up to a day.
        let tomorrow = CalendarDate(daysSince1970: vault.clock.today.daysSince1970 + 1)
        let newest = table.newestDate.flatMap { $0 <= tomorrow ? $0 : nil }
        if let stated = table.exportedOn ?? originals.handOut.exportedOn, stated <= tomorrow {
            return (max(stated, newest ?? stated), .archive)
        }
        if let newest { return (newest, .newestEntry) }
        let fileTime = modifiedAt(table).map { CalendarDate(daysSince1970: $0 / 86_400) }
        let day = min(fileTime ?? vault.clock.today, vault.clock.today)
        if let last = table.handedOutUntil, last < day { return (last, .layout) }
        return (day, fileTime == nil ? .importDay : .fileTime)
    }

    /// What is to be said where a hand-out's day may be wrong: the owner's word is older than what the file holds; or nothing but the file's own
    /// time has put a whole list behind one whose day is known, which may turn history back.
    private func doubts(aboutDayOf snapshot: StoredSnapshot, _ table: any Table) throws -> [String] {
        // Zones differ by up to a day.
        let latest = vault.clock.today.daysSince1970 + 1
        if snapshot.basis == .given, let newest = table.newestDate, newest.daysSince1970 <= latest,
            newest.daysSince1970 > snapshot.exportedOn.daysSince1970 + 1
        {
            return [
                "It holds a date of \(newest), after the day it is said to have been handed out, \(snapshot.exportedOn). If that day is a slip, take "
                    + "this import back (`holdfast undo`) and import the file again with the right one."
            ]
        }
        guard table.list.isFull, snapshot.basis == .fileTime || snapshot.basis == .importDay else { return [] }
        let dated = try snapshots.all().filter {
            !$0.isUndone && ($0.sourceID, $0.list) == (snapshot.sourceID, snapshot.list) && $0.basis != .fileTime && $0.basis != .importDay
        }
        guard let before = dated.map(\.exportedOn).filter({ $0 <= snapshot.exportedOn }).max() else { return [] }
        return [
            "Nothing in the file tells when it was handed out, and copying changes a file's own time. It now counts as newer than the list of "
                + "\(before): who is not in it counts as gone.",
            "If it is older, import it again with --exported-on YYYY-MM-DD: that puts this import right.",
        ]
    }

    private func path(of table: any Table) -> String { table.members.first.map(path(of:)) ?? originals.parcel.path }

    private func path(of member: Member) -> String {
        let piece = originals.parcel.piece(of: member)
        guard piece.kind != .file else { return piece.path }
        return (piece.path.hasSuffix("/") ? String(piece.path.dropLast()) : piece.path) + "/" + member.path
    }

    /// Of the entries that went and that came: those whose human being stands in the list all the same, under another key.
    private func peopleUnderOtherKeys(
        _ writer: SnapshotWriter,
        list: ListCatalog.Key,
        snapshot: Int64
    ) throws -> (sameAsGone: Int64, knownPeople: Int64) {
        guard !writer.newEntries.isEmpty || !writer.goneEntries.isEmpty else { return (0, 0) }
        let entries = try EntryReader(session: session, vaultID: vaultID)
        func hasSibling(_ entry: Int64, where isMeant: (Int64) -> Bool) throws -> Bool {
            try entries.siblings(of: entry, in: list).contains(where: isMeant)
        }
        let gone = Set(writer.goneEntries)
        let sameAsGone = try writer.goneEntries.count { try hasSibling($0) { !gone.contains($0) && writer.stands($0) } }
        let knownPeople = try writer.newEntries.count { try hasSibling($0) { !writer.newEntries.contains($0) } }
        return (Int64(sameAsGone), Int64(knownPeople))
    }

    // MARK: Reports

    private func report(_ snapshot: StoredSnapshot, _ writer: SnapshotWriter, _ table: any Table) -> ImportReport.File {
        var file = report(snapshot, table)
        file.new = writer.tally.new
        file.updated = writer.tally.updated
        file.unchanged = writer.tally.unchanged
        file.gone = writer.tally.gone
        file.rejected = writer.tally.rejections
        file.doubtful = writer.tally.doubts
        file.doubtfulCount = writer.tally.doubtfulCount
        if table.list.isFull, snapshot.entryCount == 0, snapshot.rowCount > 0 {
            file.remarks.append("No row of it says whose it is, so nobody counts as no longer in it.")
        }
        return file
    }

    private func report(alreadyImported snapshot: StoredSnapshot, _ table: any Table) throws -> ImportReport.File {
        var file = report(snapshot, table)
        file.unchanged = snapshot.entryCount
        file.isAlreadyImported = true
        let problems = try ProblemStore(session: session, vaultID: vaultID).problems(of: snapshot.number)
        file.rejected = problems.filter(\.isRejection)
        file.doubtful = problems.filter { !$0.isRejection }
        file.doubtfulCount = Int64(file.doubtful.count)
        return file
    }

    private func report(_ snapshot: StoredSnapshot, _ table: any Table) -> ImportReport.File {
        ImportReport.File(
            path: path(of: table),
            parts: table is JoinedTable ? table.members.map(path(of:)) : [],
            format: snapshot.format,
            layout: snapshot.layout,
            outline: table.outline,
            source: snapshot.sourceName,
            list: table.list,
            snapshot: snapshot.uuid,
            exportedOn: snapshot.exportedOn,
            exportedOnBasis: snapshot.basis,
            rows: snapshot.rowCount,
            new: 0,
            updated: 0,
            unchanged: 0,
            gone: 0,
            closedAccounts: snapshot.closedCount,
            rejectedCount: snapshot.rejectedCount,
            rejected: [],
            doubtfulCount: 0,
            doubtful: [],
            isAlreadyImported: false,
            remarks: table.remarks
        )
    }

    private func report(_ files: [ImportReport.File], people: (new: Int64, updated: Int64)?, step: Int64?) throws -> ImportReport {
        let total = try session.first(
            "SELECT count(*) FROM person WHERE vault_id = ? AND standing IN \(Person.Standing.listedSQL)",
            [.integer(vaultID)]
        ) { $0.integer(0) }
        return ImportReport(
            files: files,
            passedOver: originals.handOut.passedOver,
            remarks: originals.handOut.remarks,
            newPeople: people?.new ?? 0,
            updatedPeople: people?.updated ?? 0,
            totalPeople: total ?? 0,
            step: step
        )
    }
}
