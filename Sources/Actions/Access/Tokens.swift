import ContactModel
public import Vault

/// What a program may do.
public enum AccessScope: String, CaseIterable, Sendable, Comparable {
    /// Look at people, changes, findings.
    case read
    /// Say things: edits, tags, merges, imports, undo. Whoever may write may read.
    case write
    /// Take everybody away at once: exports, originals, the archive.
    case export
    /// Everything: backups, erasing, and who else may come in.
    case admin
    /// The feed of changes and the calendar, and nothing else: the only one that counts in an address.
    case feed

    /// In the order of the list above.
    public static func < (one: Self, other: Self) -> Bool {
        (allCases.firstIndex(of: one) ?? 0) < (allCases.firstIndex(of: other) ?? 0)
    }

    /// What this one includes.
    public var included: Set<AccessScope> {
        switch self {
        case .read: [.read]
        case .write: [.read, .write]
        case .export: [.read, .export]
        case .admin: Set(Self.allCases)
        case .feed: [.feed]
        }
    }
}

/// A program that may ask.
public struct AppToken: Sendable, Equatable {
    /// What it is known by; the secret itself is kept nowhere.
    public var id: String
    /// The owner's name for it.
    public var name: String
    /// What it may do.
    public var scopes: Set<AccessScope>
    /// When it was made, in milliseconds since 1970.
    public var made: UInt64
    /// When it was last used, to ten minutes; `nil` for never.
    public var lastUsed: UInt64?

    /// What a token is known by.
    public static func id(of token: String) -> String { Secret.hash(of: token) }

    /// Whether it may do what the scope means.
    public func allows(_ scope: AccessScope) -> Bool { scopes.contains { $0.included.contains(scope) } }

    var entry: AccessEntry {
        var body: [String: JSONValue] = [
            "name": .string(name), "scopes": .array(scopes.sorted().map { .string($0.rawValue) }), "made": .integer(Int64(clamping: made)),
        ]
        if let lastUsed { body["last_used"] = .integer(Int64(clamping: lastUsed)) }
        return AccessEntry(.token, name: id, body: body)
    }

    init(id: String, name: String, scopes: Set<AccessScope>, made: UInt64, lastUsed: UInt64?) {
        (self.id, self.name, self.scopes, self.made, self.lastUsed) = (id, name, scopes, made, lastUsed)
    }

    init?(_ entry: AccessEntry) {
        guard entry.kind == .token, let name = entry.body["name"]?.stringValue, let made = entry.body["made"]?.integerValue else {
            return nil
        }
        self.init(
            id: entry.name, name: name,
            scopes: Set((entry.body["scopes"]?.arrayValue ?? []).compactMap { $0.stringValue.flatMap(AccessScope.init) }),
            made: UInt64(clamping: made), lastUsed: entry.body["last_used"]?.integerValue.map { UInt64(clamping: $0) })
    }
}

/// Makes a token for a program.
public struct MakeToken: Sendable {
    /// The owner's name for it.
    public var name: String
    /// What it may do.
    public var scopes: Set<AccessScope>

    /// What every token begins with, so that a scanner for lost secrets knows it.
    public static let prefix = "holdfast_"

    /// Prepares a token.
    public init(name: String, scopes: Set<AccessScope>) {
        self.name = name
        self.scopes = scopes
    }

    /// Makes it.
    ///
    /// - Returns: the token, which is shown this once.
    /// - Throws: `VaultError` with code `refused` where it has no name, or may do nothing.
    public func run(in vault: Vault, clock: Clock = .system) throws -> String {
        let name = String(name.drop { $0.isWhitespace }.prefix(100))
        guard !name.isEmpty else {
            throw VaultError(.refused, "A token needs a name, to know it by when it is to be revoked. Nothing was changed.")
        }
        guard !scopes.isEmpty else {
            throw VaultError(
                .refused, "Say what the token may do: \(AccessScope.allCases.map(\.rawValue).joined(separator: ", ")). Nothing was changed."
            )
        }
        let secret = Self.prefix + Secret.make()
        let token = AppToken(id: AppToken.id(of: secret), name: name, scopes: scopes, made: clock.milliseconds(), lastUsed: nil)
        try vault.changeAccess { try $0.keep(token.entry) }
        return secret
    }
}

/// Lists the tokens of programs.
public struct ListTokens: Sendable {
    /// Prepares a list.
    public init() {}

    /// The tokens, the newest first.
    public func run(in vault: Vault) throws -> [AppToken] {
        try vault.readAccess { try $0.all(.token) }.compactMap(AppToken.init).sorted { ($0.made, $0.id) > ($1.made, $1.id) }
    }
}

/// Revokes a token: whoever holds it is let in no more.
public struct RevokeToken: Sendable {
    /// What it is known by.
    public var id: String

    /// Prepares it.
    public init(_ id: String) {
        self.id = id
    }

    /// Revokes it, if it is there.
    public func run(in vault: Vault) throws { try vault.changeAccess { try $0.remove(.token, name: id) } }
}
