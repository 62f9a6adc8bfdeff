public import ContactModel

/// Reads the dates of tables: as LinkedIn and other services write them, and as spreadsheets re-write them.
///
/// The shapes (measured or reported, `docs/formats/linkedin.md`): `20 Nov 2018`; `9/25/17, 3:45 AM`, always month first;
/// `2026/07/28 13:20:49 UTC`; `2026-02-09 01:21:47`; `Sat Sep 05 08:12:14 UTC 2026`; `Jan 2020`; `2020`; `Jan 2, 1990`; and after a
/// spreadsheet `9-May-22`, `20-nov-20` and month names in many languages, `31.12.2021`, `31.12.21`, ISO 8601, `03/04/2022`, `2022年2月7日`,
/// `2022년 2월 7일`, day numbers.
/// Two-digit years are 20xx. Only a date's day is read: no file says in which zone its times are.
///
/// `03/04/2022` says nothing about its order, and `22-02-07` not even where its year is: 7 February 2022 in Canada, 22 February 2007 in the
/// Netherlands. A date never decides that for itself unless its numbers do; the column it stands in may (`Survey`). No text traps, and a
/// text that is no date never becomes one.
public enum TableDate {
    /// Which number of `03/04/2022` is the day, and of `22-02-07` the year.
    public enum Order: Hashable, Sendable {
        /// 3 April.
        case dayFirst
        /// 4 March.
        case monthFirst
        /// 7 February 2022.
        case yearFirst
    }

    /// What a text says as a date.
    public enum Reading: Hashable, Sendable {
        /// Nothing: the text is empty.
        case empty
        /// A day.
        case day(CalendarDate)
        /// Less than a day: a month of a year, a year, a day of no year.
        case partial(PartialDate)
        /// One of two days; which one, only other dates of the same column can tell.
        case ambiguous
        /// No date, or a day that does not exist.
        case unreadable
    }

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: the cell, with or without blanks around it.
    ///   - order: the order the column has proven (`Survey.order`), if it has.
    ///   - allowsSerials: whether a whole number from 20000 to 60000 is a spreadsheet's count of days since 1899-12-30; only in a column
    ///     known to hold dates.
    public static func read(_ text: some StringProtocol, order: Order? = nil, allowsSerials: Bool = false) -> Reading {
        let bytes = Array(text.utf8)
        return read(bytes.span, order: order, allowsSerials: allowsSerials)
    }

    /// Reads a cell's UTF-8.
    public static func read(_ bytes: Span<UInt8>, order: Order? = nil, allowsSerials: Bool = false) -> Reading {
        if let date = usualShape(bytes) { return .day(date) }
        guard let parts = Parts(bytes) else { return .unreadable }
        return parts.reading(order: order, allowsSerials: allowsSerials)
    }

    /// Reads a day of birth, which may lack its year; `nil` where the text is none, or can be two days. Two-digit years are left out:
    /// nothing says of which century they are.
    public static func birthday(_ text: some StringProtocol) -> PartialDate? {
        let bytes = Array(text.utf8)
        guard let parts = Parts(bytes.span) else { return nil }
        switch parts.reading(order: nil, allowsSerials: false) {
        case .day(let date):
            return PartialDate(year: parts.hasShortYear ? nil : date.year, month: date.month, day: date.day)
        case .partial(let date): return date
        case .empty, .ambiguous, .unreadable: return nil
        }
    }

    /// The day of a text in the shape of every untouched file of today, `08 Feb 2026`.
    @inline(__always)
    static func usualShape(_ bytes: Span<UInt8>) -> CalendarDate? {
        guard bytes.count == 11, bytes[2] == 0x20, bytes[6] == 0x20 else { return nil }
        let month = MonthNames.english(bytes[3] | 0x20, bytes[4] | 0x20, bytes[5] | 0x20)
        guard let month, let tens = digit(bytes[0]), let ones = digit(bytes[1]) else { return nil }
        guard let first = digit(bytes[7]), let second = digit(bytes[8]), let third = digit(bytes[9]), let fourth = digit(bytes[10]) else {
            return nil
        }
        let year = first * 1000 + second * 100 + third * 10 + fourth
        guard Parts.years.contains(year) else { return nil }
        return CalendarDate(year: year, month: month, day: tens * 10 + ones)
    }

    @inline(__always)
    private static func digit(_ byte: UInt8) -> Int? {
        byte >= 48 && byte <= 57 ? Int(byte - 48) : nil
    }
}
