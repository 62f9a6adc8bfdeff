import ContactModel
import ContactQuality
import Testing

@Suite struct DomainFitTests {
    private func kind(_ address: String, _ company: String?, _ given: String = "Ada", _ family: String = "Sample") -> EmailKind {
        EmailClassification.kind(
            of: address, companies: company.map { [$0] } ?? [], name: PersonName(given: given, family: family))
    }

    @Test(
        "short and transliterated names of a company are its own",
        arguments: [
            ("ada@gebank.example", "Great Example Bank"), ("ada@musgen.example", "Muster Générale"),
            ("ada@motmac.example", "Motto MacMuster"),
            ("ada@primer.example", "ООО Пример"), ("ada@primer-team.example", "Пример"), ("ada@toyoda.example", "トヨダ自動車株式会社"),
            ("ada@aemgroup.example", "Acme Example Machines"), ("ada@paradeigma.example", "Παράδειγμα Α.Ε."),
            ("ada@abcgroup.example", "ABC Banking Group"), ("ada@abvbank.example", "Банка АБВ"),
            ("ada@emmjapan.example", "Exo Muster & Matsu"),
            ("ada@oegc.example", "Oil and Example Gas Corporation Ltd"), ("ada@ebmuster.example", "Example Bank of Muster"),
            ("ada@mustar.example", "ムスタール株式会社"), ("ada@xiangmu.example", "项目集团"), ("ada@hmjt.example", "海目集团"),
            ("ada@xmjt.example", "项目集团"),
            ("ada@smart.example", "Smart Communications"), ("ada@firstbankmuster.example", "First Bank of Muster"),
            ("ada@kyivmuster.example", "Київмустер"),
            ("ada@xyz.edu.cn", "项目大学"), ("ada@dtux.ac.za", "University of Technology Dorf Xanten"),
            ("ada@unimuster.edu", "University of Muster"), ("ada@uom.edu", "University of Muster"), ("ada@jnj.com", "Johnson & Johnson"),
        ]
    )
    func work(address: String, company: String) {
        #expect(kind(address, company) == .work)
    }

    @Test(
        "an abbreviation that passes over words, or takes letters out of long ones, is its company's",
        arguments: [
            ("ada@conaejem.example", "Corporación Nacional del Ejemplo"), ("ada@transmus.example", "Transnational Mustering of Nigeria"),
            ("ada@sodexi.example", "Société de Distribution d'Example Ivoire"), ("ada@rlbmu.example", "Regionallandesbank Musterland"),
            ("ada@sagene.example", "Samplegene General Energy"), ("ada@gene.example", "Genemuster"),
            ("ada@vmt.example", "Vlaamse Muster- en Televisieomroep"), ("ada@fmr.example", "Fantasie Musterrundfunk"),
        ]
    )
    func abbreviations(address: String, company: String) {
        #expect(kind(address, company) == .work)
    }

    @Test(
        "what was left out of the name or said twice may stand behind it: form, kind, country",
        arguments: [
            ("ada@fsml.example", "First Sample Minerals"), ("ada@gelaw.example", "Grunwald Eklund"),
            ("ada@mbplc.example", "Muster Breweries"), ("ada@gspghana.example", "Ghana Sample Petroleum"),
            ("ada@essng.example", "Example State Sample"), ("ada@firstbankng.example", "First Bank of Nigeria"),
            ("ada@thecitybank.example", "City Bank"), ("ada@thaioilgroup.example", "Thai Oil"),
            ("ada@lands.example", "Legal & Sample"), ("ada@aem.example", "Acme and Example Muster Banking Group"),
            ("ada@ae.example", "A&E Bank"), ("ada@generali.example", "Assicurazioni Generali"),
        ]
    )
    func endings(address: String, company: String) {
        #expect(kind(address, company) == .work)
    }

    @Test(
        "names in other scripts are read as their companies read them",
        arguments: [
            ("ada@yokohamabank.example", "横浜銀行"), ("ada@nishimura.example", "西村法律事務所"), ("ada@mitsubishimuster.example", "三菱ムスター"),
            ("ada@odakyu.example", "小田急電鉄"), ("ada@chosun.example", "조선일보"), ("ada@samsungfire.example", "삼성화재"),
            ("ada@changan.example", "长安汽车"), ("ada@migdal.example", "מגדל חברה לביטוח"), ("ada@hadassah.example", "הדסה"),
            ("ada@abv.example", "Банк АБВ"), ("ada@muzter.example", "Музтербанк"),
        ]
    )
    func otherScripts(address: String, company: String) {
        #expect(kind(address, company) == .work)
    }

    @Test(
        "letters that are as well another company's are nobody's",
        arguments: [
            // Three letters of one word, two initials with a country, a town's name alone.
            ("ada@mus.example", "Muster Foods"), ("ada@mfchina.example", "Muster Foods"), ("ada@yokohama-tires.example", "横浜銀行"),
            ("ada@conaejem.example", "Comercial Nogales"), ("ada@hsl.example", "כאן תאגיד השידור"),
            ("ada@fsml.example", "First Muster Oil"),
            ("ada@aem.example", "Acme Example Foods"), ("ada@energy.example", "American Energy"),
        ]
    )
    func ofOthers(address: String, company: String) {
        #expect(kind(address, company) != .work)
    }

