/// Why something that came in can't be used; said to a person, so each carries a whole sentence.
public struct InputError: Error, Equatable, Sendable {
    /// What kind of trouble.
    public enum Code: String, Sendable {
        /// There is no such file or folder.
        case missing
        /// It is there and may not be read.
        case unreadable
        /// It changed while it was being read.
        case changed
        /// It holds nothing.
        case empty
        /// It is cut off.
        case truncated
        /// It is one part of something that came in several, without the others.
        case lacksParts = "lacks-parts"
        /// It is damaged.
        case damaged
        /// It is encrypted.
        case encrypted
        /// It unpacks to more than the limits allow.
        case tooLarge = "too-large"
        /// It is nothing that is known.
        case unrecognised
        /// It is the header or the preamble without a row.
        case noRows = "no-rows"
    }

    /// What kind of trouble.
    public var code: Code
    /// What happened, to which file, and what to do, in whole sentences.
    public var message: String

    /// Makes an error.
    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
