/// The numbers rows get: each one more than the highest there is.
extension Session {
    /// The highest number the rows of a vault have; 0 where there are none.
    ///
    /// - Parameters:
    ///   - column: the column with the number, a plain SQL word.
    ///   - table: the table, a plain SQL word.
    func highestNumber(_ column: StaticString, of table: StaticString, vaultID: Int64) throws -> Int64 {
        try first("SELECT max(\(column)) FROM \(table) WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0
    }

    /// The number the next row gets; those that follow it are free as well, as many as anybody can need.
    ///
    /// - Throws: `VaultError` with code `damaged` where the highest number there is is one nobody can have counted up to.
    func nextNumber(_ column: StaticString, of table: StaticString, vaultID: Int64) throws -> Int64 {
        let highest = try highestNumber(column, of: table, vaultID: vaultID)
        // Half of all numbers stay free, so that counting on from here can't reach the end of them.
        guard highest <= Int64.max / 2 else {
            throw VaultError(
                .damaged,
                """
                A row of the vault's table “\(table)” has the number \(highest), and no vault counts so far: its file was damaged or changed by \
                another program. Nothing was changed. Run `holdfast verify` to see what else is wrong, and go on with a backup from before.
                """
            )
        }
        return highest + 1
    }
}
