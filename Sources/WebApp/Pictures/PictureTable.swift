/// The numbers of a picture.
public struct PictureTable: Hashable, Sendable {
    /// A cell.
    public struct Cell: Hashable, Sendable {
        /// What it says.
        public var text: String
        /// The people it counts, as a filter of `people`; `nil` where no filter means them.
        public var query: String?
        /// The page of the server the cell leads to; `nil` where the list of people is meant, or none.
        public var page: String?
        /// The command to type, where there is no server; the text is said with one.
        public var command: String?

        init(_ text: String, query: String? = nil, page: String? = nil, command: String? = nil) {
            self.text = text
            self.query = query
            self.page = page
            self.command = command
        }

        func html(linksToLists: Bool) -> String {
            guard linksToLists else { return command.map { "<code>\($0.escaped)</code>" } ?? text.escaped }
            guard let address = page ?? query.map({ PeoplePage.path($0) }) else { return text.escaped }
            return "<a href=\"\(address.escaped)\">\(text.escaped)</a>"
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
    ///
    /// - Parameter linksToLists: whether a cell leads to its people or page; commands to type are shown where it does not.
    func html(linksToLists: Bool) -> String {
        func alignment(_ column: Int) -> String { columnsOfWords.contains(column) ? "" : " class=\"n\"" }
        let head = columns.enumerated().map { "<th scope=\"col\"\(alignment($0))>\($1.escaped)</th>" }.joined()
        let body = rows.map { row in
            let cells = row.enumerated().map { column, cell in
                let text = cell.html(linksToLists: linksToLists)
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
