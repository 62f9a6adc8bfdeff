/// One content line of a calendar (RFC 5545 §3.1), taken apart: `ATTENDEE;CN="Doe, Jane";ROLE=CHAIR:mailto:jane@example.com`.
struct CalendarLine {
    /// The name in upper case.
    var name: String
    /// The parameters, their names in upper case; of several values of one the first, without quotes, `^` read as RFC 6868 says.
    var parameters: [String: [UInt8]] = [:]
    /// The value's bytes.
    var value: [UInt8] = []

    /// Takes an unfolded line apart; `nil` where it has no colon.
    init?(_ line: [UInt8]) {
        var place = line.prefix { $0 != 0x3B && $0 != 0x3A }.endIndex
        guard place < line.count, place > 0 else { return nil }
        // A group in front, as vCards have: `item1.ATTENDEE`.
        let dot = line[..<place].lastIndex(of: 0x2E).map { $0 + 1 } ?? 0
        name = String(decoding: line[dot..<place].map(Self.uppercased), as: UTF8.self)
        while place < line.count, line[place] == 0x3B {
            let start = place + 1
            var equals = start
            while equals < line.count, line[equals] != 0x3D, line[equals] != 0x3A, line[equals] != 0x3B { equals += 1 }
            guard equals < line.count, line[equals] == 0x3D else {
                place = equals
                continue
            }
            let parameter = String(decoding: line[start..<equals].map(Self.uppercased), as: UTF8.self)
            let (text, end) = Self.parameterValue(line, from: equals + 1)
            if parameters[parameter] == nil { parameters[parameter] = text }
            place = end
        }
        guard place < line.count, line[place] == 0x3A else { return nil }
        value = Array(line[(place + 1)...])
    }

    /// The first value from a place on, and where the parameters go on or the value of the line begins.
    private static func parameterValue(_ line: [UInt8], from start: Int) -> (text: [UInt8], end: Int) {
        var text: [UInt8] = []
        var isFirst = true
        var place = start
        // A quote nobody closes is a letter.
        var isQuotedByRule = false
        while place < line.count {
            let byte = line[place]
            if byte == 0x22, isQuotedByRule || line[(place + 1)...].contains(0x22) {
                isQuotedByRule.toggle()
            } else if !isQuotedByRule, byte == 0x3A || byte == 0x3B {
                break
            } else if !isQuotedByRule, byte == 0x2C {
                isFirst = false
            } else if isFirst {
                text.append(byte)
            }
            place += 1
        }
        return (withoutCarets(text), place)
    }

    /// `^n`, `^'` and `^^` as the characters they stand for (RFC 6868 §3), and the backslashes some writers put before commas.
    private static func withoutCarets(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x5E) || text.contains(0x5C) else { return text }
        var plain: [UInt8] = []
        var place = 0
        while place < text.count {
            let next = place + 1 < text.count ? text[place + 1] : 0
            switch (text[place], next) {
            case (0x5E, 0x6E): plain.append(0x20)
            case (0x5E, 0x27): plain.append(0x22)
            case (0x5E, 0x5E): plain.append(0x5E)
            case (0x5C, 0x2C), (0x5C, 0x3B), (0x5C, 0x5C): plain.append(next)
            default:
                plain.append(text[place])
                place -= 1
            }
            place += 2
        }
        return plain
    }

    private static func uppercased(_ byte: UInt8) -> UInt8 { byte >= 97 && byte <= 122 ? byte - 32 : byte }
}
