import ContactFormats
import ContactModel
import RecordLinkage

/// People computed anew from entries, records and decisions: what projection writes and what verifying compares.
struct FreshPeople {
    /// A person as everything that is stored of them.
    struct Rows: Equatable {
        var row: PersonRow
        var searchTexts: [String]
        var changes: [Change]
    }

    struct Computed {
        /// The number: the anchor entry's.
        var number: Int64
        var person: Person
        var members: [StoredEntry]
        var changes: [Change]

        var rows: Rows { Rows(row: PersonRow(person), searchTexts: SearchableText(person).columns, changes: changes) }
    }

    let session: any Session
    let vaultID: Int64
    let entries: EntryReader
    let words: OwnersWords
    let likenesses: LikenessStore

    /// All entries that are joined to one by keys, likeness or the owner's word, directly or over others, or are its person's at present.
    func component(around entry: Int64, catalog: ListCatalog) throws -> [StoredEntry] {
        var found: [StoredEntry] = []
        var known: Set<Int64> = [entry]
        var queue = [entry]
        var followed = EntryReader.Followed()
        while let next = queue.popLast() {
            guard let stored = try entries.entry(next, catalog: catalog) else { continue }
            found.append(stored)
            let companions = words.companions(of: stored.name.id.keyHash)
            let alike = try likenesses.joining(next).map { $0.first == next ? $0.second : $0.first }
            let others =
                try entries.neighbours(of: stored, besides: &followed) + alike
                + (companions.isEmpty ? [] : entries.entries(having: companions))
            for other in others where known.insert(other).inserted { queue.append(other) }
        }
        return found
    }

    /// The people a component of entries is.
    func people(of component: [StoredEntry]) throws -> [Computed] {
        let byNumber = Dictionary(uniqueKeysWithValues: component.map { ($0.number, $0) })
        let verdicts = words.verdicts(on: component.map(\.name.id.keyHash))
        let alike = try component.count > 1 ? component.flatMap { try likenesses.joining($0.number) } : []
        return IdentityResolution.people(
            among: component.map(\.facts),
            verdicts: verdicts,
            likenesses: Set(alike).map { ($0.first, $0.second, $0.sixteenths) }
        ).compactMap { group in
            let members = group.compactMap { byNumber[$0] }.filter { !$0.records.isEmpty }
            guard let anchor = members.min(by: { $0.name < $1.name }) else { return nil }
            let records = members.flatMap(\.records)
            let person = PersonProjection.person(
                id: anchor.name.id,
                records: records,
                words: words.isEmpty ? [] : words.of(members.map { $0.name.id.keyHash })
            )
            return Computed(number: anchor.number, person: person, members: members, changes: ChangeDerivation.changes(of: records))
        }
    }

    /// What is stored of a person; `nil` where there is none.
    func stored(_ number: Int64) throws -> Rows? {
        guard
            let (row, texts) = try session.first(
                """
                SELECT standing, sort_name, has_company, has_title, has_phone, email_kind, connected_on, name, work, address, more
                FROM person WHERE vault_id = ? AND person_id = ?
                """,
                [.integer(vaultID), .integer(number)],
                { row in (PersonRow(row), (7...10).map { row.text($0) }) }
            )
        else { return nil }
        let changes = try session.rows(
            """
            SELECT happened_on, kind, field, from_text, to_text, source_id, position FROM change
            WHERE vault_id = ? AND person_id = ? ORDER BY position
            """,
            [.integer(vaultID), .integer(number)]
        ) { row -> (position: Int, change: Change)? in
            guard let day = CalendarDate(iso: row.text(0)), let kind = ChangeKind(rawValue: row.text(1)) else { return nil }
            let change = Change(
                on: day,
                kind: kind,
                field: row.text(2),
                from: row.optionalText(3),
                to: row.optionalText(4),
                sourceID: row.integer(5)
            )
            return (Int(row.integer(6)), change)
        }
        // A change in the wrong place, or one that can't be read, is no change that was computed.
        guard changes.enumerated().allSatisfy({ $0.offset == $0.element?.position }) else { return nil }
        return Rows(row: row, searchTexts: texts, changes: changes.compactMap { $0?.change })
    }

    /// How many of the keys an entry must be found by are not in the index.
    func missingKeys(of entry: StoredEntry) throws -> Int {
        let expected = Set(entry.facts.keys.map(\.hash) + [entry.name.id.keyHash])
        return try expected.count { hash in
            try session.first(
                "SELECT 1 FROM identity WHERE vault_id = ? AND key_hash = ? AND entry_id = ?",
                [.integer(vaultID), .integer(hash), .integer(entry.number)]
            ) { _ in true } == nil
        }
    }
}
