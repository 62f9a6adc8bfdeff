import ContactFormats
import ContactModel

/// A step of the log that says something of several people, of which what it says of one can be taken out.
struct StepOfSeveral {
    private var payload: [String: JSONValue]
    private let list: String

    /// Takes a step apart; `nil` for one about one person, about nobody, or about who is who.
    init?(kind: String, subject: String, payload: String) {
        let list: String? =
            switch Decision.Kind(rawValue: kind) {
            case .edit, .share: "people"
            case .accept, .reject: "suggestions"
            default: nil
            }
        guard let list, subject.isEmpty, let members = JSONValue(parsing: Array(payload.utf8))?.objectValue, members[list] != nil else {
            return nil
        }
        self.payload = members
        self.list = list
    }

    /// The payload without somebody: what is said of them goes, and so does a value of theirs that is said of another. What else
    /// is said of others stays; nothing is left where that was all.
    func without(_ ids: Set<UniqueID>, _ traces: Traces) -> String {
        func isTheirs(_ id: JSONValue?) -> Bool { id?.stringValue.flatMap { UniqueID($0) }.map { ids.contains($0) } ?? false }
        var left = payload
        let kept = (payload[list]?.arrayValue ?? []).filter { one in
            list == "people"
                ? !isTheirs(one) : !isTheirs(one["person"]) && !(one["value"]?.stringValue.map { traces.isTold(by: $0) } ?? false)
        }
        left[list] = .array(kept)
        let said = ["set", "tags", "untags", "notes", "shares"].filter { payload[$0] != nil }
        for name in said {
            left[name] = .array(
                (payload[name]?.arrayValue ?? []).filter { !traces.isTold(by: String(decoding: $0.serialized(), as: UTF8.self)) })
        }
        let isNothingLeft = !said.isEmpty && said.allSatisfy { left[$0]?.arrayValue?.isEmpty ?? true }
        let blank = kept.isEmpty || isNothingLeft
        return blank ? #"{"erased":true}"# : String(decoding: JSONValue.object(left).serialized(), as: UTF8.self)
    }
}
