public import ContactModel

/// A vault as it stands at one moment, to be read in several steps that all tell of that moment.
public struct VaultMoment {
    private let session: any Session
    private let vaultID: Int64
    private let today: CalendarDate

    fileprivate init(session: any Session, vaultID: Int64, today: CalendarDate) {
        self.session = session
        self.vaultID = vaultID
        self.today = today
    }

    /// Hands over the people a filter means.
    public func forEachPerson(_ filter: PeopleFilter, sortedByName: Bool = false, _ body: (Person) throws -> Void) throws {
        try PersonReader(session: session, vaultID: vaultID).forEach(filter, order: sortedByName ? .name : .number, asOf: today) { person in
            try body(person)
            return true
        }
    }

    /// How many people there are, the owner and acquaintances among them.
    public func peopleCount() throws -> Int {
        Int(try session.first("SELECT count(*) FROM person WHERE vault_id = ?", [.integer(vaultID)]) { $0.integer(0) } ?? 0)
    }

    /// Hands over the rows of a table of what was kept, in the order of their keys.
    public func forEachRow(of table: KeptTable, _ body: (KeptRow) throws -> Void) throws {
        let names = table.columns.map(\.name)
        let keys = table == .record ? names.prefix(2) : table == .problem || table == .snapshotPart ? names.prefix(2) : names.prefix(1)
        let select = try session.statement(
            "SELECT \(names.joined(separator: ", ")) FROM \(table.rawValue) WHERE vault_id = ? ORDER BY \(keys.joined(separator: ", "))")
        defer { select.reset() }
        select.bind(0, vaultID)
        while try select.step() { try body(KeptRow(select, of: table)) }
    }

    /// Hands over a kept original piece by piece, as it came in.
    ///
    /// - Throws: `VaultError` with code `damaged` where a piece is.
    public func readOriginal(_ number: Int64, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        try OriginalStore(session: session, vaultID: vaultID).read(number, body)
    }
}

extension Vault {
    /// Lets `body` read the vault as it stands at this moment; who writes need not wait, and does not show.
    public func atOneMoment<Result>(_ body: (VaultMoment) throws -> Result) throws -> Result {
        try engine.read { try body(VaultMoment(session: $0, vaultID: vaultID, today: clock.today)) }
    }

    /// Whether nothing came into the vault yet, and nothing was said in it.
    public func isEmpty() throws -> Bool {
        try engine.read { try Self.isEmpty($0) }
    }

    static func isEmpty(_ session: any Session) throws -> Bool {
        for table in [KeptTable.snapshot, .decision, .original] {
            if try session.first("SELECT 1 FROM \(table.rawValue)", [], { _ in true }) != nil { return false }
        }
        return true
    }
}
