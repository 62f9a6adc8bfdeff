import ContactModel
import ContactQuality
import Testing

/// An address, who has it, and what it is.
private struct Case: Sendable, CustomTestStringConvertible {
    var address: String
    var company: String?
    var kind: EmailKind
    var name: PersonName

    init(_ address: String, _ company: String?, _ kind: EmailKind, given: String = "Ada", family: String = "Example") {
        self.address = address
        self.company = company
        self.kind = kind
        name = PersonName(given: given, family: family)
    }

    var testDescription: String { "\(address) at \(company ?? "no company") is \(kind.rawValue)" }
    var found: EmailKind { EmailClassification.kind(of: address, companies: company.map { [$0] } ?? [], name: name) }
}

@Suite struct EmailClassificationTests {
    @Test(
        "addresses of mail and access providers are personal, whatever the company",
        arguments: [
            "ada@gmail.com", "ada.example@googlemail.com", "Ada@GMAIL.com", "ada+crm@gmail.com", "ada@icloud.com", "ada@me.com",
            "ada@mac.com",
            "ada@hotmail.com", "ada@hotmail.co.uk", "ada@hotmail.fr", "ada@hotmail.com.tr", "ada@live.nl", "ada@live.com.au",
            "ada@outlook.de",
            "ada@outlook.com.br", "ada@msn.com", "ada@yahoo.com", "ada@yahoo.co.jp", "ada@yahoo.com.br", "ada@yahoo.co.in", "ada@ymail.com",
            "ada@rocketmail.com", "ada@aol.com", "ada@aol.de", "ada@gmx.net", "ada@gmx.at", "ada@gmx.ch", "ada@web.de", "ada@t-online.de",
            "ada@freenet.de", "ada@arcor.de", "ada@posteo.de", "ada@mailbox.org", "ada@orange.fr", "ada@wanadoo.fr", "ada@free.fr",
            "ada@laposte.net", "ada@sfr.fr", "ada@neuf.fr", "ada@bbox.fr", "ada@libero.it", "ada@virgilio.it", "ada@tin.it", "ada@alice.it",
            "ada@tiscali.it", "ada@proton.me", "ada@protonmail.com", "ada@pm.me", "ada@tuta.io", "ada@tutanota.com", "ada@mail.ru",
            "ada@bk.ru", "ada@yandex.ru", "ada@yandex.com", "ada@rambler.ru", "ada@qq.com", "ada@163.com", "ada@126.com", "ada@sina.com",
            "ada@sina.com.cn", "ada@foxmail.com", "ada@naver.com", "ada@daum.net", "ada@hanmail.net", "ada@kakao.com", "ada@nate.com",
            "ada@rediffmail.com", "ada@uol.com.br", "ada@bol.com.br", "ada@terra.com.br", "ada@seznam.cz", "ada@email.cz", "ada@wp.pl",
            "ada@o2.pl", "ada@interia.pl", "ada@onet.pl", "ada@op.pl", "ada@ukr.net", "ada@i.ua", "ada@abv.bg", "ada@telenet.be",
            "ada@skynet.be", "ada@ziggo.nl", "ada@kpnmail.nl", "ada@xs4all.nl", "ada@planet.nl", "ada@bluewin.ch", "ada@hispeed.ch",
            "ada@comcast.net", "ada@verizon.net", "ada@att.net", "ada@sbcglobal.net", "ada@cox.net", "ada@charter.net", "ada@shaw.ca",
            "ada@rogers.com", "ada@sympatico.ca", "ada@bigpond.com", "ada@optusnet.com.au", "ada@xtra.co.nz", "ada@docomo.ne.jp",
            "ada@ezweb.ne.jp", "ada@nifty.com", "ada@btinternet.com", "ada@virginmedia.com", "ada@sky.com", "ada@talktalk.net",
            "ada@eircom.net", "ada@telia.com", "ada@online.no", "ada@mail.dk", "ada@saunalahti.fi", "ada@sapo.pt", "ada@telefonica.net",
            "ada@terra.es", "ada@otenet.gr", "ada@freemail.hu", "ada@azet.sk", "ada@siol.net", "ada@net.hr", "ada@eunet.rs",
            "ada@mynet.com",
            "ada@walla.co.il", "ada@mweb.co.za", "ada@singnet.com.sg", "ada@hinet.net", "ada@netvigator.com", "ada@prodigy.net.mx",
            "ada@fibertel.com.ar", "ada@vtr.net", "ada@cantv.net", "ada@consultant.com", "ada@engineer.com", "ada@usa.com", "ada@hey.com",
            "ada@fastmail.fm", "ada@earthlink.net", "ada@juno.com", "ada@nyc.rr.com", "ada@inbox.lv", "ada@mail.ee", "ada@one.lt",
            "ada@emirates.net.ae", "ada@simnet.is", "ada@pt.lu", "ada@pt.lu.", " ada@gmail.com ",
        ]
    )
    func consumer(_ address: String) {
        for company in ["Acme Robotics GmbH", "Freelance", ""] {
            let verdict = EmailClassification.verdict(of: address, companies: [company], name: PersonName(given: "Ada", family: "Example"))
            #expect(verdict.kind == .personal, "\(company): \(verdict.reason)")
        }
        #expect(EmailClassification.kind(of: address, companies: [], name: PersonName()) == .personal)
    }

