import ContactFormats
import ContactModel
import ContactQuality
import TextMatching

/// A filter as SQL over `person p`, and as a test of the person where SQL only narrows down.
struct FilterQuery {
    /// Conditions on the person's row.
    private(set) var conditions: [String] = []
    private(set) var conditionParameters: [SQLValue] = []
    /// Fields that have to be there, or not.
    private(set) var fields: [(field: PersonField, isNegated: Bool)] = []
    /// Lists people have to be in, or not.
    private(set) var memberships: [Membership] = []
    /// What has to be found, or not, in the search index.
    private(set) var searches: [Search] = []
    private(set) var tests: [@Sendable (Person) -> Bool] = []
    private let vaultID: Int64
    private let kinds: EmailKinds?
    private let today: CalendarDate

    /// Something to be found in the search index: phrases that must all occur, in one column or anywhere.
    struct Search: Sendable {
        var phrases: [[String]]
        var column: String?
        var isNegated: Bool
        /// Whether it is words alone, which may be misspelt.
        var isOfWords: Bool { column == nil && !isNegated }
    }

    /// A list of people other rows give, by their numbers; somebody may be in it several times.
    struct Membership: Sendable {
        var sql: String
        var parameters: [SQLValue]
        var isNegated: Bool
    }

    /// Makes the query.
    ///
    /// - Parameters:
    ///   - kinds: who judges addresses; needed where the filter asks for a kind.
    ///   - today: the day values should hold on; needed where the filter asks for what probably doesn't.
    init(_ filter: PeopleFilter, vaultID: Int64, kinds: EmailKinds? = nil, today: CalendarDate = CalendarDate(daysSince1970: 0)) {
        self.vaultID = vaultID
        self.kinds = kinds
        self.today = today
        conditions.append("p.vault_id = ?")
        conditionParameters.append(.integer(vaultID))
        conditions.append(
            filter.includesAcquaintances ? "p.standing <> 'owner'" : "p.standing IN \(Person.Standing.listedSQL)"
        )
        for term in filter.terms { add(term) }
    }

    /// Whether the row decides more than whether the person is listed at all.
    var hasRowConditions: Bool { conditions.count > 2 }

    /// All of it as conditions of SQL, but for `tests`.
    func sql(_ session: any Session) -> (conditions: [String], parameters: [SQLValue]) {
        var (sql, parameters) = (conditions, conditionParameters)
        sql += fields.map { $0.isNegated ? "NOT (p.\($0.field.sql))" : "p.\($0.field.sql)" }
        for membership in memberships {
            sql.append("p.person_id \(membership.isNegated ? "NOT IN" : "IN") (\(membership.sql))")
            parameters += membership.parameters
        }
        for search in searches {
            let (condition, values) = session.condition(
                that: "p.person_id", isFoundIn: Schema.peopleSearch, phrases: search.phrases, searchColumn: search.column)
            sql.append(search.isNegated ? "NOT (\(condition))" : condition)
            parameters += values
        }
        return (sql, parameters)
    }

    private mutating func add(_ term: PeopleFilter.Term) {
        switch term.condition {
        case .words(let words): addSearch(words, column: nil, isNegated: term.isNegated)
        case .name(let words): addPhrase(words, column: "name", isNegated: term.isNegated) { $0.names.first?.value.display }
        case .company(let words): addPhrase(words, column: "work", isNegated: term.isNegated) { $0.companies.first?.value }
        case .title(let words): addPhrase(words, column: "work", isNegated: term.isNegated) { $0.titles.first?.value }
        case .email(let part):
            let part = part.lowercased()
            if !term.isNegated { fields.append((.email, false)) }
            addTest(isNegated: term.isNegated) { $0.emails.contains { $0.value.address.lowercased().contains(part) } }
        case .tag(let tag):
            if !term.isNegated { addSearch(tag, column: "more", isNegated: false) }
            let tag = TextFolding.folded(tag)
            addTest(isNegated: term.isNegated) { $0.tags.contains { TextFolding.folded($0.value) == tag } }
        case .source(let name):
            // The plus keeps from going by the index of people: entries are read one after another, in half the time.
            memberships.append(
                Membership(
                    sql: """
                        SELECT e.person_id FROM entry e WHERE +e.vault_id = ? AND e.source_id IN
                        (SELECT s.source_id FROM source s WHERE s.vault_id = ? AND lower(s.name) = ?)
                        """,
                    parameters: [.integer(vaultID), .integer(vaultID), .text(name.lowercased())], isNegated: term.isNegated))
        case .has(let field): addField(field, isNegated: term.isNegated)
        case .kind(let kind): addKind(kind, isNegated: term.isNegated)
        case .seniority(let seniority): addPosition(isNegated: term.isNegated) { $0?.seniority == seniority }
        case .function(let function): addPosition(isNegated: term.isNegated) { $0?.function == function }
        case .standing(let standing): addSQL("p.standing = ?", [.text(standing.rawValue)], isNegated: term.isNegated)
        case .stale:
            if !term.isNegated { fields.append((.company, false)) }
            let rule = CompanyStale(asOf: today)
            addTest(isNegated: term.isNegated) { rule.finding(for: ReviewSubject($0)) != nil }
        case .connected(let from, let to):
            addSQL(
                "(p.connected_on IS NOT NULL AND p.connected_on >= ? AND p.connected_on <= ?)",
                [.text(from?.description ?? ""), .text(to?.description ?? "9999-99-99")],
                isNegated: term.isNegated
            )
        case .changed(let kind, let from, let to):
            memberships.append(
                Membership(
                    sql:
                        "SELECT c.person_id FROM change c WHERE c.vault_id = ? AND c.kind = ? AND c.happened_on >= ? AND c.happened_on <= ?",
                    parameters: [
                        .integer(vaultID), .text(kind.rawValue), .text(from?.description ?? ""), .text(to?.description ?? "9999-99-99"),
                    ], isNegated: term.isNegated))
        }
    }

