extension Schema {
    /// What was handed out: to whom, when, in which format, of whom, and the hash of the file.
    static let handedOver = Migration(
        "0004-handed-over",
        statements: [
            """
            CREATE TABLE handed_over (
                vault_id BIGINT NOT NULL,
                receipt_id BIGINT NOT NULL,
                uuid TEXT NOT NULL,
                made_at TEXT NOT NULL,
                recipient TEXT NOT NULL,
                format TEXT NOT NULL,
                filter TEXT NOT NULL,
                is_update BIGINT NOT NULL,
                written BIGINT NOT NULL,
                held_back BIGINT NOT NULL,
                byte_count BIGINT NOT NULL,
                sha256 TEXT NOT NULL,
                people BYTEA NOT NULL,
                hash BYTEA NOT NULL,
                PRIMARY KEY (vault_id, receipt_id)
            )
            """
        ],
        searchIndexes: []
    )
}
