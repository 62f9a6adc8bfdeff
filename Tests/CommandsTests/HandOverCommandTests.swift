import Foundation
import Testing

/// Files for other products, and what is held back of them, through the program.
@Suite("Hand-over on the command line")
struct HandOverCommandTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    static let formats = [
        "google-csv", "outlook-csv", "thunderbird-csv", "ldif", "schema-org", "hubspot", "salesforce-contact", "salesforce-lead",
        "pipedrive",
        "zoho", "dynamics", "mailchimp", "constant-contact", "interaction",
    ]

    /// Four people: two without fault, one without a last name, one without company and address.
    private static let people = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada,ada@example.com,"Example, Ltd",=Partner,08 Feb 2026
        Zoë,Beispiel,https://www.linkedin.com/in/zoe,zoe@example.org,"Söhne ""Best"" GmbH",Ärztin,07 Feb 2026
        Madonna,,https://www.linkedin.com/in/madonna,m@example.net,Example,Singer,06 Feb 2026
        Bob,Muster,https://www.linkedin.com/in/bob,,,,05 Feb 2026

        """

    init() throws {
        workshop = try Workshop()
    }

    private func importSome() throws {
        try #require(holdfast("import", workshop.write("in.csv", Self.people)).status == 0)
    }

    /// A file's rows as Python's reader sees them.
    private func rows(_ file: String) throws -> [JSON] {
        let script = "import csv,json,sys\nprint(json.dumps(list(csv.DictReader(open(sys.argv[1],newline='',encoding='utf-8-sig')))))"
        return try holdfast.python(script, file).object.elements
    }

    @Test("A file and standard output get the same bytes, and an empty vault gives an empty list", arguments: formats)
    func fileAndOutput(format: String) throws {
        let empty = try holdfast("export", "--to", format)
        #expect(empty.status == 0 && empty.output.isEmpty == (format == "ldif"), "\(empty)")
        try importSome()
        let direct = try holdfast("export", "--to", format)
        #expect(direct.status == 0 && direct.output.count > empty.output.count, "\(direct)")
        let file = try holdfast("export", "--to", format, "-o", workshop.path("out.x"))
        #expect(file.status == 0 && file.output.isEmpty, "\(file)")
        #expect(file.errors.contains("Wrote ") && file.errors.contains(workshop.path("out.x")))
        #expect(workshop.bytes("out.x") == direct.output)
    }

    @Test("Python reads the cells as they are in the vault: nothing is disarmed, nothing is lost")
    func cells() throws {
        try importSome()
        let out = workshop.path("out.csv")
        try #require(holdfast("export", "--to", "hubspot", "-o", out).status == 0)
        let all = try rows(out)
        #expect(all.count == 4)
        let ada = try #require(all.first { $0["First Name"] == .string("Ada") })
        #expect(ada["Company Name"] == .string("Example, Ltd") && ada["Job Title"] == .string("=Partner"))
        let zoe = try #require(all.first { $0["Email"] == .string("zoe@example.org") })
        #expect(zoe["Company Name"] == .string("Söhne \"Best\" GmbH") && zoe["LinkedIn URL"] == .string("https://www.linkedin.com/in/zoe"))
    }

    @Test("Whom the product would refuse is left out, listed beside the file with the reason, and written with --all")
    func heldBack() throws {
        try importSome()
        let out = workshop.path("leads.csv")
        let run = try holdfast("export", "--to", "salesforce-lead", "-o", out)
        #expect(run.status == 0)
        #expect(run.errors.contains("Wrote 2 people to \(out).") && run.errors.contains("Held back 2 people"), "\(run)")
        #expect(run.errors.contains("Salesforce needs “Company”.") && run.errors.contains("leads.refused.csv"))
        #expect(try Set(rows(out).compactMap { $0["Last Name"].string }) == ["Example", "Beispiel"])
        let refused = try rows(workshop.path("leads.refused.csv"))
        #expect(Set(refused.compactMap { $0["First Name"].string }) == ["Madonna", "Bob"])
        let bob = try #require(refused.first { $0["First Name"] == .string("Bob") })
        #expect(bob["Held back because"] == .string("Salesforce needs “Company”."))

        let all = try holdfast("export", "--to", "salesforce-lead", "--all", "-o", workshop.path("all.csv"))
        #expect(all.status == 0 && !all.errors.contains("Held back"))
        #expect(try rows(workshop.path("all.csv")).count == 4)
        #expect(workshop.bytes("all.refused.csv") == nil)
        let direct = try holdfast("export", "--to", "salesforce-lead")
        #expect(direct.errors.contains("Held back 2 people") && direct.output == workshop.bytes("leads.csv"))
    }

    @Test("A check writes nothing but its report, as text and as JSON")
    func check() throws {
        try importSome()
        let text = try holdfast("export", "--to", "mailchimp", "--check")
        #expect(text.status == 0 && text.errors.isEmpty)
        #expect(text.lines.first == "Mailchimp would take 3 of 4 people." && text.text.contains("Mailchimp needs “Email Address”."))
        let report = try holdfast("export", "--to", "mailchimp", "--check", "--json").object
        #expect(report["people"] == .integer(4) && report["written"] == .integer(3) && report["held_back"] == .integer(1))
        #expect(report["format"] == .string("mailchimp") && report["path"] == .null && report["files"].elements.isEmpty)
        #expect(report["reasons"][0]["code"] == .string("missing") && report["reasons"][0]["count"] == .integer(1))
        let refused = report["refused"].elements
        #expect(refused.count == 1 && refused[0]["name"] == .string("Bob Muster") && refused[0]["email"] == .null)
        #expect(refused[0]["reasons"][0]["column"] == .string("Email Address") && refused[0]["person"].string?.count == 36)
        #expect(workshop.names().allSatisfy { $0.hasPrefix("vault.sqlite") || $0 == "in.csv" })
    }

    @Test("A long list is split into numbered files that appear together")
    func split() throws {
        try #require(holdfast("import", workshop.write("many.csv", Connections.file(25))).status == 0)
        let out = workshop.path("out/people.csv")
        try FileManager.default.createDirectory(atPath: workshop.path("out"), withIntermediateDirectories: true)
        let run = try holdfast("export", "--to", "pipedrive", "--split-at", "10", "--json", "-o", out)
        #expect(run.status == 0, "\(run)")
        #expect(workshop.names(in: "out") == ["people-1.csv", "people-2.csv", "people-3.csv"])
        let files = try run.object["files"].elements
        #expect(files.map { $0["rows"] } == [.integer(10), .integer(10), .integer(5)])
        var names: [String] = []
        for (place, file) in files.enumerated() {
            let path = try #require(file["path"].string)
            #expect(path == workshop.path("out/people-\(place + 1).csv"))
            #expect(file["bytes"] == .integer(workshop.bytes("out/people-\(place + 1).csv")?.count ?? 0))
            names += try rows(path).compactMap { $0["Person - Name"].string }
        }
        #expect(Set(names).count == 25)
        let shorter = try holdfast("export", "--to", "pipedrive", "--split-at", "13", "-o", out)
        #expect(shorter.errors.contains("people-3.csv is of an earlier run"), "\(shorter)")
    }

    @Test(
        "Wrong use is told",
        arguments: [["--check", "-o", "x"], ["--check", "--all"], ["--split-at", "5"], ["--split-at", "0", "-o", "x"]])
    func wrongUse(words: [String]) throws {
        let run = try holdfast.run(["export", "--to", "hubspot"] + words)
        #expect(run.status == 64 && run.output.isEmpty, "\(run)")
    }

    @Test("A refused list never takes the place of the vault, and a folder that isn't there leaves nothing behind")
    func safe() throws {
        try importSome()
        let run = try holdfast("export", "--to", "hubspot", "-o", workshop.path("vault.sqlite"))
        #expect(run.status == 73)
        #expect(try holdfast("export", "--to", "hubspot", "-o", workshop.path("no/where.csv")).status == 73)
        #expect(try holdfast("export", "--to", "hubspot", "-o", "/dev/null").status == 0)
        #expect(try holdfast("verify").status == 0)
        #expect(!workshop.names().contains { $0.contains("holdfast-") })
    }

    @Test("schema-org is one JSON document, ldif parts into entries")
    func openFormats() throws {
        try importSome()
        let document = try JSON(holdfast("export", "--to", "schema-org").text.replacing("\n", with: ""))
        #expect(document["@graph"].elements.count == 4 && document["@context"] == .string("https://schema.org"))
        #expect(document["@graph"].elements.allSatisfy { $0["@type"] == .string("Person") && $0["sameAs"].string != nil })
        let ldif = try holdfast("export", "--to", "ldif").text
        #expect(ldif.split(separator: "\n\n").count == 4 && ldif.hasPrefix("dn:"))
    }

    @Test("ldapadd understands every entry, names and texts of all kinds too")
    func ldapadd() throws {
        let file = workshop.path("all.ldif")
        let odd = """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            " #Ada","+ ,Ex;ample=""<>""\\",https://www.linkedin.com/in/ada,ada@example.com,":Colon","<less
            and a line",08 Feb 2026
            שלום,,https://www.linkedin.com/in/x,,,,

            """
        let inputs = [Repository.linkedIn("era-a-outlook.csv"), Repository.linkedIn("era-e.csv"), try workshop.write("odd.csv", odd)]
        let report = try holdfast.run(["convert"] + inputs + ["--to", "ldif", "--json", "-o", file]).object
        let run = try holdfast.shell("ldapadd -n -f all.ldif")
        #expect(run.status == 0, "\(run)")
        #expect(run.lines.count { $0.hasPrefix("!adding new entry") } == report["written"].integer, "\(run)")
        #expect(report["written"].integer ?? 0 > 5)
    }

    @Test("Where there is no place for something it is told, for plain formats too")
    func losses() throws {
        let address = Repository.linkedIn("era-a-outlook.csv")
        for format in ["linkedin-csv", "csv", "mailchimp", "schema-org"] {
            let run = try holdfast("convert", address, "--to", format)
            #expect(run.errors.contains("No place in \(format) for: "), "\(run)")
            let report = try holdfast("convert", address, "--to", format, "--check", "--json").object
            #expect(!report["losses"].elements.isEmpty && report["losses"][0]["count"].integer ?? 0 > 0)
        }
    }
}
