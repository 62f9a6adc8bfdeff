/// Some companies by their names, each however it is spelt (`CompanyName.identity`); a name too general to tell is only its own spelling.
public struct NamedCompanies: Hashable, Sendable {
    private let identities: Set<String>

    /// The companies of these names.
    public init(_ names: [String]) {
        identities = Set(names.map(Self.identity))
    }

    /// Whether a name is one of theirs.
    public func contains(_ name: String) -> Bool { identities.contains(Self.identity(name)) }

    private static func identity(_ name: String) -> String { CompanyName.identity(name) ?? name }
}
