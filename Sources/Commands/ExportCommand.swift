import Actions
import ArgumentParser
import ContactFormats
import ContactModel
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

            archive writes everything into a folder or a zip that needs no Holdfast: people in three formats, every original, the history. \
            `holdfast import` makes the same vault of it again.

              holdfast export --to archive -o contacts-2026.zip
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @OptionGroup var outgoing: OutgoingOptions

    func validate() throws {
        guard outgoing.isArchive else { return }
        if outgoing.path == nil { throw ValidationError("An archive is a folder or a zip. Name it: -o contacts/ or -o contacts.zip.") }
        if !filter.conditions.isEmpty { throw ValidationError("An archive holds everybody; --where does not go with it.") }
    }

    func run() throws {
        if outgoing.isArchive, let path = outgoing.path { return try ArchiveExport(path: path, common: common).run() }
        guard let format = outgoing.format else { return }
        let people = try PeopleFilter(filter.conditions, includesAcquaintances: filter.everyone)
        let action = ExportContacts(format: format, filter: people, options: outgoing.options)
        let progress = ProgressLine("Exporting", of: "people")
        defer { progress.finish() }
        try common.withVault { vault in
            _ = try outgoing.handOut(common) { destination, onHeldBack in
                let report = try action.run(
                    in: vault, to: destination, progress: { if outgoing.path != nil { progress.update($0) } }, onHeldBack: onHeldBack)
                progress.finish()
                return report
            }
        }
    }
}
