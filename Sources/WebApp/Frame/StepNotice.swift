import ContactModel
public import Vault

extension Frame.Notice {
    /// What a step of the log did, with a way to take it back.
    ///
    /// - Parameter isUndone: whether the step is taken back at present; then the notice says that.
    public init(of step: Decision, isUndone: Bool, texts: Texts) {
        guard !isUndone else {
            self.init(text: texts("noticeUndone"))
            return
        }
        let payload = step.payload
        let count = payload["people"]?.arrayValue?.count ?? 1
        func named(_ key: String, _ field: String) -> String {
            texts(key, count: max(1, count), ["value": payload[field]?.stringValue ?? ""])
        }
        let text =
            switch step.kind {
            case .tag: named("noticeTag", "tag")
            case .untag: named("noticeUntag", "tag")
            case .edit: Self.edited(payload, max(1, count), texts)
            case .note: texts("noticeNote")
            case .share: texts("noticeShare")
            case .merge: texts("noticeMerge")
            case .split: texts("noticeSplit")
            case .distinct: texts("noticeDistinct")
            case .unsure: texts("noticeUnsure")
            case .view: texts(payload["query"]?.stringValue == nil ? "noticeViewGone" : "noticeView")
            case .import: texts("noticeImport")
            case .request: texts("noticeRequest")
            case .accept: texts("reviewAccepted", count: payload["suggestions"]?.arrayValue?.count ?? 1)
            case .reject: texts("reviewRejected", count: payload["suggestions"]?.arrayValue?.count ?? 1)
            case .erase: texts("noticeErase")
            case .undo: texts("noticeUndone")
            }
        self.init(text: text, undoStep: step.kind == .erase ? nil : String(step.step))
    }

    /// What an edit of one person, or of several, put right, put on or took off.
    private static func edited(_ payload: [String: JSONValue], _ count: Int, _ texts: Texts) -> String {
        func first(_ name: String) -> JSONValue? { payload[name]?.arrayValue?.first }
        if let tag = first("tags")?.stringValue { return texts("noticeTag", count: count, ["value": tag]) }
        if let tag = first("untags")?.stringValue { return texts("noticeUntag", count: count, ["value": tag]) }
        if let was = payload["was"]?.stringValue, payload["value"] == nil { return texts("noticeTakenOut", ["value": was]) }
        let value = first("set")?["value"]?.stringValue ?? payload["value"]?.stringValue ?? ""
        return texts("noticeEdit", count: count, ["value": value])
    }
}
