import ContactModel

/// A service one's contacts can be had from: what it is called, and how long it takes with an archive.
public struct Service: Sendable {
    /// The word the command line uses.
    public var name: String
    /// What people call it.
    public var title: String
    /// After so many minutes the first part comes, where there is one.
    public var firstPartMinutes: Int?
    /// Usually it is there after so many hours; 0 where it is had at once.
    public var usualHours: Int
    /// At the latest it is there after so many hours.
    public var latestHours: Int
    /// For so many hours the link to it works; `nil` where there is no link.
    public var linkHours: Int?
    /// The names its sources begin with in the vault.
    public var sources: [String]

    /// All services there is a guide for, in the order they are listed.
    public static let all: [Service] = [
        // LinkedIn's help (a1339364): minutes for some categories, 24 hours for the archive, 72 hours for the link; up to 72 were seen.
        Service(
            name: "linkedin", title: "LinkedIn", firstPartMinutes: 10, usualHours: 24, latestHours: 72, linkHours: 72, sources: ["LinkedIn"]
        ),
        Service(name: "google", title: "Google Contacts", usualHours: 1, latestHours: 72, linkHours: 7 * 24, sources: ["Google"]),
        Service(name: "outlook", title: "Outlook and Microsoft 365", usualHours: 0, latestHours: 0, sources: ["Outlook"]),
        Service(name: "apple", title: "Apple Contacts and iCloud", usualHours: 0, latestHours: 7 * 24, sources: ["Apple", "iCloud"]),
        Service(name: "facebook", title: "Facebook", usualHours: 24, latestHours: 7 * 24, linkHours: 4 * 24, sources: ["Facebook"]),
        Service(name: "instagram", title: "Instagram", usualHours: 48, latestHours: 30 * 24, linkHours: 4 * 24, sources: ["Instagram"]),
        Service(name: "x", title: "X (Twitter)", usualHours: 24, latestHours: 7 * 24, sources: ["X", "Twitter"]),
        Service(name: "xing", title: "XING", usualHours: 72, latestHours: 30 * 24, sources: ["XING"]),
        Service(name: "carddav", title: "A CardDAV server", usualHours: 0, latestHours: 0, sources: []),
    ]

    init(
        name: String, title: String, firstPartMinutes: Int? = nil, usualHours: Int, latestHours: Int, linkHours: Int? = nil,
        sources: [String]
    ) {
        self.name = name
        self.title = title
        self.firstPartMinutes = firstPartMinutes
        self.usualHours = usualHours
        self.latestHours = latestHours
        self.linkHours = linkHours
        self.sources = sources
    }

    /// The service of a name, in any case; `nil` where there is none.
    public static func named(_ name: String) -> Service? {
        let name = name.lowercased()
        return all.first { $0.name == (name == "twitter" ? "x" : name == "icloud" ? "apple" : name) }
    }
}
