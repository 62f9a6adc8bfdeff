/// The header of one mail: where the fields that matter lie in the bytes it was found in (RFC 5322 §2.2).
///
/// Values are left folded as they are; whoever reads one takes line ends for blanks. A line that is no field ends the header, as it does for
/// other readers, unless a field follows it: programs put `>From ` lines and broken folds between fields.
struct MessageHead {
    /// One field's value.
    struct Value {
        let field: HeaderField
        var start: Int
        var end: Int
    }

    /// How a look for the end of the header came out.
    enum Scan {
        /// The header ends; `end` is the first byte after it.
        case complete
        /// It goes on beyond the bytes at hand.
        case incomplete
        /// The bytes do not begin with a field.
        case none
    }

    private let names = HeaderFieldNames()
    /// The fields that matter, in their order.
    private(set) var values: [Value] = []
    /// How many fields there are in all.
    private(set) var fieldCount = 0
    /// The first byte after the header and the empty line that ends it.
    private(set) var end = 0
    /// How many line feeds there are up to `end`.
    private(set) var lineCount = 0
    /// Whether the header was ended by another mail's first line, and not by an empty line.
    private(set) var endsAtSeparator = false

    /// The value of the first field of a kind.
    func first(_ field: HeaderField) -> Range<Int>? {
        for value in values where value.field == field { return value.start..<value.end }
        return nil
    }

    /// Whether there is a field of a kind.
    func has(_ field: HeaderField) -> Bool {
        for value in values where value.field == field { return true }
        return false
    }

    /// Finds the fields from `start` on.
    ///
    /// - Parameter isFinal: whether no more bytes follow, so that their end ends the header as well.
    mutating func scan(_ bytes: Span<UInt8>, from start: Int, isFinal: Bool) -> Scan {
        values.removeAll(keepingCapacity: true)
        fieldCount = 0
        lineCount = 0
        endsAtSeparator = false
        var isOpen = false
        var place = start
        while place < bytes.count {
            let lineEnd = bytes.lineFeed(from: place, to: bytes.count)
            if lineEnd == bytes.count, !isFinal { return .incomplete }
            let first = bytes[place]
            if first == 0x20 || first == 0x09 {
                if isOpen { values[values.count - 1].end = lineEnd }
            } else if first == 0x0A || (first == 0x0D && place + 1 == lineEnd) {
                return finish(at: min(lineEnd + 1, bytes.count), isAfterLine: lineEnd < bytes.count)
            } else if let colon = Self.colon(bytes, from: place, to: lineEnd) {
                fieldCount += 1
                isOpen = false
                if let field = names.field(bytes, place..<colon.name) {
                    values.append(Value(field: field, start: colon.place + 1, end: lineEnd))
                    isOpen = true
                }
            } else {
                // What stands after the line decides, so it must be at hand.
                guard isFinal || bytes.count - place >= SeparatorLine.lookAhead else { return .incomplete }
                if fieldCount > 0, SeparatorLine.judge(bytes, at: place, isAfterBlank: false, isFirst: false) != nil {
                    endsAtSeparator = true
                    return finish(at: place, isAfterLine: false)
                }
                isOpen = false
                // Only a field after it shows that the line stands inside the header.
                let next = min(lineEnd + 1, bytes.count)
                guard Self.colon(bytes, from: next, to: bytes.lineFeed(from: next, to: min(bytes.count, next + 200))) != nil,
                    next - place < SeparatorLine.lookAhead - 200
                else { return finish(at: place, isAfterLine: false) }
            }
            lineCount += lineEnd < bytes.count ? 1 : 0
            place = lineEnd + 1
        }
        guard isFinal else { return .incomplete }
        return finish(at: bytes.count, isAfterLine: false)
    }

    private mutating func finish(at place: Int, isAfterLine: Bool) -> Scan {
        end = place
        if isAfterLine { lineCount += 1 }
        return fieldCount > 0 ? .complete : .none
    }

    /// Where the name of the field on a line ends, and its colon; `nil` where the line is no field. Blanks may stand before the colon
    /// (RFC 5322 §4.5).
    static func colon(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> (name: Int, place: Int)? {
        var place = start
        // Eight bytes at a time as long as all stand in the name. Safe in spite of its name: the place is checked against the bounds.
        while end &- place >= 8, Self.standInName(bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)) { place += 8 }
        while place < end {
            let byte = bytes[place]
            if byte == 0x3A { return place > start ? (place, place) : nil }
            guard byte > 0x20, byte < 0x7F else { break }
            place += 1
        }
        let name = place
        guard name > start else { return nil }
        while place < end, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
        return place < end && place > name && bytes[place] == 0x3A ? (name, place) : nil
    }

    /// Whether eight bytes may all stand in a field's name: visible ASCII and no colon.
    private static func standInName(_ eight: UInt64) -> Bool {
        let (ones, highest) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
        // A byte that is too small borrows its highest bit, and one that is too large carries into it or has it; a colon is nothing beside
        // colons, and so too small for one.
        let (small, large, colons) = (eight &- (ones &* 0x21), eight &+ ones, (eight ^ (ones &* 0x3A)) &- ones)
        return (small | large | colons | eight) & highest == 0
    }
}
