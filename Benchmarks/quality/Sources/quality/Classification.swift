import ContactModel
import ContactQuality
import Foundation

/// Classifies addresses: lines of address, company, given and family name in; kind, probability and reason out; with `--pace`, the pace on
/// standard error.
enum Classification {
    static func run() {
        let cases = Quality.lines().filter { $0.count >= 4 }.map { line in
            (address: line[0], companies: line[1].isEmpty ? [] : [line[1]], name: PersonName(given: line[2], family: line[3]))
        }
        var out = ""
        for one in cases {
            let verdict = EmailClassification.verdict(of: one.address, companies: one.companies, name: one.name)
            out += "\(verdict.kind.rawValue)\t\(verdict.probability)\t\(verdict.reason)\n"
        }
        FileHandle.standardOutput.write(Data(out.utf8))
        guard CommandLine.arguments.contains("--pace"), !cases.isEmpty else { return }
        let start = ContinuousClock.now
        let rounds = max(1, 300_000 / cases.count)
        var work = 0
        for _ in 0..<rounds {
            for one in cases where EmailClassification.kind(of: one.address, companies: one.companies, name: one.name) == .work { work += 1 }
        }
        let seconds = Double((ContinuousClock.now - start) / .nanoseconds(1)) / 1e9
        FileHandle.standardError.write(Data("\(Int(Double(rounds * cases.count) / seconds)) addresses a second (\(work) work)\n".utf8))
    }
}
