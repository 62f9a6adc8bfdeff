import ContactFormats

/// What could not be read, kept beside the snapshot it was in.
struct ProblemStore {
    var session: any Session
    var vaultID: Int64

    /// Keeps a problem.
    ///
    /// - Returns: the hash of its row, which goes into the snapshot's contents.
    func keep(_ problem: ReadProblem, snapshot: Int64, position: Int64) throws -> ContentHash {
        let hash = Self.hash(of: problem, snapshot: snapshot, position: position, isRejection: problem.isRejection ? 1 : 0)
        try session.run(
            """
            INSERT INTO problem (vault_id, snapshot_id, position, line_number, column_number, code, row_text, is_rejection, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .integer(vaultID), .integer(snapshot), .integer(position), .integer(Int64(problem.line)), .integer(Int64(problem.column)),
                .text(problem.code), .text(problem.text), .integer(problem.isRejection ? 1 : 0), .bytes(hash.bytes),
            ]
        )
        return hash
    }

    static func hash(of problem: ReadProblem, snapshot: Int64, position: Int64, isRejection: Int64) -> ContentHash {
        ContentHash(of: [
            String(snapshot), String(position), String(problem.line), String(problem.column), problem.code, problem.text,
            String(isRejection),
        ])
    }

    func problems(of snapshot: Int64) throws -> [ReadProblem] {
        try session.rows(
            """
            SELECT line_number, column_number, code, row_text, is_rejection FROM problem
            WHERE vault_id = ? AND snapshot_id = ? ORDER BY position
            """,
            [.integer(vaultID), .integer(snapshot)]
        ) { row in
            ReadProblem(
                line: Int(row.integer(0)),
                column: Int(row.integer(1)),
                code: row.text(2),
                text: row.text(3),
                isRejection: row.integer(4) != 0
            )
        }
    }
}
