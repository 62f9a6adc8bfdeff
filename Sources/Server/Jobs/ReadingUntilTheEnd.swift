import ServiceLifecycle

/// Breaks off what is being read when the server is asked to end: a review of very many people would keep it waiting for minutes.
struct ReadingUntilTheEnd: Service {
    let desk: VaultDesk

    /// So long whoever waits for an answer may still get it.
    private static let patience = Duration.seconds(2)

    func run() async throws {
        // Where everything is cancelled, nobody waits for an answer.
        guard (try? await gracefulShutdown()) != nil else { return desk.stopReading() }
        // The group ends one service after another, and this one first: the others must not wait for it.
        Task.detached { [desk] in
            try? await Task.sleep(for: Self.patience)
            desk.stopReading()
        }
    }
}
