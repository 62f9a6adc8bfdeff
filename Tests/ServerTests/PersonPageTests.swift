import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

@Suite("A person's page", .fewAtOnce)
struct PersonPageTests {
    /// A server with a few people, and the id of one of them.
    private func visiting(_ name: String, _ body: (Visitor, String) async throws -> Void) async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        let vault = try Vault(path: visitor.vaultPath)
        let id = try FindPerson(name).run(in: vault).id.description
        try vault.close()
        try await body(visitor, id)
        await visitor.leave()
    }

    @Test("Every value says where it comes from, since when, and how likely it holds")
    func values() async throws {
        try await visiting("Okafor") { visitor, id in
            let page = try await visitor.get("/people/\(id)")
            #expect(page.status == 200)
            for text in ["Amara Okafor", "mailto:amara.okafor@example.com", "Partner", "likely still right", "You connected.", "LinkedIn"] {
                #expect(page.text.contains(text), "\(text)")
            }
            #expect(page.text.contains("<svg xmlns") && page.text.contains("QR code of the contact Amara Okafor"))
            let german = try await visitor.get("/people/\(id)", headers: ["Accept-Language": "de"])
            #expect(german.text.contains("12. M") && german.text.contains("Verbunden seit"))
        }
    }

    @Test("What an address is is chosen in its form, said in the pill and the notice, and left to the rules again")
    func kindOfAddress() async throws {
        try await visiting("Okafor") { visitor, id in
            let form = [("place", "email-0"), ("was-email", "amara.okafor@example.com"), ("email", "amara.okafor@example.com")]
            let page = try await visitor.get("/people/\(id)").text
            #expect(page.contains("<select id=\"edit-email-0-kind\" name=\"kind\">") && page.contains("By the rules: "))
            let answer = try await visitor.post("/people/\(id)/edit", form + [("was-kind", ""), ("kind", "personal")])
            #expect(answer.headers["location"]?.hasSuffix("#value-email-0") == true)
            let said = try await visitor.get(try #require(answer.headers["location"])).text
            #expect(said.contains("“amara.okafor@example.com” of Amara Okafor is now a private address."))
            #expect(said.contains(">personal, as you say<") && said.contains("<option value=\"personal\" selected>"))
            let german = try await visitor.get("/people/\(id)", headers: ["Accept-Language": "de"]).text
            #expect(german.contains("privat, sagen Sie") && german.contains("als private Adresse bezeichnet"))
            #expect(try await visitor.post("/people/\(id)/edit", form + [("was-kind", "personal"), ("kind", "")]).status == 303)
            #expect(!(try await visitor.get("/people/\(id)").text.contains("as you say")))
            // A new address can be told with its kind, in one step.
            let new = [("place", "email"), ("was-email", ""), ("email", "amara@haven.example"), ("was-kind", ""), ("kind", "work")]
            #expect(try await visitor.post("/people/\(id)/edit", new).headers["location"]?.hasSuffix("#value-email-0") == true)
            #expect(try await visitor.get("/people/\(id)").text.contains(">work, as you say<"))
        }
    }

    @Test("A value that is probably out of date says so, and why, in both languages; REST has the number")
    func outlook() async throws {
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            func row(_ company: String) -> String {
                head + "Ada,Example,https://www.linkedin.com/in/ada,ada@monsoon-robotics.example,\(company),Partner,14 Feb 2009\n"
            }
            for (day, company) in [("2010-05-14", "Monsoon Robotics"), ("2012-05-14", "Harbour Engines")] {
                let path = try folder.write("\(day)/Connections.csv", row(company))
                _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: day))).run(in: vault)
            }
        }
        let ada = try ImportPagesTests.vault(visitor) { try FindPerson("Ada Example").run(in: $0).id }
        let page = try await visitor.get("/people/\(ada)").text
        #expect(page.contains(/probably out of date \(\d\d%\): an address of “Monsoon Robotics”, a former company</))
        #expect(page.contains(/probably out of date \(\d\d%\): last confirmed in 2012</))
        #expect(page.contains("An address of “Monsoon Robotics”, a former company; "))
        let german = try await visitor.get("/people/\(ada)", headers: ["Accept-Language": "de"]).text
        #expect(german.contains("eine Adresse von „Monsoon Robotics“, einer früheren Firma"))
        #expect(german.contains("Eine Adresse von „Monsoon Robotics“, einer früheren Firma; von 100 solchen Adressen gelten noch"))
        let answer = try await visitor.get("/api/v1/people/\(ada)")
        let person = try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])
        let emails = try #require(person["emails"] as? [[String: Any]])
        #expect((emails[0]["holds"] as? Double).map { $0 <= 0.05 } == true)
        let holds = try #require(person["holds"] as? [String: Double])
        #expect(Set(holds.keys) == ["company", "title"] && holds.values.allSatisfy { $0 > 0 && $0 < 0.5 })
        await visitor.leave()
    }

    @Test("Of somebody known from an address book alone what happened is that they came in, from where and when")
    func arrival() async throws {
        let visitor = try await Visitor { vault, folder in
            let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Probe\r\nTEL:+49 30 901820\r\nEND:VCARD\r\n"
            let day = CalendarDate(iso: "2024-05-14")
            _ = try ImportFiles(paths: [try folder.write("book.vcf", card)], options: ImportOptions(source: "Telephone", exportedOn: day))
                .run(in: vault)
        }
        let id = try ImportPagesTests.vault(visitor) { try FindPerson("Bo Probe").run(in: $0).id }
        let page = try await visitor.get("/people/\(id)").text
        let card = try #require(page.firstMatch(of: /<ol class="timeline">(.*?)<\/ol>/.dotMatchesNewlines())?.output.1)
        #expect(card.contains("Came in with this source.") && card.contains("2024-05-14") && card.contains("Telephone"))
        #expect(card.matches(of: /<li/).count == 1)
        await visitor.leave()
    }

    @Test("Connecting is told by who knows of it, and an address book that means the same person by its own day")
    func severalSources() async throws {
        let visitor = try await Visitor { vault, folder in
            let list =
                "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Example,https://www.linkedin.com/in/ada,ada@example.com,Acme,Partner,14 Feb 2019\n"
            let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nEMAIL:ada@example.com\r\nEND:VCARD\r\n"
            for (path, day) in [
                (try folder.write("Connections.csv", list), "2024-05-14"), (try folder.write("book.vcf", card), "2025-05-14"),
            ] {
                _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: day))).run(in: vault)
            }
        }
        let id = try ImportPagesTests.vault(visitor) { try FindPerson("Ada Example").run(in: $0).id }
        let page = try await visitor.get("/people/\(id)").text
        let card = try #require(page.firstMatch(of: /<ol class="timeline">(.*?)<\/ol>/.dotMatchesNewlines())?.output.1)
        #expect(card.contains(/You connected\.<\/span> <span class="soft small">LinkedIn</), "\(card)")
        #expect(
            card.contains(/2025-05-14.*Came in with this source\.<\/span> <span class="soft small">Address book</), "\(card)")
        #expect(card.contains("Joined at import: found to be one person. Both have the address ada@example.com."), "\(card)")
        #expect(card.matches(of: /<li/).count == 3)
        await visitor.leave()
    }

    @Test("What is said of a person is kept, shown, and taken back")
    func words() async throws {
        try await visiting("Weißkopf") { visitor, id in
            _ = try await visitor.post("/people/\(id)/tags", [("tag", "Kunde"), ("do", "tag")])
            _ = try await visitor.post("/people/\(id)/notes", [("text", "Erste Zeile\r\n<b>zweite</b>")])
            let edited = try await visitor.post("/people/\(id)/edit", [("company", "Neue AG"), ("title", "Leiter Einkauf")])
            #expect(edited.status == 303)
            let page = try await visitor.get(edited.headers["location"] ?? "")
            for text in ["Kunde", "Erste Zeile\n&lt;b&gt;zweite&lt;/b&gt;", "Neue AG", "Company of Jürgen Weißkopf is set to “Neue AG”."] {
                #expect(page.text.contains(text), "\(text)")
            }
            let step = edited.headers["location"]?.firstMatch(of: /done=(\d+)/).map { String($0.output.1) } ?? ""
            let undone = try await visitor.post("/undo", [("step", step), ("to", "/people/\(id)?done=\(step)")])
            #expect(undone.headers["location"] == "/people/\(id)?undone=\(step)")
            #expect(!(try await visitor.get("/people/\(id)").text.contains("href=\"/people?q=company%3A%22Neue%20AG%22\"")))
            // Nothing new is no step.
            #expect(
                try await visitor.post("/people/\(id)/edit", [("place", "title"), ("title", " Leiter Einkauf ")]).headers["location"]
                    == "/people/\(id)#value-title")
            #expect(
                try await visitor.post("/people/\(id)/edit", [("place", "\"><b>"), ("title", " Leiter Einkauf ")]).headers["location"]
                    == "/people/\(id)#values", "a place that is none of ours leads to all values")
        }
    }

    @Test("Who tells since when one is connected is the list of connections, whatever else was imported later, and is called so in German")
    func connected() async throws {
        let visitor = try await Visitor(prepare: DuplicatesTests.fill)
        let vault = try Vault(path: visitor.vaultPath)
        let people = try BrowsePeople(PeopleFilter(["name:\"Li Wei\""])).run(in: vault).people.map(\.id.description)
        try #require(people.count == 2)
        let merged = try MergePeople(people).run(in: vault).person
        try vault.close()
        #expect(merged.names.flatMap(\.provenance).contains { $0.source == "Address book" })
        let page = try await visitor.get("/people/\(merged.id)").text
        #expect(page.contains("<span dir=\"auto\">You connected.</span> <span class=\"soft small\">LinkedIn</span>"))
        _ = try await visitor.post("/settings/language", [("language", "de")])
        let german = try await visitor.get("/people/\(merged.id)").text
        #expect(german.contains("Adressbuch, ") && !german.contains("Address book"))
        await visitor.leave()
    }

    @Test("A wrong address is put right where it stands, and one is taken out; both stay as former values and go to nobody")
    func corrections() async throws {
        try await visiting("Weißkopf") { visitor, id in
            let form = "/people/\(id)/edit"
            #expect(try await visitor.post(form, [("was-email", ""), ("email", "wrong@example.com")]).status == 303)
            #expect(try await visitor.post(form, [("was-email", ""), ("email", "old@example.com")]).status == 303)
            _ = try await visitor.post(form, [("was-email", "wrong@example.com"), ("email", "right@example.com")])
            let out = try await visitor.post(form, [("was-email", "old@example.com"), ("email", "old@example.com"), ("out", "1")])
            let page = try await visitor.get(out.headers["location"] ?? "").text
            #expect(page.contains("is taken out. It is kept as a former value.") && page.contains("“old@example.com” of "))
            #expect(page.contains("name=\"was-email\" value=\"right@example.com\""))
            for former in ["wrong@example.com", "old@example.com"] {
                #expect(page.contains(former) && !page.contains("name=\"was-email\" value=\"\(former)\""))
            }
            let card = try await visitor.get("/people/\(id)/card.vcf").text
            #expect(card.contains("right@example.com") && !card.contains("wrong@example.com") && !card.contains("old@example.com"))
            // What another window took out meanwhile can't be put right in this one.
            let late = try await visitor.post(
                form, [("place", "email-0"), ("was-email", "old@example.com"), ("email", "new@example.com")])
            #expect(
                late.status == 422 && late.text.contains("class=\"notice bad\" role=\"alert\">")
                    && late.text.contains("“old@example.com” no longer stands there"))
            #expect(!late.text.contains("new@example.com"))
            // Nor is what it wrote in place of another, or where nothing stood, written over what this one saw.
            let page2 = try await visitor.get("/people/\(id)").text
            let title = try #require(page2.firstMatch(of: /name="was-title" value="([^"]*)"/)?.output.1)
            #expect(try await visitor.post(form, [("was-title", String(title)), ("title", "Ours")]).status == 303)
            let lost = try await visitor.post(form, [("place", "title"), ("was-title", String(title)), ("title", "Theirs")])
            #expect(lost.status == 422 && lost.text.contains("now “Ours” stands there"))
            let taken = try await visitor.post(form, [("was-title", String(title)), ("title", "")])
            #expect(taken.status == 422)
            #expect(try ImportPagesTests.vault(visitor) { try FindPerson(id).run(in: $0).titles.first?.value } == "Ours")
            // Who writes what the other wrote says nothing new.
            #expect(try await visitor.post(form, [("was-title", String(title)), ("title", "Ours")]).status == 303)
        }
    }

    @Test("What can't be is said beside the field, with what was written still in it")
    func refused() async throws {
        try await visiting("Weißkopf") { visitor, id in
            let form = "/people/\(id)/edit"
            let answer = try await visitor.post(form, [("place", "email"), ("was-email", ""), ("email", "no address")])
            #expect(answer.status == 422)
            let field = try #require(answer.text.firstMatch(of: /<input id="edit-email"[^>]*>/)?.output)
            for part in ["value=\"no address\"", "aria-invalid=\"true\"", "aria-describedby=\"flaw-email\"", "autofocus"] {
                #expect(field.contains(part), "\(part)")
            }
            #expect(answer.text.contains("id=\"flaw-email\" role=\"alert\">“no address” is no e-mail address."))
            #expect(answer.text.matches(of: /<details class="value-edit" open>/).count == 1)
        }
    }

    @Test("A postal address is written in its parts, a birthday as people write it; both are one step with what else was changed")
    func addressAndBirthday() async throws {
        try await visiting("Weißkopf") { visitor, id in
            let form = "/people/\(id)/edit"
            let first = try await visitor.post(
                form,
                [
                    ("was-address", ""), ("address-street", "Musterstr. 5\r\nHinterhaus "), ("address-postcode", "10115"),
                    ("address-town", "Berlin"), ("address-region", ""), ("address-country", "Germany"), ("was-birthday", ""),
                    ("birthday", "14.5.1980"), ("was-nickname", ""), ("nickname", "Weißi"),
                ])
            let page = try await visitor.get(first.headers["location"] ?? "").text
            // One form each: three of lists and what is in them, name, company and title.
            #expect(page.matches(of: /<summary class="button quiet small"/).count == 9)
            for text in ["Musterstr. 5, Hinterhaus, 10115 Berlin, Germany", "14 May 1980", "Weißi", "3 changes are made for "] {
                #expect(page.contains(text), "\(text)")
            }
            let was = try #require(page.firstMatch(of: /name="was-address" value="([^"]+)"/)?.output.1)
            _ = try await visitor.post(
                form, [("was-address", String(was)), ("address-street", "Musterstr. 7"), ("address-town", "Berlin")])
            let person = try ImportPagesTests.vault(visitor) { try FindPerson(id).run(in: $0) }
            #expect(person.addresses.map(\.value) == [PostalAddress(street: "Musterstr. 7", locality: "Berlin")])
            #expect(person.retired.map(\.value.words) == ["Musterstr. 5, Hinterhaus, 10115 Berlin, Germany"])
            let emptied = [("was-address", person.addresses[0].value.text), ("address-street", " "), ("address-town", "")]
            _ = try await visitor.post(form, emptied)
            #expect(try ImportPagesTests.vault(visitor) { try FindPerson(id).run(in: $0).addresses.isEmpty })
        }
    }

    @Test("A note one wrote is taken out where it stands, and comes back")
    func notes() async throws {
        try await visiting("Weißkopf") { visitor, id in
            _ = try await visitor.post("/people/\(id)/notes", [("text", "Met at the fair")])
            let page = try await visitor.get("/people/\(id)").text
            let form = try #require(
                page.firstMatch(of: /<blockquote class="note"><p dir="auto">Met at the fair<(?s:.*?)<\/blockquote>/)?.output)
            let step = try #require(form.firstMatch(of: /name="step" value="([0-9]+)"/)?.output.1)
            let out = try await visitor.post("/undo", [("step", String(step)), ("to", "/people/\(id)#notes")])
            let after = try await visitor.get(out.headers["location"] ?? "").text
            #expect(out.headers["location"]?.hasSuffix("#notes") == true && !after.contains("<p dir=\"auto\">Met at the fair</p><footer"))
            _ = try await visitor.post("/log/undo", [("steps", String((Int(step) ?? 0) + 1))])
            #expect(try await visitor.get("/people/\(id)").text.contains("<p dir=\"auto\">Met at the fair</p><footer"))
        }
    }

    @Test("An emptied field takes out what stood there")
    func emptied() async throws {
        try await visiting("Weißkopf") { visitor, id in
            let title = try ImportPagesTests.vault(visitor) { try FindPerson(id).run(in: $0).titles.first?.value } ?? ""
            #expect(!title.isEmpty)
            _ = try await visitor.post("/people/\(id)/edit", [("was-title", title), ("title", " ")])
            #expect(try ImportPagesTests.vault(visitor) { try FindPerson(id).run(in: $0).titles.isEmpty })
        }
    }

    @Test("A person is handed out as a vCard, unless the owner keeps them back")
    func card() async throws {
        try await visiting("García") { visitor, id in
            let card = try await visitor.get("/people/\(id)/card.vcf")
            #expect(card.text.hasPrefix("BEGIN:VCARD\r\nVERSION:4.0") && card.text.contains("García-Peña"))
            #expect(card.headers["content-disposition"]?.contains("filename*=UTF-8''Jos%C3%A9%20Garc%C3%ADa-Pe%C3%B1a.vcf") == true)
            _ = try await visitor.post("/people/\(id)/share", [("withheld", "all"), ("withheld", "email")])
            #expect(try await visitor.get("/people/\(id)/card.vcf").status >= 400)
            let page = try await visitor.get("/people/\(id)")
            #expect(page.text.contains("kept back") && !page.text.contains("QR code of"))
        }
    }

    @Test("A report tells everything; erasing asks first and leaves nothing")
    func rights() async throws {
        try await visiting("Mensah") { visitor, id in
            #expect(try await visitor.get("/people/\(id)/report").text.contains("kofi@bank.example"))
            #expect(try await visitor.get("/people/\(id)/erase").text.contains("Kofi Mensah"))
            #expect(try await visitor.post("/people/\(id)/erase").headers["location"] == "/people/\(id)/erase")
            #expect(try await visitor.get("/people?q=mensah").text.contains("Kofi Mensah"))
            _ = try await visitor.post("/people/\(id)/erase", [("sure", "yes")])
            #expect(try await visitor.get("/people/\(id)").status == 404)
            #expect(!(try await visitor.get("/people?q=kofi").text.contains("Kofi Mensah")))
        }
    }

    @Test("Addresses that lead nowhere say so", arguments: ["not-an-id", "00000000-0000-8000-8000-000000000000", "%00"])
    func nowhere(id: String) async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.get("/people/\(id)").status == 404)
        await visitor.leave()
    }
}
