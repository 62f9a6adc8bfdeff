import Actions
public import ContactModel
public import Vault

extension Frame.Notice {
    /// What a step of the log did, with a way to take it back.
    ///
    /// - Parameters:
    ///   - names: what those it concerns are called, as far as that is known.
    ///   - known: of somebody added by hand, the sources they were here by already.
    ///   - isUndone: whether the step is taken back at present; then the notice says that.
    public init(of step: Decision, names: [UniqueID: KnownName] = [:], known: [String] = [], isUndone: Bool, texts: Texts) {
        guard !isUndone else {
            self.init(text: texts("noticeUndone"))
            return
        }
        let payload = step.payload
        let who = StepWords(texts: texts, names: names).who(step).text
        let text =
            switch step.kind {
            case .tag, .untag, .edit: Self.said(step.wordsOfEach, of: step.peopleCount, who, texts)
            case .note: texts("noticeNote", ["who": who])
            case .share: texts("noticeShare")
            case .merge: texts("noticeMerge")
            case .split: texts("noticeSplit")
            case .distinct: texts("noticeDistinct")
            case .unsure: texts("noticeUnsure")
            case .view: texts(payload["query"]?.stringValue == nil ? "noticeViewGone" : "noticeView")
            case .import where step.subject == nil: texts("noticeImport")
            case .import where known.isEmpty: texts("noticeAdd", ["who": who])
            case .import:
                texts("noticeAddKnown", ["who": who, "sources": known.map { texts.source($0) }.joined(separator: ", ")])
            case .request: texts("noticeRequest")
            case .accept: Self.decided("reviewAccepted", payload, texts)
            case .reject: Self.decided("reviewRejected", payload, texts)
            case .erase: texts("noticeErase")
            case .undo: texts("noticeUndone")
            }
        self.init(text: text, undoStep: step.kind == .erase ? nil : String(step.step))
    }

    /// How many suggestions were decided, and how many were passed over and why.
    private static func decided(_ key: String, _ payload: [String: JSONValue], _ texts: Texts) -> String {
        let passedOver = DecideSuggestions.PassedOver(json: payload["passed_over"]) ?? .init()
        let percent = ["percent": texts.number(Int((passedOver.minimum * 100).rounded()))]
        return [
            texts(key, count: payload["suggestions"]?.arrayValue?.count ?? 1),
            passedOver.lessLikely > 0 ? texts("reviewPassedLessLikely", count: passedOver.lessLikely) : nil,
            passedOver.belowMinimum > 0 ? texts("reviewPassedBelow", count: passedOver.belowMinimum, percent) : nil,
        ].compactMap { $0 }.joined(separator: "; ")
    }

    /// What was said of one person, or of several.
    private static func said(_ words: [Decision.Word], of count: Int, _ who: String, _ texts: Texts) -> String {
        if words.count > 1 { return texts("noticeSeveral", count: words.count, ["who": who]) }
        switch words.first {
        case .tag(let tag): return texts("noticeTag", count: count, ["value": tag, "who": who])
        case .untag(let tag): return texts("noticeUntag", count: count, ["value": tag, "who": who])
        case .correct(let field, let was, nil): return texts("noticeTakenOut", ["value": texts.value(was, of: field), "who": who])
        case .edit(let field, let value), .correct(let field, _, let value?):
            return texts(
                "noticeEdit", count: count,
                ["field": texts.name(ofField: field.rawValue), "value": texts.value(value, of: field), "who": who])
        case .use(let address, let use): return texts("noticeUse" + Texts.ending(of: use), ["value": address, "who": who])
        case .note: return texts("noticeNote", ["who": who])
        case .share, .accept, .reject, nil: return texts("noticeShare")
        }
    }
}
