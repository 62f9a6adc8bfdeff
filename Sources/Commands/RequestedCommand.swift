import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast requested`
struct RequestedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requested",
        abstract: "Note that you asked a service for an archive; `status` then says when it is due.",
        discussion: "Nothing is asked of anybody by this: `holdfast guide SERVICE` tells how to ask."
    )

    @OptionGroup var common: CommonOptions
    @Argument(
        help: ArgumentHelp("The service: \(Service.all.map(\.name).joined(separator: ", ")).", valueName: "service"),
        completion: .list(Service.all.map(\.name)))
    var service: String
    @Option(help: ArgumentHelp("The day you asked (2026-11-23). Default: today.", valueName: "date"))
    var on: String?

    func validate() throws {
        if let on, CalendarDate(iso: on) == nil { throw ValidationError("“\(on)” is not a date. Write it as 2026-11-23.") }
    }

    func run() throws {
        let today = Clock.system.today
        let day = on.flatMap { CalendarDate(iso: $0) } ?? today
        guard day.daysSince1970 <= today.daysSince1970 + 1 else {
            throw Complaint(status: .usage, message: "\(day) is still to come. Nothing was noted.")
        }
        let (noted, step, standing) = try common.withVault { vault in
            let (service, step) = try NoteRequest(to: service, on: day).run(in: vault)
            let status = try ReportStatus(asOf: today).run(in: vault)
            return (service, step, status.requests.first { $0.service.name == service.name })
        }
        guard common.json else {
            let advice = standing?.advice.map { " " + $0 } ?? ""
            return Terminal.standardError.write("Noted.\(advice) To take it back: holdfast undo \(step)\n")
        }
        var json = JSONWriter()
        json.beginObject()
        for (name, text) in [
            ("service", noted.name), ("on", day.description), ("due_from", standing?.dueFrom.description ?? day.description),
            ("due_by", standing?.dueBy.description ?? day.description),
        ] {
            json.member(name, text)
        }
        json.member("step", step)
        json.endObject()
        var lines = LineWriter()
        try lines.line(bytes: json.takeBytes())
        try lines.flush()
    }
}
