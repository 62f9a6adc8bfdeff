import ContactFormats
import ContactModel

extension HandOverProfile {
    /// What is wrong with a line of a profile.
    public struct Problem: Hashable, Sendable {
        /// The line, from 1.
        public var line: Int
        /// What is wrong and what may stand there, as a sentence.
        public var text: String
    }

    /// Reads a profile: `key = value` a line, in any case; `#` begins a comment. A line that can't be understood is a problem and changes
    /// nothing. What is left out is as in `standard`.
    public static func read(_ text: String) -> (profile: HandOverProfile, problems: [Problem]) {
        var profile = HandOverProfile.standard
        var problems: [Problem] = []
        var seen: [String: Int] = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let bare = line.prefix { $0 != "#" && $0 != "\u{FEFF}" } + line.drop { $0 != "\u{FEFF}" }.dropFirst().prefix { $0 != "#" }
            let words = bare.split(whereSeparator: \.isWhitespace)
            guard !words.isEmpty else { continue }
            func note(_ text: String) { problems.append(Problem(line: index + 1, text: text)) }
            guard let sign = bare.firstIndex(of: "=") else {
                note("“\(words.joined(separator: " "))” is no rule. Write a key, an equals sign and a value, such as email=work.")
                continue
            }
            let key = normal(bare[..<sign])
            let value = normal(bare[bare.index(after: sign)...])
            if let first = seen[key] {
                note("“\(key)” stands on line \(first) already.")
                continue
            }
            seen[key] = index + 1
            if let trouble = profile.set(key, value) { note(trouble) }
        }
        return (profile, problems)
    }

    /// Reads a profile from a file's text.
    ///
    /// - Parameter path: the file's name, for the message.
    /// - Throws: `InputError` that names every line that is wrong.
    public init(_ text: String, path: String) throws {
        let (profile, problems) = Self.read(text)
        guard problems.isEmpty else {
            let lines = problems.map { "  line \($0.line): \($0.text)" }.joined(separator: "\n")
            throw InputError(
                .unrecognised,
                "\(path) is no profile that can be used. Nothing was handed on.\n\(lines)\n`holdfast export --print-profile` prints one to begin with."
            )
        }
        self = profile
    }

    private static func normal(_ text: Substring) -> String {
        text.lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }.joined(separator: " ")
    }

    /// Takes a rule over.
    ///
    /// - Returns: what is wrong with it; `nil` where nothing is.
    private mutating func set(_ key: String, _ value: String) -> String? {
        switch key {
        case "email":
            guard let demand = EmailDemand(rawValue: value) else {
                return "“\(value)” is no kind of address. It can be \(EmailDemand.allCases.map(\.rawValue).joined(separator: ", "))."
            }
            email = demand
        case "name":
            guard value == "known" || value == "not needed" else {
                return "“\(value)” can't be asked of a name. It can be known, or not needed."
            }
            asksForName = value == "known"
        case "company", "title", "phone":
            guard let demand = Demand(value) else {
                return "“\(value)” can't be asked of a \(key). It can be known, confirmed within 2 years, or not needed."
            }
            switch key {
            case "company": company = demand
            case "title": title = demand
            default: phone = demand
            }
        case "conflicts":
            guard value == "none" || value == "allowed" else { return "“\(value)” is not understood. Conflicts can be none or allowed." }
            allowsConflicts = value == "allowed"
        case "accepted guesses":
            guard value == "allowed" || value == "not allowed" else {
                return "“\(value)” is not understood. Accepted guesses can be allowed or not allowed."
            }
            allowsAcceptedGuesses = value == "allowed"
        case "minimum probability":
            guard let number = Self.probability(value) else {
                return "“\(value)” is no probability. Write a number from 0 to 1, such as 0.8."
            }
            minimumProbability = number
        case "require":
            for name in value.split(separator: ",").map({ $0.split(separator: " ").joined(separator: " ") }) where !name.isEmpty {
                guard let field = SharedField(rawValue: name), SharedField.ofValues.contains(field) else {
                    return "“\(name)” is no field. The fields are \(SharedField.ofValues.map(\.rawValue).joined(separator: ", "))."
                }
                required.insert(field)
            }
        default:
            return
                "“\(key)” is not known. The keys are name, email, company, title, phone, conflicts, accepted guesses, minimum probability, require."
        }
        return nil
    }

    private static func probability(_ text: String) -> Double? {
        var number = text.split(separator: " ").joined()
        let isPercent = number.last == "%"
        if isPercent { number.removeLast() }
        guard let value = Double(number), value.isFinite else { return nil }
        let probability = isPercent ? value / 100 : value
        return (0...1).contains(probability) ? probability : nil
    }
}

extension HandOverProfile.Demand {
    /// Reads `known`, `not needed`, `confirmed within 18 months`; `nil` for anything else.
    fileprivate init?(_ text: String) {
        switch text {
        case "known": self = .known
        case "not needed": self = .notNeeded
        default:
            let words = text.split(separator: " ")
            guard words.count == 4, words[0] == "confirmed", words[1] == "within", let count = Int(words[2]), (1...10_000).contains(count)
            else {
                return nil
            }
            let days: Int
            switch words[3] {
            case "day", "days": days = count
            case "week", "weeks": days = count * 7
            case "month", "months": days = count * 3652 / 120
            case "year", "years": days = count * 1461 / 4
            default: return nil
            }
            self = .confirmed(withinDays: days, words: "\(count) \(words[3])")
        }
    }
}
