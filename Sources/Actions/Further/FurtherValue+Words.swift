public import ContactModel
import Foundation

/// Who says values for people to read: in English, or in the language of a page.
public protocol Speaker {
    /// What is said in English, in the speaker's language; as it is where nobody translated it.
    func phrase(_ english: String) -> String
    /// A day.
    func day(_ date: CalendarDate) -> String
    /// A day of which parts may be unknown.
    func day(_ date: PartialDate) -> String
    /// A number of bytes.
    func size(_ bytes: Int64) -> String
    /// The code of the language spoken.
    var code: String { get }
}

/// Says values as the command line does.
public struct EnglishSpeaker: Speaker {
    /// Makes one.
    public init() {}

    /// As it is.
    public func phrase(_ english: String) -> String { english }
    /// In ISO 8601.
    public func day(_ date: CalendarDate) -> String { date.description }
    /// In ISO 8601.
    public func day(_ date: PartialDate) -> String { date.description }
    /// “1.2 kB”.
    public func size(_ bytes: Int64) -> String {
        let (units, most) = (["B", "kB", "MB", "GB"], 3)
        var (value, unit) = (Double(max(0, bytes)), 0)
        while value >= 1000, unit < most { (value, unit) = (value / 1000, unit + 1) }
        let tenths = Int((value * 10).rounded())
        return unit == 0 || tenths >= 100 ? "\(Int(value.rounded())) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
    /// `en`.
    public var code: String { "en" }
}

extension FurtherValue.Kind {
    /// What it is called, in English; empty for what goes by its source's own name.
    public var words: String {
        switch self {
        case .photo: "Photo"
        case .logo: "Logo"
        case .role: "Role"
        case .department: "Department"
        case .messenger: "Messenger"
        case .wedding: "Anniversary"
        case .dayOfDeath: "Day of death"
        case .placeOfBirth: "Place of birth"
        case .placeOfDeath: "Place of death"
        case .location: "Place on the map"
        case .timeZone: "Time zone"
        case .countryCode: "Country code"
        case .language: "Speaks"
        case .pronouns: "Pronouns"
        case .gender: "Gender"
        case .grammaticalGender: "Grammatical gender"
        case .hobby: "Hobby"
        case .interest: "Interest"
        case .expertise: "Knows about"
        case .related: "Related person"
        case .member: "Member"
        case .contactPage: "Contact page"
        case .calendar: "Calendar"
        case .freeBusy: "Free and busy times"
        case .scheduling: "Address for invitations"
        case .directory: "Directory"
        case .userName: "User name"
        case .key: "Key"
        case .sound: "Sound"
        case .messages: "Messages"
        case .mail: "Mail"
        case .meetings: "Meetings"
        case .invitation: "Invitation"
        case .endorsements: "Endorsements"
        case .recommendations: "Recommendations"
        case .noteDays: "Days of the notes"
        case .knownSince: "Since"
        case .follows: "Follows"
        case .malformedEmail: "No e-mail address"
        case .other: ""
        case .sortedAs: "Sorted as"
        case .entryKind: "Kind of entry"
        case .entryLanguage: "Language of the entry"
        case .created: "Entry written"
        case .updated: "Entry changed"
        case .identifier: "Id at the source"
        case .program: "Written by"
        }
    }

    /// Whether what it says are words of ours.
    fileprivate var isTold: Bool {
        switch self {
        case .messages, .mail, .meetings, .invitation, .endorsements, .recommendations, .noteDays, .follows, .grammaticalGender: true
        default: false
        }
    }
}

extension FurtherValue {
    /// What it is called.
    public func name(_ speaker: some Speaker) -> String { kind == .other ? ownName : speaker.phrase(kind.words) }

    /// What it says, in words; of data what it is and how large.
    public func words(_ speaker: some Speaker) -> String {
        switch content {
        case .text(let text):
            kind == .language ? Self.language(text, speaker) : kind.isTold ? speaker.phrase(text) : Self.shown(text, speaker)
        case .uri(let uri): uri
        case .day(let date): speaker.day(date)
        case .data(let data):
            speaker.phrase("\(noun(data)), {size}".replacing("{size}", with: speaker.size(Int64(data.byteCount))))
        case .facts(let facts):
            facts.map { fact in
                let (name, text) = (fact.name.replacing("_", with: " "), Self.shown(fact.text, speaker))
                return kind.isTold ? "\(speaker.phrase(name)): \(speaker.phrase(text))" : "\(name): \(text)"
            }.joined(separator: " · ")
        }
    }

    /// What is said of it: “spouse”, “high”.
    public func remarks(_ speaker: some Speaker) -> [String] { notes.map { speaker.phrase($0) } }

    private func noun(_ data: EmbeddedData) -> String {
        switch kind {
        case .key: "a key"
        case .sound: "a sound"
        case _ where data.pictureType != nil || data.mediaType.hasPrefix("image/"): "a picture"
        default: "data"
        }
    }

    /// A day, or the day of a time stamp, as a day; any other text as it is.
    private static func shown(_ text: String, _ speaker: some Speaker) -> String {
        if let day = CalendarDate(iso: text) { return speaker.day(day) }
        guard text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) != nil, let day = CalendarDate(iso: text.prefix(10)) else {
            return text
        }
        return speaker.day(day)
    }

    private static func language(_ tag: String, _ speaker: some Speaker) -> String {
        Locale(identifier: speaker.code).localizedString(forIdentifier: tag) ?? tag
    }
}
