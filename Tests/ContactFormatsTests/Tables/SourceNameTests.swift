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
}
