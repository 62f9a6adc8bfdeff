/// A QR code (ISO/IEC 18004) of bytes: byte mode, error correction level M or L, the smallest of versions 1 to 40 that holds them.
struct QRCode: Sendable {
    /// The modules on a side.
    let side: Int
    private let dark: [Bool]

    /// How much of a symbol may be lost.
    enum Level: Int, Sendable {
        /// About 7 %.
        case low
        /// About 15 %.
        case medium

        /// What the format information says of it (§7.9.1).
        fileprivate var indicator: Int { self == .low ? 1 : 0 }
    }

    /// Makes the code, with the mask of the fewest penalties; `nil` for more bytes than any symbol holds (2,953 at level L).
    init?(_ bytes: [UInt8], level: Level = .medium) {
        guard let (layout, level) = Self.smallest(for: bytes, level) else { return nil }
        let codewords = QRCodewords.all(of: bytes, in: layout, level)
        var best: (grid: QRGrid, penalty: Int)?
        for mask in 0..<8 {
            var grid = QRGrid(version: layout.version)
            grid.drawFunctionPatterns()
            grid.drawFormat(level: level.indicator, mask: mask)
            grid.drawCodewords(codewords, mask: mask)
            let penalty = grid.penalty
            if best.map({ penalty < $0.penalty }) ?? true { best = (grid, penalty) }
        }
        guard let grid = best?.grid else { return nil }
        side = grid.side
        dark = grid.dark
    }

    /// Whether a module is dark.
    func isDark(_ row: Int, _ column: Int) -> Bool { dark[row * side + column] }

    /// Level M where it fits, else L.
    private static func smallest(for bytes: [UInt8], _ level: Level) -> (QRLayout, Level)? {
        for level in level == .medium ? [Level.medium, .low] : [.low] {
            for version in 1...40 {
                let layout = QRLayout(version: version, level: level)
                let header = (version < 10 ? 12 : 20) + (QRCodewords.needsInterpretation(bytes) ? 12 : 0)
                if bytes.count * 8 + header <= layout.dataCount * 8 { return (layout, level) }
            }
        }
        return nil
    }

    /// The code as SVG 1.1 with a quiet zone of four modules, black on white whatever the page's colours: readers want it so.
    func svg(title: String) -> String {
        let size = side + 8
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                guard isDark(row, column) else {
                    column += 1
                    continue
                }
                let start = column
                while column < side, isDark(row, column) { column += 1 }
                path += "M\(start + 4) \(row + 4)h\(column - start)v1h-\(column - start)z"
            }
        }
        return
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size) \(size)\" width=\"\(size * 5)\" height=\"\(size * 5)\" role=\"img\" "
            + "shape-rendering=\"crispEdges\"><title>\(title.escaped)</title><path fill=\"#ffffff\" d=\"M0 0h\(size)v\(size)H0z\"/>"
            + "<path fill=\"#000000\" d=\"\(path)\"/></svg>"
    }
}
