import Foundation
import Testing

/// The rules every file keeps.
@Suite("The rules of the house")
struct RuleTests {
    @Test(
        "Nothing in Sources ends the program on purpose",
        arguments: [
            "try!", "fatalError(", "as!", "preconditionFailure(", "unowned(unsafe)", "DateFormatter", "NumberFormatter",
            "NSRegularExpression",
        ])
    func traps(word: String) throws {
        let files = try House.swiftFiles(in: "Sources")
        #expect(files.count > 100)
        for file in files {
            for (number, line) in try House.code(file) where line.contains(word) {
                // `as!` must not be found in `was!`.
                guard word != "as!" || line.firstMatch(of: /\bas!/) != nil else { continue }
                Issue.record("\(file):\(number): \(word)")
            }
        }
    }

    @Test("SQL stands in the vault and nowhere else")
    func sql() throws {
        let words = ["SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "PRAGMA "]
        var seen = 0
        for file in try House.swiftFiles(in: "Sources") {
            for (number, line) in try House.code(file) where words.contains(where: { line.contains($0) }) {
                // The conformance suite says to an engine what the vault says to it.
                if file.hasPrefix("Sources/Vault/") || file.hasPrefix("Sources/TestSupport/") {
                    seen += 1
                } else {
                    Issue.record("\(file):\(number): \(line)")
                }
            }
        }
        #expect(seen > 20, "the vault has SQL")
    }

    @Test("Each unchecked promise to the compiler comes with its reason")
    func unchecked() throws {
        for file in try House.swiftFiles(in: "Sources") {
            let lines = try House.text(file).split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() where line.contains("@unchecked Sendable") || line.contains("nonisolated(unsafe)") {
                let around = lines[max(0, number - 4)...min(lines.count - 1, number + 3)]
                #expect(around.contains { $0.drop { $0 == " " }.hasPrefix("//") }, "\(file):\(number + 1)")
            }
        }
    }

    @Test("Lines are at most 140 columns, without blanks at the end and without tabs", arguments: ["Sources", "Tests"])
    func layout(folder: String) throws {
        for file in try House.swiftFiles(in: folder) {
            let text = try House.text(file)
            #expect(text.hasSuffix("\n"), "\(file)")
            #expect(!text.contains("\t"), "\(file)")
        }
    }

    @Test("The list of commands is understood")
    func commandList() throws {
        let commands = try House.commands()
        #expect(Set(commands).isSuperset(of: ["import", "people", "show", "changes", "export", "verify", "guide"]), "\(commands)")
        #expect(commands.count >= 16 && !commands.contains { $0.contains(" ") }, "\(commands)")
    }

    @Test("Each command is in the manual page")
    func manual() throws {
        let manual = try House.text("docs/man/holdfast.1")
        for command in try House.commands() {
            #expect(manual.contains(".It Cm \(command) ") || manual.contains(".It Cm \(command)\n"), "\(command)")
        }
    }

    @Test("Each command is in the README")
    func readme() throws {
        let readme = try House.text("README.md")
        for command in try House.commands() {
            #expect(
                readme.contains("holdfast \(command)") || readme.contains("`\(command)`") || readme.contains("`\(command) "), "\(command)")
        }
    }

    @Test("Each format an export can have is in the manual page")
    func formats() throws {
        let manual = try House.text("docs/man/holdfast.1")
        let listed = try House.text("Sources/ContactFormats/Export/ExportFormat.swift")
        let names = listed.matches(of: /case (\w+)(?: = "([\w-]+)")?\n/).map { String($0.output.2 ?? $0.output.1) }
        #expect(names.count >= 6, "\(names)")
        for name in names { #expect(manual.contains(".Cm \(name)"), "\(name)") }
    }

    @Test("The version is one everywhere")
    func version() throws {
        let root = try House.text("Sources/Commands/RootCommand.swift")
        let version = try #require(root.firstMatch(of: /version: "holdfast ([\d.]+)"/)).output.1
        #expect(try House.text("CHANGELOG.md").contains(version) || House.text("CHANGELOG.md").contains("Unreleased"))
    }
}
