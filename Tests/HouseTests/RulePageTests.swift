import Foundation
import Testing

@Suite("The manual's pages of rules")
struct RulePageTests {
    @Test("Each rule's page says what its doc comment says")
    func upToDate() throws {
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        check.arguments = ["python3", House.root.appendingPathComponent("scripts/rule-pages").path, "--check"]
        let complaint = Pipe()
        check.standardError = complaint
        try check.run()
        let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(text)")
    }

    @Test("Each rule is one file with its page")
    func onePage() throws {
        let rules = try House.swiftFiles(in: "Sources/ContactQuality/Review/Rules")
        #expect(rules.count > 30)
        for file in rules {
            let source = try House.text(file)
            let id = try #require(source.firstMatch(of: /public let id = "([a-z-]+)"/)).output.1
            #expect(try House.text("docs/rules/\(id).md").contains("`\(id)`"), "\(file)")
        }
    }

    @Test("Each rule has its tests in a file of its name, and each such file its rule")
    func ownTests() throws {
        let folder = "Tests/ContactQualityTests/Rules"
        let rules = try House.swiftFiles(in: "Sources/ContactQuality/Review/Rules")
        var expected: Set<String> = []
        for file in rules {
            let name = try #require(file.split(separator: "/").last).dropLast(".swift".count)
            let id = try #require(try House.text(file).firstMatch(of: /public let id = "([a-z-]+)"/)).output.1
            let tests = try House.text("\(folder)/\(name)Tests.swift")
            expected.insert("\(folder)/\(name)Tests.swift")
            #expect(tests.contains("@Suite(\"\(id)\")") && tests.contains("\(name)("), "\(file)")
            // What it finds, and what it leaves alone.
            #expect(tests.ranges(of: "@Test(").count >= 2, "\(file)")
        }
        #expect(Set(try House.swiftFiles(in: folder).filter { $0.hasSuffix("Tests.swift") }) == expected)
    }
}
