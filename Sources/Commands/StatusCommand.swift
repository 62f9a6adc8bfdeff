import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import Foundation
import Vault

/// `holdfast status`
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How the vault stands: who is in it, where from, how old, what to do next."
    )

    @OptionGroup var common: CommonOptions

    func run() throws {
        let path = common.vaultPath
        let outcome = try common.withVault { try ReportStatus(asOf: Clock.system.today).run(in: $0) }
        let bytes = ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber)?.int64Value ?? 0
        var lines = LineWriter()
        if common.json {
            try lines.line(bytes: StatusJSON.encode(outcome, path: path, bytes: bytes))
        } else {
            let width = Terminal.standardOutput.isInteractive ? Terminal.standardOutput.width : Int.max
            for line in text(outcome, path: path, bytes: bytes) { for part in line.wrapped(to: width, indent: 4) { try lines.line(part) } }
        }
        try lines.flush()
    }

    private func text(_ outcome: ReportStatus.Outcome, path: String, bytes: Int64) -> [String] {
        let style = common.style
        func count(_ standing: Person.Standing) -> Int64 { outcome.people[standing] ?? 0 }
        var lines = [
            "\(style.bold("Vault"))   \(path), \(Self.size(bytes)); originals \(Self.size(outcome.originalBytes))",
            "\(style.bold("People"))  \(count(.connected).grouped) connected, \(count(.disconnected).grouped) no longer, "
                + "\(count(.contact).grouped) from address books; \(count(.acquaintance).grouped) more known from messages and the like",
        ]
        if !outcome.sources.isEmpty {
            lines += ["", style.bold("Sources")]
            for source in outcome.sources {
                guard source.list != EntryList.byHand.rawValue else {
                    lines.append(
                        "  \(source.source.printable): \(source.rows.of("person", "people")) added, the last on \(source.newestExport)")
                    continue
                }
                lines.append(
                    "  \(source.source.printable), \(source.list): exported \(source.newestExport) (\(source.ageDays.of("day", "days")) ago), "
                        + "\(source.rows.of("row", "rows")), \(source.snapshots.of("export", "exports")) held"
                )
            }
        }
        if !outcome.advice.isEmpty { lines += [""] + outcome.advice.map { style.warning($0.printable) } }
        return lines
    }

    static func size(_ bytes: Int64) -> String {
        let units = ["bytes", "KB", "MB", "GB", "TB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 1000, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return unit == 0 || tenths >= 100 ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
