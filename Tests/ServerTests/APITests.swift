import Actions
import Foundation
import HTTPTypes
import Testing
import TestSupport
import Vault

@testable import Server

@Suite("The REST interface", .fewAtOnce)
struct APITests {
    private static let rows = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada-1,ada@example.com,"Example, Inc.",Partner,08 Feb 2026
        Berta,Beispiel,https://www.linkedin.com/in/berta-2,,Other LLP,Associate,25 Apr 2014
        Zoë,Müller,https://www.linkedin.com/in/zo%C3%AB-m%C3%BCller,zoe@example.org,Muster GmbH,Rechtsanwältin,20 Nov 2018
        """

    private static func visitor() async throws -> Visitor {
        try await Visitor { vault, folder in
            let file = folder.path("Connections.csv")
            try Data(rows.utf8).write(to: URL(fileURLWithPath: file))
            _ = try ImportFiles(paths: [file]).run(in: vault)
        }
    }

    private static func object(_ answer: Visitor.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any], "\(answer.text.prefix(300))")
    }

    private static func send(_ visitor: Visitor, _ method: String, _ path: String, _ body: String, _ headers: [String: String] = [:])
        async throws
        -> Visitor.Answer
    {
        try await visitor.send(
            method, "/api/v1" + path, headers: ["Content-Type": "application/json"].merging(headers) { $1 }, body: Data(body.utf8))
    }

    private static func id(_ visitor: Visitor, _ query: String) async throws -> String {
        let people = try object(await visitor.get("/api/v1/people?q=\(query)"))["people"] as? [[String: Any]]
        return try #require(people?.first?["id"] as? String)
    }

    @Test("People come with the keys of people --json, page by page, each once")
    func people() async throws {
        let visitor = try await Self.visitor()
        var (names, next): ([String], String?) = ([], nil)
        repeat {
            let page = try Self.object(await visitor.get("/api/v1/people?limit=2\(next.map { "&cursor=\($0)" } ?? "")"))
            let people = try #require(page["people"] as? [[String: Any]])
            for person in people {
                names.append(person["name"] as? String ?? "")
                for key in [
                    "id", "name", "given", "family", "company", "title", "emails", "phones", "urls", "tags", "connected_on",
                    "last_confirmed",
                ] {
                    #expect(person[key] != nil, "\(key)")
                }
            }
            next = page["next"] as? String
        } while next != nil
        #expect(names.sorted() == ["Ada Example", "Berta Beispiel", "Zoë Müller"])
        let found = try Self.object(await visitor.get("/api/v1/people?q=muller&where=has:email"))
        #expect((found["people"] as? [Any])?.count == 1)
        await visitor.leave()
    }

    @Test(
        "What can't be used is a problem that names it",
        arguments: [
            ("/people?limit=0", 400), ("/people?limit=1001", 400), ("/people?limit=x", 400), ("/people?limit=1&limit=2", 400),
            ("/people?cursor=x", 400),
            ("/people?cursor=2-000000000000", 400), ("/people?q=connected:nonsense", 400), ("/people?everyone=yes", 400),
            ("/changes?since=yesterday", 400),
            ("/people/nobody", 404), ("/people/00000000-0000-8000-8000-000000000000", 404), ("/export", 400), ("/export?to=nonsense", 400),
            ("/snapshots/00000000/original", 404), ("/guides/nothing", 404), ("/duplicates/explanation?first=00000000", 400),
            ("/duplicates/explanation?first=zzzzzzzz&second=00000000", 400), ("/people/%00", 404), ("/people/..%2F..%2Fetc", 404),
        ])
    func refused(path: String, status: Int) async throws {
        let visitor = try await Self.visitor()
        let answer = try await visitor.get("/api/v1" + path)
        #expect(answer.status == status)
        #expect(answer.headers["content-type"] == "application/problem+json")
        let problem = try Self.object(answer)
        #expect(
            problem["status"] as? Int == status && problem["detail"] is String && problem["code"] is String && problem["title"] is String)
        await visitor.leave()
    }

    @Test("A person has a mark: unchanged is told in a word, and an edit of what has changed meanwhile is refused")
    func etags() async throws {
        let visitor = try await Self.visitor()
        let path = "/people/\(try await Self.id(visitor, "ada"))"
        let first = try await visitor.get("/api/v1" + path)
        let tag = try #require(first.headers["etag"])
        #expect(try await visitor.get("/api/v1" + path, headers: ["If-None-Match": tag]).status == 304)
        let edited = try await Self.send(visitor, "PATCH", path, #"{"company":"New Ltd","title":"Judge"}"#, ["If-Match": tag])
        #expect(edited.status == 200)
        let person = try Self.object(edited)
        #expect(person["company"] as? String == "New Ltd" && person["title"] as? String == "Judge")
        #expect(try await Self.send(visitor, "PATCH", path, #"{"company":"Late Ltd"}"#, ["If-Match": tag]).status == 412)
        #expect(try await visitor.get("/api/v1" + path, headers: ["If-None-Match": tag]).status == 200)
        // A value is put in the place of one of several, and one is taken out; both stay as former values.
        let right = #"{"email":"right@example.com","title":null}"#
        #expect(try await Self.send(visitor, "PATCH", path, right).status == 200)
        let corrected = try Self.object(
            await Self.send(visitor, "PATCH", path, #"{"email":{"was":"right@example.com","value":"ada@example.net"}}"#))
        let emails = (corrected["emails"] as? [[String: Any]] ?? []).compactMap { $0["address"] as? String }
        #expect(emails.first == "ada@example.net" && !emails.contains("right@example.com"))
        #expect(corrected["title"] is NSNull)
        let former = (corrected["former_values"] as? [[String: Any]] ?? []).compactMap { $0["value"] as? String }
        #expect(former.contains("right@example.com") && former.contains("Judge"))
        let said = try Self.object(
            await Self.send(visitor, "PATCH", path, #"{"email":{"of":"ada@example.net","kind":"work"}}"#))
        let best = try #require((said["emails"] as? [[String: Any]])?.first)
        #expect(best["address"] as? String == "ada@example.net" && best["kind"] as? String == "work")
        #expect(try await Self.send(visitor, "PATCH", path, #"{"email":{"of":"ada@example.net","kind":null}}"#).status == 200)
        // Of an edit that can't be made whole nothing is.
        #expect(try await Self.send(visitor, "PATCH", path, #"{"company":"Half Ltd","email":"nope"}"#).status == 409)
        #expect(!(try await visitor.get("/api/v1" + path).text.contains("Half Ltd")))
        for (body, status) in [
            (#"{"email":{"was":"right@example.com","value":null}}"#, 409), (#"{"email":{"was":"ada@example.net"}}"#, 400),
            (#"{"email":{"of":"ada@example.net","kind":"home"}}"#, 400), (#"{"email":{"of":"ada@example.net"}}"#, 400),
            (#"{"email":{"of":"none@example.net","kind":"work"}}"#, 409),
            (#"{"title":{"was":"Judge","value":null}}"#, 400), (#"{"email":"nope"}"#, 409), (#"{"phone":null}"#, 200),
            ("{}", 400), ("[]", 400), ("{", 400), (#"{"shoe":"x"}"#, 400), (#"{"company":1}"#, 400), (#"{"company":""}"#, 400),
        ] {
            #expect(try await Self.send(visitor, "PATCH", path, body).status == status, "\(body)")
        }
        #expect(try await Self.send(visitor, "PATCH", path, "{}", ["Content-Type": "text/json"]).status == 415)
        let large = #"{"company":""# + String(repeating: "x", count: 1_100_000) + #""}"#
        #expect(try await Self.send(visitor, "PATCH", path, large).status == 413)
        await visitor.leave()
    }

    @Test("Tags, notes, merges, splits and undo do what the command line does")
    func words() async throws {
        let visitor = try await Self.visitor()
        let (ada, berta) = (try await Self.id(visitor, "ada"), try await Self.id(visitor, "berta"))
        #expect(try await Self.send(visitor, "POST", "/people/\(ada)/tags", #"{"tag":"key client"}"#).status == 201)
        #expect(try await Self.send(visitor, "POST", "/people/\(ada)/tags", #"{"tag":"key client"}"#).status == 409)
        #expect(try await Self.send(visitor, "POST", "/people/\(ada)/notes", #"{"text":"met in Bonn"}"#).status == 201)
        #expect((try await visitor.get("/api/v1/tags")).text.contains(#"{"tag":"key client","people":1}"#))
        #expect(try await visitor.send("DELETE", "/api/v1/people/\(ada)/tags/key%20client").status == 200)
        let merged = try Self.object(await Self.send(visitor, "POST", "/merges", #"{"people":["\#(ada)","\#(berta)"]}"#))
        let person = try #require(merged["person"] as? String)
        let parted = try await Self.send(visitor, "POST", "/splits", #"{"person":"\#(person)"}"#)
        #expect(parted.status == 201)
        let undone = try Self.object(await Self.send(visitor, "POST", "/undo", "{}"))
        #expect(undone["undone"] is Int)
        #expect(try await Self.send(visitor, "POST", "/undo", #"{"step":"x"}"#).status == 400)
        let log = try Self.object(await visitor.get("/api/v1/log?limit=2"))
        #expect((log["steps"] as? [[String: Any]])?.first?["kind"] as? String == "undo")
        await visitor.leave()
    }

    @Test("A file goes in as raw bytes, comes out byte for byte, and as an export")
    func files() async throws {
        let visitor = try await Visitor()
        let csv = ["Content-Type": "text/csv"]
        let dry = try Self.object(
            await visitor.send("POST", "/api/v1/imports?dry_run=true&name=Connections.csv", headers: csv, body: Data(Self.rows.utf8)))
        #expect((dry["people"] as? [String: Any])?["new"] as? Int == 3)
        let taken = try await visitor.send(
            "POST", "/api/v1/imports?name=..%2F..%2FConnections.csv", headers: csv, body: Data(Self.rows.utf8))
        // Where it lay for a moment is of no use to anybody.
        let log = try await visitor.get("/log").text.replacing(/<[^>]*>/, with: "")
        #expect(log.contains("Imported Connections.csv"), "\(log)")
        #expect(taken.status == 200 && !taken.text.contains(".."))
        let snapshot = try #require((try Self.object(taken)["files"] as? [[String: Any]])?.first?["snapshot"] as? String)
        #expect(try await visitor.get("/api/v1/snapshots/\(snapshot)/original").body == Data(Self.rows.utf8))
        #expect((try await visitor.get("/api/v1/snapshots")).text.contains(snapshot))
        let cards = try await visitor.get("/api/v1/export?to=vcard4&q=muster")
        #expect(cards.headers["content-type"]?.hasPrefix("text/vcard") == true && cards.text.contains("FN:Zoë Müller"))
        let one = try await visitor.get("/api/v1/people/\(try await Self.id(visitor, "zoe"))", headers: ["Accept": "text/vcard"])
        #expect(one.text.hasPrefix("BEGIN:VCARD"))
        let converted = try await visitor.send("POST", "/api/v1/conversions?to=ldif", headers: csv, body: Data(Self.rows.utf8))
        #expect(converted.status == 200 && converted.text.contains("dn: "))
        let toCome = try await visitor.send(
            "POST", "/api/v1/imports?name=Connections.csv&exported_on=2199-01-01", headers: csv, body: Data(Self.rows.utf8))
        #expect(toCome.status == 400 && toCome.text.contains("has not come yet"))
        let nonsense = try await visitor.send("POST", "/api/v1/imports", headers: csv, body: Data([0, 1, 2, 3]))
        #expect(nonsense.status == 422 && nonsense.headers["content-type"] == "application/problem+json" && !nonsense.text.contains("/tmp"))
        await visitor.leave()
    }

    @Test("Reports answer: changes, duplicates, review, findings, status, verification, backup, guides")
    func reports() async throws {
        let visitor = try await Self.visitor()
        for (path, key) in [
            ("/changes?since=2020-01-01", "changes"), ("/duplicates", "total"), ("/review", "score"),
            ("/review/findings?limit=3", "findings"), ("/status", "advice"),
            ("/verification", "sound"), ("/guides", "guides"),
        ] {
            #expect(try Self.object(await visitor.get("/api/v1" + path))[key] != nil, "\(path)")
        }
        #expect(try await visitor.get("/api/v1/guides/linkedin").headers["content-type"]?.hasPrefix("text/markdown") == true)
        let backup = try await visitor.get("/api/v1/backup")
        #expect(backup.status == 200 && backup.body.starts(with: Data("SQLite format 3".utf8)))
        await visitor.leave()
    }

    @Test("Erasing takes the whole id once more")
    func erase() async throws {
        let visitor = try await Self.visitor()
        let id = try await Self.id(visitor, "berta")
        let wrong = #"{"confirm":"00000000-0000-8000-8000-000000000000"}"#
        #expect(try await Self.send(visitor, "POST", "/people/\(id)/erasure", wrong).status == 409)
        #expect((try await visitor.get("/api/v1/people/\(id)/report")).text.contains("Berta"))
        #expect(try await Self.send(visitor, "POST", "/people/\(id)/erasure", #"{"confirm":"\#(id)"}"#).status == 200)
        #expect(try await visitor.get("/api/v1/people/\(id)").status == 404)
        await visitor.leave()
    }

    @Test("What a path doesn't take is told with what it takes")
    func methods() async throws {
        let visitor = try await Self.visitor()
        for (method, path, allow) in [
            ("DELETE", "/people", "GET, HEAD, POST"), ("PUT", "/undo", "POST"), ("PATCH", "/openapi.json", "GET, HEAD"),
            ("DELETE", "/people/00000000", "GET, HEAD, PATCH"),
        ] {
            let answer = try await visitor.send(method, "/api/v1" + path)
            #expect(answer.status == 405 && answer.headers["allow"] == allow, "\(method) \(path)")
        }
        await visitor.leave()
    }

    @Test("The document names each route and each route answers to its name")
    func document() async throws {
        let visitor = try await Self.visitor()
        let document = try Self.object(await visitor.get("/api/v1/openapi.json"))
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        #expect(
            Set(paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
                == Set(APIRoutes.all.map { "\($0.method.rawValue) \($0.path)" }))
        for route in APIRoutes.all {
            let path =
                "/api/v1"
                + route.path.replacing("{id}", with: "00000000").replacing("{tag}", with: "x").replacing("{service}", with: "linkedin")
            let status = try await visitor.send(route.method.rawValue, path, headers: ["X-Holdfast-Request": "1"]).status
            #expect(status != 405 && status < 500, "\(route.operationID): \(status)")
            for name in route.path.matches(of: /\{(\w+)\}/).map(\.output.1) {
                #expect(route.parameters.contains { $0.isInPath && $0.name == name }, "\(route.operationID) says nothing of \(name)")
            }
        }
        let schemas = try #require((document["components"] as? [String: Any])?["schemas"] as? [String: Any])
        let text = try await visitor.get("/api/v1/openapi.json").text
        for match in text.matches(of: /#\\?\/components\\?\/schemas\\?\/(\w+)/) {
            #expect(schemas[String(match.output.1)] != nil, "\(match.output.1)")
        }
        await visitor.leave()
    }

    @Test("A page elsewhere can neither read nor write: what a form could send is refused, and no preflight is answered with a yes")
    func otherPages() async throws {
        let visitor = try await Self.visitor()
        let id = try await Self.id(visitor, "ada")
        for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
            let answer = try await visitor.send(
                "POST", "/api/v1/undo", headers: ["Content-Type": type, "Cookie": ""], body: Data("{}".utf8))
            #expect(answer.status == 403, "\(type)")
        }
        #expect(try await visitor.send("POST", "/api/v1/undo", headers: ["Cookie": ""]).status == 403)
        let foreign = ["Origin": "https://evil.example", "Content-Type": "application/json"]
        #expect(try await visitor.send("POST", "/api/v1/undo", headers: foreign, body: Data("{}".utf8)).status == 403)
        #expect(try await visitor.send("DELETE", "/api/v1/people/\(id)/tags/x", headers: ["Sec-Fetch-Site": "same-site"]).status == 403)
        let preflight = try await visitor.send(
            "OPTIONS", "/api/v1/undo", headers: ["Origin": "https://evil.example", "Access-Control-Request-Method": "POST"])
        #expect(preflight.status == 403 && preflight.headers["access-control-allow-origin"] == nil)
        #expect(try await visitor.get("/api/v1/people", headers: ["Sec-Fetch-Site": "cross-site"]).status == 403)
        await visitor.leave()
    }

    @Test("A token may do what its scopes say and nothing more", arguments: AccessScope.allCases)
    func scopes(scope: AccessScope) async throws {
        let tokens = Secrets()
        let visitor = try await Visitor { vault, _ in
            try SetPassword("a stone, a leaf, a door", cost: PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)).run(in: vault)
            tokens.text = try MakeToken(name: "test", scopes: [scope]).run(in: vault)
        }
        let bearer = ["Authorization": "Bearer \(tokens.text)", "Content-Type": "application/json"]
        for route in APIRoutes.all where route.path != "/openapi.json" {
            let path =
                "/api/v1"
                + route.path.replacing("{id}", with: "00000000").replacing("{tag}", with: "x").replacing("{service}", with: "linkedin")
            let answer = try await visitor.send(route.method.rawValue, path, headers: bearer)
            #expect((answer.status == 403) == !scope.included.contains(route.scope), "\(route.operationID): \(answer.status)")
            #expect(
                try await visitor.send(route.method.rawValue, path, headers: ["Content-Type": "application/json", "Cookie": ""]).status
                    == 401)
        }
        await visitor.leave()
    }

    /// A text that one closure writes and the test reads.
    private final class Secrets: @unchecked Sendable {
        // Written while the visitor is made, read only after.
        var text = ""
    }
}
