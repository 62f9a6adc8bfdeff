import ContactModel
import ContactQuality
import Testing
import Vault

/// The text form of a filter, as `people` and `--where` take it.
@Suite("A filter's text")
struct PeopleFilterTests {
    typealias Condition = PeopleFilter.Condition

    private static func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

    @Test(
        "A condition is read",
        arguments: [
            ("anna", .words("anna")), ("anna berlin", .words("anna berlin")), ("company:acme", .company("acme")),
            ("company=acme", .company("acme")), ("COMPANY:acme", .company("acme")), ("company:\"acme ltd\"", .company("acme ltd")),
            ("\"company:acme ltd\"", .company("acme ltd")), ("name:anna", .name("anna")), ("title:partner", .title("partner")),
            ("email:example.com", .email("example.com")), ("tag:vip", .tag("vip")), ("source:LinkedIn", .source("LinkedIn")),
            ("has:email", .has(.email)), ("has:PHONE", .has(.phone)), ("kind:Work", .kind("work")),
            ("seniority:Director", .seniority(.director)), ("seniority:\"vice president\"", .seniority(.vicePresident)),
            ("function:sales", .function(.sales)),
            ("is:disconnected", .standing(.disconnected)),
            ("connected:2019", .connected(from: day("2019-01-01"), to: day("2019-12-31"))),
            ("connected:2019-02", .connected(from: day("2019-02-01"), to: day("2019-02-28"))),
            ("connected:2020-02", .connected(from: day("2020-02-01"), to: day("2020-02-29"))),
            ("connected:2019-02-03", .connected(from: day("2019-02-03"), to: day("2019-02-03"))),
            ("connected:2019..2021", .connected(from: day("2019-01-01"), to: day("2021-12-31"))),
            ("connected:2019..", .connected(from: day("2019-01-01"), to: nil)),
            ("connected:..2021-06", .connected(from: nil, to: day("2021-06-30"))),
            ("connected:>=2020", .connected(from: day("2020-01-01"), to: nil)),
            ("connected>=2020", .connected(from: day("2020-01-01"), to: nil)),
            ("connected>2020", .connected(from: day("2021-01-01"), to: nil)),
            ("connected:<=2020", .connected(from: nil, to: day("2020-12-31"))),
            ("connected<2020-06", .connected(from: nil, to: day("2020-05-31"))),
            ("moved:2026", .changed(.moved, from: day("2026-01-01"), to: day("2026-12-31"))),
            ("disconnected:2026-01-01", .changed(.disconnected, from: day("2026-01-01"), to: day("2026-01-01"))),
            ("https://example.com", .words("https://example.com")), ("10:30", .words("10:30")), ("tag:a:b", .tag("a:b")),
            ("tag:a=b", .tag("a=b")),
            ("-", .words("-")),
        ] as [(String, Condition)]
    )
    func reads(text: String, condition: Condition) throws {
        let filter = try PeopleFilter([text])
        #expect(filter.terms.map(\.condition) == [condition])
        #expect(filter.terms.allSatisfy { !$0.isNegated })
    }

    @Test(
        "A minus turns a condition round",
        arguments: [("-has:email", .has(.email)), ("-tag:vip", .tag("vip")), ("-anna", .words("anna"))] as [(String, Condition)])
    func negates(text: String, condition: Condition) throws {
        let filter = try PeopleFilter([text])
        #expect(filter.terms.map(\.condition) == [condition])
        #expect(filter.terms.map(\.isNegated) == [true])
    }

    @Test("Several conditions and words all hold, whether in one text or in several")
    func several() throws {
        let one = try PeopleFilter(["anna company:acme -has:phone berlin"])
        let two = try PeopleFilter(["anna", "company:acme", "-has:phone", "berlin"])
        #expect(one == two)
        #expect(Set(one.terms.map(\.condition)) == [.words("anna berlin"), .company("acme"), .has(.phone)])
    }

    @Test("No text means everybody", arguments: [[], [""], ["  ", ""]] as [[String]])
    func everybody(texts: [String]) throws {
        #expect(try PeopleFilter(texts) == .everybody)
    }

    @Test("Acquaintances count in where they are asked for")
    func acquaintances() throws {
        #expect(try !PeopleFilter(["anna"]).includesAcquaintances)
        #expect(try PeopleFilter(["anna"], includesAcquaintances: true).includesAcquaintances)
        #expect(try PeopleFilter(["is:acquaintance"]).includesAcquaintances)
        #expect(try !PeopleFilter(["-is:acquaintance"]).includesAcquaintances)
    }

    @Test(
        "What can't be meant is refused with a sentence that shows how to write it",
        arguments: [
            ("has:money", "email"), ("is:rich", "connected"), ("connected:soon", "2026-03-15"), ("connected:2026-13", "2026-03"),
            ("connected:2026-02-30", "2026-03-15"), ("connected:2026-0", "2026"), ("connected:1-2-3-4", "2026"), ("company:", "company:"),
            ("has:", "has:email"),
            ("is:", "is:connected"), ("connected:", "connected:2026"), ("moved:x..y", "2019..2021"), ("connected:>", "2026"),
            ("tag:\"\"", "tag:"),
            ("connected:99999999999999999999", "2026"), ("connected:2019..99999999999999999999", "2026"),
        ]
    )
    func refuses(text: String, help: String) throws {
        let error = try #require(throws: PeopleFilter.SyntaxError.self) { try PeopleFilter([text]) }
        #expect(error.message.contains(help) && error.message.hasSuffix("."), "\(error.message)")
    }

    @Test(
        "The edges of the calendar don't stop the program",
        arguments: [
            "connected:>9999", "connected:9999-12-31..", "connected:<0001", "connected:<1", "connected:>=9999-12-31", "connected:..",
            "connected:0000", "connected:-2020", "connected:2020-", "connected:2020--1",
        ])
    func edges(text: String) {
        // Either is right, as long as it is one of the two.
        do { #expect(try PeopleFilter([text]).terms.count == 1) } catch { #expect(error.message.hasSuffix(".")) }
    }
}
