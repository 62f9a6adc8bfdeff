import Actions
import ContactFormats
import ContactModel
import Vault

/// One list of an import as its pages show it: what it is, what it does, what went wrong.
struct ImportListCard: Sendable {
    /// A number and what it counts.
    struct Count: Sendable {
        var value: String
        var name: String
        var isLarge: Bool
    }

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
    let counts: [Count]
    let closed: String?
    let problemTitle: String?
    let problems: [Problem]
    let moreProblems: String?
    let remarks: [String]
    let listAddress: String

    /// So many problems are shown.
    private static let problemsShown = 50

    init(_ file: ImportReport.File, texts: Texts) {
        self.file = file.path
        kind = texts.word("importList", file.list.rawValue)
        // What each column was taken for stands below, where it can be put right.
        layout = texts.phrase(file.outline)
        source = texts.source(file.source)
        exported = texts("importExported_\(file.exportedOnBasis.textKey)", ["day": texts.day(file.exportedOn)])
        isDateUnsure = ![.given, .archive].contains(file.exportedOnBasis)
        isAlreadyImported = file.isAlreadyImported
        rows = texts("importRows", count: Int(clamping: file.rows))
        counts = [("importNew", file.new), ("importChanged", file.updated), ("importUnchanged", file.unchanged), ("importGone", file.gone)]
            .map { Count(value: texts.number(Int(clamping: $0.1)), name: texts($0.0), isLarge: $0.1 > 0) }
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
        listAddress = PeoplePage.path("source:\"\(file.source)\"")
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
