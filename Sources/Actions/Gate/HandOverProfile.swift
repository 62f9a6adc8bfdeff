public import ContactModel

/// What a person must have to be handed to a CRM: a firm's own rule, kept in a small file.
public struct HandOverProfile: Hashable, Sendable {
    /// Which address must be known.
    public enum EmailDemand: String, CaseIterable, Sendable {
        /// A work address of the present company.
        case work
        /// That, or a private one.
        case workOrPersonal = "work or personal"
        /// Any address.
        case any
        /// None.
        case notNeeded = "not needed"
    }

    /// What must be known of a field.
    public enum Demand: Hashable, Sendable {
        /// Nothing.
        case notNeeded
        /// A value.
        case known
        /// A value that a source, or the owner, confirmed in the last days; with the time in words.
        case confirmed(withinDays: Int, words: String)
    }

    /// Whether a name must be known: nobody can be found in a CRM, or written to, without one.
    public var asksForName = true
    /// The address.
    public var email = EmailDemand.work
    /// The company; "self-employed" and the like are none.
    public var company = Demand.confirmed(withinDays: 730, words: "2 years")
    /// The title.
    public var title = Demand.confirmed(withinDays: 730, words: "2 years")
    /// A phone number.
    public var phone = Demand.notNeeded
    /// Whether sources may disagree about company or title.
    public var allowsConflicts = false
    /// Whether an address that is an accepted guess and nothing else will do.
    public var allowsAcceptedGuesses = true
    /// How likely address, company and title must still hold, where they are asked for; 0 for not asking.
    public var minimumProbability = 0.0
    /// Further fields that must be known.
    public var required: Set<SharedField> = []

    /// The rule used where none is given: a name, a work address, company and title confirmed within two years, no open conflict.
    public static let standard = HandOverProfile()

    /// Makes the rule used where none is given.
    public init() {}
}

extension HandOverProfile {
    /// The rule used where none is given, as a file with comments.
    public static let standardText = """
        # What a contact must have to be handed on with `holdfast export --ready-for-crm`.
        # A line is `key = value`; what is left out is as it stands here; # begins a comment.
        # Whom you said not to hand on is never handed on, whatever stands here.

        # A name: known | not needed
        name = known

        # The address: work | work or personal | any | not needed
        email = work

        # Company and title: known | confirmed within 2 years (or days, weeks, months) | not needed
        company = confirmed within 2 years
        title = confirmed within 2 years

        # A phone number: the same words.
        phone = not needed

        # Do your sources have to agree about company and title? none | allowed
        conflicts = none

        # Does an address do that is only a guess you accepted? allowed | not allowed
        accepted guesses = allowed

        # How likely address, company and title must still hold, from 0 to 1.
        minimum probability = 0

        # Further fields that must be known, with commas between:
        # company, title, email, phone, url, address, birthday, note, tag
        require =

        """
}
