import Dispatch
import Synchronization

/// Reads the beginnings of files of one mail each on a second thread, some files ahead of whoever takes their headers apart: opening a file
/// takes as long as understanding its header. Memory is bounded by two batches of beginnings.
struct HeadsAhead {
    /// The beginning of a file, and the file for what follows.
    private struct Beginning: ByteSource {
        let bytes: [UInt8]
        let whole: any ByteSource
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

    private struct IsEnough: Error {}

    /// How many files are read at once.
    private static let batch = 128

    /// Hands over each file and its bytes, in order; of files of many mails nothing is read ahead.
    ///
    /// - Throws: what the bytes throw, when it is the file's turn, and what `body` throws.
    static func forEach(of files: [MailFile], _ body: (MailFile, any ByteSource) throws -> Void) throws {
        guard files.count > batch else {
            for file in files { try body(file, file.member.bytes) }
            return
        }
        let queue = DispatchQueue(label: "mail.heads")
        let group = DispatchGroup()
        let next = Mutex<[Result<any ByteSource, any Error>]>([])
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
            for (place, beginning) in beginnings.enumerated() { try body(files[start + place], beginning.get()) }
        }
    }

    private static func beginning(of file: MailFile) throws -> any ByteSource {
        let whole = file.member.bytes
        guard case .message = file.layout else { return whole }
        var bytes: [UInt8] = []
        do {
            try whole.forEachChunk(beginningWith: MailLimits.usualHead) { chunk in
                bytes = Array(chunk.prefix(MailLimits.usualHead))
                throw IsEnough()
            }
        } catch is IsEnough {}
        return Beginning(bytes: bytes, whole: whole, isWhole: bytes.count == file.member.byteCount)
    }
}
