public import ContactModel
public import ContactQuality

/// Which people are meant: words to search for, and conditions, all of which must hold.
///
/// The text form is what `people` and `--where` take: words, and conditions such as `company:acme`, `-has:email`, `tag:vip`,
/// `connected:2019..2021`. A value with blanks stands in double quotes; `=` may stand for `:`.
public struct PeopleFilter: Hashable, Sendable {
    /// One condition.
    public enum Condition: Hashable, Sendable {
        /// The words occur anywhere in what is known, in any order, each at least as the beginning of a word.
        case words(String)
        /// The words occur one after another in the name.
        case name(String)
        /// The words occur one after another in the present company.
        case company(String)
        /// The words occur one after another in the present title.
        case title(String)
        /// The text occurs in an e-mail address.
        case email(String)
        /// The person has a tag.
        case tag(String)
        /// The person stands in a source.
        case source(String)
        /// Something is known.
        case has(Field)
        /// The best e-mail address is of a kind.
        case kind(String)
        /// The present title names a rank (`TitleReading`).
        case seniority(TitleReading.Seniority)
        /// The present title names a field.
        case function(TitleReading.Function)
        /// How the owner stands to the person.
        case standing(Person.Standing)
        /// The company more likely than not no longer holds (`CompanyStale`).
        case stale
        /// No address that can be written to and no number that can be called is known (`Unreachable`).
        case unreachable
        /// The day of connecting lies in a range, both ends included.
        case connected(from: CalendarDate?, to: CalendarDate?)
        /// A change of a kind happened in a range, both ends included.
        case changed(ChangeKind, from: CalendarDate?, to: CalendarDate?)
        /// Imports did something; `nil` for anything, standing in a list included.
        case imported(ImportReference, ImportEffect?)
    }

    /// What may be known or not.
    public enum Field: String, CaseIterable, Sendable {
        /// A field.
        case email, phone, company, title, tag, note, url, birthday
    }

    /// A condition that must hold, or must not.
    public struct Term: Hashable, Sendable {
        /// The condition.
        public var condition: Condition
        /// Whether it must not hold.
        public var isNegated: Bool
    }

    /// A text that is no filter, with what is wrong with it.
    public struct SyntaxError: Error, Equatable, Sendable {
        /// A whole sentence.
        public var message: String
    }

    /// All must hold.
    public var terms: [Term]
    /// Whether people known only from messages, invitations and the like count too.
    public var includesAcquaintances: Bool

    /// Everybody among the owner's contacts.
    public static let everybody = PeopleFilter(terms: [], includesAcquaintances: false)

    /// Whether a condition is about the kind of the best address.
    var asksForKind: Bool {
        terms.contains { if case .kind = $0.condition { true } else { false } }
    }

    /// Whether a condition is about whether numbers can be called.
    var asksForReach: Bool { terms.contains { $0.condition == .unreachable } }

    /// Whether a condition is about what probably no longer holds.
    var asksForStale: Bool { terms.contains { $0.condition == .stale } }

    private init(terms: [Term], includesAcquaintances: Bool) {
        self.terms = terms
        self.includesAcquaintances = includesAcquaintances
    }

    /// Everybody among the owner's contacts for whom a condition holds.
    public init(_ condition: Condition) {
        self.init(terms: [Term(condition: condition, isNegated: false)], includesAcquaintances: false)
    }

    /// Reads a filter from its text form; several texts must all hold.
    ///
    /// - Throws: `SyntaxError` for a condition that is not known or a date that can't be read.
    public init(_ texts: [String], includesAcquaintances: Bool = false) throws(SyntaxError) {
        self.includesAcquaintances = includesAcquaintances
        terms = []
        var words: [String] = []
        for text in texts {
            for token in Self.tokens(of: text) {
                guard let (name, value) = token.condition else {
                    if token.isNegated {
                        terms.append(Term(condition: .words(token.text), isNegated: true))
                    } else if !token.text.isEmpty {
                        words.append(token.text)
                    }
                    continue
                }
                terms.append(Term(condition: try Self.condition(name, value), isNegated: token.isNegated))
            }
        }
        if !words.isEmpty { terms.append(Term(condition: .words(words.joined(separator: " ")), isNegated: false)) }
        if terms.contains(where: { $0.condition.isOfAcquaintances && !$0.isNegated }) { self.includesAcquaintances = true }
    }

