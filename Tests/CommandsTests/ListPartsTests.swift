import Foundation
import Testing

/// A list in several files drives nobody out, however the files come.
@Suite("The parts of a list")
struct ListPartsTests {
    private static let header = "Name,Email,Company\n"

    /// Two parts of a list that have nobody in common.
    private static func parts(_ shop: Workshop, _ names: (String, String) = ("clients1.csv", "clients2.csv")) throws -> [String] {
        [
            try shop.write(names.0, header + "Ada Example,ada@example.com,Acme\nBo Muster,bo@example.com,Acme\n"),
            try shop.write(names.1, header + "Cy Sample,cy@example.com,Beta\nDee Ejemplo,dee@example.com,Beta\n"),
        ]
    }

    private static func people(_ shop: Workshop) throws -> [String] {
        try shop.holdfast("people", "--json").objects.compactMap { $0["name"].string }.sorted()
    }

    private static let all = ["Ada Example", "Bo Muster", "Cy Sample", "Dee Ejemplo"]

    /// That nobody left, and all is as it was written.
    private static func expectWhole(_ shop: Workshop, _ comment: Comment) throws {
        #expect(try people(shop) == all, comment)
        #expect(try !shop.holdfast("changes").text.contains("no longer"), comment)
        #expect(try shop.holdfast("verify").status == 0, comment)
    }

    @Test(arguments: [
        ("clients1.csv", "clients2.csv"), ("contacts-part1.csv", "contacts-part2.csv"), ("clients.csv", "clients (2 of 2).csv"),
    ])
    func `by one command they are one hand-out`(names: (String, String)) throws {
        let shop = try Workshop()
        let report = try shop.holdfast.run(["import", "--json"] + Self.parts(shop, names)).object
        let file = report["files"][0]
        #expect(report["files"].elements.count == 1)
        #expect(file["rows"].integer == 4 && file["records"]["new"].integer == 4)
        #expect(file["parts"].elements.compactMap(\.string) == [shop.path(names.0), shop.path(names.1)])
        #expect(file["path"].string == shop.path(names.0))
        try Self.expectWhole(shop, "\(names)")
        #expect(try shop.holdfast.run(["import", "--json"] + Self.parts(shop, names)).object["files"][0]["already_imported"].bool == true)
        #expect(try shop.holdfast("import", "--json", shop.path(names.1)).object["files"][0]["already_imported"].bool == true)
    }

    @Test
    func `in one folder and in one zip they are one hand-out, and come back whole from an undo that is taken back`() throws {
        for isZip in [false, true] {
            let shop = try Workshop()
            _ = try Self.parts(shop, ("box/clients1.csv", "box/clients2.csv"))
            let box = try isZip ? shop.zip(shop.path("box"), to: "box.zip") : shop.path("box")
            let report = try shop.holdfast("import", box, "--json").object
            #expect(report["files"].elements.count == 1, "zip: \(isZip)")
            #expect(report["files"][0]["parts"].elements.count == 2)
            try Self.expectWhole(shop, "zip: \(isZip)")
            #expect(try shop.holdfast("import", box, "--json").object["files"][0]["already_imported"].bool == true)
            #expect(try shop.holdfast("undo").status == 0)
            #expect(try Self.people(shop) == [])
            #expect(try shop.holdfast("undo", "2").status == 0)
            try Self.expectWhole(shop, "zip: \(isZip), taken back and had again")
        }
    }

    @Test
    func `one command after the other, the second is a list of its own and says so; the next exports meet their own`() throws {
        let shop = try Workshop()
        let parts = try Self.parts(shop)
        _ = try shop.holdfast("import", parts[0])
        let second = try shop.holdfast("import", parts[1])
        #expect(second.text.contains("taken for a list of its own, “Address book (clients 2)”, and nobody counts as gone"))
        try Self.expectWhole(shop, "one after the other")
        #expect(try shop.holdfast("import", parts[1], "--json").object["files"][0]["already_imported"].bool == true)

        try shop.write("clients1.csv", Self.header + "Ada Example,ada@example.com,Acme\n")
        try shop.write("clients2.csv", Self.header + "Cy Sample,cy@example.com,Gamma\nDee Ejemplo,dee@example.com,Beta\n")
        let later = try shop.holdfast.run(["import", "--json", "--exported-on", "2199-01-01"] + parts)
        #expect(later.status == 64, "a day to come is none")
        let next = try shop.holdfast.run(["import", "--json"] + parts).object
        #expect(next["files"].elements.compactMap { $0["source"].string } == ["Address book (clients)", "Address book (clients 2)"])
        #expect(next["files"][0]["records"]["gone"].integer == 1 && next["files"][1]["records"]["updated"].integer == 1)
        #expect(try shop.holdfast("verify").status == 0)
    }

