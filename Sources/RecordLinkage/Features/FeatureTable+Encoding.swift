extension FeatureTable {
    /// The version of what `encoded` writes; what was kept of another is made anew.
    public static let featureVersion: UInt8 = 4

    /// A record's features as bytes, to be kept: the version, which 32-bit words of the row are not zero (eight bytes), those words, the
    /// letters; numbers in little-endian order. Some 110 bytes of a contact. How common values are is no feature, and left out.
    public func encoded(_ record: Int) -> [UInt8] {
        var row = rows[record]
        let start = Int(row.textStart)
        let length = row.letterCount
        row.textStart = 0
        row.forgetCommonness()
        var (mask, words): (UInt64, [UInt8]) = (0, [])
        // A row is numbers through and through, and zeroed before it is filled; its words lie inside it.
        withUnsafeBytes(of: row) { bytes in
            for word in 0..<FeatureRow.wordCount {
                let number = bytes.loadUnaligned(fromByteOffset: 4 * word, as: UInt32.self)
                guard number != 0 else { continue }
                mask |= 1 << UInt64(word)
                withUnsafeBytes(of: number.littleEndian) { words.append(contentsOf: $0) }
            }
        }
        var bytes = [Self.featureVersion]
        bytes.reserveCapacity(9 + words.count + length)
        withUnsafeBytes(of: mask.littleEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: words)
        bytes.append(contentsOf: letters[start..<start + length])
        return bytes
    }

    /// Appends a record from its features; bytes of another version or length give a record of which nothing is known.
    ///
    /// - Returns: whether they could be read.
    @discardableResult
    public mutating func append(encoded bytes: [UInt8]) -> Bool {
        // Read inside the closure only.
        bytes.withUnsafeBytes { append(encoded: $0) }
    }

    /// Appends a record from its features, which are lent for the call; bytes of another version or length give a record of which nothing
    /// is known.
    ///
    /// - Returns: whether they could be read.
    public mutating func append(encoded bytes: UnsafeRawBufferPointer) -> Bool {
        guard var row = FeatureRow(encoded: bytes) else {
            rows.append(FeatureRow())
            return false
        }
        row.textStart = UInt32(truncatingIfNeeded: letters.count)
        letters.append(contentsOf: bytes[(bytes.count - row.letterCount)...])
        rows.append(row)
        return true
    }

    /// Puts a record of another table of the same schema in the place of one.
    public mutating func replace(_ record: Int, with other: Int, of table: FeatureTable) {
        var row = table.rows[other]
        let start = Int(row.textStart)
        row.textStart = UInt32(truncatingIfNeeded: letters.count)
        letters.append(contentsOf: table.letters[start..<start + row.letterCount])
        rows[record] = row
    }
}

extension FeatureRow {
    /// How many 32-bit words a row is, 64 at most: a bit of 64 says of each whether it is written, being another than zero.
    fileprivate static let wordCount = MemoryLayout<FeatureRow>.size / 4

    /// Reads what `FeatureTable.encoded` wrote, but for the letters; `nil` for any other bytes.
    fileprivate init?(encoded bytes: UnsafeRawBufferPointer) {
        guard bytes.count >= 9, bytes[0] == FeatureTable.featureVersion else { return nil }
        // Any numbers are a row, for it holds nothing else. What is read lies inside the bytes and what is written inside the row: there are
        // as many words as bits, and no bit beyond the row's.
        let mask = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 1, as: UInt64.self))
        let words = mask.nonzeroBitCount
        guard mask >> UInt64(Self.wordCount) == 0, bytes.count >= 9 + 4 * words else { return nil }
        var row = FeatureRow()
        withUnsafeMutableBytes(of: &row) { row in
            var (mask, place) = (mask, 9)
            while mask != 0 {
                let number = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))
                row.storeBytes(of: number, toByteOffset: 4 * mask.trailingZeroBitCount, as: UInt32.self)
                mask &= mask &- 1
                place += 4
            }
        }
        // Classes are places in tables, and counted anew.
        row.forgetCommonness()
        guard bytes.count == 9 + 4 * words + row.letterCount else { return nil }
        self = row
    }

    fileprivate mutating func forgetCommonness() {
        commonness = SIMD16()
        valueCommonness = SIMD8()
    }
}
