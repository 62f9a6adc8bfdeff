import Actions
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
        let service = detail("service")
        let values = [
            "path": detail("path"), "text": detail("text"), "name": detail("name"),
            "service": texts.phrase(Service.named(service)?.title ?? service),
            "day": CalendarDate(iso: detail("on")).map { texts.day($0) } ?? detail("on"),
            "step": decision.undoneStep.map { String($0) } ?? "",
        ]
        switch decision.kind {
        case .tag, .untag, .edit, .share:
            return decision.wordsOfEach.map { words(for: $0, ofCount: decision.peopleCount) }.joined(separator: "; ")
        case .view: return texts(decision.payload["query"]?.stringValue == nil ? "logStep_viewGone" : "logStep_view", values)
        case .import, .note, .request, .merge, .split, .distinct, .unsure, .accept, .reject, .erase, .undo:
            return texts.word("logStep", decision.kind.rawValue, values)
        }
    }

    /// What is said of so many people.
    private func words(for word: Decision.Word, ofCount count: Int) -> String {
        switch word {
        case .tag(let tag): return texts("logStep_tag", count: count, ["tag": tag])
        case .untag(let tag): return texts("logStep_untag", count: count, ["tag": tag])
        case .note(let text): return texts.word("logStep", "note", ["text": text])
        case .edit(let field, let value), .correct(let field, _, let value?):
            return texts("logStep_edit", count: count, ["field": name(of: field.rawValue), "value": texts.value(value, of: field)])
        case .correct(let field, let was, nil):
            return texts("logStep_takeOut", ["field": name(of: field.rawValue), "value": texts.value(was, of: field)])
        case .share(nil, let isAllowed): return texts(isAllowed ? "logStep_share" : "logStep_withhold", count: count)
        case .share(let field?, let isAllowed):
            return texts(isAllowed ? "logStep_shareField" : "logStep_withholdField", count: count, ["field": name(of: field.rawValue)])
        case .accept: return texts.word("logStep", "accept", [:])
        case .reject: return texts.word("logStep", "reject", [:])
        }
    }

    /// A field as the page calls it.
    private func name(of field: String) -> String {
        let key = "field" + field.withLargeInitial
        return texts.has(key) ? texts(key) : field
    }
}
