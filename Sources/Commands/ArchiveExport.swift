import Actions
import ContactModel
import Vault

/// `holdfast export --to archive`
struct ArchiveExport {
    var path: String
    var common: CommonOptions

    func run() throws {
        let progress = ProgressLine("Writing the archive", of: "people and files")
        defer { progress.finish() }
        let outcome = try common.withVault { vault in
            try ExportArchive(to: path) { _, count in progress.update(count) }.run(in: vault)
        }
        progress.finish()
        guard common.json else {
            Terminal.standardError.write(
                "Wrote \(outcome.people.of("person", "people")) and \(outcome.originals.of("original", "originals")) in "
                    + "\(outcome.files.of("file", "files")) (\(StatusCommand.size(outcome.byteCount))) to \(path.printable).\n")
            return
        }
        var json = JSONWriter()
        json.beginObject()
        json.member("path", path)
        json.member("format", "archive")
        for (name, count) in [("people", outcome.people), ("originals", outcome.originals), ("files", outcome.files)] {
            json.member(name, count)
        }
        json.member("bytes", outcome.byteCount)
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }
}
