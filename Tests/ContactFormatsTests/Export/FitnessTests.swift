import ContactFormats
import ContactModel
import Testing

@Suite("Fit for the product")
struct FitnessTests {
    private static func card(
        given: String? = "Ada", family: String? = "Example", email: String? = "ada@example.com", company: String? = "Example Ltd"
    ) -> Card {
        Card(
            name: PersonName(given: given, family: family), emails: email.map { [EmailAddress($0)] } ?? [],
            organizations: company.map { [Organization($0)] } ?? [])
    }

    @Test(
        "What a product refuses is named by code and column",
        arguments: [
            (ExportFormat.hubSpot, card(), []),
            (.hubSpot, card(given: nil, family: nil, email: nil), ["missing First Name, Last Name, Email!", "no-key Email"]),
            (.hubSpot, card(email: nil), ["no-key Email"]),
            (.hubSpot, card(email: "ada@example"), ["invalid-email Email!"]),
            (.salesforceContact, card(family: nil), ["missing Last Name!"]),
            (.salesforceContact, card(family: "   "), ["missing Last Name!"]),
            (.salesforceContact, card(company: nil), ["no-account Account Name"]),
            (.salesforceContact, card(given: String(repeating: "a", count: 41)), ["too-long First Name!"]),
            (.salesforceContact, card(given: String(repeating: "é", count: 40)), []),
            (.salesforceContact, card(given: String(repeating: "😀", count: 21)), ["too-long First Name!"]),
            (.salesforceLead, card(company: nil), ["missing Company!"]),
            (.salesforceLead, card(family: nil, company: nil), ["missing Last Name!", "missing Company!"]),
            (.pipedrive, card(given: nil, family: nil), ["missing Person - Name!"]),
            (.zoho, card(family: nil), ["missing Last Name!"]),
            (.zoho, card(company: "A | B"), ["odd-characters -"]),
            (.dynamics, card(family: String(repeating: "x", count: 51)), ["too-long Last Name!", "account-must-exist Company Name"]),
            (.mailchimp, card(email: nil), ["missing Email Address!"]),
            (.mailchimp, card(email: "müller@example.com"), ["invalid-email Email Address!"]),
            (.mailchimp, card(email: "ada@müller.example"), []),
            (.mailchimp, card(email: "Support@example.com"), ["role-address Email Address!"]),
            (.mailchimp, card(email: "supporters@example.com"), []),
            (.mailchimp, card(email: "info@example.com"), []),
            (.mailchimp, card(given: String(repeating: "é", count: 128)), ["clipped First Name"]),
            (.constantContact, card(email: "a b@example.com"), ["invalid-email Email Address!"]),
            (.constantContact, card(company: String(repeating: "x", count: 51)), ["too-long Company!"]),
            (.interAction, card(given: "Ada", family: nil, company: nil), ["missing Last name, Company name!"]),
            (.googleCSV, card(given: nil, family: nil, email: nil, company: nil), []),
        ])
    func objections(format: ExportFormat, card: Card, expected: [String]) {
        #expect(format.objections(to: card) == expected)
    }

    @Test("Tags Mailchimp would refuse")
    func tags() {
        var card = Self.card()
        card.keywords = [String(repeating: "t", count: 100)]
        #expect(ExportFormat.mailchimp.objections(to: card).isEmpty)
        card.keywords.append(String(repeating: "t", count: 101))
        #expect(ExportFormat.mailchimp.objections(to: card) == ["tag-too-long Tags!"])
    }

    @Test("Of several addresses the one the product takes is handed over")
    func bestAddress() {
        var card = Self.card()
        card.emails = ["nobody", "support@example.com", "ada@example.com"].map { EmailAddress($0) }
        #expect(ExportFormat.mailchimp.cells(of: card)["Email Address"] == "ada@example.com")
        #expect(ExportFormat.hubSpot.cells(of: card)["Email"] == "support@example.com")
    }

    @Test(
        "Well formed or not",
        arguments: [
            ("a@b.co", true), ("first.last+tag@sub.example.com", true), ("o'neill@example.com", true), ("a@xn--mller-kva.example", true),
            ("a@b", false), ("@b.co", false), ("a@", false), ("a@@b.co", false), ("a b@c.co", false), (".a@b.co", false),
            ("a.@b.co", false), ("a..b@c.co", false), ("a@-b.co", false), ("a@b-.co", false), ("a@b..co", false), ("a@b.c", false),
            ("a@1.2.3.4", false), ("a@b.co\n", false), ("<a@b.co>", false), ("mailto:a@b.co", false), ("a,b@c.co", false),
            (String(repeating: "a", count: 65) + "@b.co", false),
        ])
    func syntax(address: String, isValid: Bool) {
        #expect(ExportFormat.hubSpot.objections(to: Self.card(email: address)).isEmpty == isValid)
    }

