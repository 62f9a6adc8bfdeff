import Actions
import AgeEncryption
import Foundation
import Testing
import TestSupport
import Vault

@Suite("Sources, safe-keeping and settings by the page", .fewAtOnce)
struct SafeKeepingPagesTests {
    private static let file =
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        + "Ada,Example,https://www.linkedin.com/in/ada,ada@muster.example,Muster GmbH,Partner,14 Feb 2019\n"

    private static func visitor() async throws -> Visitor {
        try await Visitor { vault, folder in
            let path = folder.path("Connections.csv")
            try file.write(toFile: path, atomically: true, encoding: .utf8)
            _ = try ImportFiles(paths: [path]).run(in: vault)
        }
    }

    @Test("Each hand-out stands there, and its original comes back byte for byte")
    func original() async throws {
        let visitor = try await Self.visitor()
        let page = try await visitor.get("/sources").text
        let address = try #require(page.firstMatch(of: /\/sources\/[0-9a-f-]+\/original/)).output
        let original = try await visitor.get(String(address))
        #expect(original.text == Self.file && original.headers["content-disposition"]?.contains("Connections.csv") == true)
        #expect(try await visitor.get("/sources/00000000-0000-7000-8000-000000000000/original").status == 404)
        _ = try await visitor.post("/sources/requested", [("service", "linkedin")])
        #expect(try await visitor.get("/sources").text.contains("You asked LinkedIn"))
        await visitor.leave()
    }

    @Test("A backup is a vault, with a passphrase a file nobody else opens, and an archive is a zip")
    func copies() async throws {
        let visitor = try await Self.visitor()
        let plain = try await visitor.post("/safe-keeping/backup", [("passphrase", ""), ("again", "")])
        #expect(plain.status == 200 && plain.body.starts(with: Data("SQLite format 3".utf8)))
        let path = visitor.folder.path("copy.sqlite")
        try plain.body.write(to: URL(fileURLWithPath: path))
        let copy = try Vault(path: path)
        #expect(try ListSnapshots().run(in: copy).count == 1)
        try copy.close()
        let sealed = try await visitor.post("/safe-keeping/backup", [("passphrase", "correct horse"), ("again", "correct horse")])
        #expect(sealed.body.starts(with: Data("age-encryption.org/v1".utf8)))
        let differing = try await visitor.post("/safe-keeping/backup", [("passphrase", "a"), ("again", "b")])
        #expect(differing.status == 422)
        #expect(differing.text.contains("are not the same") && differing.text.contains("id=\"passphrase\""), "they can be written again")
        let archive = try await visitor.post("/safe-keeping/archive")
        #expect(archive.body.starts(with: Data("PK".utf8)) && archive.headers["content-type"] == "application/zip")
        await visitor.leave()
        let left = try FileManager.default.contentsOfDirectory(atPath: visitor.folder.path("")).filter { $0.hasPrefix(".holdfast-upload") }
        #expect(left == [], "nothing of it is left behind")
    }

    @Test("A backup can be for those who have a key, and what is no key is told")
    func recipients() async throws {
        let visitor = try await Self.visitor()
        let (mine, yours) = (AgeIdentity(), AgeIdentity())
        let keys = "# ours\n\(mine.recipient)\n\(yours.recipient)\n"
        let sealed = try await visitor.post("/safe-keeping/backup", [("recipients", keys)])
        #expect(sealed.body.starts(with: Data("age-encryption.org/v1\n-> X25519".utf8)))
        let path = visitor.folder.path("sealed.age")
        try sealed.body.write(to: URL(fileURLWithPath: path))
        let opened = visitor.folder.path("opened.sqlite")
        _ = try RestoreVault(from: path, to: opened, key: .identities([yours])).run()
        #expect(try ImportPagesTests.peopleCount(visitor) == 1)
        for (fields, words) in [
            ([("recipients", "age1nonsense")], "is not an age recipient"),
            ([("recipients", "# nobody yet\n,")], "There is no key in what was typed."),
            ([("recipients", "AGE-SECRET-KEY-1QQQ")], "That is a secret key"),
            ([("recipients", keys), ("passphrase", "a b c"), ("again", "a b c")], "not both"),
        ] {
            let answer = try await visitor.post("/safe-keeping/backup", fields)
            #expect(answer.status == 422 && answer.text.contains(words))
        }
        func send(_ body: String) async throws -> Visitor.Answer {
            try await visitor.send(
                "POST", "/api/v1/backups", headers: ["Content-Type": "application/json"], body: Data(body.utf8))
        }
        #expect(try await send("{\"recipients\":[\"\(mine.recipient)\"]}").body.starts(with: Data("age-encryption.org/v1".utf8)))
        for body in ["{}", "{\"recipients\":[\"x\"]}", "{\"recipients\":[\"\(mine.recipient)\"],\"passphrase\":\"x\"}"] {
            #expect(try await send(body).status == 400)
        }
        await visitor.leave()
    }

    @Test("The check tells that all is sound; who is erased is gone, after a yes")
    func checkAndErase() async throws {
        let visitor = try await Self.visitor()
        _ = try await visitor.post("/safe-keeping/verify")
        #expect(try await visitor.page("/safe-keeping", showing: "Sound. Checked") != nil)
        let ask = try await visitor.get("/safe-keeping/erase?person=ada").text
        let id = try #require(ask.firstMatch(of: /name="person" value="([0-9a-f-]+)"/)).output.1
        #expect(try await visitor.post("/safe-keeping/erase", [("person", String(id))]).status == 422)
        #expect(try ImportPagesTests.peopleCount(visitor) == 1)
        #expect(
            try await visitor.post("/safe-keeping/erase", [("person", String(id)), ("sure", "1")]).text.contains("The person is erased"))
        #expect(try ImportPagesTests.peopleCount(visitor) == 0)
        await visitor.leave()
    }

    @Test("Whom to erase is chosen where a name fits several, and asked for again where it fits nobody")
    func whomToErase() async throws {
        let visitor = try await Visitor { vault, folder in
            let rows = ["Ada", "Bo"].map { "\($0),Example,https://www.linkedin.com/in/\($0),,Muster GmbH,Partner,14 Feb 2019\n" }
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            _ = try ImportFiles(paths: [try folder.write("Connections.csv", head + rows.joined())]).run(in: vault)
        }
        let several = try await visitor.get("/safe-keeping/erase?person=Example")
        let addresses = several.text.matches(of: /href="(\/safe-keeping\/erase\?person=[0-9a-f-]{36})"/).map { String($0.output.1) }
        #expect(several.status == 200 && addresses.count == 2 && several.text.contains("Bo Example"))
        #expect(try await visitor.get(addresses[0]).text.contains("name=\"sure\""))
        let nobody = try await visitor.get("/safe-keeping/erase?person=Zed")
        #expect(nobody.status == 404 && nobody.text.contains("Nobody is found for “Zed”") && nobody.text.contains("id=\"person\""))
        await visitor.leave()
    }

    @Test("A language that was chosen counts more than what the browser asks for")
    func language() async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.get("/settings").text.contains("<html lang=\"en\""))
        _ = try await visitor.post("/settings/language", [("language", "de")])
        #expect(try await visitor.get("/settings").text.contains("<html lang=\"de\""))
        _ = try await visitor.post("/settings/language", [("language", "auto")])
        #expect(try await visitor.get("/settings").text.contains("<html lang=\"en\""))
        await visitor.leave()
    }
}
