/// What a file of LinkedIn's archive is called, without what drifts: case, blanks, underscores, copy marks, numbers, extensions.
///
/// A name is only ever a hint: which list a file holds is told by its header. But names alone say which files must not be opened.
struct LinkedInFileName: Hashable, Sendable {
    /// The folder it lies in, with every folder above; empty at the top.
    let folder: String
    /// The name in lower case, without blanks, underscores and dashes, without extension, number and copy mark: `memberfollows`.
    let stem: String
    /// The number behind the name: `_1` of a continuation part, or a member's id.
    let number: Int?
    /// Whether a browser or a file manager marked it as another copy: ` (1)`, ` - Copy`.
    let isMarkedAsCopy: Bool
    /// Whether the name begins with a full stop.
    let isHidden: Bool
    /// The last extension in lower case, without dot.
    let fileExtension: String

    /// Takes a member's path apart.
    init(_ path: String) {
        let parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        folder = parts.dropLast().joined(separator: "/")
        var name = (parts.last.map(String.init) ?? "").lowercased()
        isHidden = name.first == "."
        var last = ""
        while let dot = name.lastIndex(of: "."), name.distance(from: dot, to: name.endIndex) <= 6, dot != name.startIndex {
            let text = String(name[name.index(after: dot)...])
            guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }), !text.isEmpty else { break }
            if last.isEmpty { last = text }
            name = String(name[..<dot])
        }
        fileExtension = last
        var isCopy = false
        while true {
            if name.hasSuffix(")"), let open = name.lastIndex(of: "("),
                name[name.index(after: open)...].dropLast().allSatisfy({ $0.isASCII && $0.isNumber }), open != name.startIndex
            {
                name = String(name[..<open]).trimmingSpaces
            } else if let mark = [" - copy", " copy", " - kopie", " kopie"].first(where: { name.hasSuffix($0) }) {
                name = String(name.dropLast(mark.count)).trimmingSpaces
            } else {
                break
            }
            isCopy = true
        }
        isMarkedAsCopy = isCopy
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
        let mark = name.dropLast(digits.count).last
        if !digits.isEmpty, let value = Int(String(digits.reversed())), mark == "_" || mark == "-", digits.count + 1 < name.count {
            number = value
            name = String(name.dropLast(digits.count + 1))
        } else {
            number = nil
        }
        stem = String(name.filter { $0 != " " && $0 != "_" && $0 != "-" })
    }

    /// Whether it is a by-product of a file manager or an archiver, not a file anybody made.
    var isOfTheSystem: Bool {
        isHidden || folder.split(separator: "/").contains("__MACOSX") || stem == "thumbs" && fileExtension == "db"
            || stem == "desktop" && fileExtension == "ini"
    }

    /// Whether LinkedIn's file of this name holds network addresses, payments or identity data: it is not opened.
    var isPrivate: Bool { Self.privateStems.contains(stem) || folder.lowercased().split(separator: "/").last == "verifications" }

    /// Whether it is one of LinkedIn's files of messages with its coaches and guides, whose header is that of messages.
    var holdsMessagesOfPrograms: Bool {
        stem != "messages" && stem.hasSuffix("messages")
            && ["guide", "coach", "learning", "roleplay"].contains { stem.contains($0) }
    }

    /// Whether LinkedIn's file of this name is known to hold no contacts.
    var holdsNoContacts: Bool { isNamedForNoContacts || ["jpg", "jpeg", "png", "gif", "html", "htm", "mp4"].contains(fileExtension) }

    /// The same of a file by itself: pictures and pages are LinkedIn's only in its archive.
    var isNamedForNoContacts: Bool {
        if Self.stemsWithoutContacts.contains(stem) || holdsMessagesOfPrograms { return true }
        let folder = folder.lowercased().split(separator: "/").last
        return folder == "jobs" || folder == "articles" || folder == "services marketplace"
    }

    /// Whether LinkedIn's file of this name holds contacts.
    var holdsContacts: Bool { Self.stemsWithContacts.contains(stem) }

    private static let stemsWithContacts: Set<String> = [
        "connections", "messages", "invitations", "contacts", "importedcontacts", "notes", "endorsementreceivedinfo",
        "endorsementgiveninfo",
        "recommendationsreceived", "recommendationsgiven", "memberfollows", "profile", "positions", "emailaddresses", "phonenumbers",
        "linkedinconnectionsexportmicrosoftoutlook", "linkedinconnectionsexportoutlookexpress", "linkedinconnectionsexportyahoo",
    ]

    private static let privateStems: Set<String> = [
        "richmedia", "adsclicked", "lanadsengagement", "inferencesaboutyou", "receiptsv2", "receipts", "receiptslbp", "securitychallenges",
        "logins", "loginattempts", "privateidentityasset", "verifications", "identitycredentialsandassets",
    ]

    private static let stemsWithoutContacts: Set<String> = [
        "comments", "reactions", "likes", "votes", "shares", "instantreposts", "saveditems", "hashtagfollows", "companyfollows", "learning",
        "adtargeting", "savedjobalerts", "savedjobs", "jobapplications", "jobseekerpreferences", "jobapplicantsavedanswers",
        "jobapplicantsavedscreeningquestionresponses", "onlinejobpostings", "jobpostings", "events", "calendar", "searchqueries",
        "education", "skills", "languages", "courses", "certifications", "honors", "projects", "publications", "patents", "testscores",
        "organizations", "volunteering", "volunteeringexperiences", "causesyoucareabout", "profilesummary", "registration",
        "whatsappphonenumbers", "accountstatushistory", "mobileapplications", "groups", "articles", "reviews", "trustedgraph",
        "marketplaceengagements", "marketplaceproviders", "marketplaceopportunities", "talentquestionsavedresponse",
    ]
}

extension String {
    /// The text without blanks at its end.
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
