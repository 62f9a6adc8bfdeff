/// The codewords of a symbol: data in byte mode, split into blocks, each with its error correction, interleaved (ISO/IEC 18004 §7.4-7.6).
enum QRCodewords {
    static func all(of bytes: [UInt8], in layout: QRLayout, _ level: QRCode.Level) -> [UInt8] {
        interleaved(data(of: bytes, in: layout), layout)
    }

    /// Whether readers have to be told that the bytes are UTF-8 (extended channel interpretation 26, §7.4.2); they guess otherwise.
    static func needsInterpretation(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 >= 0x80 } }

    /// Mode, count, bytes, terminator and padding.
    private static func data(of bytes: [UInt8], in layout: QRLayout) -> [UInt8] {
        var bits: [Bool] = []
        bits.reserveCapacity(layout.dataCount * 8)
        func append(_ value: Int, count: Int) {
            for place in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> place & 1 == 1) }
        }
        if needsInterpretation(bytes) {
            append(0b0111, count: 4)
            append(26, count: 8)
        }
        append(0b0100, count: 4)
        append(bytes.count, count: layout.version < 10 ? 8 : 16)
        for byte in bytes { append(Int(byte), count: 8) }
        append(0, count: min(4, layout.dataCount * 8 - bits.count))
        append(0, count: (8 - bits.count % 8) % 8)
        var data = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        var pad: UInt8 = 0xEC
        while data.count < layout.dataCount {
            data.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return data
    }

    private static func interleaved(_ data: [UInt8], _ layout: QRLayout) -> [UInt8] {
        let blockCount = layout.blockCount
        let shortCount = blockCount - layout.codewordCount % blockCount
        let shortLength = layout.codewordCount / blockCount - layout.correctionCount
        let divisor = ReedSolomon.divisor(degree: layout.correctionCount)
        var blocks: [(data: ArraySlice<UInt8>, correction: [UInt8])] = []
        var start = 0
        for block in 0..<blockCount {
            let piece = data[start..<start + shortLength + (block < shortCount ? 0 : 1)]
            start = piece.endIndex
            blocks.append((piece, ReedSolomon.remainder(of: piece, by: divisor)))
        }
        var codewords: [UInt8] = []
        codewords.reserveCapacity(layout.codewordCount)
        for place in 0...shortLength {
            for block in blocks where place < block.data.count { codewords.append(block.data[block.data.startIndex + place]) }
        }
        for place in 0..<layout.correctionCount { for block in blocks { codewords.append(block.correction[place]) } }
        return codewords
    }
}

/// Reed-Solomon codes over GF(256) with the polynomial x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004 annex A).
enum ReedSolomon {
    /// The generator of a degree, without its leading coefficient.
    static func divisor(degree: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for place in 0..<degree {
                coefficients[place] = product(coefficients[place], root)
                if place + 1 < degree { coefficients[place] ^= coefficients[place + 1] }
            }
            root = product(root, 2)
        }
        return coefficients
    }

    /// What is left of data divided by a generator: the codewords of error correction.
    static func remainder(of data: ArraySlice<UInt8>, by divisor: [UInt8]) -> [UInt8] {
        var rest = [UInt8](repeating: 0, count: divisor.count)
        for byte in data {
            let factor = byte ^ rest.removeFirst()
            rest.append(0)
            for place in divisor.indices { rest[place] ^= product(divisor[place], factor) }
        }
        return rest
    }

    /// The product of two elements, bit by bit.
    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        for place in stride(from: 7, through: 0, by: -1) {
            product = product << 1 ^ (product >> 7 == 1 ? 0x1D : 0)
            if right >> UInt8(place) & 1 == 1 { product ^= left }
        }
        return product
    }
}
