import ContactModel

/// How the types of vCard, the contexts and features of JSContact, and the words of people for them go together (RFC 9555 §2.2).
enum VCardKinds {
    /// JSContact's context of a type.
    static func context(_ type: String) -> String? {
        switch type {
        case "home": "private"
        case "work": "work"
        case "billing": "billing"
        case "delivery": "delivery"
        default: nil
        }
    }

    /// JSContact's feature of a phone's type.
    static func feature(_ type: String) -> String? {
        switch type {
        case "voice", "fax", "pager", "text", "video", "textphone", "main-number": type
        case "cell": "mobile"
        default: nil
        }
    }

    /// The type of a context.
    static func type(ofContext context: String) -> String { context == "private" ? "home" : context }

    /// The type of a feature.
    static func type(ofFeature feature: String) -> String { feature == "mobile" ? "cell" : feature }

    /// The word people have for contexts and features together: "work fax"; `nil` where they say nothing worth a word.
    static func label(contexts: some Collection<String>, features: some Collection<String>) -> String? {
        if contexts.isEmpty, features.isEmpty { return nil }
        let place = contexts.contains("work") ? "work" : contexts.contains("private") ? "home" : nil
        if features.isEmpty, let place { return place }
        var words = place.map { [$0] } ?? []
        for feature in features.isEmpty ? [] : ["mobile", "fax", "pager", "main-number"] where features.contains(feature) {
            words.append(feature == "main-number" ? "main" : feature)
        }
        if words.isEmpty { words = contexts.filter { $0 == "billing" || $0 == "delivery" }.sorted() }
        return words.count < 2 ? words.first : words.joined(separator: " ")
    }

    /// The contexts and features a word stands for; `nil` where it is a word of somebody's own.
    static func meaning(of label: String) -> (contexts: [String], features: [String])? {
        switch label.lowercased() {
        case "work", "business", "office": (["work"], [])
        case "home", "private", "personal": (["private"], [])
        case "mobile", "cell", "cellular", "iphone": ([], ["mobile"])
        case "fax": ([], ["fax"])
        case "pager": ([], ["pager"])
        case "main": ([], ["main-number"])
        case "work fax", "business fax": (["work"], ["fax"])
        case "home fax": (["private"], ["fax"])
        case "work mobile", "business mobile": (["work"], ["mobile"])
        case "home mobile": (["private"], ["mobile"])
        case "work pager": (["work"], ["pager"])
        case "home pager": (["private"], ["pager"])
        case "other", "voice", "internet", "": ([], [])
        case "billing", "delivery": ([label.lowercased()], [])
        default: nil
        }
    }

    /// A label as Apple writes its own ones, `_$!<HomeFAX>!$_`, as a word; others as they are.
    static func word(ofApplesLabel label: String) -> String {
        guard label.utf8.count > 8, label.utf8.starts(with: "_$!<".utf8), label.utf8.suffix(4).elementsEqual(">!$_".utf8) else {
            return label
        }
        let word = Substring(label.utf8.dropFirst(4).dropLast(4))
        switch word {
        case "HomeFAX": return "home fax"
        case "WorkFAX": return "work fax"
        case "OtherFAX": return "fax"
        case "HomePage": return "home page"
        default: return word.lowercased()
        }
    }

    /// Whether a text is an address rather than words.
    static func isURI(_ text: String) -> Bool { text.contains(":") && !text.contains(where: \.isWhitespace) }

    /// A set of words as JSContact has it.
    static func set(_ names: [String]) -> JSONValue {
        if names.count == 1 { return .object([names[0]: .bool(true)]) }
        return .object(Dictionary(names.map { ($0, .bool(true)) }) { first, _ in first })
    }
}
