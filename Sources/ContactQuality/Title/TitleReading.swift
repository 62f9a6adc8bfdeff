/// What a job title says of rank and field, in English, German, French, Spanish, Italian, Dutch and Portuguese.
///
/// The first part of a title of several ("CEO | Investor | Speaker") that says anything counts; a slogan says nothing. Of several fields
/// the first counts that tells more than that somebody leads or works in an office: "Partner, Corporate Law" is of the law. Only what is
/// said is told: a field or a rank that no word names is `nil`.
public struct TitleReading: Hashable, Sendable {
    /// How high a position is.
    public enum Seniority: String, CaseIterable, Hashable, Sendable {
        /// Founder or owner.
        case founder
        /// C-level, managing director, president, board, partner of a firm.
        case executive
        /// Vice president, and what comes under another name between board and directors.
        case vicePresident = "vice-president"
        /// Director, head of something.
        case director
        /// Manager, leader of a team.
        case manager
        /// Senior, lead, principal, expert.
        case senior
        /// A profession without a rank.
        case professional
        /// Junior, assistant, associate.
        case junior
        /// Student, intern, apprentice.
        case student
    }

    /// What a position is about.
    public enum Function: String, CaseIterable, Hashable, Sendable {
        case general, sales, marketing, engineering, technology, finance, legal, people, operations, product, design, research, consulting
        case health, education, administration
    }

    /// The rank, if a word names one.
    public var seniority: Seniority?
    /// The field, if a word names one.
    public var function: Function?
    /// The part of the title that was read.
    public var part: String

    /// Reads a title; `nil` where no part of it says anything.
    public init?(_ title: String) {
        for part in Self.parts(of: title) {
            let words = FoldedWords(part, umlauts: .plain)
            guard words.count > 0, words.count <= 24 else { continue }
            // What someone was, or wants to be, says nothing of what they are.
            if TitleWords.notNow.contains(words[0]) { continue }
            let (seniority, function) = Self.read(words)
            guard seniority != nil || function != nil else { continue }
            // "Helping people grow" is nobody's work with people.
            if Self.isSlogan(words, naming: (seniority, function), in: part) { continue }
            self.seniority = seniority
            self.function = function
            self.part = part
            return
        }
        return nil
    }

    /// Rank and field in words: "vice president, sales".
    public var words: String {
        [seniority.map { $0.rawValue.replacing("-", with: " ") }, function?.rawValue].compactMap { $0 }.joined(separator: ", ")
    }

    /// Why a title is a slogan, as the end of a sentence that begins with "It"; `nil` where it is a title.
    public static func sloganSign(in title: String) -> String? {
        // Three words or fewer say what they say.
        let spaces = title.utf8.reduce(0) { $0 + ($1 == 0x20 ? 1 : 0) }
        guard spaces >= 2 || title.utf8.contains(0x21) || title.utf8.contains(0x23) else { return nil }
        guard let first = parts(of: title).first else { return nil }
        let words = FoldedWords(first)
        guard let sign = sign(in: words, of: title) else { return nil }
        return namesOccupation(words) ? nil : sign
    }

    /// Whether there is an occupation among the first words, which makes a title of it: "Passionate CTO", "Your architect".
    private static func namesOccupation(_ words: FoldedWords) -> Bool { isOccupation(read(words, upTo: longestSlogan)) }

    private static func isOccupation(_ read: (seniority: Seniority?, function: Function?)) -> Bool {
        read.seniority != nil && (read.function != nil || read.seniority != .professional)
    }

    /// Whether a part is a slogan. Of two words those alone are that begin as no trade does: "Empowering people", but "Building maintenance".
    ///
    /// - Parameter read: what its words say.
    private static func isSlogan(_ words: FoldedWords, naming read: (seniority: Seniority?, function: Function?), in part: String) -> Bool {
        // Most titles are short and name an occupation: no more is asked of them.
        guard words.count > 1, !(words.count <= longestSlogan ? isOccupation(read) : namesOccupation(words)),
            sign(in: words, of: part) != nil
        else { return false }
        return words.count > 2 || TitleWords.sloganStarts.contains(words[0]) && !TitleWords.alsoTrades.contains(words[0])
    }

    /// An occupation among so many words makes a title of what looks like a slogan.
    private static let longestSlogan = 4

