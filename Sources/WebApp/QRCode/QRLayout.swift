/// What a symbol of a version and level holds (ISO/IEC 18004, table 9).
struct QRLayout: Sendable {
    let version: Int
    /// Codewords of error correction in each block.
    let correctionCount: Int
    /// How many blocks there are.
    let blockCount: Int
    /// Codewords in all.
    let codewordCount: Int

    /// Codewords of data.
    var dataCount: Int { codewordCount - correctionCount * blockCount }

    init(version: Int, level: QRCode.Level) {
        self.version = version
        correctionCount = Self.corrections[level.rawValue][version - 1]
        blockCount = Self.blocks[level.rawValue][version - 1]
        codewordCount = Self.modules(version) / 8
    }

    /// The modules left for codewords once all patterns are drawn.
    private static func modules(_ version: Int) -> Int {
        var count = (16 * version + 128) * version + 64
        if version >= 2 {
            let alignments = version / 7 + 2
            count -= (25 * alignments - 10) * alignments - 55
            if version >= 7 { count -= 36 }
        }
        return count
    }

    private static let corrections = [
        [
            7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30,
            30,
            30, 30, 30, 30, 30, 30, 30,
        ],
        [
            10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
            28, 28, 28, 28, 28, 28, 28, 28,
        ],
    ]

    private static let blocks = [
        [
            1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22,
            24, 25,
        ],
        [
            1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38,
            40,
            43, 45, 47, 49,
        ],
    ]
}
