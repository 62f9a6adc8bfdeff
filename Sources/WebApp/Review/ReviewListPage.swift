public import Actions
import ContactModel

/// Whom a number of the review counts.
public struct ReviewListPage: Page {
    /// The view that draws it.
    public static let view = "review-list"
    /// So many people are shown.
    public static let mostShown = 500

    /// Somebody of the list.
    struct Counted: Sendable {
        var address: String
        var monogram: String
        var name: String
        var work: String
    }

    /// What it lists, for the page's head.
    public let title: String
    let count: String
    let people: [Counted]
    let more: String?

    /// Makes the page.
    public init(_ slice: SurveySlice, _ outcome: ListSurveyed.Outcome, texts: Texts) {
        title = slice.title(texts)
        count = texts("peopleCount", count: outcome.count)
        people = outcome.people.map { person in
            Counted(
                address: "/people/\(person.id)", monogram: Monogram(person).letters,
                name: person.displayName.isEmpty ? texts("personNameless") : person.displayName,
                work: person.workLine)
        }
        more = outcome.count > outcome.people.count ? texts("reviewMoreFound", count: outcome.count - outcome.people.count) : nil
    }
}
