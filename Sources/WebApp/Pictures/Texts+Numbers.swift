public import ContactModel
import ContactQuality

extension Texts {
    /// A part of a whole in percent, in the language's way: “62%”, “62 %”; “<1%” for little, and never 100 while something is missing.
    func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return self("picturePercent", ["n": "0"]) }
        var percent = Int((100 * Double(part) / Double(whole)).rounded())
        if percent == 0, part > 0 { return self("picturePercent", ["n": "<1"]) }
        if percent >= 100, part < whole { percent = 99 }
        return self("picturePercent", ["n": String(percent)])
    }

    /// A day as the language writes it: “8 Feb 2026”, “8. Feb. 2026”.
    public func day(_ day: CalendarDate) -> String {
        self("pictureDay", ["d": String(day.day), "m": months[day.month - 1], "y": String(day.year)])
    }

    /// A month of a year: “Mar 2020”, “März 2020”.
    func month(_ month: NetworkGrowth.Month) -> String {
        months.indices.contains(month.month - 1) ? "\(months[month.month - 1]) \(month.year)" : String(month.year)
    }

    /// The months, short.
    var months: [String] {
        let names = self("pictureMonths").split(separator: " ").map(String.init)
        return names.count == 12 ? names : Array(repeating: "", count: 12)
    }

    /// A time the owner needs, in words: “about 5 minutes”, “about 3 hours”.
    func duration(minutes: Int) -> String {
        minutes < 100 ? self("pictureMinutes", count: minutes) : self("pictureHours", count: (minutes + 30) / 60)
    }
}
