public import ContactModel

/// One entry as a reader yields it: the card, and the keys by which it is found again.
public struct SourceEntry: Hashable, Sendable {
    /// The line of the file the entry begins on, counted from 1.
    public var line: Int
    /// What tells the entry from the others of its list; the strongest the entry has. Two entries of one list may share it, where the
    /// file holds no better one.
    public var key: IdentityKey
    /// What the entry says.
    public var card: Card

    /// Makes an entry.
    public init(line: Int, key: IdentityKey, card: Card) {
        self.line = line
        self.key = key
        self.card = card
    }
}

/// Something in a file that could not be read, or was read with a doubt. A value in the stream, never an exception.
public struct ReadProblem: Hashable, Sendable {
    /// The line it begins on, counted from 1.
    public var line: Int
    /// The column (field) it is in, counted from 1; 0 where it concerns the whole row.
    public var column: Int
    /// What kind of problem, in a stable word with dashes: `ambiguous-date`.
    public var code: String
    /// The text of the row or cell concerned, at most 500 characters.
    public var text: String
    /// Whether the row was left out because of it; otherwise the row was read without the doubtful value.
    public var isRejection: Bool

    /// Makes a problem; longer texts are cut at 500 characters.
    public init(line: Int, column: Int = 0, code: String, text: String, isRejection: Bool) {
        self.line = line
        self.column = column
        self.code = code
        self.text = text.utf8.count <= 500 ? text : String(text.prefix(500))
        self.isRejection = isRejection
    }
}

/// What a reader meets on its way through a table.
public enum ReadEvent: Sendable {
    /// An entry.
    case entry(SourceEntry)
    /// A problem.
    case problem(ReadProblem)
    /// A row of a member who closed or hid the account: it stands for a human being of whom nothing else is said.
    case closedAccount(line: Int)
}
