import ContactModel
import ContactQuality
import Testing

@Suite struct EmailEvidenceTests {
    private let ada = PersonName(given: "Ada", family: "Sample")

    @Test("colleagues who share a domain and a company vouch for it")
    func colleagues() {
        var census = DomainCensus()
        for number in 0..<4 { census.add(addresses: ["p\(number)@qx7.example"], company: "Acme Robotics GmbH") }
        census.add(addresses: ["p@qx7.example"], company: "Other Ltd")
        let verdict = EmailClassification.verdict(of: "ada@mail.qx7.example", companies: ["Acme Robotics"], name: ada, census: census)
        #expect(verdict.kind == .work)
        #expect(verdict.reason.contains("3 other contacts") && verdict.reason.contains("Acme Robotics"))
        #expect(verdict.probability > 0.9)
        #expect(EmailClassification.kind(of: "ada@qx7.example", companies: ["Other Ltd"], name: ada, census: census) == .unknown)
        #expect(EmailClassification.kind(of: "ada@qx7.example", companies: ["Acme Robotics"], name: ada) == .unknown)
    }

    @Test("customers of one provider are no colleagues")
    func strangers() {
        var census = DomainCensus()
        for (number, company) in ["Acme Ltd", "Sample Ltd", "Muster AG", "Acme", "Exemple SA"].enumerated() {
            census.add(addresses: ["p\(number)@village-isp.example"], company: company)
        }
        for company in ["Self-employed", "-", nil] { census.add(addresses: ["q@solo.example"], company: company) }
        #expect(EmailClassification.kind(of: "x@village-isp.example", companies: ["Acme"], name: ada, census: census) == .unknown)
        #expect(EmailClassification.kind(of: "x@solo.example", companies: ["Self-employed"], name: ada, census: census) == .unknown)
        var gmail = DomainCensus()
        for number in 0..<9 { gmail.add(addresses: ["p\(number)@gmail.com"], company: "Acme") }
        #expect(gmail.isEmpty)
    }

    @Test(
        "the form of addresses is that of RFC 5321 and RFC 6531",
        arguments: [
            ("ada@example.com", true), ("ada.b+c@mail.example.co.uk", true), ("\"ada b\"@example.com", true), ("ада@пример.example", true),
            ("ada@[192.0.2.1]", true), ("ada@xn--mller-kva.example", true), ("a@b.cd", true), (" ada@example.com ", true),
            ("ada_b-c'd@example.com", true), ("!#$%&'*+/=?^_`{|}~-@example.com", true), ("ada", false), ("ada@", false),
            ("@example.com", false),
            ("ada@example", false), ("ada@example..com", false), ("ada.@example.com", false), (".ada@example.com", false),
            ("a..b@example.com", false),
            ("ada b@example.com", false), ("ada@exa mple.com", false), ("ada@-example.com", false), ("ada@example-.com", false),
            ("ada@example.123", false), ("ada,b@example.com", false), ("Ada <ada@example.com>", false), ("mailto:ada@example.com", false),
            ("ada@example_x.com", false), ("\"ada@example.com", false), ("ada@example.com;", false), ("", false),
        ]
    )
    func syntax(address: String, isRight: Bool) {
        #expect((AddressSyntax.flaw(in: address) == nil) == isRight, "\(AddressSyntax.flaw(in: address) ?? "no flaw")")
        #expect(EmailMalformed().finding(for: ReviewSubject(email: .init(address, kind: .unknown))) == nil || !isRight)
    }

    @Test("lengths are counted in bytes")
    func lengths() {
        #expect(AddressSyntax.flaw(in: String(repeating: "a", count: 64) + "@example.com") == nil)
        #expect(AddressSyntax.flaw(in: String(repeating: "a", count: 65) + "@example.com") != nil)
        #expect(AddressSyntax.flaw(in: "a@" + String(repeating: "b", count: 63) + ".com") == nil)
        #expect(AddressSyntax.flaw(in: "a@" + String(repeating: "b", count: 64) + ".com") != nil)
        #expect(AddressSyntax.flaw(in: String(repeating: "ä", count: 33) + "@example.com") != nil)
    }

