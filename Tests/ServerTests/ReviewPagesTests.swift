import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

@Suite("The review by the page", .fewAtOnce)
struct ReviewPagesTests {
    @Test("The review shows the score, the pictures and each rule with its people; nobody has none")
    func review() async throws {
        let empty = try await Visitor()
        #expect(try await empty.get("/review").text.contains("There is nobody to review yet"))
        await empty.leave()
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            let rows =
                "Ada,Example,https://www.linkedin.com/in/ada,,Muster GmbH,Partner,14 Feb 2019\nBo,,https://www.linkedin.com/in/bo,,,,15 Mar 2020\n"
            let path = folder.path("Connections.csv")
            try (head + rows).write(toFile: path, atomically: true, encoding: .utf8)
            _ = try ImportFiles(paths: [path]).run(in: vault)
        }
        let page = try await visitor.get("/review").text
        #expect(page.contains("2 people, of whom 0 can be reached") && page.contains("<svg"))
        #expect(page.contains("/people?q=-has%3Aemail"), "a number leads to its list")
        let rule = try await visitor.get("/review/rules/unreachable")
        #expect(rule.status == 200 && rule.text.contains("Ada Example"))
        #expect(try await visitor.get("/review/rules/none-such").status == 404)
        let nothing = try await visitor.post("/review/suggestions", [("verdict", "accept")])
        #expect(nothing.text.contains("Nothing was ticked"))
        #expect(!page.contains("Look through the addresses suggested"), "nothing was found that could be looked through")
        await visitor.leave()
    }

    @Test("Suggestions are accepted all at once, and the notice on the page takes it back")
    func suggestions() async throws {
        let visitor = try await Visitor { try AccessibilityTests.fill($0, $1) }
        let before = try await visitor.get("/review").text
        let proposed = try #require(before.firstMatch(of: /\d+ suggestions?/)?.output)
        let count = proposed.prefix { $0 != " " }
        let found = try #require(before.firstMatch(of: /Look through the addresses suggested<\/th><td class="n"><a href="([^"]+)">(\d+)</))
        let list = try await visitor.get(String(found.output.1)).text
        #expect(list.contains("for \(found.output.2) pe") && found.output.1 == "/review/suggested?field-email=1")
        let answer = try await visitor.post("/review/suggestions", [("verdict", "accept-all")], on: "/review")
        let address = try #require(answer.headers["location"])
        #expect(answer.status == 303 && address.hasPrefix("/review?done=") && address.hasSuffix("#suggestions"))
        let accepted = try await visitor.get(String(address.prefix { $0 != "#" }))
        #expect(accepted.text.contains(/[0-9]+ values? (is|are) yours now/) && accepted.text.contains("action=\"/undo\""))
        #expect(accepted.text.firstMatch(of: /\d+ suggestions?/)?.output != proposed)
        let step = try #require(accepted.text.firstMatch(of: /name="step" value="(\d+)"/)?.output.1)
        let undone = try await visitor.post("/undo", [("step", String(step)), ("to", "/review")], on: "/review")
        #expect(undone.headers["location"]?.hasPrefix("/review?undone=") == true)
        #expect(try await visitor.get("/review").text.contains("\(count) suggestion"))
        #expect(try await visitor.get("/review/suggestions").status == 303, "what a form led to may be asked for once more")
        await visitor.leave()
    }

    @Test("Suggestions are narrowed down by person, field and certainty, and decided as they are shown")
    func narrowed() async throws {
        let visitor = try await Visitor { try AccessibilityTests.fill($0, $1) }
        func found(_ query: String) async throws -> Set<Substring> {
            Set(try await visitor.get("/review/suggested?\(query)").text.matches(of: /name="id" value="([^"]+)"/).map(\.output.1))
        }
        let all = try await found("")
        var byField: [SuggestedField: Set<Substring>] = [:]
        for field in SuggestedField.allCases { byField[field] = try await found("field-\(field.rawValue)=1") }
        #expect(!all.isEmpty && byField.values.reduce(into: []) { $0.formUnion($1) } == all)
        #expect(byField.values.map(\.count).reduce(0, +) == all.count, "each is of one field")
        #expect(try await found("min=0").isSuperset(of: all))
        #expect(try await found("min=1").count < all.count)
        #expect(try await found("q=nobody-at-all").isEmpty)
        #expect(try await visitor.get("/review/suggested?q=nonsense%3Ax").status == 422)
        let email = try #require(byField[.email])
        let answer = try await visitor.post("/review/suggestions", [("verdict", "reject-all"), ("list", "1"), ("field-email", "1")])
        #expect(answer.headers["location"]?.hasPrefix("/review/suggested?field-email=1&done=") == true)
        #expect(try await found("field-email=1").isEmpty, "those shown are turned down")
        #expect(try await found("") == all.subtracting(email), "and no others")
        await visitor.leave()
    }
}
