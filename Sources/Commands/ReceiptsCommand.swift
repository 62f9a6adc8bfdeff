import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast receipts`
struct ReceiptsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receipts",
        abstract: "What was handed over: to whom, when, in which format, and the hash of the file.",
        discussion: "Receipts are kept by the page, and by `export --recipient NAME`."
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
        let receipts = try common.withVault { try ListHandOvers().run(in: $0) }
        if common.json { return try writeJSON(receipts) }
        var table = Table(
            [
                .fixed("when"), .flexible("to", least: 10), .fixed("format"), .flexible("who", least: 10), .fixed("people"),
                .fixed("sha256"),
            ], style: common.style)
        for receipt in receipts {
            let content = receipt.content
            let when = receipt.madeAt.prefix(16).split(separator: "T").joined(separator: " ")
            let who = (content.filter.isEmpty ? "everybody" : content.filter) + (content.isUpdate ? ", only what changed" : "")
            try table.row([when, content.recipient, content.format, who, content.written.grouped, String(content.sha256.prefix(12))])
        }
        try table.finish()
        if receipts.isEmpty {
            Terminal.standardError.write(
                "Nothing was handed over yet. `holdfast export --to vcard4 -o contacts.vcf --recipient NAME` keeps a receipt.\n")
        }
    }

    private func writeJSON(_ receipts: [HandOverReceipt]) throws {
        var lines = LineWriter()
        for receipt in receipts {
            var json = JSONWriter()
            ReceiptJSON.encode(receipt, &json)
            try lines.line(bytes: json.takeBytes())
        }
        try lines.flush()
    }
}
