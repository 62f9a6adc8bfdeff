import ContactModel
public import Vault

/// Tells who asks, by what they bring along.
public struct RecogniseVisitor: Sendable {
    /// Who asks.
    public enum Visitor: Sendable, Equatable {
        /// The owner, signed in by a browser.
        case owner(SignedIn)
        /// A program with a token.
        case program(AppToken)
        /// Nobody known.
        case nobody
    }

    /// What is known.
    public struct Outcome: Sendable, Equatable {
        /// Who asks.
        public var visitor: Visitor
        /// Whether a password is asked for at all.
        public var hasPassword: Bool
        /// Whether the visit has to be noted with `NoteVisit`, once in ten minutes at most: each note is a change of the vault, after which
        /// searches find out anew what they go by.
        public var isToBeNoted: Bool
    }

    /// The session's secret, where the request brings one.
    public var session: String?
    /// The token, where the request brings one.
    public var token: String?

    /// Prepares it.
    public init(session: String?, token: String?) {
        self.session = session
        self.token = token
    }

    /// Looks them up. Secrets are looked up by their hashes, so how long it takes tells nothing of them.
    public func run(in vault: Vault, clock: Clock = .system) throws -> Outcome {
        let now = clock.milliseconds()
        return try vault.readAccess { table in
            let hasPassword = try table.first(.password) != nil
            func outcome(_ visitor: Visitor, lastUsed: UInt64?) -> Outcome {
                Outcome(
                    visitor: visitor, hasPassword: hasPassword,
                    isToBeNoted: lastUsed.map { now >= $0 &+ SignedIn.notedMilliseconds } ?? true)
            }
            if let token {
                guard let found = try table.first(.token, name: Secret.hash(of: token)).flatMap(AppToken.init) else {
                    return Outcome(visitor: .nobody, hasPassword: hasPassword, isToBeNoted: false)
                }
                return outcome(.program(found), lastUsed: found.lastUsed)
            }
            if hasPassword, let session, let found = try table.first(.session, name: Secret.hash(of: session)).flatMap(SignedIn.init),
                !found.isOver(at: now)
            {
                return outcome(.owner(found), lastUsed: found.lastUsed)
            }
            return Outcome(visitor: .nobody, hasPassword: hasPassword, isToBeNoted: false)
        }
    }
}

/// Notes that a session or a token was used.
public struct NoteVisit: Sendable {
    /// Who.
    public var visitor: RecogniseVisitor.Visitor

    /// Prepares it.
    public init(_ visitor: RecogniseVisitor.Visitor) {
        self.visitor = visitor
    }

    /// Notes it, where the session or the token is still there.
    public func run(in vault: Vault, clock: Clock = .system) throws {
        let now = clock.milliseconds()
        try vault.changeAccess { table in
            switch visitor {
            case .owner(var session):
                guard try table.first(.session, name: session.id) != nil else { return }
                session.lastUsed = now
                try table.keep(session.entry)
            case .program(var token):
                guard try table.first(.token, name: token.id) != nil else { return }
                token.lastUsed = now
                try table.keep(token.entry)
            case .nobody: break
            }
        }
    }
}
