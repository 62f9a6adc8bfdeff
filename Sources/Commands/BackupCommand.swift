import Actions
import AgeEncryption
import ArgumentParser
import ContactModel
import Foundation
import Vault

/// `holdfast backup`
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the vault, as it stands at one moment, checked through; encrypted if you like.",
        discussion: """
            Other programs may write to the vault meanwhile. The backup appears whole or not at all, and is read back before it does. \
            Without encryption it is a vault itself, which `sqlite3` opens too; with it, a file the `age` program opens.

              holdfast backup vault-2026-11-25.sqlite
              holdfast backup /media/stick/ --keep 7d,4w,12m
              holdfast backup /media/stick/ --encrypt --recipient age1… --keep 7d,4w,12m
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The file to write, or a folder for files with dated names.", valueName: "file"), completion: .file())
    var place: String

    @Flag(help: "Encrypt, to recipients or with a passphrase. Naming one of them is enough.")
    var encrypt = false

    @Option(
        help: ArgumentHelp(
            "Encrypt to this public key (age1…); may be given several times, and any one of them opens it.", valueName: "age-key"))
    var recipient: [String] = []

    @Option(help: ArgumentHelp("Encrypt with the passphrase in the first line of a file.", valueName: "file"), completion: .file())
    var passphraseFile: String?

    @Option(
        help: ArgumentHelp(
            "In a folder: keep the newest of each of the last 7 days, 4 weeks and 12 months (y for years), and remove other backups of this vault.",
            valueName: "7d,4w,12m"))
    var keep: String?

    func validate() throws {
        if encrypt, recipient.isEmpty, passphraseFile == nil {
            throw ValidationError("Say who can open it: --recipient age1… or --passphrase-file FILE.")
        }
        if !recipient.isEmpty, passphraseFile != nil {
            throw ValidationError("A file is encrypted to keys or with a passphrase, not both: give --recipient or --passphrase-file.")
        }
        for key in recipient {
            do { _ = try AgeRecipient(key) } catch { throw ValidationError(error.message) }
        }
        if let keep, KeepPolicy(keep) == nil {
            throw ValidationError("“\(keep)” does not say what to keep. Write it as 7d,4w,12m: days, weeks, months, y for years.")
        }
    }

    func run() throws {
        let secrecy: BackUpVault.Secrecy =
            if let passphraseFile {
                .passphrase(try PassphraseFile(path: passphraseFile).read())
            } else if !recipient.isEmpty {
                .recipients(try recipient.map { try AgeRecipient($0) })
            } else {
                .none
            }
        let copying = ProgressLine("Copying", of: "pages")
        let checking = ProgressLine("Checking", of: "records and people")
        defer {
            copying.finish()
            checking.finish()
        }
        let action = BackUpVault(to: place, secrecy: secrecy, keeping: keep.flatMap { KeepPolicy($0) }, vaultPath: common.vaultPath) {
            switch $0 {
            case .copied(let done, let total): copying.update(done, of: total)
            case .checked(let done, let total): checking.update(done, of: total)
            case .encrypted: break
            }
        }
        guard FileManager.default.fileExists(atPath: common.vaultPath) else {
            throw Complaint(status: .noInput, message: "There is no vault at \(common.vaultPath) yet, so there is nothing to back up.")
        }
        let outcome = try common.withVault { try action.run(in: $0) }
        copying.finish()
        checking.finish()
        if common.json { return try writeJSON(outcome, isEncrypted: encrypt || !recipient.isEmpty || passphraseFile != nil) }
        Terminal.standardError.write(
            "Wrote \(outcome.path.printable), \(StatusCommand.size(outcome.byteCount)). Checked \(CheckedText.words(for: outcome.report)) in it.\n"
        )
        for path in outcome.removed { Terminal.standardError.write("Removed the older \(path.printable).\n") }
    }

    private func writeJSON(_ outcome: BackUpVault.Outcome, isEncrypted: Bool) throws {
        var json = JSONWriter()
        json.beginObject()
        json.member("path", outcome.path)
        json.member("bytes", outcome.byteCount)
        json.member("sha256", outcome.sha256)
        json.member("encrypted", isEncrypted)
        CheckedText.encode(outcome.report, into: &json)
        json.member("removed", strings: outcome.removed)
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }
}

/// `holdfast restore`
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of the vault, once it is checked through.",
        discussion: """
            Takes what `backup` wrote, encrypted or not, and any copy of a vault's file. A backup that is damaged is not taken. A vault that \
            stands there is never replaced without --force, and even then it is kept beside.

              holdfast restore vault-2026-11-25.sqlite
              holdfast restore vault.sqlite.age --identity-file key.txt --force
              holdfast --vault other.sqlite restore vault-2026-11-25.sqlite
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The file with the secret key (AGE-SECRET-KEY-1…) of a recipient.", valueName: "file"), completion: .file())
    var identityFile: String?

    @Option(help: ArgumentHelp("The file with the passphrase in its first line.", valueName: "file"), completion: .file())
    var passphraseFile: String?

    @Flag(help: "Set a vault that stands there aside, and put the backup in its place.")
    var force = false

    func validate() throws {
        if identityFile != nil, passphraseFile != nil { throw ValidationError("Give --identity-file or --passphrase-file, not both.") }
    }

    func run() throws {
        let progress = ProgressLine("Checking", of: "records and people")
        defer { progress.finish() }
        let path = common.vaultPath
        let outcome = try RestoreVault(from: file, to: path, key: key(), replaces: force, progress: { progress.update($0, of: $1) }).run()
        progress.finish()
        guard common.json else {
            Terminal.standardError.write("Restored \(CheckedText.words(for: outcome.report)) to \(path.printable).\n")
            if let kept = outcome.keptAs { Terminal.standardError.write("The vault that stood there is kept as \(kept.printable).\n") }
            return
        }
        var json = JSONWriter()
        json.beginObject()
        json.member("vault", path)
        CheckedText.encode(outcome.report, into: &json)
        json.member("kept", outcome.keptAs)
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }

    private func key() throws -> AgeDecryptor.Key? {
        if let passphraseFile { return .passphrase(try PassphraseFile(path: passphraseFile).read()) }
        guard let identityFile else { return nil }
        guard let text = FileManager.default.contents(atPath: identityFile) else {
            throw Complaint(status: .noInput, message: "The identity file \(identityFile) can't be read. Nothing was changed.")
        }
        return .identities(try AgeIdentity.all(inFile: String(decoding: text, as: UTF8.self)))
    }
}

/// What was checked, in words and in JSON.
enum CheckedText {
    static func words(for report: VerificationReport) -> String {
        """
        \(people(in: report)), \(report.records.of("record", "records")), \
        \(report.originals.of("original", "originals")) and \(report.decisions.of("decision", "decisions"))
        """
    }

    /// How many people, and how many of them `holdfast people` does not list.
    static func people(in report: VerificationReport) -> String {
        let people = report.people.of("person", "people")
        return report.unlisted == 0 ? people : "\(people) (\(report.unlisted.grouped) of them in no list of contacts)"
    }

    static func encode(_ report: VerificationReport, into json: inout JSONWriter) {
        for (name, count) in [
            ("people", report.people), ("unlisted", report.unlisted), ("records", report.records), ("originals", report.originals),
            ("decisions", report.decisions),
        ] {
            json.member(name, count)
        }
    }
}