    @Test(
        "a slip of the hand is found with what was meant",
        arguments: [
            ("ada@gmial.com", "ada@gmail.com"), ("ada@gamil.com", "ada@gmail.com"), ("ada@gmai.com", "ada@gmail.com"),
            ("ada@gmaill.com", "ada@gmail.com"), ("ada@gmail.con", "ada@gmail.com"), ("ada@gmail.cmo", "ada@gmail.com"),
            ("ada@hotmial.com", "ada@hotmail.com"), ("ada@hotmai.com", "ada@hotmail.com"), ("ada@yaho.com", "ada@yahoo.com"),
            ("ada@yahooo.com", "ada@yahoo.com"), ("ada@outlok.com", "ada@outlook.com"), ("ada@iclud.com", "ada@icloud.com"),
            ("ada@hotmial.co.uk", "ada@hotmail.co.uk"), ("ada@wanado.fr", "ada@wanadoo.fr"), ("ada@t-onlin.de", "ada@t-online.de"),
            ("ada@acme.vom", "ada@acme.com"), ("ada@acme.orgg", "ada@acme.org"),
        ]
    )
    func typing(address: String, meant: String) {
        let suspicion = LookalikeDomain.suspicion(about: address)
        #expect(suspicion?.meant == meant)
        #expect((suspicion?.probability ?? 0) > 0.8)
        let finding = EmailLookalike().finding(for: ReviewSubject(email: .init(address, kind: .unknown)))
        #expect(finding?.settle.contains(meant) == true)
    }

    @Test(
        "what only resembles a provider is left alone",
        arguments: [
            "ada@gmail.com", "ada@gmx.com", "ada@ymail.com", "ada@email.com", "ada@mail.com", "ada@aol.com", "ada@msn.com", "ada@live.com",
            "ada@acme.example", "ada@outlook.fr", "ada@hotmail.at", "ada@web.de", "ada@gail.com", "ada@yahoo.de", "ada@bluewin.ch",
            "ada@sub.gmial.com", "ada@me.com", "ada@mac.com", "nonsense", "ada@müller.example", "ada@пример.example", "ada@tele2.se",
        ]
    )
    func noSlip(address: String) {
        if address == "ada@gail.com" {
            // One letter less than a provider: found, unless the company is called so.
            #expect(LookalikeDomain.suspicion(about: address, company: "GAIL") == nil)
        } else {
            #expect(LookalikeDomain.suspicion(about: address) == nil)
        }
    }

    @Test(
        "what is made to look like a well-known domain is found, and what merely is one is not",
        arguments: [
            ("ada@gmaiI.com", "gmail.com"), ("ada@gmai1.com", "gmail.com"), ("ada@hotrnail.com", "hotmail.com"),
            ("ada@0utlook.com", "outlook.com"),
            ("ada@rnicrosoft.com", "microsoft.com"), ("ada@paypa1.com", "paypal.com"), ("ada@аррӏе.com", "apple.com"),
            ("ada@microsoft.com", nil), ("ada@linkedin.com", nil), ("ada@gmail.com", nil),
        ] as [(String, String?)]
    )
    func twins(address: String, meant: String?) {
        #expect(LookalikeDomain.suspicion(about: address)?.meant == meant.map { "ada@" + $0 })
    }

    @Test("letters of two scripts in one label are found")
    func mixedScript() {
        #expect(LookalikeDomain.suspicion(about: "ada@gm\u{430}il.com") != nil)
        #expect(LookalikeDomain.suspicion(about: "ada@xn--gmil-63d.com") != nil)
    }

