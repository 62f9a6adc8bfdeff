import Actions
import ArgumentParser
import Foundation
import Server
import Vault

/// `holdfast serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open the contact book as a web page on this computer.",
        discussion: """
            The page is for this computer alone unless --listen says otherwise, and then a password is asked for. End it with Ctrl-C.

              holdfast serve
              holdfast serve --set-password
              holdfast serve --new-token "my script" --scope read
              holdfast serve --listen 0.0.0.0 --host-name contacts.example.org --trusted-proxy 192.0.2.7

            What is sent to another computer is readable on the way unless a proxy in front speaks TLS; docs/threat-model.md tells how.
            """
    )

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The address to listen on.", valueName: "address"))
    var listen = "127.0.0.1"

    @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "number"))
    var port = 8017

    @Flag(help: "Show the page in your browser as soon as it is there.")
    var open = false

    @Option(help: ArgumentHelp("A further name the page is reached by, such as a proxy's; may be given several times.", valueName: "name"))
    var hostName: [String] = []

    @Option(
        help: ArgumentHelp("The address of a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed.", valueName: "address"))
    var trustedProxy: [String] = []

    @Flag(help: "Set the password, typed or from standard input, sign everybody out, and end.")
    var setPassword = false

    @Flag(help: "Do without a password and a second factor again, and end.")
    var removePassword = false

    @Option(help: ArgumentHelp("Make a token for a program, show it once, and end.", valueName: "program"))
    var newToken: String?

    @Option(
        help: ArgumentHelp(
            "What the token may do: \(AccessScope.allCases.map(\.rawValue).joined(separator: ", ")). Default: read.", valueName: "scope"))
    var scope: [String] = []

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("“\(port)” is no port. It is a number from 0 to 65535.") }
        for scope in scope where AccessScope(rawValue: scope) == nil {
            throw ValidationError(
                "“\(scope)” is no scope. It can be \(AccessScope.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        if !scope.isEmpty, newToken == nil { throw ValidationError("--scope goes with --new-token.") }
    }

    func run() async throws {
        if setPassword { return try changePassword() }
        if removePassword {
            try common.withVault { try RemovePassword().run(in: $0) }
            return Terminal.standardError.write("There is no password any more; the page opens on this computer only.\n")
        }
        if let newToken { return try makeToken(newToken) }
        let path = common.vaultPath
        // More than there are cores would only take turns, and each keeps for itself what it found out of the list.
        let readers = min(4, max(2, ProcessInfo.processInfo.activeProcessorCount))
        let desk = try VaultDesk(readers: readers) { try Vault(path: path, options: SQLiteEngine.Options(cacheKibibytes: 16 * 1024)) }
        let host = listen
        let configuration = ServerConfiguration(
            host: host, port: port, hostNames: hostName, trustedProxies: trustedProxy, vaultPath: path,
            version: RootCommand.configuration.version)
        let (isJSON, opens) = (common.json, open)
        let isPlain = configuration.isOpenToOthers && trustedProxy.isEmpty
        try await ContactServer(configuration, desk: desk).run { port in
            let name = host == "127.0.0.1" ? "localhost" : host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
            let address = "http://\(name):\(port)/"
            Terminal.standardOutput.write(isJSON ? "{\"url\":\"\(address)\"}\n" : "Your contacts are at \(address)   (Ctrl-C ends it)\n")
            if isPlain {
                Terminal.standardError.write(
                    "Without TLS whoever is on the way can read along. Put a proxy in front; docs/threat-model.md tells how.\n")
            }
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

    private func changePassword() throws {
        let password: String?
        if isatty(STDIN_FILENO) == 1 {
            password = HiddenLine.read("New password (at least \(SetPassword.fewestCharacters) characters): ")
            guard HiddenLine.read("Once more: ") == password else {
                throw Complaint(status: .unusableInput, message: "The two passwords differ. Nothing was changed.")
            }
        } else {
            password = readLine(strippingNewline: true)
        }
        guard let password else {
            throw Complaint(
                status: .unusableInput,
                message: "There is no password on standard input. Type it, or send it: holdfast serve --set-password < FILE")
        }
        try common.withVault { try SetPassword(password).run(in: $0) }
        Terminal.standardError.write("The password is set, and everybody is signed out.\n")
    }

    private func makeToken(_ name: String) throws {
        let scopes = Set(scope.compactMap { AccessScope(rawValue: $0) })
        let token = try common.withVault { try MakeToken(name: name, scopes: scopes.isEmpty ? [.read] : scopes).run(in: $0) }
        Terminal.standardOutput.write(common.json ? "{\"token\":\"\(token)\"}\n" : token + "\n")
        Terminal.standardError.write(
            "Keep it where the program finds it; it is not shown again. The page revokes it under Settings, Security.\n")
    }
}
