public import ContactModel

/// How likely each value of a person still holds on a day: of each list as many as it has values, `nil` where nobody can say.
///
/// Of company and title the present one is judged; the others are former ones, or further ones nobody confirms.
public struct PersonOutlook: Hashable, Sendable {
    /// The present company.
    public let company: Outlook?
    /// The present title.
    public let title: Outlook?
    /// The e-mail addresses. What has not the form of one never held.
    public let emails: [Outlook?]
    /// The phone numbers.
    public let phones: [Outlook?]
    /// Profiles and pages.
    public let links: [Outlook?]

    /// Looks at a person.
    ///
    /// - Parameters:
    ///   - census: what the other people of the vault tell of domains, for what kind an address is.
    ///   - model: how long values hold.
    ///   - day: the day they should hold on.
    public init(_ person: Person, census: DomainCensus, by model: StalenessModel, on day: CalendarDate) {
        let companies = person.companies
        let ofCompany = companies.first.flatMap { Confirmation($0, others: companies.dropFirst()) }
        company = model.outlook(of: .company, ofCompany, on: day)
        title = model.outlook(
            of: .title, person.titles.first.flatMap { Confirmation($0, others: person.titles.dropFirst()) }, on: day)
        emails = ReviewSubject.emails(of: person, census: census).map { email in
            email.canBeWrittenTo ? model.outlook(of: email, company: companies.first?.value, ofCompany, on: day) : nil
        }
        phones = person.phones.map { model.outlook(of: .phone, Confirmation($0), on: day) }
        links = person.links.map { model.outlook(of: .link, Confirmation($0), on: day) }
    }
}
