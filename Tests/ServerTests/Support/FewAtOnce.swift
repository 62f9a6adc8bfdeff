import Testing

/// Lets few tests run at once. Every server opens its vault several times with a thread each; a hundred of them have thousands of files
/// open, and Foundation for Linux then reads beyond a buffer when it starts another program (`Process.run` lists `/proc/self/fd`).
struct FewAtOnce: SuiteTrait, TestTrait, TestScoping {
    private static let places = Places(free: 8)

    var isRecursive: Bool { true }

    func provideScope(for test: Test, testCase: Test.Case?, performing run: @concurrent @Sendable () async throws -> Void) async throws {
        await Self.places.take()
        do {
            try await run()
        } catch {
            await Self.places.giveBack()
            throw error
        }
        await Self.places.giveBack()
    }

    private actor Places {
        private var free: Int
        private var waiting: [CheckedContinuation<Void, Never>] = []

        init(free: Int) { self.free = free }

        func take() async {
            if free > 0 { return free -= 1 }
            await withCheckedContinuation { waiting.append($0) }
        }

        func giveBack() {
            if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
        }
    }
}

extension Trait where Self == FewAtOnce {
    /// Few of the tests that have this run at once.
    static var fewAtOnce: FewAtOnce { FewAtOnce() }
}
