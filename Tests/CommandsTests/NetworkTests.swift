import Foundation
import Testing

/// No network but where one asks for it by name.
@Suite("Without a network")
struct NetworkTests {
    /// Whether processes may be traced here; in some containers they may not.
    static let canTrace: Bool = {
        guard let workshop = try? Workshop("trace") else { return false }
        return (try? workshop.holdfast.shell("strace -f -qq -o /dev/null true").status) == 0
    }()

    @Test("No command opens a socket to anywhere", .enabled(if: canTrace))
    func sockets() throws {
        let workshop = try Workshop()
        let holdfast = workshop.holdfast
        let file = try workshop.write("a.csv", Connections.file(12))
        let commands = [
            ["import", file], ["people", "--json"], ["show", "Given3 Family3"], ["changes"], ["review"], ["status"], ["snapshots"], ["log"],
            ["tag", "Given3 Family3", "x"], ["undo"], ["share", "Given3 Family3", "--no"], ["requested", "linkedin"], ["guide", "google"],
            ["export", "--to", "csv"], ["export", "--to", "archive", "-o", "out"], ["backup", "copy.sqlite"], ["verify"],
            ["report", "Given3 Family3"], ["erase", "Given3 Family3", "--yes"], ["restore", "copy.sqlite", "--force"],
            ["watch", ".", "--once"],
        ]
        for words in commands {
            let run = try holdfast.run(
                words, through: ["strace", "-f", "-qq", "-o", "trace.log", "-e", "trace=socket,connect,sendto,sendmsg"])
            #expect(run.status == 0, "\(words): \(run)")
            let calls = try holdfast.shell("cat trace.log").lines.filter { !$0.contains("AF_UNIX") && $0.contains("AF_") }
            // The system's own look-up of user names asks a local socket.
            #expect(calls == [], "\(words)")
        }
    }
}
