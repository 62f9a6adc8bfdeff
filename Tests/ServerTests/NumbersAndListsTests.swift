import Actions
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

@Suite("Numbers lead to their lists", .fewAtOnce)
struct NumbersAndListsTests {
    /// The rows of a list of ours, over all its pages.
    private static func rows(_ visitor: Visitor, _ path: String) async throws -> [String] {
        var (rows, next): ([String], String?) = ([], path)
        while let path = next {
            let answer = try await visitor.get(path)
            #expect(answer.status == 200, "\(path)")
            rows += answer.text.matches(of: /<li class="list-row">(.*?)<\/li>/.dotMatchesNewlines()).map { String($0.output.1) }
            next = answer.text.firstMatch(of: /<a class="button" href="([^"]*offset=[^"]*)"/).map { plain($0.output.1) }
        }
        return rows
    }

    private static func plain(_ text: Substring) -> String { String(text).replacing("&amp;", with: "&") }

    @Test(
        "Each reason people are held back for leads to those people, and to nobody else", arguments: ["mailchimp", "hubspot", "pipedrive"])
    func heldBack(product: String) async throws {
        let visitor = try await Visitor { vault, folder in
            let long = String(repeating: "Long", count: 80)
            let rows =
                Contacts.few + Contacts.few.map { ["\($0[0])\(long)", $0[1], $0[2], $0[3], $0[4], $0[5]] }
                + (0..<510).map { ["Nr\($0)", "Example", "", "Example AG", "Clerk", "1 Jan 2020"] }
            try Contacts.importRows(rows, to: vault, folder)
            // Two tags that are too long are one person held back.
            let person = try #require(try vault.people(meantBy: "amara.okafor@example.com").first)
            for tag in ["a", "b"] {
                let word = SayOfPerson.Word.tag(String(repeating: tag, count: 150))
                _ = try SayOfPerson(word, of: person.id.description).run(in: vault)
            }
        }
        for ready in ["", "&ready=1"] {
            let page = try await visitor.get("/hand-over?to=\(product)\(ready)").text
            let reasons = page.matches(
                of:
                    /<a class="list-row" href="(\/hand-over\/held\?[^"]*)"><strong class="number">([\d,]+)<\/strong><span class="grow">(.*?)</
            )
            // Not every product refuses somebody here; the gate does for each.
            #expect(!reasons.isEmpty || product != "mailchimp" && ready.isEmpty, "\(product)\(ready)")
            for reason in reasons {
                let people = try await Self.rows(visitor, Self.plain(reason.output.1))
                #expect(people.count == Int(reason.output.2.filter { $0 != "," }), "\(reason.output.1)")
                #expect(people.allSatisfy { $0.contains(reason.output.3) && $0.contains("href=\"/people/") })
            }
        }
        #expect(try await visitor.get("/hand-over/held").status == 404)
        await visitor.leave()
    }

    @Test("Each number of rows on the page of sources leads to those rows, each with whom it is of")
    func rows() async throws {
        let visitor = try await Visitor { vault, folder in
            try Contacts.importRows(Contacts.many(700), to: vault, folder)
            let broken = """
                First Name,Last Name,URL,Email Address,Company,Position,Connected On
                Ada,Example,https://www.linkedin.com/in/ada-1,ada@example.com,Example Ltd,Partner,08 Feb 2026
                ,,,,,,08 Feb 2026
                ,,,,Nowhere Ltd,Clerk,
                """
            _ = try ImportFiles(paths: [try folder.write("second/Connections.csv", broken)], options: .init(source: "Second")).run(
                in: vault)
            let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bo Probe\r\nTEL:+49 30 901820\r\nEND:VCARD\r\n"
            _ = try ImportFiles(paths: [try folder.write("book.vcf", card + card)]).run(in: vault)
            _ = try ImportFiles(paths: [
                try folder.write("Kunden.csv", "Name;Mail\nCy Probe;cy@probe.example\n;\nDi Probe;di@probe.example\n")
            ])
            .run(in: vault)
        }
        let page = try await visitor.get("/sources").text
        let numbers = page.matches(of: /<a href="(\/sources\/[0-9a-f-]+\/rows)">([\d,]+)[^<]*<\/a>/)
        #expect(numbers.count == 8, "each list stands above, and each hand-out below")
        for number in numbers {
            let rows = try await Self.rows(visitor, Self.plain(number.output.1))
            #expect(rows.count == Int(number.output.2.filter { $0 != "," }), "\(rows.prefix(5))")
            for link in rows.prefix(3).compactMap({ $0.firstMatch(of: /href="(\/people\/[^"]*)"/)?.output.1 }) {
                #expect(try await visitor.get(String(link)).status == 200, "\(link)")
            }
        }
        let snapshot = try #require(numbers.first?.output.1.split(separator: "/").dropFirst().first)
        let listed = try await visitor.get("/api/v1/snapshots/\(snapshot)/rows?limit=2").text
        #expect(listed.contains("\"read_as\":\"entry\"") && listed.contains("\"next\":\""))
        #expect(try await visitor.get("/sources/00000000-0000-7000-8000-000000000000/rows").status == 404)
        await visitor.leave()
    }
}
