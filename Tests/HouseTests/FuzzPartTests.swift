import Foundation
import Testing

/// `Fuzz/Parts`, which no build of the package sees.
@Suite("The parts that are fuzzed")
struct FuzzPartTests {
    @Test("Each file a part says it is made of is there")
    func files() throws {
        let parts = try House.swiftFiles(in: "Fuzz/Parts")
        #expect(parts.count >= 10)
        for part in parts {
            let first = try House.text(part).split(separator: "\n").first ?? ""
            #expect(first.hasPrefix("// Of: "), "\(part) doesn't name its files")
            guard !first.hasPrefix("// Of: nothing") else { continue }
            for path in first.dropFirst("// Of: ".count).split(separator: " ").flatMap(Self.expanded) {
                let source = House.root.appending(path: "Sources/" + path).path
                let isThere = ["", ".swift"].contains { FileManager.default.fileExists(atPath: source + $0) }
                #expect(isThere, "\(part) names \(path)")
            }
        }
    }

    /// `A/{B,C}` is two paths, as the shell has it.
    private static func expanded(_ word: Substring) -> [String] {
        guard let open = word.firstIndex(of: "{"), let close = word.firstIndex(of: "}"), open < close else { return [String(word)] }
        return word[word.index(after: open)..<close].split(separator: ",").map { word[..<open] + $0 + word[word.index(after: close)...] }
            .map(String.init)
    }
}
