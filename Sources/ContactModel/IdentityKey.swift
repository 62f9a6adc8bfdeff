/// A value that tells one entry of a source from another, and that two entries of the same human being share.
///
/// Keys are canonical text: two equal keys are meant to be equal byte for byte (NFC, lower case). They are how an entry is found
/// again in a later snapshot and how sources meet; they never replace what the source wrote.
public struct IdentityKey: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What a key is made of, the strongest evidence first.
    public enum Kind: String, CaseIterable, Comparable, Sendable {
        /// A profile on a network: `linkedin:ada-example`.
        case profile
        /// An e-mail address, folded for comparison: `ada@example.com`.
        case email
        /// A phone number in digits: `+442079460000`.
        case phone
        /// A folded name and the day of connecting: `ada example|2020-01-02`.
        case tie
        /// A folded name and a folded company: `ada example|example ltd`.
        case position
        /// A folded name alone.
        case name
        /// What is left: the entry's own text.
        case content

        /// The kind of a key written as `kind:value`; `nil` where it is unknown.
        public init?(ofDescription description: String) {
            // By bytes: a value may begin with a combining mark, which would make one character of it and the colon.
            guard let colon = description.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            self.init(rawValue: String(description[..<colon]))
        }

        /// Stronger kinds come first.
        public static func < (left: Kind, right: Kind) -> Bool {
            left.strength > right.strength
        }

        private var strength: Int {
            switch self {
            case .profile: 6
            case .email: 5
            case .phone: 4
            case .tie: 3
            case .position: 2
            case .name: 1
            case .content: 0
            }
        }
    }

    /// What the key is made of.
    public let kind: Kind
    /// The canonical text.
    public let value: String

    /// Makes a key of text that is canonical already.
    public init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }

    /// The key as `kind:value`, which `init(description:)` reads back.
    public var description: String { kind.rawValue + ":" + value }

    /// The key written as `kind:value`, or `nil` where the kind is unknown.
    public init?(description: String) {
        guard let kind = Kind(ofDescription: description), let colon = description.utf8.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        self.init(kind, String(description[description.utf8.index(after: colon)...]))
    }

    /// Stronger kinds first, then by the bytes of the text.
    public static func < (left: IdentityKey, right: IdentityKey) -> Bool {
        if left.kind != right.kind { return left.kind < right.kind }
        return left.value.utf8.lexicographicallyPrecedes(right.value.utf8)
    }
}
