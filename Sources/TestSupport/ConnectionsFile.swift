import ContactModel

/// A list of connections as a CSV file: LinkedIn's own layouts, and what spreadsheets make of them.
public enum ConnectionsFile: String, CaseIterable, Sendable {
    /// Seven columns with URL, behind LinkedIn's notes (since 2023).
    case withURL
    /// Six columns without URL, behind LinkedIn's notes (2018 to 2023).
    case withoutURL
    /// Six columns, `M/d/yy, h:mm a` for days, no notes (2017 to 2018).
    case withTimes
    /// Seven columns, saved again by a German spreadsheet: byte order mark, semicolons, `dd.MM.yyyy`, CR LF.
    case resavedInGerman
    /// Seven columns, their order changed and URLs percent-encoded, by somebody's own program.
    case rearranged

    /// Whether the layout has the profile's address.
    public var hasURL: Bool { self != .withoutURL && self != .withTimes }

    /// The bytes of the file.
    public func bytes(_ rows: [InventedNetwork.Row]) -> [UInt8] {
        var lines: [String] = []
        switch self {
        case .withURL, .withoutURL:
            lines = ["Notes:", Self.quoted(Self.notes, separator: ","), ""]
        case .withTimes, .resavedInGerman, .rearranged: break
        }
        let separator = self == .resavedInGerman ? ";" : ","
        lines.append(header.joined(separator: separator))
        for row in rows { lines.append(cells(row).map { Self.quoted($0, separator: separator) }.joined(separator: separator)) }
        let end = self == .resavedInGerman ? "\r\n" : "\n"
        let mark: [UInt8] = self == .resavedInGerman ? [0xEF, 0xBB, 0xBF] : []
        return mark + Array((lines.joined(separator: end) + end).utf8)
    }

    private var header: [String] {
        switch self {
        case .withURL, .resavedInGerman:
            ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]
        case .withoutURL, .withTimes: ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"]
        case .rearranged: ["Connected On", "Position", "Company", "Email Address", "URL", "Last Name", "First Name"]
        }
    }

    private func cells(_ row: InventedNetwork.Row) -> [String] {
        let url = "https://www.linkedin.com/in/" + row.slug
        let (email, day) = (row.email ?? "", self.day(row.connectedOn))
        return switch self {
        case .withURL, .resavedInGerman: [row.given, row.family, url, email, row.company, row.title, day]
        case .withoutURL, .withTimes: [row.given, row.family, email, row.company, row.title, day]
        case .rearranged: [day, row.title, row.company, email, url, row.family, row.given]
        }
    }

    private func day(_ day: CalendarDate) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return switch self {
        case .withURL, .withoutURL, .rearranged: "\(two(day.day)) \(months[day.month - 1]) \(day.year)"
        case .withTimes: "\(day.month)/\(day.day)/\(two(day.year % 100)), 3:45 AM"
        case .resavedInGerman: "\(two(day.day)).\(two(day.month)).\(day.year)"
        }
    }

    private static func quoted(_ text: String, separator: String) -> String {
        guard text.contains(separator) || text.contains("\"") || text.contains("\n") else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    private static let notes =
        "When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email "
        + "addresses for connections who have allowed their connections to see or download their email address using this setting "
        + "https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261"
}
