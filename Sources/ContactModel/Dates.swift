/// A day of the Gregorian calendar, without a time and without a zone.
///
/// Written as ISO 8601 (`2026-02-08`). Only days that exist can be made.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The day with these numbers, or `nil` where no such day exists.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, ofYear: year) else {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day written as `yyyy-MM-dd`, or `nil` for any other text.
    public init?(iso text: String) {
        guard text.utf8.count == 10 else { return nil }
        var digits = 0
        for (place, byte) in text.utf8.enumerated() {
            if place == 4 || place == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
            } else {
                guard byte >= 48, byte <= 57 else { return nil }
                digits = digits * 10 + Int(byte - 48)
            }
        }
        self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    }

    /// Reads `2026-11-23`, a part of another text.
    public init?(iso text: some StringProtocol) { self.init(iso: String(text)) }

    /// The day that lies `days` after 1970-01-01 (before it where negative); days outside the years 1 to 9999 stop at their ends.
    public init(daysSince1970 days: Int) {
        // The civil-from-days algorithm over eras of 400 years.
        let bounded = min(max(days, -719_162), 2_932_896)
        let shifted = bounded + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Whole days from 1970-01-01 to this day.
    public var daysSince1970: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day as ISO 8601: `2026-02-08`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(10)
        appendISO(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the ten ASCII bytes of the ISO 8601 form.
    public func appendISO(to bytes: inout [UInt8]) {
        func append(_ value: Int, digits: Int) {
            var divisor = digits == 4 ? 1000 : 10
            while divisor > 0 {
                bytes.append(UInt8(48 + value / divisor % 10))
                divisor /= 10
            }
        }
        append(year, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        append(month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        append(day, digits: 2)
    }

    /// Earlier days come first.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// How many days a month has.
    public static func days(inMonth month: Int, ofYear year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

/// A date of which parts may be unknown, such as a birthday without its year (RFC 9553 §2.8.1, `PartialDate`).
public struct PartialDate: Hashable, Sendable, CustomStringConvertible {
    /// The year, if known.
    public var year: Int?
    /// The month, 1 to 12, if known.
    public var month: Int?
    /// The day of the month, if known; never without a month.
    public var day: Int?

    /// The date with these parts, or `nil` where nothing is known or a part is out of its range.
    public init?(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        guard year != nil || month != nil, day == nil || month != nil else { return nil }
        if let year, !(1...9999).contains(year) { return nil }
        if let month, !(1...12).contains(month) { return nil }
        if let day, let month, !(1...CalendarDate.days(inMonth: month, ofYear: year ?? 2000)).contains(day) { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads the form of `description`; `nil` for anything else.
    public init?(_ description: some StringProtocol) {
        let isYearless = description.hasPrefix("--")
        let numbers = description.split(separator: "-").map { part in part.allSatisfy(\.isNumber) ? Int(part) : nil }
        guard !numbers.isEmpty, numbers.count <= (isYearless ? 2 : 3), !numbers.contains(nil) else { return nil }
        let parts = (isYearless ? [nil] : []) + numbers + [nil, nil]
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }

    /// The date in vCard 4's form (RFC 6350 §4.3.1) with dashes: `1990-01-02`, `1990-01`, `1990`, `--01-02`.
    public var description: String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var text = "--"
        if let year { text = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year) }
        if let month {
            text += (year == nil ? "" : "-") + two(month)
            if let day { text += "-" + two(day) }
        }
        return text
    }
}
