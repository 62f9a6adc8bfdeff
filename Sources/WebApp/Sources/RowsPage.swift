import ContactFormats
import ContactModel
public import Vault

/// The rows of a file as it came in, each with what it was read as: what the number of its rows counts.
public struct RowsPage: Page {
    /// The view that draws it.
    public static let view = "rows"
    /// So many rows are shown at a time.
    public static let stretch = 500

    /// A row of the file.
    struct Row: Sendable {
        var line: String
        var address: String?
        var name: String
        var details: String
        var isRejected: Bool
    }

    /// The file's name, for the page's head.
    public let title: String
    let about: String
    let rows: [Row]
    let stretch: ListStretch?
    let others: String?

    /// Where the rows of a snapshot are shown.
    static func address(of snapshot: UniqueID) -> String { "/sources/\(snapshot)/rows" }

    /// Makes the page.
    public init(_ stretch: SnapshotRows, texts: Texts) {
        let snapshot = stretch.snapshot
        title = snapshot.path
        about = [
            texts.source(snapshot.source), texts.word("importList", snapshot.list), texts.day(snapshot.exportedOn),
            texts("importRows", count: Int(clamping: snapshot.rows)),
        ].joined(separator: " · ")
        rows = stretch.rows.map { Self.row($0, texts) }
        let end = stretch.offset + stretch.rows.count
        let all = Int(clamping: snapshot.rows)
        // Rows that say nothing, as blank ones, are counted in the file and not listed: they end the list before the number does.
        self.stretch = ListStretch(
            address: Self.address(of: snapshot.id), offset: stretch.offset, shown: stretch.rows.count,
            count: stretch.hasMore ? max(all, end + 1) : end, most: Self.stretch, texts: texts)
        others = stretch.hasMore || all <= end ? nil : texts("sourcesRowsOther", count: all - end)
    }

    private static func row(_ row: SnapshotRow, _ texts: Texts) -> Row {
        let line = texts("importPlaceLine", ["line": texts.number(row.line)])
        switch row.content {
        case .entry(let card, let person):
            let work = [card.titles.first, card.organizations.first?.name]
            let reach = [card.emails.first?.address, card.phones.first?.number]
            return Row(
                line: line, address: "/people/\(person)", name: card.name.display.isEmpty ? texts("personNameless") : card.name.display,
                details: (work + reach).compactMap { $0 }.joined(separator: " · "), isRejected: false)
        case .closedAccount: return Row(line: line, name: texts("sourcesRowClosed"), details: "", isRejected: false)
        case .rejected(let code, let text): return Row(line: line, name: texts.word("problem", code), details: text, isRejected: true)
        }
    }
}
