import ContactFormats
import Foundation

/// A file as a source of bytes, read in large pieces.
struct FileSource: ByteSource {
    let path: String

    /// Bytes read at a time.
    private static let pieceSize = 1 << 20

    /// How many bytes it has; 0 where that can't be told.
    var size: Int {
        var state = stat()
        return stat(path, &state) == 0 ? Int(state.st_size) : 0
    }

    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            let isMissing = errno == ENOENT || errno == ENOTDIR
            throw InputError(
                isMissing ? .missing : .unreadable,
                isMissing ? "There is no file \(path). Nothing was written." : "\(path) can't be read: \(String(cString: strerror(errno)))."
            )
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: Self.pieceSize)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw InputError(.unreadable, "\(path) can't be read: \(String(cString: strerror(errno))).") }
            if count == 0 { return }
            try body(buffer[..<count])
        }
    }

    /// All of standard input.
    static func standardInput() throws -> any ByteSource {
        var bytes: [UInt8] = []
        try FileSource(path: "/dev/stdin").forEachChunk { bytes.append(contentsOf: $0) }
        return BytesInMemory(bytes, chunkSize: pieceSize)
    }
}
