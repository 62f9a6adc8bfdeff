extension Schema {
    /// Who is let in when the vault is served: the password's hash, sessions, tokens for programs. It says nothing of contacts, and no archive
    /// holds it.
    static func access(clustered: String) -> Migration {
        Migration(
            "0006-access",
            statements: [
                """
                CREATE TABLE access (
                    vault_id BIGINT NOT NULL,
                    kind TEXT NOT NULL,
                    name TEXT NOT NULL,
                    body TEXT NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, kind, name)
                )\(clustered)
                """
            ],
            searchIndexes: []
        )
    }
}
