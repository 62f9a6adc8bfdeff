public import Actions
import ContactModel

/// What is held of a person beyond the fields: values of one name, each with its origin.
struct FurtherGroup: Sendable {
    /// One value.
    struct Value: Sendable {
        /// As it is shown; of a text that is long only how it begins.
        var text: String
        /// A page it leads to; nothing that a browser would run.
        var link: String?
        /// What is said of it.
        var remarks: [String]
        /// Where the picture is; `nil` where it is none, or none that a browser may be given.
        var picture: String?
        /// What the picture shows.
        var pictureName: String
        /// Where its bytes are, to be kept as a file.
        var file: String?
        /// The whole of a long text.
        var whole: String?
        /// Where from and since when, the latest first.
        var origins: [String]

        /// - Parameter id: whose it is, as an address.
        init(_ value: FurtherValue, of id: String, name: String, _ texts: Texts) {
            let words = value.words(texts)
            let armoured = value.data?.text
            let isLong = words.utf8.count > FurtherGroup.longest
            text = isLong ? words.cut(to: 160) : words
            whole = isLong ? words : value.pictureType == nil ? armoured : nil
            link = if case .uri(let uri) = value.content { ValueGroup.webAddress(uri) } else { nil }
            remarks = value.remarks(texts).map(texts.label)
            picture = value.pictureType.map { _ in "/people/\(id)/photo?of=\(value.id.percentEncoded)" }
            pictureName = "\(value.name(texts)): \(name)"
            file = value.data.map { _ in "/people/\(id)/data?of=\(value.id.percentEncoded)" }
            origins = value.provenance.map { texts.origin($0) }
        }
    }

    /// What is longer, in bytes, is shown on demand.
    private static let longest = 400

    /// Its name: ours in the reader's language, else the source's own.
    var name: String
    var values: [Value]

    /// All of them, in order.
    static func all(_ values: [FurtherValue], of person: Person, _ texts: Texts) -> [FurtherGroup] {
        var groups: [FurtherGroup] = []
        for value in values {
            let name = value.name(texts)
            let shown = Value(value, of: person.id.description, name: person.displayName, texts)
            if let place = groups.firstIndex(where: { $0.name == name }) {
                groups[place].values.append(shown)
            } else {
                groups.append(FurtherGroup(name: name, values: [shown]))
            }
        }
        return groups
    }
}

extension Texts: Speaker {
    /// The language's code.
    public var code: String { language.rawValue }
}
