import ContactModel
public import Vault

/// A browser that signed in.
public struct SignedIn: Sendable, Equatable {
    /// What the session is known by; the secret itself is kept nowhere.
    public var id: String
    /// When it began, in milliseconds since 1970.
    public var began: UInt64
    /// When it was last used, to ten minutes.
    public var lastUsed: UInt64
    /// The address it signed in from.
    public var address: String
    /// What the browser calls itself.
    public var browser: String

    /// A session nobody used for so long, as far as is noted, is over.
    public static let idleMilliseconds: UInt64 = 2 * 3_600_000
    /// And every session is, after this.
    public static let longestMilliseconds: UInt64 = 7 * 24 * 3_600_000

    /// Uses within so long after one that was noted are not noted.
    static let notedMilliseconds: UInt64 = 10 * 60_000

    func isOver(at now: UInt64) -> Bool {
        now >= began &+ Self.longestMilliseconds || now >= lastUsed &+ Self.idleMilliseconds || now &+ 60_000 < began
    }

    var entry: AccessEntry {
        AccessEntry(
            .session, name: id,
            body: [
                "began": .integer(Int64(clamping: began)), "last_used": .integer(Int64(clamping: lastUsed)), "address": .string(address),
                "browser": .string(browser),
            ])
    }

    init(id: String, began: UInt64, lastUsed: UInt64, address: String, browser: String) {
        (self.id, self.began, self.lastUsed, self.address, self.browser) = (id, began, lastUsed, address, browser)
    }

    init?(_ entry: AccessEntry) {
        guard entry.kind == .session, let began = entry.body["began"]?.integerValue, let used = entry.body["last_used"]?.integerValue
        else { return nil }
        self.init(
            id: entry.name, began: UInt64(clamping: began), lastUsed: UInt64(clamping: used),
            address: entry.body["address"]?.stringValue ?? "", browser: entry.body["browser"]?.stringValue ?? "")
    }
}

/// Signs a browser in.
public struct SignIn: Sendable {
    /// The password.
    public var password: String
    /// The code of the second factor, or a recovery code; empty where none was typed.
    public var code: String
    /// The address it comes from.
    public var address: String
    /// What the browser calls itself.
    public var browser: String

    /// Prepares a sign-in.
    public init(password: String, code: String = "", address: String = "", browser: String = "") {
        self.password = password
        self.code = code
        self.address = address
        self.browser = browser
    }

    /// Checks everything and begins a session.
    ///
    /// A wrong password, a wrong code and a used one are not told apart.
    ///
    /// - Returns: the session's secret, for the cookie; `nil` where somebody may not come in.
    public func run(in vault: Vault, clock: Clock = .system) throws -> String? {
        // The slow part is outside the transaction.
        guard let kept = try vault.readAccess({ try $0.first(.password)?.body["scrypt"]?.stringValue }).flatMap(PasswordHash.init),
            try kept.matches(String(password.prefix(SetPassword.mostCharacters + 1)))
        else { return nil }
        let now = clock.milliseconds()
        return try vault.changeAccess { table in
            guard try hasSecondFactor(table, now: now) else { return nil }
            for entry in try table.all(.session) where SignedIn(entry)?.isOver(at: now) ?? true {
                try table.remove(.session, name: entry.name)
            }
            let secret = Secret.make()
            try table.keep(
                SignedIn(
                    id: Secret.hash(of: secret), began: now, lastUsed: now, address: address, browser: String(browser.prefix(200))
                ).entry)
            return secret
        }
    }

    /// Whether the second factor is there, or none is asked. A code is good once.
    private func hasSecondFactor(_ table: AccessTable, now: UInt64) throws -> Bool {
        guard var entry = try table.first(.authenticator), entry.body["confirmed"] == .bool(true) else { return true }
        if let key = entry.authenticator,
            let step = key.accepted(code, atSeconds: now / 1000, after: UInt64(clamping: entry.body["used"]?.integerValue ?? 0))
        {
            entry.body["used"] = .integer(Int64(clamping: step))
            try table.keep(entry)
            return true
        }
        let name = Secret.hash(of: RecoveryCode.normal(code))
        guard try table.first(.recovery, name: name) != nil else { return false }
        try table.remove(.recovery, name: name)
        return true
    }
}

/// Ends a session, or all of them.
public struct SignOut: Sendable {
    /// What a session is known by; `nil` for all.
    public var session: String?

    /// Prepares it.
    public init(_ session: String?) {
        self.session = session
    }

    /// Ends it.
    public func run(in vault: Vault) throws {
        try vault.changeAccess { table in
            if let session { try table.remove(.session, name: session) } else { try table.removeAll(.session) }
        }
    }
}

/// Lists the browsers that are signed in.
public struct ListSessions: Sendable {
    /// Prepares a list.
    public init() {}

    /// The sessions, the one last used first.
    public func run(in vault: Vault, clock: Clock = .system) throws -> [SignedIn] {
        let now = clock.milliseconds()
        return try vault.readAccess { try $0.all(.session) }.compactMap(SignedIn.init).filter { !$0.isOver(at: now) }
            .sorted { $0.lastUsed > $1.lastUsed }
    }
}
