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
        var work: WorkLine
    }

    /// What it lists, for the page's head.
    public let title: String
    let count: String
    let people: [Counted]
    /// The search with the same people, and what can be done with them; `nil` where there is none.
    let search: String?
    let stretch: ListStretch?

    /// Makes the page.
    ///
    /// - Parameter offset: how many were passed over.
    public init(_ slice: SurveySlice, _ outcome: ListSurveyed.Outcome, offset: Int = 0, texts: Texts) {
        title = slice.title(texts)
        count = texts("peopleCount", count: outcome.count)
        people = outcome.people.map { person in
            Counted(
                address: "/people/\(person.id)", monogram: Monogram(person).letters,
                name: person.displayName.isEmpty ? texts("personNameless") : person.displayName,
                work: WorkLine(person))
        }
        search = slice.search.map { PeoplePage.path($0) }
        stretch = ListStretch(
            address: slice.address, offset: offset, shown: outcome.people.count, count: outcome.count, most: Self.mostShown, texts: texts)
    }
}
