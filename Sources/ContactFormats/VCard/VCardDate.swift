import ContactModel

/// Dates as vCards have them (RFC 6350 §4.3, RFC 2426 §3.1.5, ISO 8601 in both its forms).
enum VCardDate {
    /// A date that may lack parts, and the time behind it where it has one that is not midnight; `nil` for anything else.
    ///
    /// - Parameter omittedYear: the year that stands for none (Apple's `X-APPLE-OMIT-YEAR`).
    static func partialDate(_ text: String, omittedYear: Int? = nil) -> (date: PartialDate, hasTime: Bool)? {
        let bytes = Array(text.utf8)
        let end = bytes.firstIndex { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "t") || $0 == 0x20 } ?? bytes.count
        let time = bytes[min(end + 1, bytes.count)...]
        let hasTime = time.contains { $0 >= 0x31 && $0 <= 0x39 }
        guard let date = date(bytes[..<end]) else { return nil }
        if let omittedYear, date.year == omittedYear, let without = PartialDate(month: date.month, day: date.day) {
            return (without, hasTime)
        }
        return (date, hasTime)
    }

    private static func date(_ bytes: ArraySlice<UInt8>) -> PartialDate? {
        let text = String(decoding: bytes, as: UTF8.self)
        func number(_ text: some StringProtocol) -> Int? { text.utf8.allSatisfy { $0 >= 48 && $0 <= 57 } ? Int(text) : nil }
        if text.hasPrefix("---") { return nil }
        if text.hasPrefix("--") {
            let parts = text.dropFirst(2).split(separator: "-", omittingEmptySubsequences: false)
            if parts.count == 1, parts[0].count == 4 {
                return PartialDate(month: number(parts[0].prefix(2)), day: number(parts[0].suffix(2)))
            }
            guard parts.count <= 2, let month = number(parts[0]), parts[0].count <= 2 else { return nil }
            guard parts.count == 2 else { return PartialDate(month: month) }
            guard let day = number(parts[1]) else { return nil }
            return PartialDate(month: month, day: day)
        }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }
        switch parts.count {
        case 1:
            guard let value = number(text) else { return nil }
            if text.utf8.count == 8 { return PartialDate(year: value / 10_000, month: value / 100 % 100, day: value % 100) }
            return text.utf8.count == 4 ? PartialDate(year: value) : nil
        case 2:
            guard parts[0].utf8.count == 4, let year = number(parts[0]), let month = number(parts[1]) else { return nil }
            return PartialDate(year: year, month: month)
        case 3:
            guard parts[0].utf8.count == 4, let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2]) else {
                return nil
            }
            if year == 0 { return PartialDate(month: month, day: day) }
            return PartialDate(year: year, month: month, day: day)
        default: return nil
        }
    }

    /// A time stamp as JSContact has it (`1995-10-31T22:27:10Z`); `nil` where the text is none.
    static func timestamp(_ text: String) -> String? {
        if isCanonical(text) { return text }
        var digits: [UInt8] = []
        var zone: ArraySlice<UInt8> = []
        let bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte >= 48, byte <= 57 {
                digits.append(byte)
            } else if digits.count >= 8,
                byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") && digits.count > 8
            {
                zone = bytes[index...]
                break
            } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                while index + 1 < bytes.count, bytes[index + 1] >= 48, bytes[index + 1] <= 57 { index += 1 }
            } else if byte != UInt8(ascii: "-"), byte != UInt8(ascii: ":"), byte != UInt8(ascii: "T"), byte != 0x20 {
                return nil
            }
            index += 1
        }
        guard digits.count == 8 || digits.count == 12 || digits.count == 14 else { return nil }
        let isLocal = zone.contains { $0 >= 0x31 && $0 <= 0x39 }
        guard !isLocal else { return nil }
        func number(_ range: Range<Int>) -> Int {
            digits.count < range.upperBound ? 0 : range.reduce(0) { $0 * 10 + Int(digits[$1] - 48) }
        }
        guard let day = CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)) else { return nil }
        let (hour, minute, second) = (number(8..<10), number(10..<12), number(12..<14))
        guard hour < 24, minute < 60, second < 61 else { return nil }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(day)T\(two(hour)):\(two(minute)):\(two(second))Z"
    }

    /// Whether a text is a time stamp in JSContact's form already.
    private static func isCanonical(_ text: String) -> Bool {
        let shape: StaticString = "dddd-dd-ddTdd:dd:ddZ"
        guard text.utf8.count == shape.utf8CodeUnitCount else { return false }
        var digits: (date: Int, time: Int) = (0, 0)
        var place = 0
        for byte in text.utf8 {
            // The pointer is read at places below the shape's length, which is the text's.
            let form = shape.utf8Start[place]
            place += 1
            if form != UInt8(ascii: "d") {
                guard byte == form else { return false }
            } else if byte >= 48, byte <= 57 {
                if place > 11 { digits.time = digits.time * 10 + Int(byte - 48) } else { digits.date = digits.date * 10 + Int(byte - 48) }
            } else {
                return false
            }
        }
        let (hour, minute, second) = (digits.time / 10_000, digits.time / 100 % 100, digits.time % 100)
        return hour < 24 && minute < 60 && second < 61
            && CalendarDate(year: digits.date / 10_000, month: digits.date / 100 % 100, day: digits.date % 100) != nil
    }

    /// A JSContact date of a partial one (RFC 9553 §2.8.1).
    static func json(_ date: PartialDate) -> JSONValue {
        var members: [String: JSONValue] = ["@type": .string("PartialDate")]
        if let year = date.year { members["year"] = .integer(Int64(year)) }
        if let month = date.month { members["month"] = .integer(Int64(month)) }
        if let day = date.day { members["day"] = .integer(Int64(day)) }
        return .object(members)
    }

    /// The partial date a JSContact date is; `nil` where it is none.
    static func partialDate(_ json: JSONValue?) -> PartialDate? {
        guard let members = json?.objectValue, members["utc"] == nil else { return nil }
        func part(_ name: String) -> Int? { members[name]?.integerValue.flatMap { Int(exactly: $0) } }
        return PartialDate(year: part("year"), month: part("month"), day: part("day"))
    }
}
