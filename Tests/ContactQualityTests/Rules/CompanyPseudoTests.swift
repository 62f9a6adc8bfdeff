import ContactModel
import ContactQuality
import Testing

/// `docs/rules/company-pseudo.md`
@Suite("company-pseudo")
struct CompanyPseudoTests {
    @Test(
        "finds what names no company",
        arguments: ["Self-employed", "Stealth Startup", "-", "Freelance", "Selbstständig", "N/A", "Confidential"])
    func found(company: String) {
        let finding = CompanyPseudo().finding(for: Someone.with { $0.company = company })
        #expect(finding?.value == company && finding?.evidence.contains(company) == true)
    }

    @Test(
        "leaves companies alone, however they are called",
        arguments: ["Acme GmbH", "Stealth Communications", "Freelancer.com", "Retired Persons Ltd"])
    func quiet(company: String) {
        #expect(CompanyPseudo().finding(for: Someone.with { $0.company = company }) == nil)
    }
}
