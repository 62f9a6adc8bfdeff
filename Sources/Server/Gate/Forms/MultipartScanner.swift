import Hummingbird

/// Takes a `multipart/form-data` body (RFC 7578, RFC 2046 §5.1) apart as it comes, holding no more than a line of it.
struct MultipartScanner {
    /// What a part says of itself.
    struct Header: Sendable, Equatable {
        /// The field's name.
        var name: String
        /// The name the file has with the one who sent it; `nil` where the part is no file. Never a path to use.
        var fileName: String?
        /// The media type told, where one is.
        var mediaType: String?
    }

    /// What comes.
    enum Event: Sendable, Equatable {
        /// A part begins.
        case part(Header)
        /// Bytes of the part.
        case bytes([UInt8])
        /// The part is whole.
        case partEnd
    }

    private enum State { case preamble, delimited, header, content, done }

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var pending: [UInt8]
    private var parts = 0

    private static let mostHeaderBytes = 16 << 10
    private static let mostParts = 20_000

    /// - Parameter boundary: what stands between the parts, as `Content-Type` tells.
    init(boundary: String) {
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very beginning, without a line end before it.
        pending = [0x0D, 0x0A]
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `Refusal` (400) where they are no such body.
    mutating func feed(_ bytes: some Sequence<UInt8>) throws -> [Event] {
        pending += bytes
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// Tells that nothing more comes.
    ///
    /// - Throws: `Refusal` (400) where the body ends within a part.
    mutating func finish() throws -> [Event] {
        guard state == .done else { throw Self.broken }
        return []
    }

    private static var broken: Refusal { Refusal(.badRequest, "multipart", .text("gateMultipart")) }

    /// - Returns: whether there may be more to do with what is at hand.
    private mutating func step(_ events: inout [Event]) throws -> Bool {
        switch state {
        case .done:
            pending = []
            return false
        case .preamble, .content:
            let (end, isDelimiter) = search()
            if state == .content, end > 0 { events.append(.bytes(Array(pending[..<end]))) }
            pending.removeFirst(isDelimiter ? end + delimiter.count : end)
            guard isDelimiter else { return false }
            if state == .content { events.append(.partEnd) }
            state = .delimited
            return true
        case .delimited:
            // After the delimiter: "--" at the end of all, else blanks and a line end.
            guard pending.count >= 2 else { return false }
            if pending[0] == 0x2D, pending[1] == 0x2D {
                state = .done
                return true
            }
            guard let end = Self.lineEnd(in: pending[...]) else {
                guard pending.count < 256 else { throw Self.broken }
                return false
            }
            guard pending[..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { throw Self.broken }
            pending.removeFirst(end + 2)
            parts += 1
            guard parts <= Self.mostParts else { throw Self.broken }
            state = .header
            return true
        case .header: return try readHeader(&events)
        }
    }

    private mutating func readHeader(_ events: inout [Event]) throws -> Bool {
        var lines: [String] = []
        var rest = pending[...]
        while let end = Self.lineEnd(in: rest) {
            let line = rest[..<end]
            rest = rest[(end + 2)...]
            if line.isEmpty {
                events.append(.part(try Self.header(lines)))
                pending = Array(rest)
                state = .content
                return true
            }
            lines.append(String(decoding: line, as: UTF8.self))
        }
        guard pending.count <= Self.mostHeaderBytes else { throw Self.broken }
        return false
    }

    private static func header(_ lines: [String]) throws -> Header {
        var header: Header?
        var mediaType: String?
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmed
            switch line[..<colon].trimmed.lowercased() {
            case "content-disposition":
                let parameters = HeaderParameters(String(value.drop { $0 != ";" }))
                guard value.lowercased().hasPrefix("form-data"), let name = parameters["name"] else { throw broken }
                header = Header(name: unescaped(name), fileName: parameters["filename"].map(unescaped))
            case "content-type": mediaType = value
            default: break
            }
        }
        guard var header else { throw broken }
        header.mediaType = mediaType
        return header
    }

    /// Browsers write a quote and line ends within names as %22, %0D and %0A (HTML Standard, multipart/form-data encoding).
    private static func unescaped(_ name: String) -> String {
        name.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    /// Where the next line end is.
    private static func lineEnd(in bytes: ArraySlice<UInt8>) -> Int? {
        var from = bytes.startIndex
        while let index = bytes[from...].firstIndex(of: 0x0D) {
            guard index + 1 < bytes.endIndex else { return nil }
            if bytes[index + 1] == 0x0A { return index }
            from = index + 1
        }
        return nil
    }

    /// How many bytes surely stand before the next delimiter, and whether it follows them.
    private func search() -> (end: Int, isDelimiter: Bool) {
        var from = 0
        while let index = pending[from...].firstIndex(of: 0x0D) {
            let tail = pending[index...]
            if tail.count < delimiter.count {
                if delimiter.starts(with: tail) { return (index, false) }
            } else if tail.starts(with: delimiter) {
                return (index, true)
            }
            from = index + 1
        }
        return (pending.count, false)
    }
}
