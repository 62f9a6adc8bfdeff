/// One way to the file's key: for one recipient, or by a passphrase.
struct AgeStanza: Equatable {
    /// Its kind first (`X25519`, `scrypt`), then what the kind wants.
    var arguments: [String]
    /// The wrapped key.
    var body: [UInt8]
}

/// The head of an age file, in text: who can open it, and a code that holds it together (age-encryption.org/v1, "Header").
struct AgeHeader {
    /// What every file of this version begins with.
    static let version = "age-encryption.org/v1"
    /// A head this long has room for thousands of recipients; more is refused before it is gathered.
    static let mostBytes = 1 << 20
    static let columns = 64

    var stanzas: [AgeStanza]
    /// The bytes the code covers: up to and with `---`.
    var covered: [UInt8]
    var code: [UInt8]
    /// How many bytes the head has in all.
    var byteCount: Int

    /// Reads a head from a file's first bytes; `nil` where it goes on behind them.
    ///
    /// - Throws: `AgeError`: `notAge`, `badHeader`, `unsupported`.
    init?(beginning bytes: [UInt8]) throws(AgeError) {
        let mark = Array((Self.version + "\n").utf8)
        guard bytes.prefix(mark.count).elementsEqual(mark.prefix(bytes.count)) else {
            if bytes.starts(with: Array("age-encryption.org/".utf8)) {
                throw AgeError(.unsupported, "The file is of another version of age than v1. Decrypt it with the age program first.")
            }
            throw AgeError(.notAge, "The file is not encrypted by age.")
        }
        guard bytes.count >= mark.count else { return nil }
        var lines = LineCursor(bytes: bytes, offset: mark.count)
        var stanzas: [AgeStanza] = []
        while true {
            let start = lines.offset
            guard let line = lines.next() else {
                guard bytes.count <= Self.mostBytes else { throw Self.bad("it is longer than any real one") }
                return nil
            }
            if line.starts(with: Array("---".utf8)) {
                guard line.count > 4, line[line.startIndex + 3] == UInt8(ascii: " "),
                    let code = Base64.decode(line.dropFirst(4)), code.count == 32
                else { throw Self.bad("its last line is wrong") }
                guard !stanzas.isEmpty else { throw Self.bad("it names nobody who could open it") }
                self.stanzas = stanzas
                covered = Array(bytes[..<(start + 3)])
                self.code = code
                byteCount = lines.offset
                return
            }
            guard line.starts(with: Array("-> ".utf8)) else { throw Self.bad("a line of it is wrong") }
            let arguments = line.dropFirst(3).split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
            guard arguments.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (33...126).contains($0) } }) else {
                throw Self.bad("a line of it is wrong")
            }
            var body: [UInt8] = []
            while true {
                guard let part = lines.next() else {
                    guard bytes.count <= Self.mostBytes else { throw Self.bad("it is longer than any real one") }
                    return nil
                }
                guard part.count <= Self.columns, let decoded = Base64.decode(part) else { throw Self.bad("a key in it is wrong") }
                body += decoded
                if part.count < Self.columns { break }
            }
            stanzas.append(AgeStanza(arguments: arguments.map { String(decoding: $0, as: UTF8.self) }, body: body))
        }
    }

    static func bad(_ reason: String) -> AgeError {
        AgeError(.badHeader, "The head of the encrypted file is damaged: \(reason). Take another copy of it.")
    }

    /// The lines of a head, each ended by a line feed.
    private struct LineCursor {
        let bytes: [UInt8]
        var offset: Int

        /// The next line, without its end; `nil` where it is not there yet.
        mutating func next() -> ArraySlice<UInt8>? {
            guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            defer { offset = end + 1 }
            return bytes[offset..<end]
        }
    }
}