    @Test(
        "a domain that fits the company is a work address",
        arguments: [
            Case("ada@acme-robotics.example", "Acme Robotics GmbH", .work),
            Case("ada@ACMEROBOTICS.example", "Acme Robotics", .work),
            Case("ada@mail.acmerobotics.co.uk", "Acme Robotics Ltd.", .work),
            Case("ada@example.com", "Example Ltd", .work, family: "Sample"),
            Case("ada@example.com", "The Example Company, Inc.", .work, family: "Sample"),
            Case("ada@allenovary.example", "Allen & Ovary LLP", .work),
            Case("ada@allenandovary.example", "Allen & Ovary LLP", .work),
            Case("ada@allenovary.example", "Allen and Ovary", .work),
            Case("ada@muellerwerk.example", "Müllerwerk AG", .work),
            Case("ada@mullerwerk.example", "Müllerwerk AG", .work),
            Case("ada@müllerwerk.example", "Müllerwerk AG", .work),
            Case("ada@MÜLLERWERK.example", "Muellerwerk AG", .unknown),
            Case("ada@xn--mllerwerk-q9a.example", "Müllerwerk AG", .work),
            Case("ада@пример.example", "ООО Пример", .work, given: "Ада", family: "Лавлейс"),
            Case("ada@acme.io", "Acme.io", .work),
            Case("ada@emw.example", "Example Motor Works AG", .work),
            Case("ada@bmw.example", "Bavarian Motor Works", .work),
            Case("ada@ism.example", "International Sample Machines (ISM)", .work),
            Case("ada@acmemw.example", "Acme Motor Works", .work),
            Case("ada@bruckhorst.example", "Bruckhorst Acme Deringer LLP", .work),
            Case("ada@sapling.example", "Sapling SE", .work),
            Case("ada@sapling-labs.example", "Sapling SE", .work),
            Case("ada@acmehealth.example", "Acmehealth Deutschland", .work),
            Case("ada@siempre-energy.example", "Siempre AG", .work),
            Case("ada@grupobancero.example", "Banco Bancero S.A.", .work),
            Case("ada@lufthalla.example", "Deutsche Lufthalla AG", .work),
            Case("ada@agency.gov", nil, .work),
            Case("ada@ministry.gov.uk", "Ministry of Examples", .work),
            Case("ada@interieur.gouv.fr", nil, .work),
            Case("ada@stanford.edu", "Stanford University", .work),
            Case("ada@acm.org", "ACM", .work),
        ]
    )
    private func work(_ item: Case) {
        #expect(item.found == item.kind)
    }

    @Test(
        "a domain that fits no company stays a question",
        arguments: [
            Case("ada@acme.example", "Sample Robotics", .unknown),
            Case("ada@acme.example", nil, .unknown),
            Case("ada@acme.example", "", .unknown),
            Case("ada@acme.example", "Self-employed", .unknown),
            Case("ada@freelance.example", "Freelance", .unknown),
            Case("ada@stealth.example", "Stealth Startup", .unknown),
            Case("ada@global.example", "Global Sample Partners", .unknown),
            Case("ada@consulting.example", "Sample Consulting", .unknown),
            Case("ada@unicredito.example", "Credito Sample", .unknown), Case("ada@londonsamples.example", "Acme London Ltd", .unknown),
            Case("ada@intel.example", "Intelligent Samples Ltd", .unknown),
            Case("ada@example.example", "!!!", .unknown),
            Case("ada@live.agency", "Sample Ltd", .unknown),
            Case("ada@outlook.consulting", "Sample Ltd", .unknown),
            Case("ada@familie-mustermann.example", "Mustermann Beratung", .unknown, family: "Mustermann"),
            Case("am@mueller.example", "Müller Beratung", .unknown, given: "Anna", family: "Müller"),
            Case("not an address", "Sample Ltd", .unknown),
            Case("ada@", "Sample Ltd", .unknown), Case("@acme.example", "Acme", .unknown), Case("ada@acme", "Acme", .unknown),
            Case("ada@acme..example", "Acme", .unknown), Case("", "Acme", .unknown), Case("ada@xn--.example", "Acme", .unknown),
            Case("ada@xn--99999999999999999999999.example", "Acme", .unknown), Case("ada@.", "Acme", .unknown),
        ]
    )
    private func unknown(_ item: Case) {
        #expect(item.found == item.kind)
    }

