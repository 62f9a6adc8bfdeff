import Actions
import ContactModel
import Foundation
import Server
import Testing
import TestSupport
import Vault

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("The changes by the page", .fewAtOnce)
struct ChangesPagesTests {
    /// A vault with two hand-outs, of which the second has Ada at another company and nobody called Bo.
    private static func visitor(isBoStaying: Bool = false) async throws -> Visitor {
        try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            let bo = "Bo,\"Muster, \"\"Jr\"\"; <b>\",https://www.linkedin.com/in/bo,,Foo & Bar,Partner,29 Feb 2020\n"
            func ada(_ company: String) -> String {
                "Ada,Example,https://www.linkedin.com/in/ada,ada@muster.example,\(company),Partner,14 Feb 2019\n"
            }
            for (day, text) in [
                ("05-14-2024", head + ada("Muster GmbH") + bo), ("05-14-2025", head + ada("Acme Ltd") + (isBoStaying ? bo : "")),
            ] {
                let path = folder.path("Basic_LinkedInDataExport_\(day)")
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
                try text.write(toFile: path + "/Connections.csv", atomically: true, encoding: .utf8)
                _ = try ImportFiles(paths: [path]).run(in: vault)
            }
        }
    }

    @Test("Who moved, came and left stands there, and can be chosen by kind, day and company")
    func page() async throws {
        let visitor = try await Self.visitor()
        let all = try await visitor.get("/changes").text
        #expect(all.contains("Ada Example") && all.contains("Acme Ltd") && all.contains("no longer in the list"))
        #expect(all.contains("&lt;b&gt;") && !all.contains("<b>"), "what a file says is no markup")
        let moved = try await visitor.get("/changes?kind=moved").text
        #expect(moved.contains("Muster GmbH") && !moved.contains("Foo &amp; Bar"))
        #expect(try await visitor.get("/changes?company=acme+ltd&by=company").text.contains("Acme Ltd"))
        #expect(try await visitor.get("/changes?since=2030-01-01").text.contains("No changes"))
        await visitor.leave()
    }

    @Test("The first company anybody knows of is no move, on the list, in the feed and on the person's page")
    func firstCompany() async throws {
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            func rows(_ ada: String, _ bo: String) -> String {
                head
                    + "Ada,Example,https://www.linkedin.com/in/ada,,\(ada),14 Feb 2019\nBo,Probe,https://www.linkedin.com/in/bo,,\(bo),14 Feb 2019\n"
            }
            for (day, text) in [
                ("05-14-2024", rows(",", "Muster GmbH,Partner")), ("05-14-2025", rows("Acme Ltd,Counsel", "Probe KG,Partner")),
            ] {
                let path = try folder.write("Basic_LinkedInDataExport_\(day)/Connections.csv", text)
                _ = try ImportFiles(paths: [URL(fileURLWithPath: path).deletingLastPathComponent().path]).run(in: vault)
            }
        }
        let all = try await visitor.get("/changes").text
        #expect(all.contains("company known") && all.contains("title known") && all.contains(">moved<"))
        let moved = try await visitor.get("/changes?kind=moved").text
        #expect(moved.contains("Probe KG") && !moved.contains("Acme Ltd"))
        #expect(try await visitor.get("/people?q=moved:2025").text.contains("Bo Probe"))
        #expect(try await !visitor.get("/people?q=moved:2025").text.contains("Ada Example"))
        #expect(try await visitor.get("/changes.atom").text.contains("Ada Example: company known, Acme Ltd"))
        let ada = try ImportPagesTests.vault(visitor) { try FindPerson("Ada Example").run(in: $0).id }
        let page = try await visitor.get("/people/\(ada)").text
        #expect(page.contains("Now at Acme Ltd.") && !page.contains("Moved from"))
        let german = try await visitor.get("/changes", headers: ["Accept-Language": "de"]).text
        #expect(german.contains("Firma bekannt") && german.contains("Position bekannt"))
        await visitor.leave()
    }

    @Test("By company all changes are counted, the company with most first, and each number leads to as many")
    func byCompany() async throws {
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            func rows(_ company: (Int) -> String) -> String {
                head + (0..<640).map { "P\($0),Example,https://www.linkedin.com/in/p\($0),,\(company($0)),Partner,14 Feb 2019\n" }.joined()
            }
            let moved = { (place: Int) in place < 600 ? "Große GmbH" : place < 620 ? "Acme \"\"Ltd\"\" & Co" : "Firma \(place)" }
            for (day, text) in [("05-14-2024", rows { _ in "Muster GmbH" }), ("05-14-2025", rows { "\"\(moved($0))\"" })] {
                let path = try folder.write("Basic_LinkedInDataExport_\(day)/Connections.csv", text)
                _ = try ImportFiles(paths: [URL(fileURLWithPath: path).deletingLastPathComponent().path]).run(in: vault)
            }
        }
        let page = try await visitor.get("/changes?by=company&kind=moved").text
        let groups = page.matches(
            of: #/<h2 class="day" dir="auto"><a href="([^"]*)">([^<]*)</a>(?: <span class="soft small">([0-9,]+) changes)?/#
        )
        .map {
            (path: String($0.output.1).replacing("&amp;", with: "&"), title: String($0.output.2), count: $0.output.3.map { String($0) })
        }
        #expect(groups.count == 22 && groups[0].title == "Große GmbH" && groups[0].count == "600", "more than are shown at once")
        #expect(groups[1].count == "20" && groups[1].path.hasPrefix("/changes?kind=moved&at=Acme"))
        for group in groups.prefix(3) {
            let list = try await visitor.get(group.path).text
            let count = list.firstMatch(of: #/<p class="lead">([0-9,]+) change/#)?.output.1
            #expect(count.map { String($0) } == group.count ?? "1", "\(group.path)")
        }
        let second = try await visitor.get("/changes?kind=moved&offset=500").text
        #expect(second.contains("501–640 of 640") && second.contains("rel=\"prev\""))
        let found = try await visitor.get("/changes?kind=moved&company=grosse").text
        #expect(found.contains("No changes"), "a company is asked for as it is spelt")
        #expect(try await visitor.get("/changes?kind=moved&company=gro%C3%9Fe+g").text.contains("600 changes"))
        await visitor.leave()
    }

    @Test("The feed is Atom that a parser of XML reads, with ids that stay")
    func feed() async throws {
        let visitor = try await Self.visitor()
        let answer = try await visitor.get("/changes.atom")
        #expect(answer.headers["content-type"]?.hasPrefix("application/atom+xml") == true)
        let document = try XMLDocument(data: answer.body)
        let root = try #require(document.rootElement())
        #expect(root.name == "feed" && root.uri == "http://www.w3.org/2005/Atom")
        let entries = root.elements(forName: "entry")
        let ids = entries.compactMap { $0.elements(forName: "id").first?.stringValue }
        #expect(entries.count == 2 && Set(ids).count == entries.count)
        for name in ["id", "title", "updated"] { #expect(root.elements(forName: name).count == 1) }
        #expect(entries.allSatisfy { entry in ["id", "title", "updated"].allSatisfy { entry.elements(forName: $0).count == 1 } })
        let again = try XMLDocument(data: try await visitor.get("/changes.atom").body)
        #expect(again.rootElement()?.elements(forName: "entry").compactMap { $0.elements(forName: "id").first?.stringValue } == ids)
        await visitor.leave()
    }

    @Test("Whoever left is in no calendar with the day of connecting, and the page says that it is over")
    func left() async throws {
        let visitor = try await Self.visitor()
        let calendar = try await visitor.get("/anniversaries.ics").text
        #expect(calendar.contains("Connected with Ada Example since 2019") && !calendar.contains("since 2020"), "\(calendar)")
        let (ada, bo) = try ImportPagesTests.vault(visitor) { vault in
            (try FindPerson("Ada Example").run(in: vault).id, try FindPerson("https://www.linkedin.com/in/bo").run(in: vault).id)
        }
        #expect(try await visitor.get("/people/\(ada)").text.contains("Connected since 14 Feb 2019"))
        let page = try await visitor.get("/people/\(bo)").text
        #expect(page.contains("Connected 29 Feb 2020, no longer") && !page.contains("Connected since"))
        let german = try await visitor.get("/people/\(bo)", headers: ["Accept-Language": "de"]).text
        #expect(german.contains("Verbunden am 29. Feb") && german.contains(", nicht mehr<"))
        await visitor.leave()
    }

    @Test("A feed of more changes than it shows at once leads on to all of them (RFC 5005)")
    func pagedFeed() async throws {
        let visitor = try await Visitor { vault, folder in
            let head = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
            for (day, company) in [("05-14-2024", "Muster GmbH"), ("05-14-2025", "Acme Ltd")] {
                let rows = (0..<450).map { "P\($0),Example,https://www.linkedin.com/in/p\($0),,\(company),Partner,14 Feb 2019\n" }
                let path = try folder.write("Basic_LinkedInDataExport_\(day)/Connections.csv", head + rows.joined())
                _ = try ImportFiles(paths: [URL(fileURLWithPath: path).deletingLastPathComponent().path]).run(in: vault)
            }
        }
        var (ids, seen, next): ([String], [String], String?) = ([], [], "/changes.atom?kind=moved")
        while let path = next {
            seen.append(path)
            let answer = try await visitor.get(path)
            let root = try #require(try XMLDocument(data: answer.body).rootElement())
            var links: [String: String] = [:]
            for link in answer.text.matches(of: /<link rel="([^"]+)"[^>]*href="([^"]+)"/) {
                let (relation, address) = (String(link.output.1), String(link.output.2).replacingOccurrences(of: "&amp;", with: "&"))
                if links[relation] == nil { links[relation] = address }
            }
            let base = "http://127.0.0.1:\(visitor.port)"
            #expect(links["self"] == base + path && links["first"] == base + seen[0], "\(links)")
            #expect(links["previous"] == (seen.count > 1 ? base + seen[seen.count - 2] : nil))
            #expect(links["last"] == base + "/changes.atom?kind=moved&offset=400")
            ids += root.elements(forName: "entry").compactMap { $0.elements(forName: "id").first?.stringValue }
            next = links["next"].map { String($0.dropFirst(base.count)) }
        }
        #expect(seen.count == 3 && ids.count == 450 && Set(ids).count == 450)
        #expect(!(try await Self.visitor().get("/changes.atom").text.contains("rel=\"next\"")), "what is whole has no further page")
        await visitor.leave()
    }

    @Test("Behind a proxy that speaks TLS a feed leads to pages with TLS")
    func feedOverTLS() async throws {
        let visitor = try await Visitor(ServerConfiguration(port: 0, trustedProxies: ["127.0.0.1"])) { vault, _ in
            try SetPassword(SignInTests.password, cost: PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)).run(in: vault)
        }
        let encrypted = ["X-Forwarded-Proto": "https"]
        _ = try await visitor.post("/sign-in", [("password", SignInTests.password)], on: "/sign-in")
        let cookie = visitor.cookies.map { "__Host-\($0.key)=\($0.value)" }.joined(separator: "; ")
        let feed = try await visitor.get("/changes.atom", headers: encrypted.merging(["Cookie": cookie]) { $1 }).text
        #expect(feed.contains("https://127.0.0.1:\(visitor.port)/") && !feed.contains("http://127.0.0.1"))
        await visitor.leave()
    }

    @Test("With a password a news reader gets an address of its own, which opens the feed and the calendar and nothing else, until revoked")
    func address() async throws {
        let visitor = try await Visitor { vault, _ in
            try SetPassword(SignInTests.password, cost: PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)).run(in: vault)
            _ = try MakeToken(name: "mighty", scopes: [.admin]).run(in: vault)
        }
        _ = try await visitor.post("/sign-in", [("password", SignInTests.password)], on: "/sign-in")
        #expect(try await visitor.post("/changes/address", on: "/changes").status == 403, "a token takes the password")
        let made = try await visitor.post("/changes/address", [("current", SignInTests.password)], on: "/changes")
        let token = String(try #require(made.text.firstMatch(of: /\/feeds\/(holdfast_[A-Za-z0-9_-]{43})\/changes\.atom/)).output.1)
        #expect(made.text.contains("/feeds/\(token)/anniversaries.ics"))
        #expect(!(try await visitor.get("/changes")).text.contains(token), "shown once")
        let stranger = ["Cookie": ""]
        let feed = try await visitor.get("/feeds/\(token)/changes.atom", headers: stranger)
        #expect(feed.status == 200 && feed.headers["content-type"]?.hasPrefix("application/atom+xml") == true)
        #expect(try await visitor.get("/feeds/\(token)/anniversaries.ics", headers: stranger).text.hasPrefix("BEGIN:VCALENDAR"))
        #expect(try await visitor.get("/feeds/\(token)/people", headers: stranger).status == 404)
        let bearer = ["Authorization": "Bearer \(token)", "Cookie": ""]
        for path in ["/api/v1/people", "/people", "/changes.atom"] {
            #expect(try await visitor.get(path, headers: bearer).status == 403, "\(path)")
        }
        let mighty = try ImportPagesTests.vault(visitor) { try MakeToken(name: "mightier", scopes: [.feed, .read]).run(in: $0) }
        for token in [mighty, "holdfast_wrong", ""] {
            #expect(try await visitor.get("/feeds/\(token)/changes.atom", headers: stranger).status == 404, "\(token)")
        }
        try ImportPagesTests.vault(visitor) { vault in
            for token in try ListTokens().run(in: vault) { try RevokeToken(token.id).run(in: vault) }
        }
        #expect(try await visitor.get("/feeds/\(token)/changes.atom", headers: stranger).status == 404)
        await visitor.leave()
    }

    @Test("The calendar has each day once a year, in lines no longer than 75 bytes")
    func calendar() async throws {
        let visitor = try await Self.visitor(isBoStaying: true)
        let answer = try await visitor.get("/anniversaries.ics")
        #expect(answer.headers["content-type"]?.hasPrefix("text/calendar") == true)
        let lines = answer.text.components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.dropLast().last == "END:VCALENDAR" && lines.last == "")
        #expect(lines.allSatisfy { $0.utf8.count <= 75 })
        #expect(!answer.text.replacingOccurrences(of: "\r\n", with: "").contains("\n"))
        let unfolded = answer.text.replacingOccurrences(of: "\r\n ", with: "")
        #expect(unfolded.contains("DTSTART;VALUE=DATE:20190214") && unfolded.contains("RRULE:FREQ=YEARLY\r\n"))
        #expect(unfolded.contains("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"), "the 29th of February")
        #expect(unfolded.contains("Muster\\, \"Jr\"\\; <b>"), "commas and semicolons are escaped")
        await visitor.leave()
    }
}
