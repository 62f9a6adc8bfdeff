import ContactModel
import ContactQuality
import TextMatching

/// A filter as SQL over `person p`, and as a test of the person where SQL only narrows down.
struct FilterQuery {
    private(set) var sql: [String] = []
    private(set) var parameters: [SQLValue] = []
    private(set) var tests: [@Sendable (Person) -> Bool] = []
    private let kinds: EmailKinds?

    /// Makes the query.
    ///
    /// - Parameter kinds: who judges addresses; needed where the filter asks for a kind.
    init(_ filter: PeopleFilter, vaultID: Int64, session: any Session, kinds: EmailKinds? = nil) {
        self.kinds = kinds
        sql.append("p.vault_id = ?")
        parameters.append(.integer(vaultID))
        sql.append(
            filter.includesAcquaintances ? "p.standing <> 'owner'" : "p.standing IN \(Person.Standing.listedSQL)"
        )
        for term in filter.terms { add(term, vaultID, session) }
    }

    private mutating func add(_ term: PeopleFilter.Term, _ vaultID: Int64, _ session: any Session) {
        switch term.condition {
        case .words(let words): addSearch(words, column: nil, isNegated: term.isNegated, session)
        case .name(let words): addPhrase(words, column: "name", isNegated: term.isNegated, session) { $0.names.first?.value.display }
        case .company(let words): addPhrase(words, column: "work", isNegated: term.isNegated, session) { $0.companies.first?.value }
        case .title(let words): addPhrase(words, column: "work", isNegated: term.isNegated, session) { $0.titles.first?.value }
        case .email(let part):
            let part = part.lowercased()
            addTest(isNegated: term.isNegated) { $0.emails.contains { $0.value.address.lowercased().contains(part) } }
        case .tag(let tag):
            if !term.isNegated { addSearch(tag, column: "more", isNegated: false, session) }
            let tag = TextFolding.folded(tag)
            addTest(isNegated: term.isNegated) { $0.tags.contains { TextFolding.folded($0.value) == tag } }
        case .source(let name):
            addSQL(
                """
                EXISTS (SELECT 1 FROM entry e JOIN source s ON s.vault_id = e.vault_id AND s.source_id = e.source_id
                WHERE e.vault_id = p.vault_id AND e.person_id = p.person_id AND lower(s.name) = ?)
                """,
                [.text(name.lowercased())],
                isNegated: term.isNegated
            )
        case .has(let field): addField(field, isNegated: term.isNegated)
        case .kind(let kind): addKind(kind, isNegated: term.isNegated)
        case .standing(let standing): addSQL("p.standing = ?", [.text(standing.rawValue)], isNegated: term.isNegated)
        case .connected(let from, let to):
            addSQL(
                "(p.connected_on IS NOT NULL AND p.connected_on >= ? AND p.connected_on <= ?)",
                [.text(from?.description ?? ""), .text(to?.description ?? "9999-99-99")],
                isNegated: term.isNegated
            )
        case .changed(let kind, let from, let to):
            addSQL(
                """
                EXISTS (SELECT 1 FROM change c WHERE c.vault_id = p.vault_id AND c.person_id = p.person_id
                AND c.kind = ? AND c.happened_on >= ? AND c.happened_on <= ?)
                """,
                [.text(kind.rawValue), .text(from?.description ?? ""), .text(to?.description ?? "9999-99-99")],
                isNegated: term.isNegated
            )
        }
    }

    private mutating func addKind(_ kind: String, isNegated: Bool) {
        guard let kinds, !kinds.census.isEmpty else {
            addSQL("coalesce(p.email_kind, '') = ?", [.text(kind)], isNegated: isNegated)
            return
        }
        // The row knows the person alone. Colleagues can make a work address of one that can't be told, and so the best of it.
        if !isNegated {
            sql.append("p.email_kind IN (?\(kind == EmailKind.work.rawValue ? ", 'unknown', 'personal'" : ""))")
            parameters.append(.text(kind))
        }
        addTest(isNegated: isNegated) { kinds.best(of: $0)?.rawValue == kind }
    }

    private mutating func addField(_ field: PeopleFilter.Field, isNegated: Bool) {
        switch field {
        case .email: addSQL("p.email_kind IS NOT NULL", [], isNegated: isNegated)
        case .phone: addSQL("p.has_phone <> 0", [], isNegated: isNegated)
        case .company: addSQL("p.has_company <> 0", [], isNegated: isNegated)
        case .title: addSQL("p.has_title <> 0", [], isNegated: isNegated)
        case .tag: addTest(isNegated: isNegated) { !$0.tags.isEmpty }
        case .note: addTest(isNegated: isNegated) { !$0.notes.isEmpty }
        case .url: addTest(isNegated: isNegated) { !$0.links.isEmpty }
        case .birthday: addTest(isNegated: isNegated) { $0.birthday != nil }
        }
    }

    private mutating func addSQL(_ condition: String, _ values: [SQLValue], isNegated: Bool) {
        sql.append(isNegated ? "NOT (\(condition))" : condition)
        parameters += values
    }

    private mutating func addTest(isNegated: Bool, _ test: @escaping @Sendable (Person) -> Bool) {
        tests.append { person in test(person) != isNegated }
    }

    private mutating func addSearch(_ words: String, column: String?, isNegated: Bool, _ session: any Session) {
        let phrases = SearchText.searchTerms(words).map(\.words)
        guard !phrases.isEmpty else {
            // Signs alone are found nowhere.
            if !isNegated { sql.append("1 = 0") }
            return
        }
        let (condition, values) = session.condition(
            that: "p.person_id", isFoundIn: Schema.peopleSearch, phrases: phrases, searchColumn: column)
        addSQL(condition, values, isNegated: isNegated)
    }

    /// Words in a row in one value: the index narrows down, the value decides.
    private mutating func addPhrase(
        _ words: String,
        column: String,
        isNegated: Bool,
        _ session: any Session,
        _ value: @escaping @Sendable (Person) -> String?
    ) {
        if !isNegated { addSearch(words, column: column, isNegated: false, session) }
        let phrase = TextFolding.folded(words)
        addTest(isNegated: isNegated) { person in
            guard let text = value(person) else { return false }
            return (" " + TextFolding.folded(text)).contains(" " + phrase)
        }
    }
}
