public import ContactModel
public import Vault

/// What was done, step by step; each can be taken back.
public struct LogPage: Page {
    /// The view that draws it.
    public static let view = "log"

    /// A step.
    struct Step: Sendable {
        var number: String
        var when: String
        var words: String
        /// The same in pieces, of which some lead to people.
        var pieces: [StepWords.Piece]
        var isUndone: Bool
        var canUndo: Bool
    }

    let steps: [Step]
    let isEmpty: Bool
    let older: String?
    let count: String

    /// So many steps are shown at once.
    static let stepsShown = 100

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - log: all steps, the oldest first, each with whether it is taken back.
    ///   - names: what those whom the steps shown concern are called, as far as that is known.
    ///   - before: only steps below this number; `nil` for the latest.
    public init(_ log: [(decision: Decision, isUndone: Bool)], names: [UniqueID: KnownName] = [:], before: Int64?, texts: Texts) {
        let shown = Self.shown(of: log, before: before)
        let words = StepWords(texts: texts, names: names)
        steps = shown.map { decision, isUndone in
            let pieces = words.pieces(for: decision)
            return Step(
                number: String(decision.step), when: texts.moment(decision.madeAt), words: pieces.text, pieces: pieces,
                isUndone: isUndone, canUndo: !isUndone && decision.kind != .erase)
        }
        isEmpty = log.isEmpty
        let hasOlder = shown.last.map { last in log.contains { $0.decision.step < last.decision.step } } ?? false
        older = hasOlder ? shown.last.map { "/log?before=\($0.decision.step)" } : nil
        count = texts("logCount", count: log.count)
    }

    /// The steps a page shows, the latest first.
    ///
    /// - Parameters:
    ///   - log: all steps, the oldest first.
    ///   - before: only steps below this number; `nil` for the latest.
    public static func shown(of log: [(decision: Decision, isUndone: Bool)], before: Int64?) -> [(decision: Decision, isUndone: Bool)] {
        Array(log.reversed().lazy.filter { step in before.map { step.decision.step < $0 } ?? true }.prefix(stepsShown))
    }
}
