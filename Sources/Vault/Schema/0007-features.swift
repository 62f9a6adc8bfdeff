extension Schema {
    /// What entries are compared by, made ready once: a projection of their records, so that linking need not read every card again.
    static func features(clustered: String) -> Migration {
        Migration(
            "0007-features",
            statements: [
                """
                CREATE TABLE features (
                    vault_id BIGINT NOT NULL,
                    entry_id BIGINT NOT NULL,
                    basis BYTEA NOT NULL,
                    features BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, entry_id)
                )\(clustered)
                """
            ]
        )
    }
}
