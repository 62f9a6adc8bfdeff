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
            ("ada@unimuster.edu", "University of Muster"), ("ada@uom.edu", "University of Muster"), ("ada@jnj.com", "Johnson & Johnson"),
        ]
    )
    func work(address: String, company: String) {
        #expect(kind(address, company) == .work)
    }

    @Test(
        "a chance likeness is none",
        arguments: [
            ("ada@motmac.example", "Motto Foods"), ("ada@musgen.example", "Generali Muster"), ("ada@gebank.example", "Great Lakes Bank"),
            ("ada@primer.example", "Образец"), ("ada@aemgroup.example", "Acme Group"), ("ada@unimuster.edu", "Acme GmbH"),
            ("ada@xyzzy.edu", "University of Muster"),
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
            ("jh@harwick.example", "John", "Harwick"),
        ]
    )
    func ownName(address: String, given: String, family: String) {
        #expect(kind(address, "Acme GmbH", given, family) == (address.hasPrefix("hallo") && family.count < 5 ? .unknown : .personal))
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

    @Test("whoever works for a small provider may have its domain for both")
    func provider() {
        #expect(kind("ada@ewetel.net", "Acme GmbH") == .personal)
        #expect(kind("ada@ewetel.net", "EWETEL GmbH") == .unknown)
        #expect(kind("ada@seznam.cz", "Seznam.cz") == .work)
    }
}
