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
            ("clients1.csv", "clients", 1), ("/home/x/Team-12.vcf", "team", 12), ("contacts-part1.csv", "contacts", 1),
            ("Kontakte 2024 Teil 2.vcf", "kontakte 2024", 2), ("export 2 of 3.csv", "export", 2), ("export (2 of 3).csv", "export", 2),
            ("Liste 1 von 2.csv", "liste", 1), ("part2.csv", "", 2), ("clients.csv", "clients", nil), ("export-2026-01-31.vcf", nil, nil),
            ("Complete_LinkedInDataExport_11-20-2026_2.zip", "complete_linkedindataexport_11-20-2026", 2),
            ("Complete_LinkedInDataExport_11-20-2026.zip", "complete_linkedindataexport_11-20-2026", nil),
            ("contacts (1).csv", nil, nil), ("2026.csv", nil, nil), ("-", nil, nil), ("Rampart 3.csv", "rampart", 3),
        ] as [(String, String?, Int?)])
    func `a number at the end of a name may be a part's, one in brackets and a date are none`(file: String, stem: String?, number: Int?) {
        #expect(PartName(file)?.stem == stem)
        #expect(PartName(file)?.number == number)
    }

    @Test
    func `only files of one folder, one name and one kind are looked at as parts`() {
        let paths = [
            "a/clients2.csv", "notes.txt", "a/clients1.csv", "b/clients3.csv", "a/clients1.vcf", "a/contacts (1).csv", "a/clients.csv",
        ]
        #expect(ListParts.candidates(among: paths) == [[6, 2, 0], [1], [3], [4], [5]])
        #expect(ListParts.candidates(among: ["x/a1.csv", "x/a1.csv"]) == [[0], [1]], "one part twice is no sequence")
    }
}
