import ContactModel

/// The day in a mail's date, in every shape dates are written (RFC 5322 §3.3 and §4.3, RFC 850, asctime, ISO 8601, localised ones).
///
/// It is the day on the sender's clock, as written: the zone is not looked at, so that the day is the one people remember. Two-digit years
/// are of 1950 to 2049 and three-digit ones count from 1900 (RFC 5322 §4.3). A day that could be read in two ways is none.
enum MailDate {
    private enum Token {
        case number(Int, digits: Int)
        case month(Int)
        case separator(UInt8)
    }

    /// The day; `nil` where the text holds none.
    static func day(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CalendarDate? {
        if let day = regular(bytes, range) { return day }
        let tokens = tokens(bytes, range)
        var numbers: [(value: Int, digits: Int)] = []
        var month: Int?
        var monthPlace = 0
        for token in tokens {
            switch token {
            case .number(let value, let digits): numbers.append((value, digits))
            case .month(let number):
                // The last one: `mar` is Tuesday in Spanish, Italian and French.
                month = number
                monthPlace = numbers.count
            case .separator: break
            }
        }
        if let month { return day(month: month, before: numbers[..<monthPlace], after: numbers[monthPlace...]) }
        return numeric(tokens)
    }

    /// `Mon, 2 Jan 2023 …` or `2 Jan 2023 …`, as nearly all are.
    private static func regular(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CalendarDate? {
        var place = range.lowerBound
        let end = range.upperBound
        while place < end, bytes[place].isMailSpace { place += 1 }
        if place + 4 < end, bytes[place].isASCIILetter, bytes[place + 3] == 0x2C { place += 4 }
        while place < end, bytes[place] == 0x20 { place += 1 }
        guard place + 11 <= end, bytes[place].isDigit else { return nil }
        var day = Int(bytes[place] - 48)
        place += 1
        if bytes[place].isDigit {
            day = day * 10 + Int(bytes[place] - 48)
            place += 1
        }
        guard place + 9 <= end, bytes[place] == 0x20, bytes[place + 4] == 0x20,
            let month = MonthNames.english(
                bytes[place + 1].asciiLowercased, bytes[place + 2].asciiLowercased, bytes[place + 3].asciiLowercased)
        else { return nil }
        var year = 0
        for digit in place + 5..<place + 9 {
            guard bytes[digit].isDigit else { return nil }
            year = year * 10 + Int(bytes[digit] - 48)
        }
        guard place + 9 == end || !bytes[place + 9].isDigit else { return nil }
        return plausible(year: year, month: month, day: day)
    }

    /// The numbers and months of a text; times, zones, weekdays and comments are left out.
    private static func tokens(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Token] {
        var tokens: [Token] = []
        var place = range.lowerBound
        let end = min(range.upperBound, range.lowerBound + 200)
        while place < end, tokens.count < 40 {
            let byte = bytes[place]
            if byte.isDigit {
                let start = place
                var value = 0
                while place < end, bytes[place].isDigit {
                    value = min(value * 10 + Int(bytes[place] - 48), 99_999_999)
                    place += 1
                }
                let isTime = place < end && bytes[place] == 0x3A || start > range.lowerBound && bytes[start - 1] == 0x3A
                let isZone =
                    start > range.lowerBound && (bytes[start - 1] == 0x2B || bytes[start - 1] == 0x2D) && place - start == 4
                    && !(start > range.lowerBound + 1 && (bytes[start - 2].isDigit || bytes[start - 2].isASCIILetter))
                if isTime {
                    // The rest of the time, fractions and all.
                    while place < end, bytes[place].isDigit || bytes[place] == 0x3A || bytes[place] == 0x2E { place += 1 }
                } else if !isZone {
                    if place - start == 8, value >= 1900_01_01, value < 2200_00_00 {
                        tokens += [
                            .number(value / 10_000, digits: 4), .separator(0x2D), .number(value / 100 % 100, digits: 2), .separator(0x2D),
                        ]
                        value %= 100
                    }
                    tokens.append(.number(value, digits: min(place - start, 9)))
                }
            } else if byte.isASCIILetter || byte >= 0x80 {
                let start = place
                while place < end, bytes[place].isASCIILetter || bytes[place] >= 0x80 { place += 1 }
                if let month = month(bytes.array(start..<place)) { tokens.append(.month(month)) }
            } else if byte == 0x28 {
                while place < end, bytes[place] != 0x29 { place += 1 }
                place += 1
            } else {
                if byte == 0x2E || byte == 0x2F || byte == 0x2D { tokens.append(.separator(byte)) }
                place += 1
            }
        }
        return tokens
    }

    private static func month(_ word: [UInt8]) -> Int? {
        guard word.count >= 3, word.count <= 24 else { return nil }
        var folded = ""
        for scalar in TextEncoding.utf8.textOfMixedBytes(word).unicodeScalars {
            if let base = LetterFolding.base(of: scalar) { folded.unicodeScalars.append(base) }
        }
        let bytes = Array(folded.utf8)
        return bytes.count <= 16 ? MonthNames.month(bytes) : nil
    }

    private typealias Numbers = ArraySlice<(value: Int, digits: Int)>

    /// The day beside a month's name.
    private static func day(month: Int, before: Numbers, after: Numbers) -> CalendarDate? {
        /// A year is what has four digits, or can't be a day.
        func year(_ number: (value: Int, digits: Int)) -> Int? {
            switch number.digits {
            case 4: number.value
            case 3: number.value + 1900
            case 2: number.value + (number.value < 50 ? 2000 : 1900)
            default: nil
            }
        }
        if let first = before.last, before.count == 1 || first.digits <= 2 {
            if first.digits == 4, let day = after.first { return plausible(year: first.value, month: month, day: day.value) }
            if let second = after.first(where: { $0.digits >= 2 }), let year = year(second) {
                return plausible(year: year, month: month, day: first.value)
            }
            return nil
        }
        // `Jan 2, 2023`, `Mon Jan  2 15:04:05 2023`
        guard let day = after.first, day.digits <= 2, let second = after.dropFirst().first(where: { $0.digits >= 2 }),
            let year = year(second)
        else { return nil }
        return plausible(year: year, month: month, day: day.value)
    }

    /// `2023-01-02`, `02.01.2023`, `1/30/2023`; where both of the small numbers could be the month only the dot says which is.
    private static func numeric(_ tokens: [Token]) -> CalendarDate? {
        guard tokens.count >= 5, case .number(let first, let firstDigits) = tokens[0], case .separator(let sign) = tokens[1],
            case .number(let second, _) = tokens[2], case .separator = tokens[3], case .number(let third, let thirdDigits) = tokens[4]
        else { return nil }
        if firstDigits == 4 { return plausible(year: first, month: second, day: third) }
        guard firstDigits <= 2, thirdDigits == 4 || (thirdDigits == 2 && sign == 0x2E) else { return nil }
        let year = thirdDigits == 4 ? third : third + (third < 50 ? 2000 : 1900)
        if sign == 0x2E || first > 12 || first == second { return plausible(year: year, month: second, day: first) }
        if second > 12 { return plausible(year: year, month: first, day: second) }
        return nil
    }

    /// Mail is younger than 1970, and no clock is wrong by a century.
    private static func plausible(year: Int, month: Int, day: Int) -> CalendarDate? {
        (1970...2199).contains(year) ? CalendarDate(year: year, month: month, day: day) : nil
    }
}
