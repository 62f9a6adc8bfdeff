import ContactFormats
import ContactModel

extension KeptRow {
    /// The row with another value in a column.
    func with(_ column: String, _ value: SQLValue) -> KeptRow {
        var row = self
        if let place = table.columns.firstIndex(where: { $0.name == column }) { row.values[place] = value }
        return row
    }

    /// The hash of what the row says; `nil` where it is no row of the table. So with those of other tables.
    var problemHash: ContentHash? {
        guard let snapshot = integer("snapshot_id"), let position = integer("position"), let line = integer("line_number"),
            let column = integer("column_number"), let code = text("code"), let row = text("row_text"), let flag = integer("is_rejection")
        else { return nil }
        return ContentHash(of: [String(snapshot), String(position), String(line), String(column), code, row, String(flag)])
    }

    var partHash: ContentHash? {
        guard let snapshot = integer("snapshot_id"), let position = integer("position"), let original = integer("original_id"),
            let path = text("path")
        else { return nil }
        return SnapshotStore.hash(ofPart: snapshot, position: position, original: original, path: path)
    }

    var decisionHash: ContentHash? {
        guard let step = integer("step"), let uuid = text("uuid"), let madeAt = text("made_at"), let kind = text("kind"),
            let subject = text("subject"), case .bytes(let payload)? = value("payload")
        else { return nil }
        return ContentHash(of: [String(step), uuid, madeAt, kind, subject, String(decoding: payload, as: UTF8.self)])
    }

    /// The snapshot the row says, with an id and a day of ours where it has none; `nil` where it can't be one.
    func snapshot(orID newID: UniqueID, orDay today: CalendarDate) -> StoredSnapshot? {
        guard let number = integer("snapshot_id"), let sourceID = integer("source_id"), let list = text("list"),
            let original = integer("original_id"), let step = integer("step"), let flag = integer("is_undone"),
            case .bytes(let contents)? = value("contents")
        else { return nil }
        let uuid = text("uuid").flatMap { UniqueID($0) } ?? newID
        let day = text("exported_on").flatMap { CalendarDate(iso: $0) } ?? today
        let basis = text("exported_on_basis").flatMap(ExportDateBasis.init) ?? .importDay
        let fields = text("fields") ?? ""
        return StoredSnapshot(
            number: number, uuid: uuid, sourceID: sourceID, sourceName: "", list: list, format: text("format") ?? "",
            layout: text("layout") ?? "", path: text("path") ?? "", originalID: original, step: step, isUndone: flag != 0, exportedOn: day,
            basis: basis, orderWithinDay: text("order_within_day") ?? "", importedAt: text("imported_at") ?? "",
            fields: fields.isEmpty ? [] : fields.split(separator: ",").map(String.init), rowCount: integer("row_count") ?? 0,
            entryCount: integer("entry_count") ?? 0, closedCount: integer("closed_count") ?? 0,
            rejectedCount: integer("rejected_count") ?? 0,
            contents: contents)
    }

    /// The row of a snapshot.
    init(_ snapshot: StoredSnapshot) {
        self.init(
            table: .snapshot,
            values: [
                .integer(snapshot.number), .text(snapshot.uuid.description), .integer(snapshot.sourceID), .text(snapshot.list),
                .text(snapshot.format), .text(snapshot.layout), .text(snapshot.path), .integer(snapshot.originalID),
                .integer(snapshot.step), .integer(snapshot.isUndone ? 1 : 0), .text(snapshot.exportedOn.description),
                .text(snapshot.basis.rawValue), .text(snapshot.orderWithinDay), .text(snapshot.importedAt),
                .text(snapshot.fields.joined(separator: ",")), .integer(snapshot.rowCount), .integer(snapshot.entryCount),
                .integer(snapshot.closedCount), .integer(snapshot.rejectedCount), .bytes(snapshot.contents), .bytes(snapshot.hash.bytes),
            ])
    }
}

extension StoredSnapshot {
    /// The snapshot with another number.
    func with(_ number: Int64) -> StoredSnapshot {
        var other = self
        other.number = number
        return other
    }

    /// The snapshot, undone or not.
    func undone(_ isUndone: Bool) -> StoredSnapshot {
        var other = self
        other.isUndone = isUndone
        return other
    }

    /// One of which nothing is left but its records; no original has the number 0.
    init(lost number: Int64, of list: ListCatalog.Key, id: UniqueID, importedAt: String) {
        self.init(
            number: number, uuid: id, sourceID: list.sourceID, sourceName: "", list: list.list, format: "", layout: "", path: "",
            originalID: 0, step: 1, isUndone: false, exportedOn: CalendarDate(daysSince1970: 0), basis: .importDay, orderWithinDay: "",
            importedAt: importedAt, fields: [], rowCount: 0, entryCount: 0, closedCount: 0, rejectedCount: 0, contents: [])
    }
}
