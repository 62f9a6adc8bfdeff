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
    let lists: [ImportListCard]
    let failures: [ImportPreviewPage.Failure]
    let passedOver: [String]
    let remarks: [String]
    let archives: [String]
    let ways: [Way]
    let steps: String
    let canUndo: Bool
    let isFailure: Bool

    /// Makes the page.
    ///
    /// - Parameter isSample: whether it was the sample network.
    public init(_ outcome: ImportFiles.Outcome, isSample: Bool, texts: Texts) {
        lists = outcome.reports.flatMap(\.files).map { ImportListCard($0, texts: texts) }
        failures = outcome.failures.map { ImportPreviewPage.Failure($0, texts: texts) }
        passedOver = ImportWords.passedOver(outcome.reports.flatMap(\.passedOver), texts: texts)
        remarks = ImportWords.remarks(outcome.reports.flatMap(\.remarks) + outcome.archives.flatMap(\.remarks), texts: texts)
        archives = ImportWords.archives(outcome.archives, texts: texts)
        let numbers = outcome.reports.compactMap(\.step)
        steps = numbers.sorted(by: >).map { String($0) }.joined(separator: " ")
        canUndo = !numbers.isEmpty
        isFailure = outcome.reports.isEmpty && outcome.archives.isEmpty
        title = texts(isFailure ? "importFailedTitle" : isSample ? "importSampleDone" : "importDone")
        let total = outcome.reports.last?.totalPeople ?? outcome.archives.last?.people ?? 0
        summary =
            isFailure
            ? ""
            : texts(
                "importDoneSummary", count: Int(clamping: total),
                [
                    "new": texts.number(Int(clamping: outcome.reports.map(\.newPeople).reduce(0, +))),
                    "updated": texts.number(Int(clamping: outcome.reports.map(\.updatedPeople).reduce(0, +))),
                ])
        ways = isFailure ? [] : Self.ways(outcome, texts: texts)
    }

    private static func ways(_ outcome: ImportFiles.Outcome, texts: Texts) -> [Way] {
        var ways = [Way(address: "/people", name: texts("importSeePeople"))]
        if outcome.reports.contains(where: { $0.updatedPeople > 0 || $0.files.contains { $0.updated + $0.gone > 0 } }) {
            ways.append(Way(address: "/changes", name: texts("importSeeChanges")))
        }
        ways.append(Way(address: "/duplicates", name: texts("importSeeDuplicates")))
        ways.append(Way(address: "/review", name: texts("importSeeReview")))
        return ways
    }
}
