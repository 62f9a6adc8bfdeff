import Foundation
import Testing
import TestSupport

@testable import WebApp

@Suite("A QR code")
struct QRCodeTests {
    private static let reader = "/usr/bin/zbarimg"

    @Test(
        "A reader reads what was written, in every size and in any script",
        .enabled(if: FileManager.default.isExecutableFile(atPath: reader)),
        arguments: [
            "A", "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jürgen Weißkopf\r\nEND:VCARD", "ليلى حداد",
            String(repeating: "Holdfast 0123 ", count: 12),
            String(repeating: "a~b/C", count: 100), String(repeating: "the quick brown fox ", count: 60),
            String(repeating: "x", count: 2_953),
        ])
    func isRead(text: String) throws {
        let code = try #require(QRCode(Array(text.utf8)))
        let folder = try TemporaryFolder()
        let (size, scale) = (code.side + 8, 4)
        var picture = "P1\n\(size * scale) \(size * scale)\n"
        for row in 0..<size * scale {
            for column in 0..<size * scale {
                let (y, x) = (row / scale - 4, column / scale - 4)
                picture += (0..<code.side).contains(y) && (0..<code.side).contains(x) && code.isDark(y, x) ? "1" : "0"
            }
            picture += "\n"
        }
        let path = try folder.write("code.pbm", picture)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.reader)
        process.arguments = ["--quiet", "--raw", path]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let read = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(read.hasPrefix(text) && read.utf8.count <= text.utf8.count + 1)
    }

    @Test("takes the smallest size, and nothing that no size holds")
    func sizes() throws {
        #expect(QRCode(Array("A".utf8))?.side == 21)
        #expect(QRCode([UInt8](repeating: 65, count: 14))?.side == 21)
        #expect(QRCode([UInt8](repeating: 65, count: 15))?.side == 25)
        #expect(QRCode([UInt8](repeating: 65, count: 2_953))?.side == 177)
        #expect(QRCode([UInt8](repeating: 65, count: 2_954)) == nil)
        #expect(QRCode([])?.side == 21)
    }

    @Test("is drawn black on white with its quiet zone and its name, whatever is in it")
    func drawing() throws {
        let svg = try #require(QRCode([1, 2, 3])).svg(title: "<A & B>")
        #expect(svg.contains("viewBox=\"0 0 29 29\"") && svg.contains("<title>&lt;A &amp; B&gt;</title>"))
    }
}
