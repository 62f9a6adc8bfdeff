import ContactModel

extension HandOverProfile {
    /// The keys of a profile, in the order they are told.
    public static let keys = [
        "name", "email", "company", "title", "phone", "conflicts", "accepted guesses", "minimum probability", "require",
    ]

    /// What a profile says for a key, in the words ``read(_:)`` understands; empty where it asks for nothing, or there is no such key.
    public func value(of key: String) -> String {
        switch key {
        case "name": asksForName ? "known" : "not needed"
        case "email": email.rawValue
        case "company": company.text
        case "title": title.text
        case "phone": phone.text
        case "conflicts": allowsConflicts ? "allowed" : "none"
        case "accepted guesses": allowsAcceptedGuesses ? "allowed" : "not allowed"
        case "minimum probability": "\(minimumProbability)"
        case "require": SharedField.ofValues.filter(required.contains).map(\.rawValue).joined(separator: ", ")
        default: ""
        }
    }

    /// The profile as a small file: a line for each key.
    public var text: String { Self.keys.map { "\($0) = \(value(of: $0))\n" }.joined() }
}

extension HandOverProfile.Demand {
    /// The demand in the words it is read by.
    public var text: String {
        switch self {
        case .notNeeded: "not needed"
        case .known: "known"
        case .confirmed(_, let words): "confirmed within \(words)"
        }
    }
}
