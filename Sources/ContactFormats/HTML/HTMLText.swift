/// The texts of a web page in the order in which they stand, each with the link it is in; for pages that are lists.
///
/// No browser: scripts and styles are left out, tags part texts, and the entities of text are read. Pages a network hands out are of one
/// line and some megabytes, so the bytes are taken as they come.
struct HTMLText {
    /// A text between two tags.
    struct Run: Hashable {
        /// The text, its blanks folded.
        var text: String
        /// Where it leads, if it is a link.
        var href: String?
        /// The tag it stands in: `h2`, `div`.
        var tag: String
    }

    private static let longestTag = 1 << 13
    private static let longestText = 1 << 12

    private var buffer: [UInt8] = []
    private var isInTag = false
    private var skipsUntil: String?
    private var href: String?
    private var tag = ""

    /// Reads a page's texts to its end, or until `body` gives `false`.
    ///
    /// - Throws: what the source and the body throw.
    static func read(_ source: any ByteSource, _ body: (Run) throws -> Bool) throws {
        var reader = HTMLText()
        do {
            try source.forEachChunk { chunk in
                for byte in chunk { try reader.take(byte, body) }
            }
            try reader.endText(body)
        } catch is CSVReader.Stop {}
    }

    private mutating func take(_ byte: UInt8, _ body: (Run) throws -> Bool) throws {
        if isInTag {
            if byte == UInt8(ascii: ">") {
                isInTag = false
                endTag()
            } else if buffer.count < Self.longestTag {
                buffer.append(byte)
            }
        } else if byte == UInt8(ascii: "<") {
            try endText(body)
            isInTag = true
        } else if buffer.count < Self.longestText {
            buffer.append(byte)
        }
    }

    private mutating func endTag() {
        let text = String(decoding: buffer, as: UTF8.self)
        buffer.removeAll(keepingCapacity: true)
        let name = text.prefix { !$0.isWhitespace && $0 != ">" }.lowercased()
        if let end = skipsUntil {
            if name == "/" + end { skipsUntil = nil }
            return
        }
        if name == "script" || name == "style" { skipsUntil = name }
        if name == "a" { href = Self.attribute("href", in: text) }
        if name == "/a" { href = nil }
        if !name.hasPrefix("/") { tag = name }
    }

    private mutating func endText(_ body: (Run) throws -> Bool) throws {
        defer { buffer.removeAll(keepingCapacity: true) }
        guard skipsUntil == nil, buffer.contains(where: { $0 > 0x20 }) else { return }
        let words = CharacterReferences.resolved(in: String(decoding: buffer, as: UTF8.self)).split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ")
        guard !text.isEmpty else { return }
        if try !body(Run(text: text, href: href, tag: tag)) { throw CSVReader.Stop() }
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        guard let start = tag.range(of: name + "=\"") ?? tag.range(of: name + "='") else { return nil }
        let quote = tag[tag.index(before: start.upperBound)]
        return CharacterReferences.resolved(in: String(tag[start.upperBound...].prefix { $0 != quote }))
    }
}

extension String {
    /// The first place a text stands at.
    fileprivate func range(of text: String) -> Range<String.Index>? { firstRange(of: text) }
}
