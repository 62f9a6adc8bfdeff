import Actions
import Crypto
import Foundation
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle
import UnixSignals
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
    /// - Throws: `VaultError` with code `refused` where other computers could come in without a password, or where it can't listen at the
    ///   address and port asked for.
    public func run(onListening: @escaping @Sendable (Int) -> Void) async throws {
        let port = configuration.port
        if configuration.isOpenToOthers, try await desk.read({ try ReportAccess().run(in: $0) }).hasPassword == false {
            await desk.close()
            throw VaultError(
                .refused,
                "\(configuration.trustedProxies.isEmpty ? "At \(configuration.host)" : "Through a proxy") other computers could open your contacts, "
                    + "and there is no password yet. "
                    + "Set one first: holdfast serve --set-password"
            )
        }
        let anticipation = Anticipation(desk: desk)
        let application = Application(
            router: try await router(),
            server: .http1(configuration: connection),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(configuration.mostConnections)
            ),
            onServerRunning: { channel in
                onListening(channel.localAddress?.port ?? port)
                await anticipation.begin()
            }
        )
        do {
            try await ServiceGroup(
                configuration: ServiceGroupConfiguration(
                    services: [application, ReadingUntilTheEnd(desk: desk)], gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: application.logger)
            ).run()
        } catch {
            await anticipation.end()
            await desk.close()
            throw refusal(of: error) ?? error
        }
        await anticipation.end()
        await desk.close()
    }

    /// What to say where the address and port can't be had; `nil` for any other trouble.
    private func refusal(of error: any Error) -> VaultError? {
        let port = configuration.port
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            return VaultError(
                .refused,
                "Another program listens at port \(port) already, perhaps Holdfast itself: look at http://localhost:\(port)/. "
                    + "To take any port that is free: holdfast serve --port 0")
        case EACCES:
            return VaultError(
                .refused, "Port \(port) is kept for the system's own services. Choose one from 1024 on: holdfast serve --port 8017")
        case EADDRNOTAVAIL:
            return VaultError(
                .refused,
                "\(configuration.host) is no address of this computer, so nothing can listen there. Name one of its own with --listen.")
        default: return nil
        }
    }

    /// A client that is slow on purpose holds a connection for no longer than this, and headers only of the usual size.
    private var connection: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: .seconds(Int64(configuration.idleSeconds)),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: 16 << 10, maxHeaderListSize: 32 << 10, maxHeaderFieldCount: 100)
        )
    }

    private func router() async throws -> Router<VisitContext> {
        let router = Router(context: VisitContext.self, options: .autoGenerateHeadEndpoints)
        let writer = PageWriter(views: try Views())
        let key = try await desk.write { try FormKey().run(in: $0) }
        addGate(to: router, writer, SymmetricKey(data: Data(key.utf8)))
        let limit = SignInLimit(milliseconds: Clock.system.milliseconds)
        SignInRoutes(desk: desk, writer: writer, limit: limit).add(to: router)
        let proof = PasswordProof(desk: desk, limit: limit)
        SecurityRoutes(desk: desk, writer: writer, proof: proof, passwordCost: configuration.passwordCost).add(to: router)
        router.get("/healthz") { _, _ in Response(status: .noContent) }
        let restorations = RestoreDesk(desk: desk, vaultPath: configuration.vaultPath ?? "")
        APIRoutes(desk: desk, proof: proof, restorations: restorations, configuration: configuration).add(to: router)
        FlowRoutes(desk: desk, writer: writer, proof: proof, restorations: restorations, configuration: configuration).add(to: router)
        AssetRoutes().add(to: router)
        addPeople(to: router, writer)
        return router
    }

    /// The list of people and what is done in it.
    private func addPeople(to router: Router<VisitContext>, _ writer: PageWriter) {
        let steps = StepNotices(desk: desk, writer: writer)
        steps.add(to: router)
        PeopleRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
        NewPersonRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
        PersonRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
        DuplicateRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
        BulkRoutes(desk: desk, writer: writer, steps: steps).add(to: router)
    }

    /// What each request passes before a route sees it, outermost first.
    private func addGate(to router: Router<VisitContext>, _ writer: PageWriter, _ key: SymmetricKey) {
        router.add(middleware: Forwarding(proxies: Set(configuration.trustedProxies)))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: LanguageChoice())
        router.add(middleware: ProblemAnswers(writer: writer))
        router.add(middleware: HostCheck(listening: configuration.host, names: configuration.hostNames))
        router.add(middleware: Doorstep())
        router.add(middleware: Recognition(desk: desk))
        router.add(middleware: Doorkeeper(isOpenToOthers: configuration.isOpenToOthers))
        router.add(middleware: FormGuard(token: FormToken(key: key)))
    }
}
