import ContactFormats
import Foundation

/// Reads the kept original of a snapshot again, as it was read when it came in.
struct SnapshotOriginal {
    var session: any Session
    var vaultID: Int64

    /// Hands over the table a snapshot was read from; the original lies in a folder of its own for as long as it is read.
    ///
    /// - Throws: `VaultError` where the original is no longer recognised, and what reading and `body` throw.
    func read(_ snapshot: StoredSnapshot, _ body: (any Table) throws -> Void) throws {
        // Not named after the snapshot: a copy of the vault has the same, and somebody may be using it at this moment.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("holdfast-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let parts = try SnapshotStore(session: session, vaultID: vaultID).parts(of: snapshot)
        var written: [URL] = []
        var known: Set<Int64> = []
        for (original, path) in parts where known.insert(original).inserted {
            // The name is only a label: what the owner's file was called must not lead out of the folder.
            let safe = path.split(separator: "/").filter { $0 != ".." && $0 != "." }.joined(separator: "/")
            let file = folder.appendingPathComponent(safe.isEmpty ? "original" : safe)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try OriginalStore(session: session, vaultID: vaultID).write(original, toTemporaryFile: file.path)
            written.append(file)
        }
        guard let table = try table(of: snapshot, in: try Self.parcel(of: written, in: folder), parts: parts.map(\.path)) else {
            throw VaultError(.internalFault, "The kept original of step \(snapshot.step) is no longer recognised. Nothing was changed.")
        }
        try body(table)
    }

    /// So many archives at most are opened as the parts of one hand-out.
    private static let mostArchives = 100

    private static func parcel(of written: [URL], in folder: URL) throws -> Parcel {
        if written.count == 1 { return try Parcel.open(path: written[0].path) }
        if written.count <= mostArchives {
            let pieces = written.compactMap { try? Parcel.open(path: $0.path) }
            if pieces.count == written.count, pieces.allSatisfy({ $0.kind == .archive }) { return Parcel(pieces: pieces) }
        }
        return try Parcel.open(path: folder.path)
    }

    /// The table a snapshot was read from, read with the same columns; of several formats that could read it, the one that did.
    ///
    /// - Parameter parts: the files it was read from: what is recognised as several lists was read as one.
    private func table(of snapshot: StoredSnapshot, in parcel: Parcel, parts: [String]) throws -> (any Table)? {
        let wishes = ColumnMemory.fixed(by: try DecisionLog(session: session, vaultID: vaultID).step(snapshot.step))
        func table(among formats: [HandOutFormat], isExact: Bool) throws -> (any Table)? {
            let all = try HandOutFormat.recognise(parcel, among: formats, wishes: wishes).tables
            var tables = all.filter { $0.list.rawValue == snapshot.list && (!isExact || $0.format == snapshot.format) }
            if parts.count > 1 { tables = Self.joined(tables, parts) }
            return tables.first { snapshot.path.hasSuffix($0.members.first?.path ?? "") } ?? tables.first
        }
        if let table = try? table(among: HandOutFormat.all, isExact: true) { return table }
        for format in HandOutFormat.all {
            if let table = try? table(among: [format], isExact: true) { return table }
        }
        return try table(among: HandOutFormat.all, isExact: false)
    }

    /// Tables of which those that are the parts of a list are one, in the order of the parts; all of them, where paths don't tell any more.
    private static func joined(_ tables: [any Table], _ parts: [String]) -> [any Table] {
        func place(_ table: any Table) -> Int? {
            guard let path = table.members.first?.path else { return nil }
            return parts.firstIndex { $0 == path || $0.hasSuffix("/" + path) }
        }
        let known = tables.compactMap { table in place(table).map { (place: $0, table: table) } }.sorted { $0.place < $1.place }
        if known.count > 1 { return JoinedTable.joined(known.map(\.table)) }
        return tables.contains { $0.members.count > 1 } ? tables : JoinedTable.joined(tables)
    }
}
