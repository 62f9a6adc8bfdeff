public import Vault

/// A stretch of the list of people with what is said of it, as a script asks for it with every letter somebody types.
public struct PeopleList: Sendable {
    /// How many are meant, in words; empty for a search that can't be read.
    let summary: String
    /// What to call all who are meant.
    let allMatching: String
    /// What was searched for instead of a mistyped word, or how a condition is written that was typed as a word.
    let respelt: String?
    /// The list as HTML; its attributes say the rest.
    public let html: String

    /// Draws a list.
    ///
    /// - Parameters:
    ///   - listing: the people; nobody for a search that can't be read.
    ///   - problem: what is wrong with the search, in a sentence.
    ///   - query: the search as typed.
    public init(_ listing: PeopleListing, problem: String?, query: String = "", texts: Texts) {
        summary = problem == nil ? Self.summary(listing, texts) : ""
        allMatching = texts(
            listing.isCountComplete ? "peopleSelectAll" : "peopleSelectAllMore", ["count": texts.number(listing.count)])
        // It may be a name as well (Ståle), so it is looked for as a word.
        let isCondition = query.split(separator: " ").contains { $0.lowercased() == "stale" }
        respelt = isCondition ? texts("peopleStaleHint") : Self.respelt(listing.respellings, texts: texts)
        var attributes = """
            data-count="\(listing.count)" data-complete="\(listing.isCountComplete)" data-summary="\(summary.escaped)" \
            data-all="\(allMatching.escaped)"
            """
        if let problem { attributes += " data-problem=\"\(problem.escaped)\"" }
        if let respelt { attributes += " data-respelt=\"\(respelt.escaped)\"" }
        let rows = PeopleRows(texts: texts).html(listing.people, offset: listing.offset)
        html = "<ul class=\"people\" role=\"list\" data-people \(attributes)>\n\(rows)</ul>\n"
    }

    /// Where not everybody was looked at yet, nobody is told a number of nobody.
    private static func summary(_ listing: PeopleListing, _ texts: Texts) -> String {
        if listing.isCountComplete { return texts("peopleCount", count: listing.count) }
        return listing.count == 0 ? texts("peopleNobodyYet") : texts("peopleCountMore", ["count": texts.number(listing.count)])
    }

    /// What is said of mistyped words: which nobody has; where somebody has each, what was looked for as well.
    private static func respelt(_ respellings: [Respelling], texts: Texts) -> String? {
        guard !respellings.isEmpty else { return nil }
        let strange = respellings.filter { !$0.isHad }
        let told = strange.isEmpty ? respellings : strange
        return texts(
            strange.isEmpty ? "peopleRespeltToo" : "peopleRespelt",
            [
                "typed": told.map { texts("quoted", ["text": $0.typed]) }.joined(separator: ", "),
                "meant": told.flatMap { $0.meant.prefix(4) }.joined(separator: ", "),
            ])
    }
}
