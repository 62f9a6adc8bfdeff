import Dispatch
import Foundation
import Synchronization

/// Works on pieces on all processors, and hands over what came of them in the order they were begun in.
///
/// Whoever begins pieces works too: where many wait, `begin` takes one itself rather than let the next ones gather. So no processor is
/// idle, however few threads the queue may have beside the caller's, and little is in memory at a time.
final class WorkInOrder<Piece: Sendable, Outcome: Sendable>: Sendable {
    private struct State {
        var waiting: [(number: Int, piece: Piece)] = []
        var finished: [Int: Outcome] = [:]
        var begun = 0
        var handedOver = 0
    }

    private let work: @Sendable (Piece) -> Outcome
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "dedupe.work", attributes: .concurrent)
    private let group = DispatchGroup()
    /// So many pieces may wait for others.
    private let most = ProcessInfo.processInfo.activeProcessorCount

    /// Prepares work.
    ///
    /// - Parameter work: what is done with a piece; with several at the same time.
    init(_ work: @escaping @Sendable (Piece) -> Outcome) {
        self.work = work
    }

    /// Begins with a piece.
    func begin(_ piece: Piece) {
        let isMuch = state.withLock { state in
            state.waiting.append((state.begun, piece))
            state.begun += 1
            return state.waiting.count > most
        }
        queue.async(group: group) { [self] in _ = workOnNext() }
        if isMuch { _ = workOnNext() }
    }

    /// What came of the next piece; `nil` where it is still in work, or all were handed over.
    func next() -> Outcome? {
        state.withLock { state in
            guard let outcome = state.finished.removeValue(forKey: state.handedOver) else { return nil }
            state.handedOver += 1
            return outcome
        }
    }

    /// Works on what still waits, and waits until nothing is in work.
    func finish() {
        while workOnNext() {}
        group.wait()
    }

    /// Works on the piece that has waited longest; `false` where none waits, because another thread has taken it.
    private func workOnNext() -> Bool {
        guard let next = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) else { return false }
        let outcome = work(next.piece)
        state.withLock { $0.finished[next.number] = outcome }
        return true
    }
}
