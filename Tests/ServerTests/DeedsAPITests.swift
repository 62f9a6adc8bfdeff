import Actions
import Foundation
import TestSupport
import Testing
import Vault

@testable import Server

@Suite("What the page does besides, for programs", .fewAtOnce)
struct DeedsAPITests {
    private static func object(_ answer: Visitor.Answer) throws -> [String: Any] {
        #expect(answer.status == 200, "\(answer.text.prefix(300))")
        return try #require(try JSONSerialization.jsonObject(with: answer.body) as? [String: Any], "\(answer.text.prefix(300))")
    }

    private static func send(_ visitor: Visitor, _ method: String, _ path: String, _ body: String = "") async throws -> Visitor.Answer {
        try await visitor.send(method, "/api/v1" + path, headers: ["Content-Type": "application/json"], body: Data(body.utf8))
    }

    private static func ids(_ visitor: Visitor, _ query: String) async throws -> [String] {
        let people = try object(await visitor.get("/api/v1/people?q=\(query)"))["people"] as? [[String: Any]]
        return (people ?? []).compactMap { $0["id"] as? String }
    }

    @Test("A search is kept under a name and given up again")
    func views() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        _ = try Self.object(await Self.send(visitor, "PUT", "/views/Bankers%20all", #"{"query":"company:bank"}"#))
        let views = try Self.object(await visitor.get("/api/v1/views"))["views"] as? [[String: String]]
        #expect(views == [["name": "Bankers all", "query": "company:bank"]])
        #expect(try await Self.send(visitor, "PUT", "/views/x", #"{"query":"has:nothing"}"#).status == 400)
        let long = String(repeating: "x", count: 81)
        #expect(try await Self.send(visitor, "PUT", "/views/\(long)", #"{"query":"company:bank"}"#).status == 400)
        _ = try Self.object(await Self.send(visitor, "DELETE", "/views/Bankers%20all"))
        #expect(try await Self.send(visitor, "DELETE", "/views/Bankers%20all").status == 404)
        await visitor.leave()
    }

    @Test("A pair one is not sure of is put aside, listed there, and asked about again by an undo")
    func doubts() async throws {
        let visitor = try await Visitor(prepare: DuplicatesTests.fill)
        func pairs(_ query: String = "") async throws -> [[String]] {
            let list = try Self.object(await visitor.get("/api/v1/duplicates\(query)"))
            let pairs = try #require(list["duplicates"] as? [[String: Any]])
            #expect(list["total"] as? Int == pairs.count)
            return pairs.map { pair in ["first", "second"].compactMap { (pair[$0] as? [String: Any])?["id"] as? String } }
        }
        let before = try await pairs()
        let pair = try #require(before.first)
        let said = try await Self.send(visitor, "POST", "/doubts", #"{"people":["\#(pair[0])","\#(pair[1])"]}"#)
        #expect(said.status == 201)
        let (waiting, aside) = (try await pairs(), try await pairs("?aside=true"))
        #expect(waiting == Array(before.dropFirst()) && aside == [pair])
        let step = try #require((try JSONSerialization.jsonObject(with: said.body) as? [String: Any])?["step"] as? Int)
        #expect(try await Self.send(visitor, "POST", "/undo", #"{"step":\#(step)}"#).status < 300)
        let (again, left) = (try await pairs(), try await pairs("?aside=true"))
        #expect(again == before && left.isEmpty)
        #expect(try await Self.send(visitor, "POST", "/doubts", #"{"people":["\#(pair[0])","\#(pair[0])"]}"#).status == 409)
        await visitor.leave()
    }

    @Test("Two of three who were put aside are asked about again, and the third stays aside from both")
    func askAgain() async throws {
        let visitor = try await Visitor(prepare: DuplicatesTests.fill)
        let listed = try #require(
            try Self.object(await visitor.get("/api/v1/people?limit=3"))["people"] as? [[String: Any]])
        let three = listed.compactMap { $0["id"] as? String }
        try #require(three.count == 3)
        func isAside(_ one: Int, _ other: Int) async throws -> Bool {
            try await visitor.get("/duplicates/\(three[one])/\(three[other])").text.contains("You were not sure of these two")
        }
        let people = three.map { "\"\($0)\"" }.joined(separator: ",")
        #expect(try await Self.send(visitor, "POST", "/doubts", #"{"people":[\#(people)]}"#).status == 201)
        let path = "/doubts?first=\(three[0])&second=\(three[1])"
        #expect(try Self.object(await Self.send(visitor, "DELETE", path))["step"] is Int)
        let (first, second, third) = (try await isAside(0, 1), try await isAside(0, 2), try await isAside(1, 2))
        #expect(!first && second && third)
        #expect(try Self.object(await Self.send(visitor, "DELETE", path))["step"] is NSNull)
        #expect(try await Self.send(visitor, "DELETE", "/doubts?first=\(three[0])").status == 400)
        await visitor.leave()
    }

    @Test("One deed about many is one step")
    func many() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        let done = try Self.object(await Self.send(visitor, "POST", "/deeds", #"{"do":"tag","q":"has:email","tag":"vip"}"#))
        #expect(done["people"] as? Int == 4)
        let tagged = try await Self.ids(visitor, "tag:vip")
        #expect(tagged.count == 4)
        let edit = #"{"do":"edit","people":["\#(tagged[0])"],"field":"title","value":"Judge"}"#
        #expect(try Self.object(await Self.send(visitor, "POST", "/deeds", edit))["people"] as? Int == 1)
        #expect(try await Self.ids(visitor, "title:judge") == [tagged[0]])
        _ = try Self.object(await Self.send(visitor, "POST", "/deeds", #"{"do":"withhold","people":["\#(tagged[0])"]}"#))
        #expect(try await visitor.get("/api/v1/people/\(tagged[0])/vcard").status == 409)
        _ = try Self.object(await Self.send(visitor, "PUT", "/people/\(tagged[0])/sharing", #"{"allowed":true}"#))
        #expect(try await visitor.get("/api/v1/people/\(tagged[0])/vcard").status == 200)
        _ = try Self.object(await Self.send(visitor, "PUT", "/people/\(tagged[0])/sharing", #"{"allowed":false,"field":"email"}"#))
        #expect(try await !visitor.get("/api/v1/people/\(tagged[0])/vcard").text.contains("EMAIL"))
        for body in [
            "{}", #"{"do":"tag"}"#, #"{"do":"tag","tag":"x"}"#, #"{"do":"tag","tag":"x","q":"","people":["\#(tagged[0])"]}"#,
            #"{"do":"edit","q":"","field":"shoe","value":"1"}"#, #"{"do":"tag","tag":"x","people":["1"]}"#,
            #"{"do":"tag","tag":"x","q":"\#(String(repeating: "x", count: 2_001))"}"#,
        ] {
            #expect(try await Self.send(visitor, "POST", "/deeds", body).status == 400, "\(body)")
        }
        await visitor.leave()
    }

    @Test("What is proposed is listed and decided")
    func suggestions() async throws {
        let visitor = try await Visitor { try AccessibilityTests.fill($0, $1) }
        let proposed = try Self.object(await visitor.get("/api/v1/suggestions?limit=1000"))
        let all = try #require(proposed["suggestions"] as? [[String: Any]])
        #expect(proposed["total"] as? Int == all.count)
        let first = try #require(all.first?["id"] as? String)
        let decided = try Self.object(
            await Self.send(visitor, "POST", "/suggestions/verdicts", #"{"verdict":"reject","ids":["\#(first)"]}"#))
        #expect(decided["suggestions"] as? Int == 1 && decided["rejected"] as? Int == 1 && decided["step"] is Int)
        #expect(try Self.object(await visitor.get("/api/v1/suggestions"))["total"] as? Int == all.count - 1)
        let narrowed = try Self.object(await visitor.get("/api/v1/suggestions?limit=1000&field=email&min=0.6"))
        let some = try #require(narrowed["suggestions"] as? [[String: Any]])
        #expect(some.allSatisfy { $0["field"] as? String == "email" && ($0["probability"] as? Double ?? 0) >= 0.6 })
        #expect(try Self.object(await visitor.get("/api/v1/suggestions?q=nobody-at-all"))["total"] as? Int == 0)
        for query in ["field=shoe", "min=2", "min=x"] {
            #expect(try await visitor.get("/api/v1/suggestions?\(query)").status == 400)
        }
        let nobody = try Self.object(
            await Self.send(visitor, "POST", "/suggestions/verdicts?q=nobody-at-all", #"{"verdict":"accept"}"#))
        #expect(nobody["suggestions"] as? Int == 0)
        #expect(try await Self.send(visitor, "POST", "/suggestions/verdicts", #"{"verdict":"maybe"}"#).status == 400)
        #expect(try await Self.send(visitor, "POST", "/suggestions/verdicts", #"{"verdict":"accept","ids":["zzzz"]}"#).status == 404)
        await visitor.leave()
    }

    @Test("What is handed over is kept as a receipt, and the next time only what changed goes out")
    func handOvers() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        let path = "/hand-overs?to=vcard4&recipient=Kanzlei&q=has:email"
        let first = try await Self.send(visitor, "POST", path)
        #expect(first.status == 200 && first.text.components(separatedBy: "BEGIN:VCARD").count == 5)
        let again = try await Self.send(visitor, "POST", path + "&changed_only=true")
        #expect(again.status == 200 && !again.text.contains("BEGIN:VCARD"))
        let receipts = try Self.object(await visitor.get("/api/v1/hand-overs"))["hand_overs"] as? [[String: Any]]
        #expect(receipts?.map { $0["written"] as? Int } == [0, 4])
        #expect(receipts?.first?["recipient"] as? String == "Kanzlei" && receipts?.first?["changed_only"] as? Bool == true)
        #expect(try await Self.send(visitor, "POST", "/hand-overs?to=vcard4&changed_only=true").status == 409)
        #expect(try await Self.send(visitor, "POST", "/hand-overs?to=shoes").status == 400)
        let parts = try await Self.send(visitor, "POST", "/hand-overs?to=hubspot&all=true&rows_per_file=1")
        #expect(parts.headers["content-type"] == "application/zip" && parts.body.starts(with: Array("PK".utf8)))
        #expect(try await Self.send(visitor, "POST", "/hand-overs?to=vcard4&rows_per_file=1").status == 400, "cards are not split")
        let strict = try await Self.send(visitor, "POST", "/hand-overs?to=csv&ready=true&profile=require%20%3D%20birthday")
        #expect(strict.text.split(separator: "\n").count == 1, "nobody has a birthday")
        #expect(try await Self.send(visitor, "POST", "/hand-overs?to=csv&ready=true&profile=shoes%20%3D%20many").status == 400)
        #expect(try await Self.send(visitor, "POST", "/hand-overs?to=csv&profile=email%20%3D%20any").status == 400)
        await visitor.leave()
    }

    @Test("A request is noted, and the archive is a ZIP")
    func keeping() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        _ = try Self.object(await Self.send(visitor, "POST", "/requests", #"{"service":"linkedin"}"#))
        #expect(try await Self.send(visitor, "POST", "/requests", #"{"service":"nowhere"}"#).status == 404)
        #expect(try await visitor.get("/sources").text.contains("LinkedIn"))
        let archive = try await visitor.get("/api/v1/archive")
        #expect(archive.status == 200 && archive.body.starts(with: [0x50, 0x4B]))
        let backup = try await Self.send(visitor, "POST", "/backups", #"{"passphrase":"four words in a row"}"#)
        #expect(backup.status == 200 && backup.body.starts(with: Data("age-encryption.org/v1".utf8)))
        #expect(try await Self.send(visitor, "POST", "/backups", #"{"passphrase":" "}"#).status == 400)
        await visitor.leave()
    }
}
