import Actions
import ArgumentParser
import ContactModel
import ContactQuality
import Vault

/// `holdfast changes`
struct ChangesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Who came, left, moved: what differs from export to export.",
        discussion: "Changes appear once a second, later export of the same source is imported."
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Only from this day on (2026-01-31).", valueName: "date"))
    var since: String?

    func validate() throws {
        if let since, CalendarDate(iso: since) == nil { throw ValidationError("“\(since)” is not a date. Write it as 2026-01-31.") }
    }

    func run() throws {
        let action = ListChanges(since: since.flatMap { CalendarDate(iso: $0) })
        try common.withVault { vault in
            if common.json {
                var lines = LineWriter()
                var json = JSONWriter()
                try action.run(in: vault) { change in
                    ChangeJSON.encode(change, &json)
                    try lines.line(bytes: json.takeBytes())
                }
                try lines.flush()
                return
            }
            var table = Table(
                [
                    .fixed("on", rank: 2), .flexible("who", least: 12, rank: 0), .flexible("what", least: 14, rank: 1),
                    .flexible("source", least: 6, rank: 3),
                ],
                style: common.style)
            var count = 0
            try action.run(in: vault) { change in
                count += 1
                try table.row([change.on.description, change.name, ChangeText.words(for: change), change.source])
            }
            try table.finish()
            if count == 0 {
                Terminal.standardError.write(
                    "No changes\(since.map { " since \($0)" } ?? "") are known. They appear once two exports are held.\n")
            }
        }
    }
}

/// A change in words for people.
enum ChangeText {
    static func words(for change: ChangeSummary) -> String {
        let isPseudo = change.kind == .moved && change.from.map(PseudoCompany.isPseudo) ?? false
        let (from, to) = (isPseudo ? "" : change.from ?? "", change.to ?? "")
        switch change.kind {
        case .connected: return change.isOfConnections ? "connected" : "in the address book since then"
        case .disconnected: return change.isOfConnections ? "no longer in the list" : "no longer in the address book"
        case .moved: return from.isEmpty ? "now at \(to)" : "moved from \(from) to \(to)"
        case .retitled: return from.isEmpty ? "now \(to)" : "was \(from), now \(to)"
        case .renamed: return "was called \(from), now \(to)"
        case .email: return from.isEmpty ? "e-mail address \(to)" : "e-mail address \(from) became \(to)"
        case .phone: return from.isEmpty ? "phone \(to)" : "phone \(from) became \(to)"
        }
    }
}
