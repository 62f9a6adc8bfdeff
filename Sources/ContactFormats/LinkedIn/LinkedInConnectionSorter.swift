import TextMatching

/// Tells a connections file's rows apart: people, closed accounts, and what is no entry at all.
struct LinkedInConnectionSorter {
    /// What a row is.
    enum Sort {
        /// Blank, a header, or LinkedIn's notes.
        case nothing
        /// A member who closed or hid the account: a day at most.
        case closedAccount(TableDate.Reading)
        /// Neither name nor e-mail address, nor a day with a profile, but something else.
        case nobody
        /// Somebody.
        case person(TableDate.Reading)
    }

    /// Which column holds what; another mapping after a header of another layout, as in files put together.
    private(set) var columns: LinkedInConnectionColumns
    /// How many headers of another layout were met.
    private(set) var headerCount = 0
    private let order: TableDate.Order?

    /// Makes a sorter for the rows of one file.
    init(columns: LinkedInConnectionColumns, order: TableDate.Order?) {
        self.columns = columns
        self.order = order
    }

    /// Tells what a row is.
    mutating func sort(_ row: CSVRow, isBeforeHeader: Bool) -> Sort {
        guard row.count > 0 else { return .nothing }
        let date = date(in: row)
        if !isEmpty(row, columns.first) || !isEmpty(row, columns.last) || !isEmpty(row, columns.full) {
            switch date {
            case .day, .ambiguous: if !isBeforeHeader { return .person(date) }
            case .empty, .partial, .unreadable: break
            }
            if isNotes(row) || takesHeader(row) { return .nothing }
            return isBeforeHeader && !isPlausible(row, date) ? .nothing : .person(date)
        }
        if row.isBlank { return .nothing }
        if isNotes(row) || takesHeader(row) { return .nothing }
        if isBeforeHeader, !isPlausible(row, date) { return .nothing }
        if !isEmpty(row, columns.email) || columns.furtherEmails.contains(where: { !row.isEmpty($0) }) {
            return .person(date)
        }
        if case .empty = date { return .nobody }
        // Whose name could not be had is still connected: the profile says who it is.
        if hasProfile(row) { return .person(date) }
        return (0..<row.count).allSatisfy { $0 == columns.connectedOn || row.isEmpty($0) } ? .closedAccount(date) : .nobody
    }

    private func isEmpty(_ row: CSVRow, _ column: Int?) -> Bool {
        column.map(row.isEmpty) ?? true
    }

    /// Whether the address of a profile says whose row it is.
    private func hasProfile(_ row: CSVRow) -> Bool {
        guard let column = columns.url, !isEmpty(row, column) else { return false }
        return LinkedInProfileKey(row.text(column)) != nil
    }

    private func date(in row: CSVRow) -> TableDate.Reading {
        guard let column = columns.connectedOn, column < row.count else { return .empty }
        if let bytes = row.bytes(column) { return TableDate.read(bytes.span, order: order, allowsSerials: true) }
        return TableDate.read(row.text(column), order: order, allowsSerials: true)
    }

    /// Whether the row is a line of the notes before the list, as LinkedIn wrote it or as a spreadsheet parted it.
    private func isNotes(_ row: CSVRow) -> Bool {
        guard let first = (0..<row.count).first(where: { !row.isEmpty($0) }) else { return false }
        let text = LetterFolding.header(String(row.text(first).prefix(40)))
        if text.hasPrefix("whenexportingyourconnectiondata") { return true }
        guard text == "notes" || text == "hinweise" || text == "notas" || text == "note" else { return false }
        return (first + 1..<max(first + 1, row.count)).allSatisfy(row.isEmpty)
    }

    /// Whether a row that stands before the header, as in a sorted file, is an entry and not a note.
    private func isPlausible(_ row: CSVRow, _ date: TableDate.Reading) -> Bool {
        switch date {
        case .day, .ambiguous: return true
        case .empty, .partial, .unreadable: break
        }
        if hasProfile(row) { return true }
        if let email = columns.email, !TableCells.addresses(row.text(email)).addresses.isEmpty { return true }
        return false
    }

    /// Takes the row as a header where it is one: another list begins here.
    private mutating func takesHeader(_ row: CSVRow) -> Bool {
        guard row.count >= 2, row.count <= 128, mayBeHeader(row) else { return false }
        let cells = (0..<row.count).map { row.text($0) }
        guard LinkedInConnectionColumns.isHeader(cells) else { return false }
        columns = LinkedInConnectionColumns(header: cells.map { TextNormalization.tidy($0) ?? "" })
        headerCount += 1
        return true
    }

    /// Whether a row can be a header at all, told without decoding it: most of its cells are filled, none is long or holds an address.
    private func mayBeHeader(_ row: CSVRow) -> Bool {
        var filled = 0
        for column in 0..<row.count {
            guard let bytes = row.bytes(column) else {
                filled += 1
                continue
            }
            if bytes.count > 64 || bytes.contains(UInt8(ascii: "@")) { return false }
            if !bytes.isEmpty { filled += 1 }
        }
        return filled * 2 >= row.count
    }
}
