extension Schema {
    /// What is computed and was not in the same way before; nothing of what sources or the owner said is touched. It has taken over from
    /// `0008-computed-anew` to `0011-computed-anew`, for only the newest migration knows today's tables:
    /// - likenesses, for which older vaults had no table;
    /// - the kinds of addresses, for which there are better tables now (since 0008);
    /// - who is who: that two have an e-mail address in common makes them one only if their names agree, and two birthdays are two people
    ///   (since 0009), so everybody who is made of several entries is found out anew;
    /// - names: an empty half is completed by an earlier export, and capitals are no other name (since 0009), so everybody of whom more than
    ///   one thing is said is found out anew;
    /// - days of connecting that an address book notes (since 0009);
    /// - what entries are compared by, and who looks like whom: short particles (`v. d. Heide`), names that sound alike, forms of names the
    ///   other way round (since 0010). That is found out anew whenever a projector finishes;
    /// - by what a page is found that an address book calls somebody's, and what the owner put right (since 0011);
    /// - by what names of East Asia are found, whichever half comes first, and words in Arabic letters, with or without their article (since
    ///   0012).
    static let computedAnew = Migration("0012-computed-anew") { session in
        for vaultID in try session.rows("SELECT vault_id FROM vault", [], { $0.integer(0) }) {
            let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: ListCatalog(session, vaultID: vaultID))
            let concerned = try session.rows(
                """
                SELECT min(e.entry_id) FROM entry e JOIN record r ON r.vault_id = e.vault_id AND r.entry_id = e.entry_id
                LEFT JOIN person p ON p.vault_id = e.vault_id AND p.person_id = e.person_id
                WHERE e.vault_id = ? GROUP BY e.person_id
                HAVING count(*) > 1 OR max(p.email_kind) IS NOT NULL OR max(CASE e.list WHEN 'connections' THEN 0 ELSE 1 END) = 1
                """,
                [.integer(vaultID)]
            ) { $0.integer(0) }
            let otherwiseFound = try session.rows(
                """
                SELECT min(e.entry_id), min(p.name), min(p.work), min(p.address), min(p.more) FROM person p
                JOIN entry e ON e.vault_id = p.vault_id AND e.person_id = p.person_id
                WHERE p.vault_id = ? GROUP BY p.person_id
                """,
                [.integer(vaultID)]
            ) { row in (1...4).contains { hasWordsFoundOtherwise(row.text($0)) } ? row.integer(0) : nil }.compactMap(\.self)
            let finder = PersonFinder(session: session, vaultID: vaultID)
            let spokenOf = try DecisionLog(session: session, vaultID: vaultID).all().flatMap(\.subjects)
            for entry in try concerned + otherwiseFound + Set(spokenOf).compactMap(finder.number(of:)) {
                projector.resolveLater(entry, isChange: false)
            }
            try projector.finish()
        }
    }

    /// Whether a text has Arabic letters (their first byte in UTF-8 is one of four) or those of East Asia.
    private static func hasWordsFoundOtherwise(_ text: String) -> Bool {
        text.utf8.contains { 0xD8...0xDB ~= $0 || 0xE3...0xF4 ~= $0 }
    }
}
