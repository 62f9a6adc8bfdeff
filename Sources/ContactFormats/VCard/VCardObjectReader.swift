import ContactModel

/// The versions of vCard.
public enum VCardVersion: Sendable {
    /// 2.1, of the Internet Mail Consortium.
    case v21
    /// 3.0 (RFC 2426).
    case v3
    /// 4.0 (RFC 6350 and its extensions, RFC 9554 the latest).
    case v4

    /// How people name it.
    var name: String {
        switch self {
        case .v21: "2.1"
        case .v3: "3.0"
        case .v4: "4.0"
        }
    }
}

/// A vCard as its lines, before anything is made of them.
struct VCardObject {
    /// The version it names; 3.0 where it names none.
    var version = VCardVersion.v3
    /// Its lines but for `BEGIN`, `VERSION` and `END`.
    var lines: [ContentLine] = []
    /// The line of the file it begins on, counted from 1.
    var line = 0
}

/// Finds the vCards in a file: where each begins and ends, and what is wrong with its lines.
///
/// A card that nothing ends is ended by the next one or by the file; a card that nothing begins is begun by its first property. What
/// stands between cards is told once. A card inside a card (vCard 2.1's `AGENT`) is that property's value.
struct VCardObjectReader {
    /// What is met on the way.
    enum Event {
        case object(VCardObject)
        case problem(ReadProblem)
    }

    /// Bytes of one card that are kept; beyond that only short values are.
    private static let largestCard = 32 << 20
    /// Lines of one card that are kept.
    private static let mostLines = 20_000

    private var object: VCardObject?
    private var byteCount = 0
    private var agent: [String] = []
    private var agentDepth = 0
    private var hasToldStray = false
    private var hasToldLines = false
    private var headers = KnownHeaders()

    /// Reads all of a file.
    ///
    /// - Parameters:
    ///   - interest: tells by the name of a property, as written, and the beginning of its line up to the first fold, whether it is of
    ///     interest; the lines of others cost next to nothing. `nil` where all are. Asked of each line inside a card in their order. Lines
    ///     that cards are made of, and those without a name, are never passed over.
    ///   - longestLine: bytes of an unfolded line that are kept.
    static func read(
        _ source: any ByteSource,
        interest: ((_ name: ArraySlice<UInt8>, _ line: ArraySlice<UInt8>) -> Bool)? = nil,
        longestLine: Int = ContentLineReader.longestLine,
        _ body: (Event) throws -> Void
    ) throws {
        var objects = VCardObjectReader()
        var lines = ContentLineReader(
            longestLine: longestLine,
            isOfInterest: interest.map { interest in
                { line in Self.name(of: line).map { interest($0, line) } ?? true }
            })
        try lines.read(source) { lines, bytes, number, dropped in
            try objects.take(bytes, number, dropped, &lines, body)
            lines.passesOver = objects.object != nil && objects.agentDepth == 0
        }
        if objects.object != nil { try objects.end(isComplete: false, body) }
    }

