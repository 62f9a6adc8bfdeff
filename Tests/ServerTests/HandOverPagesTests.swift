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
