/// Takes the armour off an age file: base64 between two lines (age-encryption.org/v1, "ASCII armor"; strict RFC 7468).
struct AgeArmor: Sendable {
    static let begin = "-----BEGIN AGE ENCRYPTED FILE-----"
    private static let end = "-----END AGE ENCRYPTED FILE-----"
    private static let columns = 64

    private enum Place { case before, inside, afterShortLine, after }
    private var place = Place.before
    private var line: [UInt8] = []

    static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    /// Takes more text, and hands over its bytes.
    mutating func decode(_ text: ArraySlice<UInt8>) throws(AgeError) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in text {
            guard byte == UInt8(ascii: "\n") else {
                line.append(byte)
                guard line.count <= 4096 else { throw Self.bad }
                continue
            }
            try take(&bytes)
        }
        return bytes
    }

    /// Sees to it that the end was there.
    mutating func finish() throws(AgeError) {
        var none: [UInt8] = []
        if !line.isEmpty { try take(&none) }
        guard case .after = place, none.isEmpty else { throw Self.bad }
    }

    private mutating func take(_ bytes: inout [UInt8]) throws(AgeError) {
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        defer { line = [] }
        switch place {
        case .before:
            if line.elementsEqual(Self.begin.utf8) {
                place = .inside
            } else if !line.allSatisfy(Self.isSpace) {
                throw Self.bad
            }
        case .inside:
            if line.elementsEqual(Self.end.utf8) {
                place = .after
                return
            }
            guard !line.isEmpty, line.count <= Self.columns, line.count.isMultiple(of: 4) else { throw Self.bad }
            if line.count < Self.columns || line.last == UInt8(ascii: "=") { place = .afterShortLine }
            var unpadded = line[...]
            while unpadded.last == UInt8(ascii: "="), line.count - unpadded.count < 2 { unpadded.removeLast() }
            guard let decoded = Base64.decode(unpadded) else { throw Self.bad }
            bytes += decoded
        case .afterShortLine:
            guard line.elementsEqual(Self.end.utf8) else { throw Self.bad }
            place = .after
        case .after:
            guard line.allSatisfy(Self.isSpace) else { throw Self.bad }
        }
    }

    private static let bad = AgeError(.badHeader, "The armour of the encrypted file is damaged. Take another copy of it.")
}
