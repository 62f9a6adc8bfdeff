import ContactModel
import ContactQuality
import Testing

/// `docs/rules/company-variant.md`
@Suite("company-variant")
struct CompanyVariantTests {
    @Test("each spelling of fewer people is a finding, and says which one most have")
    func found() {
        var spellings = CompanySpellings()
        let minority = ["EXAMPLE GMBH", "Example G.m.b.H.", "Example", "Example Gesellschaft mbH"]
        for company in ["Example GmbH", "Example GmbH"] + minority { spellings.add(company) }
        let rule = CompanyVariant(among: spellings)
        for company in minority {
            let finding = rule.finding(for: ReviewSubject(company: company))
            #expect(finding?.value == company && finding?.evidence.contains("“Example GmbH” is how 2 of 6 contacts") == true, "\(company)")
            #expect(finding?.evidence.contains("5 spellings") == true)
        }
        #expect(rule.finding(for: ReviewSubject(company: "Example GmbH")) == nil)
        #expect(spellings.peopleWithVariants == 4)
    }

    @Test("of spellings with as many people none in capitals alone is proposed")
    func capitals() {
        var spellings = CompanySpellings()
        for company in ["EXAMPLE MANUFACTURING LTD", "Example Manufacturing", "example manufacturing"] { spellings.add(company) }
        #expect(spellings.usual(for: "EXAMPLE MANUFACTURING LTD")?.spelling == "Example Manufacturing")
    }

    @Test(
        "abbreviations everybody knows are their companies",
        arguments: [
            ["IBM", "International Business Machines", "I.B.M. Corp."], ["EY", "Ernst & Young LLP"],
            ["P&G", "Procter & Gamble", "Procter and Gamble Co."], ["BCG", "The Boston Consulting Group"], ["VW", "Volkswagen AG"],
        ])
    func abbreviations(names: [String]) {
        #expect(Set(names.map { CompanyName.identity($0) }).count == 1)
        #expect(CompanyName.identity(names[0]) != nil)
    }

    @Test(
        "companies that merely begin alike are two",
        arguments: [("Example Energy", "Example"), ("BCG Vaccines", "Boston Consulting Group")])
    func apart(one: String, other: String) {
        var spellings = CompanySpellings()
        spellings.add(one)
        spellings.add(other)
        #expect(CompanyVariant(among: spellings).finding(for: ReviewSubject(company: one)) == nil)
    }
}
