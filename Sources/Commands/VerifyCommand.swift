import Actions
import ArgumentParser
import ContactModel
import Foundation
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

    @Option(help: ArgumentHelp("Save what is sound of a damaged vault into a new one.", valueName: "new-vault"))
    var salvage: String?

    func run() throws {
        if let salvage { return try save(into: salvage) }
        if wipe { try common.withVault { try $0.wipe() } }
        let progress = ProgressLine("Checking", of: "records and people")
        defer { progress.finish() }
        let report = try common.withVault { try VerifyVault().run(in: $0) { progress.update($0, of: $1) } }
        progress.finish()
        var lines = LineWriter()
        if common.json {
            try lines.line(bytes: VerificationJSON.encode(report))
        } else {
            let checked = """
                \(report.originals.of("original", "originals")), \(report.records.of("record", "records")), \
                \(report.decisions.of("decision", "decisions")) and \(CheckedText.people(in: report))
                """
            if report.isSound {
                try lines.line(common.style.good("Sound.") + " Checked \(checked).")
            } else {
                try lines.line(common.style.bad("Damaged: \(report.findingCount.of("place", "places"))") + ", of \(checked).")
                for finding in report.findings.prefix(20) { try lines.line("  \(finding.message.printable)") }
                if report.findingCount > 20 { try lines.line("  … and \((report.findingCount - 20).grouped) more; --json lists them.") }
                try lines.line(
                    "Copy the vault before anything else. `holdfast restore` puts a backup in its place; `holdfast verify --salvage NEW.sqlite` saves what is sound."
                )
            }
        }
        try lines.flush()
        if !report.isSound { throw ExitCode(ExitStatus.unusableInput.rawValue) }
    }

    /// Opens the vault, as far as it can be.
    private func withDamagedVault<Result>(_ body: (Vault) throws -> Result) throws -> Result {
        do {
            try common.withVault { _ in }
        } catch let error as VaultError where error.code == .damaged {
            do {
                let vault = try Vault(toSalvage: common.vaultPath)
                defer { try? vault.close() }
                return try body(vault)
            } catch let error as VaultError where error.code == .damaged {
                throw nothingLeft
            }
        }
        return try common.withVault(body)
    }

    private var nothingLeft: Complaint {
        Complaint(
            status: .unusableInput,
            message: "Nothing of the vault \(common.vaultPath.printable) can be read as a database any more, so nothing could be saved and "
                + "nothing was changed. `holdfast restore` puts a backup in its place; docs/vault.md tells how to look for originals by hand."
        )
    }

    /// Saves what is sound, and checks the new vault.
    private func save(into path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Complaint(status: .cannotCreate, message: "There is a file at \(path) already. Nothing was changed. Name a new one.")
        }
        let report = try withDamagedVault { old -> SalvageReport in
            let new = try Vault(path: path)
            do {
                let report = try old.salvage(into: new)
                if report.hasUnreadablePages, report.kept.values.allSatisfy({ $0 == 0 }) { throw nothingLeft }
                try new.settleAndClose()
                return report
            } catch {
                try? new.close()
                for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
                throw error
            }
        }
        func counts(_ rows: [KeptTable: Int]) -> [(String, Int)] { KeptTable.allCases.map { ($0.rawValue, rows[$0] ?? 0) } }
        guard common.json else {
            var text = "Saved \(report.people.of("person", "people")) to \(path.printable):\n"
            for (name, count) in counts(report.kept) where count > 0 {
                let table = KeptTable(rawValue: name)
                let lost = table.flatMap { report.lost[$0] }.map { ", \($0.grouped) lost" } ?? ""
                let doubtful = table.flatMap { report.doubtful[$0] }.map { ", \($0.grouped) of them with a doubt" } ?? ""
                text += "  \(count.grouped) \(name.split(separator: "_").joined(separator: " "))\(doubtful)\(lost)\n"
            }
            if report.hasUnreadablePages { text += "Pages of the file could not be read; what stood there can't be counted.\n" }
            return Terminal.standardError.write(text)
        }
        func object(_ rows: [KeptTable: Int]) -> JSONValue {
            .object(Dictionary(uniqueKeysWithValues: counts(rows).map { ($0.0, .integer(Int64($0.1))) }))
        }
        let written = JSONValue.object([
            "vault": .string(path), "people": .integer(report.people), "kept": object(report.kept), "lost": object(report.lost),
            "doubtful": object(report.doubtful), "unreadable_pages": .bool(report.hasUnreadablePages),
        ])
        var lines = LineWriter()
        try lines.line(bytes: written.serialized())
        try lines.flush()
    }
}
