import Foundation
import Testing

/// From one format to another without a vault.
@Suite("Converting")
struct ConvertCommandTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    static let formats = ["linkedin-csv", "csv", "excel-csv", "jsonl", "vcard3", "vcard4"] + HandOverCommandTests.formats

    init() throws {
        workshop = try Workshop()
    }

    @Test("A file gives what the vault gives that it is imported into", arguments: formats)
    func sameAsVault(format: String) throws {
        let file = try workshop.write("in.csv", Connections.file(30))
        let converted = try holdfast("convert", file, "--to", format)
        #expect(converted.status == 0 && workshop.bytes("vault.sqlite") == nil, "\(converted)")
        let piped = try holdfast.shell("cat in.csv | \"$holdfast\" convert - --to \(format)")
        #expect(piped.output == converted.output, "a pipe gives the same")
        guard !["csv", "excel-csv", "jsonl", "vcard3", "vcard4", "ldif", "schema-org"].contains(format) else { return }
        try #require(holdfast("import", file).status == 0)
        let exported = try holdfast("export", "--to", format)
        #expect(Set(converted.lines) == Set(exported.lines), "ids and days aside, the same rows")
    }

    @Test("What can't be read and who is held back is told; --strict makes it a failure, the file is written all the same")
    func problems() throws {
        let file = try workshop.write(
            "in.csv",
            """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Ada,Example,https://www.linkedin.com/in/ada,ada@example.com,Example,Partner,08 Feb 2026
            ,,,,Only a company,,
            Bob,Muster,,,,,

            """)
        let run = try holdfast("convert", file, "--to", "mailchimp", "-o", workshop.path("out.csv"))
        #expect(run.status == 0 && run.errors.contains("1 row could not be read") && run.errors.contains("line 3"), "\(run)")
        #expect(run.errors.contains("Held back 1 person") && workshop.bytes("out.refused.csv") != nil)
        let strict = try holdfast("convert", file, "--to", "mailchimp", "--strict", "--json", "-o", workshop.path("strict.csv"))
        #expect(strict.status == 65 && workshop.bytes("strict.csv") == workshop.bytes("out.csv"))
        let report = try strict.object
        #expect(report["inputs"][0]["rejected"][0]["line"] == .integer(3) && report["inputs"][0]["contacts"] == .integer(2))
        #expect(report["written"] == .integer(1) && report["held_back"] == .integer(1))
        let check = try holdfast("convert", file, "--to", "mailchimp", "--check", "--json").object
        #expect(check["refused"][0]["line"] == .integer(4) && !check["refused"][0].names.contains("person"))
    }

    @Test("A folder of many mails is named by a few, each file once")
    func manyMails() throws {
        for number in 10..<60 {
            try workshop.write(
                "mail/cur/\(number).host:2,S",
                "Delivered-To: ada@example.com\nFrom: p\(number)@example.org\nTo: ada@example.com\nCc: cy@example.net\n\nHi\n")
        }
        let run = try holdfast("convert", workshop.path("mail"), "--to", "jsonl")
        #expect(run.status == 0 && run.lines.count == 50, "\(run)")
        #expect(run.errors.contains("cur/10.host:2,S, cur/11.host:2,S, cur/12.host:2,S and 47 more"))
        #expect(run.errors.contains("cur/15.host:2,S and 44 more. A vault puts them together"))
        #expect(!run.errors.contains("cur/40.host"))
    }

    @Test("A path that can't be used leaves no output, and what stood there stays")
    func unusable() throws {
        let good = try workshop.write("good.csv", Connections.file(3))
        let bad = try workshop.write("bad.bin", bytes: Array(repeating: 7, count: 500))
        try workshop.write("out.csv", "before")
        for words in [[bad], [good, bad], [good, workshop.path("missing.csv")]] {
            let run = try holdfast.run(["convert"] + words + ["--to", "csv", "-o", workshop.path("out.csv")])
            #expect(run.status == 65 || run.status == 66, "\(run)")
            #expect(workshop.bytes("out.csv").map { String(decoding: $0, as: UTF8.self) } == "before")
        }
        #expect(try holdfast.run(["convert", bad, "--to", "csv"]).output.isEmpty)
    }

    @Test("Of an archive its lists of contacts are converted, and what was left is told")
    func archive() throws {
        let run = try holdfast("convert", Repository.linkedIn("archive-2024"), "--to", "jsonl")
        #expect(run.status == 0 && run.errors.contains("Not converted, for they are no lists of contacts"), "\(run)")
        let rows = try holdfast("convert", Repository.linkedIn("archive-2024/Connections.csv"), "--to", "jsonl")
        #expect(Set(run.lines).isSuperset(of: rows.lines) && !rows.lines.isEmpty)
    }

    @Test("Several inputs are one list")
    func several() throws {
        let one = try workshop.write("1.csv", Connections.file(3))
        let two = try workshop.write("2.csv", Connections.file(4, from: 100))
        let run = try holdfast("convert", one, two, "--to", "linkedin-csv", "-o", workshop.path("out.csv"))
        #expect(run.status == 0 && run.errors.contains("Wrote 7 people"), "\(run)")
    }

    @Test("Of a conversion it is said that nothing was converted, and a column that was guessed wrong can be named")
    func advice() throws {
        let table = try workshop.write(
            "goods.csv", "Artikel,Seite\nBlue Lamp,https://shop.example/lamp\nRed Chair,https://shop.example/chair\n")
        let refused = try holdfast("convert", table, "--to", "csv")
        #expect(
            refused.status == 65 && refused.errors.contains("Nothing was converted") && !refused.errors.contains("import"), "\(refused)")
        let piped = try holdfast.shell("cat goods.csv | \"$holdfast\" convert - --to csv --map \"Artikel=name\"")
        #expect(piped.status == 0 && piped.text.contains("Blue Lamp") && !piped.errors.contains("import"), "\(piped)")
        #expect(try holdfast("convert", table, "--to", "csv", "--map", "Artikel=nonsense").status == 64)
    }
}
