public import Actions
public import Vault

/// The list of people, with what was searched for.
public struct PeoplePage: Page {
    /// The view that draws it.
    public static let view = "people"
    /// How many rows come at a time.
    public static let stretch = 40

    /// A chip: a tag or a kept search.
    struct Chip: Sendable {
        var name: String
        var path: String
        var isHere: Bool
        var count: String?
    }

    let query: String
    let isSearch: Bool
    /// What is wrong with the search; `nil` where nothing is.
    let problem: String?
    let list: PeopleList
    let stretch = Self.stretch
    /// Whether there is anybody with whom something can be done.
    let hasRows: Bool
    let isEmpty: Bool
    let isVaultEmpty: Bool
    let views: [Chip]
    let tags: [Chip]
    /// Whether the search can be kept: one that is understood, and not kept yet.
    let canKeep: Bool
    /// The list to be printed.
    let printPath: String
    /// What paper says of the rows that are not on this page; `nil` where there are none.
    let partial: String?
    let previousPath: String?
    let nextPath: String?
    let fields: [[String: String]]
    let syntax: [[String: String]]

    private static let mostTags = 12
    private static let examples = [
        "name:", "company:", "title:", "email:", "tag:", "source:", "has:phone", "-has:email", "kind:work", "seniority:director",
        "function:sales", "is:stale", "is:unreachable", "is:disconnected", "connected:2019..2021", "moved:2026", "import:12/new",
    ]

    /// The texts of examples that say more than their conditions' names.
    private static let meanings = ["is:stale": "syntaxStale", "is:unreachable": "syntaxUnreachable", "title:": "syntaxTitleWord"]

    /// Makes the page of the people found.
    ///
    /// - Parameters:
    ///   - query: the search as typed.
    ///   - listing: what it finds; of a search that can't be read, nothing.
    ///   - problem: what is wrong with the search, in a sentence.
    public init(
        query: String, listing: PeopleListing, problem: String?, views: [KeptSearches.View] = [], tags: [(tag: String, count: Int)] = [],
        texts: Texts
    ) {
        self.query = query
        isSearch = query.contains { !$0.isWhitespace }
        self.problem = problem
        list = PeopleList(listing, problem: problem, query: query, texts: texts)
        hasRows = !listing.people.isEmpty
        isEmpty = listing.people.isEmpty && listing.isCountComplete && problem == nil
        isVaultEmpty = isEmpty && !isSearch
        self.views = views.map { Chip(name: $0.name, path: Self.path($0.query), isHere: $0.query == query) }
        canKeep = isSearch && problem == nil && !self.views.contains { $0.isHere }
        self.tags = tags.prefix(Self.mostTags).map { tag, count in
            let search = tag.contains(where: \.isWhitespace) ? "tag:\"\(tag)\"" : "tag:\(tag)"
            return Chip(name: tag, path: Self.path(search), isHere: search == query, count: texts.number(count))
        }
        previousPath = listing.offset > 0 ? Self.path(query, offset: max(0, listing.offset - stretch)) : nil
        let end = listing.offset + listing.people.count
        // Where nobody was found among those who were looked at, the next page looks at further ones.
        nextPath =
            !listing.isCountComplete || (!listing.people.isEmpty && end < listing.count) ? Self.path(query, offset: end) : nil
        printPath = "/people/print?q=" + query.percentEncoded
        partial =
            nextPath == nil && previousPath == nil
            ? nil
            : texts("peoplePrinted", ["shown": texts.number(listing.people.count), "count": texts.number(listing.count)])
        fields = ["company", "title"].map { ["value": $0, "name": texts("field\($0.withLargeInitial)")] }
        syntax = Self.examples.map { example in
            let name = example.filter { $0.isLetter || $0 == ":" }.split(separator: ":").first.map(String.init) ?? ""
            return [
                "example": example,
                "meaning": texts(
                    Self.meanings[example] ?? "syntax" + name.withLargeInitial),
            ]
        }
    }

    /// The address of a search.
    public static func path(_ query: String, offset: Int = 0) -> String {
        "/people?q=" + query.percentEncoded + (offset > 0 ? "&offset=\(offset)" : "")
    }
}
