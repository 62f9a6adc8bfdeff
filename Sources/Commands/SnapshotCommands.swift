import Actions
import ArgumentParser
import ContactModel
import Vault

/// `holdfast snapshots`
struct SnapshotsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "snapshots", abstract: "List what came in, the latest export first.")

    @OptionGroup var common: CommonOptions

    @Flag(help: "List those whose import was taken back instead; their files are kept, and handed out by `holdfast original`.")
    var takenBack = false

    func run() throws {
        let snapshots = try common.withVault { try ListSnapshots(isTakenBack: takenBack).run(in: $0) }
        if common.json {
            var lines = LineWriter()
            for snapshot in snapshots { try lines.line(bytes: SnapshotJSON.encode(snapshot)) }
            return try lines.flush()
        }
        var table = Table(
            [
                .fixed("id"), .fixed("exported"), .fixed("imported"), .flexible("source"), .flexible("list"), .fixed("rows"),
                .flexible("from", least: 12),
            ],
            style: common.style
        )
        // On a terminal an id is as long as tells it from the others; `original` takes that much.
        let ids = snapshots.map(\.id.description)
        let isShort = Terminal.standardOutput.isInteractive
        let length = isShort ? (8...36).first { length in Set(ids.map { $0.prefix(length) }).count == ids.count } ?? 36 : 36
        for snapshot in snapshots {
            try table.row([
                String(snapshot.id.description.prefix(length)), snapshot.exportedOn.description, String(snapshot.importedAt.prefix(10)),
                snapshot.source,
                snapshot.list,
                snapshot.rows.grouped, snapshot.path,
            ])
        }
        try table.finish()
        if snapshots.isEmpty, takenBack {
            Terminal.standardError.write("No import is taken back.\n")
        } else if snapshots.isEmpty {
            Terminal.standardError.write("Nothing came in yet. `holdfast guide linkedin` tells how to begin.\n")
        }
    }
}

/// `holdfast original`
struct OriginalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "original",
        abstract: "Hand out a file as it came in, byte for byte."
    )

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The snapshot's id or its beginning, as `holdfast snapshots` lists it.", valueName: "snapshot"))
    var snapshot: String

    @Option(
        help: ArgumentHelp(
            "Which of the files the snapshot was read from, from 1, as `holdfast snapshots --json` lists them.", valueName: "number"))
    var file: Int = 1

    @Option(
        name: [.customShort("o"), .long], help: ArgumentHelp("The file to write; - for standard output.", valueName: "file"),
        completion: .file())
    var output: String

    func run() throws {
        try common.withVault { vault in
            let original = ReadOriginal(snapshot: snapshot, file: file)
            if output == "-" {
                try original.run(in: vault) { try StandardOutput.write($0) }
            } else {
                let name = try common.wholeFile(at: output).write { put in try original.run(in: vault) { try put($0) } }
                Terminal.standardError.write("Wrote \(output), which came in as \(name.printable).\n")
            }
        }
    }
}
