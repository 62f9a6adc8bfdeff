import ContactModel
import RecordLinkage
import Testing
import Vault

@testable import WebApp

@Suite("Two people side by side")
struct DuplicatesPageTests {
    private func person(_ low: UInt64, _ name: String, company: String, email: String?) -> Person {
        var person = Person(id: UniqueID(high: 0, low: low), standing: .connected)
        person.names = [Held(PersonName(full: name), [])]
        person.companies = [Held(company, [])]
        if let email { person.emails = [Held(EmailAddress(email), [])] }
        return person
    }

    @Test("What contradicts comes first, what is alike last; spelling alone contradicts nothing")
    func order() {
        let page = DuplicatesPage(
            people: (
                person(1, "Ada Example", company: "Muster GmbH", email: "ada@example.com"),
                person(2, "ADA EXAMPLE", company: "Other Ltd", email: nil)
            ),
            explanation: nil, skip: 0, standing: DuplicateStanding(waiting: 3), texts: Texts(.english))
        #expect(page.pair?.lines.map(\.field) == ["Company", "E-mail", "Name"])
        #expect(page.pair?.lines.map(\.isConflict) == [true, false, false])
        #expect(page.position == "1 of 3" && page.nextPath == "/duplicates?skip=1" && page.previousPath == nil)
    }

    @Test("A Hebrew title turns round itself alone, not the line it leads")
    func directions() throws {
        var ruth = person(1, "Ruth Example", company: "Example Ltd", email: nil)
        ruth.titles = [Held("עורכת דין", [])]
        let page = DuplicatesPage(
            people: (ruth, person(2, "R. Example", company: "Example Ltd", email: nil)), explanation: nil, skip: 0,
            standing: DuplicateStanding(waiting: 1), texts: Texts(.english))
        let html = try Views().html(page, in: Frame(title: "x", room: .duplicates, texts: Texts(.english), formToken: ""))
        #expect(html.contains("<span class=\"soft small\"><bdi>עורכת דין</bdi> · <bdi>Example Ltd</bdi></span>"))
    }

    /// How the pairs stand, and what is said then; the words of the next step, where there is one.
    static let empties: [(standing: DuplicateStanding, isAside: Bool, said: String, way: String?)] = [
        (DuplicateStanding(waiting: 0, extent: .nothing), false, "Nobody to compare yet", "/import"),
        (DuplicateStanding(waiting: 0, extent: .oneHandOut), false, "in which nobody stands twice", "/import"),
        (DuplicateStanding(waiting: 0), false, "No two people are alike enough", nil),
        (DuplicateStanding(waiting: 0, decided: 4), false, "You have said who is who", nil),
        (
            DuplicateStanding(waiting: 0, aside: 12, decided: 4), false, "12 pairs are put aside because you were not sure",
            "/duplicates?aside=1"
        ),
        (DuplicateStanding(waiting: 2, aside: 1), false, "2 pairs you passed over are still there", "/duplicates"),
        (DuplicateStanding(waiting: 2), true, "Nothing is put aside", "/duplicates"),
        (DuplicateStanding(waiting: 0, aside: 1), true, "1 pair you passed over is still there", "/duplicates?aside=1"),
    ]

    @Test("Where no pair is shown the page says why, and only what is so", arguments: empties)
    func none(_ one: (standing: DuplicateStanding, isAside: Bool, said: String, way: String?)) throws {
        let page = DuplicatesPage(
            people: nil, explanation: nil, skip: 9, standing: one.standing, isAside: one.isAside, texts: Texts(.english))
        let html = try Views().html(page, in: Frame(title: "x", room: .duplicates, texts: Texts(.english), formToken: ""))
        #expect(html.contains(one.said) && !html.contains("data-verdict"))
        let main = html.firstRange(of: "<main").map { html[$0.lowerBound...] } ?? ""
        #expect(one.way.map { main.contains("href=\"\($0)\"") } ?? true)
        #expect(one.standing.aside > 0 || one.isAside || !main.contains("put aside"), "of what is not there nothing is said")
    }

    @Test("Of a pair that was put aside one may be asked again, and is told how many wait")
    func aside() throws {
        let (ada, other) = (person(1, "Ada Example", company: "A", email: nil), person(2, "A. Example", company: "A", email: nil))
        func html(_ isAside: Bool) throws -> String {
            let page = DuplicatesPage(
                people: (ada, other), explanation: nil, skip: 0, standing: DuplicateStanding(waiting: 3, aside: 2), isAside: isAside,
                texts: Texts(.english))
            return try Views().html(page, in: Frame(title: "x", room: .duplicates, texts: Texts(.english), formToken: ""))
        }
        let (aside, waiting) = (try html(true), try html(false))
        #expect(aside.contains("value=\"again\"") && !aside.contains("value=\"unsure\"") && aside.contains("name=\"aside\" value=\"1\""))
        #expect(aside.contains("<a href=\"/duplicates\">3 pairs wait</a>") && aside.contains("href=\"/duplicates?aside=1&amp;skip=1\""))
        #expect(waiting.contains("value=\"unsure\"") && waiting.contains("<a href=\"/duplicates?aside=1\">2 pairs are put aside</a>"))
    }
}
