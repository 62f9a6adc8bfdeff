import Actions
import Crypto
import Foundation
import Testing
import TestSupport
import Vault

@Suite("Handing over by the page", .fewAtOnce)
struct HandOverPagesTests {
    private static let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    private static let ada = "Ada,Example,https://www.linkedin.com/in/ada,ada@muster.example,Muster GmbH,Partner,14 Feb 2019\n"

    private static func take(_ rows: String, exportedOn day: String, into vault: Vault, _ folder: TemporaryFolder) throws {
        let path = folder.path("Basic_LinkedInDataExport_\(day)")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try (head + rows).write(toFile: path + "/Connections.csv", atomically: true, encoding: .utf8)
        _ = try ImportFiles(paths: [path]).run(in: vault)
    }

    private static func visitor() async throws -> Visitor {
        try await Visitor { vault, folder in
            let zoe = "Zoë,Müller,https://www.linkedin.com/in/zoe,,Example Inc.,Director,15 Mar 2020\n"
            try take(ada + zoe, exportedOn: "05-14-2024", into: vault, folder)
        }
    }

    @Test("A target tells whom it would get, whom it would refuse and why")
    func fitness() async throws {
        let visitor = try await Self.visitor()
        let page = try await visitor.get("/hand-over?to=mailchimp&q=").text
        #expect(page.contains("Mailchimp gets 1 person") && page.contains("1 is held back") && page.contains("Zoë Müller"))
        #expect(try await visitor.get("/hand-over?to=vcard4&q=company:muster").text.contains("vCard 4 gets 1 person"))
        let wrong = try await visitor.get("/hand-over?to=csv&q=nonsense:x")
        #expect(wrong.status == 422 && wrong.text.contains("nonsense"), "a filter that can't be read is told on the page")
        await visitor.leave()
    }

