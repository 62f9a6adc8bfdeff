import Dispatch
import Synchronization

/// Reads the beginnings of files of one mail each on a second thread, some files ahead of whoever takes their headers apart: opening a file
/// takes as long as understanding its header. Memory is bounded by two batches of beginnings.
struct HeadsAhead {
    /// The beginning of a file, and the file for what follows.
    struct Beginning: ByteSource {
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

    /// How many files are read at once.
    private static let batch = 128

    /// What became of reading a beginning; `nil` where nothing is read ahead.
    typealias Outcome = Result<Beginning?, any Error>

    /// Hands over each file and its beginning, in order; of few files, and of files of many mails, nothing is read ahead.
    ///
    /// - Throws: what `body` throws.
    static func forEach(of files: [MailFile], _ body: (MailFile, Outcome) throws -> Void) throws {
        guard files.count > batch else {
            for file in files { try body(file, .success(nil)) }
            return
        }
        let queue = DispatchQueue(label: "mail.heads")
        let group = DispatchGroup()
        let next = Mutex<[Outcome]>([])
        func begin(at start: Int) {
            let files = files[start..<min(start + batch, files.count)]
            queue.async(group: group) {
                let beginnings = files.map { file in Result { try beginning(of: file) } }
                next.withLock { $0 = beginnings }
            }
        }
        // Whatever is thrown, nothing of the files is read when this returns.
        defer { group.wait() }
        begin(at: 0)
        for start in stride(from: 0, to: files.count, by: batch) {
            group.wait()
            let beginnings = next.withLock { $0 }
            if start + batch < files.count { begin(at: start + batch) }
            for (place, beginning) in beginnings.enumerated() { try body(files[start + place], beginning) }
        }
    }

    private static func beginning(of file: MailFile) throws -> Beginning? {
        guard case .message = file.layout else { return nil }
        let (bytes, isWhole) = try file.member.bytes.beginning(upTo: MailLimits.usualHead)
        return Beginning(bytes: bytes, whole: file.member.bytes, isWhole: isWhole)
    }
}
