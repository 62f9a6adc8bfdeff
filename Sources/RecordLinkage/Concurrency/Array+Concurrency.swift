import Dispatch

extension Array where Element: Sendable {
    /// Changes each element by itself, on all processors, and returns when every one is done.
    ///
    /// What an element becomes can hang on its index and on itself alone, so it is what one thread would make of it, whatever the order.
    ///
    /// - Parameter change: gets each index once, with the element that stands there; several are under way at the same time. It must not
    ///   wait for another one, which may not have begun.
    public mutating func changeEachConcurrently(_ change: @Sendable (_ index: Int, _ element: inout Element) -> Void) {
        changeEachConcurrently(pieces: count, change)
    }

    /// Changes the elements of so many pieces, on all processors, and returns when every one is done.
    ///
    /// - Parameter change: gets each element once, with its index; elements of one piece one after the other. What an element becomes can
    ///   hang on its index and on itself alone, as with ``changeEachConcurrently(_:)``, which is for elements that are work enough each.
    mutating func changeEachConcurrently(pieces: Int, _ change: @Sendable (_ index: Int, _ element: inout Element) -> Void) {
        let count = count
        withUnsafeMutableBufferPointer { elements in
            // No two iterations touch one element: `concurrentPerform` begins one for each number below `pieces` and no other, each is handed
            // the elements of its own piece, pieces don't overlap, and neither do elements of an array. The buffer outlives them all: it is
            // valid until this closure returns, and `concurrentPerform` returns only when the last iteration has.
            nonisolated(unsafe) let elements = elements
            DispatchQueue.concurrentPerform(iterations: pieces) { piece in
                for index in count * piece / pieces..<count * (piece + 1) / pieces { change(index, &elements[index]) }
            }
        }
    }

    /// What pieces of work came to, one behind the other: copied piece by piece, where `joined()` would go element by element.
    init(concatenating pieces: some Collection<[Element]>) {
        self.init()
        reserveCapacity(pieces.reduce(0) { $0 + $1.count })
        for piece in pieces { append(contentsOf: piece) }
    }
}
