import ContactModel
public import Vault

/// What a check of the vault found, as JSON, in the keys other programs rely on.
public enum VerificationJSON {
    /// The report as one object.
    public static func encode(_ report: VerificationReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("sound", report.isSound)
        for (name, count) in [
            ("originals", report.originals), ("records", report.records), ("decisions", report.decisions), ("people", report.people),
            ("unlisted", report.unlisted),
            ("damaged", report.findingCount),
        ] {
            json.member(name, count)
        }
        json.member("findings", objects: report.findings) { json, finding in
            json.member("kind", finding.kind)
            json.member("message", finding.message)
        }
        json.endObject()
        return json.takeBytes()
    }
}