    /// What makes a part look like a slogan; `nil` where nothing does.
    private static func sign(in words: FoldedWords, of title: String) -> String? {
        if words.count > 1, TitleWords.sloganStarts.contains(words[0]) || TitleWords.sloganStarts.contains(words.joined(0..<2)) {
            return "begins like a slogan"
        }
        // "Sales US" speaks of a country.
        if (0..<words.count).contains(where: { TitleWords.firstPerson.contains(words[$0]) }), !title.contains("US") {
            return "speaks in the first person"
        }
        if title.utf8.contains(0x21) {
            return "has an exclamation mark"
        }
        if title.utf8.contains(0x23), !title.contains("C#"), !title.contains("F#") {
            return "has a hashtag"
        }
        return nil
    }

    /// The parts of a title between signs that separate positions; the marks of a second gender ("Sachbearbeiter/in", "Ingénieur(e)")
    /// separate none, and are left out.
    private static func parts(of title: String) -> [String] {
        var parts: [String] = []
        var current = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        var rest = title.unicodeScalars[...]
        while let scalar = rest.first {
            if let mark = genderMark(at: rest, behind: previous) {
                rest = rest.dropFirst(mark)
                continue
            }
            rest = rest.dropFirst()
            switch scalar {
            case "|", "•", "·", "●", "►", "★", "✦", "/", ";", "\n", "⭐", "｜", "@":
                parts.append(String(current))
                current = String.UnicodeScalarView()
            case "-" where previous == " ", "–" where previous == " ", "—" where previous == " ":
                parts.append(String(current))
                current = String.UnicodeScalarView()
            default: current.append(scalar)
            }
            previous = scalar
        }
        parts.append(String(current))
        return parts.filter { $0.utf8.contains { $0 > 0x20 } }
    }

    /// How many signs the mark of a second gender takes that stands here, right behind a word; `nil` where there is none.
    private static func genderMark(at rest: Substring.UnicodeScalarView, behind previous: Unicode.Scalar) -> Int? {
        switch rest.first {
        case "/", "*", ":", "_", "(", "·": guard previous.properties.isAlphabetic else { return nil }
        default: return nil
        }
        let text = String(Substring(rest.prefix(9))).lowercased()
        let mark = TitleWords.genderMarks.first {
            text.hasPrefix($0) && !(text.dropFirst($0.count).first.map { $0.isLetter || "-&".contains($0) } ?? false)
        }
        return mark?.unicodeScalars.count
    }

    private static func read(_ words: FoldedWords, upTo most: Int = 24) -> (Seniority?, Function?) {
        let count = min(words.count, most)
        // The assistant to the chief executive is none, and has an occupation of their own.
        let assists = (0..<count).first { TitleWords.assistants.contains(words[$0]) }
        if let assists, assists <= 2 {
            // "Directeur adjoint" is a rank of its own.
            let isRank = assists > 0 && TitleWords.meaning(of: words.joined(assists - 1..<assists + 1))?.seniority == .director
            let isTo = words.count > assists + 1 && TitleWords.toSomebody.contains(words[assists + 1])
            let isOffice = assists > 0 && TitleWords.officeBefore.contains(words[assists - 1])
            if !isRank, isTo || isOffice { return (.professional, .administration) }
        }
        var seniority: Seniority?
        var field: TitleWords.Field?
        var index = 0
        while index < count {
            // What follows names an employer: "Analyst at Sample Partners".
            if index > 0, TitleWords.employedAt.contains(words[index]) { break }
            var length = min(TitleWords.longestPhrase, count - index)
            var meaning: TitleWords.Meaning?
            while length > 0 {
                meaning = TitleWords.meaning(of: words.joined(index..<index + length))
                if meaning != nil { break }
                length -= 1
            }
            if let meaning = meaning ?? TitleWords.compound(words[index]) {
                seniority = higher(seniority, meaning.seniority)
                if let told = meaning.field, field?.yields(to: told) ?? true { field = told }
            }
            index += max(1, length)
        }
        return (seniority, field?.function)
    }

    /// Of two ranks the higher one, but "assistant", "deputy" and "junior" before a profession keep it low.
    private static func higher(_ one: Seniority?, _ other: Seniority?) -> Seniority? {
        guard let one else { return other }
        guard let other else { return one }
        if one == .junior || one == .student { return other == .professional || other == .senior ? one : other }
        if other == .student, one == .professional { return other }
        return one.rank <= other.rank ? one : other
    }
}

extension TitleReading.Seniority {
    fileprivate var rank: Int {
        switch self {
        case .founder: 0
        case .executive: 1
        case .vicePresident: 2
        case .director: 3
        case .manager: 4
        case .senior: 5
        case .professional: 6
        case .junior: 7
        case .student: 8
        }
    }
}
