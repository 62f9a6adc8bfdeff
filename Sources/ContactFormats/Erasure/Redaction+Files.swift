import ContactModel

extension Redaction {
    /// What became of a file on disk.
    public enum FileOutcome: Sendable {
        /// Nothing in it tells of them.
        case untouched
        /// The bytes without what told of them, how many they are, and how many rows, cards or messages were taken out.
        case rewritten(any ByteSource, byteCount: Int64, removed: Int)
        /// It can't be taken apart, so nothing may be kept of it.
        case emptied
    }

    /// What can only be rewritten in memory, such as one JSON text, is so up to a gibibyte; beyond, it is emptied where it tells of them.
    private static let mostBytesOfOneText = 1 << 30
    /// How much of a long file is looked at at a time, in bytes.
    private static let stretch = 8 << 20

    /// Rewrites a file on disk, as `rewrite(_:path:)` does one in memory; what is long is never held in memory as a whole.
    ///
    /// - Parameters:
    ///   - file: where it lies; it is only read.
    ///   - path: the member's path, as in `lines`; empty for an archive that came in as one.
    /// - Throws: `InputError` where the file can't be read, or there is no room for the rewritten one in the folder for temporary files.
    public func rewrite(fileAt file: String, path: String) throws -> FileOutcome {
        let bytes: FileBytes
        do {
            let opened = try OpenFile(path: file, followingLinks: false)
            bytes = FileBytes(opened, fingerprint: try FileStatus(descriptor: opened.descriptor).fingerprint, name: path)
        } catch {
            throw InputError.opening(file, error)
        }
        let reading = try bytes.open()
        if bytes.count <= mostBytesInMemory { return FileOutcome(try rewrite(try reading.bytes(at: 0, count: bytes.count), path: path)) }
        let beginning = try reading.bytes(at: 0, count: 1 << 16)
        if ZipDirectory.isBegun(by: beginning) { return try ZipRedaction(redaction: self).rewrite(fileAt: file, path: path) }
        let encoding = TextEncoding.recognised(in: beginning[...], isWhole: false)
        if encoding == .utf16LittleEndian || encoding == .utf16BigEndian { return try rewriteTranscoded(bytes, encoding, path: path) }
        let text = Self.withoutMark(beginning)
        switch Self.shape(of: text) {
        case .blocks(let splitting):
            let beginning = try reading.bytes(at: 0, count: ContentLineReader.tellingBytes)
            return try rewriteBlocks(of: bytes, splitting, Self.encodingOfBlocks(beginning[...]))
        case .rows:
            let removed = try rowsToRemove(bytes, beginning: beginning[...], encoding, path: path)
            return removed.count == 0 ? .untouched : try rewriteLines(of: bytes, without: removed)
        case .json where Self.isLinesOfJSON(text): return try rewriteBlocks(of: bytes, BlockSplitting.lines, encoding)
        case .json, .script, .whole:
            guard try holdsTrace(bytes, encoding) else { return .untouched }
            guard bytes.count <= Self.mostBytesOfOneText else { return .emptied }
            return FileOutcome(try rewrite(try reading.bytes(at: 0, count: bytes.count), path: path))
        }
    }

    /// Whether a first line is a JSON text by itself, and another begins on the next.
    static func isLinesOfJSON(_ text: ArraySlice<UInt8>) -> Bool {
        guard let end = text.firstIndex(of: 10), let next = text[end...].first(where: { $0 > 32 }) else { return false }
        return next == text.first { $0 > 32 } && JSONValue(parsing: Array(text[..<end])) != nil
    }

    /// The same in UTF-8, with a byte order mark, as what is in memory is rewritten.
    private func rewriteTranscoded(_ bytes: FileBytes, _ encoding: TextEncoding, path: String) throws -> FileOutcome {
        let scratch = try ScratchPath()
        var transcoder = UTF8Transcoder(from: encoding)
        try scratch.write { put in
            var isFirst = true
            func pass(_ text: [UInt8]) throws {
                guard !text.isEmpty else { return }
                if isFirst, !text.starts(with: CSVReader.byteOrderMark) { try put(CSVReader.byteOrderMark[...]) }
                isFirst = false
                try put(text[...])
            }
            try bytes.forEachChunk { chunk in
                var text: [UInt8] = []
                transcoder.append(chunk, to: &text)
                try pass(text)
            }
            var text: [UInt8] = []
            transcoder.finish(into: &text)
            try pass(text)
        }
        // The file's name is gone with the last reference, and nothing below refers to it.
        return try withExtendedLifetime(scratch) { try rewrite(fileAt: scratch.path, path: path) }
    }

    /// Whether a text holds any trace; looked at in stretches that reach into each other.
    private func holdsTrace(_ bytes: FileBytes, _ encoding: TextEncoding) throws -> Bool {
        let reading = try bytes.open()
        let overlap = 4096
        var offset = 0
        while offset < bytes.count {
            let part = try reading.bytes(at: offset, count: Self.stretch + overlap)
            if traces.mayBeTold(by: encoding.textOfMixedBytes(part[...])) { return true }
            offset += Self.stretch
        }
        return false
    }

    private func rewriteBlocks(of bytes: FileBytes, _ splitting: BlockSplitting, _ encoding: TextEncoding) throws -> FileOutcome {
        var removed = 0
        let outcome = try rewriteStretches(of: bytes, split: splitting.blocks) { block in
            guard tells(block, splitting, encoding) else { return true }
            removed += 1
            return false
        }
        return removed == 0 ? .untouched : .rewritten(outcome, byteCount: Int64(outcome.count), removed: removed)
    }

    private func rewriteLines(of bytes: FileBytes, without removed: RemovedLines) throws -> FileOutcome {
        var line = 0
        let outcome = try rewriteStretches(of: bytes, split: BlockSplitting.physicalLines) { _ in
            line += 1
            return !removed.contains(line)
        }
        return .rewritten(outcome, byteCount: Int64(outcome.count), removed: removed.count)
    }

    /// Passes a file on piece by piece, without those that go.
    private func rewriteStretches(
        of bytes: FileBytes, split: ([UInt8]) -> [Range<Int>], isKept: (ArraySlice<UInt8>) -> Bool
    ) throws -> FileBytes {
        let reading = try bytes.open()
        let scratch = try ScratchPath()
        try scratch.write { put in
            var pending: [UInt8] = []
            var offset = 0
            var wanted = min(Self.stretch, max(mostBytesInMemory, 1))
            while true {
                let more = try reading.bytes(at: offset, count: wanted)
                offset += more.count
                pending += more
                let isEnd = offset >= bytes.count || more.isEmpty
                // The last piece may go on in the next stretch.
                let pieces = split(pending)
                let whole = isEnd ? pieces[...] : pieces.dropLast()
                var kept: [UInt8] = []
                for piece in whole where isKept(pending[piece]) { kept += pending[piece] }
                try put(kept[...])
                guard !isEnd else { break }
                pending.removeFirst(whole.last?.upperBound ?? 0)
                // A piece longer than a stretch is read in ever longer ones.
                wanted = whole.isEmpty ? wanted * 2 : min(Self.stretch, max(mostBytesInMemory, 1))
            }
        }
        return try scratch.bytes()
    }
}

extension Redaction.FileOutcome {
    /// What became of a file in memory.
    init(_ outcome: Redaction.Outcome) {
        switch outcome {
        case .untouched: self = .untouched
        case .rewritten(let bytes, let removed):
            self = .rewritten(BytesInMemory(bytes, chunkSize: 1 << 20), byteCount: Int64(bytes.count), removed: removed)
        case .emptied: self = .emptied
        }
    }
}
