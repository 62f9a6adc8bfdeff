import Dispatch

/// Sorting 64-bit numbers by their bytes: linear, and the same everywhere.
enum RadixSort {
    /// Sorts several lists, on as many threads as there are.
    static func sortAll(_ lists: inout [[UInt64]]) {
        let count = lists.count
        lists.withUnsafeMutableBufferPointer { lists in
            // Each iteration sorts its own list and touches no other.
            nonisolated(unsafe) let lists = lists
            DispatchQueue.concurrentPerform(iterations: count) { sort(&lists[$0]) }
        }
    }

    /// Sorts ascending.
    static func sort(_ values: inout [UInt64]) {
        guard values.count > 256 else { return values.sort() }
        var other = [UInt64](repeating: 0, count: values.count)
        let digits = 11
        let size = 1 << digits
        var shift: UInt64 = 0
        let highest = values.reduce(0, |)
        while shift < 64, highest >> shift != 0 {
            var counts = [Int](repeating: 0, count: size)
            let mask = UInt64(size - 1)
            counts.withUnsafeMutableBufferPointer { counts in
                // Digits are below `size`, and each value is put at a place counted for it.
                values.withUnsafeBufferPointer { from in
                    for value in from { counts[Int(value >> shift & mask)] += 1 }
                    var sum = 0
                    for place in 0..<size {
                        let count = counts[place]
                        counts[place] = sum
                        sum += count
                    }
                    other.withUnsafeMutableBufferPointer { to in
                        for value in from {
                            let digit = Int(value >> shift & mask)
                            to[counts[digit]] = value
                            counts[digit] += 1
                        }
                    }
                }
            }
            swap(&values, &other)
            shift += UInt64(digits)
        }
    }
}
