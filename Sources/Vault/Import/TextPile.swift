/// Texts one behind another in one piece of memory: thousands cost one allocation, and the database reads them where they lie.
struct TextPile: Sendable {
    /// Where in the pile a text lies.
    typealias Place = Range<Int>

    private(set) var bytes: [UInt8] = []

    /// How many bytes there are.
    var count: Int { bytes.count }

    /// Makes room for so many bytes.
    mutating func reserveCapacity(_ count: Int) {
        bytes.reserveCapacity(count)
    }

    /// Adds a text.
    @discardableResult
    mutating func add(_ text: String) -> Place {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return start..<bytes.count
    }

    /// Adds bytes that are UTF-8.
    @discardableResult
    mutating func add(utf8: UnsafeBufferPointer<UInt8>) -> Place {
        let start = bytes.count
        bytes.append(contentsOf: utf8)
        return start..<bytes.count
    }

    /// Adds one byte of ASCII.
    mutating func add(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// The text at a place.
    func text(_ place: Place) -> String {
        String(decoding: bytes[place], as: UTF8.self)
    }
}

extension UnsafeRawBufferPointer {
    /// The part of a pile's bytes at a place, to be used as long as these may.
    func part(_ place: TextPile.Place) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[place])
    }
}
