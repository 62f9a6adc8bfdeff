/// The vault's tables. Migrations are numbered and never edited once released.
enum Schema {
    /// All migrations, oldest first.
    static func migrations(for engine: any Engine) -> [Migration] {
        [initial(clustered: engine.clusteredTableSuffix)]
    }

    /// The full-text index over people: one row a person, under the person's number.
    static let peopleSearch = SearchIndex(name: "person_search", columns: ["name", "work", "address", "more"])
}