    @Test
    func `another's list under the same name is a list of its own, and the owner may say otherwise`() throws {
        let shop = try Workshop()
        let (mine, other) = (try shop.write("a/contacts.csv", Self.header + "Ada Example,ada@example.com,Acme\n"), "b/contacts.csv")
        let theirs = try shop.write(other, Self.header + "Cy Sample,cy@example.com,Beta\n")
        _ = try shop.holdfast("import", mine)
        let report = try shop.holdfast("import", theirs, "--json").object
        #expect(report["files"][0]["source"].string == "Address book (2)")
        #expect(report["files"][0]["records"]["gone"].integer == 0)
        #expect(try shop.holdfast("undo").status == 0)
        let forced = try shop.holdfast("import", theirs, "--source", "Address book", "--json").object
        #expect(forced["files"][0]["source"].string == "Address book")
        #expect(forced["files"][0]["records"]["gone"].integer == 1)
    }

    @Test
    func `a switchboard's number in both makes no next export of another list`() throws {
        let shop = try Workshop()
        func list(_ names: [String]) -> String {
            "Name,Email,Phone\n" + names.map { "\($0) Example,\($0.lowercased())@example.com,+49 30 1234500\n" }.joined()
        }
        _ = try shop.holdfast("import", shop.write("a/contacts.csv", list(["Ada", "Bo", "Cy", "Dee"])))
        let report = try shop.holdfast("import", shop.write("b/contacts.csv", list(["Eva", "Finn", "Gus"])), "--json").object
        #expect(report["files"][0]["source"].string == "Address book (2)" && report["files"][0]["records"]["gone"].integer == 0)
    }

    @Test
    func `a next export that changed much is still one`() throws {
        let shop = try Workshop()
        func list(_ numbers: ClosedRange<Int>) -> String {
            Self.header + numbers.map { "Person \($0),p\($0)@example.com,Acme\n" }.joined()
        }
        let path = try shop.write("kunden.csv", list(1...10))
        _ = try shop.holdfast("import", path)
        try shop.write("kunden.csv", list(9...18))
        let report = try shop.holdfast("import", path, "--json").object
        #expect(report["files"][0]["source"].string == "Address book (kunden)")
        #expect(report["files"][0]["records"]["gone"].integer == 8)
    }

    @Test
    func `a dry run of two files tells what the import then does`() throws {
        let shop = try Workshop()
        let first = try shop.write("team.csv", Self.header + "Ada Example,ada@example.com,Acme\nBo Muster,bo@example.com,Acme\n")
        let second = try shop.write("team (1).csv", Self.header + "Ada Example,ada@example.com,Beta\nDee Ejemplo,dee@example.com,Beta\n")
        let dry = try shop.holdfast("import", "--dry-run", "--json", first, second).object
        #expect(try Self.people(shop) == [])
        #expect(dry["files"][1]["records"]["updated"].integer == 1 && dry["files"][1]["records"]["gone"].integer == 1)
        let real = try shop.holdfast("import", "--json", first, second).object
        for key in ["records", "rows", "source", "exported_on"] {
            #expect(dry["files"].elements.map { $0[key] } == real["files"].elements.map { $0[key] }, "\(key)")
        }
        #expect(dry["people"] == real["people"])
    }

