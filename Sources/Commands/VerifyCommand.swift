import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast verify`
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that everything in the vault is as it was written.",
        discussion: """
            Compares every original, record and decision with its hash, every snapshot with its records, and people, changes and the search \
            index with a fresh computation. Ends with 65 where something is damaged.
            """
    )

    @OptionGroup var common: CommonOptions

    @Flag(help: "First write over the file's free places, where something deleted may still stand.")
    var wipe = false

    func run() throws {
        if wipe { try common.withVault { try $0.wipe() } }
        let progress = ProgressLine("Checking", of: "records and people")
        defer { progress.finish() }
        let report = try common.withVault { try VerifyVault().run(in: $0) { progress.update($0) } }
        progress.finish()
        var lines = LineWriter()
        if common.json {
            try lines.line(bytes: Self.encode(report))
        } else {
            let checked = """
                \(report.originals.of("original", "originals")), \(report.records.of("record", "records")), \
                \(report.decisions.of("decision", "decisions")) and \(report.people.of("person", "people"))
                """
            if report.isSound {
                try lines.line(common.style.good("Sound.") + " Checked \(checked).")
            } else {
                try lines.line(common.style.bad("Damaged: \(report.findingCount.of("place", "places"))") + ", of \(checked).")
                for finding in report.findings.prefix(20) { try lines.line("  \(finding.message.printable)") }
                if report.findingCount > 20 { try lines.line("  … and \((report.findingCount - 20).grouped) more; --json lists them.") }
                try lines.line(
                    "Copy the vault before anything else. Originals that are sound can be had with `holdfast original` and imported into a new vault."
                )
            }
        }
        try lines.flush()
        if !report.isSound { throw ExitCode(ExitStatus.unusableInput.rawValue) }
    }

    private static func encode(_ report: VerificationReport) -> [UInt8] {
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
