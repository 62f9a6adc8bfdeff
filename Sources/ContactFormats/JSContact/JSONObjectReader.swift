/// Finds the objects of a JSON file one by one, in whatever they are packed: by themselves, in an array, one a line.
///
/// Looks at braces and strings only, so that an object with a mistake inside costs that object. Memory is bounded by ``largest``.
struct JSONObjectReader {
    /// What is met on the way.
    enum Event {
        /// An object: its bytes, and the line it begins on.
        case object([UInt8], line: Int)
        /// Bytes that are no object: their beginning, and where they stand.
        case stray([UInt8], line: Int)
        /// An object that is too large or that nothing ends: its beginning, and the line it begins on.
        case broken([UInt8], line: Int, isTooLarge: Bool)
    }

    /// Bytes of one object that are kept.
    static let largest = 32 << 20

    private var object: [UInt8] = []
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isTooLarge = false
    private var line = 1
    private var start = 1
    private var stray: [UInt8] = []
    private var strayLine = 1

    /// Reads all of a source.
    static func read(_ source: any ByteSource, _ body: (Event) throws -> Void) throws {
        var reader = JSONObjectReader()
        try source.forEachChunk { chunk in
            for byte in chunk { try reader.take(byte, body) }
        }
        if reader.depth > 0 { try body(.broken(Array(reader.object.prefix(500)), line: reader.start, isTooLarge: reader.isTooLarge)) }
        try reader.tellStray(body)
    }

    private mutating func take(_ byte: UInt8, _ body: (Event) throws -> Void) throws {
        if byte == 0x0A { line += 1 }
        guard depth > 0 else {
            switch byte {
            case UInt8(ascii: "{"):
                try tellStray(body)
                depth = 1
                start = line
                object.append(byte)
            case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","), 0x1E, 0xEF, 0xBB, 0xBF: break
            default:
                if stray.isEmpty { strayLine = line }
                if stray.count < 500 { stray.append(byte) }
            }
            return
        }
        if object.count < Self.largest { object.append(byte) } else { isTooLarge = true }
        if isInString {
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
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
            depth -= 1
            guard depth == 0 else { return }
            var finished: [UInt8] = []
            swap(&finished, &object)
            let wasTooLarge = isTooLarge
            isTooLarge = false
            try body(wasTooLarge ? .broken(Array(finished.prefix(500)), line: start, isTooLarge: true) : .object(finished, line: start))
        default: break
        }
    }

    private mutating func tellStray(_ body: (Event) throws -> Void) throws {
        guard !stray.isEmpty else { return }
        let text = stray
        stray = []
        try body(.stray(text, line: strayLine))
    }
}
