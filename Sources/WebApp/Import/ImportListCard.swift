import Actions
import ContactFormats
import ContactModel
import Vault

/// One list of an import as its pages show it: what it is, what it does, what went wrong.
struct ImportListCard: Sendable {
    /// A row that was not read, or read with a doubt.
    struct Problem: Sendable {
        var place: String
        var words: String
        var text: String
        var isRejection: Bool
    }

    let file: String
    let kind: String
    let layout: String
    let source: String
    let exported: String
    let isDateUnsure: Bool
    let isAlreadyImported: Bool
    let rows: String
    /// Where the rows are shown as they came; `nil` where they are not in.
    let rowsAddress: String?
    /// What it does to how many people; `nil` where it does nothing any more, or never did.
    let numbers: ImportFigures?
    let news: ImportNews?
    let closed: String?
    let problemTitle: String?
    let problems: [Problem]
    let moreProblems: String?
    let remarks: [String]

    /// So many problems are shown.
    private static let problemsShown = 50

    /// - Parameters:
    ///   - summary: what it does to people; `nil` where it does nothing.
    ///   - isIn: whether it came in.
    init(_ file: ImportReport.File, _ summary: ImportSummary?, isIn: Bool, texts: Texts) {
        self.file = file.path
        kind = texts.word("importList", file.list.rawValue)
        // What each column was taken for stands below, where it can be put right.
        layout = texts.phrase(file.outline)
        source = texts.source(file.source)
        exported = texts("importExported_\(file.exportedOnBasis.textKey)", ["day": texts.day(file.exportedOn)])
        isDateUnsure = ![.given, .archive].contains(file.exportedOnBasis)
        isAlreadyImported = file.isAlreadyImported
        rowsAddress = isIn ? RowsPage.address(of: file.snapshot) : nil
        rows = texts("importRows", count: Int(clamping: file.rows))
        numbers = summary.map { ImportFigures($0, isIn: isIn, texts: texts) }
        news = summary.map { ImportNews($0, isIn: isIn, texts: texts) }
        closed = file.closedAccounts > 0 ? texts("importClosed", count: Int(clamping: file.closedAccounts)) : nil
        let all = file.rejected.map { ($0, true) } + file.doubtful.map { ($0, false) }
        let count = Int(clamping: file.rejectedCount + file.doubtfulCount)
        problemTitle = count > 0 ? texts("importProblems", count: count) : nil
        problems = all.prefix(Self.problemsShown).map { problem, isRejection in
            Problem(
                place: problem.column > 0
                    ? texts("importPlaceCell", ["line": texts.number(problem.line), "column": texts.number(problem.column)])
                    : texts("importPlaceLine", ["line": texts.number(problem.line)]),
                words: texts.word("problem", problem.code), text: problem.text, isRejection: isRejection)
        }
        moreProblems = count > problems.count ? texts("importMoreProblems", count: count - problems.count) : nil
        remarks = ImportWords.remarks(file.remarks, texts: texts)
    }
}

extension ExportDateBasis {
    /// The end of the text's key.
    var textKey: String {
        switch self {
        case .given: "given"
        case .archive: "archive"
        case .newestEntry: "newestEntry"
        case .fileTime: "fileTime"
        case .layout: "layout"
        case .importDay: "importDay"
        }
    }
}
