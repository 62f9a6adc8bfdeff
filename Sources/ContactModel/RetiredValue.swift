/// A value the owner took out, or put another in place of: it is kept and found as a former one, and handed on no more.
public struct RetiredValue: Hashable, Sendable {
    /// Where values can be taken out.
    public enum Field: String, CaseIterable, Sendable {
        /// A field.
        case company, title, email, phone, url
    }

    /// The field.
    public var field: Field
    /// The value, as it was written.
    public var text: String

    /// Notes that a value was taken out.
    public init(_ field: Field, _ text: String) {
        self.field = field
        self.text = text
    }
}
