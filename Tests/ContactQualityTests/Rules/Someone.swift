import ContactModel
import ContactQuality

/// What the tests of rules share: a day, and somebody about whom no rule has anything to say.
enum Someone {
    /// The day of every test of a rule.
    static let today = CalendarDate(daysSince1970: 20_780)

    /// A day so many years before.
    static func day(yearsAgo years: Double) -> CalendarDate { CalendarDate(daysSince1970: today.daysSince1970 - Int(years * 365.25)) }

    /// Somebody with everything, after a change.
    static func with(_ change: (inout ReviewSubject) -> Void = { _ in }) -> ReviewSubject {
        var subject = ReviewSubject(
            name: PersonName(given: "Ada", family: "Sample"), company: "Acme GmbH", title: "Engineer",
            email: .init("ada@acme.example", kind: .work, confirmed: Confirmation(lastConfirmed: today)), hasPhone: true,
            lastConfirmed: today, companyConfirmed: Confirmation(lastConfirmed: today), titleConfirmed: Confirmation(lastConfirmed: today))
        change(&subject)
        return subject
    }

    /// Somebody of a name.
    static func called(_ given: String?, _ family: String?) -> ReviewSubject {
        with { $0.name = PersonName(given: given, family: family) }
    }
}
