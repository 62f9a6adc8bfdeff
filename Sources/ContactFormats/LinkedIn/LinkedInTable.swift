public import ContactModel

/// A list found in LinkedIn's hand-out.
public protocol LinkedInTable: Table {}

extension LinkedInTable {
    /// The day the folder its files were packed in names (`…LinkedInDataExport_MM-DD-YYYY`), where one does: of several archives packed
    /// together each has its own.
    public var exportedOn: CalendarDate? { LinkedInHandOut.exportDate(inNames: members.map(\.path)) }
}
