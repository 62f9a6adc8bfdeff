import Foundation
import Testing
@testable import WebApp

@Suite("The page's style sheets, scripts and pictures")
struct AssetsTests {
    private static let folder = ViewsTests.folder.appendingPathComponent("Assets")

    @Test("Every file is served, and none that is not there")
    func complete() throws {
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)) == Set(Assets.all.keys))
    }

    @Test("What a script imports and what a view draws from is there")
    func references() throws {
        for (name, asset) in Assets.all where name.hasSuffix(".js") {
            for match in String(decoding: asset.bytes, as: UTF8.self).matches(of: /from "\.\/([\w.-]+)"/) {
                #expect(Assets.all[String(match.output.1)] != nil, "\(name): \(match.output.1)")
            }
        }
        let icons = String(decoding: Assets.all["icons.svg"]?.bytes ?? [], as: UTF8.self)
        let views = ViewsTests.folder.appendingPathComponent("Views")
        for file in try FileManager.default.contentsOfDirectory(atPath: views.path) {
            let text = try String(contentsOf: views.appendingPathComponent(file), encoding: .utf8)
            for match in text.matches(of: /icons_svg\}\}#([\w-]+)"/) {
                #expect(icons.contains("id=\"\(match.output.1)\""), "\(file): \(match.output.1)")
            }
            #expect(
                !text.contains(/<[^>]* style=|<style|<script>|<script type="module">| on[a-z]+="/),
                "\(file) holds what the page's policy forbids")
        }
        for room in Frame.Room.allCases { #expect(icons.contains("id=\"\(room.rawValue)\"")) }
    }
}
