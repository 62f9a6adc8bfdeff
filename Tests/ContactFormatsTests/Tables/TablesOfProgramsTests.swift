import Testing

@testable import ContactFormats
@testable import ContactModel

/// What programs of meetings, tickets, shops and sales hand out, which no layout is kept of: told by words and values.
@Suite("Tables that other programs write")
struct TablesOfProgramsTests {
    private func read(_ text: String, name: String = "liste.csv") throws -> TableFixture.Reading {
        try TableFixture.read(TableFixture.file(name, text)).reading
    }

    @Test(arguments: [
        "First Name,Last Name,Account,Email\nAda,Example,Acme,ada@example.com\n\nContacts Report\nCopyright (c) 2024 a company\n",
        "Nachname;Vorname;E-Mail;\nExample;Ada;ada@example.com;\n;;;\nGesamt: 1;;;\n",
        "Name,Email,Phone\n\nCustomers\nAda Example,ada@example.com,\n",
    ])
    func `a title or a note behind a blank line is nobody, and is told`(text: String) throws {
        let reading = try read(text)
        #expect(reading.entries.map(\.card.name.display) == ["Ada Example"])
        #expect(Set(reading.problems.map(\.code)) == ["beside-table"] && reading.problems.allSatisfy(\.isRejection))
    }

    @Test
    func `somebody of whom only the name is known stays a person`() throws {
        #expect(try read("Name,Email,Phone\nAda Example,ada@example.com,\nBo Muster,,\nCy Sample,,\n").entries.count == 3)
        #expect(try read("Name,Email\nAda Example,ada@example.com\n\nBo Muster,\n").entries.count == 2)
    }

    @Test
    func `a name behind a blank line is a person`() throws {
        let reading = try read("Name,Email,Phone\nAda Example,ada@example.com,\n\nBo Muster,,\nCy Sample,,\n")
        #expect(reading.entries.map(\.card.name.display) == ["Ada Example", "Bo Muster", "Cy Sample"])
        #expect(reading.problems.isEmpty)
    }

    @Test
    func `who is invited is meant, not who invites`() throws {
        let reading = try read(
            """
            Team,User Name,User Email,Invitee Name,Invitee First Name,Invitee Last Name,Invitee Email
            Sales,Nora Host,nora@example.net,Ada Example,Ada,Example,ada@example.com
            Sales,Nora Host,nora@example.net,Bo Muster,Bo,Muster,bo@example.com

            """)
        #expect(reading.entries.map(\.card.name.display) == ["Ada Example", "Bo Muster"])
        #expect(reading.entries.map { $0.card.emails.map(\.address) } == [["ada@example.com"], ["bo@example.com"]])
    }

    @Test
    func `who pays is meant, not the own address beside it; an address several share stays theirs`() throws {
        let payments = try read(
            """
            Date,Name,From Email Address,To Email Address
            2024-01-02,Ada Example,ada@example.com,nora@example.net
            2024-02-05,Bo Muster,bo@example.com,nora@example.net

            """)
        #expect(payments.entries.map { $0.card.emails.map(\.address) } == [["ada@example.com"], ["bo@example.com"]])
        let shared = try read(
            "Name,Email,Office Email\nAda Example,ada@example.com,info@acme.example\nBo Muster,bo@example.com,info@acme.example\n")
        #expect(shared.entries.map { $0.card.emails.count } == [2, 2])
    }

    @Test
    func `what stands in brackets behind a header explains it`() throws {
        let reading = try read("Name (Original Name),User Email,Guest\nAda Example,ada@example.com,Yes\nCy Sample,,Yes\n")
        #expect(reading.entries.map(\.card.name.display) == ["Ada Example", "Cy Sample"])
    }

    @Test(arguments: [
        ("=HYPERLINK(\"\"mailto:ada@example.com?subject=x\"\",\"\"Ada\"\")", "ada@example.com"), ("＜ada@example.com＞", "ada@example.com"),
        ("ada＠example．com", "ada@example.com"), ("ada@example。com", "ada@example.com"),
        ("\u{200B}ada@example.com\u{A0}", "ada@example.com"),
    ])
    func `an address is read behind a spreadsheet's link, and as keyboards of East Asia write it`(cell: String, address: String) throws {
        let reading = try read("Name,Email,Company\nAda Example,\"\(cell)\",Acme\n")
        #expect(reading.card("Ada Example")?.emails.map(\.address) == [address])
    }

    @Test(arguments: [
        ("+49 171 1234567 / 030 123456", ["+49 171 1234567", "030 123456"]),
        ("0171 7654321 oder 0172 1111111", ["0171 7654321", "0172 1111111"]),
        ("030 / 1234567", ["030 / 1234567"]), ("0049 (0)171 / 23 45 678", ["0049 (0)171 / 23 45 678"]), ("0171/7654321", ["0171/7654321"]),
    ])
    func `two numbers in a cell are two, and a slash within one parts nothing`(cell: String, numbers: [String]) throws {
        #expect(try read("Name;Tel\nAda Example;\(cell)\n").card("Ada Example")?.phones.map(\.number) == numbers)
    }

    @Test
    func `tags in quotes of their own lose them`() throws {
        let header = "Email Address,First Name,Last Name,OPTIN_TIME,TAGS\n"
        let reading = try read(header + "ada@example.com,Ada,Example,2020-01-02,\"\"\"vip\"\",\"\"news\"\"\"\n")
        #expect(reading.card("Ada Example")?.keywords == ["vip", "news"])
    }

    @Test
    func `a table each line of which is in quotes is read inside them`() throws {
        let reading = try read("\"Vorname;Name;Mail;Ort\"\n\"Ada;Example;ada@example.com;Bonn\"\n\"Bo;Muster;bo@example.com;Ulm\"\n")
        #expect(reading.entries.map(\.card.name.display) == ["Ada Example", "Bo Muster"])
        #expect(reading.card("Ada Example")?.emails.map(\.address) == ["ada@example.com"])
    }

    @Test
    func `a form of address and a degree both stand before the name`() throws {
        let reading = try read("Anrede;Titel;Vorname;Nachname;E-Mail\nFrau;Dr.;Änne;Müller;a@example.com\nHerr;;Bo;Muster;b@example.com\n")
        #expect(reading.entries.map(\.card.name.prefix) == ["Frau Dr.", "Herr"])
        #expect(reading.entries.allSatisfy { $0.card.titles.isEmpty })
        let posts = try read("Anrede;Titel;Vorname;Nachname;E-Mail\nFrau;Leiterin;Änne;Müller;a@example.com\n")
        #expect(posts.entries.map(\.card.titles) == [["Leiterin"]])
    }

    @Test
    func `what a database writes for nothing is nothing`() throws {
        let reading = try read("first_name,last_name,email_address,phone_number\nBo,Muster,NULL,\\N\nAda,Example,ada@example.com,(null)\n")
        #expect(reading.problems.isEmpty && reading.cards.allSatisfy { $0.phones.isEmpty })
        #expect(reading.cards.map { $0.emails.map(\.address) } == [[], ["ada@example.com"]])
    }

    @Test
    func `who is called Null keeps the name, where an empty cell shows that it is not the word for nothing`() throws {
        let header = "first_name,last_name,email_address,phone_number\n"
        let called = try read(header + "Bo,NULL,bo@example.com,\nAda,Null,ada@example.com,NULL\n")
        #expect(called.cards.map(\.name.family) == ["NULL", "Null"])
        let nothing = try read(header + "Bo,NULL,bo@example.com,NULL\nAda,NULL,ada@example.com,4711\n")
        #expect(nothing.cards.map(\.name.family) == [nil, nil])
    }
}
