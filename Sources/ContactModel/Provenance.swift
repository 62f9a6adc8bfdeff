/// Where a value comes from and how long it has been said.
public struct Provenance: Hashable, Sendable {
    /// The name of the source, "LinkedIn"; "you" for the owner's own word.
    public var source: String
    /// The snapshot the value was last seen in; `nil` for the owner's own word.
    public var snapshot: UniqueID?
    /// The export date of the first snapshot that holds it.
    public var firstSeen: CalendarDate
    /// The export date of the last snapshot that holds it.
    public var lastConfirmed: CalendarDate
    /// What the owner's word rests on where it was not the owner's own knowledge; `nil` otherwise.
    public var basis: Basis?

    /// What the owner accepted.
    public enum Basis: String, Hashable, Sendable {
        /// A value another source of the owner's has.
        case suggestion
        /// A value made by a pattern, which no source has.
        case guess
    }

    /// Makes a provenance.
    public init(source: String, snapshot: UniqueID?, firstSeen: CalendarDate, lastConfirmed: CalendarDate, basis: Basis? = nil) {
        self.source = source
        self.snapshot = snapshot
        self.firstSeen = firstSeen
        self.lastConfirmed = lastConfirmed
        self.basis = basis
    }
}

/// A value with everything that was ever said for it.
public struct Held<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public var value: Value
    /// Who says so; never empty, the latest confirmation first.
    public var provenance: [Provenance]
    /// What is said of it beyond the value, as members of its JSContact object (`pref`, `contexts`).
    public var extra: [String: JSONValue]

    /// Makes a held value.
    public init(_ value: Value, _ provenance: [Provenance], extra: [String: JSONValue] = [:]) {
        self.value = value
        self.provenance = provenance
        self.extra = extra
    }

    /// Whether nobody says so but the owner, who accepted a guess.
    public var isAcceptedGuess: Bool { !provenance.isEmpty && provenance.allSatisfy { $0.basis == .guess } }

    /// The latest day any source confirmed it.
    public var lastConfirmed: CalendarDate? { provenance.map(\.lastConfirmed).max() }
}
