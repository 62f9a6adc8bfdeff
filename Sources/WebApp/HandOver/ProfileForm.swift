import Actions
import ContactModel

/// What is asked of those who are ready for a CRM, as a form: a choice for each key of a profile.
struct ProfileForm: Sendable {
    /// A key with what may be said for it.
    struct Rule: Sendable {
        var field: String
        var label: String
        var options: [Option]
    }

    /// One of several things to choose.
    struct Option: Sendable {
        var value: String
        var name: String
        var isChosen: Bool
    }

    let rules: [Rule]
    let required: [Option]
    /// The profile as text, for what goes on from here; empty for the one used where none is given.
    let text: String
    /// Where it is had as a file.
    let fileAddress: String
    let isOwn: Bool

    /// Makes the form of a profile.
    init(_ profile: HandOverProfile, texts: Texts) {
        rules = Self.choices.map { key, values in
            let chosen = profile.value(of: key)
            return Rule(
                field: Self.field(key), label: texts.word("handOverRule", Self.word(key)),
                options: (values.contains(chosen) ? values : values + [chosen]).map {
                    Option(value: $0, name: Self.name($0, of: key, texts), isChosen: $0 == chosen)
                })
        }
        required = SharedField.ofValues.map {
            Option(
                value: Self.field("require \($0.rawValue)"), name: texts.word("handOverField", $0.rawValue),
                isChosen: profile.required.contains($0))
        }
        isOwn = profile != .standard
        text = isOwn ? profile.text : ""
        fileAddress = "/hand-over/profile?profile=\(profile.text.percentEncoded)"
    }

    /// Reads what a form says: the profile as a text, or a field for each key; what is left out is as where none is given.
    ///
    /// - Parameter value: the value of a field, by its name.
    static func read(_ value: (String) -> String?) -> (profile: HandOverProfile, problems: [HandOverProfile.Problem]) {
        if let text = value("profile"), !text.isEmpty { return HandOverProfile.read(text) }
        var lines = choices.compactMap { key, _ in value(field(key)).map { "\(key) = \($0)" } }
        let required = SharedField.ofValues.map(\.rawValue).filter { value(field("require \($0)")) != nil }
        if !required.isEmpty { lines.append("require = \(required.joined(separator: ", "))") }
        return HandOverProfile.read(lines.joined(separator: "\n"))
    }

    private static let times = ["known"] + ["6 months", "1 year", "2 years", "3 years", "5 years"].map { "confirmed within \($0)" }

    /// What may be chosen for a key. A file may say more: that is offered where it was said.
    private static let choices: [(key: String, values: [String])] = [
        ("name", ["known", "not needed"]),
        ("email", HandOverProfile.EmailDemand.allCases.map(\.rawValue)),
        ("company", times + ["not needed"]), ("title", times + ["not needed"]), ("phone", times + ["not needed"]),
        ("conflicts", ["none", "allowed"]),
        ("accepted guesses", ["allowed", "not allowed"]),
        ("minimum probability", ["0.0", "0.5", "0.6", "0.7", "0.8", "0.9"]),
    ]

    private static func field(_ key: String) -> String { "rule-\(key.replacing(" ", with: "-"))" }
    private static func word(_ key: String) -> String { key.replacing(" ", with: "-") }

    private static func name(_ value: String, of key: String, _ texts: Texts) -> String {
        if let probability = Double(value) {
            return probability > 0
                ? texts("handOverProbability", ["percent": texts.number(Int((probability * 100).rounded()))])
                : texts("handOverRule_any_odds")
        }
        let words = value.split(separator: " ")
        guard words.count == 4, words[0] == "confirmed", let count = Int(words[2]) else {
            return texts.word("handOverRule", "\(word(key))-\(word(value))")
        }
        let unit = words[3].hasSuffix("s") ? words[3] : words[3] + "s"
        return texts("handOverWithin_\(unit)", count: count)
    }
}
