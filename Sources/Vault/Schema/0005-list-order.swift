extension Schema {
    /// The order of the list of people, with what lists filter by beside it, so that neither is looked up person by person.
    static let listOrder = Migration(
        "0005-list-order",
        statements: [
            """
            CREATE INDEX person_by_name ON person (vault_id, sort_name, person_id, standing, has_company, has_title, has_phone, email_kind,
            connected_on)
            """
        ],
        searchIndexes: []
    )
}
