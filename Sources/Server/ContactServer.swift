import Hummingbird
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
            configuration: ApplicationConfiguration(address: .hostname(configuration.host, port: port)),
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

    private func router() throws -> Router<VisitContext> {
        let router = Router(context: VisitContext.self)
        let writer = PageWriter(views: try Views())
        router.add(middleware: LanguageChoice())
        router.get("/") { _, _ in Response.redirect(to: "/people", type: .normal) }
        AssetRoutes().add(to: router)
        addPeople(to: router, writer)
        return router
    }

    /// The list of people and what is done in it.
    private func addPeople(to router: Router<VisitContext>, _ writer: PageWriter) {
        let steps = StepNotices(desk: desk, writer: writer)
        steps.add(to: router)
        PeopleRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
        BulkRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
    }
}
