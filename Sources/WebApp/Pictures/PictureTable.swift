/// The numbers of a picture.
public struct PictureTable: Hashable, Sendable {
    /// A cell.
    public struct Cell: Hashable, Sendable {
        /// What it says.
        public var text: String
        /// The people it counts, as a filter of `people`; `nil` where no filter means them.
        public var query: String?
        /// Whether the text is a command to type.
        public var isCommand: Bool

        init(_ text: String, query: String? = nil, isCommand: Bool = false) {
            self.text = text
            self.query = query
            self.isCommand = isCommand
        }
    }

    /// What the table holds.
    public var caption: String
    /// The columns' headings, the first for what a row is about.
    public var columns: [String]
    /// Which columns are words; all others are numbers.
    public var columnsOfWords: Set<Int>
    /// The rows.
    public var rows: [[Cell]]
    /// Whether it is too long to stand beside the picture.
    public var isLong = false

    init(caption: String, columns: [String], columnsOfWords: Set<Int> = [0], rows: [[Cell]], isLong: Bool = false) {
        self.caption = caption
        self.columns = columns
        self.columnsOfWords = columnsOfWords
        self.rows = rows
        self.isLong = isLong
    }

    /// The table as HTML; its first column heads the rows.
    func html(linksToLists: Bool) -> String {
        func alignment(_ column: Int) -> String { columnsOfWords.contains(column) ? "" : " class=\"n\"" }
        let head = columns.enumerated().map { "<th scope=\"col\"\(alignment($0))>\($1.escaped)</th>" }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                var text = cell.text.escaped
                if cell.isCommand { text = "<code>\(text)</code>" }
                if linksToLists, let query = cell.query { text = "<a href=\"\(PeoplePage.path(query))\">\(text)</a>" }
                return column == 0 ? "<th scope=\"row\"\(alignment(0))>\(text)</th>" : "<td\(alignment(column))>\(text)</td>"
            }
            return "<tr>\(cells.joined())</tr>"
        }
        return """
            <table>
            <caption>\(caption.escaped)</caption>
            <thead><tr>\(head)</tr></thead>
            <tbody>
            \(body.joined(separator: "\n"))
            </tbody>
            </table>
            """
    }
}
