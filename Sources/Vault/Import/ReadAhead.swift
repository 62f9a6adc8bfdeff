import ContactFormats
import Foundation

/// Reads a table on a second thread, a little ahead of whoever writes: reading and preparing cost about as much as writing.
enum ReadAhead {
    private static let batchesAhead = 8

    /// Reads a table to its end; `preparation` works on the reading thread, `consume` on the caller's, in the table's order.
    ///
    /// - Returns: the number of rows.
    /// - Throws: what reading throws, or what `consume` throws; reading then stops soon.
    static func read(_ table: any Table, preparation: EntryPreparation, consume: (PreparedBatch) throws -> Void) throws -> Int {
        let queue = BoundedQueue<PreparedBatch>(capacity: batchesAhead)
        Thread.detachNewThread {
            var preparation = preparation
            let result = Result {
                let rows = try table.read { event in
                    preparation.prepare(event)
                    if preparation.isFull { try queue.push(preparation.takeBatch()) }
                }
                try queue.push(preparation.takeBatch())
                return rows
            }
            queue.finish(result)
        }
        do {
            while let batch = queue.pop() { try consume(batch) }
        } catch {
            queue.cancel()
            throw error
        }
        return try queue.result()
    }
}

/// A queue between one writer and one reader that holds at most so many elements.
private final class BoundedQueue<Element: Sendable>: @unchecked Sendable {
    // Every access to the variables below is under `condition`'s lock, so the queue may be shared by the two threads.
    private let condition = NSCondition()
    private let capacity: Int
    private var elements: [Element] = []
    private var outcome: Result<Int, any Error>?
    private var isCancelled = false

    /// The reader has gone.
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
        condition.signal()
    }

    /// Takes the oldest element, waiting for one; `nil` once the writer has finished and all are taken.
    func pop() -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while elements.isEmpty, outcome == nil { condition.wait() }
        guard !elements.isEmpty else { return nil }
        defer { condition.signal() }
        return elements.removeFirst()
    }

    func finish(_ result: Result<Int, any Error>) {
        condition.lock()
        defer { condition.unlock() }
        outcome = result
        condition.signal()
    }

    /// Has the writer stop, and waits until it has: it reads from what the caller may let go of.
    func cancel() {
        condition.lock()
        defer { condition.unlock() }
        isCancelled = true
        condition.signal()
        while outcome == nil { condition.wait() }
    }

    func result() throws -> Int {
        condition.lock()
        defer { condition.unlock() }
        return try outcome?.get() ?? 0
    }
}
