import ContactModel
public import Vault

/// What an erasure did, as JSON, in the keys other programs rely on.
public enum ErasureJSON {
    /// The report as one object.
    public static func encode(_ report: ErasureReport) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, count) in [
            ("step", Int(report.step)), ("entries", report.entries), ("originals_rewritten", report.rewritten),
            ("rows_removed", report.removed),
            ("steps_blanked", report.steps),
        ] {
            json.member(name, count)
        }
        json.member("originals_emptied", strings: report.emptied)
        json.name("mentioned_in_steps")
        json.beginArray()
        for step in report.mentions { json.integer(step) }
        json.endArray()
        json.member("wiped", report.isWiped)
        json.endObject()
        return json.takeBytes()
    }
}
