import ContactModel
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
    ///   - before: only steps below this number; `nil` for the latest.
    public init(_ log: [(decision: Decision, isUndone: Bool)], before: Int64?, texts: Texts) {
        let meant = log.reversed().filter { step in before.map { step.decision.step < $0 } ?? true }
        let shown = Array(meant.prefix(Self.stepsShown))
        steps = shown.map { decision, isUndone in
            Step(
                number: String(decision.step), when: texts.moment(decision.madeAt), words: StepWords(texts: texts).words(for: decision),
                isUndone: isUndone, canUndo: !isUndone && decision.kind != .erase)
        }
        isEmpty = log.isEmpty
        older = meant.count > shown.count ? shown.last.map { "/log?before=\($0.decision.step)" } : nil
        count = texts("logCount", count: log.count)
    }
}

/// A step of the log in the reader's language.
struct StepWords {
    let texts: Texts

    func words(for decision: Decision) -> String {
        func detail(_ name: String) -> String { decision.payload[name]?.stringValue ?? "" }
        if case .bool(true)? = decision.payload["erased"] { return texts("logStep_forgotten") }
        var values = ["path": detail("path"), "tag": detail("tag"), "text": detail("text"), "field": detail("field")]
        values["value"] = detail("value")
        values["service"] = detail("service")
        values["day"] = CalendarDate(iso: detail("on")).map { texts.day($0) } ?? detail("on")
        values["step"] = decision.undoneStep.map { String($0) } ?? ""
        return texts.word("logStep", key(of: decision), values)
    }

    private func key(of decision: Decision) -> String {
        guard decision.kind == .share else { return decision.kind.rawValue }
        if case .bool(true)? = decision.payload["allowed"] { return "share" }
        return "withhold"
    }
}

extension Texts {
    /// The text of a key that ends in a stable word, with its values; the word itself where there is none.
    func word(_ prefix: String, _ word: String, _ values: [String: String]) -> String {
        let key = "\(prefix)_\(word.replacing("-", with: "_"))"
        return keys.contains(key) ? self(key, values) : word
    }
}