    private mutating func addKind(_ kind: String, isNegated: Bool) {
        guard let kinds, !kinds.census.isEmpty else {
            addSQL("coalesce(p.email_kind, '') = ?", [.text(kind)], isNegated: isNegated)
            return
        }
        // The row knows the person alone. Colleagues can make a work address of one that can't be told, and so the best of it.
        if !isNegated {
            conditions.append("p.email_kind IN (?\(kind == EmailKind.work.rawValue ? ", 'unknown', 'personal'" : ""))")
            conditionParameters.append(.text(kind))
        }
        addTest(isNegated: isNegated) { kinds.best(of: $0)?.rawValue == kind }
    }

    /// What the present title says of rank and field: known by reading it.
    private mutating func addPosition(isNegated: Bool, _ test: @escaping @Sendable (TitleReading?) -> Bool) {
        if !isNegated { fields.append((.title, false)) }
        addTest(isNegated: isNegated) { test($0.titles.first.flatMap { TitleReading($0.value) }) }
    }

    private mutating func addField(_ field: PeopleFilter.Field, isNegated: Bool) {
        switch field {
        case .email: fields.append((.email, isNegated))
        case .phone: fields.append((.phone, isNegated))
        case .company: fields.append((.company, isNegated))
        case .title: fields.append((.title, isNegated))
        // Tags and notes are in the one text, addresses of pages in the other: where it is empty there are none.
        case .tag:
            if !isNegated { conditions.append("p.more <> ''") }
            addTest(isNegated: isNegated) { !$0.tags.isEmpty }
        case .note:
            if !isNegated { conditions.append("p.more <> ''") }
            addTest(isNegated: isNegated) { !$0.notes.isEmpty }
        case .url:
            if !isNegated { conditions.append("p.address <> ''") }
            addTest(isNegated: isNegated) { !$0.links.isEmpty }
        case .birthday: addTest(isNegated: isNegated) { $0.birthday != nil }
        }
    }

    private mutating func addSQL(_ condition: String, _ values: [SQLValue], isNegated: Bool) {
        conditions.append(isNegated ? "NOT (\(condition))" : condition)
        conditionParameters += values
    }

    private mutating func addTest(isNegated: Bool, _ test: @escaping @Sendable (Person) -> Bool) {
        tests.append { person in test(person) != isNegated }
    }

    private mutating func addSearch(_ words: String, column: String?, isNegated: Bool) {
        let phrases = SearchText.searchTerms(Self.asIndexed(words)).map(\.words)
        guard !phrases.isEmpty else {
            // Signs alone are found nowhere.
            if !isNegated { conditions.append("1 = 0") }
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

    /// Words in a row in one value: the index narrows down, the value decides.
    private mutating func addPhrase(
        _ words: String,
        column: String,
        isNegated: Bool,
        _ value: @escaping @Sendable (Person) -> String?
    ) {
        if !isNegated { addSearch(words, column: column, isNegated: false) }
        let phrase = TextFolding.folded(words)
        addTest(isNegated: isNegated) { person in
            guard let text = value(person) else { return false }
            return (" " + TextFolding.folded(text)).contains(" " + phrase)
        }
    }
}