    @Test
    func `of two files of the same second the one imported later is the later one`() throws {
        for turn in [0, 1] {
            let shop = try Workshop()
            let rows = ["Acme", "Beta"].map { Self.header + "Ada Example,ada@example.com,\($0)\nBo Muster,bo@example.com,Acme\n" }
            let paths = try [shop.write("one/team.csv", rows[turn]), shop.write("two/team.csv", rows[1 - turn])]
            let day = Date(timeIntervalSince1970: 1_750_000_000)
            for path in paths {
                try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: path)
                _ = try shop.holdfast("import", path)
            }
            let company = try shop.holdfast("people", "Ada", "--json").objects.first?["company"].string
            #expect(company == (turn == 0 ? "Beta" : "Acme"))
        }
    }

    @Test
    func `the connections of LinkedIn's archive in two zips are one list`() throws {
        let shop = try Workshop()
        let name = "Complete_LinkedInDataExport_11-20-2025"
        try shop.write("one/Connections.csv", Connections.file(6))
        try shop.write("one/Profile.csv", "First Name,Last Name,Headline\nNora,Lindqvist,Counsel\n")
        try shop.write("two/Connections_1.csv", Connections.file(6, from: 6))
        let zips = try [shop.zip(shop.path("one"), to: "\(name).zip"), shop.zip(shop.path("two"), to: "\(name)_2.zip")]
        let report = try shop.holdfast.run(["import", "--json"] + zips).object
        let connections = report["files"].elements.filter { $0["list"].string == "connections" }
        #expect(connections.count == 1 && connections[0]["records"]["new"].integer == 12)
        #expect(connections.first?["exported_on"].string == "2025-11-20")
        #expect(try shop.holdfast("people", "--json").objects.count == 12)
        #expect(
            try shop.holdfast.run(["import", "--json"] + zips).object["files"].elements.allSatisfy { $0["already_imported"].bool == true })
        #expect(try shop.holdfast("undo").status == 0)
        #expect(try shop.holdfast("people", "--json").objects.isEmpty)
        #expect(try shop.holdfast("undo", "2").status == 0)
        #expect(try shop.holdfast("people", "--json").objects.count == 12)
        #expect(try shop.holdfast("verify").status == 0)

        let folder = try Workshop()
        for zip in zips { try FileManager.default.copyItem(atPath: zip, toPath: folder.path((zip as NSString).lastPathComponent)) }
        _ = try folder.holdfast("import", folder.folder)
        #expect(try folder.holdfast("people", "--json").objects.count == 12)
    }

    @Test
    func `a part that holds somebody erased comes in without them, and the rest of the list is whole`() throws {
        let shop = try Workshop()
        let parts = try Self.parts(shop)
        _ = try shop.holdfast.run(["import"] + parts)
        #expect(try shop.holdfast("erase", "dee@example.com", "--yes").status == 0)
        #expect(try Self.people(shop) == Array(Self.all.dropLast()))
        try shop.write("clients1.csv", Self.header + "Ada Example,ada@example.com,Acme\nBo Muster,bo@example.com,Omega\n")
        let later = try shop.holdfast.run(["import", "--json"] + parts).object
        #expect(later["files"].elements.count == 1 && later["files"][0]["records"]["gone"].integer == 0)
        #expect(try Self.people(shop) == Array(Self.all.dropLast()))
        #expect(try shop.holdfast("verify").status == 0)
        // The same in a folder.
        _ = try Self.parts(shop, ("box/clients1.csv", "box/clients2.csv"))
        try shop.write("box/clients1.csv", Self.header + "Ada Example,ada@example.com,Acme\nBo Muster,bo@example.com,Sigma\n")
        let box = try shop.holdfast("import", shop.path("box"), "--json").object
        #expect(box["files"].elements.count == 1 && box["files"][0]["records"]["gone"].integer == 0)
        #expect(try Self.people(shop) == Array(Self.all.dropLast()))
    }

    @Test(arguments: [["--exported-on", "2025-06-01"], ["--map", "Company=tags"]])
    func `one part again with a word of the owner drives nobody of the others out`(words: [String]) throws {
        let shop = try Workshop()
        let parts = try Self.parts(shop)
        _ = try shop.holdfast.run(["import"] + parts)
        _ = try shop.holdfast.run(["import", parts[1]] + words)
        try Self.expectWhole(shop, "\(words)")
        // All of them together are put right.
        let all = try shop.holdfast.run(["import", "--json"] + parts + words).object
        #expect(all["files"].elements.count == 1 && all["files"][0]["rows"].integer == 4)
        #expect(try Self.people(shop) == Self.all)
        #expect(try shop.holdfast("verify").status == 0)
    }

    @Test
    func `a changed part that comes alone is refused, with the others' names, until all come together`() throws {
        let shop = try Workshop()
        let parts = try Self.parts(shop)
        _ = try shop.holdfast.run(["import"] + parts)
        try shop.write("clients1.csv", Self.header + "Ada Example,ada@example.com,Acme\nBo Muster,bo@example.com,Omega\n")
        let alone = try shop.holdfast("import", parts[0])
        #expect(alone.status != 0)
        #expect((alone.text + alone.errors).contains("Import all parts together"))
        try Self.expectWhole(shop, "alone")
        let together = try shop.holdfast.run(["import", "--json"] + parts).object
        #expect(together["files"][0]["records"]["updated"].integer == 1 && together["files"][0]["records"]["gone"].integer == 0)
        try shop.write("clients1.csv", Self.header + "Ada Example,ada@example.com,Beta\n")
        let said = try shop.holdfast("import", parts[0], "--source", "Address book", "--json").object
        #expect(said["files"][0]["source"].string == "Address book (clients)" && said["files"][0]["records"]["gone"].integer == 3)
    }

    @Test
    func `a part of LinkedIn's connections that comes alone is refused as well, and says what kind of trouble it is`() throws {
        let shop = try Workshop()
        func part(_ name: String, _ people: String...) throws -> String {
            try shop.write(
                name,
                "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                    + people.map { "\($0),Example,https://www.linkedin.com/in/\($0.lowercased())-example,,Acme,,1 Feb 2024\n" }.joined())
        }
        let parts = [try part("Connections_1.csv", "Ada", "Bo"), try part("Connections_2.csv", "Cy", "Dee")]
        let first = try shop.holdfast.run(["import", "--json"] + parts).object
        #expect(first["files"].elements.count == 1 && first["files"][0]["rows"].integer == 4)
        _ = try part("Connections_1.csv", "Ada", "Bo", "Eve")
        let alone = try shop.holdfast("import", "--json", parts[0])
        #expect(try alone.status == 65 && alone.object["failures"][0]["code"].string == "lacks-parts")
        #expect(try Self.people(shop).count == 4 && !shop.holdfast("changes").text.contains("no longer"))
        let together = try shop.holdfast.run(["import", "--json"] + parts).object
        #expect(together["files"][0]["records"]["new"].integer == 1 && together["files"][0]["records"]["gone"].integer == 0)
    }

    @Test
    func `the columns of the later parts are read as those of the first, now and when the list is read again`() throws {
        let shop = try Workshop()
        let header = "Name,Email,Info\n"
        let parts = [
            try shop.write("clients1.csv", header + "Ada Example,ada@example.com,a regular\nBo Muster,bo@example.com,likes tea\n"),
            try shop.write(
                "clients2.csv", header + "Cy Sample,cy@example.com,+49 30 1234567\nDee Ejemplo,dee@example.com,+49 30 7654321\n"),
        ]
        let first = try shop.holdfast.run(["import", "--json"] + parts).object
        #expect(first["files"].elements.count == 1 && first["files"][0]["rows"].integer == 4)
        #expect(try shop.holdfast("people", "has:phone", "--json").objects.isEmpty, "the first part holds no numbers there")
        let before = try shop.holdfast("people", "--json").text
        _ = try shop.holdfast.run(["undo", "1"])
        _ = try shop.holdfast.run(["undo", "2"])
        #expect(try shop.holdfast("people", "--json").text == before)
        #expect(try shop.holdfast("verify").status == 0)
    }

    @Test
    func `a list of one person does not take the next export of the long one`() throws {
        let shop = try Workshop()
        func list(_ numbers: ClosedRange<Int>, _ more: String = "") -> String {
            Self.header + numbers.map { "Person \($0),p\($0)@example.com,Acme\n" }.joined() + more
        }
        _ = try shop.holdfast("import", shop.write("a/contacts.csv", list(1...20)))
        let one = "Cy Sample,cy@example.com,Beta\n"
        let small = try shop.holdfast("import", shop.write("b/contacts.csv", Self.header + one), "--json").object
        #expect(small["files"][0]["source"].string == "Address book (2)")
        let long = try shop.holdfast(
            "import", shop.write("a/contacts.csv", list(2...20, one)), "--json"
        ).object
        #expect(long["files"][0]["source"].string == "Address book")
        #expect(long["files"][0]["records"]["gone"].integer == 1)
    }

    @Test
    func `a number that everybody shares keeps no list from its next export`() throws {
        let shop = try Workshop()
        func list(_ numbers: ClosedRange<Int>) -> String {
            "Name,Email,Phone\n" + numbers.map { "Person \($0),p\($0)@example.com,+49 30 1234500\n" }.joined()
        }
        _ = try shop.holdfast("import", shop.write("a/contacts.csv", list(1...40)))
        let next = try shop.holdfast("import", shop.write("b/contacts.csv", list(31...70)), "--json").object
        #expect(next["files"][0]["source"].string == "Address book" && next["files"][0]["records"]["gone"].integer == 30)
        let other = try shop.holdfast("import", shop.write("c/contacts.csv", list(100...140)), "--json").object
        #expect(other["files"][0]["source"].string == "Address book (2)" && other["files"][0]["records"]["gone"].integer == 0)
    }

    @Test
    func `parts that can't be taken in are told, and what comes after them comes in`() throws {
        let shop = try Workshop()
        let parts = try Self.parts(shop)
        _ = try shop.holdfast.run(["import"] + parts)
        for person in ["cy@example.com", "dee@example.com"] { #expect(try shop.holdfast("erase", person, "--yes").status == 0) }
        let other = try shop.write("zoo.csv", Self.header + "Eva Beispiel,eva@example.com,Acme\n")
        try shop.write("clients1.csv", Self.header + "Ada Example,ada@example.com,Acme\nBo Muster,bo@example.com,Omega\n")
        _ = try shop.holdfast.run(["import"] + parts + [other])
        #expect(try Self.people(shop) == ["Ada Example", "Bo Muster", "Eva Beispiel"])
    }
}
