import ContactFormats
import ContactModel
import Testing

@Suite("Hand-over to other products")
struct HandOverTests {
    static let sheets = ExportFormat.allCases.filter { $0.sheet != nil }

    @Test(
        "The header is the one the importer maps by itself",
        arguments: [
            (
                ExportFormat.hubSpot,
                "First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,Website URL,Street Address,City,"
                    + "State/Region,Postal Code,Country/Region,LinkedIn URL"
            ),
            (
                .salesforceContact,
                "Salutation,First Name,Last Name,Email,Phone,Mobile Phone,Title,Department,Account Name,Mailing Street,Mailing City,"
                    + "Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Description"
            ),
            (
                .salesforceLead,
                "Salutation,First Name,Last Name,Company,Title,Email,Phone,Mobile Phone,Fax,Street,City,State/Province,Postal Code,Country,"
                    + "Website,Description"
            ),
            (
                .pipedrive,
                "Person - Name,Person - First name,Person - Last name,Person - Email - Work,Person - Email - Home,Person - Email - Other,"
                    + "Person - Phone - Work,Person - Phone - Home,Person - Phone - Mobile,Person - Phone - Other,Organization - Name,"
                    + "Organization - Address"
            ),
            (
                .zoho,
                "Salutation,First Name,Last Name,Account Name,Title,Department,Email,Secondary Email,Phone,Home Phone,Mobile,Fax,"
                    + "Mailing Street,Mailing City,Mailing State,Mailing Zip,Mailing Country,Date of Birth,Tag,Description"
            ),
            (
                .dynamics,
                "\u{FEFF}Salutation,First Name,Middle Name,Last Name,Suffix,Nickname,Job Title,Department,Company Name,Email,Email Address 2,"
                    + "Business Phone,Mobile Phone,Home Phone,Fax,Address 1: Street 1,Address 1: Street 2,Address 1: Street 3,"
                    + "Address 1: City,Address 1: State/Province,Address 1: ZIP/Postal Code,Address 1: Country/Region,Website,Description"
            ),
            (.mailchimp, "Email Address,First Name,Last Name,Address,Phone Number,Birthday,Tags"),
            (
                .constantContact,
                "Email Address,First Name,Last Name,Job Title,Company,Birthday,Home Address Line 1,Home Address Line 2,Work Address Line 1,"
                    + "Work Address Line 2,City,State / Province,Zip / Postal Code,Country,Phone Number - Home,Phone Number - Work,"
                    + "Phone Number - Mobile"
            ),
            (
                .thunderbirdCSV,
                "First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,Fax Number,"
                    + "Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,Work Address,"
                    + "Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,Web Page 1,"
                    + "Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes"
            ),
        ])
    func headers(format: ExportFormat, header: String) {
        #expect(format.text(ofCards: []) == header + "\r\n")
    }

    @Test("Google's header has 17 fixed columns and then groups, Outlook's has 92")
    func addressBookHeaders() throws {
        let google = try #require(ExportFormat.googleCSV.sheet).columns.map(\.header)
        #expect(google.prefix(3) == ["First Name", "Middle Name", "Last Name"] && google[16] == "Labels")
        #expect(google[17..<19] == ["E-mail 1 - Label", "E-mail 1 - Value"])
        #expect(google.contains("Address 2 - Postal Code") && google.contains("Website 4 - Value"))
        let outlook = try #require(ExportFormat.outlookCSV.sheet).columns.map(\.header)
        #expect(outlook.count == 92 && outlook.first == "Title" && outlook.last == "Web Page")
    }

    @Test("Each row has a cell a column, and no header comes twice", arguments: sheets)
    func cellCount(format: ExportFormat) throws {
        let sheet = try #require(format.sheet)
        #expect(Set(sheet.columns.map(\.header)).count == sheet.columns.count)
        for card in [Card(), .awkward, Card(name: PersonName(full: "Ada Example"))] {
            var writer = HandOverWriter(sheet, options: .init(writesAll: true))
            #expect(writer.handOver(card).row.cells.count == sheet.columns.count)
        }
    }

