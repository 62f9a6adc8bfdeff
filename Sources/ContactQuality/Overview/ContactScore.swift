/// How good a contact is, in points by what they are for; the points of many contacts add up.
///
/// One contact has at most 100: the sum of
/// - `reach`: 50 for a work address; 35 for a personal one; 30 for a school's, an association's, an unknown one or a phone number without
///   an address; 15 for a role's, a relay's or a throw-away one (a phone number lifts these to 30); 0 for nothing;
/// - `company`: 20 for a company that is one;
/// - `title`: 15 for a title;
/// - `freshness`: 15 where confirmed within 365 days, 8 within 730, else 0.
public struct ContactScore: Hashable, Sendable {
    /// Points for how they can be reached.
    public var reach = 0
    /// Points for the company.
    public var company = 0
    /// Points for the title.
    public var title = 0
    /// Points for how lately it was confirmed.
    public var freshness = 0

    /// What there are points for.
    public enum Part: String, CaseIterable, Hashable, Sendable {
        /// How they can be reached.
        case reach
        /// The company.
        case company
        /// The title.
        case title
        /// How lately it was confirmed.
        case freshness
    }

    /// The points of one part.
    public subscript(part: Part) -> Int {
        switch part {
        case .reach: reach
        case .company: company
        case .title: title
        case .freshness: freshness
        }
    }

    /// The most points one contact can have of each.
    public static let most: ContactScore = {
        var most = ContactScore()
        (most.reach, most.company, most.title, most.freshness) = (50, 20, 15, 15)
        return most
    }()

    /// No points.
    public init() {}

    /// The points of one contact.
    ///
    /// - Parameters:
    ///   - bestEmail: the kind of the best address that can be written to; `nil` where there is none.
    ///   - hasPhone: whether a phone number is known that can be called.
    ///   - hasCompany: whether a company is known that is one.
    ///   - hasTitle: whether a title is known.
    ///   - daysSinceConfirmed: how long ago a source last listed the contact; `nil` where none did.
    public init(bestEmail: EmailKind?, hasPhone: Bool, hasCompany: Bool, hasTitle: Bool, daysSinceConfirmed: Int?) {
        reach =
            switch bestEmail {
            case .work: 50
            case .personal: 35
            case .school, .association, .unknown: 30
            case .role, .relay, .disposable: 15
            case nil: 0
            }
        if hasPhone { reach = max(reach, 30) }
        company = hasCompany ? 20 : 0
        title = hasTitle ? 15 : 0
        if let days = daysSinceConfirmed { freshness = days <= 365 ? 15 : days <= 730 ? 8 : 0 }
    }

    /// All points.
    public var total: Int { reach + company + title + freshness }

    /// Adds the points of others.
    public static func += (left: inout ContactScore, right: ContactScore) {
        left.reach += right.reach
        left.company += right.company
        left.title += right.title
        left.freshness += right.freshness
    }
}
