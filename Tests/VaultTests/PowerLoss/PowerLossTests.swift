import Foundation
import TestSupport
import Testing
import Vault

/// The power fails in the middle of anything, and the disk has what it was told to sync and, of the rest, whatever it likes.
///
/// `scripts/cut-power 5000` cuts as often as that; `docs/reliability.md` has the counts.
@Suite struct `When the power fails` {
    private static let environment = ProcessInfo.processInfo.environment
    /// How often the power fails in each way of using a vault.
    private static let cuts = environment["HOLDFAST_POWER_CUTS"].flatMap { Int($0) } ?? 12
    private static let seed = environment["HOLDFAST_POWER_SEED"].flatMap { UInt64($0) } ?? 1

    @Test(arguments: PowerLossScenario.Way.allCases)
    func `all that was acknowledged is there, and nothing half`(way: PowerLossScenario.Way) throws {
        let scenario = try PowerLossScenario(way)
        try #require(scenario.history.count > 200, "only \(scenario.history.count) events")
        let outcome = try Self.outcome(of: scenario, cuts: Self.cuts, seed: Self.seed, lie: nil)
        #expect(outcome.problems == [])
        let counts = outcome.counts.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
        print("power cuts, \(way.rawValue), \(scenario.history.count) events: \(counts)")
    }

    @Test(arguments: CutDisk.Lie.allCases)
    func `a disk that does not keep what it says is found out`(lie: CutDisk.Lie) throws {
        let outcome = try Self.outcome(of: PowerLossScenario(.closedEachTime), cuts: 16, seed: Self.seed, lie: lie)
        #expect(!outcome.problems.isEmpty)
    }

    /// How cuts end: how many found the vault as it was before the step that was under way, or after it; and what must not be.
    private struct Outcome {
        var counts: [String: Int] = [:]
        var problems: [String] = []
    }

    private static func outcome(of scenario: PowerLossScenario, cuts: Int, seed: UInt64, lie: CutDisk.Lie?) throws -> Outcome {
        var random = SeededGenerator(seed: seed)
        // Any event may be the last one. They are taken in their order, so that the disk is followed only once.
        let places = (0..<cuts).map { _ in Int.random(in: 1...scenario.history.count, using: &random) }.sorted()
        var disk = CutDisk(lie: lie)
        var taken = 0
        var outcome = Outcome()
        for (number, place) in places.enumerated() {
            for event in scenario.history[taken..<place] { disk.take(event) }
            taken = place
            var random = SeededGenerator(seed: seed << 32 | UInt64(number))
            let step = disk.acknowledged
            let (name, problem) = try look(at: disk.afterCut(&random), scenario, step)
            outcome.counts[name, default: 0] += 1
            let during = step + 1 < scenario.names.count ? scenario.names[step + 1] : "the end"
            if let problem { outcome.problems.append("cut \(number) at event \(place), during \(during): \(problem)") }
        }
        return outcome
    }

    /// Lets the power come back: opens the vault as anybody would, and looks what it tells.
    private static func look(at files: [String: [UInt8]], _ scenario: PowerLossScenario, _ step: Int) throws -> (String, String?) {
        let folder = try TemporaryFolder()
        for (name, bytes) in files { try folder.write(name, bytes) }
        // The index of the log is made anew, whatever a system leaves of it.
        if files["vault.sqlite-wal"] != nil { try folder.write("vault.sqlite-shm", [UInt8](repeating: 0xA5, count: 32768)) }
        if step >= scenario.copyStep {
            guard files["copy.sqlite"] != nil else { return ("lost", "the copy is not there") }
            do {
                let told = try PowerLossScenario.portrait(of: folder.path("copy.sqlite"))
                guard told == scenario.told[scenario.copyStep] else { return ("lost", "the copy tells something else") }
            } catch {
                return ("broken", "the copy: \(error)")
            }
        }
        do {
            let options = SQLiteEngine.Options(patienceSeconds: 1, cacheKibibytes: 2048)
            let vault = try Vault(path: folder.path("vault.sqlite"), options: options, clock: .fixed())
            defer { try? vault.close() }
            let findings = try vault.verify().findings
            guard findings.isEmpty else { return ("broken", "not sound: \(findings.map(\.message))") }
            let told = try VaultPortrait(of: vault)
            // Where there was no vault yet, an empty one was made just now.
            if told == scenario.told[step] ?? scenario.told[1] { return ("as acknowledged", nil) }
            if step + 1 < scenario.told.count, told == scenario.told[step + 1] { return ("one step further", nil) }
            return ("lost", "tells something else: " + told.difference(from: scenario.told[step] ?? told))
        } catch {
            return ("broken", "\(error)")
        }
    }
}
