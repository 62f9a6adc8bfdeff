import ContactFormats
import Foundation

/// A file read from its start to its end.
struct ReadingFile {
    var path: String

    /// Hands over the bytes in pieces of at most a mebibyte.
    ///
    /// - Throws: `InputError` where the file can't be read.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let descriptor = open(path, O_RDONLY)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? InputError(.missing, "There is no file \(path).")
                : InputError(.unreadable, "\(path) can't be read: \(String(cString: strerror(errno))).")
        }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw InputError(.unreadable, "\(path) can't be read to its end: \(String(cString: strerror(errno))).")
            }
            if count == 0 { return }
            try body(buffer[..<count])
        }
    }

    /// The first bytes; fewer where the file is shorter or can't be read.
    func beginning(_ count: Int) -> [UInt8] {
        guard let handle = FileHandle(forReadingAtPath: path) else { return [] }
        defer { try? handle.close() }
        return [UInt8]((try? handle.read(upToCount: count)) ?? Data())
    }

    /// Whether the first bytes are those of a text.
    func begins(with text: String) -> Bool { beginning(text.utf8.count).elementsEqual(text.utf8) }
}
