import ContactFormats
import ContactModel

/// What is told of an import.
extension HandOutImport {
    /// The report where every table was imported before.
    func alreadyImported() throws -> ImportReport {
        let files = try originals.tables.compactMap { files in
            try find(files).map {
                try report(alreadyImported: $0, files.table)
            }
        }
        return try report(files, people: nil, step: nil)
    }

    /// Of the entries that went and that came: those whose human being stands in the list all the same, under another key.
    func peopleUnderOtherKeys(
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

    func report(_ snapshot: StoredSnapshot, _ writer: SnapshotWriter, _ table: any Table) -> ImportReport.File {
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

    /// What is said of a full list that has hardly anybody of the one before: it may be another account's. A next export has most of them.
    static func doubtAboutAccount(_ file: ImportReport.File) -> String? {
        let known = file.updated + file.unchanged
        guard file.list.isFull, file.gone > 2, file.new > 2, known * 10 < min(file.gone, file.new) else { return nil }
        return "Hardly anybody in it stood in the list of “\(file.source)” before, and \(file.gone) people count as no longer in it. "
            + "If it is another account's list, take it in under a name of its own as source."
    }

    func report(alreadyImported snapshot: StoredSnapshot, _ table: any Table) throws -> ImportReport.File {
        var file = report(snapshot, table)
        file.unchanged = snapshot.entryCount
        file.isAlreadyImported = true
        let problems = try ProblemStore(session: session, vaultID: vaultID).problems(of: snapshot.number)
        file.rejected = problems.filter(\.isRejection)
        file.doubtful = problems.filter { !$0.isRejection }
        file.doubtfulCount = Int64(file.doubtful.count)
        return file
    }

    func report(_ snapshot: StoredSnapshot, _ table: any Table) -> ImportReport.File {
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

    func report(_ files: [ImportReport.File], people: (new: Int64, updated: Int64)?, step: Int64?) throws -> ImportReport {
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
