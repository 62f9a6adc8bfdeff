import ContactModel
import ContactQuality
import Testing

/// What is proposed for people out of what others tell.
@Suite("Suggestions")
struct SuggestionTests {
    static let today = CalendarDate(daysSince1970: 20_780)

    /// Somebody of an export of this day.
    static func person(
        _ given: String, _ family: String, at company: String? = nil, email: String? = nil, source: String = "LinkedIn",
        basis: Provenance.Basis? = nil, on day: CalendarDate = today
    ) -> Person {
        let text = "\(given)|\(family)|\(company ?? "")|\(source)"
        let hash = text.utf8.reduce(UInt64(14_695_981_039_346_656_037)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
        var person = Person(id: UniqueID(digestHigh: hash, digestLow: hash &* 31), standing: .connected)
        let snapshot = basis == nil ? UniqueID(high: 1, low: 1) : nil
        let provenance = [Provenance(source: source, snapshot: snapshot, firstSeen: day, lastConfirmed: day, basis: basis)]
        person.names = [Held(PersonName(given: given, family: family), provenance)]
        if let company { person.organizations = [Held(Organization(company), provenance)] }
        if let email { person.emails = [Held(EmailAddress(email), provenance)] }
        return person
    }

    static let firm = "Acmeton Robotics GmbH"
    static let domain = "acmeton-robotics.example"

    /// Colleagues whose addresses are made in one way.
    static func colleagues(_ locals: [String]) -> [Person] {
        let names = [
            ("Ada", "Sample"), ("Bo", "Probe"), ("Carla", "Muster"), ("Dan", "Beispiel"), ("Eva", "Exemple"), ("Finn", "Voorbeeld"),
        ]
        return zip(names, locals).map { name, local in
            person(name.0, name.1, at: firm, email: "\(local)@\(domain)")
        }
    }

    static let dotted = ["ada.sample", "bo.probe", "carla.muster", "dan.beispiel", "eva.exemple", "finn.voorbeeld"]

    static func suggestions(
        for person: Person, among others: [Person], twins: [LikelyTwin] = [], distinct: Set<UniqueID> = [], least: Double = 0.5
    ) -> [Suggestion] {
        var knowledge = SuggestionKnowledge(census: DomainCensus(), asOf: today, twins: [person.id: twins], distinct: [person.id: distinct])
        for one in others + [person] { knowledge.add(one) }
        knowledge.finish()
        return knowledge.suggestions(for: person, least: least)
    }

    @Test(
        "An address is made as the colleagues' are",
        arguments: [
            (dotted, "grace.hopton"),
            (["asample", "bprobe", "cmuster", "dbeispiel", "eexemple", "fvoorbeeld"], "ghopton"),
            (["ada", "bo", "carla", "dan", "eva", "finn"], "grace"),
            (["a.sample", "b.probe", "c.muster", "d.beispiel", "e.exemple", "f.voorbeeld"], "g.hopton"),
            (["samplea", "probeb", "musterc", "beispield", "exemplee", "voorbeeldf"], "hoptong"),
            (["ada_sample", "bo_probe", "carla_muster", "dan_beispiel", "eva_exemple", "finn_voorbeeld"], "grace_hopton"),
            (["sample.ada", "probe.bo", "muster.carla", "beispiel.dan", "exemple.eva", "voorbeeld.finn"], "hopton.grace"),
            (["adas", "bop", "carlam", "danb", "evae", "finnv"], "graceh"),
            (["sample", "probe", "muster", "beispiel", "exemple", "voorbeeld"], "hopton"),
        ])
    func patterns(locals: [String], expected: String) throws {
        let found = Self.suggestions(for: Self.person("Grace", "Hopton", at: Self.firm), among: Self.colleagues(locals))
        let only = try #require(found.first)
        #expect(found.count == 1 && only.value == "\(expected)@\(Self.domain)" && only.field == .email && only.isGuess)
        #expect(only.probability > 0.6 && only.probability < 0.95 && only.evidence.contains { $0.contains("All 6") })
    }

    @Test(
        "Marks, particles, titles and credentials are written as addresses have them",
        arguments: [
            ("Zoë", "Çelik", "zoe.celik"), ("Łukasz", "Wąs", "lukasz.was"), ("Jürgen", "Groß", "juergen.gross"),
            ("Dr. Anna", "Weiß, PhD", "anna.weiss"), ("Ada (Addy)", "Hopton", "ada.hopton"), ("Grace M.", "Hopton", "grace.hopton"),
            ("John", "Hopton Jr.", "john.hopton"), ("Sean", "O'Hopton", "sean.ohopton"), ("GRACE", "HOPTON", "grace.hopton"),
        ])
    func spellings(given: String, family: String, expected: String) throws {
        let found = Self.suggestions(for: Self.person(given, family, at: Self.firm), among: Self.colleagues(Self.dotted), least: 0.3)
        #expect(found.first?.value == "\(expected)@\(Self.domain)")
    }

    @Test("How colleagues write their umlauts decides")
    func umlauts() throws {
        let plain =
            Self.colleagues(Self.dotted) + [
                Self.person("Jörg", "Müller", at: Self.firm, email: "jorg.muller@\(Self.domain)"),
                Self.person("Käthe", "Böhm", at: Self.firm, email: "kathe.bohm@\(Self.domain)"),
                Self.person("Änne", "Thür", at: Self.firm, email: "anne.thur@\(Self.domain)"),
            ]
        let found = Self.suggestions(for: Self.person("Jürgen", "Groß", at: Self.firm), among: plain, least: 0.2)
        #expect(found.first?.value == "jurgen.gross@\(Self.domain)")
    }

    @Test("A name that can be shortened in many ways is less sure than a plain one")
    func doubleNames() throws {
        func sure(_ given: String, _ family: String) -> Double {
            Self.suggestions(for: Self.person(given, family, at: Self.firm), among: Self.colleagues(Self.dotted), least: 0).first?
                .probability ?? 0
        }
        #expect(sure("Grace", "Hopton") > sure("Grace", "van der Hopton") && sure("Grace", "van der Hopton") > 0.2)
        #expect(sure("Grace", "Hopton") > sure("Hans-Peter", "Hopton-Sample"))
        #expect(sure("Анна", "Пример") == 0 && sure("Grace", "") == 0 && sure("", "Hopton") == 0)
    }

    @Test("One colleague is not enough, and more make it surer")
    func counts() throws {
        var last = 0.0
        for count in 0...6 {
            let found = Self.suggestions(
                for: Self.person("Grace", "Hopton", at: Self.firm), among: Array(Self.colleagues(Self.dotted).prefix(count)), least: 0)
            #expect(found.isEmpty == (count < 2), "\(count)")
            let probability = found.first?.probability ?? 0
            #expect(count < 2 || probability > last, "\(count)")
            last = probability
        }
    }

    @Test("Forms that compete make one another less likely")
    func competition() throws {
        let mixed = ["ada.sample", "bo.probe", "carla.muster", "dbeispiel", "eexemple", "fvoorbeeld"]
        let person = Self.person("Grace", "Hopton", at: Self.firm)
        #expect(Self.suggestions(for: person, among: Self.colleagues(mixed)).isEmpty)
        let found = try #require(Self.suggestions(for: person, among: Self.colleagues(mixed), least: 0).first)
        #expect(found.probability < 0.5 && found.value == "grace.hopton@\(Self.domain)" && found.evidence[0].contains("3 of the 6"))
    }

    @Test("An address somebody else has, or two would get, is not proposed")
    func collisions() throws {
        let short = Self.colleagues(["asample", "bprobe", "cmuster", "dbeispiel", "eexemple", "fvoorbeeld"])
        let ann = Self.person("Ann", "Sample", at: Self.firm)
        #expect(Self.suggestions(for: ann, among: short, least: 0).isEmpty, "asample@ is Ada's")
        let (jane, john) = (Self.person("Jane", "Smithson", at: Self.firm), Self.person("John", "Smithson", at: Self.firm))
        #expect(Self.suggestions(for: jane, among: short + [john]).isEmpty)
        #expect(try #require(Self.suggestions(for: jane, among: short, least: 0).first).probability > 0.6)
    }

    @Test("Only verified work addresses of the company count: no private ones, no functions, no accepted guesses")
    func verified() throws {
        let others = [
            Self.person("Ada", "Sample", at: Self.firm, email: "ada.sample@gmail.com"),
            Self.person("Bo", "Probe", at: Self.firm, email: "info@\(Self.domain)"),
            Self.person("Carla", "Muster", at: Self.firm, email: "carla.muster@\(Self.domain)", basis: .guess),
            Self.person("Dan", "Beispiel", at: Self.firm, email: "dan.beispiel@\(Self.domain)", basis: .guess),
            Self.person("Eva", "Exemple", at: Self.firm, email: "eva.exemple@\(Self.domain)"),
        ]
        #expect(Self.suggestions(for: Self.person("Grace", "Hopton", at: Self.firm), among: others, least: 0).isEmpty)
    }

    @Test("Who has a work address, an address at the domain, no company or a pseudo-company gets no guess")
    func noGuess() throws {
        let others = Self.colleagues(Self.dotted)
        for person in [
            Self.person("Grace", "Hopton", at: Self.firm, email: "gh@\(Self.domain)"), Self.person("Grace", "Hopton"),
            Self.person("Grace", "Hopton", at: "Self-employed"), Self.person("Grace", "Hopton", at: "Another Firm Ltd"),
        ] {
            #expect(Self.suggestions(for: person, among: others, least: 0).filter { $0.field == .email }.isEmpty)
        }
    }

    @Test("A company last confirmed years ago makes the guess less sure, and the evidence says so")
    func stale() throws {
        let old = Self.person("Grace", "Hopton", at: Self.firm, on: CalendarDate(daysSince1970: Self.today.daysSince1970 - 4 * 365))
        let found = try #require(Self.suggestions(for: old, among: Self.colleagues(Self.dotted), least: 0).first)
        #expect(found.probability < 0.6 && found.evidence.contains { $0.contains("last confirmed") })
    }

    @Test("A company is told from the domain of the address where colleagues share it")
    func company() throws {
        let found = Self.suggestions(
            for: Self.person("Grace", "Hopton", email: "grace.hopton@\(Self.domain)"), among: Self.colleagues(Self.dotted))
        let only = try #require(found.first)
        #expect(found.count == 1 && only.field == .company && only.value == Self.firm && !only.isGuess && only.probability > 0.8)
        let alone = Self.suggestions(
            for: Self.person("Grace", "Hopton", email: "grace.hopton@\(Self.domain)"), among: Array(Self.colleagues(Self.dotted).prefix(1)),
            least: 0)
        #expect(alone.isEmpty)
        let private_ = Self.person("Grace", "Hopton", email: "grace.hopton@gmail.com")
        #expect(Self.suggestions(for: private_, among: Self.colleagues(Self.dotted), least: 0).isEmpty)
    }

    @Test("A correspondent of the same name at the company's domain has the address, and comes before a guess")
    func correspondent() throws {
        let mail = Self.person("Grace", "Hopton", email: "grace@\(Self.domain)", source: "Mailbox")
        let grace = Self.person("Grace", "Hopton", at: Self.firm)
        let found = Self.suggestions(for: grace, among: Self.colleagues(Self.dotted) + [mail])
        let only = try #require(found.first)
        #expect(found.count == 1 && only.value == "grace@\(Self.domain)" && !only.isGuess && only.probability > 0.8)
        #expect(only.evidence.contains { $0.contains("Mailbox") })
        var withPhone = mail
        withPhone.phones = [Held(PhoneNumber("+49 30 1234567"), mail.names[0].provenance)]
        let phone = Self.suggestions(for: grace, among: [withPhone]).first { $0.field == .phone }
        #expect(phone?.value == "+49 30 1234567" && phone?.isGuess == false)
        #expect(Self.suggestions(for: grace, among: [mail], distinct: [mail.id], least: 0).isEmpty, "the owner said they are two")
        let elsewhere = Self.person("Grace", "Hopton", email: "grace@other-firm.example", source: "Mailbox")
        #expect(Self.suggestions(for: grace, among: [elsewhere], least: 0).isEmpty, "the domain does not fit")
        let together = Self.person("Grace", "Hopton", at: "Other Firm", email: "grace@\(Self.domain)", source: "LinkedIn")
        #expect(Self.suggestions(for: grace, among: [together], least: 0).isEmpty, "both stand in one list: they are two people")
    }

    @Test("Of somebody who is probably the same person everything that is missing is proposed, as sure as that is")
    func twin() throws {
        var other = Self.person("G.", "Hopton", at: Self.firm, email: "grace.hopton@\(Self.domain)", source: "Phone")
        other.titles = [Held("Engineer", other.names[0].provenance)]
        other.phones = [Held(PhoneNumber("+49 30 1234567"), other.names[0].provenance)]
        let grace = Self.person("Grace", "Hopton", source: "LinkedIn")
        let found = Self.suggestions(for: grace, among: [other], twins: [LikelyTwin(other, probability: 0.9)])
        #expect(Set(found.map(\.field)) == Set(SuggestedField.allCases) && found.allSatisfy { !$0.isGuess && $0.probability <= 0.9 })
        #expect(found.allSatisfy { $0.evidence.contains { $0.contains("Phone") && $0.contains("90 %") } })
        #expect(Self.suggestions(for: grace, among: [other], twins: [LikelyTwin(other, probability: 0.4)]).isEmpty)
    }

    @Test("What a person has or the owner turned down is not proposed")
    func declined() throws {
        var grace = Self.person("Grace", "Hopton", at: Self.firm)
        let first = try #require(Self.suggestions(for: grace, among: Self.colleagues(Self.dotted)).first)
        grace.declined = [DeclinedValue(.email, first.value.uppercased())]
        #expect(Self.suggestions(for: grace, among: Self.colleagues(Self.dotted)).isEmpty)
    }

    @Test("The id is the same for the same value of the same person")
    func ids() throws {
        let grace = Self.person("Grace", "Hopton", at: Self.firm)
        let one = try #require(Self.suggestions(for: grace, among: Self.colleagues(Self.dotted)).first)
        let later = try #require(Self.suggestions(for: grace, among: Array(Self.colleagues(Self.dotted).prefix(4))).first)
        #expect(one.id == later.id && one.probability != later.probability)
    }
}
