import ContactModel
import ContactQuality
import Testing

/// Domains no table knows: providers by how they name themselves, companies by their short names.
@Suite struct UnknownProviderTests {
    private func kind(_ address: String, _ company: String) -> EmailKind {
        EmailClassification.kind(of: address, companies: [company], name: PersonName(given: "Ada", family: "Sample"))
    }

    @Test(
        "a domain that fits no company and is named as networks are is a provider's",
        arguments: [
            "ada.sample@quuxnet.example", "ada@telequux.example", "ada@quuxtel.example", "ada@quuxcable.example", "ada@quux-online.example",
            "ada@quuxlink.example", "ada@cablequux.example", "ada@mail4quux.example", "ada@quuxzz.net",
        ])
    func providers(address: String) {
        #expect(kind(address, "Muster GmbH") == .personal)
    }

    @Test(
        "words that merely end so are none, and a carrier's staff may have addresses anywhere",
        arguments: [
            ("ada@quuxhotel.example", "Muster GmbH"), ("ada@quuxplanet.example", "Muster GmbH"), ("ada@quux.example", "Muster GmbH"),
            ("ada@quuxnet.example", "Muster Telekommunikation GmbH"), ("ada@quuxnet.dev", "Muster GmbH"),
            ("ada@telefonseelsorge.example", "Muster GmbH"),
        ])
    func undecided(address: String, company: String) {
        #expect(kind(address, company) == .unknown)
    }

    @Test("where there is no company to compare with, only words few employers have tell a provider", arguments: ["", "Freelance"])
    func nothingToCompare(company: String) {
        for address in ["ada@quuxzz.net", "ada@quux-online.example", "ada@quuxlink.example", "ada@cyberquux.example"] {
            #expect(kind(address, company) == .unknown, "\(address)")
        }
        #expect(kind("ada@quuxkabel.example", company) == .personal)
    }

    @Test(
        "a nickname with a year or two digits is a person's own choice",
        arguments: [
            ("sample1985@quux.example", EmailKind.personal), ("ada_s77@quux.example", .personal), ("ada.sample2@quux.example", .unknown),
            ("a10422@quux.example", .unknown), ("ada3000@quux.example", .unknown), ("ada.sample@quux.example", .unknown),
        ])
    func nicknames(address: String, expected: EmailKind) {
        #expect(kind(address, "Muster GmbH") == expected)
    }

    @Test(
        "a number behind one's own name may be an employer's",
        arguments: [
            ("asample12@quux.example", EmailKind.unknown), ("ada.sample77@quux.example", .unknown), ("samplea02@quux.example", .unknown),
            ("sample.ada12@quux.example", .unknown), ("asample1985@quux.example", .personal), ("adalein12@quux.example", .personal),
        ])
    func numbered(address: String, expected: EmailKind) {
        #expect(kind(address, "Muster GmbH") == expected)
    }

    @Test("a nickname at a domain several contacts share is left open")
    func sharedDomain() {
        func kind(_ census: DomainCensus) -> EmailKind {
            EmailClassification.kind(of: "quuxi77@quux.example", companies: ["Muster GmbH"], name: PersonName(), census: census)
        }
        var census = DomainCensus()
        census.add(addresses: ["quuxi77@quux.example"], company: "Muster GmbH")
        #expect(kind(census) == .personal)
        census.add(addresses: ["zyzzy@quux.example"], company: "Acme Ltd")
        #expect(kind(census) == .unknown)
    }

    @Test(
        "short names of companies are found in more of their forms",
        arguments: [
            ("a@ceq.example", "Commissariat à l'énergie quantique"), ("a@usq.example", "Universitätsspital Quux"),
            ("a@qxb-kosovo.example", "Quux Xylo Bank"), ("a@zequ.example", "Zeppos & Quuxis"), ("a@saquco.example", "Sample Quux Company"),
            ("a@mqs.example", "Banca Monte dei Quux di Samplia"), ("a@bancoqxz.example", "Quux Xylo Zenit"),
            ("a@quuxia.example", "QuuxiaBank"), ("a@quuxi.provider-a.example", "Quuxi de Aviación"), ("a@qj.example", "QJ제일제당"),
        ])
    func shortNames(address: String, company: String) {
        #expect(kind(address, company) == .work)
    }

    @Test("a cell that holds a page of one word is compared like any other name")
    func pages() {
        let page = Array(repeating: "quu", count: 5_000).joined(separator: " ")
        #expect(kind("ada@quuquuquuquuquuquuquux.example", page) == .unknown)
    }

    @Test(
        "a town's domain is its authority's, a shop's named after the town is not",
        arguments: [
            ("a@stadt-quux.de", EmailKind.work), ("a@stadt-apotheke.de", .unknown), ("a@stadt-hotel-quux.de", .unknown),
            ("a@kreis-quux.de", .work), ("a@kreis-sparkasse.de", .unknown), ("a@polizei.quux.de", .work),
            ("a@stadt-quuxhausen.de", .work), ("a@landkreis-kassequux.de", .work), ("a@stadt-quux-haus.de", .unknown),
            ("a@stadt-quuxwerke.de", .unknown), ("a@ci.quux.ca.us", .work), ("a@co.quux.ca.us", .work), ("a@dot.state.ca.us", .work),
            ("a@quux.ca.us", .unknown),
        ])
    func towns(address: String, expected: EmailKind) {
        #expect(kind(address, "Muster GmbH") == expected)
    }

    @Test("a real domain of three letters one stroke from a short provider's is no slip")
    func shortTargets() {
        #expect(LookalikeDomain.suspicion(about: "ada@gms.de") == nil)
        #expect(LookalikeDomain.suspicion(about: "ada@wes.de") == nil)
        #expect(LookalikeDomain.suspicion(about: "ada@gmial.com")?.meant == "ada@gmail.com")
    }
}
