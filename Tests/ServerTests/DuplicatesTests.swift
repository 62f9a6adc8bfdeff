import Actions
import Foundation
import Testing
import TestSupport
import Vault

@Suite("Duplicates", .fewAtOnce)
struct DuplicatesTests {
    /// Two lists in which one person has another profile, address and spelling.
    static func fill(_ vault: Vault, _ folder: TemporaryFolder) throws {
        try Contacts.importRows(Contacts.few, to: vault, folder)
        let cards = [
            "FN:Amara N. Okafor|N:Okafor;Amara;N.;;|ORG:Muster GmbH|TITLE:Counsel|EMAIL:amara@home.example",
            "FN:Siobhan ONeill|N:ONeill;Siobhan;;;", "FN:K. Mensah|N:Mensah;K.;;;|ORG:Example Bank",
            "FN:Li Wei|N:Wei;Li;;;|ORG:Quite Other Ltd|TITLE:Cook",
        ].map { "BEGIN:VCARD\r\nVERSION:3.0\r\n\($0.replacing("|", with: "\r\n"))\r\nEND:VCARD\r\n" }.joined()
        _ = try ImportFiles(paths: [try folder.write("book.vcf", cards)]).run(in: vault)
    }

    @Test("A pair is shown with its evidence, decided, and the decision taken back")
    func decide() async throws {
        let visitor = try await Visitor(prepare: Self.fill)
        let before = try await visitor.get("/duplicates").text
        let count = Int(before.firstMatch(of: /1 of (\d+)/)?.output.1 ?? "0") ?? 0
        try #require(count > 0)
        #expect(before.contains("class=\"waterfall\"") && before.contains("likely one person"))
        func field(_ name: String) -> String {
            let pattern = before.firstRange(of: "name=\"\(name)\" value=\"")
            return pattern.map { String(before[$0.upperBound...].prefix { $0 != "\"" }) } ?? ""
        }
        let people = [("first", field("first")), ("second", field("second")), ("skip", "0")]
        let unsure = try await visitor.post("/duplicates", people + [("do", "unsure")])
        #expect(unsure.headers["location"] == "/duplicates?skip=1")
        for verdict in ["different", "same"] {
            let decided = try await visitor.post("/duplicates", people + [("do", verdict)])
            let after = try await visitor.get(decided.headers["location"] ?? "").text
            #expect(!after.contains("1 of \(count)"), "\(verdict)")
            let step = decided.headers["location"]?.firstMatch(of: /done=(\d+)/).map { String($0.output.1) } ?? ""
            _ = try await visitor.post("/undo", [("step", step), ("to", "/duplicates")])
            #expect(try await visitor.get("/duplicates").text.contains("1 of \(count)"), "\(verdict)")
        }
        let end = try await visitor.get("/duplicates?skip=999999")
        #expect(end.status == 200 && end.text.contains("That was the last pair") && !end.text.contains("data-verdict"))
        #expect(try await visitor.get("/duplicates/\(people[0].1)/\(people[1].1)").text.contains("data-verdict"))
        await visitor.leave()
    }

    @Test("A place beyond every list is none, and ends nothing", arguments: ["9223372036854775807", "-9223372036854775808", "x", ""])
    func places(skip: String) async throws {
        let visitor = try await Visitor(prepare: Self.fill)
        let page = try await visitor.get("/duplicates?skip=\(skip)").text
        let people = ["first", "second"].compactMap { name in
            page.firstRange(of: "name=\"\(name)\" value=\"").map { (name, String(page[$0.upperBound...].prefix { $0 != "\"" })) }
        }
        try #require(people.count == 2)
        let unsure = try await visitor.post("/duplicates", people + [("do", "unsure"), ("skip", skip)])
        #expect(unsure.headers["location"] == "/duplicates?skip=1")
        #expect(try await visitor.get("/people/rows?q=has:email&offset=\(skip)").status == 200)
        #expect(try await visitor.get("/log?before=\(skip)").status == 200)
        await visitor.leave()
    }

    @Test("Where nothing waits the page says so")
    func none() async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.get("/duplicates").text.contains("No duplicates wait"))
        await visitor.leave()
    }
}
