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
        for (original, path) in parts {
            // The name is only a label: what the owner's file was called must not lead out of the folder.
            let safe = path.split(separator: "/").filter { $0 != ".." && $0 != "." }.joined(separator: "/")
            let file = folder.appendingPathComponent(safe.isEmpty ? "original" : safe)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try OriginalStore(session: session, vaultID: vaultID).write(original, toTemporaryFile: file.path)
            written.append(file)
        }
        let parcel = try Parcel.open(path: written.count == 1 ? written[0].path : folder.path)
        guard let table = try table(of: snapshot, in: parcel) else {
            throw VaultError(.internalFault, "The kept original of step \(snapshot.step) is no longer recognised. Nothing was changed.")
        }
        try body(table)
    }

    /// The table a snapshot was read from, read with the same columns; of several formats that could read it, the one that did.
    private func table(of snapshot: StoredSnapshot, in parcel: Parcel) throws -> (any Table)? {
        let wishes = ColumnMemory.fixed(by: try DecisionLog(session: session, vaultID: vaultID).step(snapshot.step))
        func table(among formats: [HandOutFormat], isExact: Bool) throws -> (any Table)? {
            let all = try HandOutFormat.recognise(parcel, among: formats, wishes: wishes).tables
            let tables = all.filter { $0.list.rawValue == snapshot.list && (!isExact || $0.format == snapshot.format) }
            return tables.first { snapshot.path.hasSuffix($0.members.first?.path ?? "") } ?? tables.first
        }
        if let table = try? table(among: HandOutFormat.all, isExact: true) { return table }
        for format in HandOutFormat.all {
            if let table = try? table(among: [format], isExact: true) { return table }
        }
        return try table(among: HandOutFormat.all, isExact: false)
    }
}
