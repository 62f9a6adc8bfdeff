import ContactModel
public import Vault

/// A snapshot as JSON, in the keys other programs rely on.
public enum SnapshotJSON {
    /// The snapshot as one object.
    public static func encode(_ snapshot: SnapshotSummary) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        func text(_ name: String, _ value: String) {
            json.member(name, value)
        }
        func number(_ name: String, _ value: Int64) {
            json.member(name, value)
        }
        text("id", snapshot.id.description)
        text("source", snapshot.source)
        text("format", snapshot.format)
        text("exported_on", snapshot.exportedOn.description)
        text("imported_at", snapshot.importedAt)
        number("rows", snapshot.rows)
        text("sha256", snapshot.sha256)
        text("list", snapshot.list)
        text("layout", snapshot.layout)
        text("path", snapshot.path)
        text("exported_on_basis", snapshot.exportedOnBasis.rawValue)
        number("rejected", snapshot.rejected)
        number("bytes", snapshot.byteCount)
        number("step", snapshot.step)
        json.endObject()
        return json.takeBytes()
    }
}
