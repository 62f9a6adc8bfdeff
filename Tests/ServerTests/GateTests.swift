import Foundation
import Server
import Testing
import TestSupport
import Vault

@Suite("The gate: who may send what", .fewAtOnce)
struct GateTests {
    @Test("A page forbids the browser everything but our own files and forms")
    func securityHeaders() async throws {
        let visitor = try await Visitor()
        for path in ["/people", "/nowhere", "/assets/x/nothing.css"] {
            let answer = try await visitor.get(path)
            let policy = answer.headers["content-security-policy"] ?? ""
            #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "\(path)")
            #expect(!policy.contains("unsafe") && !policy.contains("http"), "\(path)")
            #expect(answer.headers["x-content-type-options"] == "nosniff")
            #expect(answer.headers["referrer-policy"] == "same-origin")
            #expect(answer.headers["cross-origin-opener-policy"] == "same-origin")
            #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
            #expect(answer.headers["permissions-policy"]?.contains("camera=()") == true)
            #expect(answer.headers["access-control-allow-origin"] == nil)
            #expect(answer.headers["strict-transport-security"] == nil, "on plain HTTP it would promise what isn't so")
        }
        await visitor.leave()
    }

    @Test(
        "A name that isn't ours is the wrong door, so that no page elsewhere becomes ours by pointing its name here",
        arguments: [
            ("localhost", 200), ("LOCALHOST:8017", 200), ("127.0.0.1", 200), ("[::1]:8017", 200), ("contacts.example.org", 200),
            ("evil.example", 421), ("localhost.evil.example", 421), ("127.0.0.1.evil.example:80", 421), ("192.168.1.5", 421),
            ("localhost:80:90", 421),
            ("[::1", 421), ("localhost:", 421), ("", 400),
        ])
    func hosts(host: String, status: Int) async throws {
        let visitor = try await Visitor(ServerConfiguration(port: 0, hostNames: ["Contacts.example.org"]))
        let answer = try await RawRequest("GET /people HTTP/1.1\r\nHost: \(host)\r\nConnection: close\r\n\r\n").send(to: visitor.port)
        #expect(answer.hasPrefix("HTTP/1.1 \(status == 400 ? 421 : status) "), "\(answer.prefix(200))")
        if status == 421 { #expect(answer.contains("--host-name")) }
        await visitor.leave()
    }

    @Test("A form is taken with the mark of the visit, and not without it or with another's")
    func formToken() async throws {
        let visitor = try await Visitor()
        let form = ["Content-Type": "application/x-www-form-urlencoded"]
        func status(_ body: String, _ headers: [String: String] = [:]) async throws -> Int {
            try await visitor.send("POST", "/nowhere", headers: form.merging(headers) { $1 }, body: Data(body.utf8)).status
        }
        // The gate stands before the routes, so a form that passes it finds that nothing is there.
        #expect(try await status("q=1") == 403, "there is no visit yet")
        let mark = try await visitor.formToken()
        #expect(try await status("token=\(mark)&q=1") == 404)
        #expect(try await status("q=1") == 403)
        #expect(try await status("token=") == 403)
        #expect(try await status("token=\(String(mark.reversed()))") == 403)
        #expect(try await status("q=1", ["X-Form-Token": mark]) == 404)
        #expect(try await status("token=\(mark)", ["X-Form-Token": "nonsense"]) == 403)
        #expect(try await status("token=\(mark)", ["Cookie": ""]) == 403)
        #expect(try await status("token=\(mark)", ["Cookie": "holdfast-visit=\(String(repeating: "a", count: 64))"]) == 403)
        let other = try await Visitor()
        #expect(try await status("token=\(other.formToken())") == 403)
        for method in ["PUT", "PATCH", "DELETE"] { #expect(try await visitor.send(method, "/nowhere").status == 403, "\(method)") }
        await other.leave()
        await visitor.leave()
    }

    @Test("What the browser says another site sent is refused, mark or no mark")
    func otherSites() async throws {
        let visitor = try await Visitor()
        let mark = try await visitor.formToken()
        func status(_ headers: [String: String]) async throws -> Int {
            try await visitor.send("POST", "/nowhere", headers: headers.merging(["X-Form-Token": mark]) { $1 }).status
        }
        #expect(try await status(["Origin": "http://127.0.0.1:\(visitor.port)", "Sec-Fetch-Site": "same-origin"]) == 404)
        #expect(try await status(["Origin": "https://127.0.0.1:\(visitor.port)"]) == 404, "a proxy may speak TLS for us")
        for origin in ["https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1", "http://localhost:\(visitor.port)"] {
            #expect(try await status(["Origin": origin]) == 403, "\(origin)")
        }
        for site in ["cross-site", "same-site", "nonsense"] { #expect(try await status(["Sec-Fetch-Site": site]) == 403, "\(site)") }
        await visitor.leave()
    }

    @Test("What a page elsewhere loads, and be it only to see how long it takes, is refused; a link somebody follows is not")
    func loadedElsewhere() async throws {
        let visitor = try await Visitor()
        _ = try await visitor.formToken()
        func status(_ site: String, _ mode: String, _ destination: String) async throws -> Int {
            try await visitor.get(
                "/people/rows?q=ada", headers: ["Sec-Fetch-Site": site, "Sec-Fetch-Mode": mode, "Sec-Fetch-Dest": destination]
            ).status
        }
        for site in ["cross-site", "same-site"] {
            #expect(try await status(site, "no-cors", "image") == 403, "\(site)")
            #expect(try await status(site, "cors", "empty") == 403, "\(site)")
            #expect(try await status(site, "navigate", "iframe") == 403, "\(site)")
            #expect(try await status(site, "navigate", "document") == 200, "\(site)")
        }
        #expect(try await status("same-origin", "cors", "empty") == 200)
        #expect(try await status("none", "navigate", "document") == 200)
        await visitor.leave()
    }

    @Test("A form with a file is judged by the field before the file, in however small pieces it comes")
    func multipart() async throws {
        let visitor = try await Visitor()
        let mark = try await visitor.formToken()
        func body(_ parts: [(name: String, file: String?, value: String)]) -> Data {
            Data(
                (parts.map { part in
                    "--b\r\nContent-Disposition: form-data; name=\"\(part.name)\"\(part.file.map { "; filename=\"\($0)\"" } ?? "")\r\n\r\n\(part.value)\r\n"
                }.joined() + "--b--\r\n").utf8)
        }
        func status(_ parts: [(name: String, file: String?, value: String)]) async throws -> Int {
            try await visitor.send("POST", "/nowhere", headers: ["Content-Type": "multipart/form-data; boundary=b"], body: body(parts))
                .status
        }
        let large = String(repeating: "row\r\n", count: 100_000)
        #expect(try await status([("token", nil, mark), ("file", "a.csv", large)]) == 404)
        #expect(try await status([("note", nil, "x"), ("token", nil, mark), ("file", "a.csv", "x")]) == 404)
        #expect(try await status([("file", "a.csv", "x"), ("token", nil, mark)]) == 403, "the file comes first")
        #expect(try await status([("file", "a.csv", large)]) == 403)
        #expect(try await status([("token", "token.txt", mark)]) == 403)
        await visitor.leave()
    }

    @Test("Whoever follows a link from elsewhere is asked in once more, so that the visit stays the same")
    func doorstep() async throws {
        let visitor = try await Visitor()
        let link = ["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"]
        let first = try await visitor.get("/people", headers: link)
        #expect(first.text.contains("http-equiv=\"refresh\"") && first.headers["set-cookie"] == nil)
        let mark = try await visitor.formToken()
        #expect(!(try await visitor.get("/people", headers: link)).text.contains("http-equiv=\"refresh\""))
        #expect(try await visitor.formToken() == mark)
        await visitor.leave()
    }

    @Test("The visit's cookie is for no script and for no other site")
    func cookie() async throws {
        let visitor = try await Visitor()
        let cookie = try #require(try await visitor.get("/people").headers["set-cookie"])
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"))
        #expect(try await visitor.get("/people").headers["set-cookie"] == nil, "once is enough")
        await visitor.leave()
    }

    @Test("An error is a page for people and problem+json for programs, in words, and tells nothing of the inside")
    func problems() async throws {
        let visitor = try await Visitor()
        let page = try await visitor.get("/nowhere", headers: ["Accept": "text/html", "Accept-Language": "de"])
        #expect(page.status == 404 && page.text.contains("Hier ist nichts"))
        let json = try await visitor.get("/api/v1/nowhere")
        #expect(json.status == 404)
        #expect(json.headers["content-type"] == "application/problem+json")
        let object = try #require(try JSONSerialization.jsonObject(with: json.body) as? [String: Any])
        #expect(object["status"] as? Int == 404 && object["code"] as? String == "not-found" && object["title"] as? String == "Not Found")
        let filter = try await visitor.get("/people?q=connected:nonsense", headers: ["Accept": "application/json"])
        #expect(filter.status == 400 && filter.text.contains("\"code\":\"filter\""))
        await visitor.leave()
    }

    @Test("A client that never finishes its headers is shown the door")
    func slow() async throws {
        let visitor = try await Visitor(ServerConfiguration(port: 0, idleSeconds: 1))
        // Comes back once the server has hung up, which the channel may tell as an error; a server that waits keeps it for ever.
        let answer = (try? await RawRequest("GET /people HTTP/1.1\r\nHost: localhost\r\nX-Slow: ").send(to: visitor.port)) ?? ""
        #expect(answer == "")
        #expect(try await visitor.get("/people").status == 200)
        await visitor.leave()
    }

    @Test("Headers without measure are refused")
    func largeHeaders() async throws {
        let visitor = try await Visitor()
        let answer = try await RawRequest(
            "GET /people HTTP/1.1\r\nHost: localhost\r\nX-Long: \(String(repeating: "a", count: 40_000))\r\nConnection: close\r\n\r\n"
        ).send(to: visitor.port)
        #expect(answer.hasPrefix("HTTP/1.1 4") || answer == "", "\(answer.prefix(100))")
        #expect(try await visitor.get("/people").status == 200)
        await visitor.leave()
    }
}
