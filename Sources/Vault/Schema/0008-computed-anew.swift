extension Schema {
    /// What is computed and was not in the same way before: likenesses, for which older vaults had no table, and the kinds of addresses, for
    /// which there are better tables now. Nothing of what sources or the owner said is touched.
    static let computedAnew = Migration("0008-computed-anew") { session in
        for vaultID in try session.rows("SELECT vault_id FROM vault", [], { $0.integer(0) }) {
            let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
            let withAddress = try session.rows(
                """
                SELECT min(e.entry_id) FROM person p JOIN entry e ON e.vault_id = p.vault_id AND e.person_id = p.person_id
                WHERE p.vault_id = ? AND p.email_kind IS NOT NULL GROUP BY p.person_id
                """,
                [.integer(vaultID)]
            ) { $0.integer(0) }
            for entry in withAddress { projector.resolveLater(entry, isChange: false) }
            try projector.finish()
        }
    }
}
