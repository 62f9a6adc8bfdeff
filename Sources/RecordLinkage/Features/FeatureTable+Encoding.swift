extension FeatureTable {
    /// The version of what `encoded` writes and of the keys; where it differs from what an index was made with, the index is made anew.
    public static let featureVersion: UInt8 = 1

    /// A record's features as bytes, to be kept beside its keys: the version, the row in little-endian order, the letters.
    public func encoded(_ record: Int) -> [UInt8] {
        var row = rows[record]
        let start = Int(row.textStart)
        let length = row.letterCount
        row.textStart = 0
        row.commonness = SIMD16()
        row.valueCommonness = SIMD8()
        var bytes = [Self.featureVersion]
        bytes.reserveCapacity(1 + MemoryLayout<FeatureRow>.size + length)
        // A row is numbers through and through, and zeroed before it is filled.
        withUnsafeBytes(of: row) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: letters[start..<start + length])
        return bytes
    }

    /// Appends a record from its features; bytes of another version or length give a record of which nothing is known.
    public mutating func append(encoded bytes: [UInt8]) {
        let size = MemoryLayout<FeatureRow>.size
        var row = FeatureRow()
        if bytes.first == Self.featureVersion, bytes.count > size {
            // Any bytes are a row, for it holds nothing but numbers; the lengths are checked below.
            bytes.withUnsafeBytes { row = $0.loadUnaligned(fromByteOffset: 1, as: FeatureRow.self) }
            if bytes.count == 1 + size + row.letterCount {
                row.textStart = UInt32(truncatingIfNeeded: letters.count)
                letters.append(contentsOf: bytes[(1 + size)...])
            } else {
                row = FeatureRow()
            }
        }
        rows.append(row)
    }
}
