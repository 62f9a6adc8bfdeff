/// Sorting 64-bit numbers by their upper halves: linear, and the same everywhere.
enum RadixSort {
    /// Sorts by the upper halves; those with equal ones keep their order, so that a list whose lower halves ascend is sorted as a whole.
    static func sort(_ values: inout [UInt64]) {
        guard values.count > 1 else { return }
        var other = [UInt64](unsafeUninitializedCapacity: values.count) { $1 = values.count }
        let digits = 11
        let mask = UInt64(1 << digits - 1)
        var counts = [Int](repeating: 0, count: 3 << digits)
        values.withUnsafeMutableBufferPointer { values in
            other.withUnsafeMutableBufferPointer { other in
                counts.withUnsafeMutableBufferPointer { counts in
                    // Digits are below 2048, and each value is put at a place counted for it; every element of `other` is written before
                    // it is read, for each pass puts as many values as there are.
                    for value in values {
                        counts[Int(value >> 32 & mask)] += 1
                        counts[Int(value >> 43 & mask) + 1 << digits] += 1
                        counts[Int(value >> 54) + 2 << digits] += 1
                    }
                    var (from, to) = (values, other)
                    for pass in 0..<3 {
                        let shift = UInt64(32 + pass * digits)
                        let places = UnsafeMutableBufferPointer(rebasing: counts[pass << digits..<(pass + 1) << digits])
                        var sum = 0
                        for digit in places.indices {
                            let count = places[digit]
                            places[digit] = sum
                            sum += count
                        }
                        for value in from {
                            let digit = Int(value >> shift & mask)
                            to[places[digit]] = value
                            places[digit] += 1
                        }
                        swap(&from, &to)
                    }
                }
            }
        }
        // After three passes the sorted values lie in the other list.
        swap(&values, &other)
    }
}
