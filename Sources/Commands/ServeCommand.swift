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

    func run() async throws {
        let path = common.vaultPath
        let desk = try VaultDesk(readers: 4) { try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 16 * 1024)) }
        let host = listen
        let server = ContactServer(ServerConfiguration(host: host, port: port, vaultPath: path), desk: desk)
        let isJSON = common.json
        try await server.run { port in
            let address = "http://\(host == "127.0.0.1" ? "localhost" : host):\(port)/"
            Terminal.standardOutput.write(isJSON ? "{\"url\":\"\(address)\"}\n" : "Your contacts are at \(address)   (Ctrl-C ends it)\n")
        }
    }
}
