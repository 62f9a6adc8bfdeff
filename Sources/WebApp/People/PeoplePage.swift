public import ContactModel

/// The list of people, with what was searched for.
public struct PeoplePage: Page {
    /// The view that draws it.
    public static let view = "people"

    /// One person in the list.
    struct Row: Sendable {
        var id: String
        var name: String
        var title: String
        var company: String
        var monogram: String
    }

    let query: String
    let count: String
    let rows: [Row]

    /// Makes the page of the people found.
    public init(query: String, people: [Person], total: Int, texts: Texts) {
        self.query = query
        count = texts("peopleCount", count: total)
        rows = people.map {
            Row(
                id: $0.id.description, name: $0.displayName, title: $0.titles.first?.value ?? "", company: $0.companies.first?.value ?? "",
                monogram: Monogram($0).letters)
        }
    }
}
