import ContactFormats
import ContactModel
import ContactQuality
import TextMatching

/// A filter as SQL over `person p`, and as a test of the person where SQL only narrows down.
struct FilterQuery {
    /// Conditions on the person's row, or what must not hold of it.
    private(set) var rows: [(condition: RowCondition, isNegated: Bool)] = []
    /// Lists people have to be in, or not.
    private(set) var memberships: [(list: Membership, isNegated: Bool)] = []
    /// What has to be found, or not, in the search index.
    private(set) var searches: [Search] = []
    /// Phone numbers that have to be found in it.
    private(set) var numbers: [TypedNumber] = []
    private(set) var tests: [@Sendable (Person) -> Bool] = []
    private let vaultID: Int64
    private let includesAcquaintances: Bool
    private let kinds: EmailKinds?
    private let plans: PhonePlans?
    private let staleness: StalenessModel
    private let today: CalendarDate

    /// Something to be found in the search index: phrases that must all occur, in one column or anywhere.
    struct Search: Sendable {
        var phrases: [[String]]
        var column: String?
        var isNegated: Bool
        /// Whether it is words alone, which may be misspelt.
        var isOfWords: Bool { column == nil && !isNegated }
    }

    /// Makes the query.
    ///
    /// - Parameters:
    ///   - kinds: who judges addresses; needed where the filter asks for a kind.
    ///   - plans: who judges phone numbers; needed where the filter asks who can be reached.
    ///   - staleness: how long values hold; needed where the filter asks for what probably doesn't.
    ///   - today: the day they should hold on.
    init(
        _ filter: PeopleFilter, vaultID: Int64, kinds: EmailKinds? = nil, plans: PhonePlans? = nil,
        staleness: StalenessModel? = nil, today: CalendarDate = CalendarDate(daysSince1970: 0)
    ) {
        self.vaultID = vaultID
        self.kinds = kinds
        self.plans = plans
        self.staleness = staleness ?? .published
        self.today = today
        includesAcquaintances = filter.includesAcquaintances
        for term in filter.terms { add(term) }
    }

    /// All of it as conditions of SQL, but for `tests`.
    func sql(_ session: any Session) throws -> (conditions: [String], parameters: [SQLValue]) {
        var sql = ["p.vault_id = ?", includesAcquaintances ? "p.standing <> 'owner'" : "p.standing IN \(Person.Standing.listedSQL)"]
        var parameters: [SQLValue] = [.integer(vaultID)]
        for (condition, isNegated) in rows {
            let (text, values) = condition.sql
            sql.append(isNegated ? "NOT (\(text))" : text)
            parameters += values
        }
        for (list, isNegated) in memberships {
            let (text, values) = try list.sql(session, vaultID: vaultID)
            sql.append("p.person_id \(isNegated ? "NOT IN" : "IN") (\(text))")
            parameters += values
        }
        for search in searches {
            let (condition, values) = session.condition(
                that: "p.person_id", isFoundIn: Schema.peopleSearch, phrases: search.phrases, searchColumn: search.column)
            sql.append(search.isNegated ? "NOT (\(condition))" : condition)
            parameters += values
        }
        for number in numbers {
            let phrases = try number.phrases(session)
            let (query, values) = session.query(forNumbersIn: Schema.peopleSearch, whereOneOfEach: [phrases], searchColumn: nil)
            sql.append("p.person_id IN (\(query))")
            parameters += values
        }
        return (sql, parameters)
    }

