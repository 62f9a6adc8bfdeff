/// How a table is written as text: which byte parts the cells, which encoding the letters are in.
///
/// Line endings are no part of it: LF, CRLF and a lone CR all end a row, mixed as they come. Nor is the way quotes are doubled: `""` and
/// `\"` are told apart row by row.
public struct CSVDialect: Hashable, Sendable {
    /// The byte between two cells: `,`, `;`, `|` or a tab.
    public var delimiter: UInt8
    /// What the bytes stand for.
    public var encoding: TextEncoding
    /// Whether each line is one quoted cell that holds a row: `"a,""b"",c"`. A spreadsheet writes this when it took the file for a single
    /// column. Lines that are not quoted so are read as they stand.
    public var isWholeLineQuoted: Bool

    /// Makes a dialect; without arguments that of RFC 4180 in UTF-8.
    public init(delimiter: UInt8 = 0x2C, encoding: TextEncoding = .utf8, isWholeLineQuoted: Bool = false) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.isWholeLineQuoted = isWholeLineQuoted
    }
}
