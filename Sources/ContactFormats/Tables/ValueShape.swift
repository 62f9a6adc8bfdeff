import ContactModel
import TextMatching

/// What a value looks like, whatever its column is called.
enum ValueShape: CaseIterable, Sendable {
    /// An e-mail address, or several.
    case email
    /// The address of a page.
    case url
    /// A phone number.
    case phone
    /// A date.
    case date
    /// A number that is nothing else.
    case number
    /// "Dr.", "Frau".
    case honorific
    /// Two to four words with capitals, as names of people are written.
    case fullName
    /// One word with a capital.
    case word
    /// A company, by its legal form.
    case company
    /// A post, by its words.
    case title
    /// A country.
    case country
    /// Anything else.
    case text

    /// What a value looks like; `nil` where it is empty.
    static func of(_ value: String) -> ValueShape? {
        let text = TextNormalization.asciiDigits(value.trimmedOfBlanks)
        guard !text.isEmpty else { return nil }
        // No cell of a list is as long, and to look for addresses in one takes its square.
        guard text.utf8.count <= longest else { return .text }
        if text.contains("@"), !TableCells.addresses(text).addresses.isEmpty { return .email }
        if isURL(text) { return .url }
        let words = text.split { $0.isWhitespace }.map(String.init)
        if !text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) { return ofWords(text, words) }
        if isDate(text) { return .date }
        if isPhone(text) { return .phone }
        if text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 || $0 == 44 || $0 == 46 || $0 == 32 || $0 == 45 }) { return .number }
        return .text
    }

    /// What is longer, in bytes, is text.
    private static let longest = 4_096

    private static func ofWords(_ text: String, _ words: [String]) -> ValueShape {
        guard words.count <= 12 else { return .text }
        if words.allSatisfy(PersonNameReading.isHonorific) { return .honorific }
        let folded = TextFolding.folded(text)
        if countries.contains(folded) { return .country }
        let tokens = folded.split(separator: " ").map { $0.filter { $0 != "." } }
        if tokens.contains(where: { legalForms.contains(String($0)) }) { return .company }
        if tokens.contains(where: { posts.contains(String($0)) }) { return .title }
        let withoutTitles = words.drop { PersonNameReading.isHonorific($0) }.map { $0.filter { $0 != "," } }
        guard withoutTitles.allSatisfy(isCapitalised) else { return .text }
        switch withoutTitles.count {
        case 1: return .word
        case 2...4: return .fullName
        default: return .text
        }
    }

    private static func isCapitalised(_ word: String) -> Bool {
        guard let first = word.first, word.allSatisfy({ $0.isLetter || "-'’.".contains($0) }) else { return false }
        return first.isUppercase || !first.isLowercase || ["van", "von", "de", "der", "den", "di", "da", "la", "le", "del"].contains(word)
    }

    /// A phone number: six to fifteen digits with the signs numbers have, and one thing plain numbers don't have: a plus, a zero in front,
    /// or blanks, slashes and brackets between.
    static func isPhone(_ text: String) -> Bool {
        var digits = 0
        var hasSign = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits += 1
            case "+", "(", ")", "/", " ", "\u{A0}": hasSign = true
            case "-", ".", "x", "\u{2011}", "\u{2013}": break
            default: return false
            }
        }
        return (6...15).contains(digits) && (hasSign || text.hasPrefix("0") || text.contains("-") || digits == 10)
    }

    private static func isDate(_ text: String) -> Bool {
        switch TableDate.read(text) {
        case .day, .ambiguous: true
        case .partial(let date): date.month != nil
        case .empty, .unreadable: false
        }
    }

    private static func isURL(_ text: String) -> Bool {
        let lowercased = text.lowercased()
        if ["http://", "https://", "www."].contains(where: lowercased.hasPrefix) { return WebLinks.link(text) != nil }
        return lowercased.holds("linkedin.com/in/")
    }

    private static let legalForms: Set<String> = [
        "gmbh", "ag", "kg", "ohg", "gbr", "ug", "ltd", "limited", "inc", "llc", "llp", "plc", "corp", "sarl", "srl", "spa", "bv", "nv",
        "aps", "kft", "partg",
        "mbb", "oy", "oyj", "ltda", "lda", "group", "holding", "consulting", "solutions", "bank", "university", "universitat", "institut",
        "verlag",
        "rechtsanwalte", "partners", "kanzlei", "technologies",
    ]

    private static let posts: Set<String> = [
        "manager", "director", "head", "chief", "officer", "ceo", "cto", "cfo", "coo", "cmo", "engineer", "developer", "consultant",
        "partner", "associate",
        "lawyer", "attorney", "counsel", "president", "founder", "owner", "analyst", "architect", "designer", "assistant", "specialist",
        "sales",
        "geschaftsfuhrer", "geschaftsfuhrerin", "leiter", "leiterin", "leitung", "berater", "beraterin", "entwickler", "entwicklerin",
        "rechtsanwalt",
        "rechtsanwaltin", "anwalt", "anwaltin", "inhaber", "inhaberin", "vorstand", "prokurist", "prokuristin", "ingenieur", "ingenieurin",
        "vertrieb",
        "directeur", "directrice", "responsable", "gerant", "avocat", "ingenieurs", "director", "directora", "gerente", "jefe", "abogado",
        "abogada",
        "direttore", "responsabile", "avvocato", "directeur", "chef", "vd", "dyrektor", "kierownik", "teamlead", "lead", "professor",
        "teacher", "lehrer",
    ]

    private static let countries: Set<String> = [
        "germany", "deutschland", "austria", "osterreich", "switzerland", "schweiz", "suisse", "france", "frankreich", "spain", "espana",
        "spanien", "italy",
        "italia", "italien", "netherlands", "nederland", "niederlande", "belgium", "belgien", "belgique", "portugal", "brasil", "brazil",
        "poland",
        "polska", "polen", "sweden", "sverige", "schweden", "norway", "norge", "denmark", "danmark", "finland", "suomi", "united kingdom",
        "uk",
        "great britain", "england", "ireland", "usa", "united states", "united states of america", "canada", "mexico", "australia", "india",
        "china", "japan",
        "luxembourg", "luxemburg", "liechtenstein", "czech republic", "czechia", "hungary", "romania", "greece", "turkey",
    ]
}

/// What the values of one column look like, counted.
struct ColumnValues: Sendable {
    /// How many values there are.
    private(set) var count = 0
    /// The first few, for showing.
    private(set) var examples: [String] = []
    private var shapes: [ValueShape: Int] = [:]
    private var distinct: Set<String> = []

    /// Looks at one more value.
    mutating func see(_ value: String) {
        guard let shape = ValueShape.of(value) else { return }
        count += 1
        shapes[shape, default: 0] += 1
        if distinct.count < 400 { distinct.insert(value) }
        if examples.count < 3 { examples.append(value) }
    }

    /// Which part of the values look like one of some shapes, 0 to 1.
    func share(_ some: ValueShape...) -> Double {
        count == 0 ? 0 : Double(some.map { shapes[$0] ?? 0 }.reduce(0, +)) / Double(count)
    }

    /// How many values differ; of many, at least so many.
    var distinctCount: Int { distinct.count }

    /// Whether most values are told apart by it: names are, departments are not.
    var isVaried: Bool { count < 4 || distinct.count * 2 > min(count, 400) }
}
