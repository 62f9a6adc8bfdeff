import ContactModel
public import Vault

/// The form by which somebody is added by hand; where what was written can't be, it is drawn again with that in it and why.
public struct NewPersonPage: Page {
    /// The view that draws it.
    public static let view = "person-new"

    /// What was written that can't be.
    public struct Refused: Sendable {
        /// What stood in the form, in its order.
        public var typed: [(name: String, value: String)]
        /// The field whose value can't be; `nil` where it is not about one.
        public var field: EditableField?
        /// That value.
        public var value: String
        /// Why, in the reader's language.
        public var reason: String

        /// Makes one.
        public init(typed: [(name: String, value: String)], field: EditableField?, value: String, reason: String) {
            self.typed = typed
            self.field = field
            self.value = value
            self.reason = reason
        }
    }

    /// Where something is written.
    struct Input: Sendable {
        var id: String
        /// What the form calls it.
        var key: String
        /// Its label.
        var name: String
        var value: String
        var hasLines: Bool
        /// How what belongs there looks.
        var example: String?
        /// What a browser offers to fill in, and the keys it shows.
        var type: String
        /// Why what was written can't be.
        var flaw: String?
    }

    /// What nearly everybody has.
    let usual: [Input]
    /// What few have, folded away until something stands in it.
    let further: [Input]
    let isFurtherOpen: Bool
    let tags: String
    let note: String
    /// Why what was written can't be, where it is not about one field.
    let flaw: String?

    /// Makes the page.
    public init(refused: Refused? = nil, texts: Texts) {
        var typed = (refused?.typed ?? []).reduce(into: [String: [String]]()) { $0[$1.name, default: []].append($1.value) }
        // What is refused is told once, beside the first place it stands in.
        var untold = refused
        func inputs(_ field: EditableField, number: Int = 1) -> [Input] {
            ValueForm.parts(of: field, nil).map { part in
                let key = part.key
                // Of several values of one name each has its own place, in their order.
                let values = typed[key] ?? []
                typed[key] = Array(values.dropFirst())
                let value = values.first ?? ""
                let isRefused = untold?.field == field && (field == .address || untold?.value == value)
                let flaw = isRefused ? untold?.reason : nil
                if isRefused { untold = nil }
                return Input(
                    id: number == 1 ? "new-\(key)" : "new-\(key)-\(number)", key: key,
                    name: texts(part.name) + (number == 1 ? "" : " \(number)"), value: value, hasLines: part.hasLines,
                    example: field == .birthday ? texts("valueBirthdayExample") : nil, type: Self.keyboard(for: field), flaw: flaw)
            }
        }
        usual = [.given, .family, .company, .title, .email, .phone, .url].flatMap { inputs($0) }
        further = inputs(.email, number: 2) + inputs(.phone, number: 2) + [.address, .birthday, .nickname].flatMap { inputs($0) }
        isFurtherOpen = further.contains { !$0.value.isEmpty || $0.flaw != nil }
        tags = typed["tags"]?.first ?? ""
        note = typed["note"]?.first ?? ""
        flaw = untold?.reason
    }

    /// A kind of field that brings up the right keys; its checks are ours, which say what is wrong in the page's language.
    private static func keyboard(for field: EditableField) -> String {
        switch field {
        case .email: "email"
        case .phone: "tel"
        case .url: "url"
        case .given, .family, .company, .title, .address, .birthday, .nickname: "text"
        }
    }
}
