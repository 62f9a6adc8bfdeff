import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import Foundation
import Vault

/// `holdfast export`
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Hand out people in an open format, at once and in full.",
        discussion: """
            linkedin-csv is LinkedIn's own layout, for an empty vault or another program (it holds those who left, too); csv leaves every \
            text untouched; excel-csv is for spreadsheets (byte order mark, formulas disarmed); jsonl has everything with where it comes \
            from; vcard3, vcard4, google-csv, outlook-csv, thunderbird-csv and ldif are for address books; schema-org is for the web.

            The others are what CRM systems and mailing tools import. Whom the product would refuse is held back and told, with the \
            reason; a list longer than it takes is split into numbered files.

              holdfast export --to vcard4 -o contacts.vcf
              holdfast export --to csv --where tag:clients -o clients.csv
              holdfast export --to jsonl | jq .name
              holdfast export --to hubspot --check
              holdfast export --to salesforce-lead -o leads.csv
              holdfast export --to hubspot --ready-for-crm -o hubspot.csv --held-back not-ready.csv

            archive writes everything into a folder or a zip that needs no Holdfast: people in three formats, every original, the history. \
            `holdfast import` makes the same vault of it again.

              holdfast export --to archive -o contacts-2026.zip
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @OptionGroup var outgoing: OutgoingOptions

    @Option(help: ArgumentHelp("To whom it goes: a receipt is kept of it, and `holdfast receipts` lists it.", valueName: "name"))
    var recipient: String?

    @Flag(help: "Only those of whom something changed since the recipient last got this format.")
    var changedSinceLast = false

    @Flag(
        name: .customLong("ready-for-crm"),
        help: "Hand on only who passes a profile: a work address, company and title confirmed within two years, no open conflict.")
    var isGated = false

    @Option(name: .customLong("profile"), help: ArgumentHelp("The profile for --ready-for-crm.", valueName: "file"), completion: .file())
    var profilePath: String?

    @Option(
        name: .customLong("held-back"), help: ArgumentHelp("Write who was held back, and why, to this CSV file.", valueName: "file"),
        completion: .file())
    var heldBackPath: String?

    @Flag(help: "Print the profile that is used where none is given, to begin one's own with.")
    var printProfile = false

    func validate() throws {
        if printProfile { return }
        try outgoing.requireFormat()
        if profilePath != nil, !isGated { throw ValidationError("--profile goes with --ready-for-crm.") }
        if outgoing.isArchive, isGated || heldBackPath != nil {
            throw ValidationError("An archive is the whole vault; --ready-for-crm and --held-back do not go with it.")
        }
        if let recipient, recipient.allSatisfy(\.isWhitespace) { throw ValidationError("The recipient's name is empty.") }
        if changedSinceLast, recipient == nil {
            throw ValidationError("--changed-since-last needs to know since when: name the --recipient.")
        }
        if recipient != nil, heldBackPath != nil {
            throw ValidationError("--held-back does not go with --recipient; --check tells who is held back.")
        }
        if recipient != nil, outgoing.isArchive { throw ValidationError("An archive is your own; --recipient does not go with it.") }
        guard outgoing.isArchive else { return }
        if outgoing.path == nil { throw ValidationError("An archive is a folder or a zip. Name it: -o contacts/ or -o contacts.zip.") }
        if !filter.conditions.isEmpty { throw ValidationError("An archive holds everybody; --where does not go with it.") }
    }

    func run() throws {
        if printProfile { return try StandardOutput.write(Array(HandOverProfile.standardText.utf8)[...]) }
        if outgoing.isArchive, let path = outgoing.path { return try ArchiveExport(path: path, common: common).run() }
        guard let format = outgoing.format else { return }
        let people = try PeopleFilter(filter.conditions, includesAcquaintances: filter.everyone)
        if let recipient { return try handOver(format, to: recipient) }
        let action = ExportContacts(format: format, filter: people, options: outgoing.options, profile: try profile())
        guard let heldBackPath else { return try handOut(by: action) { _ in } }
        try common.wholeFile(at: heldBackPath).write { put in
            // The export is over, and lets go of what it was given, before the file is.
            try withoutActuallyEscaping(put) { put in
                var list = HeldBackList()
                try handOut(by: action) { heldBack in
                    list.add(heldBack)
                    try put(list.takeBytes()[...])
                }
                // The header, where nobody was held back.
                try put(list.takeBytes()[...])
            }
        }
    }

    /// The profile; `nil` where there is no gate.
    private func profile() throws -> HandOverProfile? {
        guard isGated else { return nil }
        guard let profilePath else { return .standard }
        guard let bytes = FileManager.default.contents(atPath: profilePath) else {
            throw InputError(.missing, "There is no profile \(profilePath), or it may not be read. Nothing was handed on.")
        }
        return try HandOverProfile(String(decoding: bytes, as: UTF8.self), path: profilePath)
    }

    private func handOut(by action: ExportContacts, noting note: @escaping (HeldBack) throws -> Void) throws {
        let progress = ProgressLine("Exporting", of: "people")
        defer { progress.finish() }
        try common.withVault(isReadOnce: true) { vault in
            try progress.expect { try Self.count(of: action.filter, in: vault) }
            _ = try outgoing.handOut(common) { destination, onHeldBack in
                let report = try action.run(
                    in: vault, to: destination, progress: { if outgoing.path != nil { progress.update($0) } },
                    onHeldBack: { heldBack in
                        try note(heldBack)
                        try onHeldBack(heldBack)
                    })
                progress.finish()
                return report
            }
        }
    }

    /// How many people a filter means; `nil` where it has conditions: to count whom they mean takes as long as to hand them out.
    private static func count(of filter: PeopleFilter, in vault: Vault) throws -> Int? {
        guard filter.terms.isEmpty else { return nil }
        let standings = try vault.peopleByStanding().filter { $0.key.isListed || filter.includesAcquaintances && $0.key != .owner }
        return Int(standings.values.reduce(0, +))
    }

    /// Hands people out to somebody, and keeps the receipt; a check keeps none.
    private func handOver(_ format: ExportFormat, to recipient: String) throws {
        let action = HandOver(
            format: format, conditions: filter.conditions, includesAcquaintances: filter.everyone, recipient: recipient,
            isUpdate: changedSinceLast, options: outgoing.options, profile: try profile())
        let progress = ProgressLine("Handing over", of: "people")
        defer { progress.finish() }
        try common.withVault { vault in
            try progress.expect { try Self.count(of: PeopleFilter(filter.conditions, includesAcquaintances: filter.everyone), in: vault) }
            var outcome: HandOver.Outcome?
            _ = try outgoing.handOut(common) { destination, onHeldBack in
                let result = try action.run(
                    in: vault, to: destination, progress: { if outgoing.path != nil { progress.update($0) } }, onHeldBack: onHeldBack)
                progress.finish()
                outcome = result
                return result.report
            }
            guard let outcome, !outgoing.check else { return }
            let receipt = try HandOver.keep(outcome, in: vault)
            guard !common.json else { return }
            if changedSinceLast {
                Terminal.standardError.write("\(outcome.unchanged.of("person", "people")) had nothing new since the last time.\n")
            }
            Terminal.standardError.write("Receipt \(receipt.number) is kept; `holdfast receipts` lists it.\n")
        }
    }
}
