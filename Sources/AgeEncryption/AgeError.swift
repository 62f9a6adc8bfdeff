/// Why something can't be encrypted or decrypted; said to a person, so each carries whole sentences.
public struct AgeError: Error, Equatable, Sendable {
    /// What kind of trouble.
    public enum Code: String, Sendable {
        /// The bytes are no age file.
        case notAge = "not-age"
        /// The file's header is not as the format wants it, or was changed.
        case badHeader = "bad-header"
        /// The file is of a version or kind that is not read.
        case unsupported
        /// None of the keys, or not the passphrase, opens the file.
        case wrongKey = "wrong-key"
        /// The file is encrypted with the other kind of secret: a passphrase where keys were given, or the other way round.
        case wrongKind = "wrong-kind"
        /// The content was changed or cut off.
        case damaged
        /// A key or a recipient is not written as it should be.
        case badKey = "bad-key"
    }

    /// What kind of trouble.
    public var code: Code
    /// What happened and what to do, in whole sentences.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
