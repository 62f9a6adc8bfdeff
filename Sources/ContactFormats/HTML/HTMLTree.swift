/// An element of a web page with what is inside it, as far as h-cards need it.
final class HTMLElement {
    /// What is inside: text, or an element.
    enum Node {
        case text(String)
        case element(HTMLElement)
    }

    /// The tag's name in lower case.
    let name: String
    /// The attributes by their names in lower case.
    let attributes: [String: String]
    /// The line the tag begins on.
    let line: Int
    /// What is inside, in order.
    var children: [Node] = []
    /// The words of `class`.
    let classes: [Substring]

    init(name: String, attributes: [String: String], line: Int) {
        self.name = name
        self.attributes = attributes
        self.line = line
        classes = attributes["class"]?.split(whereSeparator: \.isWhitespace) ?? []
    }

    /// The elements inside, not those inside them.
    var elements: [HTMLElement] {
        children.compactMap { child in if case .element(let element) = child { element } else { nil } }
    }
}

/// Reads a web page into a tree, leniently: what is not closed is closed by what follows, what is closed twice is not minded.
///
/// Scripts, styles and comments are left out. The tree is at most ``deepest`` levels deep; deeper elements lie beside each other.
struct HTMLTreeReader {
    static let deepest = 200

    private let bytes: [UInt8]
    private var index = 0
    private var line = 1
    private let root = HTMLElement(name: "", attributes: [:], line: 1)
    private var open: [HTMLElement]

    /// The tree of a page in UTF-8.
    static func read(_ bytes: [UInt8]) -> HTMLElement {
        var reader = HTMLTreeReader(bytes)
        reader.read()
        return reader.root
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        open = [root]
    }

    private static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    ]

    /// Which open element a new one ends, of those that needn't be closed.
    private static func ends(_ old: String, before new: String) -> Bool {
        switch old {
        case "li": new == "li"
        case "p": ["p", "div", "ul", "ol", "dl", "table", "h1", "h2", "h3", "h4", "address", "section", "article", "li"].contains(new)
        case "dt", "dd": new == "dt" || new == "dd"
        case "td", "th": new == "td" || new == "th" || new == "tr"
        case "tr": new == "tr"
        case "option": new == "option"
        default: false
        }
    }

    private mutating func read() {
        var text = index
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<") else {
                if bytes[index] == 0x0A { line += 1 }
                index += 1
                continue
            }
            let start = index
            if isNext("<!--") {
                add(text: text..<start)
                skip(past: "-->")
                text = index
            } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "!") || bytes[index + 1] == UInt8(ascii: "?") {
                add(text: text..<start)
                skip(past: ">")
                text = index
            } else if index + 1 < bytes.count, Self.isLetter(bytes[index + 1]) || bytes[index + 1] == UInt8(ascii: "/") {
                add(text: text..<start)
                readTag()
                text = index
            } else {
                index += 1
            }
        }
        add(text: text..<bytes.count)
    }

    private mutating func readTag() {
        let startLine = line
        index += 1
        let isEnd = bytes[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let name = word { Self.isLetter($0) || $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") }.lowercased()
        var attributes: [String: String] = [:]
        var isClosed = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if bytes[index] <= 0x20 || bytes[index] == UInt8(ascii: "/") {
                isClosed = bytes[index] == UInt8(ascii: "/")
                advance()
                continue
            }
            isClosed = false
            let attribute = word { $0 > 0x20 && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }.lowercased()
            if attribute.isEmpty {
                advance()
                continue
            }
            skipBlanks()
            var value = ""
            if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
                index += 1
                skipBlanks()
                value = attributeValue()
            }
            if attributes[attribute] == nil { attributes[attribute] = CharacterReferences.resolved(in: value) }
        }
        if index < bytes.count { index += 1 }
        guard !name.isEmpty else { return }
        if isEnd { return close(name) }
        begin(HTMLElement(name: name, attributes: attributes, line: startLine), isClosed: isClosed)
    }

    private mutating func begin(_ element: HTMLElement, isClosed: Bool) {
        while open.count > 1, let last = open.last, Self.ends(last.name, before: element.name) { open.removeLast() }
        if open.count >= Self.deepest { open.removeLast() }
        open.last?.children.append(.element(element))
        if ["script", "style", "textarea"].contains(element.name) {
            if isClosed { return }
            skip(past: "</" + element.name)
            return skip(past: ">")
        }
        if !Self.void.contains(element.name), !isClosed { open.append(element) }
    }

    private mutating func close(_ name: String) {
        guard let place = open.lastIndex(where: { $0.name == name }), place > 0 else { return }
        open.removeSubrange(place...)
    }

    private mutating func add(text range: Range<Int>) {
        guard !range.isEmpty else { return }
        open.last?.children.append(.text(CharacterReferences.resolved(in: String(decoding: bytes[range], as: UTF8.self))))
    }

    private mutating func attributeValue() -> String {
        guard index < bytes.count else { return "" }
        let quote = bytes[index]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return word { $0 > 0x20 && $0 != UInt8(ascii: ">") } }
        index += 1
        let value = word { $0 != quote }
        if index < bytes.count { index += 1 }
        return value
    }

    private mutating func word(while belongs: (UInt8) -> Bool) -> String {
        let start = index
        while index < bytes.count, belongs(bytes[index]) { advance() }
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    private mutating func skipBlanks() {
        while index < bytes.count, bytes[index] <= 0x20 { advance() }
    }

    private mutating func advance() {
        if bytes[index] == 0x0A { line += 1 }
        index += 1
    }

    private func isNext(_ text: String) -> Bool { bytes[index...].starts(with: text.utf8) }

    /// Goes on behind the next place of a text in any case, or to the end.
    private mutating func skip(past text: String) {
        let letters = Array(text.utf8)
        while index < bytes.count {
            let matches =
                index + letters.count <= bytes.count
                && letters.indices.allSatisfy { offset in
                    let byte = bytes[index + offset]
                    return (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == letters[offset]
                }
            if matches {
                for _ in letters { advance() }
                return
            }
            advance()
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
