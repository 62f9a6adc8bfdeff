import Actions
import ContactModel
import Testing
import TestSupport
import Vault

@Suite("The log by the page", .fewAtOnce)
struct LogPagesTests {
    @Test("People are called as they are called now, whatever they were called when it was said; those who were put together by both names")
    func names() async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        let ids = try await visitor.get("/people").text.matches(of: /data-id="([0-9a-f-]+)"/).prefix(2).map { String($0.output.1) }
        try #require(ids.count == 2)
        let tagged = try await visitor.post("/people/\(ids[0])/tags", [("tag", "vip")])
        _ = try await visitor.post("/people/\(ids[0])/edit", [("given", "Ottilie"), ("family", "Renamed")])
        #expect(try await visitor.get(tagged.headers["location"] ?? "").text.contains("“vip” is on Ottilie Renamed."))
        let log = try await visitor.get("/log").text.replacing(/<[^>]*>/, with: "")
        #expect(log.contains("Put the tag “vip” on Ottilie Renamed"), "\(log)")
        let names = try ImportPagesTests.vault(visitor) { vault in try ids.map { try FindPerson($0).run(in: vault).displayName } }
        _ = try ImportPagesTests.vault(visitor) { try MergePeople(ids).run(in: $0) }
        let merged = try await visitor.get("/log").text.replacing(/<[^>]*>/, with: "")
        #expect(merged.contains(" and \(names[1])") && !merged.contains("\(names[1]) and \(names[1])"), "\(merged)")
        await visitor.leave()
    }

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
            "Put the tag “vip” on 2 people", "Company of 2 people (", ") set to “Neu AG”", "Said that 2 people (",
            "Took the tag “vip” off 2 people", "this is kept back: E-mail", "Kept the search “Mine”",
            "Asked Google Contacts for an archive on",
        ] {
            #expect(log.contains(words), "\(words)")
        }
        _ = try await visitor.post("/settings/language", [("language", "de")])
        let german = try await visitor.get("/log").text
        for words in [
            "Firma bei 2 Personen (", ") auf „Neu AG“ gesetzt", "zurückgehalten wird: E-Mail", "Suche „Mine“ gemerkt",
            "Google Kontakte am",
        ] {
            #expect(german.contains(words), "\(words)")
        }
        await visitor.leave()
    }

    @Test(
        "Each step names whom it concerns and leads to them; of several their number and the first names; those erased are called nothing")
    func whom() async throws {
        let visitor = try await Visitor { vault, folder in
            try Contacts.importRows(
                Contacts.few + [["Jurgen", "Weisskopf", "", "Beispiel GmbH", "Einkauf", "1 Jan 2020"]], to: vault, folder)
        }
        func id(_ name: String) throws -> String {
            try ImportPagesTests.vault(visitor) { try FindPerson(name).run(in: $0).id.description }
        }
        let (li, amara, kofi) = (try id("Li Wei"), try id("Amara Okafor"), try id("Kofi Mensah"))
        let (one, other) = (try id("Jürgen Weißkopf"), try id("Jurgen Weisskopf"))
        let edited = try await visitor.post("/people/\(li)/edit", [("title", "Chief")])
        #expect(try await visitor.get(edited.headers["location"] ?? "").text.contains("Title of Li Wei is set to “Chief”."))
        let noted = try await visitor.post("/people/\(kofi)/notes", [("text", "Met in Accra")])
        #expect(try await visitor.get(noted.headers["location"] ?? "").text.contains("The note on Kofi Mensah is kept."))
        _ = try await visitor.post("/people/bulk", [li, amara, kofi, one].map { ("id", $0) } + [("do", "tag"), ("tag", "vip")])
        try ImportPagesTests.vault(visitor) { vault in
            _ = try KeepPeopleApart([li, amara]).run(in: vault)
            _ = try MergePeople([one, other]).run(in: vault)
            _ = try KeepPeopleApart([kofi, amara]).run(in: vault)
        }
        let log = try await visitor.get("/log").text
        func words(_ log: String) -> [String] {
            log.matches(of: /<span dir="auto">(.*?)<\/span>/.dotMatchesNewlines()).map {
                String($0.output.1.replacing(/<[^>]+>/, with: ""))
            }
        }
        let told = words(log)
        #expect(told.contains("Title of Li Wei set to “Chief”"), "\(told)")
        #expect(told.contains("Wrote a note on Kofi Mensah: Met in Accra"))
        #expect(told.contains { $0.contains(/^Put the tag “vip” on 4 people \(\S+ \S+, \S+ \S+, \S+ \S+, …\)$/) }, "\(told)")
        #expect(
            told.contains {
                ["Said that Li Wei and Amara Okafor are not the same", "Said that Amara Okafor and Li Wei are not the same"].contains($0)
            }, "\(told)")
        #expect(told.contains { $0.contains("Jürgen Weißkopf") && $0.contains("Jurgen Weisskopf") && $0.hasSuffix(" are one") }, "\(told)")
        #expect(log.contains("<a dir=\"auto\" href=\"/people/\(li)\">Li Wei</a>"))
        #expect(try await visitor.get("/people/\(li)").status == 200)
        #expect(log.contains("Each step but an erasure can be taken back"))
        // What a screen reader says of each button is said of no other.
        let labels = log.matches(of: /aria-label="(Take back: [^"]+)"/).map { String($0.output.1) }
        #expect(labels.count == told.count && Set(labels).count == labels.count, "\(labels)")
        #expect(labels.contains { $0.hasSuffix(", Title of Li Wei set to “Chief”") })
        _ = try await visitor.post("/settings/language", [("language", "de")])
        let german = words(try await visitor.get("/log").text)
        #expect(german.contains("Position bei Li Wei auf „Chief“ gesetzt"), "\(german)")
        #expect(
            german.contains {
                $0.hasSuffix(" nicht dieselbe Person sind") && $0.contains("Amara Okafor und ") || $0.contains(" und Amara Okafor")
            })
        try ImportPagesTests.vault(visitor) { _ = try ErasePerson(kofi).run(in: $0) }
        #expect(!(try await visitor.get("/log").text.contains("Mensah")))
        await visitor.leave()
    }

    @Test("Several steps are taken back together, or none of them")
    func together() async throws {
        let visitor = try await Visitor { vault, folder in try Contacts.importRows(Contacts.few, to: vault, folder) }
        let id = try #require(try await visitor.get("/people").text.firstMatch(of: /data-id="([0-9a-f-]+)"/)).output.1
        for tag in ["one", "two"] { _ = try await visitor.post("/people/\(id)/tags", [("do", "tag"), ("tag", tag)]) }
        func tags() async throws -> [String] {
            try ImportPagesTests.vault(visitor) { try FindPerson(String(id)).run(in: $0) }.tags.map(\.value)
        }
        #expect(try await visitor.post("/log/undo", [("steps", "3 99")]).status == 404)
        var left = try await tags()
        #expect(Set(left) == ["one", "two"])
        #expect(visitor.place(try await visitor.post("/log/undo", [("steps", "3 2")])).hasPrefix("/log?undone=2"))
        left = try await tags()
        #expect(left.isEmpty)
        await visitor.leave()
    }
}
