import RecordLinkage

/// What entries are compared by, as it is stored, each with what it was made of.
struct FeatureStore {
    /// Which records features were made of, in which order: half of a SHA-256.
    ///
    /// Where an entry's records are others, its features are made anew; so nobody who changes records need think of them.
    struct Basis: Equatable, Sendable, BitwiseCopyable {
        private let high: UInt64
        private let low: UInt64

        /// The basis of the records of one entry, by their hashes, in the order features are made of them.
        init(_ records: [ContentHash]) {
            self.init((records.count == 1 ? records[0] : ContentHash(of: records.map(\.description))).half)
        }

        private init(_ half: (UInt64, UInt64)) { (high, low) = half }

        fileprivate init?(stored bytes: UnsafeRawBufferPointer) {
            guard bytes.count == 16 else { return nil }
            // Both words lie in the sixteen bytes.
            func word(_ position: Int) -> UInt64 { UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
            self.init((word(0), word(8)))
        }

        fileprivate var bytes: [UInt8] {
            [high, low].flatMap { word in stride(from: UInt64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) } }
        }
    }

    let session: any Session
    let vaultID: Int64

    /// Goes over what is stored, in the order of the entries' numbers.
    final class Reader {
        private let select: any Statement
        private var entry: Int64?
        /// Entries with features that nobody asked for, or that were made of other records.
        private(set) var outdated: [Int64] = []

        fileprivate init(_ store: FeatureStore) throws {
            select = try store.session.statement(
                "SELECT entry_id, basis, features FROM features WHERE vault_id = ? ORDER BY vault_id, entry_id")
            select.bind(0, store.vaultID)
            try advance()
        }

        private func advance() throws {
            entry = try select.step() ? select.integer(0) : nil
        }

        private func pass(to wanted: Int64) throws {
            while let entry, entry < wanted {
                outdated.append(entry)
                try advance()
            }
        }

        /// The features of an entry; `nil` where there are none made of these records. Entries are asked for in the order of their numbers.
        func features(of wanted: Int64, madeOf basis: Basis) throws -> [UInt8]? {
            guard try isKept(wanted, basis) else { return nil }
            let features = select.bytes(2)
            try advance()
            return features
        }

        /// Appends the features of an entry to a table, or a record of which nothing is known.
        ///
        /// - Returns: whether they were features of this version; `nil` where there are none made of these records, and nothing is appended.
        ///   Entries are asked for in the order of their numbers.
        func appendFeatures(of wanted: Int64, madeOf basis: Basis, to table: inout FeatureTable) throws -> Bool? {
            guard try isKept(wanted, basis) else { return nil }
            let areRead = select.withBytes(2) { table.append(encoded: $0) }
            try advance()
            return areRead
        }

        private func isKept(_ wanted: Int64, _ basis: Basis) throws -> Bool {
            try pass(to: wanted)
            return entry == wanted && select.withBytes(1) { Basis(stored: $0) } == basis
        }

        /// Ends the reading.
        func end() throws {
            try pass(to: .max)
            select.reset()
        }
    }

    /// Begins to read what is stored.
    func read() throws -> Reader { try Reader(self) }

    /// Lets go the features of entries.
    func remove(_ entries: some Sequence<Int64>) throws {
        let delete = try session.statement("DELETE FROM features WHERE vault_id = ? AND entry_id = ?")
        delete.bind(0, vaultID)
        for entry in entries {
            delete.bind(1, entry)
            try delete.run()
        }
    }

    /// Keeps the features of entries that have none.
    func keep(_ rows: [(entry: Int64, basis: Basis, features: [UInt8])]) throws {
        let inserter = try RowInserter(session, into: "features", columns: ["vault_id", "entry_id", "basis", "features"])
        try inserter.insert(rows) { row, statement, first in
            statement.bind(first, vaultID)
            statement.bind(first + 1, row.entry)
            statement.bind(first + 2, bytes: row.basis.bytes)
            statement.bind(first + 3, bytes: row.features)
        }
    }
}
