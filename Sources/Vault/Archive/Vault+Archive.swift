public import ContactFormats
import ContactModel
import RecordLinkage

extension Vault {
    /// What an archive holds, to be read once in the order the vault asks for it.
    public struct ArchivedVault {
        /// Which vault it is of.
        public var identity: Identity
        /// Hands over the rows of a table.
        public var rows: (KeptTable, (KeptRow) throws -> Void) throws -> Void
        /// The bytes of an original, by its row.
        public var original: (KeptRow) throws -> any ByteSource

        /// Makes one.
        public init(
            identity: Identity,
            rows: @escaping (KeptTable, (KeptRow) throws -> Void) throws -> Void,
            original: @escaping (KeptRow) throws -> any ByteSource
        ) {
            self.identity = identity
            self.rows = rows
            self.original = original
        }
    }

    /// Becomes the vault an archive is of: the same rows, the same ids, people computed from them. Whole, or not at all.
    ///
    /// - Parameter progress: told now and then how many rows came in.
    /// - Throws: `VaultError`: `refused` where the vault is not empty, `damaged` where rows don't fit together, and what reading throws.
    public func become(_ archived: ArchivedVault, progress: (Int) -> Void = { _ in }) throws {
        try engine.write { session in
            guard try Self.isEmpty(session) else { throw Self.notEmpty }
            try session.run("DELETE FROM vault WHERE vault_id = ?", [.integer(vaultID)])
            let identity = archived.identity
            let hash = Self.hash(number: vaultID, uuid: identity.id.description, createdAt: identity.createdAt)
            try session.run(
                "INSERT INTO vault (vault_id, uuid, created_at, hash) VALUES (?, ?, ?, ?)",
                [.integer(vaultID), .text(identity.id.description), .text(identity.createdAt), .bytes(hash.bytes)]
            )
            var count = 0
            for table in KeptTable.allCases where table != .original {
                let insert = try Self.insertion(into: table, session)
                try archived.rows(table) { row in
                    try Self.put(row, by: insert, vaultID: vaultID)
                    count += 1
                    if count.isMultiple(of: 1000) { progress(count) }
                }
            }
            try takeOriginals(archived, session)
            try project(session)
            try compare(session)
        }
    }

    static let notEmpty = VaultError(
        .refused,
        "This vault holds something already, and an archive is a whole vault of its own. Nothing was changed. "
            + "Import it into a new one: holdfast --vault NEW.sqlite import ARCHIVE."
    )

    static func insertion(into table: KeptTable, _ session: any Session) throws -> any Statement {
        var names = ["vault_id"] + table.columns.map(\.name)
        if table == .entry { names.append("person_id") }
        let places = names.map { _ in "?" }.joined(separator: ", ")
        return try session.statement("INSERT INTO \(table.rawValue) (\(names.joined(separator: ", "))) VALUES (\(places))")
    }

    static func put(_ row: KeptRow, by insert: any Statement, vaultID: Int64) throws {
        insert.bind(0, vaultID)
        for (position, (column, value)) in zip(row.table.columns, row.values).enumerated() {
            if column.kind == .json, case .bytes(let bytes) = value {
                insert.bind(position + 1, utf8: bytes)
            } else {
                insert.bind(position + 1, value)
            }
        }
        // Each entry is a person of its own until projection finds who it is.
        if row.table == .entry { insert.bind(row.values.count + 1, row.integer("entry_id") ?? 0) }
        try insert.run()
    }

    private func takeOriginals(_ archived: ArchivedVault, _ session: any Session) throws {
        let store = OriginalStore(session: session, vaultID: vaultID)
        try archived.rows(.original) { row in
            guard case .bytes(let stored)? = row.value("sha256"), let hash = ContentHash(stored: stored),
                let number = row.integer("original_id"),
                let byteCount = row.integer("byte_count"), let name = row.text("file_name")
            else { throw VaultError(.damaged, "What the archive says of an original can't be read. Nothing was imported.") }
            try store.keep(archived.original(row), hash: hash, byteCount: byteCount, fileName: name, number: number)
        }
    }

    /// Computes what is computed, after rows were put in one by one.
    func finishBecoming(_ session: any Session) throws {
        try SnapshotContents(session: session, vaultID: vaultID).write()
        try project(session)
    }

    /// Makes the index of keys and the people.
    private func project(_ session: any Session) throws {
        let catalog = try ListCatalog(session, vaultID: vaultID)
        let numbers = try session.rows("SELECT entry_id FROM entry WHERE vault_id = ? ORDER BY entry_id", [.integer(vaultID)]) {
            $0.integer(0)
        }
        let entries = try EntryReader(session: session, vaultID: vaultID)
        let identities = try IdentityIndex(session: session, vaultID: vaultID)
        let projector = try PeopleProjector(session: session, vaultID: vaultID, catalog: catalog)
        for number in numbers {
            guard let entry = try entries.entry(number, catalog: catalog) else {
                throw VaultError(.damaged, "An entry of the archive has a key that can't be read. Nothing was imported.")
            }
            for key in Set(entry.facts.keys.map(\.hash) + [entry.name.id.keyHash]) { try identities.add(key, of: number) }
            projector.resolveLater(number)
        }
        try identities.write()
        try projector.finish()
    }

    /// Sees to it that what came in is what was written: every hash, and people as computed.
    private func compare(_ session: any Session) throws {
        let report = try Verification.report(session: session, vaultID: vaultID)
        guard !report.isSound else { return }
        throw VaultError(
            .damaged,
            "The archive's files fit their checksums, but not each other: \(report.findings.first?.message ?? "") Nothing was imported."
        )
    }
}
