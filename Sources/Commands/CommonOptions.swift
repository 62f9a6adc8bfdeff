import Actions
import ArgumentParser
import Foundation
import Vault

/// The options every command has.
struct CommonOptions: ParsableArguments {
    @Option(
        name: .long, help: ArgumentHelp("The vault's file. Default: $HOLDFAST_VAULT, else your data folder.", valueName: "file"),
        completion: .file())
    var vault: String?

    @Flag(name: .long, help: "Write JSON for programs: one object, or one a line for lists.")
    var json = false

    @Flag(name: .long, help: ArgumentHelp("No colours. The variable NO_COLOR does the same.", visibility: .hidden))
    var noColor = false

    /// Where the vault is: the option, else `$HOLDFAST_VAULT`, else `$XDG_DATA_HOME/holdfast/vault.sqlite`.
    var vaultPath: String {
        let environment = ProcessInfo.processInfo.environment
        func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        let home = set("HOME") ?? NSHomeDirectory()
        if let path = vault ?? set("HOLDFAST_VAULT") { return path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path }
        return (set("XDG_DATA_HOME") ?? home + "/.local/share") + "/holdfast/vault.sqlite"
    }

    /// Opens the vault, hands it to `body` and closes it again.
    ///
    /// - Parameter isReadOnce: whether each page of the file is needed once, in order, so that keeping many of them costs time and memory for
    ///   nothing.
    func withVault<Result>(isReadOnce: Bool = false, _ body: (Vault) throws -> Result) throws -> Result {
        let path = vaultPath
        var options = SQLiteEngine.Options(onWait: {
            Terminal.standardError.write("Another program is writing to \(path). Waiting for it to finish (up to ten minutes)…\n")
        })
        if isReadOnce { options.cacheKibibytes = 4096 }
        let vault = try Vault(path: path, options: options)
        defer { try? vault.close() }
        return try body(vault)
    }

    /// A file that may be written anywhere but over the vault.
    func wholeFile(at path: String) -> WholeFile {
        WholeFile(path: path, sparing: ["", "-wal", "-shm"].map { vaultPath + $0 })
    }

    /// The style of what is written for people.
    var style: Style { Style(isColorful: !noColor && Terminal.standardOutput.allowsColor) }
}
