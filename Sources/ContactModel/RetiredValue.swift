/// A value the owner took out, or put another in place of: it is kept and found as a former one, and handed on no more.
public struct RetiredValue: Hashable, Sendable {
    /// Where values can be taken out.
    public enum Field: String, CaseIterable, Sendable {
        /// A field.
        case company, title, email, phone, url, address, birthday, nickname
    }

    /// The field.
    public var field: Field
    /// The value, as it was written.
    public var text: String

    /// The value as people read it.
    public var words: String { field == .address ? PostalAddress(text: text).line : text }

    /// Notes that a value was taken out.
    public init(_ field: Field, _ text: String) {
        self.field = field
        self.text = text
    }
}
