import Foundation

/// A line on a person's terminal that tells how far a long step is; nothing where nobody is looking or the step takes under a second.
final class ProgressLine: Sendable {
    private let label: String
    private let noun: String
    private let start = Date()
    /// When the work began that this line is a step of: a step that comes late is told at once.
    private let workStart: Date
    private let isShown: Bool
    /// The last time the line was written; a step reports from one thread.
    private let state = State()

    /// Prepares a line: what is being done, to what, and when the work began, if not now.
    init(_ label: String, of noun: String, since workStart: Date = Date()) {
        self.workStart = workStart
        self.label = label
        self.noun = noun
        isShown = Terminal.standardError.isInteractive && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Tells how many are done of how many.
    func update(_ done: Int, of total: Int) {
        update(done, share: total > 0 ? Double(done) / Double(total) : nil)
    }

    /// Says how many there will be, where somebody looks: it may take a while to find out.
    func expect(_ total: () throws -> Int?) rethrows {
        if isShown { try state.expect(total()) }
    }

    /// Tells how many are done, and what part of the whole step that is, from 0 to 1, where it is known.
    func update(_ done: Int, share: Double? = nil) {
        guard isShown else { return }
        let now = Date()
        let (elapsed, ofWork) = (now.timeIntervalSince(start), now.timeIntervalSince(workStart))
        guard ofWork > 1, state.isDue(at: ofWork) else { return }
        // A step that has just begun has no speed yet.
        let rate = elapsed > 0.5 ? Double(done) / elapsed : 0
        var text = "\(label): \(done.grouped) \(noun)" + (rate > 0 ? ", \(Int(rate).grouped) a second" : "")
        if let share = share ?? state.share(done), share > 0, share < 1, rate > 0 {
            text += ", \(Self.duration((elapsed * (1 - share) / share).rounded(.up))) left"
        }
        Terminal.standardError.write("\r\u{1B}[K" + text.fitted(to: Terminal.standardError.width - 1))
    }

    /// Wipes the line.
    func finish() {
        if isShown, state.wasShown { Terminal.standardError.write("\r\u{1B}[K") }
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 360_000))
        return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
    }

    /// When the line was last written, and how many are expected in all, behind a lock.
    private final class State: @unchecked Sendable {
        // Every access to the variables is under the lock, so the state may be shared between threads.
        private let lock = NSLock()
        private var last = 0.0
        private var total: Int?

        func expect(_ total: Int?) { lock.withLock { self.total = total } }

        func share(_ done: Int) -> Double? {
            lock.withLock { total.flatMap { $0 > 0 ? Double(done) / Double($0) : nil } }
        }

        var wasShown: Bool { lock.withLock { last > 0 } }

        func isDue(at elapsed: Double) -> Bool {
            lock.withLock {
                guard elapsed - last > 0.1 else { return false }
                last = elapsed
                return true
            }
        }
    }
}
