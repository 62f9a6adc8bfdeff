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
}
