public import ContactModel
public import Vault

/// Shows what the owner did.
public struct ShowLog: Sendable {
    /// Prepares the log.
    public init() {}

    /// The steps, oldest first, each with whether it is taken back at present.
    public func run(in vault: Vault) throws -> [(decision: Decision, isUndone: Bool)] {
        try vault.log()
    }

    /// So many of those a step concerns are named.
    public static let mostNamed = 3

    /// What those whom steps concern are called, of each step the first few; those who were erased, or have no name, are left out.
    public func names(for steps: some Collection<Decision>, in vault: Vault) throws -> [UniqueID: KnownName] {
        try vault.names(of: Set(steps.flatMap { $0.concerned.prefix(Self.mostNamed) }))
    }
}
