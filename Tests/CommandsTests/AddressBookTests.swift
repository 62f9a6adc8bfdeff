import Foundation
import Testing

/// An address book of vCards, from the file into the vault and out again.
@Suite("An address book of vCards")
struct AddressBookTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws {
        workshop = try Workshop()
    }

    private static let first = """
        BEGIN:VCARD
        VERSION:3.0
        PRODID:-//Apple Inc.//iCloud Web Address Book 17B77//EN
        UID:ada-1
        N:Example;Ada;;;
        FN:Ada Example
        ORG:Example Engines;Analysis
        TITLE:Analyst
        item1.EMAIL;type=INTERNET;type=pref:ada@engines.example
        item1.X-ABLabel:_$!<Work>!$_
        TEL;type=CELL:+44 7700 900123
        PHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=
        X-PHONETIC-FIRST-NAME:AY-da
        BDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10
        REV:2026-01-02T03:04:05Z
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        PRODID:-//Apple Inc.//iCloud Web Address Book 17B77//EN
        UID:bo-2
        N:Muster;Bo;;;
        FN:Bo Muster
        TEL:+41 44 000 00 00
        END:VCARD
        BEGIN:VCARD
        VERSION:3.0
        UID:friends-3
        FN:Friends
        N:Friends
        X-ADDRESSBOOKSERVER-KIND:group
        X-ADDRESSBOOKSERVER-MEMBER:urn:uuid:ada-1
        END:VCARD

        """

    @Test("Comes in, is shown, changes with a later export, and goes out with everything it said")
    func wholeWay() throws {
        let file = try workshop.write("contacts.vcf", Self.first)
        let report = try holdfast("import", file, "--json").object["files"][0]
        #expect(report["format"] == .string("vcard") && report["source"] == .string("iCloud"), "\(report)")
        #expect(report["records"]["new"] == .integer(2) && report["rejected"] == .array([]), "\(report)")
        let ada = try #require(holdfast("people", "Ada", "--json").objects.first)
        #expect(ada["company"] == .string("Example Engines") && ada["title"] == .string("Analyst"))
        #expect(ada["tags"] == .array([.string("Friends")]))
        #expect(ada["birthday"] == .string("--12-10"))
        let shown = try holdfast("show", "ada@engines.example")
        #expect(shown.status == 0 && shown.text.contains("iCloud") && shown.text.contains("+44 7700 900123"), "\(shown)")

        let changed = Self.first.replacing("ada@engines.example", with: "ada@new.example").replacing(
            "TITLE:Analyst", with: "TITLE:Director"
        )
        .replacing("2026-01-02", with: "2026-02-03")
        let again = try holdfast("import", workshop.write("contacts (2).vcf", changed), "--json").object["files"][0]
        #expect(again["source"] == .string("iCloud") && again["records"]["updated"] == .integer(1), "\(again)")
        #expect(again["records"]["new"] == .integer(0) && again["records"]["gone"] == .integer(0), "\(again)")
        let changes = try Set(holdfast("changes", "--json").objects.compactMap { $0["kind"].string })
        #expect(changes == ["retitled", "email"])

        for (format, telling) in [
            ("vcard4", ["ORG:Example Engines;Analysis", "X-PHONETIC-FIRST-NAME:AY-da", "BDAY:--1210"]), ("vcard3", ["UID:ada-1"]),
        ] {
            let out = try holdfast("export", "--to", format)
            for line in telling + ["iVBORw0KGgo=", "TITLE:Director", "CATEGORIES:Friends"] {
                #expect(out.text.contains(line), "\(format): \(out.text)")
            }
            #expect(!out.text.contains("TITLE:Analyst"))
        }
    }

    @Test("Is converted without a loss from any version to any", arguments: ["vcard3", "vcard4", "vcard21", "jscontact"])
    func converted(format: String) throws {
        let file = try workshop.write("contacts.vcf", Self.first)
        let once = try holdfast("convert", file, "--to", format)
        #expect(once.status == 0, "\(once)")
        let other = try workshop.write("other", bytes: once.output)
        let people = try holdfast("convert", file, "--to", "jsonl").objects
        let back = try holdfast("convert", other, "--to", "jsonl").objects
        #expect(people.count == 2 && back.count == 2)
        for (person, same) in zip(people, back) {
            for key in ["name", "given", "family", "company", "title", "birthday", "tags", "emails", "phones"] {
                #expect(person[key] == same[key], "\(key)")
            }
        }
    }

    @Test("With LinkedIn's list in one folder: two sources, and who stands in both is one person")
    func besideLinkedIn() throws {
        try FileManager.default.createDirectory(atPath: workshop.path("both"), withIntermediateDirectories: true)
        try workshop.write("both/contacts.vcf", Self.first)
        try workshop.write(
            "both/Connections.csv",
            """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ada,Example,https://www.linkedin.com/in/ada-example,ada@engines.example,Example Engines,Chief Analyst,08 Feb 2026
            """)
        let report = try holdfast("import", workshop.path("both"), "--json").object
        #expect(report["files"].elements.compactMap { $0["source"].string }.sorted() == ["LinkedIn", "iCloud"], "\(report)")
        #expect(report["people"]["total"] == .integer(2), "\(report)")
    }
}
