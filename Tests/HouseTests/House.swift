import Foundation

/// The repository as text: the package's manifest, the table of the floors, the sources.
struct House {
    /// A target as the manifest declares it.
    struct Target {
        var name: String
        /// What it depends on, products of other packages included.
        var dependencies: Set<String>
        var isTest: Bool
        var isSystemLibrary: Bool
    }

    /// A row of the table in `docs/architecture.md`.
    struct Row {
        var floor: String
        var targets: [String]
        var mayImport: String
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file's text.
    static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
    }

    /// The paths of all Swift files in a folder, from the root.
    static func swiftFiles(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path)
            .filter { $0.hasSuffix(".swift") }.sorted().map { "\(folder)/\($0)" }
    }

    /// A file's lines, with what follows `//` taken away.
    static func code(_ path: String) throws -> [(number: Int, text: Substring)] {
        try text(path).split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
            (number + 1, line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line)
        }
    }

    // MARK: The manifest

    /// The targets `Package.swift` declares.
    static func targets() throws -> [Target] {
        let manifest = try text("Package.swift").split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(
            separator: "\n")
        guard let list = manifest.firstRange(of: "\n    targets: [") else { return [] }
        let declarations = manifest[list.upperBound...]
        var targets: [Target] = []
        for match in declarations.matches(of: /\.(target|executableTarget|testTarget|systemLibrary|macro|plugin)\(/) {
            let inside = Self.balanced(declarations[match.range.upperBound...])
            guard let name = inside.firstMatch(of: /name:\s*"([^"]+)"/) else { continue }
            var dependencies: Set<String> = []
            if let start = inside.firstRange(of: "dependencies: [") {
                for item in Self.balanced(inside[start.upperBound...]).matches(of: /\.product\(\s*name:\s*"([^"]+)"[^)]*\)|"([^"]+)"/) {
                    if let dependency = item.output.1 ?? item.output.2 { dependencies.insert(String(dependency)) }
                }
            }
            targets.append(
                Target(
                    name: String(name.output.1), dependencies: dependencies, isTest: match.output.1 == "testTarget",
                    isSystemLibrary: match.output.1 == "systemLibrary"))
        }
        return targets
    }

    /// The text up to the bracket that closes what was opened before it.
    private static func balanced(_ text: Substring) -> Substring {
        var depth = 1
        for index in text.indices {
            switch text[index] {
            case "(", "[": depth += 1
            case ")", "]":
                depth -= 1
                if depth == 0 { return text[..<index] }
            default: break
            }
        }
        return text
    }

    // MARK: The table

    /// The rows of the table of floors.
    static func rows() throws -> [Row] {
        var rows: [Row] = []
        var isTable = false
        for line in try text("docs/architecture.md").split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { $0.trimmed }
            guard line.hasPrefix("|"), cells.count >= 6 else {
                isTable = false
                continue
            }
            if cells[1].lowercased() == "floor", cells[2].lowercased().hasPrefix("target") {
                isTable = true
            } else if isTable, !cells[1].contains("--") {
                let names = cells[2].matches(of: /[A-Za-z]\w*/).map { String($0.output) }
                rows.append(Row(floor: cells[1], targets: names, mayImport: cells[4]))
            }
        }
        return rows
    }

    /// Which of the package's targets a target may import by the table; `nil` where the table doesn't know it.
    static func allowed(_ name: String, by rows: [Row]) -> Set<String>? {
        guard let row = rows.first(where: { $0.targets.contains(name) }) else { return nil }
        var allowed: Set<String> = []
        func add(floor: Int) {
            for row in rows where row.floor == String(floor) { allowed.formUnion(row.targets) }
        }
        var words = row.mayImport
        if words.lowercased().contains("c shim") || words.lowercased().contains("system librar") { add(floor: 0) }
        for match in words.matches(of: /(\d+)\s*(?:-|–|to)\s*(\d+)/) {
            if let first = Int(match.output.1), let last = Int(match.output.2), first <= last {
                for floor in first...last { add(floor: floor) }
            }
        }
        words = words.replacing(/\d+\s*(?:-|–|to)\s*\d+/, with: " ")
        for match in words.matches(of: /\b\d+\b/) { if let floor = Int(match.output) { add(floor: floor) } }
        for match in words.matches(of: /[A-Za-z]\w*/) { allowed.insert(String(match.output)) }
        return allowed
    }

    // MARK: Commands

    /// The names of the program's commands, by the list in `RootCommand`.
    static func commands() throws -> [String] {
        let listed = try text("Sources/Commands/RootCommand.swift").matches(of: /(\w+)\.self/).map { String($0.output.1) }
        var names: [String: String] = [:]
        for file in try swiftFiles(in: "Sources/Commands") {
            for match in try text(file).matches(of: /struct (\w+): (?:Async)?ParsableCommand \{[\s\S]*?commandName:\s*"([\w-]+)"/) {
                names[String(match.output.1)] = String(match.output.2)
            }
        }
        return listed.map { names[$0] ?? "no name for \($0)" }
    }
}

extension Substring {
    /// Without blanks at either end.
    var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
