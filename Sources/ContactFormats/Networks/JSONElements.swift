import ContactModel

/// Reads the elements of one array of a JSON file, one by one, in memory that does not grow with the file.
///
/// The array is the file's own (`[…]`, perhaps behind `window.YTD.following.part0 = `), or a member of its outermost object
/// (`{"friends_v2":[…]}`). Nothing is evaluated: what stands before the array is passed over.
struct JSONElements {
    /// One element: its line, and its value; `nil` where its text is no JSON.
    struct Element {
        var line: Int
        var value: JSONValue?
        var text: [UInt8]
    }

    /// How a reading ended.
    enum End {
        /// The array was closed.
        case whole
        /// The file ends within it.
        case cutOff
        /// There is no such array.
        case missing
    }

    private static let longest = 1 << 20

    private let member: String?
    private var line = 1
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isInArray = false
    private var isOver = false
    private var arrayDepth = 0
    private var string: [UInt8] = []
    private var name: [UInt8]?
    private var element: [UInt8] = []
    private var elementLine = 0

    private init(member: String?) {
        self.member = member
    }

    /// Reads the elements of the array, `member` of the outermost object, or the outermost array where that is `nil`.
    ///
    /// - Throws: what the source and the body throw; never because of content.
    static func read(_ source: any ByteSource, member: String?, _ body: (Element) throws -> Void) throws -> End {
        var reader = JSONElements(member: member)
        do {
            try source.forEachChunk { chunk in
                for byte in chunk {
                    try reader.take(byte, body)
                    if reader.isOver { throw CSVReader.Stop() }
                }
            }
        } catch is CSVReader.Stop {}
        return reader.isOver ? .whole : reader.isInArray ? .cutOff : .missing
    }

    private mutating func take(_ byte: UInt8, _ body: (Element) throws -> Void) throws {
        if byte == 0x0A { line += 1 }
        isInArray ? try takeInside(byte, body) : takeBefore(byte)
    }

    /// Before the array: names of members are followed at the outermost object only.
    private mutating func takeBefore(_ byte: UInt8) {
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
                if depth == 1 { name = string }
            } else if string.count < 200 {
                string.append(byte)
            }
            return
        }
        switch byte {
        case UInt8(ascii: "\""):
            isInString = true
            string.removeAll(keepingCapacity: true)
        case UInt8(ascii: "["):
            let isMeant = member.map { wanted in depth == 1 && name.map { $0.elementsEqual(wanted.utf8) } ?? false } ?? (depth == 0)
            if isMeant {
                isInArray = true
                arrayDepth = 0
            }
            depth += 1
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
        case UInt8(ascii: ","): name = nil
        default: break
        }
    }

    private mutating func takeInside(_ byte: UInt8, _ body: (Element) throws -> Void) throws {
        if isInString {
            append(byte)
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return
        }
        switch byte {
        case UInt8(ascii: ",") where arrayDepth == 0: try end(body)
        case UInt8(ascii: "]") where arrayDepth == 0:
            try end(body)
            isOver = true
        case 0x20, 0x09, 0x0A, 0x0D: if !element.isEmpty { append(byte) }
        default:
            if byte == UInt8(ascii: "\"") { isInString = true }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { arrayDepth += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { arrayDepth = max(0, arrayDepth - 1) }
            if element.isEmpty { elementLine = line }
            append(byte)
        }
    }

    private mutating func append(_ byte: UInt8) {
        if element.count < Self.longest { element.append(byte) }
    }

    private mutating func end(_ body: (Element) throws -> Void) throws {
        guard !element.isEmpty else { return }
        let text = element
        element.removeAll(keepingCapacity: true)
        try body(Element(line: elementLine, value: JSONValue(parsing: text), text: text))
    }
}
