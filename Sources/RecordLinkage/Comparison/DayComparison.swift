import ContactModel

/// Days compared as `DateReading` packs them: `yyyymmdd`, with 0 for a part that is not known.
enum DayComparison {
    /// How near two different days are, as a level of `Comparison.Simple`.
    static func level(_ a: UInt32, _ b: UInt32) -> UInt8 {
        let (yearA, monthA, dayA) = parts(a)
        let (yearB, monthB, dayB) = parts(b)
        var differing = 0
        var (x, y) = (a, b)
        while x != 0 || y != 0 {
            if x % 10 != y % 10 { differing += 1 }
            x /= 10
            y /= 10
        }
        if differing == 1 { return Comparison.Simple.close }
        let isTurned = yearA == yearB && monthA == dayB && dayA == monthB
        if isTurned || differing == 2 && isTransposed(a, b) { return Comparison.Simple.close }
        let shared = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0)
        if shared == 2 { return Comparison.Simple.part }
        if yearA == yearB { return Comparison.Simple.far }
        return Comparison.Simple.different
    }

    /// Whether two birthdays can't be one person's: both known in full, and more apart than a slip of the pen.
    ///
    /// Slips are a digit or two changed places, day and month changed places, and the next day, which calendars make of a day they keep in
    /// another time zone. Days that programs write where they know none, and years in which nobody was born whom one could meet, contradict
    /// nothing.
    static func contradict(_ a: UInt32, _ b: UInt32) -> Bool {
        guard a != b, level(a, b) > Comparison.Simple.close, !placeholders.contains(a), !placeholders.contains(b) else { return false }
        guard let first = day(a), let second = day(b) else { return false }
        return min(first.year, second.year) > 1850 && abs(first.daysSince1970 - second.daysSince1970) > 1
    }

    /// Whether a birthday is known in full and can contradict another.
    static func tells(_ packed: UInt32) -> Bool { !placeholders.contains(packed) && (day(packed).map { $0.year > 1850 } ?? false) }

    /// Where the calendars of programs begin.
    private static let placeholders: Set<UInt32> = [1899_12_30, 1900_01_01, 1904_01_01, 1970_01_01]

    private static func parts(_ day: UInt32) -> (year: UInt32, month: UInt32, day: UInt32) { (day / 10_000, day / 100 % 100, day % 100) }

    private static func day(_ packed: UInt32) -> CalendarDate? {
        let (year, month, day) = parts(packed)
        return CalendarDate(year: Int(year), month: Int(month), day: Int(day))
    }

    private static func isTransposed(_ a: UInt32, _ b: UInt32) -> Bool {
        var power: UInt32 = 1
        for _ in 0..<7 {
            let (x, y) = (a / power % 10, a / (power * 10) % 10)
            if b / power % 10 == y, b / (power * 10) % 10 == x, x != y { return true }
            power *= 10
        }
        return false
    }
}
