extension Schema {
    /// Which entries look like one human being though no key proves it: a projection, computed from records like people are.
    static func likeness(clustered: String) -> Migration {
        Migration(
            "0002-likeness",
            statements: [
                """
                CREATE TABLE likeness (
                    vault_id BIGINT NOT NULL,
                    first_entry BIGINT NOT NULL,
                    second_entry BIGINT NOT NULL,
                    sixteenths BIGINT NOT NULL,
                    is_joined BIGINT NOT NULL,
                    PRIMARY KEY (vault_id, first_entry, second_entry)
                )\(clustered)
                """,
                "CREATE INDEX likeness_by_second ON likeness (vault_id, second_entry)",
            ],
            searchIndexes: []
        )
    }
}
