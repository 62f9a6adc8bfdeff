public import ContactModel

/// How likely a value still holds on a day, and what tells so: what a person's page, `show`, REST and the rules say of it.
public struct Outlook: Hashable, Sendable {
    /// The probability that it holds, from 0 to 1.
    public var probability: Double
    /// What tells so.
    public var reason: Reason

    /// What tells how likely a value holds.
    public enum Reason: Hashable, Sendable {
        /// When it was last said, and by whom.
        case said(Confirmation)
        /// It is an address of a company that was confirmed later than the address.
        case ofConfirmedCompany(String, Confirmation)
        /// It is an address of a company the person has left.
        case ofFormerCompany(String)
    }

    /// How likely, in words.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        /// Three of four such values hold, or more.
        case likely
        /// More hold than do not.
        case perhaps
        /// Fewer hold than do not: the rules find it.
        case unlikely
    }

    /// Makes an outlook; a probability outside 0 to 1 stops at its end.
    public init(_ probability: Double, because reason: Reason) {
        self.probability = min(max(probability, 0), 1)
        self.reason = reason
    }

    /// How likely, in words.
    public var standing: Standing { probability >= 0.75 ? .likely : probability >= 0.5 ? .perhaps : .unlikely }

    /// The probability as it is shown: with two digits, and never certain, for nothing a source said is certain today.
    public var holds: Double { min(max((probability * 100).rounded(), 1), 99) / 100 }

    /// In percent, how likely is what the words for `standing` say: that it holds, or for `unlikely` that it does not.
    public var percent: Int {
        let percent = Int((holds * 100).rounded())
        return standing == .unlikely ? 100 - percent : percent
    }

    /// Whether the reason says more than the day beside the value does.
    public var isWorthExplaining: Bool {
        if case .said = reason { standing != .likely } else { true }
    }
}

extension StalenessModel {
    /// How likely a value holds on a day; `nil` where nothing tells when it was said.
    public func outlook(of kind: ValueKind, _ confirmed: Confirmation?, on day: CalendarDate) -> Outlook? {
        confirmed.map { Outlook(probability(that: kind, confirmed: $0, holdsOn: day), because: .said($0)) }
    }

    /// How likely an address of a person holds on a day; `nil` where nothing tells when it was said.
    public func outlook(of email: ReviewSubject.Email, of person: ReviewSubject, on day: CalendarDate) -> Outlook? {
        outlook(of: email, company: person.company, person.companyConfirmed, on: day)
    }

    /// How likely an address holds on a day, by the person's present company and when that was said.
    func outlook(of email: ReviewSubject.Email, company: String?, _ companyConfirmed: Confirmation?, on day: CalendarDate) -> Outlook? {
        guard let confirmed = email.confirmed else { return nil }
        guard email.kind == .work else { return outlook(of: ValueKind(email.kind), confirmed, on: day) }
        let isPresent = email.formerCompany == nil
        let holds = probability(thatWorkEmail: confirmed, ofCompany: companyConfirmed, isPresent: isPresent, holdsOn: day)
        if let former = email.formerCompany, !Self.outlives(confirmed, companyConfirmed) {
            return Outlook(holds, because: .ofFormerCompany(former))
        }
        guard isPresent, let company, let companyConfirmed, companyConfirmed.lastConfirmed > confirmed.lastConfirmed else {
            return Outlook(holds, because: .said(confirmed))
        }
        return Outlook(holds, because: .ofConfirmedCompany(company, companyConfirmed))
    }

    /// The probability that an address of a person holds on a day; 1 where nothing tells when it was said.
    public func probability(of email: ReviewSubject.Email, of person: ReviewSubject, holdsOn day: CalendarDate) -> Double {
        outlook(of: email, of: person, on: day)?.probability ?? 1
    }
}
