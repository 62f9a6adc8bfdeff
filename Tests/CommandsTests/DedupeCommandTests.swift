import Foundation
import Testing

/// Duplicates in a table, found without a vault.
@Suite("dedupe")
struct DedupeCommandTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws {
        workshop = try Workshop()
    }

    private static let table = """
        record_id,First Name,Last Name,Company,E-Mail,Phone,City
        a,Wilhelmina,Mustertal,"Example Works, GmbH",,+49 30 5550100,Berlin
        b,,,,w.mustertal@example-works.example,,
        c,Gregor,Anderswo,Beispiel AG,gregor@beispiel.example,,
        d,"Mustertal, Dr.",Wilhelmina,Example Works,,030/555 0100,
        e,Gregor,Nirgends,Beispiel AG,,,

        """

    /// The cells of each line; a comma within quotes parts none.
    private func result(_ name: String) -> [[String]] {
        String(decoding: workshop.bytes(name) ?? [], as: UTF8.self).split(separator: "\n").map { line in
            var (cells, isQuoted) = ([""], false)
            for character in line {
                if character == "\"" { isQuoted.toggle() }
                if character == ",", !isQuoted { cells.append("") } else { cells[cells.count - 1].append(character) }
            }
            return cells
        }
    }

    private func clusters(_ name: String, column: Int) -> [String] { result(name).dropFirst().map { $0[$0.count - column] } }

    /// Looks for duplicates in a table, and writes `out.csv`.
    ///
    /// - Returns: the report.
    private func deduplicate(_ table: String) throws -> JSON {
        let path = try workshop.write("in.csv", table)
        let run = try holdfast("dedupe", path, "-o", workshop.path("out.csv"), "--json")
        try #require(run.status == 0, "\(run)")
        return try JSON(run.text)
    }

    @Test("What parts the cells is told in tables of few columns too", arguments: [",", ";", "\t", "|"], [2, 3])
    func delimiters(delimiter: String, columns: Int) throws {
        let rows = [
            ["Name", "E-Mail", "Firma"], ["Anna Meyerhold", "anna@beispiel.example", "Beispiel AG"],
            ["Anna Meyerhold", "anna@beispiel.example", "Beispiel AG"], ["Bo Anderswo", "bo@muster.example", "Muster GmbH"],
        ]
        let report = try deduplicate(rows.map { $0.prefix(columns).joined(separator: delimiter) + "\n" }.joined())
        #expect(report["people"].integer == 2)
        let lines = String(decoding: workshop.bytes("out.csv") ?? [], as: UTF8.self).split(separator: "\n")
        let header = rows[0].prefix(columns) + ["cluster_id", "match_probability", "reason"]
        #expect(lines.first.map(String.init) == header.joined(separator: delimiter))
    }

    @Test("The table comes out byte for byte, with three columns more")
    func bytes() throws {
        let path = try workshop.write("in.csv", Self.table)
        let run = try holdfast("dedupe", path, "-o", workshop.path("out.csv"))
        #expect(run.status == 0, "\(run)")
        let lines = String(decoding: workshop.bytes("out.csv") ?? [], as: UTF8.self).split(separator: "\n")
        let before = Self.table.split(separator: "\n")
        #expect(lines.count == before.count)
        for (line, row) in zip(lines, before) { #expect(line.hasPrefix(row + ",")) }
        #expect(lines.first?.hasSuffix(",cluster_id,match_probability,reason") == true)
        let clusters = clusters("out.csv", column: 3)
        #expect(clusters[0] == clusters[1] && clusters[0] == clusters[3])
        #expect(Set(clusters).count == 3)
        #expect(workshop.names() == ["in.csv", "out.csv"], "no vault was made")
    }

    @Test("A table from Japan is understood as an import understands it")
    func japanese() throws {
        _ = try deduplicate(
            "姓,名,メールアドレス,会社名\n山本,花子,hanako@example.com,例示株式会社\n山本,花子,hanako@example.com,\n佐藤,次郎,jiro@example.org,例示株式会社\n")
        let clusters = clusters("out.csv", column: 3)
        #expect(clusters.count == 3 && clusters[0] == clusters[1] && clusters[0] != clusters[2])
    }

    @Test("What columns were taken for is told, in any language and dialect")
    func columns() throws {
        let json = try deduplicate(
            "Nachname;Vorname;Firma;Geburtsdatum;Notiz\nBeispiel;Anna;Example GmbH;1.2.1980;x\nBeispiel;Anna;Example;01.02.1980;y\n")
        #expect(json["rows"].integer == 2 && json["people"].integer == 1 && json["duplicates"].integer == 1)
        #expect(
            json["tables"][0]["columns"].elements.map { $0["as"].string ?? "-" } == [
                "family name", "given name", "company", "date of birth", "-",
            ])
        #expect(
            String(decoding: workshop.bytes("out.csv") ?? [], as: UTF8.self).hasPrefix(
                "Nachname;Vorname;Firma;Geburtsdatum;Notiz;cluster_id;"))
    }

    @Test(
        "A column called Name beside given names has the family names, or the whole ones",
        arguments: [
            ("Vorname;Name\nAnna;Beispiel\nBeate;Muster\n", "family name"),
            ("Prénom;Nom\nZoé;Exemple\nÉmile;Modèle\n", "family name"),
            ("first_name;name\nAnna;Anna Beispiel\nBeate;Beate Muster\n", "name"),
            ("Vorname;Nachname;Name\nAnna;Beispiel;Anna Beispiel\nBeate;Muster;Beate Muster\n", "name"),
        ])
    func namesBesideGivenNames(table: String, role: String) throws {
        let columns = try deduplicate(table)["tables"][0]["columns"]
        #expect(columns.elements.last?["as"].string == role)
    }

    @Test("A column whose header says nothing is known by its e-mail addresses, in a table of two rows too")
    func addressesInTwoRows() throws {
        let columns = try deduplicate("contact,x1\nAnna Beispiel,anna@example.com\nA Beispiel,anna@example.com\n")["tables"][0]["columns"]
        #expect(columns.elements.map { $0["as"].string } == ["name", "e-mail"])
    }

    @Test("Two tables are linked one row with one")
    func linked() throws {
        let one = try workshop.write(
            "one.csv", "Name,Email\nAnna Beispiel,anna.beispiel@example.com\nAnna Beispiel,anna.beispiel@example.com\nBerta Muster,\n")
        let other = try workshop.write(
            "other.csv", "E-Mail Address,Full Name,Company\nanna.beispiel@example.com,,Example\n,Gregor Anderswo,\n")
        let run = try holdfast("dedupe", one, "--link", other, "-o", workshop.path("out.csv"))
        #expect(run.status == 0, "\(run)")
        let rows = result("out.csv")
        #expect(rows.count == 6)
        #expect(rows[0].contains("file"))
        let files = rows.dropFirst().map { row in row.first { $0 == "one.csv" || $0 == "other.csv" } ?? "" }
        #expect(files == ["one.csv", "one.csv", "one.csv", "other.csv", "other.csv"])
        let clusters = clusters("out.csv", column: 3)
        #expect(clusters[0] != clusters[1], "rows of one table are not joined")
        #expect(clusters[3] == clusters[0] || clusters[3] == clusters[1])
        #expect(Set(clusters).count == 4)
    }

    @Test("The pairs are explained, term by term")
    func explained() throws {
        let path = try workshop.write("in.csv", Self.table)
        let run = try holdfast("dedupe", path, "--explain")
        #expect(run.status == 0, "\(run)")
        #expect(run.text.contains("row 1 and row 4") && run.text.contains("phone: the same"))
        let json = try holdfast("dedupe", path, "--explain", "--json")
        let first = try JSON(String(json.text.split(separator: "\n").first ?? ""))
        #expect(first["first"]["row"].integer == 1 && first["terms"].elements.contains { $0["field"].string == "phone" })
    }

    @Test("A line that is too long is counted and named, and the reason of a joining is a sentence")
    func tooLong() throws {
        let lines = [
            "First Name,Last Name,Email", "Anna,Beispiel,anna@example.com", "Bert,\(String(repeating: "x", count: 9 << 20)),b@example.com",
            "Anna,Beispiel,anna@example.com", "Cara,Muster,",
        ]
        let path = try workshop.write("in.csv", lines.joined(separator: "\n") + "\n")
        let run = try holdfast("dedupe", path, "-o", workshop.path("out.csv"))
        #expect(
            run.status == 0 && run.errors.contains("1 row could not be read and is not in the result: line 3 (row-too-long)"), "\(run)")
        #expect(result("out.csv").count == 4)
        #expect(result("out.csv")[1].last == "row 2: The e-mail address is the same and the names are the same.")
        let json = try JSON(holdfast("dedupe", path, "-o", workshop.path("out.csv"), "--json").text)
        #expect(json["tables"].elements.first?["problems"].elements.first?["line"].integer == 3)
    }

    @Test(
        "Columns are told by their values where the header says nothing, or there is none",
        arguments: ["Full,Mail,Num\n", "Person,X1,X2\n", "a,b,c\n", ""])
    func byValues(header: String) throws {
        let rows =
            "Ada Example,ada@example.com,+49 171 1234567\nAda Exampel,ada@example.com,+49 171 1234567\nBo Muster,bo@example.com,+49 171 7654321\n"
        let run = try holdfast("dedupe", workshop.write("in.csv", header + rows), "-o", workshop.path("out.csv"), "--json").object
        #expect(run["tables"][0]["rows"].integer == 3 && run["duplicates"].integer == 1)
        #expect(run["tables"][0]["columns"].elements.map { $0["as"].string } == ["name", "e-mail", "phone"])
    }

    @Test("What says of what kind an address is, is no address, and a firm is a company")
    func labels() throws {
        let table = "First Name,Last Name,firm,E-mail 1 - Type,E-mail 1 - Value,Email Status\nAda,Example,Acme,Work,ada@example.com,ok\n"
        let run = try holdfast("dedupe", workshop.write("in.csv", table), "-o", workshop.path("out.csv"), "--json").object
        let columns = run["tables"][0]["columns"].elements.map { $0["as"].string }
        #expect(columns == ["given name", "family name", "company", nil, "e-mail", nil])
    }

    @Test("A table in another encoding comes out in UTF-8 as a whole")
    func encoding() throws {
        let bytes = Array("Vorname;Straße\nÄnne;Hauptstraße\n".unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
        let run = try holdfast("dedupe", workshop.write("in.csv", bytes: bytes), "-o", workshop.path("out.csv"))
        #expect(run.status == 0, "\(run)")
        let text = String(validating: workshop.bytes("out.csv") ?? [], as: UTF8.self)
        #expect(text == "Vorname;Straße;cluster_id;match_probability;reason\nÄnne;Hauptstraße;1;;\n")
    }

    @Test("A file that is no table of people is refused", arguments: ["", "x,y\n1,2\n", "\u{0}\u{1}\u{2}", "First Name,Last Name\n"])
    func refused(text: String) throws {
        let path = try workshop.write("in.csv", text)
        let run = try holdfast("dedupe", path, "-o", workshop.path("out.csv"))
        #expect(run.status == 65, "\(run)")
        #expect(workshop.bytes("out.csv") == nil)
    }

    @Test("Wrong usage, a missing file and a place that can't be written have their statuses")
    func statuses() throws {
        let path = try workshop.write("in.csv", Self.table)
        #expect(try holdfast("dedupe", path).status == 64)
        #expect(try holdfast("dedupe", path, "-o", workshop.path("out.csv"), "--threshold", "1.5").status == 64)
        #expect(try holdfast("dedupe", workshop.path("none.csv"), "-o", workshop.path("out.csv")).status == 66)
        #expect(try holdfast("dedupe", path, "-o", workshop.path("none/out.csv")).status == 73)
        let own = try holdfast("dedupe", path, "-o", path)
        #expect(own.status == 73)
        #expect(workshop.bytes("in.csv") == Array(Self.table.utf8))
    }
}
