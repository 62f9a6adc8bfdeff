import ContactFormats

extension Parcel {
    /// Whether this is one file of text that ends in the middle of something, as a download does that was given up: a table without a line
    /// end behind its last row, which has fewer cells than its header or a quote that nothing closes; a vCard without its end; JSON that is
    /// not closed.
    ///
    /// What is cut off just behind a row can't be told from a whole file.
    ///
    /// - Throws: what its bytes throw.
    func breaksOff() throws -> Bool {
        guard kind == .file, let bytes = members.first?.bytes else { return false }
        let ends = try TextEnds(of: bytes)
        switch ends.first {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            return ends.last != UInt8(ascii: "}") && ends.last != UInt8(ascii: "]")
        case UInt8(ascii: "B"), UInt8(ascii: "b"):
            if ends.beginning.hasPrefix("begin:vcard") { return !ends.ending.hasSuffix("end:vcard") }
        default: break
        }
        guard !ends.hasLineEnd, let table = try CSVTable.locate(in: bytes, isHeader: { $0.count { !$0.isEmpty } > 3 }) else { return false }
        var last = (cellCount: table.header.count, isUnclosed: false)
        // A problem comes before the row it is of.
        var isUnclosed = false
        try table.forEachRow(in: bytes) { row, _ in
            if !row.isBlank { last = (row.count, isUnclosed) }
            isUnclosed = false
            return true
        } problem: {
            isUnclosed = isUnclosed || $0.code == "unclosed-quote"
        }
        return last.isUnclosed || last.cellCount < table.header.count
    }
}

/// How a text begins and ends.
private struct TextEnds {
    /// The first and the last byte that is no white space and no byte order mark.
    private(set) var first: UInt8?
    private(set) var last: UInt8?
    /// Whether a line end stands behind the last line.
    private(set) var hasLineEnd = false
    private var head: [UInt8] = []
    private var tail: [UInt8] = []

    /// The beginning and the end, some letters each, in small letters, without white space around them.
    var beginning: String { Self.text(head) }
    var ending: String { Self.text(tail) }

    private static let byteCount = 64

    init(of source: any ByteSource) throws {
        try source.forEachChunk { chunk in
            if head.count < Self.byteCount { head += chunk.prefix(Self.byteCount - head.count) }
            tail = Array((tail + chunk.suffix(Self.byteCount)).suffix(Self.byteCount))
        }
        first = head.first { !Self.isPassedOver($0) }
        last = tail.last { !Self.isPassedOver($0) }
        // In UTF-16 a NUL stands before or behind the line end.
        hasLineEnd = tail.last { $0 != 0 }.map { $0 == 0x0A || $0 == 0x0D } ?? false
    }

    private static func isPassedOver(_ byte: UInt8) -> Bool { byte <= 0x20 || byte >= 0xBB }

    private static func text(_ bytes: [UInt8]) -> String {
        let text = bytes.drop(while: isPassedOver).reversed().drop(while: isPassedOver).reversed()
        return String(decoding: text, as: UTF8.self).lowercased()
    }
}
