import Actions
import Foundation
import Testing
import TestSupport
import Vault

@testable import Server

@Suite("Coming in", .fewAtOnce)
struct SignInTests {
    static let password = "a stone, a leaf, a door"

    private static func visitor(_ configuration: ServerConfiguration = ServerConfiguration(port: 0)) async throws -> Visitor {
        try await Visitor(configuration) { vault, _ in
            try SetPassword(password, cost: PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)).run(in: vault)
        }
    }

    @Test("Without a password the page is open on this computer, and refuses to listen elsewhere with a sentence that says how")
    func noPassword() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let desk = try VaultDesk(readers: 1) { try Vault(path: path) }
        await #expect {
            try await ContactServer(ServerConfiguration(host: "0.0.0.0", port: 0), desk: desk).run { _ in }
        } throws: { ($0 as? VaultError)?.message.contains("holdfast serve --set-password") == true }
    }

    @Test("A proxy brings others in, so that it takes a password as well")
    func noPasswordBehindAProxy() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("vault.sqlite")
        let desk = try VaultDesk(readers: 1) { try Vault(path: path) }
        await #expect {
            try await ContactServer(ServerConfiguration(port: 0, trustedProxies: ["127.0.0.1"]), desk: desk).run { _ in }
        } throws: { ($0 as? VaultError)?.message.contains("holdfast serve --set-password") == true }
    }

    @Test("A password that is taken away while others can reach the server lets nobody in, where only this computer can everybody on it")
    func passwordTakenAway() async throws {
        for (proxies, status) in [(["127.0.0.1"], 403), ([], 200)] {
            let visitor = try await Self.visitor(ServerConfiguration(port: 0, trustedProxies: proxies))
            try ImportPagesTests.vault(visitor) { try RemovePassword().run(in: $0) }
            #expect(try await visitor.get("/people").status == status)
            #expect(try await visitor.get("/api/v1/people").status == status)
            await visitor.leave()
        }
    }

    @Test("Tries are counted for each IPv4 address and for each network of IPv6, however an address is written")
    func networks() {
        func waits(_ first: String, _ second: String) -> Bool {
            let limit = SignInLimit(perAddress: .init(burst: 1, everyMilliseconds: 1_000)) { 0 }
            return limit.waitingSeconds(for: first) == nil && limit.waitingSeconds(for: second) != nil
        }
        #expect(waits("192.0.2.1", "192.0.2.1") && !waits("192.0.2.1", "192.0.2.2"))
        #expect(waits("2001:db8::1", "2001:db8::2") && waits("2001:db8:0:0:5:6:7:8", "2001:db8::a:b:c:d"))
        #expect(!waits("2001:db8:0:1::1", "2001:db8:0:2::1"))
        #expect(waits("::ffff:192.0.2.1", "192.0.2.1") && !waits("::ffff:192.0.2.1", "::ffff:192.0.2.2"))
    }

    @Test("With a password nothing is told before the sign-in, and each path leads to it")
    func closed() async throws {
        let visitor = try await Self.visitor()
        let page = try await visitor.get("/people?q=ada")
        #expect(page.status == 303 || page.status == 302)
        #expect(page.headers["location"] == "/sign-in?to=/people%3Fq%3Dada")
        for path in ["/", "/settings/security", "/people/1"] {
            #expect((300..<400).contains(try await visitor.get(path).status), "\(path)")
        }
        #expect(try await visitor.get("/nowhere").status == 303, "whether there is something is not told either")
        let api = try await visitor.get("/api/v1/people")
        #expect(api.status == 401 && api.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
        #expect(try await visitor.get("/healthz").status == 204)
        #expect(try await visitor.get("/api/v1/openapi.json").status == 200)
        await visitor.leave()
    }

    @Test("The password opens, the session's cookie is for no script, and signing out closes")
    func signIn() async throws {
        let visitor = try await Self.visitor()
        let before = try await visitor.formToken(on: "/sign-in")
        let wrong = try await visitor.post("/sign-in", [("password", "wrong"), ("to", "/people")], on: "/sign-in")
        #expect(wrong.status == 401 && wrong.headers["set-cookie"]?.contains("session") != true)
        let right = try await visitor.post("/sign-in", [("password", Self.password), ("to", "/people?q=x")], on: "/sign-in")
        #expect(right.status == 303 && right.headers["location"] == "/people?q=x")
        let cookie = try #require(right.headers["set-cookie"])
        #expect(cookie.contains("holdfast-session=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        #expect(try await visitor.get("/people").status == 200)
        #expect(try await visitor.formToken() != before, "a form of before the sign-in is none of after it")
        #expect(try await visitor.get("/api/v1/people").status == 200)
        let stale = try await visitor.send("POST", "/sign-out", headers: ["X-Form-Token": before])
        #expect(stale.status == 403)
        let secret = try #require(visitor.cookies["holdfast-session"])
        #expect(try await visitor.post("/sign-out").status == 303)
        #expect(visitor.cookies["holdfast-session"] == nil)
        #expect(
            try await visitor.get("/people", headers: ["Cookie": "holdfast-session=\(secret)"]).status == 303,
            "the session is over at our side too")
        await visitor.leave()
    }

    @Test(
        "Where to go after the sign-in is never another site",
        arguments: ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/sign-in", ""])
    func openRedirect(to: String) async throws {
        let visitor = try await Self.visitor()
        let answer = try await visitor.post("/sign-in", [("password", Self.password), ("to", to)], on: "/sign-in")
        #expect(answer.headers["location"] == "/people")
        await visitor.leave()
    }

    @Test("After a few wrong passwords one has to wait, and is told how long")
    func limited() async throws {
        let visitor = try await Self.visitor()
        var answer = try await visitor.get("/healthz")
        for _ in 0..<7 { answer = try await visitor.post("/sign-in", [("password", "wrong")], on: "/sign-in") }
        #expect(answer.status == 429)
        #expect(Int(answer.headers["retry-after"] ?? "").map { (1...30).contains($0) } == true)
        let right = try await visitor.post("/sign-in", [("password", Self.password)], on: "/sign-in")
        #expect(right.status == 429, "the right one too, or guessing would go on")
        await visitor.leave()
    }

    @Test("Only a proxy that is trusted tells where a visitor comes from and that TLS is spoken")
    func proxies() async throws {
        let forwarded = ["X-Forwarded-For": "198.51.100.7, 203.0.113.9", "X-Forwarded-Proto": "https"]
        let trusting = try await Self.visitor(ServerConfiguration(port: 0, trustedProxies: ["127.0.0.1"]))
        let page = try await trusting.get("/sign-in", headers: forwarded)
        #expect(page.headers["strict-transport-security"] != nil)
        #expect(
            page.headers["set-cookie"]?.contains("__Host-holdfast-visit") == true && page.headers["set-cookie"]?.contains("Secure") == true)
        await trusting.leave()
        let plain = try await Self.visitor()
        #expect(try await plain.get("/sign-in", headers: forwarded).headers["strict-transport-security"] == nil)
        await plain.leave()
    }

    @Test("The security page sets a password, makes a token that works and is shown once, and revokes it")
    func securityPage() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.passwordCost = PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)
        let visitor = try await Visitor(configuration)
        let made = try await visitor.post("/settings/security/tokens", [("name", "my <script>"), ("scope", "read")])
        #expect(made.status == 200 && !made.text.contains("my <script>"))
        let token = try #require(made.text.firstMatch(of: /holdfast_[A-Za-z0-9_-]{43}/)).output
        #expect(!(try await visitor.get("/settings/security")).text.contains(token))
        let bearer = ["Authorization": "Bearer \(token)", "Cookie": ""]
        #expect(try await visitor.get("/api/v1/people", headers: bearer).status == 200)
        #expect(try await visitor.get("/people", headers: bearer).status == 403, "pages are for people")
        #expect(
            try await visitor.send(
                "POST", "/api/v1/undo", headers: bearer.merging(["Content-Type": "application/json"]) { $1 }, body: Data("{}".utf8)
            ).status == 403)
        #expect(try await visitor.get("/api/v1/people", headers: ["Authorization": "Bearer holdfast_wrong"]).status == 401)
        let id = try #require(try await visitor.get("/settings/security").text.firstMatch(of: /name="revoke" value="([0-9a-f]{64})"/))
            .output.1
        #expect(try await visitor.post("/settings/security/tokens", [("revoke", String(id))]).status == 303)
        #expect(try await visitor.get("/api/v1/people", headers: bearer).status == 401)
        let differ = try await visitor.post("/settings/security/password", [("password", Self.password), ("again", "another one, longer")])
        #expect(differ.status == 422)
        let short = try await visitor.post("/settings/security/password", [("password", "short"), ("again", "short")])
        // The form stays, with why beside the field.
        #expect(short.status == 422 && short.text.contains("id=\"new-flaw\" role=\"alert\">The password is too short"))
        #expect(short.text.contains("name=\"again\""))
        let set = try await visitor.post("/settings/security/password", [("password", Self.password), ("again", Self.password)])
        #expect(set.status == 303 && set.headers["location"]?.hasPrefix("/sign-in") == true)
        #expect(try await visitor.get("/people").status == 303)
        #expect(try await visitor.post("/sign-in", [("password", Self.password)], on: "/sign-in").status == 303)
        let unproved = try await visitor.post(
            "/settings/security/password", [("current", "wrong"), ("password", "another one, longer"), ("again", "another one, longer")])
        #expect(unproved.status == 403)
        #expect(try await visitor.post("/settings/security/authenticator", [("do", "enrol")]).status == 403)
        for current in [[], [("current", "wrong")]] {
            let refused = try await visitor.post("/settings/security/tokens", [("name", "second"), ("scope", "admin")] + current)
            #expect(refused.status == 403, "a token takes the password as it does for programs")
        }
        #expect(try await visitor.get("/settings/security").text.contains("id=\"token-current\""))
        let proved = try await visitor.post(
            "/settings/security/tokens", [("name", "second"), ("scope", "read"), ("current", Self.password)])
        #expect(proved.status == 200 && proved.text.contains("holdfast_"))
        let enrolled = try await visitor.post("/settings/security/authenticator", [("do", "enrol"), ("current", Self.password)])
        #expect(enrolled.status == 303)
        let waiting = try await visitor.get("/settings/security").text
        #expect(waiting.contains("otpauth://totp/") && waiting.contains("<svg xmlns") && waiting.contains("<title>QR code of the key"))
        #expect(try await visitor.post("/settings/security/sessions").status == 303)
        #expect(try await visitor.get("/people").status == 303, "everywhere is here too")
        await visitor.leave()
    }
}
