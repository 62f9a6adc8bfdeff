public import Actions
import ContactFormats
import ContactModel
import Vault

/// What an import did, with the ways to look around in it and the way back.
public struct ImportDonePage: Page {
    /// The view that draws it.
    public static let view = "import-done"

    /// A way to look around.
    struct Way: Sendable {
        var address: String
        var name: String
    }

    let title: String
    let summary: String
    /// That it was taken back since; `nil` where it was not.
    let undone: String?
    /// What it did to all people together, where its lists don't say the same.
    let whole: ImportFigures?
    let lists: [ImportListCard]
    let failures: [ImportPreviewPage.Failure]
    let passedOver: [String]
    let remarks: [String]
    let archives: [String]
    let ways: [Way]
    let steps: String
    let canUndo: Bool
    let isFailure: Bool

    /// The steps of the log an import came in with; `nil` where nothing came in.
    public static func steps(of outcome: ImportFiles.Outcome) -> ClosedRange<Int64>? {
        let steps = outcome.reports.compactMap(\.step)
        guard let first = steps.min(), let last = steps.max() else { return nil }
        return first...last
    }

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - explored: what it did to people, as history has it now; `nil` where nothing came in.
    ///   - isSample: whether it was the sample network.
    public init(_ outcome: ImportFiles.Outcome, _ explored: ExploreImport.Outcome?, isSample: Bool, texts: Texts) {
        let summaries = explored?.lists ?? []
        lists = outcome.reports.flatMap(\.files).map { file in
            let summary = summaries.first { $0.snapshot.id == file.snapshot }?.summary
            // A list that was here before has its rows still; one that was taken back since has none to show.
            return ImportListCard(file, summary, isIn: summary != nil || file.isAlreadyImported, texts: texts)
        }
        whole = ImportFigures(ofAll: explored?.whole, beside: summaries.map(\.summary), isIn: true, texts: texts)
        failures = outcome.failures.map { ImportPreviewPage.Failure($0, texts: texts) }
        passedOver = ImportWords.passedOver(outcome.reports.flatMap(\.passedOver), texts: texts)
        remarks = ImportWords.remarks(outcome.reports.flatMap(\.remarks) + outcome.archives.flatMap(\.remarks), texts: texts)
        archives = ImportWords.archives(outcome.archives, texts: texts)
        let numbers = outcome.reports.compactMap(\.step)
        steps = numbers.sorted(by: >).map { String($0) }.joined(separator: " ")
        undone = explored.map { $0.whole == nil } ?? false ? texts("importUndone") : nil
        canUndo = !numbers.isEmpty && undone == nil
        isFailure = outcome.reports.isEmpty && outcome.archives.isEmpty
        title = texts(isFailure ? "importFailedTitle" : isSample ? "importSampleDone" : "importDone")
        let total = explored?.totalPeople ?? outcome.totalPeople
        summary = isFailure ? "" : texts("importDoneSummary", count: Int(clamping: total))
        ways = isFailure ? [] : Self.ways(summaries, texts: texts)
    }

    private static func ways(_ lists: [ExploreImport.Outcome.List], texts: Texts) -> [Way] {
        var ways = [Way(address: "/people", name: texts("importSeePeople"))]
        if lists.contains(where: { $0.summary.count(.changed) + $0.summary.count(.gone) > 0 }) {
            ways.append(Way(address: "/changes", name: texts("importSeeChanges")))
        }
        ways.append(Way(address: "/duplicates", name: texts("importSeeDuplicates")))
        ways.append(Way(address: "/review", name: texts("importSeeReview")))
        return ways
    }
}
