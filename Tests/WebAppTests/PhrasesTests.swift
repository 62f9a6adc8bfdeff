import Actions
import ContactModel
import ContactQuality
import Foundation
import Testing
import Vault
@testable import WebApp

/// What other rooms say, in German: `Texts/phrases-de.txt` against the sources those rooms are written in.
@Suite("What other rooms say, in German")
struct PhrasesTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    @Test("A sentence comes with its values put in, days as days, phrases as phrases")
    func values() {
        let german = Texts(.german)
        for (english, expected) in [
            ("No company is known.", "Keine Firma bekannt."),
            ("“Anna” stands in both places.", "„Anna“ steht an beiden Stellen."),
            (
                "Last confirmed on 2024-05-02; 61 of 100 such values still hold.",
                "Zuletzt bestätigt am 2. Mai 2024; von 100 solchen Angaben stimmen noch 61."
            ),
            (
                "Last confirmed on 2024-05-02 by LinkedIn; 61 of 100 such values still hold.",
                "Zuletzt bestätigt am 2. Mai 2024 durch LinkedIn; von 100 solchen Angaben stimmen noch 61."
            ),
            (
                "LinkedIn says “Acme” (2026-02-08), book says “Probe” (2025-11-01). Besides, Phone says “1970-01-01” (2026-02-01), book says “1963-04-14” (2025-11-01).",
                "LinkedIn sagt „Acme“ (8. Feb. 2026), book sagt „Probe“ (1. Nov. 2025). Außerdem: Phone sagt „1970-01-01“ (1. Feb. 2026), book sagt „1963-04-14“ (1. Nov. 2025)."
            ),
            (
                "An address of “Acme GmbH”, which was last confirmed on 2024-05-02 by you; 5 of 100 such addresses still hold.",
                "Eine Adresse von „Acme GmbH“; diese Firma wurde zuletzt am 2. Mai 2024 von Ihnen bestätigt; von 100 solchen Adressen gelten noch 5."
            ),
            ("“a@b.example” holds an e-mail address.", "„a@b.example“ enthält eine E-Mail-Adresse."),
            (
                "Kept with each person, but not understood: “Shoe”, “Hat”.",
                "Bei jeder Person aufbewahrt, aber nicht verstanden: „Shoe“, „Hat“."
            ),
            ("It has only 4 digits.", "Sie hat nur 4 Ziffern."),
            ("Sample network 2024-05-02 to 2025-05-02", "Beispielnetz, 2. Mai 2024 bis 2. Mai 2025"),
            ("7 columns, with URL (since 2023)", "7 Spalten, mit Adresse des Profils (seit 2023)"),
            ("12 columns (2018)", "12 Spalten (2018)"),
            ("6 columns, without URL (2018 to 2023)", "6 Spalten, ohne Adresse des Profils (2018 bis 2023)"),
            ("90 columns, Outlook's layout in Dutch", "90 Spalten, Aufbau von Outlook auf Niederländisch"),
            ("vCard 3.0, 4.0, 1 card", "vCard 3.0, 4.0, 1 Karte"), ("vCard 3.0, 12 cards in 2 files", "vCard 3.0, 12 Karten in 2 Dateien"),
            ("1 column, without some of LinkedIn's", "1 Spalte, ohne einige von LinkedIns Spalten"),
            ("profile, positions, e-mail addresses, phone numbers", "Profil, Positionen, E-Mail-Adressen, Telefonnummern"),
            (
                "“Schuhe” is no rule. Write a key, an equals sign and a value, such as email=work.",
                "„Schuhe“ ist keine Regel. Schreiben Sie einen Schlüssel, ein Gleichheitszeichen und einen Wert, etwa email=work."
            ),
            (
                "“x” is no probability. Write a number from 0 to 1, such as 0.8.",
                "„x“ ist keine Wahrscheinlichkeit. Schreiben Sie eine Zahl von 0 bis 1, etwa 0.8."
            ),
            ("“hat” is no field. The fields are company, title.", "„hat“ ist kein Feld. Die Felder sind company, title."),
            ("Anything else", "Anything else"), ("2 of the 7", "2 der 7"), ("Head of the Board", "Head of the Board"),
        ] {
            #expect(german.phrase(english) == expected)
            #expect(Texts(.english).phrase(english) == english)
        }
    }

    @Test("A text made to fit nearly everywhere stays as it is, at once")
    func hostile() {
        let german = Texts(.german)
        for (begin, beginnings, end, ends) in [
            ("part, ", 50, "of it", 1), ("“a” holds ", 250, ".", 250), ("It ", 900, ".", 900), (" in  and ", 400, ").", 1),
        ] {
            let text = String(repeating: begin, count: beginnings) + String(repeating: end, count: ends)
            #expect(german.phrase(text) == text)
        }
    }

    @Test("Every rule has its German, and every place of a German sentence is one of the English")
    func complete() {
        let german = Texts(.german)
        for rule in RuleBook.standard(asOf: CalendarDate(daysSince1970: 20_000)).rules {
            #expect(german.phrase(rule.title) != rule.title, "\(rule.id)")
            #expect(german.phrase(rule.advice) != rule.advice, "\(rule.id)")
        }
        for (english, other) in Texts.pairs(Texts.phrasesIn(.german)) {
            let places = Set(english.matches(of: /\{([^}]*)\}/).map { String($0.output.1) })
            #expect(other.matches(of: /\{(\w+)(?::\w+)?\}/).allSatisfy { places.contains(String($0.output.1)) }, "\(english)")
        }
    }

    @Test(
        "A source we named has its German name, one somebody else named keeps theirs",
        arguments: [
            ("Address book", "Adressbuch"), ("Address book (work)", "Adressbuch (work)"), ("LinkedIn", "LinkedIn"),
            ("LinkedIn address book", "Adressbuch aus LinkedIn"), ("Google Contacts", "Google Kontakte"),
            ("Mail (ada@example.com, sent)", "Postfach (ada@example.com, sent)"), ("Calendar", "Kalender"),
            ("Sample network", "Beispielnetz"), ("Instagram followers", "Follower bei Instagram"), ("you", "Sie"),
            ("Kanzlei (alt)", "Kanzlei (alt)"), ("(", "("), ("", ""),
        ])
    func sourceNames(name: String, german: String) {
        #expect(Texts(.german).source(name) == german)
        #expect(Texts(.english).source(name) == name)
    }

    @Test("A guide tells a reader of the page what to do there, and types no commands", arguments: ShowGuide.services, ["en", "de"])
    func guideOnThePage(service: String, language: String) throws {
        let guide = try #require(ShowGuide(service: service, language: language, on: .page).run())
        #expect(!guide.contains("```") && !guide.contains("`holdfast") && !guide.contains("<!--"))
        #expect(guide.contains(language == "de" ? "in das Feld am Ende dieser Seite" : "into the field at the end of this page"))
        let commands = try #require(ShowGuide(service: service, language: language).run())
        #expect(commands.contains("\nholdfast import ") && !commands.contains("<!--"))
    }

    @Test("Every guide is there in German, part for part", arguments: ShowGuide.services, [ShowGuide.Surface.terminal, .page])
    func guides(service: String, surface: ShowGuide.Surface) throws {
        let english = try #require(ShowGuide(service: service, on: surface).run())
        let german = try #require(ShowGuide(service: service, language: "de", on: surface).run())
        #expect(german != english)
        func parts(_ guide: String) -> [Int] {
            let lines = guide.split(separator: "\n")
            return ["## ", "| ", "```", "holdfast "].map { start in lines.count { $0.hasPrefix(start) } }
        }
        #expect(parts(german) == parts(english))
        func links(_ guide: String) -> Set<String> { Set(guide.matches(of: /<https[^>]*>/).map { String($0.output) }) }
        #expect(links(german) == links(english))
    }

    @Test(
        "No sentence of a room that a page shows is without its German",
        arguments: [
            "ContactQuality/Review/Rules", "ContactQuality/Email/EmailEvidence.swift", "ContactQuality/Email/AddressSyntax.swift",
            "ContactQuality/Email/LookalikeDomain.swift", "ContactQuality/Name/NameLetters.swift", "ContactQuality/Suggestions",
            "Actions/Gate/Gate.swift", "Actions/Backups/TypedSecrecy.swift", "Actions/Import", "Actions/Access",
            "Actions/Requests/DeliveryWarning.swift",
            "Actions/SayOfPerson.swift", "Actions/EditableField+Values.swift", "Actions/EditPeople.swift", "Actions/UndoStep.swift",
            "Actions/Suggestions",
            "ContactFormats/HandOver", "ContactFormats/CRM", "Vault/Reading/PeopleFilter.swift", "Vault/Reading/ImportedPeople.swift",
            "Vault/Decisions",
            "Vault/Verification/Vault+Verification.swift", "Actions/BrowsePeople.swift", "Server/Routes",
        ])
    func sources(under path: String) throws {
        let known = Texts(.german).phrases.english.map(Self.bare)
        for sentence in try Self.sentences(under: path) {
            // A value in the source may stand for words that differ: “has” or “have”.
            let parts = sentence.split(separator: "\u{0}", omittingEmptySubsequences: false).map {
                NSRegularExpression.escapedPattern(for: String($0))
            }
            let regex = try NSRegularExpression(pattern: "^" + parts.joined(separator: "[\\s\\S]+") + "$")
            let isKnown = known.contains { regex.firstMatch(in: $0, range: NSRange($0.startIndex..., in: $0)) != nil }
            #expect(isKnown, "\(path): \(sentence.replacing("\u{0}", with: "…"))")
        }
    }

    @Test("Every kind of step that a report on somebody names has its German", arguments: Decision.Kind.allCases)
    func kindsOfSteps(kind: Decision.Kind) {
        let told = Texts(.german).phrase("\(kind.rawValue) · people: 2")
        #expect(told.hasSuffix(" · people: 2") && !told.hasPrefix("\(kind.rawValue) "))
    }

    @Test("Every reason why a program's value can't be used has its German")
    func reasons() throws {
        let folder = Self.sources.appendingPathComponent("Server/API")
        let german = Texts(.german)
        var found = 0
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            let code = try String(contentsOf: file, encoding: .utf8)
            for match in code.matches(of: /unusable\(\s*[^,]+,\s*"((?:[^"\\]|\\\([^)]*\))*)"/) {
                // Every value in these reasons but a mistake in a profile is a number.
                let reason = match.output.1.replacing(/\\\([^)]*\)/, with: "7")
                let sentence = "“x” \(reason)."
                guard !reason.contains("mistake on line") else { continue }
                found += 1
                #expect(german.phrase(sentence) != sentence, "\(file.lastPathComponent): \(sentence)")
            }
            for match in code.matches(of: /\.sentence\(\s*"([^"\\]+)"/) {
                #expect(german.phrase(String(match.output.1)) != match.output.1, "\(file.lastPathComponent): \(match.output.1)")
            }
        }
        #expect(found > 30)
    }

    /// A sentence with its places as U+0000.
    private static func bare(_ sentence: String) -> String { sentence.replacing(/\{[^}]*\}/, with: "\u{0}") }

    /// The sentences written in the sources: texts that end with a point and have several words.
    private static func sentences(under path: String) throws -> [String] {
        let place = sources.appendingPathComponent(path)
        let files =
            path.hasSuffix(".swift")
            ? [place]
            : try FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil).filter { $0.pathExtension == "swift" }
        try #require(!files.isEmpty)
        return try files.flatMap { file in
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
            let code = lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            return literals(in: code).filter { $0.hasSuffix(".") && $0.split(separator: " ").count > 2 }
        }
    }

    /// The texts in quotes of a source, those joined by `+` as one, each value in them as U+0000.
    private static func literals(in code: String) -> [String] {
        var (found, rest): ([String], Substring) = ([], code[...])
        while let quote = rest.firstIndex(of: "\"") {
            rest = rest[rest.index(after: quote)...]
            var text = literal(&rest)
            while let joined = rest.prefixMatch(of: /\s*\+\s*"/) {
                rest = rest[joined.range.upperBound...]
                text += literal(&rest)
            }
            found.append(text)
        }
        return found
    }

    /// A text up to its closing quote; what is put in by `\(…)` is one U+0000.
    private static func literal(_ rest: inout Substring) -> String {
        var text = ""
        while let letter = rest.popFirst(), letter != "\"" {
            guard letter == "\\" else {
                text.append(letter)
                continue
            }
            guard let escaped = rest.popFirst(), escaped == "(" else {
                text.append("\"")
                continue
            }
            text.append("\u{0}")
            var depth = 1
            while depth > 0, let inner = rest.popFirst() {
                if inner == "\"" { _ = literal(&rest) }
                if inner == "(" { depth += 1 }
                if inner == ")" { depth -= 1 }
            }
        }
        return text
    }
}
