import Foundation
import TestSupport
import Testing
import Vault

@testable import Actions
@testable import Server

@Suite("Who may come in, for programs", .fewAtOnce)
struct AccessAPITests {
    private static let password = "a stone, a leaf, a door"
    private static let cheap = PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)

    /// A visitor of a vault with a password, and the token of a program that may do everything.
    private static func visitor() async throws -> (Visitor, [String: String]) {
        let token = Box("")
        var configuration = ServerConfiguration(port: 0)
        configuration.passwordCost = cheap
        let visitor = try await Visitor(configuration) { vault, _ in
            try SetPassword(password, cost: cheap).run(in: vault)
            token.text = try MakeToken(name: "test", scopes: [.admin]).run(in: vault)
        }
        return (visitor, ["Authorization": "Bearer \(token.text)", "Content-Type": "application/json", "Cookie": ""])
    }

    private static func object(_ answer: Visitor.Answer, _ status: Int = 200) throws -> [String: Any] {
        #expect(answer.status == status, "\(answer.text.prefix(300))")
        return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any], "\(answer.text.prefix(300))")
    }

    private static func send(
        _ visitor: Visitor, _ bearer: [String: String], _ method: String, _ path: String, _ body: String? = nil
    ) async throws -> Visitor.Answer {
        try await visitor.send(method, "/api/v1/access" + path, headers: bearer, body: body.map { Data($0.utf8) })
    }

    @Test("The first password is set by whoever is on this computer; from then on it takes the one before, and ends every session")
    func password() async throws {
        var configuration = ServerConfiguration(port: 0)
        configuration.passwordCost = Self.cheap
        let visitor = try await Visitor(configuration)
        let plain = ["Content-Type": "application/json"]
        #expect(try Self.object(await Self.send(visitor, plain, "GET", ""))["password"] as? Bool == false)
        #expect(try await Self.send(visitor, plain, "PUT", "/password", #"{"password":"short"}"#).status == 409)
        let set = try await Self.send(visitor, plain, "PUT", "/password", #"{"password":"\#(Self.password)"}"#)
        #expect(try Self.object(set)["password"] as? Bool == true)
        #expect(try await Self.send(visitor, plain, "GET", "").status == 401)
        #expect(try await visitor.post("/sign-in", [("password", Self.password)], on: "/sign-in").status == 303)
        #expect(try await visitor.get("/people").status == 200)
        let token = try ImportPagesTests.vault(visitor) { try MakeToken(name: "test", scopes: [.admin]).run(in: $0) }
        let bearer = plain.merging(["Authorization": "Bearer \(token)", "Cookie": ""]) { $1 }
        let new = "another stone, another door"
        for current in ["", #","current":"wrong, wrong, wrong""#] {
            #expect(try await Self.send(visitor, bearer, "PUT", "/password", #"{"password":"\#(new)"\#(current)}"#).status == 403)
        }
        let changed = try await Self.send(
            visitor, bearer, "PUT", "/password", #"{"password":"\#(new)","current":"\#(Self.password)"}"#)
        #expect(changed.status == 200)
        #expect(try await visitor.get("/people").status == 303, "every session is over")
        await visitor.leave()
    }

    @Test("A leaked token can't make itself a second one, set a password or do without the second factor: all of it takes the password")
    func leaked() async throws {
        let (visitor, bearer) = try await Self.visitor()
        for (method, path, body) in [
            ("POST", "/tokens", #"{"name":"mine","scopes":["read"]"#), ("PUT", "/password", #"{"password":"another one, longer""#),
            ("POST", "/second-factor", "{"), ("POST", "/second-factor/removal", "{"),
        ] {
            let answer = try await Self.send(visitor, bearer, method, path, body + "}")
            #expect(answer.status == 403 && answer.text.contains(#""code":"password""#), "\(path)")
        }
        let tokens = try Self.object(await Self.send(visitor, bearer, "GET", "/tokens"))["tokens"] as? [[String: Any]]
        #expect(tokens?.count == 1)
        // Guessing the password by it is slowed as at the sign-in.
        var last = 0
        for _ in 0..<8 {
            last = try await Self.send(visitor, bearer, "POST", "/second-factor", #"{"current":"a guess, a guess"}"#).status
        }
        #expect(last == 429)
        await visitor.leave()
    }

    @Test("A token is made, told once, listed without its secret and revoked; one for feeds comes with what it opens")
    func tokens() async throws {
        let (visitor, bearer) = try await Self.visitor()
        let current = #""current":"\#(Self.password)""#
        let made = try Self.object(
            await Self.send(visitor, bearer, "POST", "/tokens", #"{"name":"reader","scopes":["read"],\#(current)}"#), 201)
        let (id, secret) = (try #require(made["id"] as? String), try #require(made["token"] as? String))
        #expect((made["feeds"] as? [String]) == [])
        let reader = ["Authorization": "Bearer \(secret)", "Cookie": ""]
        #expect(try await visitor.get("/api/v1/people", headers: reader).status == 200)
        #expect(try await visitor.get("/api/v1/access/tokens", headers: reader).status == 403)
        let list = try await Self.send(visitor, bearer, "GET", "/tokens")
        #expect(list.text.contains(id) && !list.text.contains(secret))
        #expect(try await Self.send(visitor, bearer, "DELETE", "/tokens/\(id)").status == 204)
        #expect(try await Self.send(visitor, bearer, "DELETE", "/tokens/\(id)").status == 404)
        #expect(try await visitor.get("/api/v1/people", headers: reader).status == 401)
        let feed = try Self.object(
            await Self.send(visitor, bearer, "POST", "/tokens", #"{"name":"news","scopes":["feed"],\#(current)}"#), 201)
        let feeds = try #require(feed["feeds"] as? [String])
        #expect(feeds.count == 2)
        for path in feeds { #expect(try await visitor.get(path, headers: ["Cookie": ""]).status == 200, "\(path)") }
        for body in ["{}", #"{"name":"x","scopes":[]}"#, #"{"name":"x","scopes":["all"]}"#, #"{"name":" ","scopes":["read"]}"#] {
            #expect(try await Self.send(visitor, bearer, "POST", "/tokens", body).status == 400, "\(body)")
        }
        await visitor.leave()
    }

    @Test("Sessions are listed and ended, one or all")
    func sessions() async throws {
        let (visitor, bearer) = try await Self.visitor()
        #expect(try await visitor.post("/sign-in", [("password", Self.password)], on: "/sign-in").status == 303)
        let sessions = try Self.object(await Self.send(visitor, bearer, "GET", "/sessions"))["sessions"] as? [[String: Any]]
        let id = try #require(sessions?.first?["id"] as? String)
        #expect(sessions?.count == 1 && sessions?.first?["address"] as? String == "127.0.0.1")
        #expect(try await Self.send(visitor, bearer, "DELETE", "/sessions/00000000").status == 404)
        #expect(try await visitor.get("/people").status == 200)
        #expect(try await Self.send(visitor, bearer, "DELETE", "/sessions/\(id)").status == 204)
        #expect(try await visitor.get("/people").status == 303)
        #expect(try await visitor.post("/sign-in", [("password", Self.password)], on: "/sign-in").status == 303)
        #expect(try await Self.send(visitor, bearer, "DELETE", "/sessions").status == 204)
        #expect(try await visitor.get("/people").status == 303)
        await visitor.leave()
    }

    @Test("A second factor is begun, confirmed by a code and removed")
    func secondFactor() async throws {
        let (visitor, bearer) = try await Self.visitor()
        let current = #"{"current":"\#(Self.password)"}"#
        let key = try Self.object(await Self.send(visitor, bearer, "POST", "/second-factor", current), 201)
        #expect((key["uri"] as? String)?.hasPrefix("otpauth://totp/") == true && key["key"] is String)
        #expect(try await Self.send(visitor, bearer, "POST", "/second-factor/confirmation", #"{"code":"000"}"#).status == 409)
        let code = try ImportPagesTests.vault(visitor) { vault in
            let kept = try #require(try vault.readAccess { try $0.first(.authenticator) }?.authenticator)
            return kept.code(step: OneTimeCode.step(atSeconds: UInt64(Date().timeIntervalSince1970)))
        }
        let confirmed = try Self.object(await Self.send(visitor, bearer, "POST", "/second-factor/confirmation", #"{"code":"\#(code)"}"#))
        #expect((confirmed["recovery_codes"] as? [String])?.count == 10)
        #expect(try Self.object(await Self.send(visitor, bearer, "GET", ""))["second_factor"] as? Bool == true)
        #expect(try await visitor.post("/sign-in", [("password", Self.password)], on: "/sign-in").status == 401)
        let removed = try Self.object(await Self.send(visitor, bearer, "POST", "/second-factor/removal", current))
        #expect(removed["second_factor"] as? Bool == false && removed["recovery_codes"] as? Int == 0)
        await visitor.leave()
    }

    /// A text that one closure writes and the test reads.
    private final class Box: @unchecked Sendable {
        // Written while the visitor is made, read only after.
        var text: String
        init(_ text: String) { self.text = text }
    }
}
