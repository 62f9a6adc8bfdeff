import ContactModel

/// Takes what tells of one human being out of a file: rows of tables, cards, messages, members of JSON; all else stays byte for byte.
///
/// A file that can't be taken apart and tells of them is emptied: nothing of it can be kept.
public struct Redaction: Sendable {
    /// The lines on which a table's entries begin, where a reader told: those of the human being, and those of others.
    public struct Lines: Sendable {
        /// Lines to take out.
        public var own: Set<Int>
        /// Lines that are somebody else's, whatever their name.
        public var others: Set<Int>

        /// Makes a set of lines.
        public init(own: Set<Int> = [], others: Set<Int> = []) {
            self.own = own
            self.others = others
        }
    }

    /// What became of a file.
    public enum Outcome: Equatable, Sendable {
        /// Nothing in it tells of them.
        case untouched
        /// So many rows, cards or messages were taken out.
        case rewritten([UInt8], removed: Int)
        /// It can't be taken apart, so nothing may be kept of it.
        case emptied
    }

    /// Whom to take out.
    public var traces: Traces
    /// What readers told, by the member's path; a file by itself has the path it was opened with.
    public var lines: [String: Lines]
    /// A file, or a file in an archive, up to so many bytes is rewritten in memory; a longer one on disk, a stretch at a time.
    public var mostBytesInMemory = 64 << 20

    /// Prepares a redaction.
    public init(of traces: Traces, lines: [String: Lines] = [:]) {
        self.traces = traces
        self.lines = lines
    }

    /// Rewrites a file, or a zip archive with all that is in it.
    ///
    /// - Parameter path: the member's path, as in `lines`; empty for an archive that came in as one.
    public func rewrite(_ bytes: [UInt8], path: String) throws -> Outcome {
        guard !bytes.isEmpty else { return .untouched }
        if bytes.starts(with: [0x50, 0x4B, 3, 4]) { return try ZipRedaction(redaction: self).rewrite(bytes, path: path) }
        let encoding = TextEncoding.recognised(in: bytes.prefix(1 << 16), isWhole: bytes.count <= 1 << 16)
        guard encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { return rewriteText(bytes, encoding, path: path) }
        var text: [UInt8] = []
        var transcoder = UTF8Transcoder(from: encoding)
        transcoder.append(bytes[...], to: &text)
        transcoder.finish(into: &text)
        if !text.starts(with: CSVReader.byteOrderMark) { text = CSVReader.byteOrderMark + text }
        return rewriteText(text, .utf8, path: path)
    }

    /// How a text is made up, by how it begins.
    enum Shape {
        case blocks(BlockSplitting)
        case json
        case script
        /// The rows of a table.
        case rows
        /// What can't be taken apart.
        case whole
    }

