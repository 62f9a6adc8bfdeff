import ContactModel
import ContactQuality

/// How likely a value still holds, in words for people.
enum OutlookText {
    /// “probably out of date (95 %): an address of “Sample Ltd”, a former company”
    static func words(for outlook: Outlook) -> String {
        let words =
            switch outlook.standing {
            case .likely: "likely still right (\(outlook.percent) %)"
            case .perhaps: "perhaps still right (\(outlook.percent) %)"
            case .unlikely: "probably out of date (\(outlook.percent) %)"
            }
        guard outlook.isWorthExplaining else { return words }
        let reason =
            switch outlook.reason {
            case .said(let confirmed): "last confirmed in \(confirmed.lastConfirmed.year)"
            case .ofConfirmedCompany(let company, let confirmed):
                "an address of “\(company)”, which was confirmed later, in \(confirmed.lastConfirmed.year)"
            case .ofFormerCompany(let company): "an address of “\(company)”, a former company"
            }
        return "\(words): \(reason)"
    }
}
