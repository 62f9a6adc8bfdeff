import Actions
import ArgumentParser
import ContactFormats
import ContactModel
import Foundation
import Vault

/// `holdfast watch`
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "Take in an export the moment its download is complete.",
        discussion: """
            Only exports of services there is a guide for are taken, and only your own; everything else in the folder is left alone. \
            A download that is not complete is waited for.

              holdfast watch ~/Downloads              until you end it with Ctrl-C
              holdfast watch ~/Downloads --once       what is there now
              holdfast watch ~/Downloads --install    by systemd, whenever you are signed in
            """
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("The folder.", valueName: "folder"), completion: .directory)
    var folder: String
    @Flag(help: "Take what is there now, and end.")
    var once = false
    @Flag(help: "Look again and again rather than rely on the system's notices: for network shares.")
    var poll = false
    @Flag(help: "Write a systemd user unit and a timer that do this, and say how to switch them on.")
    var install = false

    func run() throws {
        let folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        if install { return try WatchUnits(folder: folder, vault: common.vaultPath, isVaultNamed: common.vault != nil).install(common) }
        var lines = LineWriter()
        let watch = FolderWatch(folder: folder, polls: poll)
        try watch.run(once: once, withVault: { try common.withVault($0) }) { event in
            switch event {
            case .watching(let byNotices):
                if !common.json {
                    try lines.line("Watching \(folder.printable)\(byNotices ? "" : ", looking every two seconds"). Ctrl-C ends it.")
                }
            case .imported(let path, let outcome, let changes): try write(outcome, path: path, changes: changes, to: &lines)
            case .refused(let path, let reason):
                if common.json {
                    var json = JSONWriter()
                    json.beginObject()
                    for (name, text) in [("event", "refused"), ("path", path), ("reason", reason)] { json.member(name, text) }
                    json.endObject()
                    try lines.line(bytes: json.takeBytes())
                } else {
                    try lines.line(common.style.warning("Not taken: \(path.printable): \(reason.printable)."))
                }
            }
            try lines.flush()
            StandardOutput.flush()
        }
    }

    private func write(_ outcome: ImportFiles.Outcome, path: String, changes: [ChangeSummary], to lines: inout LineWriter) throws {
        if common.json {
            let files = JSONValue(parsing: ImportReportJSON.encode(outcome)) ?? .null
            let event = JSONValue.object([
                "event": .string("imported"), "path": .string(path), "import": files, "changes": .integer(Int64(changes.count)),
            ])
            return try lines.line(bytes: event.serialized())
        }
        var text = ImportReportText(style: common.style, isDryRun: false)
        try text.write(outcome)
        for failure in outcome.failures { Terminal.standardError.write("holdfast: \(failure.error.message.printable)\n") }
        let shown = changes.filter { $0.kind != .connected }.prefix(20)
        for change in shown { try lines.line("  \(change.on)  \(change.name.printable): \(ChangeText.words(for: change).printable)") }
        let new = changes.filter { $0.kind == .connected }.count
        if new > 0 { try lines.line("  \(new.of("person", "people")) newly connected.") }
        if changes.count - new > shown.count {
            try lines.line("  … and \((changes.count - new - shown.count).grouped) more changes; `holdfast changes` lists them.")
        }
    }
}

/// The units by which systemd watches a folder for the user.
struct WatchUnits {
    var folder: String
    var vault: String
    var isVaultNamed: Bool

    /// The units, by file name. The path unit starts the service when something changes in the folder; the timer is for what it missed.
    var units: [(name: String, text: String)] {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? "holdfast"
        let option = isVaultNamed ? " --vault \(Self.quoted(vault))" : ""
        return [
            (
                "holdfast-watch.service",
                """
                [Unit]
                Description=Holdfast: take in exports from \(Self.escaped(folder))

                [Service]
                Type=oneshot
                ExecStart=\(Self.quoted(program)) watch --once\(option) \(Self.quoted(folder))
                Nice=10

                """
            ),
            (
                "holdfast-watch.path",
                """
                [Unit]
                Description=Holdfast: notice exports in \(Self.escaped(folder))

                [Path]
                PathChanged=\(Self.escaped(folder))
                Unit=holdfast-watch.service

                [Install]
                WantedBy=default.target

                """
            ),
            (
                "holdfast-watch.timer",
                """
                [Unit]
                Description=Holdfast: look for exports every quarter of an hour

                [Timer]
                OnStartupSec=2min
                OnUnitActiveSec=15min
                Unit=holdfast-watch.service

                [Install]
                WantedBy=timers.target

                """
            ),
        ]
    }

    func install(_ common: CommonOptions) throws {
        let environment = ProcessInfo.processInfo.environment
        let home =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.config"
        let place = home + "/systemd/user"
        do {
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        } catch {
            throw Complaint(status: .cannotCreate, message: "The folder \(place) can't be made. Nothing was written.")
        }
        for unit in units {
            try WholeFile(path: "\(place)/\(unit.name)").write { try $0(Array(unit.text.utf8)[...]) }
        }
        let next = [
            "systemctl --user daemon-reload", "systemctl --user enable --now holdfast-watch.path holdfast-watch.timer",
        ]
        guard common.json else {
            return Terminal.standardError.write(
                "Wrote \(units.map(\.name).joined(separator: ", ")) to \(place). To switch them on:\n"
                    + next.map { "    \($0)\n" }.joined()
                    + "To switch them off: systemctl --user disable --now holdfast-watch.path holdfast-watch.timer\n")
        }
        let written = JSONValue.object([
            "files": .array(units.map { .string("\(place)/\($0.name)") }), "next": .array(next.map { .string($0) }),
        ])
        var lines = LineWriter()
        try lines.line(bytes: written.serialized())
        try lines.flush()
    }

    /// As systemd.syntax(7) wants an argument: in quotes, with `\`, `"`, `%` and `$` taken literally.
    private static func quoted(_ text: String) -> String {
        var quoted = ""
        for character in text {
            switch character {
            case "\\", "\"": quoted += "\\" + String(character)
            case "$": quoted += "$$"
            case "%": quoted += "%%"
            default: quoted.append(character)
            }
        }
        return "\"" + quoted + "\""
    }

    /// As a setting wants a path: `%` taken literally.
    private static func escaped(_ text: String) -> String {
        text.split(separator: "%", omittingEmptySubsequences: false).joined(separator: "%%")
    }
}
