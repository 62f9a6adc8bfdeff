import Foundation
import Testing

@Suite("The tests that pages name")
struct NamedTestTests {
    @Test("Every test that the list of ASVS items names is there, and every item names one, or what else shows it")
    func named() throws {
        let page = try House.text("docs/threat-model.md")
        let list = page[try #require(page.firstRange(of: "## OWASP ASVS")).lowerBound...]
        let names = try House.swiftFiles(in: "Tests").flatMap { path in
            try House.text(path).matches(of: /@Test\(\s*"((?:[^"\\]|\\.)*)"/).map { String($0.output.1) }
        }
        var count = 0
        for row in list.split(separator: "\n") where row.hasPrefix("| ") && !row.hasPrefix("| item") && !row.hasPrefix("| ---") {
            let shown = row.split(separator: "|").last ?? ""
            let sentences = shown.matches(of: /\*([^*]+)\*/).map { $0.output.1.split(separator: "…").first ?? "" }
            #expect(!sentences.isEmpty || shown.contains("`"), "\(row)")
            for sentence in sentences {
                let beginning = sentence.reversed().drop { $0 == " " }.reversed()
                #expect(names.contains { $0.starts(with: beginning) }, "no test is called \(sentence)")
                count += 1
            }
        }
        #expect(count > 25)
    }
}
