public import Actions
public import ContactModel
import ContactQuality
public import Vault

/// Which changes are asked for, as the address says it.
public struct ChangesQuery: Hashable, Sendable {
    /// From which day on; `nil` for all.
    public var since: CalendarDate?
    /// Up to which day; `nil` for all.
    public var until: CalendarDate?
    /// The company somebody moved from; `nil` for any.
    public var from: Side?
    /// The company somebody moved to; `nil` for any.
    public var to: Side?
    /// Which kind; `nil` for all.
    public var kind: ChangeKind?
    /// Words the company before, after or now must hold; empty for any.
    public var company: String
    /// The company the change counts for when they are put together by company, to the letter; `nil` for any.
    public var at: String?
    /// Whether they are put together by company rather than by day.
    public var isByCompany: Bool

    /// One end of a move: one of some companies however they are spelt, or another than these.
    public struct Side: Hashable, Sendable {
        let companies: [String]
        let isOther: Bool
        private let named: NamedCompanies

        func means(_ company: String?) -> Bool {
            company.map { named.contains($0) != isOther } ?? false
        }

        /// Reads one end: `from=…`, or `not-from=…` several times.
        init?(_ name: String, _ fields: (String) -> [String]) {
            if let company = fields(name).first { self.init([company]) } else { self.init(fields("not-" + name), isOther: true) }
            if companies.isEmpty { return nil }
        }

        init(_ companies: [String], isOther: Bool = false) {
            (self.companies, self.isOther, named) = (companies, isOther, NamedCompanies(companies))
        }
    }

    /// The people of one band of the picture of a year's moves.
    ///
    /// - Parameter flows: all bands: what they name is not among the others.
    static func moves(in year: Int, _ flow: CompanyMoves.Flow, of flows: [CompanyMoves.Flow]) -> ChangesQuery {
        func side(_ company: KeyPath<CompanyMoves.Flow, String?>) -> Side {
            flow[keyPath: company].map { Side([$0]) } ?? Side(Set(flows.compactMap { $0[keyPath: company] }).sorted(), isOther: true)
        }
        var query = ChangesQuery(since: "\(year)-01-01", kind: ChangeKind.moved.rawValue)
        (query.until, query.from, query.to) = (CalendarDate(iso: "\(year)-12-31"), side(\.from), side(\.to))
        return query
    }

    /// Reads a query from the fields of an address; what can't be read is unsaid.
    public init(fields: (String) -> [String]) {
        self.init(since: fields("since").first, kind: fields("kind").first, company: fields("company").first, by: fields("by").first)
        at = fields("at").first.flatMap { $0.isEmpty ? nil : $0 }
        (until, from, to) = (fields("until").first.flatMap { CalendarDate(iso: $0) }, Side("from", fields), Side("to", fields))
    }

    /// Reads a query from the address; what can't be read is unsaid.
    public init(since: String? = nil, kind: String? = nil, company: String? = nil, by: String? = nil) {
        self.since = since.flatMap { CalendarDate(iso: $0) }
        self.kind = kind.flatMap { ChangeKind(rawValue: $0) }
        self.company = (company ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        isByCompany = by == "company"
    }

    /// Whether a change is meant. The person is looked at last, and only where the change itself does not tell.
    public func means(_ change: StoredChange) throws -> Bool {
        if let kind, change.kind != kind { return false }
        // The first company anybody knows of is none somebody moved to, the first title no new one.
        if let kind, [.moved, .retitled].contains(kind), change.from == nil { return false }
        if let until, change.on > until { return false }
        if let from, !from.means(change.from) { return false }
        if let to, !to.means(change.to) { return false }
        if let at, try GroupChanges.company(of: change) != at { return false }
        guard !company.isEmpty else { return true }
        let words = company.lowercased()
        func holds(_ name: String?) -> Bool { name?.lowercased().contains(words) ?? false }
        if change.kind == .moved, holds(change.from) || holds(change.to) { return true }
        return try change.mayBeAtCompany(holding: company) && holds(change.summary()?.company)
    }

    /// The query as it stands behind `?`, with one part of it said otherwise.
    func address(kind: ChangeKind?? = nil, at: String? = nil, isByCompany: Bool? = nil) -> String {
        var parts: [String] = []
        if let since { parts.append("since=\(since)") }
        if let until { parts.append("until=\(until)") }
        for (name, side) in [("from", from), ("to", to)] {
            for company in side?.companies ?? [] {
                parts.append("\(side?.isOther ?? false ? "not-" : "")\(name)=\(company.percentEncoded)")
            }
        }
        if let kind = kind ?? self.kind { parts.append("kind=\(kind.rawValue)") }
        if !company.isEmpty { parts.append("company=\(company.percentEncoded)") }
        if let at = at ?? self.at { parts.append("at=\(at.percentEncoded)") }
        if isByCompany ?? self.isByCompany { parts.append("by=company") }
        return "/changes" + (parts.isEmpty ? "" : "?" + parts.joined(separator: "&"))
    }
}

/// Who came, left and moved.
public struct ChangesPage: Page {
    /// The view that draws it.
    public static let view = "changes"
    /// So many changes are shown at once.
    public static let mostShown = 500
    /// So many companies are shown at once, and of each so many changes.
    public static let (mostCompanies, mostOfCompany) = (100, 5)

    /// What there is to show.
    public enum Found: Sendable {
        /// The latest changes of a stretch, and how many there are.
        case changes([ChangeSummary], count: Int)
        /// The companies of a stretch with their latest changes, how many companies and how many changes there are.
        case companies([GroupChanges.Group], count: Int, changes: Int)
    }

    /// A kind one can choose.
    struct Kind: Sendable {
        var address: String
        var name: String
        var isHere: Bool
    }