    @Test(
        "a domain of the person's own name is personal, unless the firm is theirs",
        arguments: [
            Case("hello@adaexample.org", "Sample Ltd", .personal), Case("ada@ada-example.net", "Sample Ltd", .personal),
            Case("ada@example-ada.org", nil, .personal), Case("ada@mustermann.name", "Sample Ltd", .personal, family: "Mustermann"),
            Case("ada@mustermann.example", "Sample Ltd", .personal, family: "Mustermann"),
            Case("x@mustermann.example", "Sample Ltd", .unknown, family: "Mustermann"),
            Case("ada@ada-mustermann.example", "Ada Mustermann GmbH", .work, family: "Mustermann"),
            Case("ada@ada-mustermann.example", "Freelance", .unknown, family: "Mustermann"),
            Case("ada@adamustermann.example", "Sample Ltd", .personal, family: "Mustermann, PMP"),
            Case("juergen@juergen-mueller.example", "Sample Ltd", .personal, given: "Jürgen", family: "Müller"),
        ]
    )
    private func ownName(_ item: Case) {
        #expect(item.found == item.kind)
    }

    @Test(
        "the company decides where a provider also employs people",
        arguments: [
            Case("ada@telekom.de", "Deutsche Telekom AG", .work), Case("ada@telekom.de", "Sample Ltd", .unknown),
            Case("ada@orange.com", "Orange Business", .work), Case("ada@orange.com", "Sample Ltd", .unknown),
            Case("ada@bt.com", "BT Group", .work), Case("ada@bt.com", nil, .unknown),
            Case("ada@verizon.com", "Verizon", .work), Case("ada@verizon.com", "Sample Ltd", .unknown),
            Case("ada@proton.me", "Proton AG", .work), Case("ada@proton.me", "Sample Ltd", .personal),
            Case("ada@proton.me", nil, .personal),
            Case("ada@proton.me", "Freelance", .personal), Case("ada@mail.ru", "Mail.ru Group", .work),
            Case("ada@corp.mail.ru", "VK", .work), Case("ada@mail.ru", "Sample Ltd", .personal),
            Case("ada@free.fr", "Free", .work), Case("ada@free.fr", "Free Thinkers Association of Samples", .personal),
            Case("ada@naver.com", "NAVER Corp", .work), Case("ada@qq.com", "Tencent", .work), Case("ada@sky.com", "Sky", .work),
            Case("ada@sky.com", "Skyline Samples", .personal), Case("ada@comcast.net", "Comcast", .personal),
        ]
    )
    private func dualUse(_ item: Case) {
        #expect(item.found == item.kind)
    }

