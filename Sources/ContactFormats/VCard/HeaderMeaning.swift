import ContactModel

/// What a header's parameters say of its value (RFC 9555 §2.2 and 2.3): a word for people, and what there is beyond it in JSContact's terms.
///
/// Group and label of a value are the card's affair; all else is the same wherever the header stands, so that lines which share a header
/// share its meaning.
struct HeaderMeaning: Sendable {
    /// The member of ours that carries a value as only a vCard writes it.
    static let rawValue = Card.extensionPrefix + "value"

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

    /// Whether the value is said to be a URI, where that is not what it usually is (a phone's).
    private(set) var isURI = false

    /// The meaning of a header as its property is usually read.
    init(_ property: VCardProperty?, _ name: String, _ parameters: [PropertyHeader.Parameter], types: [String]) {
        if parameters.isEmpty { return }
        let ignored: [String] =
            switch property {
            case .email: ["internet"]
            case .name: ["pref"]
            // The service's name.
            case .applesProfile: types.filter { $0 != "pref" && VCardKinds.context($0) == nil }
            default: []
            }
        take(name, parameters, of: property, types: types, hasFeatures: property == .phone, ignoring: ignored, isURI: true)
    }

    /// Takes a parameter that some property has in a way of its own; `false` for any other.
    private mutating func takeOwn(_ parameter: PropertyHeader.Parameter, of property: VCardProperty?) -> Bool {
        switch (property, parameter.name) {
        // What JSContact says of addresses (RFC 9555 §2.5.1); the label is the address in one piece, which its reader takes.
        case (.address, "CC"): surplus["countryCode"] = parameter.json
        case (.address, "GEO"): surplus["coordinates"] = parameter.json
        case (.address, "TZ"): surplus["timeZone"] = parameter.json
        case (.address, "LABEL"): break
        case (.name, "SORT-AS"):
            var members: [String: JSONValue] = [:]
            let words = parameter.values.flatMap { $0.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) }
            for (kind, word) in zip(["surname", "given", "given2", "title", "credential"], words) where !word.isEmpty {
                members[kind] = .string(String(Substring(word)))
            }
            surplus["sortAs"] = .object(members)
        case (.organization, "SORT-AS"): surplus["sortAs"] = .string(parameter.values.joined(separator: ","))
        case (.profile, "SERVICE-TYPE"), (.applesProfile, "SERVICE-TYPE"): break
        case (.profile, "USERNAME"), (.applesProfile, "USERNAME"): surplus["user"] = parameter.values.first.map { .string($0) }
        case (.profile, "X-USER"), (.applesProfile, "X-USER"):
            if surplus["user"] == nil { surplus["user"] = parameter.values.first.map { .string($0) } }
        case (.phone, "VALUE") where parameter.values.first?.lowercased() == "uri":
            isURI = true
            surplus[Self.rawValue] = .string("uri")
        default: return false
        }
        return true
    }

    /// The meaning of a line's header where the value or its reader has a say in it.
    ///
    /// - Parameter ignored: types that say nothing here, or are said elsewhere.
    init(of line: ContentLine, ignoring ignored: [String]) {
        take(
            line.name, line.parameters, of: nil, types: line.types, hasFeatures: false, ignoring: ignored,
            isURI: VCardKinds.isURI(line.value))
    }

    /// - Parameters:
    ///   - property: whose own parameters are taken.
    ///   - hasFeatures: whether types are looked up among a phone's features.
    ///   - isURI: whether the value, which may be long, is an address rather than words.
    private mutating func take(
        _ name: String, _ parameters: [PropertyHeader.Parameter], of property: VCardProperty?, types: [String], hasFeatures: Bool,
        ignoring ignored: [String],
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
        for parameter in parameters where property == nil || !takeOwn(parameter, of: property) {
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
        if !contexts.isEmpty { surplus["contexts"] = VCardKinds.set(contexts) }
        if !features.isEmpty { surplus["features"] = VCardKinds.set(features) }
    }

    /// Whether a `VALUE` says what goes without saying.
    private static func isUsual(_ value: String?, _ property: String) -> Bool {
        switch (value?.lowercased(), property) {
        case ("text", "BDAY"), ("text", "ANNIVERSARY"), ("text", "RELATED"), ("text", "UID"), ("text", "KEY"): false
        default: true
        }
    }
}

extension PropertyHeader.Parameter {
    /// The value as jCard has it, or the values.
    var json: JSONValue { values.count == 1 ? .string(values[0]) : .array(values.map { .string($0) }) }
}
