import ArgumentParser
import Foundation
import Server
import Vault

/// `holdfast serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open the contact book as a web page on this computer.",
        discussion: "The page is for this computer alone unless --listen says otherwise. End it with Ctrl-C."
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var listen = "127.0.0.1"

    @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "number"))
    var port = 8017

    @Flag(help: "Show the page in your browser as soon as it is there.")
    var open = false

    func run() async throws {
        let path = common.vaultPath
        let desk = try VaultDesk(readers: 4) { try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 16 * 1024)) }
        let host = listen
        let server = ContactServer(
            ServerConfiguration(host: host, port: port, vaultPath: path, version: RootCommand.configuration.version), desk: desk)
        let (isJSON, opens) = (common.json, open)
        try await server.run { port in
            let address = "http://\(host == "127.0.0.1" ? "localhost" : host):\(port)/"
            Terminal.standardOutput.write(isJSON ? "{\"url\":\"\(address)\"}\n" : "Your contacts are at \(address)   (Ctrl-C ends it)\n")
            if opens { Self.showInBrowser(address) }
        }
    }

    /// Asks the desktop to show an address; where there is no desktop, the address that was printed will do.
    private static func showInBrowser(_ address: String) {
        let opener = Process()
        opener.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        #if os(macOS)
            opener.arguments = ["open", address]
        #else
            opener.arguments = ["xdg-open", address]
        #endif
        (opener.standardOutput, opener.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        try? opener.run()
    }
}
