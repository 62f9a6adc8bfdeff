/// A field for which values can be suggested.
public enum SuggestedField: String, CaseIterable, Hashable, Sendable {
    /// A field.
    case email, company, title, phone

    /// What is the same for two spellings of one value of this field: case and blanks do not count, of a phone number only its digits do.
    public func key(_ value: String) -> String {
        switch self {
        case .phone:
            let digits = value.filter { $0.isNumber || $0 == "+" }
            return digits.isEmpty ? value.lowercased() : digits
        case .email, .company, .title: return value.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
    }
}

/// A suggested value the owner turned down: it is not suggested for the person again.
public struct DeclinedValue: Hashable, Sendable {
    /// The field.
    public var field: SuggestedField
    /// The value, as `SuggestedField.key` has it.
    public var key: String

    /// Notes that a value was turned down.
    public init(_ field: SuggestedField, _ value: String) {
        self.field = field
        key = field.key(value)
    }
}
