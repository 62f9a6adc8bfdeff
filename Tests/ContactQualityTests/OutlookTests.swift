import ContactModel
import ContactQuality
import Testing

/// How likely each value of a person holds, and why: the one answer that page, `show`, REST and the rules give.
@Suite("How likely a value still holds")
struct OutlookTests {
    private let today = CalendarDate(daysSince1970: 20_780)

    private func said(_ source: String, _ first: String, _ last: String) throws -> [Provenance] {
        let (first, last) = (try #require(CalendarDate(iso: first)), try #require(CalendarDate(iso: last)))
        // One snapshot a day.
        let snapshot = source == "you" ? nil : UniqueID(high: 1, low: UInt64(last.daysSince1970))
        return [Provenance(source: source, snapshot: snapshot, firstSeen: first, lastConfirmed: last)]
    }

    /// Ada, who left Monsoon Robotics for Harbour Engines, by LinkedIn's list of February.
    private func mover() throws -> Person {
        var person = Person(id: UniqueID(high: 1, low: 1), standing: .connected)
        person.names = [Held(PersonName(given: "Ada", family: "Sample"), try said("LinkedIn", "2020-01-10", "2026-02-08"))]
        person.companies = [
            Held("Harbour Engines", try said("LinkedIn", "2026-02-08", "2026-02-08")),
            Held("Monsoon Robotics", try said("LinkedIn", "2020-01-10", "2024-05-14")),
        ]
        person.titles = [Held("Engineer", try said("LinkedIn", "2011-01-10", "2011-01-10"))]
        person.phones = [Held(PhoneNumber("+44 20 7946 0958"), try said("book", "2024-01-01", "2026-10-01"))]
        return person
    }

    private func outlook(_ person: Person) -> PersonOutlook {
        PersonOutlook(person, census: DomainCensus(), by: .published, on: today)
    }

    private func email(_ person: Person) throws -> Outlook { try #require(outlook(person).emails.first ?? nil) }

    @Test("An address of a former company has nearly always ended, whenever an address book last held it, and says so")
    func formerCompany() throws {
        var person = try mover()
        person.emails = [Held(EmailAddress("ada@monsoon-robotics.example"), try said("book", "2022-01-01", "2026-11-01"))]
        let found = try email(person)
        #expect(found.reason == .ofFormerCompany("Monsoon Robotics") && found.standing == .unlikely && found.holds <= 0.05)
        #expect(found.percent >= 95 && found.isWorthExplaining)
    }

    @Test("The owner who gives such an address knowing of the new company knows why")
    func ownersWord() throws {
        var person = try mover()
        person.emails = [Held(EmailAddress("ada@monsoon-robotics.example"), try said("you", "2026-10-01", "2026-10-01"))]
        #expect(try email(person).standing == .likely)
        // Before that it was true of the company she had then.
        person.emails = [Held(EmailAddress("ada@monsoon-robotics.example"), try said("you", "2023-10-01", "2023-10-01"))]
        #expect(try email(person).reason == .ofFormerCompany("Monsoon Robotics"))
    }

    @Test("A further company of today is none she has left")
    func furtherCompany() throws {
        var person = try mover()
        person.companies[1] = Held("Monsoon Robotics", try said("LinkedIn", "2020-01-10", "2026-02-08"))
        person.emails = [Held(EmailAddress("ada@monsoon-robotics.example"), try said("book", "2022-01-01", "2026-10-01"))]
        #expect(try email(person).standing == .likely)
    }

    @Test("A work address goes with its company where that was confirmed later")
    func ofConfirmedCompany() throws {
        var person = try mover()
        person.companies = [Held("Harbour Engines", try said("LinkedIn", "2015-01-10", "2026-02-08"))]
        person.emails = [Held(EmailAddress("ada@harbour-engines.example"), try said("book", "2015-01-01", "2015-01-01"))]
        let found = try email(person)
        guard case .ofConfirmedCompany("Harbour Engines", let confirmed) = found.reason else {
            return #expect(Bool(false), "\(found.reason)")
        }
        #expect(found.standing == .likely && confirmed.lastConfirmed == CalendarDate(iso: "2026-02-08"))
        // By itself it had probably ended.
        let alone = StalenessModel.published.outlook(
            of: .workEmail, Confirmation(lastConfirmed: try #require(CalendarDate(iso: "2015-01-01"))), on: today)
        #expect(alone?.standing == .unlikely)
    }

    @Test("Old values are probably out of date, fresh ones likely right, and none is certain")
    func ages() throws {
        var person = try mover()
        person.emails = [Held(EmailAddress("no address"), try said("book", "2026-01-01", "2026-10-01"))]
        let found = outlook(person)
        #expect(found.title?.standing == .unlikely && found.title?.isWorthExplaining == true)
        #expect(found.company?.standing == .likely && found.company?.isWorthExplaining == false)
        #expect(found.phones.map { $0?.standing } == [.likely] && found.emails == [nil], "what is no address never held")
        #expect(Outlook(1, because: .ofFormerCompany("x")).holds == 0.99 && Outlook(0, because: .ofFormerCompany("x")).holds == 0.01)
        #expect(Outlook(0.5, because: .ofFormerCompany("x")).standing == .perhaps)
    }

    @Test("What the rules find of a person is what is shown of them")
    func rules() throws {
        var person = try mover()
        person.emails = [
            Held(EmailAddress("ada@monsoon-robotics.example"), try said("book", "2022-01-01", "2026-11-01")),
            Held(EmailAddress("ada.sample@gmail.com"), try said("LinkedIn", "1999-01-01", "1999-01-01")),
        ]
        let (found, subject) = (outlook(person), ReviewSubject(person))
        let title = try #require(TitleStale(asOf: today).finding(for: subject))
        #expect(abs((found.title?.probability ?? 1) + title.probability - 1) < 1e-9)
        #expect(CompanyStale(asOf: today).finding(for: subject) == nil)
        let finding = try #require(EmailStale(asOf: today).finding(for: subject))
        let likeliest = found.emails.compactMap { $0 }.map(\.probability).max() ?? 1
        #expect(finding.value == "ada.sample@gmail.com" && abs(likeliest + finding.probability - 1) < 1e-9)
    }
}
