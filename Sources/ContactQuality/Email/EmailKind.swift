/// What an e-mail address is to the person who has it. The raw values are the ones JSON and the vault use.
public enum EmailKind: String, CaseIterable, Hashable, Sendable {
    /// Given by an employer: it ends with the job.
    case work
    /// The person's own, with a mail or access provider or on a domain of that name: it outlives the job.
    case personal
    /// A function's, not a person's: `info@`, `sales@`.
    case role
    /// From a service for throw-away addresses.
    case disposable
    /// From a school or university, or for its alumni.
    case school
    /// From a professional association or a community, which forwards for life.
    case association
    /// An alias of a forwarding service that hides the address behind it.
    case relay
    /// Nothing known says what it is.
    case unknown

    /// The best kind of several to reach a person by; `nil` of none.
    ///
    /// In order: work, personal, unknown, school, association, role, relay, disposable. An address of which nothing is known comes after a
    /// personal one, since that one at least belongs to the person for certain.
    public static func best(of kinds: some Sequence<EmailKind>) -> EmailKind? {
        kinds.max { $0.usefulness < $1.usefulness }
    }

    private var usefulness: Int {
        switch self {
        case .work: 7
        case .personal: 6
        case .unknown: 5
        case .school: 4
        case .association: 3
        case .role: 2
        case .relay: 1
        case .disposable: 0
        }
    }
}
