import ContactFormats
import ContactModel

/// One hand-out on its way into the vault, inside one transaction.
struct HandOutImport {
    let vault: Vault
    let session: any Session
    let originals: HandOutOriginals
    let options: ImportOptions

    init(_ vault: Vault, _ session: any Session, _ originals: HandOutOriginals, _ options: ImportOptions) {
        self.vault = vault
        self.session = session
        self.originals = originals
        self.options = options
    }

    var vaultID: Int64 { vault.vaultID }
    var snapshots: SnapshotStore { SnapshotStore(session: session, vaultID: vaultID) }

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
        let step = try log.append(.import, subject: addedByHand(), payload: payload, clock: vault.clock).step
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
            if let remark = Self.doubtAboutAccount(reports[position]) { reports[position].remarks.append(remark) }
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

    /// What the source of a table is called: by the owner, else by itself, else by its service.
    static func sourceName(of table: any Table, source: String?, service: String) -> String {
        let own = table.sourceName ?? service
        guard let source else { return own }
        return own.hasPrefix(service) ? source + own.dropFirst(service.count) : source
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
            orderWithinDay: orderWithinDay(of: files.table, number: number),
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

    func path(of table: any Table) -> String { table.members.first.map(path(of:)) ?? originals.parcel.path }

    func path(of member: Member) -> String {
        let piece = originals.parcel.piece(of: member)
        guard piece.kind != .file else { return piece.path }
        return (piece.path.hasSuffix("/") ? String(piece.path.dropLast()) : piece.path) + "/" + member.path
    }
}
