import Hummingbird
import HummingbirdCore
import Vault
import WebApp

/// The page, the REST interface and what else a vault is served by.
public struct ContactServer: Sendable {
    private let configuration: ServerConfiguration
    private let desk: VaultDesk

    /// Prepares a server of the vault behind a desk.
    public init(_ configuration: ServerConfiguration, desk: VaultDesk) {
        self.configuration = configuration
        self.desk = desk
    }

    /// Answers requests until the process is asked to end (SIGINT, SIGTERM) or the task is cancelled, and lets go of the vault.
    ///
    /// - Parameter onListening: called with the port once requests are answered.
    public func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        let port = configuration.port
        let application = Application(
            router: try router(),
            server: .http1(configuration: connection),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.mostConnections)
            ),
            onServerRunning: { channel in onListening(channel.localAddress?.port ?? port) }
        )
        do {
            try await application.runService()
        } catch {
            await desk.close()
            throw error
        }
        await desk.close()
    }

    /// A client that is slow on purpose holds a connection for no longer than this, and headers only of the usual size.
    private var connection: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: .seconds(Int64(configuration.idleSeconds)),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
        )
    }

    private func router() throws -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        let writer = PageWriter(views: try Views())
        addGate(to: router, writer)
        FlowRoutes(desk: desk, writer: writer, configuration: configuration).add(to: router)
        AssetRoutes().add(to: router)
        PeopleRoutes(desk: desk, writer: writer).add(to: router)
        return router
    }

    /// What each request passes before a route sees it, outermost first.
    private func addGate(to router: Router<VisitContext>, _ writer: PageWriter) {
        let hosts = HostCheck(listening: configuration.host, names: configuration.hostNames)
        router.add(middleware: SecurityHeaders(isEncrypted: false))
        router.add(middleware: LanguageChoice())
        router.add(middleware: ProblemAnswers(writer: writer))
        router.add(middleware: hosts)
        router.add(middleware: FormGuard(token: FormToken(), cookies: GateCookies(isEncrypted: false)))
    }
}