    private mutating func add(_ term: PeopleFilter.Term) {
        switch term.condition {
        case .words(let words):
            let (numbers, rest) = term.isNegated ? ([], words) : TypedNumber.taken(from: words)
            self.numbers += numbers
            if numbers.isEmpty || rest.contains(where: { $0 != " " }) { addSearch(rest, column: nil, isNegated: term.isNegated) }
        case .name(let words):
            addPhrase(words, column: "name", isNegated: term.isNegated) { $0.names.first.map { SearchableText.column(of: $0.value) } }
        case .company(let words):
            addPhrase(words, column: "work", isNegated: term.isNegated) { $0.companies.first.map { SearchText.searchText($0.value) } }
        case .title(let words):
            addPhrase(words, column: "work", isNegated: term.isNegated) { $0.titles.first.map { SearchText.searchText($0.value) } }
        case .email(let part):
            let part = part.lowercased()
            if !term.isNegated { rows.append((.has(.email), false)) }
            addTest(isNegated: term.isNegated) { $0.emails.contains { $0.value.address.lowercased().contains(part) } }
        case .tag(let tag):
            if !term.isNegated { addSearch(tag, column: "more", isNegated: false) }
            let tag = TextFolding.folded(tag)
            addTest(isNegated: term.isNegated) { $0.tags.contains { TextFolding.folded($0.value) == tag } }
        case .source(let name): memberships.append((.source(name.lowercased()), term.isNegated))
        case .has(let field): addField(field, isNegated: term.isNegated)
        case .kind(let kind): addKind(kind, isNegated: term.isNegated)
        case .seniority(let seniority): addPosition(isNegated: term.isNegated) { $0?.seniority == seniority }
        case .function(let function): addPosition(isNegated: term.isNegated) { $0?.function == function }
        case .standing(let standing): rows.append((.standing(standing), term.isNegated))
        case .stale:
            if !term.isNegated { rows.append((.has(.company), false)) }
            let rule = CompanyStale(asOf: today, by: staleness)
            addTest(isNegated: term.isNegated) { rule.finding(for: ReviewSubject($0)) != nil }
        case .unreachable:
            let plans = plans
            addTest(isNegated: term.isNegated) { !ReviewSubject($0, plans: plans).isReachable }
        case .connected(let from, let to): rows.append((.connected(from: from, to: to), term.isNegated))
        case .changed(let kind, let from, let to): memberships.append((.changed(kind, from: from, to: to), term.isNegated))
        case .imported(let reference, let effect): memberships.append((.imported(reference, effect), term.isNegated))
        }
    }

    private mutating func addKind(_ name: String, isNegated: Bool) {
        // The text form names none but those there are.
        guard let kind = EmailKind(rawValue: name) else { return rows.append((.never, isNegated)) }
        if !isNegated { memberships.append((.havingEmail, false)) }
        let judge = kinds ?? EmailKinds()
        guard isNegated || !judge.census.isEmpty else { return rows.append((.emailKind([kind]), false)) }
        // The row knows the person alone, and what colleagues tell of a domain can make any kind of any other.
        addTest(isNegated: isNegated) { judge.bestToWriteTo(of: $0) == kind }
    }

    /// What the present title says of rank and field: known by reading it.
    private mutating func addPosition(isNegated: Bool, _ test: @escaping @Sendable (TitleReading?) -> Bool) {
        if !isNegated { rows.append((.has(.title), false)) }
        addTest(isNegated: isNegated) { test($0.titles.first.flatMap { TitleReading($0.value) }) }
    }

    private mutating func addField(_ field: PeopleFilter.Field, isNegated: Bool) {
        switch field {
        case .email: memberships.append((.havingEmail, isNegated))
        case .phone: rows.append((.has(.phone), isNegated))
        case .company: rows.append((.has(.company), isNegated))
        case .title: rows.append((.has(.title), isNegated))
        // Tags and notes are in the one text, addresses of pages in the other: where it is empty there are none.
        case .tag:
            if !isNegated { memberships.append((.havingMore, false)) }
            addTest(isNegated: isNegated) { !$0.tags.isEmpty }
        case .note:
            if !isNegated { memberships.append((.havingMore, false)) }
            addTest(isNegated: isNegated) { !$0.notes.isEmpty }
        case .url:
            if !isNegated { memberships.append((.havingAddress, false)) }
            addTest(isNegated: isNegated) { !$0.links.isEmpty }
        case .birthday: addTest(isNegated: isNegated) { $0.birthday != nil }
        }
    }

    private mutating func addTest(isNegated: Bool, _ test: @escaping @Sendable (Person) -> Bool) {
        tests.append { person in test(person) != isNegated }
    }

    private mutating func addSearch(_ words: String, column: String?, isNegated: Bool) {
        let phrases = SearchText.searchTerms(Self.asIndexed(words)).map(\.words)
        guard !phrases.isEmpty else {
            // Signs alone are found nowhere.
            if !isNegated { rows.append((.never, false)) }
            return
        }
        searches.append(Search(phrases: phrases, column: column, isNegated: isNegated))
    }

    /// The words with each address of a profile, which somebody pasted, as what of it is in the index.
    private static func asIndexed(_ words: String) -> String {
        guard words.contains("/") else { return words }
        return words.split(separator: " ", omittingEmptySubsequences: false).map { word in
            LinkedInProfileKey(String(word)).map { SearchableText.tellingPart(of: $0.key) } ?? String(word)
        }.joined(separator: " ")
    }

    /// Words in a row in one value, as the index would have it: the index narrows down, the value decides.
    private mutating func addPhrase(
        _ words: String,
        column: String,
        isNegated: Bool,
        _ value: @escaping @Sendable (Person) -> String?
    ) {
        if !isNegated { addSearch(words, column: column, isNegated: false) }
        let phrase = " " + SearchText.phrase(words)
        addTest(isNegated: isNegated) { person in value(person).map { (" " + $0).contains(phrase) } ?? false }
    }
}
