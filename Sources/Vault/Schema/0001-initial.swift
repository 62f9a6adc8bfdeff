extension Schema {
    /// The first schema. `docs/vault.md` explains the tables to someone who opens the file without Holdfast.
    static func initial(clustered: String) -> Migration {
        Migration(
            "0001-initial",
            statements: [
                """
                CREATE TABLE vault (
                    vault_id BIGINT NOT NULL PRIMARY KEY,
                    uuid TEXT NOT NULL,
                    created_at TEXT NOT NULL,
                    hash BYTEA NOT NULL
                )
                """,
                """
                CREATE TABLE source (
                    vault_id BIGINT NOT NULL,
                    source_id BIGINT NOT NULL,
                    name TEXT NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, source_id),
                    UNIQUE (vault_id, name)
                )
                """,
                // What came in, byte for byte: each piece is one zstd frame (RFC 8878), so the pieces in order are one zstd stream.
                """
                CREATE TABLE original (
                    vault_id BIGINT NOT NULL,
                    original_id BIGINT NOT NULL,
                    sha256 BYTEA NOT NULL,
                    byte_count BIGINT NOT NULL,
                    file_name TEXT NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, original_id),
                    UNIQUE (vault_id, sha256)
                )
                """,
                """
                CREATE TABLE original_piece (
                    vault_id BIGINT NOT NULL,
                    original_id BIGINT NOT NULL,
                    piece BIGINT NOT NULL,
                    zstd BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, original_id, piece)
                )
                """,
                """
                CREATE TABLE snapshot (
                    vault_id BIGINT NOT NULL,
                    snapshot_id BIGINT NOT NULL,
                    uuid TEXT NOT NULL,
                    source_id BIGINT NOT NULL,
                    list TEXT NOT NULL,
                    format TEXT NOT NULL,
                    layout TEXT NOT NULL,
                    path TEXT NOT NULL,
                    original_id BIGINT NOT NULL,
                    step BIGINT NOT NULL,
                    is_undone BIGINT NOT NULL,
                    exported_on TEXT NOT NULL,
                    exported_on_basis TEXT NOT NULL,
                    order_within_day TEXT NOT NULL,
                    imported_at TEXT NOT NULL,
                    fields TEXT NOT NULL,
                    row_count BIGINT NOT NULL,
                    entry_count BIGINT NOT NULL,
                    closed_count BIGINT NOT NULL,
                    rejected_count BIGINT NOT NULL,
                    contents BYTEA NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, snapshot_id)
                )
                """,
                // The further originals of a snapshot that was read from several files of a folder.
                """
                CREATE TABLE snapshot_part (
                    vault_id BIGINT NOT NULL,
                    snapshot_id BIGINT NOT NULL,
                    position BIGINT NOT NULL,
                    original_id BIGINT NOT NULL,
                    path TEXT NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, snapshot_id, position)
                )
                """,
                """
                CREATE TABLE problem (
                    vault_id BIGINT NOT NULL,
                    snapshot_id BIGINT NOT NULL,
                    position BIGINT NOT NULL,
                    line_number BIGINT NOT NULL,
                    column_number BIGINT NOT NULL,
                    code TEXT NOT NULL,
                    row_text TEXT NOT NULL,
                    is_rejection BIGINT NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, snapshot_id, position)
                )
                """,
                // An entry of a list, found again by its key from snapshot to snapshot; person_id is projection.
                """
                CREATE TABLE entry (
                    vault_id BIGINT NOT NULL,
                    entry_id BIGINT NOT NULL,
                    source_id BIGINT NOT NULL,
                    list TEXT NOT NULL,
                    key TEXT NOT NULL,
                    ordinal BIGINT NOT NULL,
                    person_id BIGINT NOT NULL,
                    PRIMARY KEY (vault_id, entry_id)
                )\(clustered)
                """,
                "CREATE INDEX entry_by_person ON entry (vault_id, person_id)",
                // What an entry said from one snapshot until another said something else, or nothing.
                """
                CREATE TABLE record (
                    vault_id BIGINT NOT NULL,
                    entry_id BIGINT NOT NULL,
                    first_snapshot BIGINT NOT NULL,
                    gone_snapshot BIGINT,
                    hash BYTEA NOT NULL,
                    card TEXT NOT NULL,
                    PRIMARY KEY (vault_id, entry_id, first_snapshot)
                )\(clustered)
                """,
                // The keys entries may be known by; a key is the first eight bytes of its SHA-256.
                """
                CREATE TABLE identity (
                    vault_id BIGINT NOT NULL,
                    key_hash BIGINT NOT NULL,
                    entry_id BIGINT NOT NULL,
                    PRIMARY KEY (vault_id, key_hash, entry_id)
                )\(clustered)
                """,
                // What the owner did, in order. Nothing is ever taken out of it.
                """
                CREATE TABLE decision (
                    vault_id BIGINT NOT NULL,
                    step BIGINT NOT NULL,
                    uuid TEXT NOT NULL,
                    made_at TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    subject TEXT NOT NULL,
                    payload TEXT NOT NULL,
                    hash BYTEA NOT NULL,
                    PRIMARY KEY (vault_id, step)
                )
                """,
                // Projections: thrown away and computed again from the tables above, always to the same result.
                """
                CREATE TABLE person (
                    vault_id BIGINT NOT NULL,
                    person_id BIGINT NOT NULL,
                    standing TEXT NOT NULL,
                    sort_name TEXT NOT NULL,
                    has_company BIGINT NOT NULL,
                    has_title BIGINT NOT NULL,
                    has_phone BIGINT NOT NULL,
                    email_kind TEXT,
                    connected_on TEXT,
                    name TEXT NOT NULL,
                    work TEXT NOT NULL,
                    address TEXT NOT NULL,
                    more TEXT NOT NULL,
                    PRIMARY KEY (vault_id, person_id)
                )\(clustered)
                """,
                """
                CREATE TABLE change (
                    vault_id BIGINT NOT NULL,
                    person_id BIGINT NOT NULL,
                    position BIGINT NOT NULL,
                    happened_on TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    field TEXT NOT NULL,
                    from_text TEXT,
                    to_text TEXT,
                    source_id BIGINT NOT NULL,
                    PRIMARY KEY (vault_id, person_id, position)
                )\(clustered)
                """,
                "CREATE INDEX change_by_day ON change (vault_id, happened_on)",
            ],
            searchIndexes: [peopleSearch]
        )
    }
}
