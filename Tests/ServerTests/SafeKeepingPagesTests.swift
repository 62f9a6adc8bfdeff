import Actions
import AgeEncryption
import Crypto
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

    @Test("The original of an import that was taken back stands there too, as one that counts for nothing, and comes back")
    func takenBack() async throws {
        let visitor = try await Self.visitor()
        #expect(!(try await visitor.get("/sources").text.contains("Taken back")))
        try ImportPagesTests.vault(visitor) { _ = try UndoStep(nil).run(in: $0) }
        let page = try await visitor.get("/sources").text
        #expect(page.contains("<h2>Taken back</h2>") && page.contains("Their files are kept as they came."))
        let address = try #require(page.firstMatch(of: /\/sources\/[0-9a-f-]+\/original/)).output
        #expect(try await visitor.get(String(address)).text == Self.file)
        #expect(!(try await visitor.get("/api/v1/snapshots").text.contains("sha256")))
        #expect(try await visitor.get("/api/v1/snapshots?taken_back=true").text.contains("sha256"))
        #expect(try await visitor.get("/sources", headers: ["Accept-Language": "de"]).text.contains("Zurückgenommen"))
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

    @Test("The check, a backup and the list mean the same people: those in no list are told apart")
    func unlisted() async throws {
        let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sample/Basic_LinkedInDataExport_05-14-2024").path
        let visitor = try await Visitor { vault, _ in _ = try ImportFiles(paths: [sample]).run(in: vault) }
        let listed = try await visitor.get("/people").text
        let report = try ImportPagesTests.vault(visitor) { try VerifyVault().run(in: $0) }
        #expect(report.unlisted > 1 && report.people > report.unlisted)
        #expect(listed.contains("\(report.people - report.unlisted) people"))
        let words = "\(report.people) people, \(report.unlisted) of them in no list: you yourself, or known only from messages"
        _ = try await visitor.post("/safe-keeping/verify")
        #expect(try await visitor.page("/safe-keeping", showing: words) != nil)
        let verified = try await visitor.get("/api/v1/verification").text
        #expect(verified.contains("\"people\":\(report.people),\"unlisted\":\(report.unlisted)"), "\(verified)")
        let backup = try await visitor.get("/api/v1/backup").body
        let sent = try await visitor.send(
            "POST", "/api/v1/restorations?name=a.sqlite",
            headers: ["Content-Type": "application/octet-stream", "X-Holdfast-Request": "1"], body: backup)
        let id = try #require(sent.text.firstMatch(of: /"id":"([^"]+)"/)).output.1
        #expect(try await visitor.page("/safe-keeping/restore/\(id)", showing: "It holds " + words) != nil)
        await visitor.leave()
    }

    @Test("Every file that came in can be had as it came, those a list was put together from too")
    func everyFile() async throws {
        let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Sample/Basic_LinkedInDataExport_05-14-2024")
        let visitor = try await Visitor { vault, _ in _ = try ImportFiles(paths: [sample.path]).run(in: vault) }
        let held = try ImportPagesTests.vault(visitor) { try VerifyVault().run(in: $0) }.originals
        let listed = try #require(
            try JSONSerialization.jsonObject(with: try await visitor.get("/api/v1/snapshots").body) as? [String: Any])
        let snapshots = try #require(listed["snapshots"] as? [[String: Any]])
        var (hashes, names): (Set<String>, Set<String>) = ([], [])
        for snapshot in snapshots {
            let files = try #require(snapshot["files"] as? [[String: Any]])
            #expect(files.first?["sha256"] as? String == snapshot["sha256"] as? String)
            for (place, file) in files.enumerated() {
                let path = "/snapshots/\(try #require(snapshot["id"] as? String))/original?file=\(place + 1)"
                let bytes = try await visitor.get("/api/v1" + path).body
                let hash = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
                #expect(hash == file["sha256"] as? String && bytes.count == file["bytes"] as? Int)
                hashes.insert(hash)
                let name = try #require((file["name"] as? String)?.split(separator: "/").last)
                let original = try Data(contentsOf: sample.appendingPathComponent(String(name)))
                #expect(bytes == original, "\(name)")
                names.insert(String(name))
            }
        }
        #expect(hashes.count == held && names.isSuperset(of: ["Connections.csv", "Profile.csv", "Positions.csv", "PhoneNumbers.csv"]))
        let page = try await visitor.get("/sources").text
        for name in ["Positions.csv", "PhoneNumbers.csv"] { #expect(page.contains(">\(name), "), "\(name)") }
        let further = try #require(page.firstMatch(of: #/href="(/sources/[0-9a-f-]+/original\?file=2)"[^>]*>([^,<]+), /#)).output
        let got = try await visitor.get(String(further.1))
        let original = try Data(contentsOf: sample.appendingPathComponent(String(further.2)))
        #expect(got.status == 200 && got.body == original)
        #expect(got.headers["content-disposition"]?.contains(String(further.2)) == true)
        for wrong in ["0", "99", "x", "-9223372036854775808"] {
            #expect(try await visitor.get(String(further.1.dropLast()) + wrong).status == 404, "\(wrong)")
        }
        #expect(try await visitor.get("/api/v1" + further.1.replacing("/sources", with: "/snapshots").dropLast() + "99").status == 404)
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
