public import ContactModel

/// One thing by which somebody is let in: a password, a session, a token. Secrets stand in it as hashes only, but for the key of the second
/// factor, which has to be known to be compared.
public struct AccessEntry: Sendable, Equatable {
    /// What kind of thing.
    public enum Kind: String, CaseIterable, Sendable {
        /// The owner's password; there is one at most.
        case password
        /// The key of the owner's second factor; one at most.
        case authenticator
        /// A code that stands in for the second factor once.
        case recovery
        /// A browser that signed in.
        case session
        /// A program that may ask.
        case token
        /// What the marks of forms are made with.
        case formKey = "form-key"
    }

    /// What kind of thing.
    public var kind: Kind
    /// What tells it from others of its kind; empty where there is one at most.
    public var name: String
    /// What it says.
    public var body: [String: JSONValue]

    /// Makes an entry.
    public init(_ kind: Kind, name: String = "", body: [String: JSONValue]) {
        self.kind = kind
        self.name = name
        self.body = body
    }
}

/// The table of who is let in, inside one transaction.
public struct AccessTable {
    let session: any Session
    let vaultID: Int64

    /// All of a kind, in the order of their names.
    public func all(_ kind: AccessEntry.Kind) throws -> [AccessEntry] {
        try session.rows(
            "SELECT name, body FROM access WHERE vault_id = ? AND kind = ? ORDER BY name", [.integer(vaultID), .text(kind.rawValue)]
        ) { Self.entry(kind, name: $0.text(0), body: $0.text(1)) }
    }

    /// The one of that name; `nil` where there is none.
    public func first(_ kind: AccessEntry.Kind, name: String = "") throws -> AccessEntry? {
        try session.first(
            "SELECT body FROM access WHERE vault_id = ? AND kind = ? AND name = ?",
            [.integer(vaultID), .text(kind.rawValue), .text(name)]
        ) { Self.entry(kind, name: name, body: $0.text(0)) }
    }

    /// Keeps an entry, in place of one of the same kind and name.
    public func keep(_ entry: AccessEntry) throws {
        try remove(entry.kind, name: entry.name)
        let body = String(decoding: JSONValue.object(entry.body).serialized(), as: UTF8.self)
        try session.run(
            "INSERT INTO access (vault_id, kind, name, body, hash) VALUES (?, ?, ?, ?, ?)",
            [
                .integer(vaultID), .text(entry.kind.rawValue), .text(entry.name), .text(body),
                .bytes(Self.hash(kind: entry.kind.rawValue, name: entry.name, body: body).bytes),
            ])
    }

    /// Removes the one of that name, if it is there.
    public func remove(_ kind: AccessEntry.Kind, name: String = "") throws {
        try session.run(
            "DELETE FROM access WHERE vault_id = ? AND kind = ? AND name = ?",
            [.integer(vaultID), .text(kind.rawValue), .text(name)])
    }

    /// Removes all of a kind.
    public func removeAll(_ kind: AccessEntry.Kind) throws {
        try session.run("DELETE FROM access WHERE vault_id = ? AND kind = ?", [.integer(vaultID), .text(kind.rawValue)])
    }

    /// The hash of a row, for `verify`.
    static func hash(kind: String, name: String, body: String) -> ContentHash { ContentHash(of: [kind, name, body]) }

    private static func entry(_ kind: AccessEntry.Kind, name: String, body: String) -> AccessEntry {
        AccessEntry(kind, name: name, body: JSONValue(parsing: Array(body.utf8))?.objectValue ?? [:])
    }
}

extension Vault {
    /// Reads who is let in.
    public func readAccess<Result>(_ body: (AccessTable) throws -> Result) throws -> Result {
        try engine.read { try body(AccessTable(session: $0, vaultID: vaultID)) }
    }

    /// Changes who is let in, whole or not at all.
    public func changeAccess<Result>(_ body: (AccessTable) throws -> Result) throws -> Result {
        try engine.write { try body(AccessTable(session: $0, vaultID: vaultID)) }
    }

    /// Lets in whom another vault lets in, and nobody else: for a backup that is to take that vault's place while it is served.
    public func takeAccess(of other: Vault) throws {
        let entries = try other.readAccess { table in try AccessEntry.Kind.allCases.flatMap { try table.all($0) } }
        try changeAccess { table in
            for kind in AccessEntry.Kind.allCases { try table.removeAll(kind) }
            for entry in entries { try table.keep(entry) }
        }
    }
}
