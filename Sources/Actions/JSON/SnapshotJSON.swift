import ContactFormats
public import ContactModel
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
        json.member("files", objects: snapshot.files) { json, file in
            json.member("name", file.name)
            json.member("sha256", file.sha256)
            json.member("bytes", file.byteCount)
        }
        json.endObject()
        return json.takeBytes()
    }

    /// A row of a snapshot as one object: `read_as` says what it was read as, and what it says goes with that.
    public static func encode(_ row: SnapshotRow, _ json: inout JSONWriter) {
        json.beginObject()
        json.member("line", row.line)
        switch row.content {
        case .entry(let card, let person):
            json.member("read_as", "entry")
            json.member("person", person.description)
            json.member("name", card.name.display)
            json.member("company", card.organizations.first?.name)
            json.member("title", card.titles.first)
            json.member("emails", strings: card.emails.map(\.address))
            json.member("phones", strings: card.phones.map(\.number))
            json.member("urls", strings: card.links.map(\.uri))
        case .closedAccount: json.member("read_as", "closed-account")
        case .rejected(let code, let text):
            json.member("read_as", "nothing")
            json.member("code", code)
            json.member("text", text)
        }
        json.endObject()
    }
}
