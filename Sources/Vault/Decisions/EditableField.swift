/// A field the owner can put right by hand.
public enum EditableField: String, CaseIterable, Sendable {
    /// A field.
    case given, family, company, title, email, phone, url
}
