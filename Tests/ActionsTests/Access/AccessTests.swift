import ContactModel
import Foundation
import Synchronization
import Testing
import TestSupport

@testable import Actions
@testable import Vault

@Suite("Who is let in")
struct AccessTests {
    /// A clock that is put forward by hand.
    final class HandClock: Sendable {
        private let now = Mutex<UInt64>(1_790_000_000_000)
        var clock: Clock { Clock(milliseconds: { self.now.withLock { $0 } }, newID: Clock.system.newID) }
        func pass(minutes: UInt64) { now.withLock { $0 += minutes * 60_000 } }
        var seconds: UInt64 { now.withLock { $0 / 1000 } }
    }

    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// Quick to try; how strong it really is has a test of its own.
    static let light = PasswordCost(logRounds: 8, blockSize: 8, parallelism: 1)
    static let password = "a stone, a leaf, a door"

    private static func vault(_ folder: TemporaryFolder, password: String? = password, cost: PasswordCost = light) throws -> Vault {
        let vault = try Vault(path: folder.path("vault.sqlite"))
        if let password { try SetPassword(password, cost: cost).run(in: vault) }
        return vault
    }

    private static func visitor(_ vault: Vault, session: String? = nil, token: String? = nil, _ clock: Clock) throws
        -> RecogniseVisitor.Visitor
    {
        try RecogniseVisitor(session: session, token: token).run(in: vault, clock: clock).visitor
    }

