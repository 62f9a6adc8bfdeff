import ContactFormats
import ContactModel
import TestSupport
import Testing
import Vault

/// A file of connections with URL, one row a line: `given,family,slug,email,company,title,day`.
private func modern(_ rows: String...) -> String { modern(rows) }

private func modern(_ rows: [String]) -> String {
    let lines = rows.map { row -> String in
        var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        cells[2] = cells[2].isEmpty ? "" : "https://www.linkedin.com/in/" + cells[2]
        return cells.joined(separator: ",")
    }
    return (["First Name,Last Name,URL,Email Address,Company,Position,Connected On"] + lines).joined(separator: "\n") + "\n"
}

/// The same without URL: `given,family,email,company,title,day`.
private func withoutURL(_ rows: String...) -> String {
    (["First Name,Last Name,Email Address,Company,Position,Connected On"] + rows).joined(separator: "\n") + "\n"
}

private let ada = "Ada,Example,ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020"
private let bo = "Bo,Muster,bo-muster,,Muster GmbH,Associate,03 Feb 2021"

@Suite struct `What two hand-outs say` {
    @Test(
        arguments: [
            ("Petra,Lindner", "P.,Lindner", "Petra Lindner"), ("Petra,Lindner", "P,Lindner", "Petra Lindner"),
            ("John Ronald,Muster", "J. R.,Muster", "John Ronald Muster"), ("Jean-Paul,Muster", "JP,Muster", "Jean-Paul Muster"),
            ("Petra,Lindner", "Petra,L.", "Petra Lindner"), ("Øystein,Muster", "Ø.,Muster", "Øystein Muster"),
            // Not short for the other, or no initials at all: the later one is first.
            ("Petra,Lindner", "K.,Lindner", "K. Lindner"), ("Petra,Lindner", "P.,Kern", "P. Kern"),
            ("Petra,Lindner", "Pe,Lindner", "Pe Lindner"),
            ("Jan,Muster", "JO,Muster", "JO Muster"), ("P.,Lindner", "Petra,Lindner", "Petra Lindner"),
            ("伟明,李", "伟,李", "李伟"),
        ])
    func `leaves a name in front of its initials, which find the person all the same`(early: String, late: String, shown: String) throws {
        for isBackwards in [false, true] {
            let files = [("2024-01-01", early), ("2024-02-01", late)].map { day, name in
                (day, modern("\(name),petra-lindner,petra@example.com,Example Inc.,Partner,02 Jan 2020"))
            }
            let desk = try VaultOnDisk()
            for (day, text) in isBackwards ? files.reversed() : files { try desk.take(text, on: day) }
            #expect(try desk.findings() == [])
            #expect(try desk.everybody().map(\.displayName) == [shown])
            for name in [early, late] {
                let words = name.replacing(",", with: " ")
                #expect(try desk.vault.listing(PeopleFilter([words]), offset: 0, limit: 9).people.count == 1, "\(words)")
            }
        }
    }

    @Test func `leaves the owner's word in front of both`() throws {
        let desk = try desk(("2024-01-01", modern("Petra,Lindner,petra-lindner,,,,02 Jan 2020")))
        let id = try desk.person("Petra Lindner").id
        _ = try desk.vault.say(.edit, of: id, payload: ["field": .string("given"), "value": .string("P.")])
        #expect(try desk.everybody().map(\.displayName) == ["P. Lindner"])
    }

    private func desk(_ files: (day: String, text: String)...) throws -> VaultOnDisk {
        let desk = try VaultOnDisk()
        for (day, text) in files { try desk.take(text, on: day) }
        #expect(try desk.findings() == [])
        return desk
    }

    @Test func `is that nothing changed where they are the same`() throws {
        let desk = try desk(("2024-01-01", modern(ada, bo)), ("2024-02-01", modern(bo, ada)))
        #expect(try desk.changes() == [])
        #expect(try desk.standings() == ["connected Ada Example", "connected Bo Muster"])
        #expect(try desk.person("Ada Example").lastConfirmed == CalendarDate(iso: "2024-02-01"))
    }

