import Actions
import AgeEncryption
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

@testable import Server

@Suite("A backup brought back by the page and by programs", .fewAtOnce)
struct RestoreTests {
    /// A visitor of a vault with two people, and the backup of the time when there was one.
    private static func visitor(
        passphrase: String? = nil, _ configuration: ServerConfiguration = ServerConfiguration(port: 0),
        prepare: (Vault) throws -> Void = { _ in }
    ) async throws -> (Visitor, backup: Data) {
        let backup = Box(Data())
        let visitor = try await Visitor(configuration) { vault, folder in
            try Contacts.importRows([Contacts.few[0]], named: "First.csv", to: vault, folder)
            let outcome = try BackUpVault(
                to: folder.path("then.backup"), secrecy: passphrase.map { .passphrase($0) } ?? .none, vaultPath: folder.path("vault.sqlite")
            ).run(in: vault)
            backup.value = try Data(contentsOf: URL(fileURLWithPath: outcome.path))
            try FileManager.default.removeItem(atPath: outcome.path)
            try Contacts.importRows([Contacts.few[1]], named: "Second.csv", to: vault, folder)
            try prepare(vault)
        }
        return (visitor, backup.value)
    }

    /// Sends a backup as the page's form does.
    ///
    /// - Returns: where it is told about.
    private static func send(_ backup: Data, named name: String, by visitor: Visitor, to path: String = "/safe-keeping/restore")
        async throws
        -> String
    {
        let mark = "----restore"
        var body = Data("--\(mark)\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n\(try await visitor.formToken())\r\n".utf8)
        body += Data("--\(mark)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += backup + Data("\r\n--\(mark)--\r\n".utf8)
        let answer = try await visitor.send(
            "POST", path,
            headers: ["Content-Type": "multipart/form-data; boundary=\(mark)", "Origin": "http://127.0.0.1:\(visitor.port)"], body: body)
        #expect(answer.status == 303, "\(answer.text.prefix(300))")
        return visitor.place(answer)
    }

    private static func names(_ visitor: Visitor) async throws -> [String] {
        let answer = try await visitor.get("/api/v1/people")
        let object = try JSONSerialization.jsonObject(with: answer.body) as? [String: Any]
        return (object?["people"] as? [[String: Any]] ?? []).compactMap { $0["family"] as? String }
    }

    @Test("It is checked, asks where to, takes the vault's place while all go on asking, and what was there can be brought back")
    func here() async throws {
        let (visitor, backup) = try await Self.visitor()
        let job = try await Self.send(backup, named: "then.sqlite", by: visitor)
        let page = try #require(try await visitor.page(job, showing: "The backup is sound"))
        #expect(page.contains("It holds 1 person") && page.contains("then.sqlite") && !page.contains("name=\"current\""))
        #expect(try await Self.names(visitor) == ["Okafor", "Weißkopf"], "nothing has happened yet")
        #expect(try await visitor.post("\(job)/place").status == 422, "where to is never taken for granted")
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<40 { group.addTask { try await visitor.get("/api/v1/people").status } }
            _ = try await visitor.post("\(job)/place", [("place", "here")])
            return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(statuses == [200], "nobody is turned away meanwhile")
        let done = try #require(try await visitor.page(job, showing: "The backup is back"))
        #expect(done.contains("vault.sqlite.before-restore-"))
        #expect(try await Self.names(visitor) == ["Okafor"])
        let safe = try await visitor.get("/safe-keeping").text
        let aside = try #require(safe.firstMatch(of: /name="name" value="(vault\.sqlite\.before-restore-[^"]+)"/)).output.1
        let again = visitor.place(try await visitor.post("/safe-keeping/restore/aside", [("name", String(aside))]))
        #expect(try await visitor.page(again, showing: "It holds 2 people") != nil)
        _ = try await visitor.post("\(again)/place", [("place", "here")])
        #expect(try await visitor.page(again, showing: "The backup is back") != nil)
        #expect(try await Self.names(visitor) == ["Okafor", "Weißkopf"])
        // The vault goes on being written to.
        _ = try await visitor.post("/import/sample")
        #expect(try await visitor.page("/sources", showing: "Sample network") != nil)
        #expect(try await visitor.post("/safe-keeping/restore/aside", [("name", "../vault.sqlite")]).status == 404)
        await visitor.leave()
    }

    @Test("One whose place another program holds waits for it, and is put there without being sent again")
    func held() async throws {
        let (visitor, backup) = try await Self.visitor()
        let job = try await Self.send(backup, named: "then.sqlite", by: visitor)
        _ = try #require(try await visitor.page(job, showing: "The backup is sound"))
        let (other, words, answer) = (Process(), Pipe(), Pipe())
        other.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        other.arguments = ["sqlite3", visitor.vaultPath]
        (other.standardInput, other.standardOutput) = (words, answer)
        try other.run()
        words.fileHandleForWriting.write(Data("BEGIN; SELECT count(*) FROM person;\n".utf8))
        #expect(answer.fileHandleForReading.availableData == Data("2\n".utf8))
        _ = try await visitor.post("\(job)/place", [("place", "here")])
        #expect(try await visitor.page(job, showing: "Another program has the vault") != nil)
        #expect(try await Self.names(visitor) == ["Okafor", "Weißkopf"])
        try words.fileHandleForWriting.close()
        other.waitUntilExit()
        _ = try await visitor.post("\(job)/place", [("place", "here")])
        #expect(try await visitor.page(job, showing: "The backup is back") != nil)
        #expect(try await Self.names(visitor) == ["Okafor"])
        await visitor.leave()
    }

    @Test("Beside it nothing changes, and the file is a vault of its own")
    func beside() async throws {
        let (visitor, backup) = try await Self.visitor()
        let job = try await Self.send(backup, named: "then.sqlite", by: visitor)
        _ = try #require(try await visitor.page(job, showing: "The backup is sound"))
        _ = try await visitor.post("\(job)/place", [("place", "beside")])
        let done = try #require(try await visitor.page(job, showing: "The backup lies beside"))
        #expect(try await Self.names(visitor) == ["Okafor", "Weißkopf"])
        let path = try #require(done.firstMatch(of: /<code dir="ltr">([^<]+-restored-[^<]+\.sqlite)<\/code>/)).output.1
        let other = try Vault(path: String(path))
        #expect(try ListSnapshots().run(in: other).count == 1)
        try other.close()
        await visitor.leave()
    }

    @Test("An encrypted one asks for its passphrase until it is the right one, and lets itself be dropped where exports are")
    func encrypted() async throws {
        let (visitor, backup) = try await Self.visitor(passphrase: "a stone, a leaf")
        let job = try await Self.send(backup, named: "then.sqlite.age", by: visitor, to: "/import")
        #expect(job.hasPrefix("/safe-keeping/restore/"))
        #expect(try await visitor.get(job).text.contains("The backup is encrypted"))
        _ = try await visitor.post("\(job)/open", [("key", "a stone, a tree")])
        #expect(try await visitor.page(job, showing: "is not the one the file was encrypted with") != nil)
        _ = try await visitor.post("\(job)/open", [("key", "a stone, a leaf")])
        #expect(try await visitor.page(job, showing: "It holds 1 person") != nil)
        #expect(visitor.place(try await visitor.post("\(job)/discard")) == "/safe-keeping")
        #expect(try await visitor.get(job).status == 404)
        #expect(try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).allSatisfy { !$0.contains("holdfast-") })
        await visitor.leave()
    }

    @Test("What is no backup is told by its name, and nothing is changed")
    func none() async throws {
        let (visitor, _) = try await Self.visitor()
        let job = try await Self.send(Data("First Name,Last Name\n".utf8), named: "people.csv", by: visitor)
        let page = try #require(try await visitor.page(job, showing: "The backup was not brought back"))
        #expect(page.contains("people.csv is neither a backup nor a vault") && !page.contains(visitor.folder.path("")))
        #expect(try await Self.names(visitor) == ["Okafor", "Weißkopf"])
        await visitor.leave()
    }

    @Test("A program sends it, looks into it, and puts it in its place with the password; who gets in stays as it is")
    func program() async throws {
        let (password, cheap) = ("a stone, a leaf, a door", PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1))
        let token = Box("")
        let (visitor, backup) = try await Self.visitor(passphrase: "sesame and lilies") { vault in
            try SetPassword(password, cost: cheap).run(in: vault)
            token.value = try MakeToken(name: "test", scopes: [.admin]).run(in: vault)
        }
        let bearer = ["Authorization": "Bearer \(token.value)", "Cookie": ""]
        func call(_ method: String, _ path: String, _ body: Data?, _ type: String = "application/json") async throws -> (Int, [String: Any])
        {
            let answer = try await visitor.send(
                method, "/api/v1/restorations" + path, headers: bearer.merging(["Content-Type": type]) { $1 }, body: body)
            return (answer.status, (try? JSONSerialization.jsonObject(with: answer.body) as? [String: Any]) ?? [:])
        }
        func place(_ id: String, _ body: String) async throws -> (Int, [String: Any]) {
            try await call("POST", "/\(id)/placement", Data(body.utf8))
        }
        let (status, sent) = try await call("POST", "?name=then.age", backup, "application/octet-stream")
        let id = try #require(sent["id"] as? String)
        #expect(status == 201 && sent["encrypted"] as? Bool == true)
        #expect(try await place(id, #"{"place":"nowhere"}"#).0 == 400)
        #expect(try await place(id, #"{"place":"nowhere","key":"sesame"}"#).1["code"] as? String == "wrong-key")
        let secret = AgeIdentity().secretText
        #expect(
            try await place(id, #"{"place":"nowhere","key":"\#(secret)"}"#).1["code"] as? String == "wrong-key", "a key, not a passphrase")
        let looked = try await place(id, #"{"place":"nowhere","key":"sesame and lilies"}"#)
        #expect(looked.0 == 200 && looked.1["people"] as? Int == 1 && looked.1["vault"] is NSNull)
        #expect(try await place(id, #"{"place":"here"}"#).0 == 403)
        #expect(try await place(id, #"{"place":"there"}"#).0 == 400)
        let placed = try await place(id, #"{"place":"here","current":"\#(password)"}"#)
        #expect(placed.0 == 200 && placed.1["vault"] as? String == "vault.sqlite")
        #expect((placed.1["kept"] as? String)?.hasPrefix("vault.sqlite.before-restore-") == true)
        #expect(try await place(id, #"{"place":"beside","current":"\#(password)"}"#).0 == 409, "it is somewhere else already")
        let people = try await visitor.get("/api/v1/people", headers: bearer)
        #expect(people.status == 200 && people.text.contains("Okafor") && !people.text.contains("Weißkopf"))
        #expect(try await visitor.get("/people").status == 303, "the password of now still stands")
        // What was set aside is told, and can be taken up again.
        let aside = try await visitor.get("/api/v1/vaults-aside", headers: bearer)
        let kept = try #require(
            ((try JSONSerialization.jsonObject(with: aside.body) as? [String: Any])?["vaults"] as? [[String: Any]])?.first)
        #expect(kept["name"] as? String == placed.1["kept"] as? String && kept["bytes"] as? Int ?? 0 > 0)
        #expect((kept["set_aside_at"] as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
        let name = try #require(kept["name"] as? String)
        let again = try await visitor.send("POST", "/api/v1/vaults-aside/\(name)/restoration", headers: bearer)
        let reopened = try #require(try JSONSerialization.jsonObject(with: again.body) as? [String: Any])
        #expect(again.status == 201 && reopened["encrypted"] as? Bool == false)
        let other = try #require(reopened["id"] as? String)
        #expect(try await place(other, #"{"place":"nowhere"}"#).1["people"] as? Int == 2)
        #expect(try await call("DELETE", "/\(other)", nil).0 == 204)
        #expect(try await visitor.send("POST", "/api/v1/vaults-aside/none/restoration", headers: bearer).status == 404)
        #expect(try await visitor.send("POST", "/api/v1/vaults-aside/..%2Fvault.sqlite/restoration", headers: bearer).status == 404)
        #expect(try await call("DELETE", "/\(id)", nil).0 == 404)
        await visitor.leave()
    }

    @Test("Who was erased since stays erased")
    func erased() async throws {
        let (visitor, backup) = try await Self.visitor { vault in
            _ = try ErasePerson(FindPerson("Okafor").run(in: vault).id.description).run(in: vault)
        }
        let job = try await Self.send(backup, named: "then.sqlite", by: visitor)
        _ = try #require(try await visitor.page(job, showing: "The backup is sound"))
        _ = try await visitor.post("\(job)/place", [("place", "here")])
        _ = try #require(try await visitor.page(job, showing: "The backup is back"))
        #expect(try await Self.names(visitor) == [])
        await visitor.leave()
    }

    /// Something a closure hands out.
    private final class Box<Value> {
        var value: Value
        init(_ value: Value) { self.value = value }
    }
}
