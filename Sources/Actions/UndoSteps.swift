public import Vault

/// Takes back several steps of the log: all of them, or none.
public struct UndoSteps: Sendable {
    /// Which, in the order they are taken back.
    public var numbers: [Int64]

    /// Prepares an undo.
    public init(_ numbers: [Int64]) {
        self.numbers = numbers
    }

    /// Takes the steps back.
    ///
    /// - Throws: `VaultError`: `notFound` where one of them is not there, `refused` where one is taken back already.
    public func run(in vault: Vault) throws { try vault.undo(all: numbers) }
}
