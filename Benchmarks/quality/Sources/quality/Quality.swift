import Foundation

/// Measures `ContactQuality`: `quality classify`, `quality companies` and `quality careers`; see README.md.
@main
enum Quality {
    static func main() {
        switch CommandLine.arguments.dropFirst().first {
        case "classify": Classification.run()
        case "companies": CompanyPairs.run()
        case "careers": Careers.report(people: CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 200_000)
        default:
            FileHandle.standardError.write(Data("quality classify|companies < lines of tabs; quality careers [people]\n".utf8))
            exit(64)
        }
    }

    /// Lines of standard input, each cut at tabs.
    static func lines() -> [[String]] {
        String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }
}