    /// The changes of a day, or about a company.
    struct Group: Sendable {
        var title: String
        /// All changes of the company; `nil` for a day.
        var path: String?
        /// How many there are, where not all are shown.
        var all: String?
        var items: [Item]
    }

    /// A change.
    struct Item: Sendable {
        var address: String
        var monogram: String
        var name: String
        var kind: String
        var tone: String
        var from: String?
        var to: String
        var day: String
        var isoDay: String
        var source: String
    }

    /// Addresses for programs that can't sign in.
    public enum Subscription: Sendable {
        /// They can be made.
        case offered
        /// They were made just now, and are shown this once.
        case made(feed: String, calendar: String)
    }

    let since: String
    let company: String
    /// The one company they are of; `nil` for any.
    let at: String?
    /// The same of every company.
    let everywhere: String
    let kind: String
    let kinds: [Kind]
    let byDay: String
    let byCompany: String
    let isByCompany: Bool
    let groups: [Group]
    let count: String
    let stretch: ListStretch?
    let isEmpty: Bool
    let isUnasked: Bool
    let feed: String
    let calendar: String
    let isAddressOffered: Bool
    let newAddresses: [String]
    let hasNewAddresses: Bool

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - found: the changes that are meant, one by one or by company.
    ///   - offset: how many of them were passed over.
    ///   - feed: the address of the feed.
    ///   - calendar: the address of the calendar.
    ///   - subscription: addresses that need no signing in; `nil` where nobody has to sign in.
    public init(
        _ query: ChangesQuery, _ found: Found, offset: Int = 0, feed: String, calendar: String, subscription: Subscription? = nil,
        texts: Texts
    ) {
        since = query.since?.description ?? ""
        company = query.company
        at = query.at
        var elsewhere = query
        elsewhere.at = nil
        everywhere = elsewhere.address(isByCompany: true)
        kind = query.kind?.rawValue ?? ""
        kinds =
            [Kind(address: query.address(kind: .some(nil)), name: texts("changesAll"), isHere: query.kind == nil)]
            + ChangeKind.allCases.map {
                Kind(address: query.address(kind: $0), name: texts.word("changesKind", $0.rawValue), isHere: query.kind == $0)
            }
        byDay = query.address(isByCompany: false)
        byCompany = query.address(isByCompany: true)
        isByCompany = query.isByCompany
        let changes: Int
        switch found {
        case .changes(let some, let count):
            (groups, changes) = (Self.groups(some, texts: texts), count)
            stretch = ListStretch(
                address: query.address(), offset: offset, shown: some.count, count: count, most: Self.mostShown, texts: texts)
        case .companies(let some, let count, let all):
            (groups, changes) = (some.map { Self.group($0, of: query, texts: texts) }, all)
            stretch = ListStretch(
                address: query.address(), offset: offset, shown: some.count, count: count, most: Self.mostCompanies, texts: texts)
        }
        count = texts("changesCount", count: changes)
        isEmpty = changes == 0
        isUnasked = query == ChangesQuery() || query == ChangesQuery(by: "company")
        self.feed = feed
        self.calendar = calendar
        isAddressOffered = subscription != nil
        newAddresses = if case .made(let feed, let calendar)? = subscription { [feed, calendar] } else { [] }
        hasNewAddresses = !newAddresses.isEmpty
    }

    private static func groups(_ changes: [ChangeSummary], texts: Texts) -> [Group] {
        var groups: [Group] = []
        for change in changes {
            let title = texts.day(change.on)
            if groups.last?.title != title { groups.append(Group(title: title, items: [])) }
            groups[groups.count - 1].items.append(item(change, texts: texts))
        }
        return groups
    }

    private static func group(_ group: GroupChanges.Group, of query: ChangesQuery, texts: Texts) -> Group {
        let path = group.company.map { query.address(at: $0, isByCompany: false) }
        return Group(
            title: group.company ?? texts("changesNoCompany"), path: path,
            all: group.count > group.latest.count ? texts("changesOfCompany", count: group.count) : nil,
            items: group.latest.map { item($0, texts: texts) })
    }

    private static func item(_ change: ChangeSummary, texts: Texts) -> Item {
        let words = ChangeWords(change)
        return Item(
            address: "/people/\(change.person)", monogram: Monogram(name: change.name).letters, name: change.name,
            kind: ChangeWords.kind(of: change, texts: texts),
            tone: change.kind == .connected
                ? "good" : change.kind == .disconnected ? "bad" : change.kind == .moved && change.from != nil ? "accent" : "",
            from: words.from, to: words.to, day: texts.day(change.on), isoDay: change.on.description, source: texts.source(change.source))
    }
}

/// What a change was from and to, as far as it is worth saying.
struct ChangeWords: Sendable {
    let from: String?
    let to: String

    /// What kind of change it is, in a word or two.
    static func kind(of change: ChangeSummary, texts: Texts) -> String {
        switch change.kind {
        case .connected where !change.isOfConnections: texts("changesKindInAddressBook")
        case .disconnected where !change.isOfConnections: texts("changesKindNotInAddressBook")
        case .moved where change.from == nil: texts("changesKindFirstCompany")
        case .retitled where change.from == nil: texts("changesKindFirstTitle")
        default: texts.word("changesKind", change.kind.rawValue)
        }
    }

    init(_ change: ChangeSummary) {
        // “none” and “self-employed” are no company somebody left.
        let isPseudo = change.kind == .moved && change.from.map { PseudoCompany.isPseudo($0) } ?? false
        from = isPseudo || change.from?.isEmpty ?? true ? nil : change.from
        to = change.to ?? (change.kind == .connected || change.kind == .disconnected ? change.company ?? "" : "")
    }
}