    /// The name of a line's property, as written; `nil` where the line doesn't tell, and for the lines cards are made of.
    private static func name(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let (first, bytes) = (line.startIndex, line.span)
        var start = 0
        for index in 0..<min(bytes.count, 64) {
            switch bytes[index] {
            case UInt8(ascii: "."): start = index + 1
            case UInt8(ascii: ":"), UInt8(ascii: ";"):
                let name = line[first + start..<first + index]
                return makesCards(name) ? nil : name
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): break
            default: return nil
            }
        }
        return nil
    }

    /// Whether a property is one of those cards are made of, whatever they say.
    private static func makesCards(_ name: ArraySlice<UInt8>) -> Bool {
        switch name.first.map({ $0 & 0xDF }) {
        case UInt8(ascii: "A"): name.isProperty("AGENT")
        case UInt8(ascii: "B"): name.isProperty("BEGIN")
        case UInt8(ascii: "E"): name.isProperty("END")
        case UInt8(ascii: "V"): name.isProperty("VERSION")
        default: false
        }
    }

    private mutating func take(
        _ bytes: [UInt8],
        _ number: Int,
        _ dropped: Int,
        _ lines: inout ContentLineReader,
        _ body: (Event) throws -> Void
    ) throws {
        if dropped > 0 {
            let name = PropertyHeader.read(bytes.prefix(256) + [UInt8(ascii: ":")], lines.encoding)?.header.name ?? ""
            let isPicture = name == "PHOTO" || name == "LOGO" || name == "SOUND"
            let text = "\(name.isEmpty ? "a line" : name): \(bytes.count + dropped) bytes, not kept"
            return try body(
                .problem(ReadProblem(line: number, code: isPicture ? "media-too-large" : "too-long", text: text, isRejection: false)))
        }
        if agentDepth == 0, try takeFrame(bytes, number, &lines, body) { return }
        var doubt: ContentLineDoubt?
        guard let line = ContentLine(bytes, line: number, encoding: lines.encoding, known: &headers, doubt: &doubt) else {
            return try takeStray(bytes, number, body)
        }
        if agentDepth > 0 { return try takeOfAgent(line, bytes) }
        if line.property == .begin, line.value.lowercased().hasPrefix("vcard") {
            if object != nil {
                if let last = object?.lines.last, last.property == .agent, last.value.allSatisfy(\.isWhitespace) {
                    agent = [Self.text(bytes)]
                    agentDepth = 1
                    return
                }
                try end(isComplete: false, body)
            }
            begin(at: number, &lines)
            return
        }
        if line.property == .end, line.value.lowercased().hasPrefix("vcard") {
            if object == nil {
                try tellStray(bytes, number, body)
            } else {
                try end(isComplete: true, body)
            }
            lines.keepsFoldedSpace = false
            return
        }
        if object == nil {
            guard Self.beginsCard(line) else { return try tellStray(bytes, number, body) }
            begin(at: number, &lines)
            try body(.problem(problem("missing-begin", bytes, number)))
        }
        if let doubt { try body(.problem(problem(doubt.rawValue, bytes, number))) }
        if line.property == .version, line.group == nil {
            return setVersion(line.value, &lines)
        }
        try add(line, bytes, body)
    }

    /// Takes the lines around a card as nearly all files have them, without making anything of them; `false` for any other line.
    private mutating func takeFrame(
        _ bytes: [UInt8], _ number: Int, _ lines: inout ContentLineReader, _ body: (Event) throws -> Void
    ) throws -> Bool {
        switch (object != nil, bytes.count) {
        case (false, 11) where bytes[0] == UInt8(ascii: "B") && bytes[...].isProperty("BEGIN:VCARD"): begin(at: number, &lines)
        case (true, 9) where bytes[0] == UInt8(ascii: "E") && bytes[...].isProperty("END:VCARD"):
            try end(isComplete: true, body)
            lines.keepsFoldedSpace = false
        case (true, 11) where bytes[0] == UInt8(ascii: "V") && bytes[7] == UInt8(ascii: ":") && bytes[..<7].isProperty("VERSION"):
            setVersion(String(decoding: bytes[8...], as: UTF8.self), &lines)
        default: return false
        }
        return true
    }

    private mutating func setVersion(_ text: String, _ lines: inout ContentLineReader) {
        object?.version = Self.version(text)
        lines.keepsFoldedSpace = object?.version == .v21
    }

    private mutating func add(_ line: ContentLine, _ bytes: [UInt8], _ body: (Event) throws -> Void) throws {
        byteCount += bytes.count
        let isTooMany = (object?.lines.count ?? 0) >= Self.mostLines
        guard isTooMany || byteCount > Self.largestCard && bytes.count > 1 << 10 else {
            object?.lines.append(line)
            return
        }
        if !isTooMany || !hasToldLines { try body(.problem(problem("card-too-large", bytes, line.line))) }
        hasToldLines = hasToldLines || isTooMany
    }

    private mutating func begin(at number: Int, _ lines: inout ContentLineReader) {
        object = VCardObject(line: number)
        object?.lines.reserveCapacity(16)
        byteCount = 0
        hasToldStray = false
        hasToldLines = false
        lines.keepsFoldedSpace = false
    }

    private mutating func end(isComplete: Bool, _ body: (Event) throws -> Void) throws {
        if agentDepth > 0 { endAgent() }
        guard let finished = object else { return }
        object = nil
        if !isComplete {
            try body(.problem(ReadProblem(line: finished.line, code: "missing-end", text: "BEGIN:VCARD", isRejection: false)))
        }
        try body(.object(finished))
    }

    // MARK: A card inside a card

    private mutating func takeOfAgent(_ line: ContentLine, _ bytes: [UInt8]) throws {
        agent.append(Self.text(bytes))
        byteCount += bytes.count
        if line.property == .begin { agentDepth += 1 }
        if line.property == .end { agentDepth -= 1 }
        if agentDepth == 0 || byteCount > Self.largestCard { endAgent() }
    }

    private mutating func endAgent() {
        agentDepth = 0
        let text = agent.joined(separator: "\n").replacing("\\", with: "\\\\").replacing("\n", with: "\\n").replacing(",", with: "\\,")
            .replacing(";", with: "\\;")
        agent = []
        guard let last = object?.lines.indices.last else { return }
        object?.lines[last].value = text
    }

    // MARK: What is no line of a card

    private mutating func takeStray(_ bytes: [UInt8], _ number: Int, _ body: (Event) throws -> Void) throws {
        guard bytes.contains(where: { $0 > 0x20 }) else { return }
        if agentDepth > 0 {
            agent.append(Self.text(bytes))
            return
        }
        guard object != nil else { return try tellStray(bytes, number, body) }
        try body(.problem(problem("not-a-property", bytes, number)))
    }

    private mutating func tellStray(_ bytes: [UInt8], _ number: Int, _ body: (Event) throws -> Void) throws {
        guard !hasToldStray else { return }
        hasToldStray = true
        try body(.problem(problem("outside-card", bytes, number)))
    }

    private func problem(_ code: String, _ bytes: [UInt8], _ number: Int) -> ReadProblem {
        ReadProblem(line: number, code: code, text: Self.text(Array(bytes.prefix(2000))), isRejection: false)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        let bytes = bytes.filter { $0 != 0 }
        return String(validating: bytes, as: UTF8.self) ?? TextEncoding.utf8.textOfMixedBytes(bytes)
    }

    private static func beginsCard(_ line: ContentLine) -> Bool {
        switch line.property {
        case .version, .formattedName, .name, .email, .phone, .organization, .uid, .product: true
        default: false
        }
    }

    private static func version(_ value: String) -> VCardVersion {
        if value.holds("2.") { return .v21 }
        return value.utf8.contains(UInt8(ascii: "4")) ? .v4 : .v3
    }
}

extension ArraySlice<UInt8> {
    /// Whether these bytes are a property's name given in capitals, in whatever case.
    func isProperty(_ name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        // The pointer is read at places below the name's length, which is the slice's.
        for offset in 0..<count
        where (self[startIndex + offset] >= 0x61 ? self[startIndex + offset] & 0xDF : self[startIndex + offset]) != name.utf8Start[offset] {
            return false
        }
        return true
    }
}
