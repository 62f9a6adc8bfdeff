/// Reads LDIF (RFC 2849) record by record, in memory that does not grow with the file.
///
/// Lines that begin with a blank go on from the line before; `#` begins a comment, which may be folded too; `attribute:: ` is base64,
/// `attribute:< ` an address of the value, which is not fetched; an empty line ends a record. A line that is none of these is a problem, and
/// the record is read without it. Windows-1252 letters, which RFC 2849 doesn't allow, are read as such.
struct LDIFReader {
    /// A record: its lines taken apart.
    struct Record {
        /// The line it begins on, counted from 1.
        var line: Int
        /// The attributes in order: the name in lower case, without options (`cn;lang-de` is `cn`), and the value.
        var attributes: [(name: String, value: String)] = []
        /// Whether it is longer than a record may be: what is beyond is left out.
        var isCut = false

        /// The values of attributes with one of some names, in the order of the names.
        func values(_ names: String...) -> [String] {
            names.flatMap { name in attributes.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }
        }

        /// The first value of the first of some names that has one.
        func value(_ names: String...) -> String? {
            for name in names {
                if let value = attributes.first(where: { $0.name == name && !$0.value.isEmpty })?.value { return value }
            }
            return nil
        }
    }

    /// What is met on the way.
    enum Event {
        case record(Record)
        case problem(ReadProblem)
    }

    /// A line of more bytes is cut: nobody's name is so long, and photographs are left out.
    private static let longestLine = 1 << 20
    /// A record of more attributes is cut.
    private static let mostAttributes = 10_000

    private var transcoder: UTF8Transcoder
    private var text: [UInt8] = []
    private var line: [UInt8] = []
    private var logical: [UInt8] = []
    private var logicalLine = 0
    private var isLogicalCut = false
    private var number = 0
    private var isAfterReturn = false
    private var isAtStart = true
    private var record: Record?

    init(encoding: TextEncoding) {
        transcoder = UTF8Transcoder(from: encoding)
    }

    /// Reads a source to its end, or until `body` gives `false`.
    ///
    /// - Throws: what the source and the body throw; never because of content.
    static func read(_ source: any ByteSource, encoding: TextEncoding, _ body: (Event) throws -> Bool) throws {
        var reader = LDIFReader(encoding: encoding)
        do {
            try source.forEachChunk { chunk in
                var rest = chunk
                while !rest.isEmpty {
                    try reader.take(rest.prefix(1 << 16), body)
                    rest = rest.dropFirst(1 << 16)
                }
            }
            try reader.finish(body)
        } catch is CSVReader.Stop {
            return
        }
    }

    // MARK: Lines

    private mutating func take(_ piece: ArraySlice<UInt8>, _ body: (Event) throws -> Bool) throws {
        text.removeAll(keepingCapacity: true)
        transcoder.append(piece, to: &text)
        try split(body)
    }

    private mutating func split(_ body: (Event) throws -> Bool) throws {
        var start = 0
        for index in text.indices {
            let byte = text[index]
            guard byte == 0x0A || byte == 0x0D else {
                isAfterReturn = false
                continue
            }
            if byte == 0x0A, isAfterReturn, index == start {
                isAfterReturn = false
                start = index + 1
                continue
            }
            append(text[start..<index])
            try endLine(body)
            isAfterReturn = byte == 0x0D
            start = index + 1
        }
        append(text[start...])
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>) {
        line.append(contentsOf: bytes.prefix(max(0, Self.longestLine - line.count)))
    }

