public import Vault

/// Finds out ahead what every search of the list asks, so that nobody waits for it: a part at a time, each a fraction of a second with
/// 200,000 people. What is known already costs nothing.
public struct AnticipateSearches: Sendable {
    /// Prepares it.
    public init() {}

    /// The parts, the one most searches ask first.
    public static let parts = SearchPart.allCases

    /// Finds out a part.
    public func run(_ part: SearchPart, in vault: Vault) throws { try vault.anticipate(part) }

    /// A mark of what searches go by: with another one, all parts are to be found out anew.
    public func mark(in vault: Vault) throws -> [Int64] { try vault.readingMark() }
}
