import Actions
import Foundation
import TestSupport
import Testing
import Vault

@Suite("The numbers of the review", .fewAtOnce)
struct ReviewNumbersTests {
    /// A number of a table, what it leads to, and the table it stands in.
    private struct Number {
        var table: String
        var text: String
        var path: String?
    }

    private static func fill(_ vault: Vault, _ folder: TemporaryFolder) throws {
        try AccessibilityTests.fill(vault, folder)
        let cards = ["Ada Probe", "Bo Probe", "Amara Okafor"].map { name in
            let parts = name.split(separator: " ")
            return """
                BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\(name)\r\nN:\(parts[1]);\(parts[0]);;;\r\nORG:Probe AG\r\nTEL:+49 30 901820\r\n\
                EMAIL:\(parts[0].lowercased())@probe.example\r\nEND:VCARD\r\n
                """
        }
        _ = try ImportFiles(paths: [try folder.write("book.vcf", cards.joined())]).run(in: vault)
    }

    @Test("Each number of each picture leads to its list, and the list holds as many")
    func numbers() async throws {
        let visitor = try await Visitor(prepare: Self.fill)
        let page = try await visitor.get("/review").text
        let numbers = Self.numbers(of: page)
        #expect(numbers.count > 60 && Set(numbers.map(\.table)).count > 6)
        // Constants, minutes and nought count nobody.
        let silent = numbers.filter { $0.path == nil && $0.text != "0" && $0.text != "0 %" && $0.text != "0%" }
        #expect(silent.map { "\($0.table): \($0.text)" }.filter { !$0.hasPrefix("Points of the average person") } == [])
        var counts: [String: Int?] = [:]
        var unfinished: Set<String> = []
        // Each table's links are made alike: some of each are followed, for every one reads everybody.
        let followed = Dictionary(grouping: numbers.filter { $0.path != nil }, by: \.table).values.flatMap { some in
            stride(from: 0, to: some.count, by: max(1, some.count / 6)).map { some[$0] }
        }
        for number in followed {
            guard let path = number.path else { continue }
            if counts[path] == nil {
                let answer = try await visitor.get(path)
                #expect(answer.status == 200, "\(path)")
                counts[path] = .some(Self.count(of: answer.text))
                if answer.text.contains("data-complete=\"false\"") { unfinished.insert(path) }
            }
            // Points, shares and values are no numbers of people.
            guard let people = Int(number.text.filter { $0 != "," }), Self.countsPeople(number.table), path != "/duplicates" else {
                continue
            }
            let found = counts[path].flatMap { $0 }
            // Where a search looks at each, the page says “more than” before it has looked at all.
            #expect(
                found == people || unfinished.contains(path) && found ?? 0 < people, "\(number.table): \(number.text) leads to \(path)")
        }
        await visitor.leave()
    }

    @Test(
        "A list nobody asks for so is not there",
        arguments: [
            "", "?of=came&from=2020-01", "?of=losing&part=x", "?of=known&on=soon", "?of=confirmed&field=company&from=9&through=1",
            "?of=working", "?of=elsewhere",
        ])
    func noList(query: String) async throws {
        let visitor = try await Visitor()
        #expect(try await visitor.get("/review/list\(query)").status == 404)
        await visitor.leave()
    }

    @Test("Years as far apart as numbers go are a list of nobody")
    func allYears() async throws {
        let visitor = try await Visitor()
        let years = "from=\(Int.min)&through=\(Int.max)"
        #expect(try await visitor.get("/review/list?of=confirmed&field=company&\(years)").status == 200)
        await visitor.leave()
    }

    private static func countsPeople(_ table: String) -> Bool {
        !["Points of", "Score and people", "Values by"].contains { table.hasPrefix($0) }
    }

    private static func numbers(of page: String) -> [Number] {
        page.matches(of: /<table>\s*<caption>([^<]*)<\/caption>[\s\S]*?<\/table>/).flatMap { table in
            table.output.0.matches(of: /<td class="n">(?:<a href="([^"]*)">)?([^<]*)/).map { cell in
                Number(
                    table: String(table.output.1), text: String(cell.output.2),
                    path: cell.output.1.map { String($0).replacing("&amp;", with: "&") }
                )
            }
        }
    }

    /// How many a page says it lists.
    private static func count(of page: String) -> Int? {
        page.firstMatch(of: /([0-9,]+) (?:people|person|changes?)\b/).flatMap { Int($0.output.1.filter { $0 != "," }) }
    }
}