    @Test("A password is kept as scrypt of 2^15, 8, 3 with a salt of its own, and never as it is")
    func kept() throws {
        let vault = try Self.vault(folder, cost: .current)
        let kept = try #require(try vault.readAccess { try $0.first(.password)?.body["scrypt"]?.stringValue })
        #expect(kept.hasPrefix("$scrypt$ln=15,r=8,p=3$"))
        #expect(try PasswordHash(kept)?.matches(Self.password) == true)
        #expect(try PasswordHash(kept)?.matches(Self.password + " ") == false)
        #expect(try PasswordHash(of: Self.password, cost: Self.light).salt != PasswordHash(of: Self.password, cost: Self.light).salt)
        #expect(try vault.verify().isSound)
        try vault.close()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("vault.sqlite")))
        #expect(bytes.range(of: Data(Self.password.utf8)) == nil)
    }

    @Test("scrypt gives what RFC 7914 says it gives")
    func scrypt() throws {
        // RFC 7914 §12, the third vector, its first 32 bytes.
        var hash = try #require(
            PasswordHash(
                "$scrypt$ln=14,r=8,p=1$\(Data("SodiumChloride".utf8).base64EncodedString())$\(Data(count: 32).base64EncodedString())"))
        hash.hash = Data([
            0x70, 0x23, 0xBD, 0xCB, 0x3A, 0xFD, 0x73, 0x48, 0x46, 0x1C, 0x06, 0xCD, 0x81, 0xFD, 0x38, 0xEB, 0xFD, 0xA8, 0xFB, 0xBA, 0x90,
            0x4F, 0x8E, 0x3E,
            0xA9, 0xB5, 0x43, 0xF6, 0x54, 0x5D, 0xA1, 0xF2,
        ])
        #expect(try hash.matches("pleaseletmein"))
        #expect(try !hash.matches("pleaseletmeout"))
    }

    @Test(
        "What can't be a kept password is none",
        arguments: [
            "", "password", "$scrypt$ln=30,r=8,p=1$AAAA$" + Data(count: 32).base64EncodedString(), "$scrypt$ln=15,r=8,p=1$AAAA$AAAA",
            "$argon2$x$y$z",
            "$scrypt$ln=15$AAAA$" + Data(count: 32).base64EncodedString(),
        ])
    func unreadable(text: String) { #expect(PasswordHash(text) == nil) }

    @Test(
        "A password anyone would guess is refused, a long sentence is not",
        arguments: [
            ("short", false), ("elevenchars", false), ("aaaaaaaaaaaaaaaa", false), ("PasswordPassword1", false), ("1234567890123", false),
            ("qwertyuiopasdf", false), ("Holdfast2026!", false), ("correct horse battery staple", true),
            ("Überm Wald steht der Mond", true),
            (String(repeating: "long words ", count: 23), true), (String(repeating: "long words ", count: 30), false),
        ])
    func strength(password: String, isTaken: Bool) throws {
        let vault = try Self.vault(folder, password: nil)
        if isTaken {
            try SetPassword(password, cost: Self.light).run(in: vault)
        } else {
            #expect(throws: VaultError.self) { try SetPassword(password).run(in: vault) }
            #expect(try !ReportAccess().run(in: vault).hasPassword)
        }
    }

    @Test("Of passwords long enough, known words put together, numbers and runs of keys are guessed, also with signs for letters")
    func guessed() {
        let guessed = [
            "password1234", "P@ssw0rd2024!", "passwordpassword", "Passwort12345", "iloveyou1234", "ILoveYou-Forever", "qwertyuiop123",
            "1q2w3e4r5t6y", "1qaz2wsx3edc", "!QAZ2wsx#EDC4", "zaq12wsxcde3", "qwertzuiop12", "asdfghjkl123", "abcdefghijkl", "abcabcabcabc",
            "123123123123", "12345678987654321", "987654321abc", "01.01.1990 00:00", "Sommer-2026!!", "Berlin20262026", "michael19851985",
            "administrator1", "letmein123456", "welcome2holdfast", "football12345", "dragonmaster99", "unbelievable1", "JesusChrist1!",
            "trustno1trustno1", "schatzischatzi", "Borussia-Dortmund-09", "qayxswedcvfr", "111222333444", "aaaabbbbcccc1", "monkeymonkey!",
        ]
        for password in guessed { #expect(GuessedPasswords.contains(password), "\(password)") }
        let taken = [
            "a stone, a leaf, a door", "correct horse battery staple", "Überm Wald steht der Mond", "xK9#mQ2$vL7pTr", "tarn-velvet-91-ox",
            "пароль из трёх слов здесь", "blue kettle under seven stairs", "long words long words go", "Wir essen um halb acht Kürbis",
            "m3jq-9dxk-w2hf", "ungewohnter Zimtstern", "不要使用容易被猜到的密码吧",
        ]
        for password in taken { #expect(!GuessedPasswords.contains(password), "\(password)") }
    }

    @Test("A session is good until it is left alone for two hours, or a week is over, or somebody signs out")
    func sessions() throws {
        let vault = try Self.vault(folder)
        let hand = HandClock()
        func signIn() throws -> String {
            try #require(try SignIn(password: Self.password, address: "192.0.2.1").run(in: vault, clock: hand.clock))
        }
        #expect(try SignIn(password: "wrong").run(in: vault, clock: hand.clock) == nil)
        let secret = try signIn()
        #expect(try vault.readAccess { try $0.all(.session) }.allSatisfy { $0.name != secret && "\($0.body)".contains(secret) == false })
        guard case .owner = try Self.visitor(vault, session: secret, hand.clock) else { Issue.record("not let in"); return }
        hand.pass(minutes: 121)
        #expect(try Self.visitor(vault, session: secret, hand.clock) == .nobody)
        let second = try signIn()
        for _ in 0..<(7 * 24 - 1) {
            hand.pass(minutes: 60)
            let visitor = try Self.visitor(vault, session: second, hand.clock)
            #expect(visitor != .nobody)
            try NoteVisit(visitor).run(in: vault, clock: hand.clock)
        }
        hand.pass(minutes: 61)
        #expect(try Self.visitor(vault, session: second, hand.clock) == .nobody, "a week is over")
        let (third, fourth) = (try signIn(), try signIn())
        try SignOut(ListSessions().run(in: vault, clock: hand.clock).last?.id).run(in: vault)
        let left = try [third, fourth].filter { try Self.visitor(vault, session: $0, hand.clock) != .nobody }
        #expect(left.count == 1)
        try SignOut(nil).run(in: vault)
        #expect(try ListSessions().run(in: vault, clock: hand.clock).isEmpty)
        let fifth = try signIn()
        try SetPassword(Self.password + "!", cost: Self.light).run(in: vault)
        #expect(try Self.visitor(vault, session: fifth, hand.clock) == .nobody, "a new password signs everybody out")
    }

    @Test(
        "An authenticator's codes are those of RFC 6238",
        arguments: [
            (59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (1_234_567_890, "89005924"),
            (2_000_000_000, "69279037"),
            (20_000_000_000, "65353130"),
        ])
    func vectors(seconds: Int, code: String) {
        let key = OneTimeCode(key: Data("12345678901234567890".utf8), digits: 8)
        #expect(key.code(step: OneTimeCode.step(atSeconds: UInt64(seconds))) == code)
        #expect(key.keyText == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    }

    @Test("With a second factor the password alone opens nothing; a code opens once, and so does a recovery code")
    func secondFactor() throws {
        let vault = try Self.vault(folder)
        let hand = HandClock()
        func opens(_ code: String) throws -> Bool {
            try SignIn(password: Self.password, code: code).run(in: vault, clock: hand.clock) != nil
        }
        let told = try EnrolAuthenticator().run(in: vault)
        #expect(told.uri.contains("secret=\(told.key)") && told.uri.hasPrefix("otpauth://totp/"))
        #expect(try opens(""), "it counts once it was confirmed")
        let key = try #require(try vault.readAccess { try $0.first(.authenticator)?.authenticator })
        func code() -> String { key.code(step: OneTimeCode.step(atSeconds: hand.seconds)) }
        #expect(throws: VaultError.self) { try ConfirmAuthenticator(code: "000000x").run(in: vault, clock: hand.clock) }
        let recovery = try ConfirmAuthenticator(code: code()).run(in: vault, clock: hand.clock)
        #expect(recovery.count == 10 && Set(recovery).count == 10)
        #expect(try !opens(""))
        #expect(try !opens(code()), "the code that confirmed it was used")
        hand.pass(minutes: 1)
        let now = code()
        #expect(try opens("\(now.prefix(3)) \(now.suffix(3))"))
        #expect(try !opens(now), "once")
        hand.pass(minutes: 5)
        #expect(try !opens(now))
        #expect(try opens(recovery[3].uppercased().replacing("-", with: " ")))
        #expect(try !opens(recovery[3]))
        #expect(try ReportAccess().run(in: vault).recoveryCodes == 9)
        #expect(throws: VaultError.self) { try EnrolAuthenticator().run(in: vault) }
        try RemoveAuthenticator().run(in: vault)
        #expect(try opens(""))
        #expect(try vault.verify().isSound)
    }

    @Test("A token does what its scopes say, until it is revoked, and is kept as a hash")
    func tokens() throws {
        let vault = try Self.vault(folder, password: nil)
        let hand = HandClock()
        let secret = try MakeToken(name: " script ", scopes: [.write]).run(in: vault, clock: hand.clock)
        #expect(secret.hasPrefix("holdfast_") && secret.count > 45)
        #expect(throws: VaultError.self) { try MakeToken(name: " ", scopes: [.read]).run(in: vault) }
        #expect(throws: VaultError.self) { try MakeToken(name: "x", scopes: []).run(in: vault) }
        guard case .program(let token) = try Self.visitor(vault, token: secret, hand.clock) else { Issue.record("not known"); return }
        #expect(token.allows(.read) && token.allows(.write) && !token.allows(.export) && !token.allows(.admin))
        #expect(token.lastUsed == nil)
        try NoteVisit(.program(token)).run(in: vault, clock: hand.clock)
        #expect(try ListTokens().run(in: vault).first?.lastUsed == hand.clock.milliseconds())
        #expect(try Self.visitor(vault, token: secret + "x", hand.clock) == .nobody)
        #expect(try vault.readAccess { try $0.all(.token) }.allSatisfy { !"\($0)".contains(secret) })
        try RevokeToken(token.id).run(in: vault)
        #expect(try Self.visitor(vault, token: secret, hand.clock) == .nobody)
        try NoteVisit(.program(token)).run(in: vault, clock: hand.clock)
        #expect(try ListTokens().run(in: vault).isEmpty, "a late note brings nothing back")
    }

    @Test("That a session is used is noted once in ten minutes")
    func noting() throws {
        let vault = try Self.vault(folder)
        let hand = HandClock()
        let secret = try #require(try SignIn(password: Self.password, address: "192.0.2.1").run(in: vault, clock: hand.clock))
        func isToBeNoted() throws -> Bool {
            try RecogniseVisitor(session: secret, token: nil).run(in: vault, clock: hand.clock).isToBeNoted
        }
        #expect(try !isToBeNoted(), "it has just begun")
        hand.pass(minutes: 9)
        #expect(try !isToBeNoted())
        hand.pass(minutes: 1)
        #expect(try isToBeNoted())
        try NoteVisit(Self.visitor(vault, session: secret, hand.clock)).run(in: vault, clock: hand.clock)
        #expect(try !isToBeNoted())
    }

    @Test("The marks of forms are made with the same key after a restart")
    func formKey() throws {
        let first = try FormKey().run(in: Self.vault(folder, password: nil))
        #expect(try FormKey().run(in: Vault(path: folder.path("vault.sqlite"))) == first)
        #expect(first.count >= 43)
    }

    @Test("Whoever changes a row that lets somebody in is found out by verify")
    func verified() throws {
        let vault = try Self.vault(folder)
        try vault.changeAccess { table in
            try table.session.run("UPDATE access SET body = '{}' WHERE kind = 'password'")
        }
        #expect(try vault.verify().findings.contains { $0.kind == "access" })
    }
}
