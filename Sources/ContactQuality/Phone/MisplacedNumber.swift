/// A number with a wrong country in front: what is the matter with it as it stands, and what it is elsewhere.
public struct MisplacedNumber: Hashable, Sendable {
    /// What is wrong with it in the country in front of it.
    public enum Flaw: Hashable, Sendable {
        /// It can't be a number there: why, as the end of a sentence that begins with "It".
        case impossible(String)
        /// The country gives out no such numbers.
        case unlikely
        /// It could be a number there, but is written in the groups of the other country's.
        case grouping
    }

    /// What is wrong with it as it stands.
    public var flaw: Flaw
    /// The country it is right for, and what shows that it may be the one.
    public var country: EvidentCountry
    /// The number there, as E.164.
    public var e164: String

    /// Makes one.
    public init(_ flaw: Flaw, rightIn country: EvidentCountry, as e164: String) {
        (self.flaw, self.country, self.e164) = (flaw, country, e164)
    }
}

/// A country somebody evidently has to do with.
public struct EvidentCountry: Hashable, Sendable {
    /// What shows it, the strongest first.
    public enum Sign: Hashable, Sendable {
        /// A postal address of the person's is there.
        case postalAddress
        /// Another number of the person's is of there.
        case otherNumber
        /// The name of the company names it, or its legal form is of there.
        case company
        /// An e-mail address of the person's ends with it.
        case emailDomain
        /// Most numbers of the owner's contacts are of there.
        case home
    }

    /// The country's two capital letters.
    public var region: String
    /// The digits in front of its numbers; empty where nobody asked.
    public var callingCode: String
    /// What shows it.
    public var sign: Sign

    /// Makes one.
    public init(_ region: String, callingCode: String = "", by sign: Sign) {
        (self.region, self.callingCode, self.sign) = (region, callingCode, sign)
    }
}