    /// What was understood otherwise than it may be meant, in whole sentences: a value of several words without its quotes.
    public static func remarks(on texts: [String]) -> [String] {
        texts.compactMap { text in
            let tokens = tokens(of: text)
            guard !text.contains("\""), tokens.count > 1, let first = tokens.first, let (name, value) = first.condition,
                valuesOfWords.contains(name), tokens.dropFirst().allSatisfy({ $0.condition == nil && !$0.isNegated })
            else { return nil }
            let words = tokens.dropFirst().map(\.text)
            return
                "“\(text)” was read as \(name) “\(value)” and the \(words.count == 1 ? "word" : "words") “\(words.joined(separator: " "))”. "
                + "A value of several words goes in quotes: '\(name):\"\(([value] + words).joined(separator: " "))\"'."
        }
    }

    /// The conditions whose values may have several words.
    private static let valuesOfWords: Set<String> = ["name", "company", "title", "tag", "source"]

    /// Whether a text is a condition that must not hold, `-has:email`, and not an option of the command line.
    public static func isNegatedCondition(_ text: String) -> Bool {
        text.hasPrefix("-") && token(text).condition.map { names.contains($0.name) } ?? false
    }

    // MARK: Reading the text form

    private struct Token {
        var text: String
        var isNegated: Bool
        var condition: (name: String, value: String)?
    }

