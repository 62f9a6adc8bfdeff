/// What kind of value may have become untrue: each lives as long as what it hangs on.
public enum ValueKind: String, CaseIterable, Hashable, Sendable {
    /// The employer.
    case company
    /// The job title: ends with the job, or with a promotion.
    case title
    /// An address given by an employer: ends with the job, rarely before.
    case workEmail = "work-email"
    /// An address of the person's own.
    case personalEmail = "personal-email"
    /// An address of a school: most end with the studies.
    case schoolEmail = "school-email"
    /// An address that can't be told, a role's, an association's.
    case otherEmail = "other-email"
    /// An alias of a forwarding service, or one to throw away.
    case passingEmail = "passing-email"
    /// A phone number.
    case phone
    /// A profile's or page's address.
    case link
    /// The name.
    case name

    /// The kind of value an address of some kind is.
    public init(_ email: EmailKind) {
        self =
            switch email {
            case .work: .workEmail
            case .personal: .personalEmail
            case .school: .schoolEmail
            case .role, .association, .unknown: .otherEmail
            case .relay, .disposable: .passingEmail
            }
    }
}
