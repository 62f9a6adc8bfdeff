/// A field the owner can put right by hand.
public enum EditableField: String, CaseIterable, Sendable {
    /// A field.
    case given, family, company, title, email, phone, url

    /// Whether a person has several values of it side by side; of the others one is the present one.
    public var isList: Bool {
        switch self {
        case .email, .phone, .url: true
        case .given, .family, .company, .title: false
        }
    }
}
