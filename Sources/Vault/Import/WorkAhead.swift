import Foundation

/// Work on a thread of its own, whose elements are taken one by one: a bounded number of them ahead of whoever takes them.
///
/// The work reads from what its owner may let go of afterwards, so it is stopped and waited for when its owner goes.
public final class WorkAhead<Element: Sendable, Outcome: Sendable> {
    private let queue: Queue

    /// Begins work.
    ///
    /// - Parameters:
    ///   - most: how many elements may lie ready.
    ///   - work: hands its elements to its argument, in order; that waits for room, and throws where nobody takes them any more.
    public init(most: Int, _ work: @escaping @Sendable (_ handOver: (Element) throws -> Void) throws -> Outcome) {
        let queue = Queue(capacity: most)
        self.queue = queue
        Thread.detachNewThread { queue.finish(Result { try work(queue.push) }) }
    }

    deinit {
        queue.cancel()
    }

    /// Takes the next element; `nil` once the work has ended and all are taken.
    ///
    /// - Throws: what the work throws.
    public func next() throws -> Element? {
        if let element = queue.pop() { return element }
        _ = try queue.outcome()
        return nil
    }

    /// Takes all elements, or all that are left, in order.
    ///
    /// - Returns: what the work came to.
    /// - Throws: what the work throws, or what `body` throws; the work has ended then.
    public func forEach(_ body: (Element) throws -> Void) throws -> Outcome {
        do {
            while let element = queue.pop() { try body(element) }
        } catch {
            queue.cancel()
            throw error
        }
        return try queue.outcome()
    }

    /// A queue between one that makes elements and one that takes them.
    private final class Queue: @unchecked Sendable {
        // Every access to the variables below is under `condition`'s lock, so the queue may be shared by the two threads.
        private let condition = NSCondition()
        private let capacity: Int
        private var elements: [Element] = []
        private var result: Result<Outcome, any Error>?
        private var isCancelled = false

        /// Nobody takes elements any more.
        private struct Cancelled: Error {}

        init(capacity: Int) {
            self.capacity = capacity
        }

        /// Adds an element, waiting for room.
        func push(_ element: Element) throws {
            condition.lock()
            defer { condition.unlock() }
            while elements.count >= capacity, !isCancelled { condition.wait() }
            if isCancelled { throw Cancelled() }
            elements.append(element)
            if elements.count == 1 { condition.signal() }
        }

        /// Takes the oldest element, waiting for one; `nil` once the work has ended and all are taken.
        func pop() -> Element? {
            condition.lock()
            defer { condition.unlock() }
            while elements.isEmpty, result == nil { condition.wait() }
            guard !elements.isEmpty else { return nil }
            // Who waits for room is woken once half of it is free: woken for each place, a thread does little else than wake and fall asleep.
            defer { if elements.count == capacity / 2 { condition.signal() } }
            return elements.removeFirst()
        }

        func finish(_ result: Result<Outcome, any Error>) {
            condition.lock()
            defer { condition.unlock() }
            self.result = result
            condition.signal()
        }

        /// Has the work stop, and waits until it has.
        func cancel() {
            condition.lock()
            defer { condition.unlock() }
            isCancelled = true
            condition.signal()
            while result == nil { condition.wait() }
        }

        /// What the work came to, waiting for its end.
        func outcome() throws -> Outcome {
            condition.lock()
            defer { condition.unlock() }
            while true {
                if let result { return try result.get() }
                condition.wait()
            }
        }
    }
}
