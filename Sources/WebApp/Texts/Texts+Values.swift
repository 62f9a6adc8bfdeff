public import ContactModel
import Vault

extension Texts {
    /// A moment of the log, `2026-11-23T16:24:03.120Z`, as day and time (UTC).
    public func moment(_ timestamp: String) -> String {
        guard let day = CalendarDate(iso: timestamp.prefix(10)) else { return timestamp }
        return "\(self.day(day)), \(timestamp.dropFirst(11).prefix(5))"
    }

    /// A moment in milliseconds since 1970, to the minute: “25 Nov 2026, 21:05 (UTC)”.
    func minute(_ milliseconds: UInt64) -> String {
        let (day, minutes) = (CalendarDate(daysSince1970: Int(clamping: milliseconds / 86_400_000)), milliseconds / 60_000 % 1440)
        func two(_ number: UInt64) -> String { (number < 10 ? "0" : "") + String(number) }
        return "\(self.day(day)), \(two(minutes / 60)):\(two(minutes % 60)) (UTC)"
    }

    /// A day of which the year may be unknown, or only the year known: “2 Dec 1966”, “2 Dec”.
    public func day(_ date: PartialDate) -> String {
        guard let month = date.month, let day = date.day, months.indices.contains(month - 1) else { return date.description }
        let text = self("pictureDay", ["d": String(day), "m": months[month - 1], "y": date.year.map { String($0) } ?? ""])
        return text.split(separator: " ").joined(separator: " ")
    }

    /// What the owner put into a field, or took out, as it is shown.
    public func value(_ text: String, of field: EditableField) -> String {
        switch field {
        case .address: PostalAddress(text: text).line
        case .birthday: PartialDate(text).map { day($0) } ?? text
        case .given, .family, .company, .title, .email, .phone, .url, .nickname: text
        }
    }

    /// A number of bytes: “4.2 MB”, “4,2 MB”.
    public func size(_ bytes: Int64) -> String {
        let units = ["B", "kB", "MB", "GB", "TB"]
        var (value, unit) = (Double(max(0, bytes)), 0)
        while value >= 1000, unit < units.count - 1 { (value, unit) = (value / 1000, unit + 1) }
        let tenths = Int((value * 10).rounded())
        let mark = language == .german ? "," : "."
        return unit == 0 || tenths >= 100 ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10)\(mark)\(tenths % 10) \(units[unit])"
    }

    /// The text of a key that ends in a stable word with dashes, such as a problem's code, with its values put in; the word itself where
    /// there is no text for it.
    func word(_ prefix: String, _ word: String, _ values: [String: String] = [:]) -> String {
        let key = "\(prefix)_\(word.replacing("-", with: "_"))"
        return has(key) ? self(key, values) : word.replacing("-", with: " ")
    }

    /// What a source calls one of several addresses or numbers, in the page's language where it is one of the usual words.
    func label(_ label: String) -> String {
        let key = "label_\(label.lowercased().replacing(" ", with: "_"))"
        return has(key) ? self(key) : label
    }
}
