import ContactModel
public import Vault

/// The people a search finds, on paper: a line each, all of them up to a number that fits a binder.
public struct PeoplePrintPage: Page {
    /// The view that draws it.
    public static let view = "people-print"
    /// So many people are printed at most: some eighty sheets.
    public static let most = 5_000

    let query: String?
    let count: String
    /// What is said of those that are not among the rows; `nil` where all are.
    let rest: String?
    let problem: String?
    let back: String
    /// The lines, as HTML: a view takes as long for five thousand as finding them.
    let rows: String

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - query: the search as typed.
    ///   - listing: the first of those it finds, `most` at most.
    ///   - problem: what is wrong with the search, in a sentence.
    public init(query: String, listing: PeopleListing, problem: String?, texts: Texts) {
        self.query = query.isEmpty ? nil : query
        self.problem = problem
        let isAll = listing.isCountComplete && listing.people.count >= listing.count
        count =
            listing.isCountComplete
            ? texts("peopleCount", count: listing.count) : texts("peopleCountMore", ["count": texts.number(listing.count)])
        back = PeoplePage.path(query)
        rest =
            isAll ? nil : texts("peoplePrintRest", ["shown": texts.number(listing.people.count)])
        let labels = ["fieldName", "peoplePrintWork", "fieldEmail", "fieldPhone"].map { texts($0).escaped }
        let nameless = texts("personNameless")
        rows = listing.people.map { person in
            let name = person.displayName.isEmpty ? nameless : person.displayName
            let cells = [
                "<a class=\"name\" href=\"/people/\(person.id)\" dir=\"auto\">\(name.escaped)</a>",
                WorkLine(person).parts.map { "<bdi>\($0.text.escaped)</bdi>" }.joined(separator: " · "),
                (person.emails.first?.value.address ?? "").escaped,
                (person.phones.first?.value.number ?? "").escaped.replacing(" ", with: "\u{A0}"),
            ]
            return "<tr>" + zip(labels, cells).map { "<td data-label=\"\($0)\"><span>\($1)</span></td>" }.joined() + "</tr>"
        }.joined(separator: "\n")
    }
}