    /// How a text is made up.
    ///
    /// - Parameter text: its beginning, or all of it, without a byte order mark.
    static func shape(of text: ArraySlice<UInt8>) -> Shape {
        let start = text.prefix(4096).drop { $0 <= 32 }
        func begins(_ mark: String) -> Bool {
            start.count >= mark.utf8.count && zip(start, mark.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        if text.prefix(1 << 16).contains(0) { return .whole }
        if begins("BEGIN:VCARD") { return .blocks(BlockSplitting.between("BEGIN:VCARD", and: "END:VCARD")) }
        if begins("BEGIN:VCALENDAR") { return .blocks(BlockSplitting.between("BEGIN:VEVENT", and: "END:VEVENT")) }
        if begins("From ") { return .blocks(BlockSplitting.messages) }
        if begins("dn:") || begins("version:") { return .blocks(BlockSplitting.paragraphs) }
        if begins("{") || begins("[") { return .json }
        if begins("window.") { return .script }
        return begins("<") || isMessage(text) ? .whole : .rows
    }

    private func rewriteText(_ bytes: [UInt8], _ encoding: TextEncoding, path: String) -> Outcome {
        let text = Self.withoutMark(bytes)
        switch Self.shape(of: text) {
        case .blocks(let splitting): return blocks(bytes, splitting, Self.encodingOfBlocks(bytes[...]))
        case .json:
            // In lines of JSON a name alone is told apart by the entries read from them, as in rows.
            let own = Self.isLinesOfJSON(text) ? lines[path]?.own ?? [] : []
            return JSONRedaction(traces: traces).rewrite(Array(text)) ?? blocks(bytes, BlockSplitting.lines, encoding, own: own)
        case .script: return script(bytes)
        case .whole: return whole(text, encoding)
        case .rows: return rows(bytes, encoding, path: path)
        }
    }

    /// The encoding of cards, messages and paragraphs: told by as much of the file as vCards are read by, whose letters may stand late.
    ///
    /// - Parameter file: all of it, or its beginning of so many bytes at least.
    static func encodingOfBlocks(_ file: ArraySlice<UInt8>) -> TextEncoding {
        TextEncoding.recognised(in: file.prefix(ContentLineReader.tellingBytes), isWhole: file.count < ContentLineReader.tellingBytes)
    }

    static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        bytes.starts(with: CSVReader.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    }

    /// A script that sets a variable to JSON, as X's archive has it: `window.YTD.following.part0 = […]`.
    private func script(_ bytes: [UInt8]) -> Outcome {
        guard let sign = bytes.firstIndex(of: UInt8(ascii: "=")) else { return whole(bytes[...], .utf8) }
        switch JSONRedaction(traces: traces).rewrite(Array(bytes[(sign + 1)...])) {
        case .rewritten(let kept, let removed)?: return .rewritten(Array(bytes[...sign]) + [UInt8(ascii: " ")] + kept, removed: removed)
        case .untouched?: return .untouched
        case .emptied?, nil: return whole(bytes[...], .utf8)
        }
    }

    /// Whether a text is one mail message: a header field first, and among the next a sender and a day (RFC 5322 §3.6).
    private static func isMessage(_ text: ArraySlice<UInt8>) -> Bool {
        let lines = String(decoding: text.prefix(1 << 14), as: UTF8.self).split(whereSeparator: \.isNewline).prefix(200)
        guard let first = lines.first, first.firstMatch(of: /^[!-9;-~]+: ./) != nil else { return false }
        let names = Set(lines.compactMap { line in line.firstIndex(of: ":").map { line[..<$0].lowercased() } })
        return names.contains("from") && (names.contains("date") || names.contains("to") || names.contains("message-id"))
    }

    /// What can't be taken apart goes as a whole, if it tells of them.
    private func whole(_ bytes: ArraySlice<UInt8>, _ encoding: TextEncoding) -> Outcome {
        traces.mayBeTold(by: encoding.textOfMixedBytes(bytes)) ? .emptied : .untouched
    }

    /// - Parameter own: the numbers of blocks, from 1, that go whatever they say.
    private func blocks(
        _ bytes: [UInt8], _ splitting: BlockSplitting, _ encoding: TextEncoding, own: Set<Int> = []
    ) -> Outcome {
        var kept: [UInt8] = []
        var removed = 0
        for (place, block) in splitting.blocks(of: bytes).enumerated() {
            if own.contains(place + 1) || tells(bytes[block], splitting, encoding) { removed += 1 } else { kept += bytes[block] }
        }
        return removed == 0 ? .untouched : .rewritten(kept, removed: removed)
    }

    /// Whether a card, message or paragraph tells of the human being.
    func tells(_ block: ArraySlice<UInt8>, _ splitting: BlockSplitting, _ encoding: TextEncoding) -> Bool {
        let isEntry = splitting.isEntry(block)
        if tells(encoding.textOfMixedBytes(block), isEntry: isEntry) { return true }
        // Readers of cards take what is valid UTF-8 for that, whatever the others are in.
        guard encoding.isToldByLetters, let text = String(validating: block, as: UTF8.self) else { return false }
        return tells(text, isEntry: isEntry)
    }

    private func tells(_ text: String, isEntry: Bool) -> Bool {
        if traces.isTold(by: BlockSplitting.unfolded(text)) { return true }
        guard isEntry else { return false }
        return traces.isNamed(
            by: text.split(whereSeparator: \.isNewline).map { line in
                String(line.drop { $0 != ":" }.dropFirst()).split(separator: ";").reversed().joined(separator: " ")
            })
    }

    /// The rows of a table, cut out with their line ends; whatever delimits its cells.
    private func rows(_ bytes: [UInt8], _ encoding: TextEncoding, path: String) -> Outcome {
        // In memory, so that nothing can be thrown.
        let removed = (try? rowsToRemove(BytesInMemory(bytes), beginning: bytes.prefix(1 << 16), encoding, path: path)) ?? RemovedLines()
        guard removed.count > 0 else { return .untouched }
        var kept: [UInt8] = []
        for (number, range) in BlockSplitting.physicalLines(of: bytes).enumerated() where !removed.contains(number + 1) {
            kept += bytes[range]
        }
        return .rewritten(kept, removed: removed.count)
    }

    /// The lines of the rows that go, counted from 1.
    func rowsToRemove(
        _ source: any ByteSource, beginning: ArraySlice<UInt8>, _ encoding: TextEncoding, path: String
    ) throws -> RemovedLines {
        let known = lines[path] ?? Lines()
        let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]
        let counts = delimiters.map { delimiter in beginning.count { $0 == delimiter } }
        let delimiter = counts.max().flatMap { most in most > 0 ? counts.firstIndex(of: most).map { delimiters[$0] } : nil } ?? 0x2C
        var removed = RemovedLines()
        let reader = CSVReader(CSVDialect(delimiter: delimiter, encoding: encoding))
        let body: CSVReader.RowBody = { row in
            let cells = (0..<row.count).map { row.text($0) }
            let isNamed = !known.others.contains(row.line) && traces.isNamed(by: cells)
            let isTold = known.own.contains(row.line) || isNamed || traces.isTold(by: cells.joined(separator: "\n"))
            removed.nextRow(on: row.line, isRemoved: isTold)
            return true
        }
        try CSVReader.read(source, with: reader, row: body, problem: { _ in })
        return removed
    }
}

/// The lines of a table's rows that go: from the line a row begins on to the one before the next row's.
struct RemovedLines {
    private var ranges: [Range<Int>] = []
    private var isOpen = false

    /// How many rows go.
    var count: Int { ranges.count }

    /// Takes note of the next row, in the order of the file.
    mutating func nextRow(on line: Int, isRemoved: Bool) {
        if isOpen, let last = ranges.popLast(), last.lowerBound < line { ranges.append(last.lowerBound..<line) }
        isOpen = isRemoved
        if isRemoved { ranges.append(line..<Int.max) }
    }

    /// Whether a line goes.
    func contains(_ line: Int) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= line { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].contains(line)
    }
}
