import ContactModel
import RecordLinkage
import Testing

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
            explanation: nil, skip: 0, count: 3, texts: Texts(.english))
        #expect(page.pair?.lines.map(\.field) == ["Company", "E-mail", "Name"])
        #expect(page.pair?.lines.map(\.isConflict) == [true, false, false])
        #expect(page.position == "1 of 3" && page.nextPath == "/duplicates?skip=1" && page.previousPath == nil)
    }

    @Test("Where no pair is left the page says so")
    func none() throws {
        let page = DuplicatesPage(people: nil, explanation: nil, skip: 0, count: 0, texts: Texts(.german))
        let html = try Views().html(page, in: Frame(title: "x", room: .duplicates, texts: Texts(.german), formToken: ""))
        #expect(html.contains("Keine Doppelten") && !html.contains("data-verdict"))
    }
}
