import Foundation
import Testing

/// What the README shows under `$ holdfast …` against what the program prints on the sample.
@Suite("The README's tour")
struct ReadmeTourTests {
    /// A command with the lines shown under it.
    private struct Shown {
        var command: String
        var lines: [String] = []
    }

    /// The steps of the section, in order.
    private static func tour() throws -> [Shown] {
        let readme = try String(contentsOf: Repository.root.appendingPathComponent("README.md"), encoding: .utf8)
        let start = try #require(readme.firstRange(of: "## Five minutes")), end = try #require(readme.firstRange(of: "## What is promised"))
        var steps: [Shown] = []
        var isInside = false
        for line in readme[start.upperBound..<end.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                isInside.toggle()
            } else if isInside, line.hasPrefix("$ ") {
                steps.append(Shown(command: String(line.dropFirst(2).prefix { $0 != "#" })))
            } else if isInside, !steps.isEmpty {
                steps[steps.count - 1].lines.append(line)
            }
        }
        return steps
    }

    /// A line without what a terminal makes of columns and ids, and the day the sample was copied.
    private static func plain(_ line: String) -> String {
        let short = line.replacing(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/) { $0.output.1 }
        let cells = short.replacing(/(\t| {2,})+/, with: "|").replacing(/\|+$/, with: "")
        return cells.contains("the file's own time") ? cells.replacing(/\d{4}-\d\d-\d\d/, with: "DAY") : cells
    }

    /// Whether a line is the heading of a table, which only a terminal gets.
    private static func isHeading(_ line: String) -> Bool {
        ["on|who|", "id|name|", "sure|id|"].contains { plain(line).hasPrefix($0) }
    }

    @Test
    func `each step prints what is shown, and nothing is left out without an ellipsis`() throws {
        let shop = try Workshop()
        try FileManager.default.copyItem(atPath: Repository.root.appendingPathComponent("Sample").path, toPath: shop.path("Sample"))
        let steps = try Self.tour()
        #expect(steps.count >= 10)
        for step in steps {
            let run = try shop.holdfast.shell(step.command.replacing("holdfast ", with: "\"$holdfast\" ", maxReplacements: 1) + " 2>&1")
            #expect(run.status == 0, "\(step.command): \(run)")
            var printed = run.text.split(separator: "\n").map { Self.plain(String($0)) }[...]
            var mayLeaveOut = false
            for line in step.lines where !line.isEmpty && !Self.isHeading(line) {
                if line.allSatisfy({ $0 == "." || $0 == " " }) {
                    mayLeaveOut = true
                    continue
                }
                let wanted = Self.plain(line)
                let place = mayLeaveOut ? printed.firstIndex(of: wanted) : printed.first == wanted ? printed.startIndex : nil
                let found = try #require(place, "\(step.command): “\(wanted)” is not what comes next: \(printed.prefix(4))")
                printed = printed[(found + 1)...]
                mayLeaveOut = false
            }
            if !step.lines.allSatisfy(\.isEmpty), !mayLeaveOut { #expect(printed.isEmpty, "\(step.command)") }
        }
    }
}