    @Test("What demands name are columns of the sheet", arguments: sheets)
    func demandsFit(format: ExportFormat) throws {
        let sheet = try #require(format.sheet)
        if let key = sheet.key { #expect(sheet.columns.contains { $0.header == key }) }
        var writer = HandOverWriter(sheet)
        for card in [Card(), .awkward, Card(name: PersonName(full: "Ada"), emails: [EmailAddress("no")])] {
            for objection in writer.handOver(card).row.objections {
                for column in (objection.column ?? "").components(", ") { #expect(sheet.columns.contains { $0.header == column }) }
                #expect(objection.text.hasSuffix(".") && objection.text.first?.isUppercase == true)
            }
        }
    }

    @Test("HubSpot gets the best address that is well formed, and parts where they belong")
    func hubSpot() {
        let cells = ExportFormat.hubSpot.cells(of: .awkward)
        #expect(cells["First Name"] == "Zoë B." && cells["Last Name"] == "O'Néill, \"Zo\" Jr.")
        #expect(cells["Email"] == "zoe@home.example" && cells["Phone Number"] == "+49 30 0123")
        #expect(cells["Mobile Phone Number"] == "0049 170 1" && cells["Postal Code"] == "03012")
        #expect(cells["Website URL"] == "https://zoe.example/?a=1,2" && cells["LinkedIn URL"] == "https://www.linkedin.com/in/zo%C3%AB")
        var card = Card.awkward
        card.emails.insert(EmailAddress("n/a"), at: 0)
        #expect(ExportFormat.hubSpot.cells(of: card)["Email"] == "zoe@home.example")
    }

    @Test("Text is never disarmed in a file for a product, and control characters are left out")
    func text() {
        let text = ExportFormat.salesforceContact.text(ofCards: [.awkward])
        #expect(text.contains(#","=Example & Söhne; ""Best"" GmbH","#) && text.contains(",+49 30 0123,"))
        var card = Card.awkward
        card.titles = ["a\u{0}b\u{7}c\td\re"]
        #expect(ExportFormat.salesforceContact.cells(of: card)["Title"] == "abc\td\ne")
        #expect(
            ExportFormat.salesforceContact.cells(of: .awkward)["Description"]
                == "Met in Bern\nשלום עולם\n\nsecond\n\nhttps://www.linkedin.com/in/zo%C3%AB\nhttps://zoe.example/?a=1,2")
    }

    @Test("Pipedrive keeps addresses and numbers by their use")
    func pipedrive() {
        let cells = ExportFormat.pipedrive.cells(of: .awkward)
        #expect(cells["Person - Email - Work"] == "zoe.oneill@example.com" && cells["Person - Email - Home"] == "zoe@home.example")
        #expect(cells["Person - Email - Other"] == "third@example.org" && cells["Person - Phone - Home"] == "030 2")
        #expect(cells["Organization - Address"] == "1 Example Street, Floor 2, 03012, Bern, BE, CH")
    }

    @Test("Mailchimp gets tags in quotes, birthdays without the year, whole addresses")
    func mailchimp() {
        let cells = ExportFormat.mailchimp.cells(of: .awkward)
        #expect(cells["Tags"] == #""law","v,i'p""#)
        #expect(cells["Birthday"] == "05/04")
        #expect(cells["Address"] == "1 Example Street  Floor 2  Bern  BE  03012  CH")
        #expect(ExportFormat.mailchimp.text(ofCards: [.awkward]).contains(#","""law"",""v,i'p"""\#r\#n"#))
    }

    @Test("Birthdays in each product's form, and not at all where it can't say them")
    func birthdays() {
        #expect(ExportFormat.zoho.cells(of: .awkward)["Date of Birth"] == "05/04/1990")
        #expect(ExportFormat.constantContact.cells(of: .awkward)["Birthday"] == "05/04/1990")
        #expect(ExportFormat.outlookCSV.cells(of: .awkward)["Birthday"] == "1990-05-04")
        var card = Card.awkward
        card.birthday = PartialDate(month: 5, day: 14)
        #expect(ExportFormat.constantContact.cells(of: card)["Birthday"] == "14-May")
        #expect(ExportFormat.googleCSV.cells(of: card)["Birthday"] == "--05-14")
        #expect(ExportFormat.outlookCSV.cells(of: card)["Birthday"] == "" && ExportFormat.zoho.cells(of: card)["Date of Birth"] == "")
        #expect(ExportFormat.thunderbirdCSV.cells(of: card)["Birth Month"] == "5")
    }

    @Test("Google gets labels in its own words, a star at what comes first, and what is more than it has groups in the last one")
    func google() {
        var card = Card.awkward
        card.emails = (1...6).map { EmailAddress("a\($0)@example.com", label: $0 == 1 ? "work" : "Ferienhaus") }
        let cells = ExportFormat.googleCSV.cells(of: card)
        #expect(cells["E-mail 1 - Label"] == "* Work" && cells["E-mail 1 - Value"] == "a1@example.com")
        #expect(cells["E-mail 4 - Label"] == "Ferienhaus")
        #expect(cells["E-mail 4 - Value"] == "a4@example.com ::: a5@example.com ::: a6@example.com")
        #expect(cells["Phone 1 - Label"] == "* Work" && cells["Phone 2 - Label"] == "Mobile" && cells["Phone 4 - Label"] == "Work Fax")
        #expect(cells["Labels"] == "law ::: v,i\"p ::: * myContacts")
        #expect(cells["Address 1 - Label"] == "Home" && cells["Address 2 - Postal Code"] == "03012")
        #expect(cells["Organization Department"] == "Law, Tax" && cells["Name Prefix"] == "Dr")
    }

    @Test("Outlook gets what it calls Title, Categories and three lines of street")
    func outlook() {
        let cells = ExportFormat.outlookCSV.cells(of: .awkward)
        #expect(cells["Title"] == "Dr" && cells["Job Title"] == "Partner\nand more" && cells["Categories"] == "law;v,i\"p")
        #expect(cells["Business Street"] == "1 Example Street" && cells["Business Street 2"] == "Floor 2")
        #expect(
            cells["Home Country/Region"] == "DE" && cells["Business Fax"] == "030 3" && cells["E-mail 3 Address"] == "third@example.org")
        #expect(cells["E-mail Type"] == "SMTP" && cells["Web Page"] == "https://www.linkedin.com/in/zo%C3%AB")
    }

    @Test("A name in one piece is split nowhere")
    func onePiece() {
        let card = Card(name: PersonName(full: "Ada Example"), emails: [EmailAddress("ada@example.com")])
        #expect(ExportFormat.salesforceContact.cells(of: card)["Last Name"] == "Ada Example")
        #expect(ExportFormat.salesforceContact.objections(to: card) == ["name-in-one-piece Last Name", "no-account Account Name"])
        #expect(ExportFormat.googleCSV.cells(of: card)["First Name"] == "Ada Example")
        #expect(ExportFormat.thunderbirdCSV.cells(of: card)["Display Name"] == "Ada Example")
    }
}

extension String {
    /// The parts between a separator.
    fileprivate func components(_ separator: String) -> [String] { isEmpty ? [] : split(separator: separator).map(String.init) }
}
