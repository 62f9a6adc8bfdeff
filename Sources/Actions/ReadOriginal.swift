public import Vault

/// Hands out a file as it came in, byte for byte.
public struct ReadOriginal: Sendable {
    /// The snapshot's id or the beginning of one.
    public var snapshot: String

    /// Prepares to read.
    public init(snapshot: String) {
        self.snapshot = snapshot
    }

    /// Hands over the bytes in order.
    ///
    /// - Returns: the name the file had.
    @discardableResult
    public func run(in vault: Vault, _ body: (ArraySlice<UInt8>) throws -> Void) throws -> String {
        try vault.original(of: snapshot, body)
    }
}