    @Test(
        "the registered part of a domain is told by the Public Suffix List",
        arguments: [
            ("a@example.com", "example.com"), ("a@mail.example.com", "example.com"), ("a@mail.example.co.uk", "example.co.uk"),
            ("a@x.example.com.br", "example.com.br"), ("a@x.example.kyoto.jp", "example.kyoto.jp"),
            ("a@cs.example.ac.jp", "example.ac.jp"),
            ("a@x.example.gov.in", "example.gov.in"), ("a@x.example.k12.ny.us", "example.k12.ny.us"), ("a@acme.uk.com", "acme.uk.com"),
            ("a@x.y.unheard-of", "y.unheard-of"), ("a@mail.example.org.il", "example.org.il"),
            ("a@www.example.nom.br", "www.example.nom.br"),
        ]
    )
    func suffixes(address: String, expected: String) {
        #expect(MailDomain.registrable(of: address) == expected)
    }

    @Test("domains are asked for in ASCII")
    func asciiDomains() {
        #expect(MailDomain.name(of: "ada@Müller.example") == "xn--mller-kva.example")
        #expect(MailDomain.name(of: "ada@xn--mller-kva.example") == "xn--mller-kva.example")
        #expect(MailDomain.name(of: "ada@пример.example") == "xn--e1afmkfd.example")
        #expect(MailDomain.name(of: "ada@EXAMPLE.com.") == "example.com")
        #expect(MailDomain.name(of: "nonsense") == nil)
    }

    @Test("a domain that takes no mail is found only where somebody asked")
    func routes() {
        let person = ReviewSubject(email: .init("ada@gone.example", kind: .work))
        #expect(EmailUndeliverable().finding(for: person) == nil)
        for (route, isFound) in [(MailRoute.none, true), (.refused, true), (.open, false), (.unanswered, false)] {
            let finding = EmailUndeliverable(routes: ["gone.example": route]).finding(for: person)
            #expect((finding != nil) == isFound)
        }
    }

    @Test("a domain that people of many companies share is a provider's, though no table knows it")
    func sharedByStrangers() {
        var census = DomainCensus()
        let firms = ["Acme", "Muster GmbH", "Probe AG", "Beispiel KG", "Sample Ltd", "Example Inc"]
        for (number, firm) in firms.enumerated() { census.add(addresses: ["p\(number)@regionetz.example"], company: firm) }
        func kind(_ address: String, _ company: String) -> EmailKind {
            EmailClassification.kind(of: address, companies: [company], name: PersonName(given: "Ada", family: "Sample"), census: census)
        }
        #expect(kind("p0@regionetz.example", "Acme") == .personal)
        // Four may be a joint venture's; colleagues vouch for their domain.
        var few = DomainCensus()
        for firm in firms.prefix(4) { few.add(addresses: ["x@regionetz.example"], company: firm) }
        #expect(
            EmailClassification.kind(of: "x@regionetz.example", companies: ["Acme"], name: PersonName(given: "Ada"), census: few)
                == .unknown)
        for number in 0..<6 { census.add(addresses: ["c\(number)@quux.example"], company: number < 5 ? "Zyzzy AG" : "Acme") }
        #expect(kind("c0@quux.example", "Zyzzy AG") == .work)
    }

    @Test(
        "a domain that calls itself a provider is one, unless it fits the company",
        arguments: [
            ("x@nordadsl.example", "Muster GmbH", EmailKind.personal), ("x@tvkabel.example", "Muster GmbH", .personal),
            ("x@bihmail.example", "", .personal), ("x@tiscali.cz", "Muster GmbH", .personal), ("x@inbox.lt", "Muster GmbH", .personal),
            ("x@nordadsl.example", "Nordadsl AG", .work), ("x@dailymail.example", "Muster GmbH", .unknown),
            ("x@telecom-muster.example", "Probe AG", .unknown),
        ])
    func byName(address: String, company: String, kind: EmailKind) {
        #expect(EmailClassification.kind(of: address, companies: [company], name: PersonName(given: "Ada", family: "Sample")) == kind)
    }
}
