import ContactModel
import ContactQuality
import Vault

/// A form of a person's page by which a value is put right, taken out or added, and what is said of one that was refused.
///
/// It sends `place`, for each field what stood there when it was drawn (`was-FIELD`), and what stands there now: under the field's name, or
/// of a postal address its parts (`address-street`).
public struct ValueForm: Sendable {
    /// What the owner wrote that can't be.
    public struct Refused: Sendable {
        /// The form; `nil` for one of those that stand once on the page.
        public var place: String?
        /// What stood in it, by name.
        public var typed: [String: String]
        /// Why it can't be, in the reader's language.
        public var reason: String

        /// Makes one.
        public init(place: String?, typed: [String: String], reason: String) {
            self.place = place
            self.typed = typed
            self.reason = reason
        }
    }

    /// A field the form is about.
    struct Field: Sendable {
        var field: String
        /// What stands there now.
        var was: String
        var inputs: [Input]
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
        /// Whether what was written here, or beside it, was refused; then it is gone to first.
        var isRefused: Bool
        var isFirst: Bool
    }

    /// What an e-mail address can be said to be for.
    struct Kinds: Sendable {
        var id: String
        /// What was said when the form was drawn.
        var was: String
        var choices: [Choice]

        struct Choice: Sendable {
            var value: String
            var name: String
            var isChosen: Bool
        }
    }

    /// Tells the form from the others of its page.
    var place: String
    var fields: [Field]
    /// What the address can be said to be for; `nil` for other values.
    var kinds: Kinds?
    /// Whether one more value is added to those that are there.
    var adds: Bool
    /// Whether there is something to take out by a button of its own.
    var canTakeOut: Bool
    /// What is put right, for those who hear the page.
    var meaning: String
    /// The value as it is shown; `nil` where one is added, or there are several.
    var shown: String?
    /// Why what was written can't be.
    var flaw: String?

    /// Makes a form.
    ///
    /// - Parameters:
    ///   - fields: each with what stands there now; of a list `nil`, to add a value.
    ///   - email: the address that stands there, and what the rules alone take it for.
    init(
        at place: String, of fields: [(field: EditableField, value: String?)], email: (address: EmailAddress, judged: EmailKind)? = nil,
        refused: Refused?, _ texts: Texts
    ) {
        // What was written over a value that meanwhile is another would be taken for a correction of that.
        let refused = refused.flatMap { refused in
            refused.place == place && fields.allSatisfy { refused.typed["was-\($0.field.rawValue)"] == $0.value ?? "" } ? refused : nil
        }
        self.place = place
        self.fields = fields.enumerated().map { position, one in
            let isFirst = position == 0
            return Field(
                field: one.field.rawValue, was: one.value ?? "",
                inputs: Self.parts(of: one.field, one.value).enumerated().map { part, input in
                    Input(
                        id: place == input.key ? place : "\(place)-\(input.key)", key: input.key, name: texts(input.name),
                        value: refused?.typed[input.key] ?? input.value, hasLines: input.hasLines,
                        example: one.field == .birthday ? texts("valueBirthdayExample") : nil, isRefused: refused != nil,
                        isFirst: refused != nil && isFirst && part == 0)
                })
        }
        if fields.first?.field == .email {
            let said = email?.address.use?.rawValue ?? ""
            let chosen = refused?.typed["kind"] ?? said
            let open = email.map { texts("valueKindJudged", ["kind": texts("kind" + $0.judged.rawValue.withLargeInitial)]) }
            let uses = EmailUse.allCases.map { (value: $0.rawValue, name: texts("kind" + $0.rawValue.withLargeInitial)) }
            let choices = [(value: "", name: open ?? texts("valueKindOpen"))] + uses
            kinds = Kinds(
                id: "\(place)-kind", was: said,
                choices: choices.map { Kinds.Choice(value: $0.value, name: $0.name, isChosen: $0.value == chosen) })
        }
        let values = fields.compactMap(\.value)
        adds = values.isEmpty && fields.allSatisfy(\.field.isList)
        canTakeOut = fields.count == 1 && !values.isEmpty
        let names = fields.count == 1 ? texts("field" + fields[0].field.rawValue.withLargeInitial) : texts("fieldName")
        shown = fields.count == 1 ? fields[0].value.map { texts.value($0, of: fields[0].field) } : nil
        meaning = texts(adds ? "valueAdd" : "keyEdit") + ": " + (shown ?? names)
        flaw = refused?.reason
    }

    /// The place of the page that shows what a form with these values said: the value where it stands then, of one that was taken out its
    /// group.
    public static func placeAfterwards(_ value: (String) -> String?) -> String {
        guard let place = value("place"), !place.isEmpty, place.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        else {
            return "#values"
        }
        let parts = place.split(separator: "-", maxSplits: 1)
        guard let field = EditableField(rawValue: String(parts[0])), field.isList else { return "#value-\(place)" }
        let isGone = value("out") != nil || (Self.value(of: field, in: value) ?? "").allSatisfy(\.isWhitespace)
        if isGone { return "#value-\(parts[0])" }
        // One that is added is put before the others.
        return parts.count > 1 ? "#value-\(place)" : "#value-\(place)-0"
    }

    /// What a form says of a field; empty where everything of it was emptied, `nil` where it is not about that field.
    ///
    /// - Parameter value: what stood under a name.
    public static func value(of field: EditableField, in value: (String) -> String?) -> String? {
        guard field == .address else { return value(field.rawValue) }
        func part(_ key: String) -> String? {
            let lines = (value(key) ?? "").split(whereSeparator: \.isNewline).map { $0.split(separator: " ").joined(separator: " ") }
            let text = lines.filter { !$0.isEmpty }.joined(separator: "\n")
            return text.isEmpty ? nil : text
        }
        guard value(addressKeys.street) != nil else {
            return value(field.rawValue).map { _ in part(field.rawValue).map { PostalAddress(full: $0).text } ?? "" }
        }
        let address = PostalAddress(
            street: part(addressKeys.street), box: part(addressKeys.box), locality: part(addressKeys.town),
            region: part(addressKeys.region),
            postcode: part(addressKeys.postcode), country: part(addressKeys.country))
        return address.isEmpty ? "" : address.text
    }

    private static let addressKeys = (
        street: "address-street", box: "address-box", postcode: "address-postcode", town: "address-town", region: "address-region",
        country: "address-country"
    )

    /// Where a value of a field is written: what each place is called, its label, what stands there, and whether it may have lines.
    static func parts(of field: EditableField, _ value: String?) -> [(key: String, name: String, value: String, hasLines: Bool)] {
        let address = field == .address ? value.map { PostalAddress(text: $0) } : nil
        // An address in one piece stays in one.
        guard field == .address, address?.full == nil else {
            return [(field.rawValue, "field" + field.rawValue.withLargeInitial, address?.full ?? value ?? "", field == .address)]
        }
        var parts = [
            (addressKeys.street, "addressStreet", address?.street ?? "", true),
            (addressKeys.postcode, "addressPostcode", address?.postcode ?? "", false),
            (addressKeys.town, "addressTown", address?.locality ?? "", false),
            (addressKeys.region, "addressRegion", address?.region ?? "", false),
            (addressKeys.country, "addressCountry", address?.country ?? "", false),
        ]
        // Few have one, and it must not be lost.
        if let box = address?.box { parts.insert((addressKeys.box, "addressBox", box, false), at: 1) }
        return parts.map { (key: $0.0, name: $0.1, value: $0.2, hasLines: $0.3) }
    }
}
