import ContactModel

/// Which of many backups to keep: the newest of each of the last days, weeks, months and years that have one.
public struct KeepPolicy: Equatable, Sendable {
    /// How many days.
    public var days: Int
    /// How many weeks.
    public var weeks: Int
    /// How many months.
    public var months: Int
    /// How many years.
    public var years: Int

    /// Makes a policy.
    public init(days: Int = 0, weeks: Int = 0, months: Int = 0, years: Int = 0) {
        self.days = days
        self.weeks = weeks
        self.months = months
        self.years = years
    }

    /// Reads a policy as it is written on the command line, `7d,4w,12m`; `nil` where it isn't one or would keep nothing.
    public init?(_ text: String) {
        self.init()
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let unit = part.last, let count = Int(part.dropLast()), count > 0, count <= 10_000 else { return nil }
            switch unit {
            case "d": days = count
            case "w": weeks = count
            case "m": months = count
            case "y": years = count
            default: return nil
            }
        }
    }

    /// The backups that may go, of those made on these days; the newest of all is always kept.
    ///
    /// - Parameter made: each backup with the day it was made, in any order; of one day the later one has the greater name.
    public func superfluous(_ made: [BackupName]) -> [BackupName] {
        let newestFirst = made.sorted { $0.stamp > $1.stamp }
        var kept: Set<BackupName> = Set(newestFirst.prefix(1))
        func keep(_ most: Int, per period: (BackupName) -> Int) {
            var seen: Set<Int> = []
            for backup in newestFirst where seen.count < most {
                if seen.insert(period(backup)).inserted { kept.insert(backup) }
            }
        }
        keep(days) { $0.day.daysSince1970 }
        // 1970-01-01 was a Thursday; weeks begin on Monday (ISO 8601).
        keep(weeks) { ($0.day.daysSince1970 + 3) / 7 }
        keep(months) { $0.day.year * 12 + $0.day.month }
        keep(years) { $0.day.year }
        return newestFirst.filter { !kept.contains($0) }
    }
}
