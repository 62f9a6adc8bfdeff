/// Why something could not be done with a vault; said to a person, so each carries whole sentences.
public struct VaultError: Error, Equatable, Sendable {
    /// What kind of trouble.
    public enum Code: String, Sendable {
        /// The file is no Holdfast vault.
        case notAVault = "not-a-vault"
        /// The vault was written by a newer Holdfast.
        case newerVersion = "newer-version"
        /// The vault's file is damaged.
        case damaged
        /// The disk is full.
        case diskFull = "disk-full"
        /// The vault can't be written: no permission, or read-only media.
        case readOnly = "read-only"
        /// The vault can't be opened or read.
        case unreadable
        /// Another program is writing to the vault and did not finish in time.
        case busy
        /// There is no such person, snapshot or step, or the words fit several.
        case notFound = "not-found"
        /// What was asked for can't be done in the vault's present state.
        case refused
        /// Something that must not happen happened.
        case internalFault = "internal-fault"
    }

    /// What kind of trouble.
    public var code: Code
    /// What happened, what was kept, and what to do, in whole sentences.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
