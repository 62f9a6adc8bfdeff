import Actions
import Foundation
import TestSupport
import Testing
import Vault

@testable import Server

@Suite("Looking before doing, for programs", .fewAtOnce)
struct LookingAPITests {
    private static func object(_ answer: Visitor.Answer) throws -> [String: Any] {
        #expect(answer.status == 200, "\(answer.text.prefix(300))")
        return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any], "\(answer.text.prefix(300))")
    }

    private static func upload(_ visitor: Visitor, _ path: String, _ text: String) async throws -> Visitor.Answer {
        try await visitor.send("POST", "/api/v1" + path, headers: ["Content-Type": "text/csv"], body: Data(text.utf8))
    }

    @Test("A file is looked at with its columns, the owner's word on them counts, and nothing is kept until it is imported")
    func preview() async throws {
        let visitor = try await Visitor()
        let table = "Name;Mail;Intern\nAda Example;ada@example.com;+49 30 901820\nBerta Beispiel;berta@example.org;+49 30 901821\n"
        func columns(_ query: String) async throws -> [[String: Any]] {
            let found = try Self.object(await Self.upload(visitor, "/imports/preview?name=Kunden.csv\(query)", table))
            let lists = try #require(found["lists"] as? [[String: Any]])
            #expect((lists.first?["people"] as? [[String: Any]])?.first?["name"] as? String == "Ada Example")
            #expect(((found["import"] as? [String: Any])?["people"] as? [String: Any])?["new"] as? Int == 2)
            return try #require(lists.first?["columns"] as? [[String: Any]])
        }
        let guessed = try await columns("")
        #expect(guessed.map { $0["header"] as? String } == ["Name", "Mail", "Intern"])
        #expect(guessed.map { $0["said"] as? Bool } == [false, false, false])
        #expect((guessed[1]["examples"] as? [String])?.first == "ada@example.com")
        let said = try await columns("&map=Intern%3Dphone%3Awork")
        #expect(said[2]["holds"] as? String == "phone:work" && said[2]["said"] as? Bool == true)
        #expect((try Self.object(await visitor.get("/api/v1/people"))["people"] as? [Any])?.isEmpty == true)
        #expect(try await Self.upload(visitor, "/imports/preview?map=Intern", table).status == 400)
        #expect(try await Self.upload(visitor, "/imports/preview", "\0\0\0").status == 422)
        _ = try Self.object(await Self.upload(visitor, "/imports?name=Kunden.csv&map=Intern%3Dphone%3Awork", table))
        let ada = (try Self.object(await visitor.get("/api/v1/people?q=ada"))["people"] as? [[String: Any]])?.first
        #expect(((ada?["phones"] as? [[String: Any]])?.first?["number"] as? String)?.contains("901820") == true)
        await visitor.leave()
    }

    @Test("Whether the first row of a table is a heading or somebody already can be said")
    func firstRow() async throws {
        let visitor = try await Visitor()
        let table = "Anna Beispiel,unbekannt\nBo Muster,bo@muster.example\nMia Probe,mia@muster.example\n"
        for (query, word, isSaid, people) in [("", "heading", false, 2), ("&first_row=person", "person", true, 3)] {
            let found = try Self.object(await Self.upload(visitor, "/imports/preview?name=Liste.csv\(query)", table))
            let list = try #require((found["lists"] as? [[String: Any]])?.first)
            let row = try #require(list["first_row"] as? [String: Any])
            #expect(row["is"] as? String == word && row["said"] as? Bool == isSaid)
            #expect(row["cells"] as? [String] == ["Anna Beispiel", "unbekannt"])
            #expect(((found["import"] as? [String: Any])?["people"] as? [String: Any])?["new"] as? Int == people)
        }
        #expect(try await Self.upload(visitor, "/imports/preview?first_row=both", table).status == 400)
        await visitor.leave()
    }

    @Test("A table in which nothing tells who is who is told with its columns, and read once they are said")
    func unknownTable() async throws {
        let visitor = try await Visitor()
        let table = "Alpha;Beta\nx1;4711\ny2;4712\n"
        let found = try Self.object(await Self.upload(visitor, "/imports/preview?name=liste.csv", table))
        let unknown = try #require((found["unknown"] as? [[String: Any]])?.first)
        #expect((unknown["path"] as? String)?.contains("liste.csv") == true && (unknown["path"] as? String)?.hasPrefix("/") == false)
        let columns = try #require(unknown["columns"] as? [[String: Any]])
        #expect(columns.map { $0["header"] as? String } == ["Alpha", "Beta"])
        #expect((columns[1]["examples"] as? [String])?.contains("4712") == true)
        let said = try Self.object(
            await Self.upload(visitor, "/imports/preview?name=liste.csv&map=Alpha%3Dname&map=Beta%3Dphone", table))
        #expect((said["unknown"] as? [Any])?.isEmpty == true && (said["lists"] as? [Any])?.count == 1)
        #expect(try await Self.upload(visitor, "/imports?name=liste.csv", table).status == 422, "and an import of it is still refused")
        await visitor.leave()
    }

    @Test("Every list a number of the review leads to on the page is there for programs, with as many people")
    func reviewLists() async throws {
        let visitor = try await Visitor(prepare: AccessibilityTests.fill)
        let page = try await visitor.get("/review").text
        let lists = Set(page.matches(of: /\/review\/list\?([^"]+)/).map { String($0.output.1).replacing("&amp;", with: "&") }).sorted()
        let kinds = Dictionary(grouping: lists) { $0.split(separator: "&").first ?? "" }
        for (_, some) in kinds {
            guard let query = some.first else { continue }
            let shown = try await visitor.get("/review/list?\(query)").text
            let count = try #require(shown.firstMatch(of: #/<p class="lead">([0-9,]+) /#), "\(query)").output.1
            let told = try Self.object(await visitor.get("/api/v1/review/people?\(query)"))
            #expect(told["total"] as? Int == Int(count.filter { $0 != "," }), "\(query)")
        }
        #expect(kinds.keys.contains("of=by"))
        #expect(try Self.object(await visitor.get("/api/v1/review/people?of=helped&step=names"))["total"] is Int)
        #expect(try await visitor.get("/api/v1/review/people?of=helped&step=anything").status == 400)
        let document = try await visitor.get("/api/v1/openapi.json").text
        #expect(document.contains("\"helped\"") && document.contains("\"way\""))
        await visitor.leave()
    }

    @Test("The sample network comes in by one call")
    func sample() async throws {
        let visitor = try await Visitor()
        let taken = try Self.object(await visitor.send("POST", "/api/v1/imports/sample", headers: ["X-Holdfast-Request": "1"]))
        let people = try #require((taken["people"] as? [String: Any])?["total"] as? Int)
        #expect(people > 100)
        let about = try Self.object(await visitor.get("/api/v1/about"))
        #expect(about["people"] as? Int == people && about["languages"] as? [String] == ["en", "de"])
        await visitor.leave()
    }

    @Test("A hand-over is tried first: whom it takes, whom it holds back and why, page by page")
    func check() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        let path = "/api/v1/hand-overs/check?to=mailchimp"
        let whole = try Self.object(await visitor.get(path))
        #expect(whole["written"] as? Int == 4 && whole["held_back"] as? Int == 3 && whole["total"] as? Int == 3)
        let reason = try #require((whole["reasons"] as? [[String: Any]])?.first)
        let (code, column) = (try #require(reason["code"] as? String), try #require(reason["column"] as? String))
        var (names, next): ([String], String?) = ([], nil)
        let escaped = try #require(column.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
        repeat {
            let cursor = next.map { "&cursor=\($0)" } ?? ""
            let page = try Self.object(await visitor.get("\(path)&because=\(code)&column=\(escaped)&limit=2\(cursor)"))
            names += (page["refused"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            next = page["next"] as? String
        } while next != nil
        #expect(names.count == reason["count"] as? Int && Set(names) == ["ליאת כהן", "José García-Peña", "Li Wei"])
        #expect((try Self.object(await visitor.get(path + "&because=nothing"))["total"] as? Int) == 0)
        #expect(try await visitor.get(path + "&column=x").status == 400)
        #expect(try await visitor.get("/api/v1/hand-overs/check?to=mailchimp&changed_only=true").status == 409)
        #expect((try Self.object(await visitor.get("/api/v1/hand-overs"))["hand_overs"] as? [Any])?.isEmpty == true)
        await visitor.leave()
    }

    @Test("A person's surroundings name the entries a split takes apart, the notes, the steps and who is near")
    func portrait() async throws {
        let visitor = try await Visitor { vault, folder in
            try Contacts.importRows(Contacts.few + [["Kofi", "Mensah", "", "Example Bank", "Clerk", "4 Mar 2023"]], to: vault, folder)
        }
        let people = try Self.object(await visitor.get("/api/v1/people?q=kofi"))["people"] as? [[String: Any]]
        let ids = (people ?? []).compactMap { $0["id"] as? String }
        #expect(ids.count == 2)
        let json = ["Content-Type": "application/json"]
        _ = try await visitor.send("POST", "/api/v1/people/\(ids[0])/notes", headers: json, body: Data(#"{"text":"met in Accra"}"#.utf8))
        func portrait() async throws -> [String: Any] { try Self.object(await visitor.get("/api/v1/people/\(ids[0])/portrait")) }
        let first = try await portrait()
        #expect((first["notes"] as? [[String: Any]])?.first?["text"] as? String == "met in Accra")
        #expect((first["steps"] as? [[String: Any]])?.first?["kind"] as? String == "note")
        #expect((first["same_name"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == [ids[1]])
        let merge = Data(#"{"people":["\#(ids[0])","\#(ids[1])"]}"#.utf8)
        #expect(try await visitor.send("POST", "/api/v1/merges", headers: json, body: merge).status == 201)
        let entries = try #require(try await portrait()["entries"] as? [[String: Any]])
        #expect(entries.count == 2 && entries.allSatisfy { $0["source"] as? String == "LinkedIn" })
        let entry = try #require(entries.last?["id"] as? String)
        let split = Data(#"{"person":"\#(ids[0])","apart":["\#(entry)"]}"#.utf8)
        #expect(try await visitor.send("POST", "/api/v1/splits", headers: json, body: split).status == 201)
        await visitor.leave()
    }

    @Test("The people a number of the review counts, and the review as a page in the language asked for")
    func review() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        let page = try Self.object(await visitor.get("/api/v1/review/people?of=reachable&limit=3"))
        #expect(page["total"] as? Int == 4 && (page["people"] as? [Any])?.count == 3)
        let next = try #require(page["next"] as? String)
        let last = try Self.object(await visitor.get("/api/v1/review/people?of=reachable&limit=3&cursor=\(next)"))
        #expect((last["people"] as? [Any])?.count == 1 && last["next"] is NSNull)
        #expect(try await visitor.get("/api/v1/review/people?of=losing").status == 400)
        let report = try await visitor.get("/api/v1/review/report", headers: ["Accept-Language": "de"])
        #expect(report.headers["content-type"] == "text/html; charset=utf-8" && report.text.contains("lang=\"de\""))
        await visitor.leave()
    }

    @Test("A program can search as the box does, with mistyped words, and is told which were searched for; how many there are is counted")
    func respelling() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few + Contacts.many(1_203), to: $0, $1) }
        func people(_ query: String) async throws -> (names: [String], respelled: [[String: Any]]?, next: String?) {
            let page = try Self.object(await visitor.get("/api/v1/people?\(query)"))
            let names = (page["people"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            return (names, page["respelled"] as? [[String: Any]], page["next"] as? String)
        }
        let strict = try await people("q=okafro")
        #expect(strict.names.isEmpty && strict.respelled == nil)
        let forgiving = try await people("q=okafro&respell=true")
        #expect(forgiving.names == ["Amara Okafor"])
        #expect(forgiving.respelled?.first?["typed"] as? String == "okafro")
        #expect(forgiving.respelled?.first?["meant"] as? [String] == ["okafor"])
        let right = try await people("q=okafor&respell=true")
        #expect(right.names == ["Amara Okafor"] && right.respelled?.isEmpty == true)
        for (query, total) in [
            ("", 1_210), ("q=okafro", 0), ("q=okafro&respell=true", 1), ("q=company:even", 601), ("q=-has:email%20engineer", 1_203),
        ] {
            #expect(try Self.object(await visitor.get("/api/v1/people/count?\(query)"))["total"] as? Int == total, "\(query)")
        }
        // Page by page everybody comes once.
        var (names, next): ([String], String?) = ([], nil)
        repeat {
            let page = try await people("q=engineer&respell=true&limit=700" + (next.map { "&cursor=\($0)" } ?? ""))
            (names, next) = (names + page.names, page.next)
        } while next != nil
        #expect(names.count == 1_203 && Set(names).count == 1_203)
        #expect(try await visitor.get("/api/v1/people/count?respell=perhaps").status == 400)
        await visitor.leave()
    }

    @Test("Changes are asked for by program as by page: until when, from and to which company, and how many there are")
    func changes() async throws {
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            for (day, companies) in [
                ("05-14-2023", ["Muster GmbH", "Muster GmbH", "Probe KG"]), ("05-14-2024", ["Acme Ltd", "Muster GmbH", "Probe KG"]),
                ("05-14-2025", ["Acme Ltd", "Beta AG", "Acme Ltd"]),
            ] {
                let rows = companies.enumerated().map {
                    "P\($0),Example,https://www.linkedin.com/in/p\($0),,\($1),Partner,14 Feb 2019\n"
                }
                let path = try folder.write("Basic_LinkedInDataExport_\(day)/Connections.csv", head + rows.joined())
                _ = try ImportFiles(paths: [URL(fileURLWithPath: path).deletingLastPathComponent().path]).run(in: vault)
            }
        }
        for (query, names) in [
            ("", ["P0", "P1", "P2"]), ("until=2024-12-31", ["P0"]), ("from=muster%20gmbh", ["P0", "P1"]), ("to=ACME%20Ltd", ["P0", "P2"]),
            ("from=Muster%20GmbH&to=Acme%20Ltd", ["P0"]), ("not-from=Muster%20GmbH", ["P2"]),
            ("not-to=Acme%20Ltd&not-to=Beta%20AG", []), ("at=Beta%20AG", ["P1"]), ("since=2024-06-01&to=Acme%20Ltd", ["P2"]),
        ] as [(String, [String])] {
            let answer = try Self.object(await visitor.get("/api/v1/changes?kind=moved&\(query)"))
            let found = (answer["changes"] as? [[String: Any]] ?? []).compactMap { ($0["name"] as? String)?.prefix(2) }.map { String($0) }
            #expect(found.sorted() == names && answer["total"] as? Int == names.count, "\(query): \(found)")
        }
        let first = try Self.object(await visitor.get("/api/v1/changes?kind=moved&limit=1"))
        #expect(first["total"] as? Int == 3)
        let next = try #require(first["next"] as? String)
        #expect(try await visitor.get("/api/v1/changes?kind=moved&limit=1&cursor=\(next)").status == 200)
        for other in ["until=2024-12-31", "from=Muster", "not-to=Acme"] {
            #expect(try await visitor.get("/api/v1/changes?kind=moved&limit=1&cursor=\(next)&\(other)").status == 400, "\(other)")
        }
        for wrong in ["until=then", "from=", "not-from=", "to=a&to=b", "at="] {
            #expect(try await visitor.get("/api/v1/changes?\(wrong)").status == 400, "\(wrong)")
        }
        // By company: of each how many, and the latest of them.
        func companies(_ query: String) async throws -> [String: Any] {
            try Self.object(await visitor.get("/api/v1/changes/companies?kind=moved&\(query)"))
        }
        let grouped = try await companies("latest=1")
        let groups = try #require(grouped["companies"] as? [[String: Any]])
        #expect(groups.map { $0["company"] as? String } == ["Acme Ltd", "Beta AG"])
        #expect(groups.map { $0["count"] as? Int } == [2, 1] && grouped["total"] as? Int == 2 && grouped["changes"] as? Int == 3)
        #expect(groups.map { ($0["latest"] as? [[String: Any]])?.compactMap { $0["on"] as? String } } == [["2025-05-14"], ["2025-05-14"]])
        let some = try await companies("limit=1&latest=0&since=2024-06-01")
        let after = try #require(some["next"] as? String)
        let others = try await companies("limit=1&latest=0&since=2024-06-01&cursor=\(after)")
        #expect((some["companies"] as? [[String: Any]])?.first?["count"] as? Int == 1 && others["next"] is NSNull)
        #expect(try await visitor.get("/api/v1/changes/companies?limit=1&cursor=\(after)").status == 400)
        #expect(try await visitor.get("/api/v1/changes/companies?latest=101").status == 400)
        await visitor.leave()
    }

    @Test(
        "What can't be used is said in the language of the call",
        arguments: [
            ("/people?limit=0", "„limit“ ist keine ganze Zahl von 1 bis 1000."),
            ("/people?everyone=maybe", "„everyone“ ist weder true noch false."),
            ("/people?limit=1&limit=2", "„limit“ steht zweimal da."), ("/changes?since=soon", "„since“ ist kein Datum wie 2026-01-31."),
            ("/people?cursor=x", "„cursor“ gehört nicht zu dieser Liste. Beginnen Sie ohne ihn von vorn."),
            ("/export", "„to“ fehlt."), ("/changes?kind=born", "„kind“ ist keines von denen, die es gibt."),
        ])
    func problemsInTheLanguage(path: String, german: String) async throws {
        let visitor = try await Visitor()
        func detail(_ language: String) async throws -> String? {
            let answer = try await visitor.get("/api/v1" + path, headers: ["Accept-Language": language])
            #expect(answer.status == 400, "\(answer.text)")
            return (try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])?["detail"] as? String
        }
        #expect(try await detail("de-AT, en;q=0.4") == german)
        #expect(try await detail("en")?.contains("„") == false)
        await visitor.leave()
    }

    @Test("Each call says its language: sentences and guides come in it")
    func language() async throws {
        let visitor = try await Visitor()
        func detail(_ language: String) async throws -> String? {
            let answer = try await visitor.get(
                "/api/v1/people/00000000-0000-8000-8000-000000000000", headers: ["Accept-Language": language])
            return (try JSONSerialization.jsonObject(with: answer.body) as? [String: Any])?["detail"] as? String
        }
        let (english, german) = (try await detail("en"), try await detail("de, en;q=0.5"))
        #expect(english != nil && german != nil && english != german)
        let guides = [
            try await visitor.get("/api/v1/guides/linkedin", headers: ["Accept-Language": "de"]).text,
            try await visitor.get("/api/v1/guides/linkedin", headers: ["Accept-Language": "en"]).text,
        ]
        #expect(guides[0] != guides[1])
        await visitor.leave()
    }
}
