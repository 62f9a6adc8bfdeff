public import Actions
import ContactModel
import Vault

/// What an import did, looked at later: as history has it now, with the ways to those it is about.
public struct ImportedPage: Page {
    /// The view that draws it.
    public static let view = "imported"

    /// A list that came in.
    struct List: Sendable {
        var title: String
        var file: String
        var handedOut: String
        var rows: String
        var rowsAddress: String
        var numbers: ImportFigures
        var news: ImportNews
    }

    /// What the page is called.
    public let title: String
    let about: String
    /// That it was taken back; `nil` where it was not.
    let undone: String?
    let whole: ImportFigures?
    let lists: [List]
    let steps: String
    let canUndo: Bool

    /// Where what came in with a step is shown.
    static func address(of step: Int64) -> String { "/imports/\(step)" }

    /// Makes the page.
    public init(_ explored: ExploreImport.Outcome, texts: Texts) {
        title = texts("importedTitle")
        about = explored.imports.map { step in
            [step.payload["path"]?.stringValue, texts.moment(step.madeAt)].compactMap { $0 }.joined(separator: " · ")
        }.joined(separator: "; ")
        undone = explored.whole == nil ? texts("importUndone") : nil
        whole = ImportFigures(ofAll: explored.whole, beside: explored.lists.map(\.summary), isIn: true, texts: texts)
        lists = explored.lists.map { list in
            List(
                title: "\(texts.source(list.snapshot.source)): \(texts.word("importList", list.snapshot.list))", file: list.snapshot.path,
                handedOut: texts.day(list.snapshot.exportedOn), rows: texts("importRows", count: Int(clamping: list.snapshot.rows)),
                rowsAddress: RowsPage.address(of: list.snapshot.id), numbers: ImportFigures(list.summary, isIn: true, texts: texts),
                news: ImportNews(list.summary, isIn: true, texts: texts))
        }
        steps = explored.imports.map { String($0.step) }.joined(separator: " ")
        canUndo = explored.whole != nil
    }
}
