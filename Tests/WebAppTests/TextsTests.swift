import Foundation
import Testing

@testable import WebApp

@Suite("The page's texts")
struct TextsTests {
    @Test("Every text is there in every language, with the same values in it")
    func complete() {
        let english = Texts(.english)
        #expect(english.keys.count > 10)
        for language in Language.allCases {
            let other = Texts(language)
            #expect(other.keys.symmetricDifference(english.keys).sorted() == [], "\(language)")
            for key in english.keys {
                func values(_ text: String) -> Set<String> { Set(text.matches(of: /\{\w+\}/).map { String($0.output) }) }
                #expect(values(other(key)) == values(english(key)), "\(key) in \(language)")
            }
        }
    }

    @Test("No text hides another one of its key", arguments: Language.allCases)
    func doubled(language: Language) {
        for file in [Texts.linesIn(language), Texts.phrasesIn(language)] {
            let doubled = Dictionary(grouping: Texts.entries(file), by: \.key).filter { $0.value.count > 1 }.keys.sorted()
            #expect(doubled == [])
        }
    }

    @Test("The usual words for numbers and addresses are in the page's language; a source's own stay")
    func labels() {
        let german = Texts(.german)
        #expect(["home", "Work Fax", "Ferienhaus"].map(german.label) == ["privat", "Fax geschäftlich", "Ferienhaus"])
    }

    @Test("A count takes the right form and the language's digits")
    func counts() {
        #expect(Texts(.english)("peopleCount", count: 1) == "1 person")
        #expect(Texts(.english)("peopleCount", count: 1_204_000) == "1,204,000 people")
        #expect(Texts(.german)("peopleCount", count: 1204) == "1.204 Personen")
    }

    @Test(
        "The browser's wish decides the language",
        arguments: [
            ("de-AT,de;q=0.9,en;q=0.8", "de"), ("fr, en;q=0.5, de;q=0.7", "de"), ("en-GB", "en"), ("", "en"), ("de;q=0, en", "en"),
            (";;q,", "en"),
        ])
    func wishes(header: String, language: String) {
        #expect(Language(accepting: header).rawValue == language)
    }

    @Test("A moment is told as a day and a time, in the reader's language")
    func moments() {
        #expect(Texts(.german).minute(1_795_645_500_000) == "25. Nov. 2026, 22:25 (UTC)")
        #expect(Texts(.english).minute(60_000) == "1 Jan 1970, 00:01 (UTC)")
    }
}