    @Test("What of the people a format has no place for is told before it is handed over, by the page and to programs")
    func losses() async throws {
        let visitor = try await Visitor { vault, folder in
            let card = """
                BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nEMAIL:ada@muster.example\r\nTEL:+49 30 5550100\r\n\
                ORG:Muster GmbH\r\nBDAY:1980-02-03\r\nADR:;;Hauptstr. 1;Berlin;;10115;DE\r\nNOTE:Met in Rome\r\nCATEGORIES:Kunde\r\n\
                END:VCARD\r\n
                """
            _ = try ImportFiles(paths: [try folder.write("book.vcf", card)]).run(in: vault)
        }
        for (format, told) in [
            ("linkedin-csv", ["birthdays", "notes", "phone numbers", "postal addresses", "tags"]),
            ("csv", ["birthdays", "postal addresses"]), ("excel-csv", ["birthdays", "postal addresses"]), ("vcard4", []),
        ] {
            let page = try await visitor.get("/hand-over?to=\(format)&q=").text
            for loss in told { #expect(page.contains("\(loss) (1)"), "\(format): \(loss)") }
            let answer = try await visitor.get("/api/v1/hand-overs/check?to=\(format)").body
            let check = try #require(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
            let losses = (check["losses"] as? [[String: Any]] ?? []).compactMap { $0["what"] as? String }
            #expect(losses.sorted() == told, "\(format): \(losses)")
        }
        #expect(try await visitor.get("/hand-over?to=mailchimp&q=").text.contains(/[^r] employers \(1\)/))
        await visitor.leave()
    }

    @Test("The searches the owner keeps can be chosen")
    func keptSearches() async throws {
        let visitor = try await Self.visitor()
        try ImportPagesTests.vault(visitor) { _ = try KeptSearches().keep("company:muster \"a&b\"", as: "Clients <1>", in: $0) }
        let page = try await visitor.get("/hand-over").text
        #expect(page.contains("list=\"kept-searches\""))
        #expect(page.contains("<option value=\"company:muster &quot;a&amp;b&quot;\" label=\"Clients &lt;1&gt;\"></option>"))
        await visitor.leave()
    }

    @Test("The file comes as a download, and the receipt says what it was")
    func receipt() async throws {
        let visitor = try await Self.visitor()
        let answer = try await visitor.post("/hand-over/file", [("to", "csv"), ("q", ""), ("recipient", "Dr. Kanzlei")])
        #expect(answer.status == 200 && answer.headers["content-disposition"]?.contains("attachment; filename=\"holdfast-csv-") == true)
        #expect(answer.text.contains("ada@muster.example"))
        let digest = SHA256.hash(data: answer.body).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let receipts = try ImportPagesTests.vault(visitor) { try ListHandOvers().run(in: $0) }
        #expect(receipts.count == 1 && receipts.first?.content.sha256 == digest && receipts.first?.content.recipient == "Dr. Kanzlei")
        #expect(receipts.first?.content.byteCount == Int64(answer.body.count) && receipts.first?.content.written == 2)
        #expect(try await visitor.get("/hand-over/receipts").text.contains(digest))
        #expect(try ImportPagesTests.vault(visitor) { try $0.verify() }.isSound)
        await visitor.leave()
    }

    @Test("The next time only what changed can go, and only to somebody who got something")
    func update() async throws {
        let visitor = try await Self.visitor()
        let fields = [("to", "csv"), ("q", ""), ("recipient", "Büro")]
        let first = try await visitor.get("/hand-over?to=csv&q=&recipient=B%C3%BCro&update=1").text
        #expect(first.contains("Nothing went to Büro as CSV for programs yet") && !first.contains("nothing new since"))
        _ = try await visitor.post("/hand-over/file", fields)
        let nothing = try await visitor.post("/hand-over/file", fields + [("update", "1")])
        #expect(!nothing.text.contains("@"), "nothing changed")
        try ImportPagesTests.vault(visitor) { vault in
            let zoe = "Zoë,Müller,https://www.linkedin.com/in/zoe,,Acme Ltd,Director,15 Mar 2020\n"
            try Self.take(Self.ada + zoe, exportedOn: "05-14-2025", into: vault, visitor.folder)
        }
        let page = try await visitor.get("/hand-over?to=csv&q=&recipient=B%C3%BCro&update=1").text
        #expect(page.contains("CSV for programs gets 1 person") && page.contains("1 person has nothing new"))
        let changed = try await visitor.post("/hand-over/file", fields + [("update", "1")])
        #expect(changed.text.contains("Acme Ltd") && !changed.text.contains("ada@muster.example"))
        // Who did not go this time because nothing changed does not go the next time either.
        let again = try await visitor.post("/hand-over/file", fields + [("update", "1")])
        #expect(!again.text.contains("Acme Ltd") && !again.text.contains("ada@muster.example"))
        let refused = try await visitor.post("/hand-over/file", [("to", "csv"), ("q", ""), ("update", "1")])
        #expect(refused.status == 409)
        await visitor.leave()
    }

    @Test("What those who are ready must have is said on the page, or by a profile from a file")
    func profile() async throws {
        let visitor = try await Self.visitor()
        #expect(try await visitor.get("/hand-over?to=csv&q=&ready=1").text.contains("2 people are not ready yet"), "confirmed long ago")
        let rules = "&ready=1&rule-company=known&rule-title=known&rule-email=not+needed"
        #expect(try await visitor.get("/hand-over?to=csv&q=\(rules)").text.contains("CSV for programs gets 2 people"))
        let page = try await visitor.get("/hand-over?to=csv&q=\(rules)&rule-require-email=1").text
        #expect(page.contains("1 person is not ready yet") && page.contains("<option value=\"not needed\" selected>"))
        #expect(page.contains("name=\"rule-require-email\" value=\"1\" checked"))
        // A browser sends fields in the order of the page, and the proof that the form is ours has to come before a file.
        let form = try #require(page.range(of: "id=\"profile-form\"")), input = try #require(page.range(of: "id=\"profile-file\""))
        #expect(form.lowerBound < input.lowerBound)
        let faulty = [("to", "csv"), ("q", ""), ("ready", "1"), ("profile", "shoes = many\n")]
        #expect(try await visitor.post("/hand-over/file", faulty).status == 400)
        let text = "email = not needed\ncompany = known\ntitle = confirmed within 40 months\n"
        let file = try await visitor.upload([("profile.txt", text)], fields: [("to", "csv"), ("q", "ada")], to: "/hand-over/profile")
        let there = visitor.place(file)
        #expect(there.hasPrefix("/hand-over?to=csv&q=ada&ready=1&profile="))
        #expect(try await visitor.get(there).text.contains("confirmed within 40 months</option>"), "a file may say more than is to choose")
        let kept = try await visitor.get("/hand-over/profile?profile=email%20%3D%20any")
        #expect(kept.text.contains("email = any\n") && kept.headers["content-disposition"]?.contains("holdfast-profile.txt") == true)
        #expect(HandOverProfile.read(kept.text).profile.email == .any)
        let wrong = try await visitor.upload([("p.txt", "# ours\nshoes = many\n")], fields: [("to", "csv")], to: "/hand-over/profile")
        #expect(wrong.status == 422 && wrong.text.contains("mistake on line 2") && wrong.text.contains("“shoes” is not known"))
        let out = try await visitor.post(
            "/hand-over/file", [("to", "csv"), ("q", ""), ("ready", "1"), ("profile", text + "require = email\n")])
        #expect(!out.text.contains("Zoë"), "the file is made by the same rules")
        await visitor.leave()
    }

    @Test("More people than a file is to hold come as several files in a zip; the receipt is kept")
    func parts() async throws {
        let visitor = try await Self.visitor()
        let fields = [("to", "hubspot"), ("q", ""), ("all", "1")]
        let one = try await visitor.post("/hand-over/file", fields + [("rows", "2")])
        #expect(one.text.contains("ada@muster.example") && one.headers["content-disposition"]?.contains(".csv") == true)
        let several = try await visitor.post("/hand-over/file", fields + [("rows", "1")])
        #expect(several.headers["content-type"] == "application/zip" && several.body.starts(with: Array("PK".utf8)))
        let names = String(decoding: several.body, as: UTF8.self)
        #expect(names.contains("-1.csv") && names.contains("-2.csv") && !names.contains("-3.csv"))
        #expect(try ImportPagesTests.vault(visitor) { try ListHandOvers().run(in: $0) }.map(\.content.written) == [2, 2])
        await visitor.leave()
        let left = try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).filter { $0.hasPrefix(".holdfast-upload") }
        #expect(left == [], "what was made for sending is gone")
    }

