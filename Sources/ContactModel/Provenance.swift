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

    /// Makes a provenance.
    public init(source: String, snapshot: UniqueID?, firstSeen: CalendarDate, lastConfirmed: CalendarDate) {
        self.source = source
        self.snapshot = snapshot
        self.firstSeen = firstSeen
        self.lastConfirmed = lastConfirmed
    }
}

/// A value with everything that was ever said for it.
public struct Held<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The value.
    public var value: Value
    /// Who says so; never empty, the latest confirmation first.
    public var provenance: [Provenance]

    /// Makes a held value.
    public init(_ value: Value, _ provenance: [Provenance]) {
        self.value = value
        self.provenance = provenance
    }

    /// The latest day any source confirmed it.
    public var lastConfirmed: CalendarDate? { provenance.map(\.lastConfirmed).max() }
}
