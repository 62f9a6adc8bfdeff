import ContactFormats

/// A passphrase as a file holds it: its first line, without the line's end.
public struct PassphraseFile: Sendable {
    /// Where it is.
    public var path: String

    /// Names a file.
    public init(path: String) {
        self.path = path
    }

    /// Reads it.
    ///
    /// - Throws: `InputError`: `missing`, `unreadable`, or `unrecognised` where the line is empty or no passphrase.
    public func read() throws -> String {
        var bytes: [UInt8] = []
        try ReadingFile(path: path).forEachChunk { bytes += $0 }
        var line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        guard !line.isEmpty, line.count <= 4096, let text = String(validating: line, as: UTF8.self) else {
            throw InputError(
                .unrecognised, "The first line of \(path) is no passphrase: it is empty, too long or not in UTF-8. Nothing was done.")
        }
        return text
    }
}
