import ContactModel

/// What a header's parameters say of its value (RFC 9555 §2.2 and 2.3): a word for people, and what there is beyond it in JSContact's terms.
///
/// Group and label of a value are the card's affair; all else is the same wherever the header stands, so that lines which share a header
/// share its meaning.
struct HeaderMeaning: Sendable {
    /// The word that contexts and features make together: "work fax".
    private(set) var word: String?
    /// JSContact's contexts among the types.
    private(set) var contexts: [String] = []
    /// JSContact's features of a phone among the types.
    private(set) var features: [String] = []
    /// Whether the word says contexts and features by itself.
    private(set) var isSaidByWord = false
    /// What is said beyond the word.
    private(set) var surplus: [String: JSONValue] = [:]
    /// The label of somebody's own that Android writes.
    private(set) var ownLabel: String?

    /// The meaning of a header as its property is usually read.
    init(_ property: VCardProperty?, _ name: String, _ parameters: [PropertyHeader.Parameter], types: [String]) {
        let ignored: [String] =
            switch property {
            case .email: ["internet"]
            case .name: ["pref"]
            default: []
            }
        self.init(name, parameters, types: types, hasFeatures: property == .phone, ignoring: ignored, isURI: true)
    }

    /// The meaning of a line's header where the value or its reader has a say in it.
    ///
    /// - Parameter ignored: types that say nothing here, or are said elsewhere.
    init(of line: ContentLine, ignoring ignored: [String]) {
        self.init(
            line.name, line.parameters, types: line.types, hasFeatures: false, ignoring: ignored,
            isURI: VCardInterpreter.isURI(line.value))
    }

    /// - Parameters:
    ///   - hasFeatures: whether types are looked up among a phone's features.
    ///   - isURI: whether the value, which may be long, is an address rather than words.
    private init(
        _ name: String, _ parameters: [PropertyHeader.Parameter], types: [String], hasFeatures: Bool, ignoring ignored: [String],
        isURI: @autoclosure () -> Bool
    ) {
        if parameters.isEmpty { return }
        var others: [JSONValue] = []
        for type in types where !ignored.contains(type) {
            if type == "pref" {
                surplus["pref"] = .integer(1)
            } else if let context = VCardKinds.context(type) {
                if !contexts.contains(context) { contexts.append(context) }
            } else if hasFeatures, let feature = VCardKinds.feature(type) {
                if !features.contains(feature) { features.append(feature) }
            } else {
                others.append(.string(type))
            }
        }
        var rest: [String: JSONValue] = [:]
        if !others.isEmpty { rest["type"] = others.count == 1 ? others[0] : .array(others) }
        for parameter in parameters {
            switch parameter.name {
            case "TYPE": break
            case "PREF":
                if let pref = parameter.values.first.flatMap({ Int64($0) }), (1...100).contains(pref) {
                    surplus["pref"] = .integer(pref)
                } else {
                    rest["pref"] = parameter.json
                }
            case "VALUE" where Self.isUsual(parameter.values.first, name): break
            case "INDEX":
                if let index = parameter.values.first.flatMap({ Int64($0) }) { surplus["listAs"] = .integer(index) }
            case PropertyHeader.ownLabel: if ownLabel == nil { ownLabel = parameter.values.first }
            case "VALUE" where name == "RELATED" && !isURI(): break
            case "MEDIATYPE": surplus["mediaType"] = parameter.values.first.map { .string($0) }
            default: rest[parameter.name.lowercased()] = parameter.json
            }
        }
        if !rest.isEmpty { surplus["vCardParams"] = .object(rest) }
        word = VCardKinds.label(contexts: contexts, features: features)
        // A label that says the same by itself needs no more.
        isSaidByWord =
            contexts.count + features.count == 1
            ? word != nil : word.flatMap(VCardKinds.meaning).map { $0.contexts == contexts && $0.features == features } ?? false
        if !isSaidByWord, !(contexts.isEmpty && features.allSatisfy { $0 == "voice" }) || features.count > 1 { sayKinds(in: &surplus) }
    }

    /// Says contexts and features in full.
    func sayKinds(in surplus: inout [String: JSONValue]) {
        if !contexts.isEmpty { surplus["contexts"] = VCardInterpreter.set(contexts) }
        if !features.isEmpty { surplus["features"] = VCardInterpreter.set(features) }
    }

    /// Whether a `VALUE` says what goes without saying.
    private static func isUsual(_ value: String?, _ property: String) -> Bool {
        switch (value?.lowercased(), property) {
        case ("uri", "TEL"): false
        case ("text", "BDAY"), ("text", "ANNIVERSARY"), ("text", "RELATED"), ("text", "UID"), ("text", "KEY"): false
        default: true
        }
    }
}

extension PropertyHeader.Parameter {
    /// The value as jCard has it, or the values.
    var json: JSONValue { values.count == 1 ? .string(values[0]) : .array(values.map { .string($0) }) }
}
