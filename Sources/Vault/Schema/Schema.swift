/// The vault's tables. Migrations are numbered and never edited once released.
enum Schema {
    /// All migrations, oldest first. What is computed of the rest is computed by the last, which knows today's tables.
    static func migrations(for engine: any Engine) -> [Migration] {
        [
            initial(clustered: engine.clusteredTableSuffix),
            likeness(clustered: engine.clusteredTableSuffix),
            handedOver,
            listOrder,
            access(clustered: engine.clusteredTableSuffix),
            features(clustered: engine.clusteredTableSuffix),
            Migration("0008-computed-anew"),
            Migration("0009-computed-anew"),
            Migration("0010-computed-anew"),
            Migration("0011-computed-anew"),
            computedAnew,
        ]
    }

    /// All tables, each of which begins with the vault's number.
    static let tables = [
        "vault", "source", "original", "original_piece", "snapshot", "snapshot_part", "problem", "entry", "record", "identity", "decision",
        "person", "change", "likeness", "handed_over", "access", "features",
    ]

    /// The full-text index over people.
    static let peopleSearch = SearchIndex(
        name: "person_search",
        table: "person",
        number: "person_id",
        columns: ["name", "work", "address", "more"]
    )
}