    @Test(
        "functions, relays, throw-away addresses, schools and associations are kept apart",
        arguments: [
            Case("info@acme.example", "Acme", .role), Case("Sales@acme.example", "Acme", .role), Case("kontakt@acme.example", nil, .role),
            Case("buero@acme.example", nil, .role), Case("contacto@acme.example", nil, .role), Case("vendas@acme.example", nil, .role),
            Case("presse@acme.example", nil, .role), Case("rechnung@acme.example", nil, .role), Case("no-reply@acme.example", nil, .role),
            Case("noreply+12@acme.example", nil, .role), Case("info-de@acme.example", nil, .role),
            Case("support2@acme.example", nil, .role),
            Case("customer.service@acme.example", nil, .role), Case("postmaster@acme.example", nil, .role),
            Case("hr@acme.example", nil, .role),
            Case("office@gmx.at", nil, .role), Case("info@uni-beispiel.de", nil, .role),
            Case("info.example@acme.example", "Acme", .work), Case("hr@acme.example", "Acme", .work, given: "Hans", family: "Roth"),
            Case("sales@acme.example", "Acme", .work, given: "Marta", family: "Sales"), Case("ada@acme.example", "Acme", .work),
            Case("abc123@privaterelay.appleid.com", nil, .relay), Case("1+ada@users.noreply.github.com", "Acme", .relay),
            Case("ada@duck.com", nil, .relay), Case("x@mozmail.com", nil, .relay), Case("x@simplelogin.com", nil, .relay),
            Case("info@duck.com", nil, .relay),
            Case("x@mailinator.com", nil, .disposable), Case("x@yopmail.com", nil, .disposable),
            Case("x@sub.guerrillamail.com", nil, .disposable),
            Case("x@10minutemail.com", nil, .disposable), Case("x@trashmail.de", nil, .disposable),
            Case("x@wegwerfmail.de", nil, .disposable),
            Case("ada@acm.org", "Acme", .association), Case("ada@ieee.org", nil, .association), Case("ada@debian.org", nil, .association),
            Case("ada@iki.fi", nil, .association),
            Case("ada@beispiel.edu", nil, .school), Case("ada@cs.beispiel.edu", "Acme", .school), Case("ada@beispiel.ac.uk", nil, .school),
            Case("ada@cs.beispiel.ac.jp", nil, .school), Case("ada@beispiel.edu.au", "Acme", .school),
            Case("ada@uni-beispiel.de", nil, .school),
            Case("ada@stud.tu-beispiel.de", nil, .school), Case("ada@univ-exemple.fr", nil, .school), Case("ada@ethz.ch", "Acme", .school),
            Case("ada@alumni.acme.example", "Acme", .school), Case("ada@alumni.ethz.ch", nil, .school),
            Case("ada@post.harvard.edu", nil, .school), Case("ada@student.kuleuven.be", nil, .school),
            Case("ada@utoronto.ca", nil, .school),
            Case("ada@universiteitvoorbeeld.nl", nil, .school), Case("ada@unibo.it", nil, .school), Case("ada@uniacme.it", nil, .unknown),
            Case("ada@beispiel.k12.ny.us", nil, .school), Case("ada@u-exemple.fr", nil, .school), Case("ada@u-boat.example", nil, .unknown),
        ]
    )
    private func others(_ item: Case) {
        #expect(item.found == item.kind)
    }

    @Test func `a former company's address is work and says so`() {
        let verdict = EmailClassification.verdict(
            of: "ada@acme.example",
            companies: ["Sample Ltd", "Acme GmbH"],
            name: PersonName(given: "Ada", family: "Example")
        )
        #expect(verdict.kind == .work)
        #expect(verdict.reason.contains("Acme GmbH"))
        #expect(verdict.reason.contains("former"))
    }

    @Test(arguments: ["ada@gmail.com", "ada@acme.example", "x", "info@acme.example", "ada@duck.com", "ada@bt.com", "ada@beispiel.edu"])
    func `every verdict gives its reason in a sentence and agrees with the kind`(address: String) {
        for companies in [[], ["Acme Ltd"], ["Sample Inc"]] {
            let verdict = EmailClassification.verdict(of: address, companies: companies, name: PersonName())
            #expect(verdict.reason.hasSuffix("."))
            #expect(verdict.reason.count > 20)
            #expect(verdict.kind == EmailClassification.kind(of: address, companies: companies, name: PersonName()))
        }
    }

    @Test func `no bytes make it fail`() {
        var generator = SeededGenerator(state: 42)
        let pieces = ["@", ".", "-", "xn--", "ä", "a", "Z", "9", " ", "株", "\u{301}", "&", "(", "|", "é", "\0", "GmbH", "de", "\u{FEFF}"]
        for _ in 0..<3000 {
            func text() -> String {
                (0..<Int.random(in: 0...12, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            }
            let address = text() + "@" + text() + ".example"
            let name = PersonName(given: text(), family: text())
            let company = text()
            let verdict = EmailClassification.verdict(of: address, companies: [company], name: name)
            #expect(verdict.reason.hasSuffix("."))
            #expect(CompanyName.core(company).isEmpty == company.allSatisfy(\.isWhitespace))
        }
    }

    @Test func `the best of several kinds is the one to reach a person by`() {
        #expect(EmailKind.best(of: [.personal, .work, .role]) == .work)
        #expect(EmailKind.best(of: [.unknown, .personal]) == .personal)
        #expect(EmailKind.best(of: [.disposable, .role, .unknown]) == .unknown)
        #expect(EmailKind.best(of: []) == nil)
    }
}

/// Random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
