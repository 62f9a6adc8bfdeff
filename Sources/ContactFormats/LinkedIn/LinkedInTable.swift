public import ContactModel

/// A list found in LinkedIn's hand-out.
public protocol LinkedInTable: Table {
    /// The name of the source the list belongs to: "LinkedIn", or "LinkedIn address book" for what the owner once uploaded there, which is
    /// no tie on LinkedIn.
    var sourceName: String { get }
}

extension LinkedInTable {
    /// "LinkedIn"
    public var sourceName: String { "LinkedIn" }

    /// The day the folder its files were packed in names (`…LinkedInDataExport_MM-DD-YYYY`), where one does: of several archives packed
    /// together each has its own.
    public var exportedOn: CalendarDate? { LinkedInHandOut.exportDate(inNames: members.map(\.path)) }
}
