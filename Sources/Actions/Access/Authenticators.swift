import ContactModel
import Foundation
public import Vault

extension AccessEntry {
    /// The second factor's key, where this is one.
    var authenticator: OneTimeCode? {
        guard kind == .authenticator, let text = body["key"]?.stringValue, let key = Data(base64Encoded: text) else { return nil }
        return OneTimeCode(key: key)
    }
}

/// A code that stands in for the second factor once.
enum RecoveryCode {
    /// A new one: 80 random bits, as people can type them, `k3v9m-…`.
    static func make() -> String {
        let letters = Array("abcdefghjkmnpqrstuvwxyz23456789")
        var random = SystemRandomNumberGenerator()
        return (0..<4).map { _ in String((0..<4).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }) }.joined(
            separator: "-")
    }

    /// The code without what people add when they type it.
    static func normal(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}

/// Begins to use a second factor: makes its key, which an authenticator app then holds. It counts once a code of it was typed.
public struct EnrolAuthenticator: Sendable {
    /// What the app is told.
    public struct Outcome: Sendable {
        /// The address a QR code shows.
        public var uri: String
        /// The key, to be typed where there is no camera.
        public var key: String
    }

    /// Prepares it.
    public init() {}

    /// Makes the key, in place of one that was never confirmed.
    ///
    /// - Throws: `VaultError` with code `refused` where there is no password, or a second factor is in use.
    public func run(in vault: Vault) throws -> Outcome {
        let code = OneTimeCode(key: Secret.random(byteCount: 20))
        try vault.changeAccess { table in
            guard try table.first(.password) != nil else {
                throw VaultError(.refused, "A second factor goes with a password. Set one first; nothing was changed.")
            }
            guard try table.first(.authenticator)?.body["confirmed"] != .bool(true) else {
                throw VaultError(.refused, "A second factor is in use already. Remove it first; nothing was changed.")
            }
            try table.keep(
                AccessEntry(
                    .authenticator, body: ["key": .string(code.key.base64EncodedString()), "confirmed": .bool(false), "used": .integer(0)]))
        }
        return Outcome(uri: code.uri, key: code.keyText)
    }

    /// The key that waits to be confirmed; `nil` where none does.
    public func waiting(in vault: Vault) throws -> Outcome? {
        guard let entry = try vault.readAccess({ try $0.first(.authenticator) }), entry.body["confirmed"] == .bool(false),
            let code = entry.authenticator
        else { return nil }
        return Outcome(uri: code.uri, key: code.keyText)
    }
}

/// Confirms a second factor by a code of it. From then on each sign-in asks for one.
public struct ConfirmAuthenticator: Sendable {
    /// The code.
    public var code: String

    /// Prepares it.
    public init(code: String) {
        self.code = code
    }

    /// Confirms it.
    ///
    /// - Returns: the recovery codes, which are shown this once.
    /// - Throws: `VaultError` with code `refused` where the code is wrong or there is nothing to confirm.
    public func run(in vault: Vault, clock: Clock = .system) throws -> [String] {
        let now = clock.milliseconds() / 1000
        return try vault.changeAccess { table in
            guard var entry = try table.first(.authenticator), entry.body["confirmed"] == .bool(false), let key = entry.authenticator else {
                throw VaultError(.refused, "There is no second factor to confirm. Nothing was changed.")
            }
            guard let step = key.accepted(code, atSeconds: now, after: 0) else {
                throw VaultError(.refused, "That is not the code the app shows now. Nothing was changed; type the next one.")
            }
            entry.body["confirmed"] = .bool(true)
            entry.body["used"] = .integer(Int64(clamping: step))
            try table.keep(entry)
            try table.removeAll(.recovery)
            let codes = (0..<10).map { _ in RecoveryCode.make() }
            for code in codes { try table.keep(AccessEntry(.recovery, name: Secret.hash(of: RecoveryCode.normal(code)), body: [:])) }
            return codes
        }
    }
}

/// Does without a second factor again.
public struct RemoveAuthenticator: Sendable {
    /// Prepares it.
    public init() {}

    /// Removes it, and its recovery codes.
    public func run(in vault: Vault) throws {
        try vault.changeAccess { table in
            try table.removeAll(.authenticator)
            try table.removeAll(.recovery)
        }
    }
}
