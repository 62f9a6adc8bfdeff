import ContactModel
public import ContactQuality

extension Vault {
    /// How many people went from one company to another, year by year, as the lists of connections show it.
    public func companyMoves() throws -> CompanyMoves {
        var moves = CompanyMoves()
        try engine.read { session in
            let select = try session.statement(
                """
                SELECT substr(c.happened_on, 1, 4), c.from_text, c.to_text, count(DISTINCT c.person_id)
                FROM change c JOIN person p ON p.vault_id = c.vault_id AND p.person_id = c.person_id
                WHERE c.vault_id = ? AND c.kind = 'moved' AND c.from_text IS NOT NULL AND c.to_text IS NOT NULL AND p.standing <> 'owner'
                GROUP BY substr(c.happened_on, 1, 4), c.from_text, c.to_text
                ORDER BY count(DISTINCT c.person_id) DESC, c.from_text, c.to_text
                """
            )
            defer { select.reset() }
            select.bind(0, vaultID)
            while try select.step() {
                guard let year = Int(select.text(0)) else { continue }
                moves.add(year: year, from: select.text(1), to: select.text(2), people: Int(select.integer(3)))
            }
        }
        return moves
    }

    /// Who moved to another company lately, the latest first.
    ///
    /// - Parameter limit: at most so many.
    public func latestMoves(limit: Int) throws -> [ChangeSummary] {
        try engine.read { session in
            let reader = try PersonReader(session: session, vaultID: vaultID)
            let rows = try session.rows(
                """
                SELECT c.happened_on, c.person_id, c.field, c.from_text, c.to_text, s.name
                FROM change c
                JOIN person p ON p.vault_id = c.vault_id AND p.person_id = c.person_id
                JOIN source s ON s.vault_id = c.vault_id AND s.source_id = c.source_id
                WHERE c.vault_id = ? AND c.kind = 'moved' AND c.from_text IS NOT NULL AND c.to_text IS NOT NULL AND p.standing <> 'owner'
                ORDER BY c.happened_on DESC, p.sort_name, p.connected_on, p.work, p.address, c.person_id, s.name, c.position
                LIMIT ?
                """,
                [.integer(vaultID), .integer(Int64(limit))]
            ) { ($0.text(0), $0.integer(1), $0.text(2), $0.text(3), $0.text(4), $0.text(5)) }
            return try rows.compactMap { on, number, field, from, to, source in
                guard let day = CalendarDate(iso: on), let person = try reader.person(number) else { return nil }
                return ChangeSummary(
                    on: day, kind: .moved, person: person.id, name: person.displayName, field: field, from: from, to: to, source: source)
            }
        }
    }
}
