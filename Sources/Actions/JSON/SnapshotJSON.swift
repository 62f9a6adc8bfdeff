import ContactModel
public import Vault

/// A snapshot as JSON, in the keys other programs rely on.
public enum SnapshotJSON {
    /// The snapshot as one object.
    public static func encode(_ snapshot: SnapshotSummary) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("id", snapshot.id.description)
        json.member("source", snapshot.source)
        json.member("format", snapshot.format)
        json.member("exported_on", snapshot.exportedOn.description)
        json.member("imported_at", snapshot.importedAt)
        json.member("rows", snapshot.rows)
        json.member("sha256", snapshot.sha256)
        json.member("list", snapshot.list)
        json.member("layout", snapshot.layout)
        json.member("path", snapshot.path)
        json.member("exported_on_basis", snapshot.exportedOnBasis.rawValue)
        json.member("rejected", snapshot.rejected)
        json.member("bytes", snapshot.byteCount)
        json.member("step", snapshot.step)
        json.endObject()
        return json.takeBytes()
    }
}
