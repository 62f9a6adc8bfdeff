import ContactFormats
import ContactModel

/// A field the owner can put right by hand.
public enum EditableField: String, CaseIterable, Sendable {
    /// A field. An address's value is its `PostalAddress.text`, a birthday's its `PartialDate.description`.
    case given, family, company, title, email, phone, url, address, birthday, nickname

    /// Whether a person has several values of it side by side; of the others one is the present one.
    public var isList: Bool {
        switch self {
        case .email, .phone, .url, .address, .birthday, .nickname: true
        case .given, .family, .company, .title: false
        }
    }

    /// The field in which a suggested value stands.
    init(_ field: SuggestedField) {
        self =
            switch field {
            case .email: .email
            case .company: .company
            case .title: .title
            case .phone: .phone
            }
    }

    /// What is the same for two spellings of a value: of a page, how LinkedIn itself writes a profile one time and another.
    public func key(of value: String) -> String {
        switch self {
        case .given, .family, .company, .title, .birthday, .nickname: return value
        case .email: return value.lowercased()
        case .phone:
            let digits = value.filter { $0.isNumber || $0 == "+" }
            return digits.isEmpty ? value : digits
        case .url: return LinkedInProfileKey(value)?.key.value ?? value.lowercased()
        case .address: return PostalAddress(text: value).line.lowercased().filter { $0.isLetter || $0.isNumber }
        }
    }
}
