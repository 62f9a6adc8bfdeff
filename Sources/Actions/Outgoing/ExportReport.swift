public import ContactFormats
public import ContactModel

/// How handing people out went.
public struct ExportReport: Sendable {
    /// The format.
    public var format: ExportFormat
    /// How many people there were, written and held back, and why.
    public var tally: HandOverTally
    /// What they say and the format has no place for.
    public var losses: [ExportLoss]
    /// The files written; `nil` where the bytes went elsewhere.
    public var placed: OutputFiles.Placed?
    /// How the gate before a CRM judged; `nil` where there was none. Those it held back are not in the tally.
    public var gate: GateReport?
    /// Whether one file holds more than the product takes at once, since it could not be split.
    public var isOverLimits: Bool
    /// How many bytes were written; of several parts, of all together.
    public var byteCount = 0
    /// The SHA-256 of the bytes in their order, in hexadecimal; `nil` where nobody asked for it.
    public var sha256: String?
    /// How many people the owner keeps back.
    public var withheld = 0
}

/// Somebody who was held back, and why.
public struct HeldBack: Sendable {
    /// The person's id; `nil` for an entry of a file.
    public var person: UniqueID?
    /// The line of the entry in its file; `nil` for a person of the vault.
    public var line: Int?
    /// The name to show.
    public var name: String
    /// The first e-mail address.
    public var email: String?
    /// Why; only what is refused.
    public var reasons: [Objection]
}
