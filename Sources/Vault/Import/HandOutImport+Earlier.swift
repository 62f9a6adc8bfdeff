import ContactFormats
import ContactModel

/// What came in before: the same files are known again, and what they take the place of.
extension HandOutImport {
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
    func find(_ files: HandOutOriginals.TableFiles, before step: Int64 = .max) throws -> StoredSnapshot? {
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

    /// The snapshots of the same files on days that were guesses, where the owner now tells the day: another, so the new ones take their place.
    func onGuessedDays() throws -> [StoredSnapshot] {
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
    func takeBackReplaced() throws -> [Int64] {
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

    /// Takes snapshots out of history; their originals stay.
    func forget(_ snapshots: [StoredSnapshot]) throws {
        guard !snapshots.isEmpty else { return }
        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
        let history = SnapshotHistory(session: session, vaultID: vaultID, projector: projector)
        for snapshot in snapshots { try history.forget(snapshot) }
        try projector.finish()
    }
}
