import Actions
import ContactModel
import Foundation
import Testing
import TestSupport
import Vault

@Suite("Why entries are one person", .fewAtOnce)
struct JoinedEntriesTests {
    private static let table =
        """
        First Name,Last Name,Phone,E-mail Address,Company,Job Title,Notes
        Hans,Schmidt,,hans.schmidt@example.org,Nordlicht GmbH,Partner,n
        Hans,Schmitt,,hans.schmidt@example.org,Nordlicht,Partner,n
        Joanna,Kowalska,,,Lodz Data,CEO,n
        Joanna,Kowalska-Nowak,,,Łódź Data Sp. z o.o.,CEO,n
        Alexander,Petrov,,,Kestrel Ltd,Analyst,n
        Aleksandr,Petrov,,,Kestrel Ltd,Analyst,n
        Søren,Ålund,,soren@example.org,Öresund AB,Partner,n
        Soeren,Aalund,,,Oresund AB,Partner,n

        """

    private func visiting(_ name: String, _ body: (Visitor, String) async throws -> Void) async throws {
        let visitor = try await Visitor { vault, folder in
            let options = ImportOptions(source: "Office", exportedOn: CalendarDate(iso: "2024-05-14"))
            _ = try ImportFiles(paths: [try folder.write("addressbook.csv", Self.table)], options: options).run(in: vault)
        }
        let id = try ImportPagesTests.vault(visitor) { try FindPerson(name).run(in: $0).id.description }
        try await body(visitor, id)
        await visitor.leave()
    }

    private static func timeline(_ page: String) throws -> Substring {
        try #require(page.firstMatch(of: /<ol class="timeline">(.*?)<\/ol>/.dotMatchesNewlines())?.output.1)
    }

    @Test("Those who share an address are told so, on the page and in what happened, term by term")
    func byAddress() async throws {
        try await visiting("hans.schmidt@example.org") { visitor, id in
            let page = try await visitor.get("/people/\(id)").text
            let joined = try #require(page.firstRange(of: "Why these entries are one"))
            let told = page[joined.upperBound...]
            #expect(told.contains("“Hans Schmidt” (Office) and “Hans Schmitt” (Office)"))
            #expect(told.contains("Both have the address hans.schmidt@example.org.") && told.contains("class=\"waterfall\""))
            #expect(told.contains("e-mail: the same") && told.contains("family names a letter or two apart"))
            let timeline = try Self.timeline(page)
            #expect(timeline.contains("2024-05-14"))
            #expect(timeline.contains("were found to be one person. Both have the address hans.schmidt@example.org."))
            let german = try await visitor.get("/people/\(id)", headers: ["Accept-Language": "de"]).text
            #expect(german.contains("Beide haben die Adresse hans.schmidt@example.org."))
            #expect(try Self.timeline(german).contains("Beim Import zusammengeführt: "))
            let whole = try await visitor.get("/people/\(id)/joined").text
            #expect(whole.contains("Both have the address") && whole.contains("class=\"waterfall\""))
        }
    }

    @Test("Those who are only alike are told how likely, and names that differ are called alike, not the same")
    func byLikeness() async throws {
        try await visiting("Kowalska") { visitor, id in
            let page = try await visitor.get("/people/\(id)").text
            #expect(page.contains(/They are too alike to be two: 9\d\.\d% likely one person\./))
            #expect(page.contains("The names are alike and the job title is the same.") && !page.contains("The names are the same"))
            #expect(page.contains("name: alike"))
            let german = try await visitor.get("/people/\(id)", headers: ["Accept-Language": "de"]).text
            #expect(
                german.contains(/zu ähnlich, um zwei zu sein: zu 9\d,\d % eine Person\./) && german.contains("Die Namen ähneln sich und"))
        }
    }

    @Test("Programs are given the same")
    func programs() async throws {
        try await visiting("Kowalska") { visitor, id in
            let answer = try #require(
                try JSONSerialization.jsonObject(with: await visitor.get("/api/v1/people/\(id)/joinings").body) as? [String: Any])
            let joinings = try #require(answer["joinings"] as? [[String: Any]])
            #expect(joinings.count == 1 && joinings[0]["because"] as? String == "likeness" && joinings[0]["on"] as? String == "2024-05-14")
            #expect((joinings[0]["terms"] as? [[String: Any]])?.contains { $0["level"] as? String == "alike" } == true)
        }
    }

    @Test("The owner's word is told as such, and who is of one entry needs no reason")
    func byOwner() async throws {
        let visitor = try await Visitor { try Contacts.importRows(Contacts.few, to: $0, $1) }
        let ids = try ImportPagesTests.vault(visitor) { vault in
            let people = try ["Kofi", "Okafor"].map { try FindPerson($0).run(in: vault).id.description }
            #expect(try ExplainJoinings(people[0]).run(in: vault).joinings.isEmpty)
            return [try MergePeople(people).run(in: vault).person.id.description]
        }
        let page = try await visitor.get("/people/\(ids[0])").text
        #expect(page.contains(/You said so, in step \d+ of the log\./))
        let timeline = try Self.timeline(page)
        #expect(timeline.contains("Merged: found to be one person.") && !timeline.contains("Joined at import"))
        await visitor.leave()
    }
}
