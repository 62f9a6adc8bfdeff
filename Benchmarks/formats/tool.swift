import Foundation

@testable import ContactFormats

/// Reads for the benchmarks, and writes nothing: `format-tool read PATH` reads what lies there as an import does, in whatever format it is,
/// and counts; `format-tool addresses FILE` reads one header field of mail a line (written as hexadecimal) and writes the addresses in it
/// the same way, parted by tabs.
@main
struct FormatTool {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { fatalError("usage: format-tool read|addresses PATH") }
        switch arguments[1] {
        case "read": try read(arguments[2])
        case "addresses": try addresses(arguments[2])
        default: fatalError("usage: format-tool read|addresses PATH")
        }
    }

    private static func read(_ path: String) throws {
        let clock = ContinuousClock()
        var rows = 0
        var entries = 0
        let time = try clock.measure {
            let parcel = try Parcel.open(path: path, limits: UnpackingLimits(entries: 1_000_000, bytesPerEntry: 1 << 40, totalBytes: 1 << 40))
            for table in try HandOutFormat.recognise(parcel).tables {
                rows = max(rows, try table.read { if case .entry = $0 { entries += 1 } })
            }
        }
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        print("\(rows) rows, \(entries) entries, \(seconds) s")
    }

    private static func addresses(_ path: String) throws {
        var list = AddressList()
        var output = ""
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
            let digits = Array(line.utf8)
            let bytes = stride(from: 0, to: digits.count - 1, by: 2).map { value(digits[$0]) << 4 | value(digits[$0 + 1]) }
            list.read(bytes.span, 0..<bytes.count)
            output += list.mailboxes.map { list.text[$0.address].map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }.joined(separator: "\t") + "\n"
        }
        print(output, terminator: "")
    }

    private static func value(_ digit: UInt8) -> UInt8 { digit < 58 ? digit - 48 : digit - 87 }
}
