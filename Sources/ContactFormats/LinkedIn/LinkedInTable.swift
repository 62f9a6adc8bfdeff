/// A list found in LinkedIn's hand-out.
public protocol LinkedInTable: Table {}