    @Test("Those held back are had as a table, all of them or for one reason")
    func heldBackFile() async throws {
        let visitor = try await Self.visitor()
        let page = try await visitor.get("/hand-over?to=mailchimp&q=").text
        let address = try #require(page.firstMatch(of: /href="(\/hand-over\/held\/file\?[^"]*)"/)).output.1.replacing("&amp;", with: "&")
        let table = try await visitor.get(String(address))
        #expect(table.headers["content-type"]?.hasPrefix("text/csv") == true && table.text.hasPrefix("id,name,reasons\r\n"))
        #expect(table.text.contains("Zoë Müller") && !table.text.contains("Ada"))
        let none = try await visitor.get("/hand-over/held/file?to=mailchimp&because=none-such")
        #expect(none.text == "id,name,reasons\r\n")
        await visitor.leave()
    }

    @Test("Who is erased is in no receipt any more, and the vault is sound")
    func erased() async throws {
        let visitor = try await Self.visitor()
        _ = try await visitor.post("/hand-over/file", [("to", "csv"), ("q", "ada"), ("recipient", "Büro")])
        try ImportPagesTests.vault(visitor) { vault in
            #expect(try ListHandOvers().run(in: vault).first?.people.count == 1)
            _ = try ErasePerson("ada@muster.example").run(in: vault)
            #expect(try ListHandOvers().run(in: vault).first?.people.count == 0)
            #expect(try vault.verify().isSound)
        }
        await visitor.leave()
    }
}
