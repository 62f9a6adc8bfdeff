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
        for verdict in ["different", "same", "unsure"] {
            let decided = try await visitor.post("/duplicates", people + [("do", verdict)])
            let after = try await visitor.get(decided.headers["location"] ?? "").text
            #expect(!after.contains("1 of \(count)"), "\(verdict)")
            #expect(
                decided.headers["location"]?.hasSuffix("#pair") == true && after.contains("id=\"pair\""), "one goes on with the next pair")
            let step = decided.headers["location"]?.firstMatch(of: /done=(\d+)/).map { String($0.output.1) } ?? ""
            _ = try await visitor.post("/undo", [("step", step), ("to", "/duplicates")])
            #expect(try await visitor.get("/duplicates").text.contains("1 of \(count)"), "\(verdict)")
        }
        let end = try await visitor.get("/duplicates?skip=999999")
        #expect(end.status == 200 && end.text.contains("That was the last pair") && !end.text.contains("data-verdict"))
        #expect(end.text.contains("you passed over"))
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
        #expect(unsure.headers["location"]?.hasPrefix("/duplicates?skip=0&done=") == true)
        #expect(try await visitor.get("/people/rows?q=has:email&offset=\(skip)").status == 200)
        #expect(try await visitor.get("/log?before=\(skip)").status == 200)
        await visitor.leave()
    }

    @Test("What no button says is refused, and nothing is put aside", arguments: [[("do", "whatever")], []])
    func unknownVerdict(said: [(String, String)]) async throws {
        let visitor = try await Visitor(prepare: Self.fill)
        let page = try await visitor.get("/duplicates").text
        let people = ["first", "second"].compactMap { name in
            page.firstRange(of: "name=\"\(name)\" value=\"").map { (name, String(page[$0.upperBound...].prefix { $0 != "\"" })) }
        }
        try #require(people.count == 2)
        #expect(try await visitor.post("/duplicates", people + said).status == 400)
        #expect(try await visitor.get("/duplicates?aside=1").text.contains("Nothing is put aside"))
        await visitor.leave()
    }

    @Test("A pair one is not sure of is put aside, found there, and asked about again")
    func aside() async throws {
        let visitor = try await Visitor(prepare: Self.fill)
        func pair(_ page: String) -> [(String, String)] {
            ["first", "second"].compactMap { name in
                page.firstRange(of: "name=\"\(name)\" value=\"").map { (name, String(page[$0.upperBound...].prefix { $0 != "\"" })) }
            }
        }
        let before = try await visitor.get("/duplicates").text
        let people = pair(before)
        let done = try await visitor.post("/duplicates", people + [("do", "unsure"), ("skip", "0")])
        let after = try await visitor.get(done.headers["location"] ?? "").text
        #expect(after.contains("They are put aside") && after.contains("1 pair is put aside"))
        #expect(pair(try await visitor.get("/duplicates").text).map(\.1) != people.map(\.1), "it does not come again")
        #expect(try await visitor.get("/log").text.contains("not sure whether they are one"))
        #expect(try await visitor.get("/people/\(people[0].1)").text.contains("Put aside: not sure"))
        #expect(try await visitor.get("/duplicates/\(people[0].1)/\(people[1].1)").text.contains("You were not sure of these two"))
        let aside = try await visitor.get("/duplicates?aside=1").text
        #expect(pair(aside).map(\.1) == people.map(\.1) && aside.contains("1 of 1"))
        let again = try await visitor.post("/duplicates", people + [("do", "again"), ("skip", "0"), ("aside", "1")])
        #expect(again.headers["location"]?.hasPrefix("/duplicates?aside=1&done=") == true)
        #expect(try await visitor.get("/duplicates?aside=1").text.contains("Nothing is put aside"))
        #expect(pair(try await visitor.get("/duplicates").text).map(\.1) == people.map(\.1))
        await visitor.leave()
    }

    @Test("Where there is nothing to compare the page says so")
    func none() async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.get("/duplicates").text.contains("Nobody to compare yet"))
        await visitor.leave()
    }

    @Test("Of one list of connections nobody is said to have been compared")
    func oneList() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        #expect(try await visitor.get("/duplicates").text.contains("in which nobody stands twice"))
        await visitor.leave()
    }
}
