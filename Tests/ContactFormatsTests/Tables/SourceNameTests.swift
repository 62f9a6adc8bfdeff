import Testing

@testable import ContactFormats

@Suite("What a source without a name of its own is called")
struct SourceNameTests {
    @Test(
        arguments: [
            ("contacts (2).vcf", "Address book"), ("export-2026-01-31.vcf", "Address book"), ("Work.vcf", "Address book (work)"),
            ("Русский.csv", "Address book (русский)"), ("русски\u{438}\u{306}.csv", "Address book (русский)"),
            ("Müllers Adressbuch.ldif", "Address book (müllers)"), ("/home/x/Köln.v2.vcf", "Address book (köln)"),
        ])
    func `letters keep their accents, and what changes from export to export is left out`(file: String, name: String) {
        #expect(SourceName.of("Address book", fileName: file) == name)
    }

    @Test(
        arguments: [
            ("clients1.csv", "clients.csv", 1), ("/home/x/Team-12.vcf", "/home/x/Team-.vcf", 12), ("contacts (1).csv", nil, 0),
            ("export-2026-01-31.vcf", nil, 0), ("clients.csv", nil, 0), ("2026.csv", nil, 0),
        ] as [(String, String?, Int)])
    func `a number at the end of a name may be a part's, one in brackets and a date are none`(file: String, stem: String?, number: Int) {
        #expect(ListParts.part(file)?.stem == stem)
        if stem != nil { #expect(ListParts.part(file)?.number == number) }
    }
}
