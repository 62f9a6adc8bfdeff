import Dispatch
import Synchronization

/// Reads the beginnings of files of one mail each on a second thread, some files ahead of whoever takes their headers apart: opening a file
/// takes as long as understanding its header. Memory is bounded by two batches of beginnings.
enum HeadsAhead {
    /// How many files are read at once.
    private static let batch = 128

    /// What became of reading a beginning: whether it is the whole file; `nil` where nothing is read ahead.
    typealias Outcome = Result<Bool?, any Error>

    /// The beginnings of some files in one piece of memory, which is used again for others.
    private struct Batch {
        private var room = [UInt8](repeating: 0, count: HeadsAhead.batch * MailLimits.usualHead)
        private var beginnings: [(count: Int, outcome: Outcome)] = []
        private var folders = FolderInUse()

        mutating func read(_ files: ArraySlice<MailFile>) {
            beginnings.removeAll(keepingCapacity: true)
            // Each is taken by itself, for the closures below may not share `self`.
            var (room, folders) = ([UInt8](), FolderInUse())
            swap(&room, &self.room)
            swap(&folders, &self.folders)
            defer {
                swap(&room, &self.room)
                swap(&folders, &self.folders)
            }
            for file in files {
                let start = beginnings.count * MailLimits.usualHead
                var count = 0
                let outcome = Outcome {
                    guard case .message = file.layout else { return nil }
                    let beginning = try room.withUnsafeMutableBytes { room in
                        try Self.read(file, into: .init(rebasing: room[start..<start + MailLimits.usualHead]), &folders)
                    }
                    count = beginning.count
                    return beginning.isWhole
                }
                beginnings.append((count, outcome))
            }
        }

        private static func read(
            _ file: MailFile, into room: UnsafeMutableRawBufferPointer, _ folders: inout FolderInUse
        ) throws -> (count: Int, isWhole: Bool) {
            if let unmet = file.member.bytes as? UnmetFile { return try unmet.read(into: room, through: &folders) }
            let (bytes, isWhole) = try file.member.bytes.beginning(upTo: room.count)
            room.copyBytes(from: bytes)
            return (bytes.count, isWhole)
        }

        func forEach(_ body: (_ place: Int, Outcome, Span<UInt8>) throws -> Void) throws {
            for (place, beginning) in beginnings.enumerated() {
                let start = place * MailLimits.usualHead
                try body(place, beginning.outcome, room.span.extracting(start..<start + beginning.count))
            }
        }
    }

    /// Hands over each file and its beginning, in order; of few files, and of files of many mails, nothing is read ahead.
    ///
    /// - Throws: what `body` throws.
    static func forEach(of files: [MailFile], _ body: (MailFile, Outcome, Span<UInt8>) throws -> Void) throws {
        guard files.count > batch else {
            let nothing: [UInt8] = []
            for file in files { try body(file, .success(nil), nothing.span) }
            return
        }
        let queue = DispatchQueue(label: "mail.heads")
        let group = DispatchGroup()
        // One batch is filled while the other is looked at; whoever has one has it alone.
        let filled = Mutex<Batch?>(nil)
        let idle = Mutex<Batch?>(nil)
        func begin(at start: Int) {
            let files = files[start..<min(start + batch, files.count)]
            queue.async(group: group) {
                var batch = take(idle) ?? Batch()
                batch.read(files)
                let next = batch
                filled.withLock { $0 = next }
            }
        }
        // Whatever is thrown, nothing of the files is read when this returns.
        defer { group.wait() }
        begin(at: 0)
        for start in stride(from: 0, to: files.count, by: batch) {
            group.wait()
            guard let beginnings = take(filled) else { return }
            if start + batch < files.count { begin(at: start + batch) }
            try beginnings.forEach { try body(files[start + $0], $1, $2) }
            idle.withLock { $0 = beginnings }
        }
    }

    private static func take(_ place: borrowing Mutex<Batch?>) -> Batch? {
        place.withLock { batch in
            defer { batch = nil }
            return batch
        }
    }
}

/// A file whose beginning was read already.
struct BegunFile: ByteSource {
    /// The first bytes.
    let bytes: [UInt8]
    /// The file.
    let whole: any ByteSource
    /// Whether the first bytes are all.
    let isWhole: Bool

    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        guard !isWhole else { return bytes.isEmpty ? () : try body(bytes[...]) }
        try whole.forEachChunk(body)
    }

    func forEachChunk(beginningWith byteCount: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        if !bytes.isEmpty { try body(bytes[...]) }
        guard !isWhole else { return }
        // Few headers are longer: those files are read anew, past what was handed over.
        var passed = bytes.count
        try whole.forEachChunk(beginningWith: 8 * bytes.count) { chunk in
            let rest = chunk.dropFirst(passed)
            passed -= chunk.count - rest.count
            if !rest.isEmpty { try body(rest) }
        }
    }
}
