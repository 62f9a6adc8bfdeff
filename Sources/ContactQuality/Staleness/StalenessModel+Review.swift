public import ContactModel

extension StalenessModel {
    /// The probability that an address of a person holds on a day; 1 where nothing tells when it was said.
    public func probability(of email: ReviewSubject.Email, of person: ReviewSubject, holdsOn day: CalendarDate) -> Double {
        guard let confirmed = email.confirmed else { return 1 }
        guard email.kind == .work else { return probability(that: ValueKind(email.kind), confirmed: confirmed, holdsOn: day) }
        return probability(
            thatWorkEmail: confirmed, ofCompany: person.companyConfirmed, isPresent: !email.isOfFormerCompany, holdsOn: day)
    }
}
