public import Vault

/// Takes back a step of the log, or does it again.
public struct UndoStep: Sendable {
    /// Which; `nil` for the last one that still counts.
    public var number: Int64?

    /// Prepares an undo.
    public init(_ number: Int64?) {
        self.number = number
    }

    /// Takes the step back.
    ///
    /// - Returns: the step taken back, and the new one that says so.
    public func run(in vault: Vault) throws -> (undone: Decision, step: Decision) {
        try vault.undo(number)
    }
}