    @Test("Refused rows are left out, counted with their reasons, and written all the same where that is wanted")
    func leftOut() throws {
        let sheet = try #require(ExportFormat.salesforceLead.sheet)
        let cards = [Self.card(), Self.card(company: nil), Self.card(family: nil), Self.card(company: nil)]
        var writer = HandOverWriter(sheet)
        writer.begin()
        for card in cards { writer.handOver(card) }
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self).split(separator: "\r\n").count == 2)
        #expect(writer.tally.people == 4 && writer.tally.written == 1 && writer.tally.heldBack == 3)
        #expect(writer.tally.reasons.map { "\($0.rows) \($0.objection.column ?? "")" } == ["2 Company", "1 Last Name"])
        var all = HandOverWriter(sheet, options: .init(writesAll: true))
        all.begin()
        for card in cards { all.handOver(card) }
        #expect(all.tally.written == 4 && all.tally.heldBack == 0 && all.tally.reasons.count == 2)
    }

    @Test("Two people with one address are one contact to a product that knows contacts by it: the second is held back")
    func sameAddress() throws {
        for (format, expected) in [(ExportFormat.hubSpot, 1), (.mailchimp, 1), (.salesforceContact, 0), (.googleCSV, 0)] {
            var writer = HandOverWriter(try #require(format.sheet))
            for email in ["ada@example.com", "ADA@example.com", "other@example.com"] { writer.handOver(Self.card(email: email)) }
            #expect(writer.tally.heldBack == expected, "\(format)")
            #expect(writer.tally.reasons.map(\.objection.code) == (expected == 0 ? [] : ["same-email"]))
        }
        var writer = HandOverWriter(try #require(ExportFormat.mailchimp.sheet))
        writer.handOver(Self.card(email: "support@example.com"))
        writer.handOver(Self.card(email: "support@example.com"))
        #expect(writer.tally.reasons.map(\.objection.code) == ["role-address"], "a row that is not in the file is nobody's double")
    }

    @Test("Of two who share an address the second is handed over under another of the own")
    func sharedAddress() throws {
        var writer = HandOverWriter(try #require(ExportFormat.hubSpot.sheet))
        writer.handOver(Self.card(email: "office@example.com"))
        var second = Self.card(email: "Office@example.com")
        second.emails.append(EmailAddress("bob@example.com"))
        let outcome = writer.handOver(second)
        #expect(!outcome.isHeldBack && outcome.row.cells[2] == "bob@example.com")
        #expect(writer.losses.map(\.what).contains("further e-mail addresses"))
    }

    @Test("A list longer than the product takes is in parts, each with its header, and nobody is lost")
    func parts() throws {
        let sheet = try #require(ExportFormat.hubSpot.sheet)
        for limits in [HandOverSheet.PartLimits(rows: 10), .init(bytes: 700), .init(rows: 7, bytes: 500)] {
            var writer = HandOverWriter(sheet, options: .init(limits: limits))
            writer.begin()
            var parts: [[UInt8]] = [[]]
            for number in 0..<25 {
                let outcome = writer.handOver(Self.card(email: "a\(number)@example.com"))
                guard outcome.beginsPart else { continue }
                parts[parts.count - 1] += writer.takeFinishedPart()
                parts.append(writer.takeBytes())
            }
            parts[parts.count - 1] += writer.takeBytes()
            let texts = parts.map { String(decoding: $0, as: UTF8.self).split(separator: "\r\n") }
            #expect(texts.allSatisfy { $0[0].hasPrefix("First Name,") } && texts.count > 2)
            #expect(texts.reduce(0) { $0 + $1.count - 1 } == 25)
            if let rows = limits.rows { #expect(texts.allSatisfy { $0.count - 1 <= rows }) }
            if let bytes = limits.bytes { #expect(parts.allSatisfy { $0.count <= bytes }) }
        }
    }

    @Test("What has no column is told, of those who were written")
    func losses() throws {
        var writer = HandOverWriter(try #require(ExportFormat.mailchimp.sheet))
        writer.handOver(.awkward)
        let what = writer.losses.map(\.what)
        for loss in ["further e-mail addresses", "phone numbers", "links", "notes", "departments", "days of connecting", "job titles"] {
            #expect(what.contains(loss), "\(loss)")
        }
        #expect(!what.contains("tags") && !what.contains("birthdays"))
        #expect(what.contains("employers") && !what.contains("further employers"), "there is no column for the only one")
        var refused = HandOverWriter(try #require(ExportFormat.salesforceLead.sheet))
        refused.handOver(Self.card(company: nil))
        #expect(refused.losses.isEmpty)
    }

    @Test("The list of the refused is for people: reasons first, formulas disarmed")
    func refusedList() throws {
        let sheet = try #require(ExportFormat.salesforceLead.sheet)
        var writer = HandOverWriter(sheet)
        var list = RefusedList(sheet)
        let row = writer.handOver(Self.card(given: "=1+1", company: nil)).row
        let text = String(decoding: list.bytes(of: row, because: row.objections), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}Held back because,Salutation,First Name,"))
        #expect(text.hasSuffix("\r\nSalesforce needs “Company”.,,'=1+1,Example,,,ada@example.com,,,,,,,,,,\r\n"))
        #expect(!String(decoding: list.bytes(of: row, because: row.objections), as: UTF8.self).contains("Held back"))
    }
}
