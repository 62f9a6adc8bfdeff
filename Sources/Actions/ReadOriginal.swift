public import Vault

/// Hands out a file as it came in, byte for byte.
public struct ReadOriginal: Sendable {
    /// The snapshot's id or the beginning of one.
    public var snapshot: String
    /// Which of the snapshot's files, from 1.
    public var file: Int

    /// Prepares to read.
    public init(snapshot: String, file: Int = 1) {
        self.snapshot = snapshot
        self.file = file
    }

    /// Hands over the bytes in order.
    ///
    /// - Returns: the name the file had.
    @discardableResult
    public func run(in vault: Vault, _ body: (ArraySlice<UInt8>) throws -> Void) throws -> String {
        try vault.original(of: snapshot, file: file, body)
    }
}
