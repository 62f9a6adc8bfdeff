/// What a phone number is worth as it is written.
public enum PhoneStanding: Hashable, Sendable {
    /// It reaches somebody from anywhere, by the numbering plans: `+`, country, number.
    case international
    /// It is written as it is dialled at home; as E.164 with the country guessed, where one was.
    case national(guess: String?)
    /// It has a length its country has and a beginning it has not.
    case unlikely
    /// It is wrong, or strangely written, for the country in front of it, and right for another one.
    case misplaced(MisplacedNumber)
    /// It can't be a number: why, as the end of a sentence that begins with "It".
    case impossible(String)
    /// A short code, an extension, letters: nothing is said about it.
    case other

    /// Whether somebody may be reached by it; only what can't be a number reaches nobody.
    public var canBeCalled: Bool {
        if case .impossible = self { false } else { true }
    }
}
