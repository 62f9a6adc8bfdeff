/// A list found in LinkedIn's hand-out.
public protocol LinkedInTable: Table {
    /// The name of the source the list belongs to: "LinkedIn", or "LinkedIn address book" for what the owner once uploaded there, which is
    /// no tie on LinkedIn.
    var sourceName: String { get }
}

extension LinkedInTable {
    /// "LinkedIn"
    public var sourceName: String { "LinkedIn" }
}
