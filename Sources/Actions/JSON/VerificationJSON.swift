import ContactModel
public import Vault

/// What a check of the vault found, as JSON, in the keys other programs rely on.
public enum VerificationJSON {
    /// The report as one object.
    public static func encode(_ report: VerificationReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.name("sound")
        json.bool(report.isSound)
        for (name, count) in [
            ("originals", report.originals), ("records", report.records), ("decisions", report.decisions), ("people", report.people),
            ("damaged", report.findingCount),
        ] {
            json.name(name)
            json.integer(Int64(count))
        }
        json.name("findings")
        json.beginArray()
        for finding in report.findings {
            json.beginObject()
            json.name("kind")
            json.string(finding.kind)
            json.name("message")
            json.string(finding.message)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        return json.takeBytes()
    }
}
