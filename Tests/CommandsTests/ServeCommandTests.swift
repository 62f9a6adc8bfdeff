import Foundation
import Testing

@Suite("holdfast serve")
struct ServeCommandTests {
    @Test("It does not open to other computers before there is a password, and says how to set one")
    func refuses() throws {
        let workshop = try Workshop()
        let run = try workshop.holdfast("serve", "--listen", "0.0.0.0", "--port", "0")
        #expect(run.status == 65 && run.errors.contains("holdfast serve --set-password"), "\(run)")
    }

    @Test("A password comes from standard input, and one that is too short is refused")
    func password() throws {
        let workshop = try Workshop()
        #expect(try workshop.holdfast("serve", "--set-password", input: workshop.write("short", "short\n")).status == 65)
        #expect(try workshop.holdfast("serve", "--set-password", input: workshop.write("empty", "")).status == 65)
        #expect(
            try workshop.holdfast("serve", "--set-password", input: workshop.write("password", "a stone, a leaf, a door\n")).status == 0)
        #expect(try workshop.holdfast("verify").status == 0)
        #expect(try workshop.holdfast("serve", "--remove-password").status == 0)
        #expect(try workshop.holdfast("serve", "--listen", "0.0.0.0", "--port", "0").status == 65)
    }

    @Test("A token is the only thing on standard output, and its scopes are known ones")
    func token() throws {
        let workshop = try Workshop()
        let run = try workshop.holdfast("serve", "--new-token", "script", "--scope", "read", "--scope", "export")
        #expect(run.status == 0 && run.text.wholeMatch(of: /holdfast_[A-Za-z0-9_-]{43}\n/) != nil, "\(run)")
        #expect(try workshop.holdfast("serve", "--new-token", "script", "--scope", "everything").status == 64)
        #expect(try workshop.holdfast("serve", "--scope", "read").status == 64)
    }
}
