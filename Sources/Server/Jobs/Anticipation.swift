import Actions

/// Sees to it that the first search is as quick as the second: what every search asks is found out when the server starts, and again when
/// something changed, whoever changed it.
///
/// One connection at a time is used for it, so visitors have the others, and for one part at a time. While changes follow each other
/// nothing is done: what is found out would be forgotten again.
actor Anticipation {
    private let desk: VaultDesk
    private var work: Task<Void, any Error>?
    /// How often all was found out.
    private(set) var rounds = 0

    /// How often is looked whether something changed.
    private static let pause = Duration.seconds(1)

    init(desk: VaultDesk) {
        self.desk = desk
    }

    /// Begins, and goes on until `end()`, or until not even the mark can be read any more.
    func begin() {
        guard work == nil else { return }
        let desk = desk
        work = Task(priority: .background) { [weak self] in
            let searches = AnticipateSearches()
            var known: [Int64] = []
            var lastSeen = try await desk.atTheDoor { try searches.mark(in: $0) }
            while true {
                let mark = try await desk.atTheDoor { try searches.mark(in: $0) }
                if mark != known, mark == lastSeen {
                    known = mark
                    do {
                        for part in AnticipateSearches.parts { try await desk.onEachReader { try searches.run(part, in: $0) } }
                        await self?.finishRound()
                    } catch {
                        // Who searches is told what is wrong, if it still is; it is tried again after the next change.
                    }
                }
                lastSeen = mark
                try await Task.sleep(for: Self.pause)
            }
        }
    }

    private func finishRound() { rounds += 1 }

    /// Ends it, and waits until it has.
    func end() async {
        work?.cancel()
        _ = try? await work?.value
    }
}
