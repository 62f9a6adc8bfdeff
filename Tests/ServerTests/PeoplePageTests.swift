import Actions
import Foundation
import Testing
import TestSupport
import Vault

@Suite("The list of people", .fewAtOnce)
struct PeoplePageTests {
    @Test("An empty vault answers with a page in the reader's language")
    func empty() async throws {
        let visitor = try await Visitor()
        let english = try await visitor.get("/people")
        #expect(english.status == 200)
        #expect(english.text.contains("<html lang=\"en\">"))
        #expect(english.text.contains("Nobody is here yet"))
        let german = try await visitor.get("/people", headers: ["Accept-Language": "de"])
        #expect(german.text.contains("0 Personen"))
        await visitor.leave()
    }

    @Test(
        "Searches find, and what can't be understood is told beside the field, never as a failure",
        arguments: [
            ("okafor", 200, "Amara Okafor"), ("company:beispiel", 200, "Jürgen Weißkopf"), ("-has%3Aemail%20li", 200, "Li Wei"),
            ("nosuch:thing", 200, "“nosuch:” is no condition"), ("has:", 200, "needs a value"), ("moved:soon", 200, "is not a date"),
            ("%22", 200, "7 people"), ("%FF%00", 200, "Nobody is found"),
        ])
    func searches(query: String, status: Int, text: String) async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        for path in ["/people?q=", "/people/rows?q="] {
            let answer = try await visitor.get(path + query)
            #expect(answer.status == status)
            if path == "/people?q=" { #expect(answer.text.contains(text), "\(query)") }
        }
        await visitor.leave()
    }

    @Test("A search can be kept where it is understood; one whose matches are looked at one by one is counted to the end")
    func keepingAndCounting() async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        #expect(try await visitor.get("/people?q=has:email").text.contains("data-keep>"))
        for query in ["", "has:nothing"] {
            #expect(try await visitor.get("/people?q=\(query)").text.contains("data-keep hidden>"), "\(query)")
        }
        let counted = try await visitor.get("/people/count?q=company:beispiel").text
        #expect(counted.contains("data-complete=\"true\"") && counted.contains("data-count=\"1\"") && !counted.contains("<li"))
        #expect(try await visitor.get("/people/count?q=has:nothing").text.contains("data-problem"))
        await visitor.leave()
    }

    @Test("Many are changed in one step; a browser is shown the notice, a script is told")
    func bulk() async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        let sent = try await visitor.post("/people/bulk", [("q", "example"), ("all", "1"), ("tag", "two words"), ("do", "tag")])
        #expect(sent.status == 303)
        let shown = try await visitor.get(sent.headers["location"] ?? "")
        #expect(shown.text.contains("“two words” is on"))
        #expect(shown.text.contains("href=\"/people?q=tag%3A%22two%20words%22\""))
        let found = try await visitor.get("/people/rows?q=tag%3A%22two%20words%22")
        #expect(found.text.contains("Kofi Mensah") && !found.text.contains("García"))
        let refused = try await visitor.post("/people/bulk", [("do", "tag"), ("tag", "x")])
        #expect(refused.status >= 400 && refused.text.contains("Nobody is chosen"))
        await visitor.leave()
    }

    @Test("A search is kept under a name, shown as a chip, and given up; each can be taken back")
    func views() async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        _ = try await visitor.post("/views", [("query", "has:email"), ("name", "Reachable <b>")])
        #expect(try await visitor.get("/people").text.contains("dir=\"auto\">Reachable &lt;b&gt;</a>"))
        let gone = try await visitor.post("/views/remove", [("name", "Reachable <b>")])
        #expect(!(try await visitor.get("/people").text.contains("Reachable")))
        let step = gone.headers["location"]?.firstMatch(of: /done=(\d+)/).map { String($0.output.1) } ?? ""
        _ = try await visitor.post("/undo", [("step", step), ("to", "//elsewhere.example")])
        #expect(try await visitor.get("/people").text.contains("Reachable"))
        await visitor.leave()
    }

    @Test("The print view has everybody a search finds, a line each, and the list says where it is")
    func printed() async throws {
        let visitor = try await Visitor { vault, folder in
            let rows = (1...530).map { "Person\($0),Example,https://www.linkedin.com/in/p\($0),,Example Ltd,Partner,08 Feb 2020" }
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            _ = try ImportFiles(paths: [try folder.write("Connections.csv", head + rows.joined(separator: "\n") + "\n")]).run(in: vault)
        }
        let list = try await visitor.get("/people?q=example").text
        #expect(list.contains("href=\"/people/print?q=example\"") && list.contains("data-partial=\"40 of 530 are on this sheet."))
        let page = try await visitor.get("/people/print?q=example").text
        #expect(page.matches(of: /<tr>/).count == 531 && page.contains("530 people") && !page.contains("class=\"notice\""))
        #expect(try await visitor.get("/people/print?q=person7").text.matches(of: /<tr>/).count == 12)
        #expect(try await visitor.get("/people/print?q=nosuch%3A").status == 200)
        await visitor.leave()
    }
}
