/// The limits within which memory stays the same, however large a mailbox is.
enum MailLimits {
    /// The longest header that is looked at where it lies, in bytes; of a longer one the fields that fit are copied out.
    static let head = 1 << 20
    /// What nearly every header fits in, in bytes: what is read of a mail's own file at first.
    static let usualHead = 1 << 13
    /// The longest field of a header longer than `head`, in bytes; the rest of it is passed over.
    static let field = 1 << 18
    /// The longest address, in bytes (RFC 5321 §4.5.3.1 allows 254).
    static let address = 320
    /// How far ahead a `Content-Length` is believed, in bytes: as far as it can be checked without keeping more of the file.
    static let believedLength = 1 << 20
    /// How many addresses are told apart; mails between others beyond them are not counted.
    static let addresses = 1_000_000
    /// How many message ids are remembered to know a second copy by; beyond them copies count again.
    static let messageIDs = 4_000_000
    /// How many problems are listed; the others are counted.
    static let problems = 10_000
    /// How many spellings of one correspondent's name are remembered.
    static let namesPerAddress = 16
    /// The longest name, in characters.
    static let name = 200
}
