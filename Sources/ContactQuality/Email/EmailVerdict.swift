/// What an address was found to be, why, and how sure.
public struct EmailVerdict: Hashable, Sendable {
    /// What it is.
    public var kind: EmailKind
    /// The evidence in one sentence, for people.
    public var reason: String
    /// How sure the kind is, from 0 to 1; for `unknown`, how likely it is that the address is a work address.
    public var probability: Double

    /// Makes a verdict.
    public init(kind: EmailKind, reason: String, probability: Double = 1) {
        self.kind = kind
        self.reason = reason
        self.probability = probability
    }
}