    @Test func `calls nobody's first company a move, nor finds one by it`() throws {
        let desk = try desk(
            ("2024-01-01", modern("Ada,Example,ada-example,,,,02 Jan 2020", bo)),
            ("2024-02-01", modern(ada, "Bo,Muster,bo-muster,,Other LLP,Counsel,03 Feb 2021"))
        )
        #expect(try desk.changes().contains("2024-02-01 moved Ada Example: - > Example Inc."), "the kind's name is a contract")
        for condition in ["moved:2024", "retitled:2024"] {
            let found = try desk.vault.listing(PeopleFilter([condition]), offset: 0, limit: 9)
            #expect(found.people.map(\.displayName) == ["Bo Muster"], "\(condition)")
        }
    }

    @Test func `lets every kind of change be told with both values`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada, bo)),
            (
                "2024-02-01",
                modern(
                    "Ada,Example,ada-example,ada@example.org,Other LLP,Partner,02 Jan 2020",
                    "Bo,Muster-Neu,bo-muster,,Muster GmbH,Counsel,03 Feb 2021", "Cy,New,cy-new,,Acme,Clerk,15 Jan 2024"
                )
            )
        )
        #expect(
            try desk.changes() == [
                "2024-01-15 connected Cy New",
                "2024-02-01 email Ada Example: ada@example.com > ada@example.org",
                "2024-02-01 moved Ada Example: Example Inc. > Other LLP",
                "2024-02-01 renamed Bo Muster-Neu: Bo Muster > Bo Muster-Neu",
                "2024-02-01 retitled Bo Muster-Neu: Associate > Counsel",
            ]
        )
        let person = try desk.person("Ada Example")
        #expect(person.companies.map(\.value) == ["Other LLP", "Example Inc."])
        #expect(person.emails.map(\.value.address) == ["ada@example.org", "ada@example.com"])
    }

    @Test func `never loses a value because a later cell is empty`() throws {
        let desk = try desk(("2024-01-01", modern(ada)), ("2024-02-01", modern("Ada,Example,ada-example,,,,02 Jan 2020")))
        let person = try desk.person("Ada Example")
        #expect(person.companies.first?.value == "Example Inc.")
        #expect(person.titles.first?.value == "Partner")
        #expect(person.emails.first?.value.address == "ada@example.com")
        #expect(person.companies.first?.provenance.first?.lastConfirmed == CalendarDate(iso: "2024-01-01"))
        #expect(try desk.changes() == [])
    }

    @Test(arguments: [",Example", "Ada,", "Ada,#NAME?", "ADA,"], [["2024-01-01", "2024-02-01"], ["2024-02-01", "2024-01-01"]])
    func `completes a name of which a later export has one half`(later: String, order: [String]) throws {
        let files = [
            "2024-01-01": modern(ada, bo),
            "2024-02-01": modern("\(later),ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020", bo),
        ]
        let desk = try VaultOnDisk()
        for day in order { try desk.take(#require(files[day]), on: day) }
        #expect(try desk.person("Ada Example").names.map(\.value.family) == ["Example"])
        #expect(try desk.changes() == [])
        #expect(try desk.findings() == [])
    }

    @Test func `completes everybody's name where a column of names was dropped`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada, bo)),
            (
                "2024-02-01",
                "First Name,URL,Email Address,Company,Position,Connected On\n"
                    + "Ada,https://www.linkedin.com/in/ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020\n"
                    + "Bo,https://www.linkedin.com/in/bo-muster,,Muster GmbH,Associate,03 Feb 2021\n"
            )
        )
        #expect(try desk.standings() == ["connected Ada Example", "connected Bo Muster"])
        #expect(try desk.changes() == [])
    }

    @Test func `gives nobody a half of another name`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada)), ("2024-02-01", modern("Eve,,ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020")))
        #expect(try desk.standings() == ["connected Eve"])
        #expect(try desk.changes() == ["2024-02-01 renamed Eve: Ada Example > Eve"])
    }

    @Test(arguments: [["ADA,EXAMPLE", "Ada,Example"], ["Ada,Example", "ada,example"], ["Ada,Example", "ADA,EXAMPLE"]])
    func `is no other name where only capitals differ, and the name as names are written is shown`(names: [String]) throws {
        func file(_ name: String) -> String { modern("\(name),ada-example,ada@example.com,Example Inc.,Partner,02 Jan 2020") }
        let desk = try desk(("2024-01-01", file(names[0])), ("2024-02-01", file(names[1])))
        #expect(try desk.person("Ada Example").names.count == 1)
        #expect(try desk.changes() == [])
    }

    @Test func `is no change where a value was empty in between`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada)), ("2024-02-01", modern("Ada,Example,ada-example,,,,02 Jan 2020")),
            ("2024-03-01", modern(ada) + "\n"))
        #expect(try desk.vault.snapshots().count == 3)
        #expect(try desk.changes() == [])
    }

    @Test func `is one change where a value was empty before another came`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada)), ("2024-02-01", modern("Ada,Example,ada-example,,,,02 Jan 2020")),
            ("2024-03-01", modern("Ada,Example,ada-example,,Other LLP,,02 Jan 2020")))
        #expect(try desk.changes() == ["2024-03-01 moved Ada Example: Example Inc. > Other LLP"])
    }

    @Test func `makes who is missing disconnected, and deletes nobody`() throws {
        let desk = try desk(("2024-01-01", modern(ada, bo)), ("2024-02-01", modern(bo)))
        #expect(try desk.changes() == ["2024-02-01 disconnected Ada Example"])
        #expect(try desk.standings() == ["disconnected Ada Example", "connected Bo Muster"])
        let person = try desk.person("Ada Example")
        #expect(person.emails.first?.value.address == "ada@example.com")
        #expect(person.lastConfirmed == CalendarDate(iso: "2024-01-01"))
    }

    @Test func `says so where a list has hardly anybody of the one before, which another account's has not`() throws {
        func people(_ names: ClosedRange<Int>) -> [String] {
            names.map { "P\($0),Example,p\($0)-example,,Example Inc.,Partner,02 Jan 2020" }
        }
        let one = try desk(("2024-01-01", modern(people(1...20))))
        let next = try one.take(modern(people(5...30)), on: "2024-02-01")
        #expect(next.files[0].remarks.isEmpty && next.files[0].gone == 4)
        let other = try one.take(modern(people(30...60)), on: "2024-03-01")
        #expect(other.files[0].gone == 25)
        #expect(other.files[0].remarks.count == 1 && other.files[0].remarks[0].contains("25 people count as no longer in it"))
    }

    /// Closed accounts, and rows that name nobody: nothing in them says that anybody left.
    private static let nobody = [modern(",,,,,,03 Mar 2022", ",,,,,,04 Mar 2022"), modern(",,,,Example Inc.,Partner,03 Mar 2022")]

    @Test(arguments: nobody) func `tells of nobody that they are gone where no row says whose it is`(text: String) throws {
        let one = try desk(("2024-01-01", modern(ada, bo)))
        let report = try one.take(text, on: "2024-02-01")
        #expect(report.files[0].gone == 0)
        #expect(report.files[0].remarks == ["No row of it says whose it is, so nobody counts as no longer in it."])
        // Whichever comes first, and with another list after it.
        let other = try desk(("2024-02-01", text), ("2024-03-01", modern(ada)), ("2024-01-01", modern(ada, bo)))
        try one.take(modern(ada), on: "2024-03-01")
        for desk in [one, other] {
            #expect(try desk.changes() == ["2024-03-01 disconnected Bo Muster"])
            #expect(try desk.standings() == ["connected Ada Example", "disconnected Bo Muster"])
            #expect(try desk.findings() == [])
        }
        _ = try one.vault.undo(2)
        #expect(try one.changes() == ["2024-03-01 disconnected Bo Muster"])
        #expect(try one.findings() == [])
    }

    @Test func `is not confirmed by a list of nobody, where an address book says otherwise`() throws {
        let desk = try desk(("2024-01-01", modern(ada, bo)))
        let card =
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Example;Ada;;;\r\nFN:Ada Example\r\nEMAIL:ada@example.com\r\nORG:Other LLP\r\nEND:VCARD\r\n"
        try desk.take(card, named: "book.vcf", on: "2024-02-01")
        try desk.take(Self.nobody[0], on: "2024-03-01")
        #expect(try desk.person("Ada Example").companies.first?.value == "Other LLP")
        #expect(try desk.findings() == [])
        // Taken back, and done again.
        _ = try desk.vault.undo(3)
        _ = try desk.vault.undo(4)
        #expect(try desk.person("Ada Example").companies.first?.value == "Other LLP")
        #expect(try desk.findings() == [])
    }

    @Test func `still holds who has no name in it but the address of their profile`() throws {
        let desk = try desk(("2024-01-01", modern(ada, bo)), ("2024-02-01", modern(ada, ",,bo-muster,,,,03 Feb 2021")))
        #expect(try desk.changes() == [])
        #expect(try desk.standings() == ["connected Ada Example", "connected Bo Muster"])
        #expect(try desk.person("Bo Muster").companies.map(\.value) == ["Muster GmbH"])
    }

    @Test func `tells when someone comes back`() throws {
        let desk = try desk(("2024-01-01", modern(ada, bo)), ("2024-02-01", modern(bo)), ("2024-03-01", modern(bo, ada)))
        #expect(try desk.changes() == ["2024-02-01 disconnected Ada Example", "2024-03-01 connected Ada Example"])
        #expect(try desk.standings() == ["connected Ada Example", "connected Bo Muster"])
    }

    @Test func `is another hand-out where the same bytes come with another day`() throws {
        let desk = try desk(("2024-01-01", modern(ada, bo)), ("2024-02-01", modern(bo)), ("2024-03-01", modern(ada, bo)))
        #expect(try desk.changes() == ["2024-02-01 disconnected Ada Example", "2024-03-01 connected Ada Example"])
        #expect(try desk.standings() == ["connected Ada Example", "connected Bo Muster"])
        let report = try desk.take(modern(ada, bo), on: "2024-03-01")
        #expect(report.files[0].isAlreadyImported)
    }

    @Test func `is put in order by the day of export, not of import`() throws {
        let old = modern("Ada,Example,ada-example,ada@old.example,Old AG,Trainee,02 Jan 2020", "Cy,Gone,cy-gone,,,,01 Jan 2019")
        let desk = try desk(("2024-06-01", modern(ada, bo)), ("2023-01-01", old))
        let person = try desk.person("Ada Example")
        #expect(person.companies.map(\.value) == ["Example Inc.", "Old AG"])
        #expect(person.titles.first?.value == "Partner")
        #expect(person.emails.first?.value.address == "ada@example.com")
        #expect(person.lastConfirmed == CalendarDate(iso: "2024-06-01"))
        #expect(try desk.standings() == ["connected Ada Example", "disconnected Cy Gone", "connected Bo Muster"])
        #expect(
            try desk.changes() == [
                "2021-02-03 connected Bo Muster", "2024-06-01 disconnected Cy Gone",
                "2024-06-01 email Ada Example: ada@old.example > ada@example.com",
                "2024-06-01 moved Ada Example: Old AG > Example Inc.", "2024-06-01 retitled Ada Example: Trainee > Partner",
            ]
        )
    }

    @Test func `is one person where the profile's name changed and the address did not`() throws {
        let renamed = "Ada,Example-Neu,ada-neu,ada@example.com,Example Inc.,Partner,02 Jan 2020"
        let desk = try desk(("2024-01-01", modern(ada, bo)), ("2024-02-01", modern(renamed, bo)))
        #expect(try desk.standings() == ["connected Ada Example-Neu", "connected Bo Muster"])
        #expect(try desk.changes() == ["2024-02-01 renamed Ada Example-Neu: Ada Example > Ada Example-Neu"])
        #expect(try desk.person("Ada Example-Neu").links.map(\.value.uri).count == 2)
    }

    @Test func `is still found under the id a person had before the profile's name changed`() throws {
        let desk = try VaultOnDisk()
        try desk.take(modern(ada), on: "2024-01-01")
        let id = try desk.person("Ada Example").id
        try desk.vault.say(.tag, of: id, payload: ["tag": .string("vip")])
        try desk.take(modern("Ada,Example,aaa-first,ada@example.com,Example Inc.,Partner,02 Jan 2020"), on: "2024-02-01")
        let people = try desk.vault.people(meantBy: id.description)
        #expect(people.map(\.displayName) == ["Ada Example"])
        #expect(people.first?.tags.map(\.value) == ["vip"])
        #expect(try desk.everybody().count == 1)
        #expect(try desk.findings() == [])
    }

    @Test func `keeps namesakes apart in one file, and on one day too`() throws {
        let rows = modern(
            "Ada,Example,ada-1,,Example Inc.,Partner,02 Jan 2020", "Ada,Example,ada-2,,Example Inc.,Partner,02 Jan 2020",
            "Ada,Example,ada-3,,Other LLP,Judge,05 May 2021")
        let desk = try desk(("2024-01-01", rows), ("2024-02-01", rows + "\n"))
        #expect(try desk.everybody().count == 3)
        #expect(try desk.changes() == [])
    }

    @Test func `has one address of a profile that it writes in two ways`() throws {
        let desk = try desk(
            ("2024-01-01", modern("Zo,Example,zo%C3%AB-example,,Example Inc.,Partner,02 Jan 2020")),
            ("2024-02-01", modern("Zo,Example,ZO%c3%8B-example,,Example Inc.,Partner,02 Jan 2020")))
        #expect(try desk.everybody().map(\.links.count) == [1])
        #expect(try desk.changes() == [])
    }

    @Test func `meets rows without URL by name and day of connecting`() throws {
        let desk = try desk(
            ("2020-06-01", withoutURL("Ada,Example,,Old AG,Trainee,02 Jan 2020")), ("2024-01-01", modern(ada)))
        #expect(try desk.everybody().count == 1)
        #expect(
            try desk.changes() == [
                "2024-01-01 email Ada Example: - > ada@example.com", "2024-01-01 moved Ada Example: Old AG > Example Inc.",
                "2024-01-01 retitled Ada Example: Trainee > Partner",
            ])
    }

    @Test func `does not guess which of two namesakes of one day a row without URL was`() throws {
        let desk = try desk(
            ("2020-06-01", withoutURL("Ada,Example,,Old AG,Trainee,02 Jan 2020")),
            (
                "2024-01-01",
                modern("Ada,Example,ada-1,,Old AG,Trainee,02 Jan 2020", "Ada,Example,ada-2,,Other LLP,Judge,02 Jan 2020")
            ))
        #expect(try desk.everybody().map(\.standing).count { $0 == .connected } == 2)
    }

    @Test func `is one person where an old layout has the address and today's the profile, and no key is shared`() throws {
        let old = withoutURL(
            "Severina,Ostrander,severina@ostrander.example,Fjord AG,Engineer,", "Bo,Muster,bo@muster.example,Muster GmbH,Associate,",
            "Ulrika,Vandergast,ulrika@nord.example,Nord AG,Trainee,", "Ulrika,Vandergast,u.vandergast@nord.example,Nord AG,Pilot,")
        let today = modern(
            "Severina,Ostrander,severina-ostrander,,Fjord AG,Chief Engineer,02 Jan 2010",
            "Bo,Muster,bo-muster,,Muster GmbH,Partner,03 Feb 2011",
            "Ulrika,Vandergast,ulrika-vandergast,,Nord AG,Judge,15 Jan 2020")
        for days in [["2012-05-05", "2026-02-08"], ["2026-02-08", "2012-05-05"]] {
            let desk = try desk((days[0], days[0] < days[1] ? old : today), (days[1], days[0] < days[1] ? today : old))
            let severina = try desk.person("Severina Ostrander")
            #expect(severina.emails.map(\.value.address) == ["severina@ostrander.example"] && severina.standing == .connected)
            // Which of two namesakes somebody was nothing tells.
            let three = ["connected Ulrika Vandergast", "disconnected Ulrika Vandergast", "disconnected Ulrika Vandergast"]
            #expect(try desk.standings().filter { $0.contains("Vandergast") }.sorted() == three)
            #expect(try desk.vault.duplicateCount() == 2)
        }
    }

    @Test func `joins nobody by an address two people of one list share`() throws {
        let desk = try desk(
            (
                "2024-01-01",
                modern(
                    "Ada,Example,ada-example,office@example.com,Example Inc.,Partner,02 Jan 2020",
                    "Bo,Muster,bo-muster,office@example.com,Example Inc.,Partner,03 Feb 2021")
            ),
            (
                "2024-02-01",
                modern(
                    "Bo,Muster,bo-muster,office@example.com,Example Inc.,Partner,03 Feb 2021",
                    "Cy,New,cy-new,office@example.com,Example Inc.,Partner,15 Jan 2024")
            ))
        #expect(try desk.standings() == ["disconnected Ada Example", "connected Bo Muster", "connected Cy New"])
    }

    @Test(arguments: [
        ("Example Inc.", "Example, Inc."), ("Example Inc.", "EXAMPLE INC"), ("Example Inc.", "Example"), ("Muster GmbH", "Muster GMBH"),
        ("Muster GmbH", "Muster"), ("Acme Ltd", "Acme Limited"), ("Acme  Ltd", "Acme Ltd"), ("Zoë KG", "Zoe KG"),
    ])
    func `is no move where the company is only spelled otherwise`(before: String, after: String) throws {
        let desk = try desk(
            ("2024-01-01", modern("Ada,Example,ada-example,,\"\(before)\",Partner,02 Jan 2020")),
            ("2024-02-01", modern("Ada,Example,ada-example,,\(after.contains(",") ? "Example Inc" : after),Partner,02 Jan 2020")))
        #expect(try desk.changes() == [])
        #expect(try desk.person("Ada Example").companies.count <= 2)
    }

    @Test func `is no change where only spaces at the edges differ`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada, bo)),
            ("2024-02-01", modern(" Ada ,Example\u{A0},ada-example, ada@example.com,Example Inc. , Partner,02 Jan 2020", bo)))
        #expect(try desk.changes() == [])
        #expect(try desk.person("Ada Example").companies.map(\.value) == ["Example Inc."])
    }

    @Test func `is no change of address where only its case differs`() throws {
        let desk = try desk(
            ("2024-01-01", modern(ada)),
            ("2024-02-01", modern("Ada,Example,ada-example,Ada@Example.com,Example Inc.,Partner,02 Jan 2020")))
        #expect(try desk.changes() == [])
        #expect(try desk.person("Ada Example").emails.count == 1)
    }

    @Test func `is no change where somebody dropped columns`() throws {
        let fewer = "First Name,Last Name,URL,Connected On\nAda,Example,https://www.linkedin.com/in/ada-example,02 Jan 2020\n"
        let desk = try desk(("2024-01-01", modern(ada)), ("2024-02-01", fewer), ("2024-03-01", modern(ada) + "\n"))
        #expect(try desk.vault.snapshots().count == 3)
        #expect(try desk.changes() == [])
        #expect(try desk.person("Ada Example").companies.map(\.value) == ["Example Inc."])
    }

    @Test func `is no change where a column comes that was not there before`() throws {
        let fewer = "First Name,Last Name,URL,Connected On\nAda,Example,https://www.linkedin.com/in/ada-example,02 Jan 2020\n"
        let desk = try desk(("2024-01-01", fewer), ("2024-02-01", modern(ada)))
        #expect(try desk.changes() == [])
        #expect(try desk.person("Ada Example").companies.map(\.value) == ["Example Inc."])
    }

    @Test func `is no change where a spreadsheet saved the file again`() throws {
        let rows = InventedNetwork(seed: 3, count: 12).rows(on: InventedNetwork.lastDay)
        let desk = try VaultOnDisk()
        for (number, layout) in [ConnectionsFile.withURL, .resavedInGerman, .rearranged].enumerated() {
            try desk.take(String(decoding: layout.bytes(rows), as: UTF8.self), on: "2025-0\(number + 1)-01")
        }
        #expect(try desk.changes() == [])
        #expect(try desk.everybody().count == rows.count)
        #expect(try desk.findings() == [])
    }

    @Test func `takes tags as long as the export has them`() throws {
        func tagged(_ tags: String) -> String {
            "First Name,Last Name,Email Address,Company,Position,Connected On,Tags\n"
                + "Ada,Example,ada@example.com,Example Inc.,Partner,\"1/2/20, 3:45 AM\",\(tags)\n"
        }
        let desk = try desk(("2020-02-01", tagged("client; tax")), ("2020-03-01", tagged("tax")))
        #expect(try desk.person("Ada Example").tags.map(\.value) == ["tax"])
        #expect(try desk.changes() == [])
        #expect(try desk.everybody().count == 1)
    }

    @Test func `counts what is new, updated, unchanged and gone`() throws {
        let desk = try VaultOnDisk()
        let first = try desk.take(modern(ada, bo), on: "2024-01-01")
        #expect([first.files[0].new, first.files[0].updated, first.files[0].unchanged, first.files[0].gone] == [2, 0, 0, 0])
        #expect([first.newPeople, first.updatedPeople, first.totalPeople] == [2, 0, 2])
        let changed = "Bo,Muster,bo-muster,,Muster GmbH,Counsel,03 Feb 2021"
        let second = try desk.take(modern(changed, "Cy,New,cy-new,,,,05 Jan 2024", "Di,New,di-new,,,,06 Jan 2024"), on: "2024-02-01")
        #expect([second.files[0].new, second.files[0].updated, second.files[0].unchanged, second.files[0].gone] == [2, 1, 0, 1])
        #expect([second.newPeople, second.updatedPeople, second.totalPeople] == [2, 2, 4])
        let third = try desk.take(modern(changed, "Cy,New,cy-new,,,,05 Jan 2024", "Di,New,di-new,,,,06 Jan 2024") + "\n", on: "2024-03-01")
        #expect([third.files[0].new, third.files[0].updated, third.files[0].unchanged, third.files[0].gone] == [0, 0, 3, 0])
    }

    @Test func `keeps a row that can't be read, with its reason`() throws {
        let desk = try VaultOnDisk()
        let report = try desk.take(modern(ada, ",,,,Example Inc.,Partner,02 Jan 2020"), on: "2024-01-01")
        #expect(report.files[0].rejectedCount == 1)
        #expect(report.files[0].rejected.map(\.code) == ["no-name"])
        #expect(report.files[0].rejected.first?.text.contains("Example Inc.") == true)
        let again = try desk.take(modern(ada, ",,,,Example Inc.,Partner,02 Jan 2020"), on: "2024-01-01")
        #expect(again.files[0].isAlreadyImported)
        #expect(again.files[0].rejected.map(\.code) == ["no-name"])
        #expect(try desk.everybody().count == 1)
    }

    @Test func `keeps two accounts of one owner apart as sources and together as people`() throws {
        let desk = try VaultOnDisk()
        try desk.take(modern(ada, bo), on: "2024-01-01")
        try desk.take(modern(ada), on: "2024-02-01", source: "Second account")
        #expect(try desk.changes() == [])
        #expect(try desk.standings() == ["connected Ada Example", "connected Bo Muster"])
        #expect(try Set(desk.vault.snapshots().map(\.source)) == ["LinkedIn", "Second account"])
        #expect(try desk.person("Ada Example").companies[0].provenance.map(\.source).sorted() == ["LinkedIn", "Second account"])
        #expect(try desk.findings() == [])
    }

    @Test func `hands out the original byte for byte`() throws {
        let desk = try VaultOnDisk()
        let text = "\u{FEFF}" + modern(ada, bo).split(separator: "\n").joined(separator: "\r\n")
        let report = try desk.take(text, on: "2024-01-01")
        var bytes: [UInt8] = []
        let name = try desk.vault.original(of: report.files[0].snapshot.description) { bytes += $0 }
        #expect(bytes == Array(text.utf8))
        #expect(name == "Connections.csv")
        #expect(throws: VaultError.self) { try desk.vault.original(of: "ffff") { _ in } }
    }
}
