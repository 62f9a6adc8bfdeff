import Foundation
import Testing

@Suite("Importing tables of people")
struct TableImportTests {
    private static func corpus(_ name: String) -> String {
        Repository.root.appendingPathComponent("Tests/ContactFormatsTests/Fixtures/tables").appendingPathComponent(name).path
    }

    @Test
    func `a German Outlook export comes in, is shown, and changes when it is imported again`() throws {
        let shop = try Workshop()
        let first = try shop.holdfast("import", Self.corpus("outlook-de.csv"), "--exported-on", "2026-01-01")
        #expect(first.status == 0)
        #expect(first.text.contains("Outlook, 92 columns, Outlook's layout in German"))
        #expect(first.text.contains("3 rows: 3 new"))
        #expect(try shop.holdfast("show", "Änne").text.contains("Beispiel & Söhne KG"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.corpus("outlook-de.csv")))
        let text = try #require(String(data: bytes, encoding: .windowsCP1252))
        let later = try shop.write("outlook later.csv", text.replacingOccurrences(of: "Leiterin", with: "Direktorin"))
        let report = try shop.holdfast("import", later, "--exported-on", "2026-06-01", "--json").object
        #expect(report["files"][0]["records"]["updated"].integer == 1)
        #expect(report["files"][0]["records"]["unchanged"].integer == 2)
        #expect(report["files"][0]["source"].string == "Outlook")
        let changes = try shop.holdfast("changes", "--json").objects
        #expect(changes.contains { $0["kind"].string == "retitled" && $0["to"].string == "Direktorin" })
    }

    @Test
    func `a sheet is guessed, put right with --map, known again, and taken back`() throws {
        let shop = try Workshop()
        let sheet = try shop.write("kunden.csv", "Wer;Mail;Stichwort\nAda Example;ada@example.com;Messe\nBo Muster;bo@example.com;Verein\n")
        let guessed = try shop.holdfast("import", sheet, "--json").object
        #expect(guessed["files"][0]["format"].string == "csv")
        #expect(guessed["files"][0]["source"].string == "Address book (kunden)")
        #expect(guessed["files"][0]["layout"].string?.contains("\"Mail\" -> email") == true)
        let mapped = try shop.holdfast("import", sheet, "--map", "Wer=notes", "--map", "Stichwort=name", "--json").object
        #expect(mapped["files"][0]["already_imported"].bool == false)
        #expect(mapped["people"]["total"].integer == 2)
        #expect(mapped["remarks"].elements.contains { $0.string?.contains("taken back") == true })
        #expect(try shop.holdfast("people", "--json").objects.compactMap { $0["name"].string }.sorted() == ["Messe", "Verein"])
        #expect(try shop.holdfast("import", sheet, "--json").object["files"][0]["already_imported"].bool == true)

        let next = try shop.write("neu.csv", "Wer;Mail;Stichwort\nZoë Beispiel;zoe@example.com;Kurs\n")
        #expect(try shop.holdfast("import", next, "--json").status == 0)
        #expect(try shop.holdfast("people", "--json", "Kurs").objects.count == 1)

        let log = try shop.holdfast("log", "--json").objects
        #expect(log.count == 4)
        #expect(try shop.holdfast("undo", "3").status == 0)
        #expect(try shop.holdfast("undo", "5").status == 0)
        #expect(try shop.holdfast("people", "--json").objects.compactMap { $0["name"].string }.sorted() == ["Kurs", "Messe", "Verein"])
        #expect(try shop.holdfast("verify").status == 0)
    }

    @Test
    func `a column that isn't there, and a field that isn't, are told`() throws {
        let shop = try Workshop()
        let sheet = try shop.write("a.csv", "Name;Mail\nAda Example;ada@example.com\n")
        let missing = try shop.holdfast("import", sheet, "--map", "Spalte=email")
        #expect(missing.status == 65)
        #expect(missing.errors.contains("no column “Spalte”"))
        let wrong = try shop.holdfast("import", sheet, "--map", "Name=e-male")
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("email"))
        let known = try shop.holdfast("import", Repository.linkedIn("era-b-tags.csv"), "--map", "Company=ignore")
        #expect(known.status != 0)
    }

    @Test
    func `what holds no people is refused with its first line`() throws {
        let shop = try Workshop()
        let run = try shop.holdfast("import", Self.corpus("produkte.csv"))
        #expect(run.status == 65)
        #expect(run.errors.contains("“Artikel;Preis;Lager”"))
    }

    @Test
    func `a Facebook archive gives friends with their day, and names what it left aside`() throws {
        let shop = try Workshop()
        try shop.write(
            "fb/connections/friends/your_friends.json", #"{"friends_v2":[{"name":"Zo\u00c3\u00ab Beispiel","timestamp":1577923200}]}"#)
        try shop.write("fb/messages/inbox/ada/message_1.json", #"{"participants":[{"name":"Ada"}],"messages":[]}"#)
        let archive = try shop.zip(shop.path("fb"), to: "facebook.zip")
        let report = try shop.holdfast("import", archive, "--json").object
        #expect(report["files"][0]["source"].string == "Facebook")
        #expect(report["files"][0]["list"].string == "connections")
        #expect(report["passed_over"].elements.map { $0["reason"].string } == ["private"])
        let people = try shop.holdfast("people", "--json").objects
        #expect(people.map { $0["name"].string } == ["Zoë Beispiel"])
        #expect(people.map { $0["connected_on"].string } == ["2020-01-02"])
    }

    @Test
    func `what Holdfast exports it reads back, as CSV, for spreadsheets and as JSON`() throws {
        let shop = try Workshop()
        #expect(try shop.holdfast("import", Self.corpus("outlook-de.csv")).status == 0)
        let before = try shop.holdfast("people", "--json").objects.map {
            [$0["name"].string, $0["company"].string, $0["emails"][0]["address"].string]
        }
        for format in ["csv", "excel-csv", "jsonl"] {
            #expect(try shop.holdfast("export", "--to", format, "-o", shop.path("out.\(format)")).status == 0)
            let other = ["HOLDFAST_VAULT": shop.path("\(format).sqlite")]
            #expect(try shop.holdfast("import", shop.path("out.\(format)"), with: other).status == 0)
            let after = try shop.holdfast("people", "--json", with: other).objects.map {
                [$0["name"].string, $0["company"].string, $0["emails"][0]["address"].string]
            }
            #expect(after == before, "\(format)")
        }
    }

    @Test
    func `numbered files that mostly say the same are exports of one list, one after the other`() throws {
        let shop = try Workshop()
        let rows = (1...6).map { "Person Example,p\($0)@example.com\n" }
        let first = try shop.write("clients1.csv", "Name,Email\n" + rows.joined())
        let second = try shop.write("clients2.csv", "Name,Email\n" + rows.dropLast().joined() + "Cy Sample,cy@example.com\n")
        let report = try shop.holdfast("import", first, second, "--json").object
        #expect(Set(report["files"].elements.map { $0["source"].string }) == ["Address book (clients)"])
    }
}
