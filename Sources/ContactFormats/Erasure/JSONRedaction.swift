import ContactModel

/// Takes the elements of arrays that tell of a human being out of a JSON text; of several around each other the innermost.
struct JSONRedaction {
    var traces: Traces

    /// `nil` where the bytes are no JSON text (lines of JSON, for one).
    func rewrite(_ bytes: [UInt8]) -> Redaction.Outcome? {
        guard let value = JSONValue(parsing: bytes) else { return nil }
        var removed = 0
        switch cleaned(value, &removed) {
        case .kept: return .untouched
        case .changed(let value): return .rewritten(value.serialized(), removed: removed)
        case .gone: return .emptied
        }
    }

    private enum Cleaned {
        case kept
        case changed(JSONValue)
        /// It tells of them itself, and must go from where it stands.
        case gone
    }

    private func cleaned(_ value: JSONValue, _ removed: inout Int) -> Cleaned {
        switch value {
        case .array(let elements):
            var kept: [JSONValue] = []
            var isChanged = false
            for element in elements {
                switch cleaned(element, &removed) {
                case .kept: kept.append(element)
                case .changed(let element):
                    kept.append(element)
                    isChanged = true
                case .gone:
                    removed += 1
                    isChanged = true
                }
            }
            return isChanged ? .changed(.array(kept)) : .kept
        case .object(let members):
            var changed: [String: JSONValue] = members
            var isChanged = false
            let texts = members.values.compactMap(\.stringValue) + members.keys
            if traces.isNamed(by: texts) { return .gone }
            for (name, member) in members {
                if traces.isTold(by: name) { return .gone }
                switch cleaned(member, &removed) {
                case .kept: break
                case .changed(let member):
                    changed[name] = member
                    isChanged = true
                case .gone: return .gone
                }
            }
            return isChanged ? .changed(.object(changed)) : .kept
        case .string(let text): return traces.isTold(by: text) || traces.isNamed(by: [text]) ? .gone : .kept
        default: return .kept
        }
    }
}
