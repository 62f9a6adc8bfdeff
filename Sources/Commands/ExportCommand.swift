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
            """
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var filter: FilterOptions

    @OptionGroup var outgoing: OutgoingOptions

    func run() throws {
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
