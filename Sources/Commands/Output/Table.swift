/// Rows in columns: fitted to the terminal's width for a person, whole and separated by tabs for a program.
///
/// Rows stream: the widths come from the first rows, so that a list of a million begins at once.
struct Table {
    /// A column.
    struct Column {
        var title: String
        /// What it may shrink to where the terminal is narrow; `nil` for a column that is never cut.
        var least: Int?
        /// How soon it is left out where the terminal is too narrow for all: the one with the highest rank first. `nil` for its place in the
        /// table, from 0.
        var rank: Int?

        /// A column that is cut where space is short.
        static func flexible(_ title: String, least: Int = 8, rank: Int? = nil) -> Column { Column(title: title, least: least, rank: rank) }
        /// A column that is never cut.
        static func fixed(_ title: String, rank: Int? = nil) -> Column { Column(title: title, least: nil, rank: rank) }
    }

    private static let sample = 200

    private let columns: [Column]
    private let style: Style
    private let width: Int?
    private var held: [[String]] = []
    private var widths: [Int]?
    private(set) var lines = LineWriter()

    /// Makes a table for standard output.
    init(_ columns: [Column], style: Style) {
        self.columns = columns
        self.style = style
        width = Terminal.standardOutput.isInteractive ? Terminal.standardOutput.width : nil
    }

    /// Adds a row, a text a column.
    mutating func row(_ cells: [String]) throws {
        let cells = cells.map(\.printable)
        guard let width else { return try lines.line(cells.joined(separator: "\t")) }
        if let widths { return try lines.line(text(cells, widths)) }
        held.append(cells)
        if held.count == Self.sample { try settle(width) }
    }

    /// Writes what is left.
    mutating func finish() throws {
        if let width, widths == nil, !held.isEmpty { try settle(width) }
        try lines.flush()
    }

    private mutating func settle(_ width: Int) throws {
        let natural = columns.indices.map { column in
            max(columns[column].title.columns, held.map { $0[column].columns }.max() ?? 0)
        }
        let settled = Self.widths(natural: natural, columns: columns, total: width)
        widths = settled
        try lines.line(style.bold(text(columns.map(\.title), settled)))
        for row in held { try lines.line(text(row, settled)) }
        held = []
    }

    /// Makes the columns fit: the widest flexible one gives way first, then columns are left out but for two, the least important first, then
    /// all give way.
    ///
    /// - Returns: the widths; 0 for a column that is left out.
    static func widths(natural: [Int], columns: [Column], total: Int) -> [Int] {
        var widths = natural
        func excess() -> Int {
            let shown = widths.filter { $0 > 0 }
            return shown.reduce(0, +) + 2 * max(0, shown.count - 1) - total
        }
        func shrink(to least: (Int) -> Int?) {
            while excess() > 0 {
                let shrinkable = widths.indices.filter { column in least(column).map { widths[column] > $0 } ?? false }
                guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
                widths[widest] -= 1
            }
        }
        shrink { columns[$0].least }
        let ranked = widths.indices.sorted { (columns[$0].rank ?? $0, $0) < (columns[$1].rank ?? $1, $1) }
        for column in ranked.dropFirst(2).reversed() where excess() > 0 { widths[column] = 0 }
        shrink { _ in 1 }
        return widths
    }

    private func text(_ cells: [String], _ widths: [Int]) -> String {
        var text = ""
        let last = widths.lastIndex { $0 > 0 }
        for (column, cell) in cells.enumerated() where widths[column] > 0 {
            let fitted = cell.fitted(to: widths[column])
            text += column == last ? fitted : fitted.padded(to: widths[column]) + "  "
        }
        return text
    }
}
