/// A person's name in its parts (RFC 9553 §2.2.1), each as the source wrote it.
///
/// Parts are never empty strings: an absent part is `nil`.
public struct PersonName: Hashable, Sendable {
    /// Honorifics before the name: "Dr", "Prof.".
    public var prefix: String?
    /// The given name.
    public var given: String?
    /// Further given names.
    public var middle: String?
    /// The family name, with whatever the source put behind it ("Example, PhD"): splitting that off is quality's business.
    public var family: String?
    /// What follows the name: generation or credentials, where the source keeps them apart.
    public var suffix: String?
    /// The name in one piece, where the source has it so.
    public var full: String?

    /// Makes a name; what is left out is absent.
    public init(
        prefix: String? = nil,
        given: String? = nil,
        middle: String? = nil,
        family: String? = nil,
        suffix: String? = nil,
        full: String? = nil
    ) {
        self.prefix = prefix
        self.given = given
        self.middle = middle
        self.family = family
        self.suffix = suffix
        self.full = full
    }

    /// Whether no part is known.
    public var isEmpty: Bool {
        prefix == nil && given == nil && middle == nil && family == nil && suffix == nil && full == nil
    }

    /// The name to show: the one piece where the source has it, else the parts in the order of their writing, in East Asia the family name
    /// first (`familyFirst`), elsewhere the given name; empty where nothing is known.
    public var display: String {
        guard full == nil, let familyFirst else { return givenFirst }
        return prefix == nil && suffix == nil
            ? familyFirst : [prefix, familyFirst, suffix].compactMap { $0 }.joined(separator: " ")
    }
}
