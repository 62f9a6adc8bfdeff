import ContactModel
import Testing
import Vault

@testable import WebApp

@Suite("The list of people as a page")
struct PeoplePageTests {
    private func person(_ given: String?, _ family: String?, company: String? = nil, standing: Person.Standing = .connected) -> Person {
        var person = Person(id: UniqueID(high: 1, low: 2), standing: standing)
        if given != nil || family != nil { person.names = [Held(PersonName(given: given, family: family), [])] }
        if let company { person.companies = [Held(company, [])] }
        return person
    }

    private func html(_ listing: PeopleListing, query: String = "", problem: String? = nil, language: Language = .english) throws -> String
    {
        let texts = Texts(language)
        let page = PeoplePage(query: query, listing: listing, problem: problem, texts: texts)
        return try Views().html(page, in: Frame(title: "x", room: .people, texts: texts, formToken: "abc"))
    }

    @Test("What people wrote is text, never a tag")
    func escapes() throws {
        let listing = PeopleListing(
            people: [person("<b>Ada</b>", "\"&'", company: "<script>")], offset: 0, count: 1, isCountComplete: true, respellings: [])
        let html = try html(listing, query: "\"><script>")
        #expect(html.contains("&lt;b&gt;Ada&lt;/b&gt;"))
        #expect(!html.contains("<script>"))
        #expect(html.contains("value=\"&quot;&gt;&lt;script&gt;\""))
    }

    @Test("A nameless person is shown by what there is, or as nameless")
    func nameless() throws {
        let listing = PeopleListing(
            people: [person(nil, nil), person("ليلى", "حداد", standing: .disconnected)], offset: 40, count: 42, isCountComplete: true,
            respellings: [])
        let html = try html(listing, language: .german)
        #expect(html.contains("Ohne Namen") && html.contains("data-position=\"41\""))
        #expect(html.contains("<span class=\"monogram\" aria-hidden=\"true\">لح</span>") && html.contains("nicht mehr verbunden"))
        #expect(html.contains("rel=\"prev\" href=\"/people?q=\"") && !html.contains("rel=\"next\""))
    }

    @Test("A count nobody finished says so, and a mistyped word what was meant")
    func counts() throws {
        let listing = PeopleListing(
            people: [person("Ada", "Example")], offset: 0, count: 4_000, isCountComplete: false,
            respellings: [Respelling(typed: "exmaple", meant: ["example", "examples"])])
        let html = try html(listing, query: "exmaple")
        #expect(html.contains("More than 4,000 people") && html.contains("rel=\"next\""))
        #expect(html.contains("Nobody has “exmaple”. These are nearest: example, examples."))
    }

    @Test(
        "Initials come from any kind of name",
        arguments: [
            ("Ada", "Lovelace", "AL"), ("Élodie", nil, "É"), (nil, "李", "李"), ("(Bo)", "van der Berg", "BV"),
        ] as [(String?, String?, String)])
    func initials(given: String?, family: String?, letters: String) {
        #expect(Monogram(person(given, family)).letters == letters)
    }
}
