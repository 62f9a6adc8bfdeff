import Foundation
import Testing
@testable import WebApp

@Suite("The views")
struct ViewsTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/WebApp")

    @Test("Every file is a view, and every view can be read")
    func readable() throws {
        _ = try Views()
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appendingPathComponent("Views").path)
        #expect(Set(files.filter { $0.hasSuffix(".mustache") }.map { String($0.dropLast(9)) }) == Views.names)
    }

    @Test("Every text a view names exists")
    func texts() throws {
        let keys = Texts(.english).keys
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appendingPathComponent("Views").path)
        for file in files {
            let text = try String(contentsOf: Self.folder.appendingPathComponent("Views/\(file)"), encoding: .utf8)
            for match in text.matches(of: /\{\{[#^]?texts\.(\w+)/) {
                #expect(keys.contains(String(match.output.1)), "\(file): \(match.output.1)")
            }
        }
    }
}
