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

    @Test(
        "A letter goes to the address alone, whatever the address holds",
        arguments: [
            ("ada@example.com", "mailto:ada@example.com"), ("a@b.example?bcc=x@evil.example", "mailto:a@b.example%3Fbcc%3Dx@evil.example"),
            ("a&b+c@example.com", "mailto:a%26b%2Bc@example.com"), ("a%0Ab@example.com", "mailto:a%250Ab@example.com"),
            ("zoë@example.com", "mailto:zo%C3%AB@example.com"), ("a,b@example.com", "mailto:a%2Cb@example.com"),
        ])
    func mail(address: String, link: String) throws {
        var ada = person("Ada", "Example")
        ada.emails = [Held(EmailAddress(address), [])]
        let html = try html(PeopleListing(people: [ada], offset: 0, count: 1, isCountComplete: true, respellings: []))
        #expect(html.contains("href=\"\(link)\""), "\(html)")
    }

    @Test(
        "A call goes to the number alone",
        arguments: [
            ("+49 30 901820", "tel:+4930901820"), ("(030) 90-18", "tel:%28030%2990-18"), ("112?x=1&y", "tel:112%3Fx%3D1%26y"),
            ("+4930901820;ext=12", "tel:+4930901820;ext=12"), ("+34-954-000-002 ext. 17", "tel:+34-954-000-002;ext=17"),
            ("555 0100 x7", "tel:5550100;ext=7"), ("+49;phone-context=evil", "tel:+49%3Bphone-context%3Devil"),
        ])
    func call(number: String, link: String) throws {
        var ada = person("Ada", "Example")
        ada.phones = [Held(PhoneNumber(number), [])]
        let html = try html(PeopleListing(people: [ada], offset: 0, count: 1, isCountComplete: true, respellings: []))
        #expect(html.contains("href=\"\(link)\""), "\(html)")
    }

    @Test("Where not everybody was looked at, nobody is told that there is nobody")
    func looking() throws {
        let html = try html(PeopleListing(people: [], offset: 0, count: 0, isCountComplete: false), query: "is:stale")
        #expect(html.contains("data-empty hidden") && html.contains("rel=\"next\" href=\"/people?q=is%3Astale\""))
        #expect(html.contains(">Nobody so far</p>") && !html.contains("More than 0 people"))
        #expect(html.contains("data-looking=\"Looking …\""), "a script goes on looking, and says so")
    }

    @Test("Of a search that can't be read only what is wrong is said, without a number")
    func problem() throws {
        let nobody = PeopleListing(people: [], offset: 0, count: 0, isCountComplete: true)
        let html = try html(nobody, query: "company:", problem: "“company:” needs a value.")
        #expect(html.contains("“company:” needs a value.") && html.contains("data-empty hidden"))
        #expect(!html.contains("0 people"))
    }

    @Test("Where nobody is found there is nobody to do anything with")
    func nobodyToChange() throws {
        let nobody = PeopleListing(people: [], offset: 0, count: 0, isCountComplete: true)
        #expect(try html(nobody, query: "xyz").contains("action=\"/people/bulk\" hidden "))
        let one = PeopleListing(people: [person("Ada", "Example")], offset: 0, count: 1, isCountComplete: true)
        #expect(try !html(one, query: "xyz").contains("action=\"/people/bulk\" hidden "))
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
        #expect(html.contains("All matching (more than 4,000)"), "nobody promises a number that is not known")
    }

    @Test("A condition typed as a word is told how it is written")
    func conditionAsWord() throws {
        let nobody = PeopleListing(people: [], offset: 0, count: 0, isCountComplete: true)
        #expect(try html(nobody, query: "stale").contains("search for is:stale"))
        #expect(!(try html(nobody, query: "is:stale").contains("search for is:stale")))
    }

    @Test("Of words somebody has it is not said that nobody has them")
    func wordsThatAreHad() throws {
        let (ada, lovelaec) = (Respelling(typed: "ada", meant: ["adam"], isHad: true), Respelling(typed: "lovelaec", meant: ["lovelace"]))
        func told(_ respellings: [Respelling]) throws -> String {
            try html(
                PeopleListing(people: [person("Ada", "Lovelace")], offset: 0, count: 1, isCountComplete: true, respellings: respellings))
        }
        #expect(try told([ada, lovelaec]).contains("Nobody has “lovelaec”. These are nearest: lovelace."))
        #expect(try told([ada]).contains("Also looked for words near “ada”: adam."))
    }

    @Test(
        "Initials come from any kind of name",
        arguments: [
            ("Ada", "Lovelace", "AL"), ("Élodie", nil, "É"), (nil, "李", "李"), ("小明", "王", "王小"), ("太郎", "山田", "山太"),
            ("민수", "김", "김민"), ("Ming", "王", "M王"), ("(Bo)", "van der Berg", "BV"),
        ] as [(String?, String?, String)])
    func initials(given: String?, family: String?, letters: String) {
        #expect(Monogram(person(given, family)).letters == letters)
    }
}
