extension FeatureTable {
    /// Puts records of one family name side by side, so that those that meet lie together in memory.
    ///
    /// Comparing is several times faster then; what comes of it is the same. The places of records are others afterwards.
    ///
    /// - Returns: for each place the place its record had before.
    public mutating func arrange() -> [Int32] {
        var keys: [UInt64] = []
        keys.reserveCapacity(rows.count)
        // The rows are far too many bytes to be gone through in another order than theirs.
        var families: [UInt32] = []
        families.reserveCapacity(rows.count)
        for place in rows.indices {
            // Of one family name those with one initial together, and of these those of one given name, as far as sixteen bits tell.
            keys.append(UInt64(rows[place].givenInitial) << 48 | UInt64(rows[place].given >> 16) << 32 | UInt64(place))
            families.append(rows[place].family != 0 ? rows[place].family : rows[place].given)
        }
        RadixSort.sort(&keys)
        for index in keys.indices {
            let place = keys[index] & 0xFFFF_FFFF
            keys[index] = UInt64(families[Int(place)]) << 32 | place
        }
        RadixSort.sort(&keys)
        let order = keys.map { Int32(truncatingIfNeeded: $0) }
        permute(order)
        return order
    }

    /// Moves each row to its new place, and its letters with it.
    private mutating func permute(_ order: [Int32]) {
        var isDone = [Bool](repeating: false, count: order.count)
        rows.withUnsafeMutableBufferPointer { rows in
            // `order` holds each place once, so every chain of places comes back to where it began.
            for start in order.indices where !isDone[start] {
                let first = rows[start]
                var place = start
                while true {
                    isDone[place] = true
                    let from = Int(order[place])
                    if from == start { break }
                    rows[place] = rows[from]
                    place = from
                }
                rows[place] = first
            }
        }
        var moved: [UInt8] = []
        moved.reserveCapacity(letters.count)
        for place in rows.indices {
            let start = Int(rows[place].textStart)
            rows[place].textStart = UInt32(truncatingIfNeeded: moved.count)
            moved.append(contentsOf: letters[start..<start + rows[place].letterCount])
        }
        letters = moved
    }

    /// The rows and the letters of all records; of letters there is at least one, so that there is an address.
    func withRows<Result>(_ body: (_ rows: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>) -> Result) -> Result {
        let none: [UInt8] = [0]
        let noRow = [FeatureRow()]
        // An array that is not empty has an address.
        return (letters.isEmpty ? none : letters).withUnsafeBufferPointer { letters in
            (rows.isEmpty ? noRow : rows).withUnsafeBufferPointer { rows in
                body(rows.baseAddress.unsafelyUnwrapped, letters.baseAddress.unsafelyUnwrapped)
            }
        }
    }
}

extension FeatureRow {
    /// How many letters the record has in the table's text.
    var letterCount: Int {
        var sum = 0
        for place in textLengths.indices { sum += Int(textLengths[place]) }
        return sum
    }
}
