public import Vault

/// A stretch of the list of people with what is said of it, as a script asks for it with every letter somebody types.
public struct PeopleList: Sendable {
    /// How many are meant, in words.
    let summary: String
    /// What to call all who are meant.
    let allMatching: String
    /// What was searched for instead of a mistyped word.
    let respelt: String?
    /// The list as HTML; its attributes say the rest.
    public let html: String

    /// Draws a list.
    ///
    /// - Parameters:
    ///   - listing: the people; nobody for a search that can't be read.
    ///   - problem: what is wrong with the search, in a sentence.
    public init(_ listing: PeopleListing, problem: String?, texts: Texts) {
        summary =
            listing.isCountComplete
            ? texts("peopleCount", count: listing.count) : texts("peopleCountMore", ["count": texts.number(listing.count)])
        allMatching = texts("peopleSelectAll", ["count": texts.number(listing.count)])
        respelt =
            listing.respellings.isEmpty
            ? nil
            : texts(
                "peopleRespelt",
                [
                    "typed": listing.respellings.map { "“\($0.typed)”" }.joined(separator: ", "),
                    "meant": listing.respellings.flatMap { $0.meant.prefix(4) }.joined(separator: ", "),
                ])
        var attributes = """
            data-count="\(listing.count)" data-complete="\(listing.isCountComplete)" data-summary="\(summary.escaped)" \
            data-all="\(allMatching.escaped)"
            """
        if let problem { attributes += " data-problem=\"\(problem.escaped)\"" }
        if let respelt { attributes += " data-respelt=\"\(respelt.escaped)\"" }
        let rows = PeopleRows(texts: texts).html(listing.people, offset: listing.offset)
        html = "<ul class=\"people\" role=\"list\" data-people \(attributes)>\n\(rows)</ul>\n"
    }
}
