/// How a text is a sequence of cards, messages or paragraphs: ranges that together are the whole text.
struct BlockSplitting {
    private enum Kind {
        case between(String, String)
        case messages
        case paragraphs
        case lines
    }

    private let kind: Kind

    /// From a line to the next line that ends it; what is between such blocks are blocks by themselves.
    static func between(_ begin: String, and end: String) -> BlockSplitting { BlockSplitting(kind: .between(begin, end)) }
    /// From one `From ` line after an empty one to the next (RFC 4155).
    static let messages = BlockSplitting(kind: .messages)
    /// From empty line to empty line.
    static let paragraphs = BlockSplitting(kind: .paragraphs)
    /// Line by line.
    static let lines = BlockSplitting(kind: .lines)

    /// Whether a block is one of the things looked for, and not what lies between.
    func isEntry(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard case .between(let begin, _) = kind else { return true }
        return Self.isLine(bytes, begin)
    }

    /// The blocks in order.
    func blocks(of bytes: [UInt8]) -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        var start = 0
        var wasEmpty = true
        func cut(at place: Int) {
            if place > start { blocks.append(start..<place) }
            start = max(start, place)
        }
        for line in Self.physicalLines(of: bytes) {
            let isEmpty = bytes[line].allSatisfy { $0 == 10 || $0 == 13 }
            switch kind {
            case .between(let begin, let end):
                if Self.isLine(bytes[line], begin) { cut(at: line.lowerBound) }
                if Self.isLine(bytes[line], end) { cut(at: line.upperBound) }
            case .messages: if wasEmpty, bytes[line].starts(with: Array("From ".utf8)) { cut(at: line.lowerBound) }
            case .paragraphs: if isEmpty { cut(at: line.upperBound) }
            case .lines: cut(at: line.upperBound)
            }
            wasEmpty = isEmpty
        }
        cut(at: bytes.count)
        return blocks
    }

    /// The lines with their ends: LF, CRLF, or a lone CR.
    static func physicalLines(of bytes: [UInt8]) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            guard byte == 10 || byte == 13 else { continue }
            if byte == 13, index < bytes.count, bytes[index] == 10 { index += 1 }
            lines.append(start..<index)
            start = index
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        return lines
    }

    /// Folded lines put together again (RFC 6350 §3.2), so that a value broken over two is found.
    static func unfolded(_ text: String) -> String {
        let plain = text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
        return ["\n ", "\n\t", "=\n"].reduce(plain) { $0.split(separator: $1, omittingEmptySubsequences: false).joined() } + "\n" + plain
    }

    private static func isLine(_ line: ArraySlice<UInt8>, _ mark: String) -> Bool {
        var line = line
        if line.starts(with: CSVReader.byteOrderMark) { line = line.dropFirst(3) }
        return line.count >= mark.utf8.count && zip(line, mark.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