    @Test(
        "a chance likeness is none",
        arguments: [
            ("ada@motmac.example", "Motto Foods"), ("ada@musgen.example", "Generali Muster"), ("ada@gebank.example", "Great Lakes Bank"),
            ("ada@primer.example", "Образец"), ("ada@tatrabanka.example", "VÚB banka"), ("ada@qatarairways.example", "Thai Airways"),
            ("ada@global.example", "Global Partners"), ("ada@haier.example", "项目集团"), ("ada@mustar.example", "メトロ株式会社"),
            ("ada@aemgroup.example", "Acme Group"), ("ada@unimuster.edu", "Acme GmbH"),
            ("ada@xyzzy.edu", "University of Muster"), ("ada@cs.beispiel.edu", "School of Computing Quux"),
        ]
    )
    func other(address: String, company: String) {
        #expect(kind(address, company) != .work)
    }

    @Test(
        "a domain of one's own name in its usual forms is personal",
        arguments: [
            ("ada@lovellmuster.example", "Ada", "Lovellmuster"), ("j@jharwick.example", "John", "Harwick"),
            ("john@jharwick.example", "John", "Harwick"),
            ("peter@familie-schmaltz.example", "Peter", "Schmaltz"), ("mike@thebrannigans.example", "Mike", "Brannigan"),
            ("sue@brannigan-family.example", "Susan", "Brannigan"), ("tim@timfinchley.example", "Timothy", "Finchley"),
            ("office@karlgruber.example", "Karl", "Gruber"), ("hallo@kwon.family", "Daniel", "Kwon"),
            ("jh@harwick.example", "John", "Harwick"), ("anna@petrov-family.example", "Анна", "Петрова"),
            ("mail@ivanpetrov.example", "Иван", "Петров"), ("nikos@papadopoulos.example", "Νίκος", "Παπαδόπουλος"),
        ]
    )
    func ownName(address: String, given: String, family: String) {
        #expect(kind(address, "Acme GmbH", given, family) == .personal)
    }

    @Test(
        "a relative's or a firm's domain of the same name is not called personal",
        arguments: [
            ("anna@jharwick.example", "John", "Harwick", "Acme GmbH"), ("x@harwick.example", "John", "Harwick", "Acme GmbH"),
            ("john@harwick.example", "John", "Harwick", "Harwick Consulting"), ("jh@harwick.example", "John", "Harwick", "Freelance"),
        ]
    )
    func notOwn(address: String, given: String, family: String, company: String) {
        #expect(kind(address, company, given, family) != .personal)
    }

    @Test(
        "a carrier that trades in many countries employs whoever says so, and is a provider to all others",
        arguments: [
            ("ada@vodafone.is", "Vodafone Iceland", .work), ("ada@vodafone.is", "Acme GmbH", .personal),
            ("ada@telekom.sk", "Slovak Telekom", .work), ("ada@mnet-online.de", "Muster Telekommunikation GmbH", .unknown),
            ("ada@gmail.com", "Muster Telekommunikation GmbH", .personal), ("ada@mts.rs", "MTS Srbija", .work),
            ("ada@orange.sn", "Orange Bakery", .personal),
        ] as [(String, String, EmailKind)]
    )
    func carriers(address: String, company: String, expected: EmailKind) {
        #expect(kind(address, company) == expected)
    }

    @Test(
        "what a registry keeps for providers, universities and authorities tells of itself",
        arguments: [
            ("ada@fubar.net.id", .personal), ("ada@fubar.ne.jp", .personal), ("ada@fubar.net.au", .unknown),
            ("ada@fubarmail.dev", .unknown), ("ada@fubarmail.com", .personal), ("ada@ufmuster.br", .school),
            ("ada@tjmuster.jus.br", .work), ("ada@stadt-muster.example", .work), ("ada@my-tempmail.example", .disposable),
            ("ada@comune.muster.example", .unknown), ("ada@muster.kommune.no", .work),
            ("ada@fin.dep.no", .work), ("ada@ssb.no", .work), ("ada@muster.gc.ca", .work), ("ada@muster.spb.ru", .unknown),
            ("ada@my-wegwerf-mail.example", .disposable), ("ada@wegwerfgeschirr.example", .unknown),
            ("ada@disposable-gloves.example", .unknown),
        ] as [(String, EmailKind)]
    )
    func registries(address: String, expected: EmailKind) {
        #expect(kind(address, "Acme GmbH") == expected)
    }

    @Test(
        "whoever works for a small provider has its domain for work, and where the company is only perhaps the provider nothing is said",
        arguments: [
            ("ada@ewetel.net", "Acme GmbH", EmailKind.personal), ("ada@ewetel.net", "EWETEL GmbH", .work),
            ("ada@ewetel.net", "Ewetel Breitband", .work), ("ada@ewetel.net", "Elmar Consulting Telefonie", .unknown),
            ("ada@seznam.cz", "Seznam.cz", .work), ("ada@talnet.is", "數位聯合電信", .unknown),
        ])
    func provider(address: String, company: String, expected: EmailKind) {
        #expect(kind(address, company) == expected)
    }
}
