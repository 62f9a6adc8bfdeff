import Foundation
import Testing

/// Killed at any moment, an import is wholly in or wholly out.
@Suite("Interrupted")
struct InterruptionTests {
    static let rows = 3000

    /// How long an import of the file takes undisturbed, in seconds.
    private static let duration = Result<Double, any Error> {
        let workshop = try Workshop("duration")
        let file = try workshop.write("many.csv", Connections.file(rows, from: 10, company: "Later"))
        _ = try workshop.holdfast("import", "--exported-on", "2025-01-01", workshop.write("few.csv", Connections.file(20)))
        let start = Date()
        _ = try workshop.holdfast("import", "--exported-on", "2026-01-01", file)
        return Date().timeIntervalSince(start)
    }

    @Test("kill -9 leaves all of a file or none of it, and it can be imported again", arguments: 0..<26)
    func killed(moment: Int) throws {
        let seconds = try Self.duration.get()
        let workshop = try Workshop("killed\(moment)")
        let holdfast = workshop.holdfast
        let few = try workshop.write("few.csv", Connections.file(20))
        let many = try workshop.write("many.csv", Connections.file(Self.rows, from: 10, company: "Later"))
        try #require(holdfast("import", "--exported-on", "2025-01-01", few).status == 0)
        let before = try holdfast("people", "--json").text

        let child = try holdfast.start(["import", "--exported-on", "2026-01-01", many])
        // Spread over the whole of it and a little beyond: others may be running beside this one.
        Thread.sleep(forTimeInterval: seconds * 1.3 * (Double(moment) + 0.5) / 26)
        child.killNow()
        let end = try child.finish()
        #expect(end.status == -SIGKILL || end.status == 0, "\(end)")

        let verified = try holdfast("verify", "--json")
        #expect(verified.status == 0, "\(verified)")
        let snapshots = try holdfast("snapshots", "--json").lines.count
        let people = try holdfast("people", "--json")
        if snapshots == 1 {
            #expect(people.text == before)
            #expect(try holdfast("log", "--json").lines.count == 1)
        } else {
            #expect(snapshots == 2)
            #expect(people.lines.count == Self.rows + 10)
        }
        // A few moments show as well as all that the work can be taken up again.
        guard moment.isMultiple(of: 5) else { return }
        let again = try holdfast("import", "--json", "--exported-on", "2026-01-01", many)
        #expect(again.status == 0, "\(again)")
        #expect(try again.object["files"][0]["already_imported"] == .bool(snapshots == 2))
        #expect(try holdfast("people", "--json").lines.count == Self.rows + 10)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("Killed while the vault is made, the next run makes it", arguments: 0..<8)
    func killedWhileMaking(moment: Int) throws {
        let workshop = try Workshop("making\(moment)")
        let child = try workshop.holdfast.start(["import", Repository.linkedIn("era-e.csv")])
        Thread.sleep(forTimeInterval: 0.012 * Double(moment + 1))
        child.killNow()
        _ = try child.finish()
        let run = try workshop.holdfast("import", Repository.linkedIn("era-e.csv"))
        #expect(run.status == 0, "\(run)")
        #expect(try workshop.holdfast("people", "--json").lines.count == 5)
        #expect(try workshop.holdfast("verify").status == 0)
    }

    @Test("Killed while taking back an import, it is taken back or not", arguments: 0..<4)
    func killedWhileUndoing(moment: Int) throws {
        let workshop = try Workshop("undoing\(moment)")
        let holdfast = workshop.holdfast
        try #require(holdfast("import", workshop.write("some.csv", Connections.file(600))).status == 0)
        let child = try holdfast.start(["undo"])
        Thread.sleep(forTimeInterval: 0.08 * Double(moment + 1))
        child.killNow()
        _ = try child.finish()
        #expect(try holdfast("verify").status == 0)
        let undone = try holdfast("log", "--json").lines.count == 2
        #expect(try holdfast("people", "--json").lines.count == (undone ? 0 : 600))
    }

    @Test("Two imports at once: both come in, one after the other")
    func twoAtOnce() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let files = try [
            workshop.write("a.csv", Connections.file(700)), workshop.write("b.csv", Connections.file(700, from: 350, company: "Other")),
        ]
        let children = try zip(files, ["2025-01-01", "2026-01-01"]).map { try holdfast.start(["import", "--exported-on", $1, $0]) }
        for child in children {
            let run = try child.finish()
            #expect(run.status == 0, "\(run)")
        }
        #expect(try holdfast("people", "--json").lines.count == 1050)
        #expect(try holdfast("snapshots", "--json").lines.count == 2)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("The same file twice at once comes in once")
    func sameAtOnce() throws {
        let workshop = try Workshop()
        let file = try workshop.write("a.csv", Connections.file(300))
        let children = try (0..<3).map { _ in try workshop.holdfast.start(["import", "--json", file]) }
        let runs = try children.map { try $0.finish() }
        #expect(runs.allSatisfy { $0.status == 0 }, "\(runs)")
        #expect(try runs.filter { try $0.object["files"][0]["already_imported"] == .bool(false) }.count == 1)
        #expect(try workshop.holdfast("people", "--json").lines.count == 300)
        #expect(try workshop.holdfast("snapshots", "--json").lines.count == 1)
    }

    @Test("Who reads never waits for who writes")
    func readWhileWriting() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        try #require(holdfast("import", "--exported-on", "2025-01-01", workshop.write("few.csv", Connections.file(20))).status == 0)
        let before = try holdfast("people", "--json").text
        let child = try holdfast.start(["import", "--exported-on", "2026-01-01", workshop.write("many.csv", Connections.file(2000))])
        Thread.sleep(forTimeInterval: 0.3)
        let people = try holdfast("people", "--json")
        let isStillWriting = try holdfast("snapshots", "--json").lines.count == 1
        #expect(people.status == 0 && people.errors.isEmpty, "\(people)")
        #expect(people.text == before || !isStillWriting, "what is half written must not show")
        #expect(try child.finish().status == 0)
        #expect(try holdfast("people", "--json").lines.count == 2000)
    }
}
