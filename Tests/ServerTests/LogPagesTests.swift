import Testing
import TestSupport
import Vault

@Suite("The log by the page", .fewAtOnce)
struct LogPagesTests {
    @Test("Each step is told with what was done, and to how many")
    func steps() async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        let ids = try await visitor.get("/people").text.matches(of: /data-id="([0-9a-f-]+)"/).prefix(2).map { ("id", String($0.output.1)) }
        try #require(ids.count == 2)
        for fields in [
            [("do", "tag"), ("tag", "vip")], [("do", "edit"), ("field", "company"), ("value", "Neu AG")], [("do", "withhold")],
            [("do", "untag"), ("tag", "vip")],
        ] {
            #expect(try await visitor.post("/people/bulk", ids + fields).status == 303)
        }
        _ = try await visitor.post("/people/\(ids[0].1)/share", [("withheld", "all"), ("withheld", "email")])
        _ = try await visitor.post("/views", [("name", "Mine"), ("query", "tag:vip")])
        _ = try await visitor.post("/sources/requested", [("service", "google")])
        let log = try await visitor.get("/log").text
        for words in [
            "Put the tag “vip” on 2 people", "Company of 2 people set to “Neu AG”", "Said that 2 people are kept back",
            "Took the tag “vip” off 2 people", "Said that of 1 person this is kept back: E-mail", "Kept the search “Mine”",
            "Asked Google Contacts for an archive on",
        ] {
            #expect(log.contains(words), "\(words)")
        }
        _ = try await visitor.post("/settings/language", [("language", "de")])
        let german = try await visitor.get("/log").text
        for words in [
            "Firma bei 2 Personen auf „Neu AG“ gesetzt", "Gesagt, dass von 1 Person zurückgehalten wird: E-Mail", "Suche „Mine“ gemerkt",
            "Google Kontakte am",
        ] {
            #expect(german.contains(words), "\(words)")
        }
        await visitor.leave()
    }
}