    private static let names: Set<String> = [
        "name", "company", "title", "email", "tag", "source", "has", "kind", "seniority", "function", "is", "connected", "moved",
        "retitled", "renamed", "disconnected", "import",
    ]

    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        var current = ""
        var quoted = false
        var wasQuoted = false
        func finish() {
            defer { (current, wasQuoted) = ("", false) }
            guard !current.isEmpty || wasQuoted else { return }
            tokens.append(token(current))
        }
        for character in text {
            switch character {
            case "\"":
                quoted.toggle()
                wasQuoted = true
            case _ where character.isWhitespace && !quoted: finish()
            default: current.append(character)
            }
        }
        finish()
        return tokens
    }

    private static func token(_ text: String) -> Token {
        let isNegated = text.hasPrefix("-") && text.count > 1
        let rest = isNegated ? String(text.dropFirst()) : text
        guard let separator = rest.firstIndex(where: { ":=<>".contains($0) }) else { return Token(text: rest, isNegated: isNegated) }
        let name = rest[..<separator].lowercased()
        guard names.contains(name) else {
            // A word before a colon is a condition with a typing error, unless it begins an address (`https://`).
            let isCondition = rest[separator] == ":" && !name.isEmpty && name.allSatisfy(\.isLetter) && !rest[separator...].hasPrefix("://")
            return Token(
                text: rest, isNegated: isNegated, condition: isCondition ? (name, String(rest[rest.index(after: separator)...])) : nil)
        }
        let value = rest[separator] == ":" || rest[separator] == "=" ? rest[rest.index(after: separator)...] : rest[separator...]
        return Token(text: rest, isNegated: isNegated, condition: (name, String(value)))
    }

    private static func condition(_ name: String, _ value: String) throws(SyntaxError) -> Condition {
        guard names.contains(name) else {
            throw SyntaxError(
                message:
                    "“\(name):” is no condition. There are \(names.sorted().map { $0 + ":" }.joined(separator: ", ")); words to search for "
                    + "go without a colon."
            )
        }
        guard !value.isEmpty else { throw SyntaxError(message: "“\(name):” needs a value, such as \(example(of: name)).") }
        switch name {
        case "name": return .name(value)
        case "company": return .company(value)
        case "title": return .title(value)
        case "email": return .email(value)
        case "tag": return .tag(value)
        case "source": return .source(value)
        case "kind":
            guard EmailKind(rawValue: value.lowercased()) != nil else {
                throw SyntaxError(
                    message: "“kind:\(value)” is not known. It can be \(EmailKind.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return .kind(value.lowercased())
        case "seniority": return .seniority(try choice(value, of: name))
        case "function": return .function(try choice(value, of: name))
        case "has":
            guard let field = Field(rawValue: value.lowercased()) else {
                throw SyntaxError(
                    message: "“has:\(value)” is not known. It can be \(Field.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            return .has(field)
        case "is" where value.lowercased() == "stale": return .stale
        case "is" where value.lowercased() == "unreachable": return .unreachable
        case "is":
            guard let standing = Person.Standing(rawValue: value.lowercased()) else {
                throw SyntaxError(
                    message: "“is:\(value)” is not known. It can be connected, disconnected, contact, acquaintance, stale or unreachable.")
            }
            return .standing(standing)
        case "connected":
            let (from, to) = try range(value, of: name)
            return .connected(from: from, to: to)
        case "import": return try imported(value)
        default:
            guard let kind = ChangeKind(rawValue: name) else { throw SyntaxError(message: "“\(name):” is not known.") }
            let (from, to) = try range(value, of: name)
            return .changed(kind, from: from, to: to)
        }
    }

    /// `12`, `12/new`, `12..14/changed`, `12.2/gone`.
    private static func imported(_ text: String) throws(SyntaxError) -> Condition {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let effect = parts.count > 1 ? ImportEffect(rawValue: parts[1].lowercased()) : nil
        if let reference = ImportReference(parts[0]), parts.count < 2 || effect != nil { return .imported(reference, effect) }
        throw SyntaxError(
            message:
                "“import:\(text)” is no import. Write a step of the log, 12, or one of its lists, 12.2, and behind a slash new, changed, "
                + "unchanged or gone: import:12/new.")
    }

    /// A value out of a few.
    private static func choice<Value: RawRepresentable<String> & CaseIterable>(
        _ text: String, of name: String
    ) throws(SyntaxError) -> Value {
        if let value = Value(rawValue: text.lowercased().replacing(" ", with: "-")) { return value }
        throw SyntaxError(
            message: "“\(name):\(text)” is not known. It can be \(Value.allCases.map(\.rawValue).joined(separator: ", ")).")
    }

    private static func example(of name: String) -> String {
        switch name {
        case "seniority": "seniority:director"
        case "function": "function:sales"
        case "connected", "moved", "retitled", "renamed", "disconnected": "\(name):2026"
        case "has": "has:email"
        case "is": "is:connected"
        case "import": "import:12/new"
        default: "\(name):\"some words\""
        }
    }

    /// `2026`, `2026-03`, `2026-03-15`, `2019..2021`, `>=2020`, `<2020-06`.
    private static func range(_ text: String, of name: String) throws(SyntaxError) -> (CalendarDate?, CalendarDate?) {
        func span(_ text: some StringProtocol) throws(SyntaxError) -> (CalendarDate, CalendarDate) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            if let year = parts[0], parts.count <= 3, parts.allSatisfy({ $0 != nil }) {
                let month = parts.count > 1 ? parts[1] : nil
                let day = parts.count > 2 ? parts[2] : nil
                let first = CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
                let lastMonth = month ?? 12
                let last = CalendarDate(year: year, month: lastMonth, day: day ?? CalendarDate.days(inMonth: lastMonth, ofYear: year))
                if let first, let last { return (first, last) }
            }
            throw SyntaxError(
                message: "“\(text)” in “\(name):” is not a date. Write it as 2026, 2026-03 or 2026-03-15, a span as 2019..2021.")
        }
        if let dots = text.range(of: "..") {
            let (from, to) = (text[..<dots.lowerBound], text[dots.upperBound...])
            let (first, last) = (from.isEmpty ? nil : try span(from).0, to.isEmpty ? nil : try span(to).1)
            if let first, let last, last < first {
                throw SyntaxError(message: "“\(name):\(text)” ends before it begins. Write the earlier day first: \(name):\(to)..\(from).")
            }
            return (first, last)
        }
        if text.hasPrefix(">=") { return (try span(text.dropFirst(2)).0, nil) }
        if text.hasPrefix("<=") { return (nil, try span(text.dropFirst(2)).1) }
        if text.hasPrefix(">") { return (CalendarDate(daysSince1970: try span(text.dropFirst()).1.daysSince1970 + 1), nil) }
        if text.hasPrefix("<") { return (nil, CalendarDate(daysSince1970: try span(text.dropFirst()).0.daysSince1970 - 1)) }
        let (from, to) = try span(text)
        return (from, to)
    }
}

extension PeopleFilter.Condition {
    /// Whether it asks for people who may be none of the owner's contacts: a list of an import has whoever stands in it.
    fileprivate var isOfAcquaintances: Bool {
        switch self {
        case .standing(.acquaintance), .imported(.list, _): true
        default: false
        }
    }
}

extension String {
    /// Where a short text begins in this one.
    fileprivate func range(of part: String) -> Range<Index>? {
        guard let start = indices.first(where: { self[$0...].hasPrefix(part) }) else { return nil }
        return start..<index(start, offsetBy: part.count)
    }
}
