import Foundation
import Testing

/// System calls that fail, and a program that is killed at one: a few places of each command, others each time the seed is changed.
/// `scripts/inject-faults` tries them all, and `docs/reliability.md` has the counts.
@Suite("Faults")
struct FaultTests {
    @Test(
        "Whatever call fails, nothing acknowledged is lost, and the vault can be used",
        .enabled(if: NetworkTests.canTrace), arguments: ["import,undo", "backup,restore", "export,archive", "erase"])
    func faults(commands: String) throws {
        let workshop = try Workshop("faults")
        let script = Repository.root.appendingPathComponent("scripts/inject-faults").path
        let run = try workshop.holdfast.shell(
            "python3 '\(script)' --program \"$holdfast\" --each 45 --seed 7 --only \(commands) --json")
        let report = try run.object
        #expect(run.status == 0 && report["broken"].elements == [], "\(run)")
        #expect((report["tried"].integer ?? 0) >= 4, "\(run)")
    }
}