    private mutating func endLine(_ body: (Event) throws -> Bool) throws {
        number += 1
        var bytes = line[...]
        line.removeAll(keepingCapacity: true)
        if isAtStart {
            isAtStart = false
            if bytes.starts(with: CSVReader.byteOrderMark) { bytes = bytes.dropFirst(3) }
        }
        if let first = bytes.first, first == 0x20 || first == 0x09, !logical.isEmpty {
            let more = bytes.dropFirst()
            if logical.count + more.count > Self.longestLine { isLogicalCut = true }
            logical.append(contentsOf: more.prefix(max(0, Self.longestLine - logical.count)))
            return
        }
        try endLogicalLine(body)
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
            try endRecord(body)
        } else {
            logical = Array(bytes)
            logicalLine = number
        }
    }

    private mutating func finish(_ body: (Event) throws -> Bool) throws {
        text.removeAll(keepingCapacity: true)
        transcoder.finish(into: &text)
        try split(body)
        if !line.isEmpty { try endLine(body) }
        try endLogicalLine(body)
        try endRecord(body)
    }

    // MARK: Attributes

    private mutating func endLogicalLine(_ body: (Event) throws -> Bool) throws {
        guard !logical.isEmpty else { return }
        defer {
            logical.removeAll(keepingCapacity: true)
            isLogicalCut = false
        }
        // A comment, and a line of a single "-" between the changes of a record.
        if logical[0] == UInt8(ascii: "#") || logical == [UInt8(ascii: "-")] { return }
        guard let colon = logical.firstIndex(of: UInt8(ascii: ":")), colon > 0, Self.isName(logical[..<colon]) else {
            return try tell("not-ldif", body)
        }
        let plain = Self.name(logical[..<colon])
        if plain == "version", record == nil { return }
        // An entry may follow the one before without an empty line, where somebody put files together.
        if plain == "dn", record != nil { try endRecord(body) }
        if record == nil { record = Record(line: logicalLine) }
        guard !Self.pictures.contains(plain) else { return }
        if isLogicalCut { try tell("cell-too-long", body) }
        guard let value = try value(behind: colon, body) else { return }
        guard record?.attributes.count ?? 0 < Self.mostAttributes else {
            record?.isCut = true
            return
        }
        record?.attributes.append((plain, value))
    }

    private func value(behind colon: Int, _ body: (Event) throws -> Bool) throws -> String? {
        var rest = logical[(colon + 1)...]
        let sign = rest.first
        if sign == UInt8(ascii: ":") || sign == UInt8(ascii: "<") { rest = rest.dropFirst() }
        while rest.first == 0x20 || rest.first == 0x09 { rest = rest.dropFirst() }
        switch sign {
        case UInt8(ascii: ":"):
            guard let decoded = Base64.decoded(rest) else {
                try tell("not-base64", body)
                return nil
            }
            return Self.string(decoded[...])
        case UInt8(ascii: "<"):
            // The value lies elsewhere; nothing is fetched because a file says so.
            try tell("value-elsewhere", body)
            return nil
        default: return Self.string(rest)
        }
    }

    private static func string(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? TextEncoding.utf8.textOfMixedBytes(bytes)
    }

    private static let pictures: Set<String> = [
        "jpegphoto", "photo", "thumbnailphoto", "usercertificate", "usersmimecertificate", "userpkcs12", "audio", "userpassword",
    ]

    /// Letters, digits, and `-`, `.`, `;`, `_`, `=`.
    private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 200
            && bytes.allSatisfy { byte in
                switch byte {
                case 0x2D, 0x2E, 0x3B, 0x5F, 0x3D: true
                default: LetterFolding.isASCIILetterOrDigit(byte)
                }
            }
    }

    /// The name of an attribute in lower case, without its options.
    private static func name(_ bytes: ArraySlice<UInt8>) -> String {
        String(decoding: bytes.prefix { $0 != UInt8(ascii: ";") }.map { (65...90).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    private func tell(_ code: String, _ body: (Event) throws -> Bool) throws {
        let text = Self.string(logical.prefix(2000))
        if try !body(.problem(ReadProblem(line: logicalLine, code: code, text: text, isRejection: false))) { throw CSVReader.Stop() }
    }

    private mutating func endRecord(_ body: (Event) throws -> Bool) throws {
        guard let ended = record else { return }
        record = nil
        if try !body(.record(ended)) { throw CSVReader.Stop() }
    }
}

/// Base64 (RFC 4648 §4), as files have it: blanks between are passed over, padding may lack.
enum Base64 {
    /// The bytes a text stands for; `nil` where a character is none of the alphabet.
    static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        var isPadded = false
        for byte in text {
            let value: UInt32
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = UInt32(byte) - 65
            case UInt8(ascii: "a")...UInt8(ascii: "z"): value = UInt32(byte) - 71
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = UInt32(byte) + 4
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="):
                isPadded = true
                continue
            case 0x20, 0x09, 0x0A, 0x0D: continue
            default: return nil
            }
            if isPadded { return nil }
            buffer = (buffer & 0x3FFF) << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
            }
        }
        return bytes
    }
}
