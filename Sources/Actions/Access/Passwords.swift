import ContactModel
public import Vault

/// Sets the owner's password, and ends every session there was.
public struct SetPassword: Sendable {
    /// The password.
    public var password: String
    /// What it is to cost to try one.
    public var cost: PasswordCost

    /// A password has at least so many characters.
    public static let fewestCharacters = 12
    /// And at most so many.
    public static let mostCharacters = 256

    /// Prepares a password.
    public init(_ password: String, cost: PasswordCost = .current) {
        self.password = password
        self.cost = cost
    }

    /// Sets it.
    ///
    /// - Throws: `VaultError` with code `refused` where it is too short, too long, or among the first anyone would guess.
    public func run(in vault: Vault) throws {
        guard password.count >= Self.fewestCharacters else {
            throw VaultError(
                .refused,
                "The password is too short: take at least \(Self.fewestCharacters) characters, a few words in a row for instance. Nothing was changed."
            )
        }
        guard password.count <= Self.mostCharacters, password.utf8.count <= 4 * Self.mostCharacters else {
            throw VaultError(.refused, "The password is too long: it can have \(Self.mostCharacters) characters. Nothing was changed.")
        }
        guard !GuessedPasswords.contains(password) else {
            throw VaultError(.refused, "That password is among the first anyone would try. Take another; nothing was changed.")
        }
        let hash = try PasswordHash(of: password, cost: cost).text
        try vault.changeAccess { table in
            try table.keep(AccessEntry(.password, body: ["scrypt": .string(hash)]))
            try table.removeAll(.session)
        }
    }
}

/// Takes the owner's password away, and with it the second factor and every session. Tokens of programs stay.
public struct RemovePassword: Sendable {
    /// Prepares it.
    public init() {}

    /// Does it.
    public func run(in vault: Vault) throws {
        try vault.changeAccess { table in
            for kind in [AccessEntry.Kind.password, .authenticator, .recovery, .session] { try table.removeAll(kind) }
        }
    }
}

/// Tells what is asked of somebody who wants in.
public struct ReportAccess: Sendable {
    /// What is asked.
    public struct Outcome: Sendable {
        /// Whether there is a password.
        public var hasPassword: Bool
        /// Whether there is a second factor in use.
        public var hasAuthenticator: Bool
        /// How many recovery codes are left.
        public var recoveryCodes: Int
    }

    /// Prepares it.
    public init() {}

    /// Tells it.
    public func run(in vault: Vault) throws -> Outcome {
        try vault.readAccess { table in
            Outcome(
                hasPassword: try table.first(.password) != nil,
                hasAuthenticator: try table.first(.authenticator)?.body["confirmed"] == .bool(true),
                recoveryCodes: try table.all(.recovery).count)
        }
    }
}

/// Gives what the marks of forms are made with: the same until somebody takes the vault elsewhere, so that a form stays good over a restart.
public struct FormKey: Sendable {
    /// Prepares it.
    public init() {}

    /// The key, 256 random bits in text; made where there is none yet.
    public func run(in vault: Vault) throws -> String {
        if let key = try vault.readAccess({ try $0.first(.formKey)?.body["key"]?.stringValue }) { return key }
        return try vault.changeAccess { table in
            if let key = try table.first(.formKey)?.body["key"]?.stringValue { return key }
            let key = Secret.make()
            try table.keep(AccessEntry(.formKey, body: ["key": .string(key)]))
            return key
        }
    }
}

/// Asks for the owner's password once more, before something that would shut the owner out.
public struct CheckPassword: Sendable {
    /// What was typed.
    public var password: String

    /// Prepares it.
    public init(_ password: String) {
        self.password = password
    }

    /// Whether it is the password; `false` where there is none.
    public func run(in vault: Vault) throws -> Bool {
        let kept = try vault.readAccess { try $0.first(.password)?.body["scrypt"]?.stringValue }.flatMap(PasswordHash.init)
        return try kept?.matches(String(password.prefix(SetPassword.mostCharacters + 1))) ?? false
    }
}
