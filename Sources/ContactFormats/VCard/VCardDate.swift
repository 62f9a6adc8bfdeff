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
        if let (year, month, day) = wholeDate(bytes.span) {
            return year == 0 ? PartialDate(month: month, day: day) : PartialDate(year: year, month: month, day: day)
        }
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

    /// The numbers of a day written `1970-01-31`, `1970/01/31` or `19700131`, as nearly all are; `nil` for any other text.
    private static func wholeDate(_ bytes: Span<UInt8>) -> (year: Int, month: Int, day: Int)? {
        guard bytes.count == 10 || bytes.count == 8 else { return nil }
        var digits = 0
        for place in bytes.indices {
            let byte = bytes[place]
            if bytes.count == 10, place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") else { return nil }
            } else {
                guard byte.isDigit else { return nil }
                digits = digits * 10 + Int(byte - 48)
            }
        }
        return (digits / 10_000, digits / 100 % 100, digits % 100)
    }

    /// The day of a time stamp; `nil` where the text is none.
    static func day(ofTimestamp text: String) -> CalendarDate? {
        if let moment = moment(text, written: canonical) ?? moment(text, written: compact) { return moment.day }
        return timestamp(text).flatMap { CalendarDate(iso: $0.prefix(10)) }
    }

    /// A time stamp as JSContact has it (`1995-10-31T22:27:10Z`); `nil` where the text is none.
    static func timestamp(_ text: String) -> String? {
        if moment(text, written: canonical) != nil { return text }
        if let (day, time) = moment(text, written: compact) { return timestamp(day, time / 10_000, time / 100 % 100, time % 100) }
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
        return timestamp(day, hour, minute, second)
    }

    private static func timestamp(_ day: CalendarDate, _ hour: Int, _ minute: Int, _ second: Int) -> String {
        String(unsafeUninitializedCapacity: 20) { text in
            var place = 0
            // Twenty bytes are written, for which there is room: four and five times two digits, and a sign behind each.
            func write(_ number: Int, _ divisors: [Int], _ sign: StaticString) {
                for divisor in divisors {
                    text[place] = UInt8(truncatingIfNeeded: 48 + number / divisor % 10)
                    place += 1
                }
                text[place] = sign.utf8Start[0]
                place += 1
            }
            write(day.year, [1000, 100, 10, 1], "-")
            write(day.month, [10, 1], "-")
            write(day.day, [10, 1], "T")
            write(hour, [10, 1], ":")
            write(minute, [10, 1], ":")
            write(second, [10, 1], "Z")
            return place
        }
    }

    /// JSContact's form of a time stamp, a `d` for each digit, and the basic one of ISO 8601.
    private static let canonical: StaticString = "dddd-dd-ddTdd:dd:ddZ"
    private static let compact: StaticString = "ddddddddTddddddZ"

    /// The day and the time, as six digits, of a time stamp of a form; `nil` for any other text.
    private static func moment(_ text: String, written form: StaticString) -> (day: CalendarDate, time: Int)? {
        guard text.utf8.count == form.utf8CodeUnitCount else { return nil }
        var digits = 0
        let isOfForm = VCardText.withBytes(of: text) { bytes in
            for place in bytes.indices {
                // The pointer is read at places below the form's length, which is the text's.
                let (byte, sign) = (bytes[place], form.utf8Start[place])
                if sign != UInt8(ascii: "d") {
                    guard byte == sign else { return false }
                } else {
                    guard byte.isDigit else { return false }
                    digits = digits * 10 + Int(byte - 48)
                }
            }
            return true
        }
        let (date, time) = (digits / 1_000_000, digits % 1_000_000)
        guard isOfForm, time / 10_000 < 24, time / 100 % 100 < 60, time % 100 < 61,
            let day = CalendarDate(year: date / 10_000, month: date / 100 % 100, day: date % 100)
        else { return nil }
        return (day, time)
    }
}
