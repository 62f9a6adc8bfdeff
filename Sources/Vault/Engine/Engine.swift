/// A database that can hold vaults.
///
/// SQL is written once, in what SQLite 3.40 and PostgreSQL 15 both accept, with `?` for parameters; what the two do differently
/// (full-text search, how a table is clustered) is asked of the engine. Whoever writes a second engine runs
/// `EngineConformance` of `TestSupport` against it.
public protocol Engine: AnyObject, Sendable {
    /// What a `CREATE TABLE` ends with so that its rows lie in the order of their primary key; empty where the engine has no such thing.
    var clusteredTableSuffix: String { get }

    /// Runs the migrations that have not run yet, each in its own transaction.
    ///
    /// - Throws: `VaultError` with code `newerVersion` where the database knows migrations that are not among these; what a migration's
    ///   work throws.
    func migrate(_ migrations: [Migration]) throws

    /// Reads from one consistent state of the database.
    func read<Result>(_ body: (any Session) throws -> Result) throws -> Result

    /// Runs `body` in one transaction that is kept whole, or not at all where `body` throws.
    func write<Result>(_ body: (any Session) throws -> Result) throws -> Result

    /// Checks the database's own structure, in the engine's words; empty where it is sound.
    func integrityProblems() throws -> [String]

    /// What the database's description of its tables says otherwise than these migrations make it, in words that follow “the description of the
    /// tables:”; empty where it is as they made it.
    func schemaProblems(after migrations: [Migration]) throws -> [String]

    /// Copies the database, as it stands at one moment, into a vault's file of its own; who writes meanwhile need not wait.
    ///
    /// - Parameters:
    ///   - path: a file that is empty or not there yet.
    ///   - progress: called now and then with how many pages of how many are copied.
    func copy(to path: String, progress: (_ done: Int, _ total: Int) -> Void) throws

    /// Sees to it that nothing that was deleted can still be read out of the database's files: indexes made anew, free places written over,
    /// the log emptied.
    ///
    /// - Throws: `VaultError` with code `busy` where another program keeps the log in use.
    func wipe(_ indexes: [SearchIndex]) throws

    /// Leaves the database as one file without any beside it, where it is kept in files and nobody else has it open.
    ///
    /// - Throws: `VaultError` with code `busy` where another program has it open.
    func settle() throws

    /// Has whoever reads end at once, with a `VaultError` of code `busy`, and whoever begins to: for a program that ends. What
    /// another engine of the database writes goes on; what this one writes may be broken off, and nothing of it is kept then.
    func stopReading()

    /// Lets go of the database; nothing can be asked of it afterwards.
    func close() throws
}

/// One numbered step of the schema. Never edited once released.
public struct Migration: Sendable {
    /// Its number and name, `0001-initial`.
    public var identifier: String
    /// Its statements, in order.
    public var statements: [String]
    /// The full-text indexes it makes.
    public var searchIndexes: [SearchIndex]
    /// What is to be computed once they are there, in the same transaction: cut off, it is done the next time.
    ///
    /// It knows the tables as the newest migration leaves them, so only the newest may have any: whoever adds one takes it over.
    public var work: (@Sendable (any Session) throws -> Void)?

    /// Makes a migration.
    public init(
        _ identifier: String,
        statements: [String] = [],
        searchIndexes: [SearchIndex] = [],
        work: (@Sendable (any Session) throws -> Void)? = nil
    ) {
        self.identifier = identifier
        self.statements = statements
        self.searchIndexes = searchIndexes
        self.work = work
    }
}

/// A full-text index over text columns of a table. The texts themselves stay in the table only, so whoever changes them there tells the
/// index the old ones and the new ones.
public struct SearchIndex: Hashable, Sendable {
    /// Its name, a plain SQL word.
    public var name: String
    /// The table the texts are in.
    public var table: String
    /// The column of the table that numbers its rows, uniquely in the whole database.
    public var number: String
    /// The columns with the texts.
    public var columns: [String]

    /// Names an index; all names are plain SQL words.
    public init(name: String, table: String, number: String, columns: [String]) {
        self.name = name
        self.table = table
        self.number = number
        self.columns = columns
    }
}

/// A conversation with the database inside one `read` or `write`; not to be kept beyond it.
public protocol Session: AnyObject {
    /// A statement ready to run; the same text gives the same statement again, so a statement must not be used inside its own loop.
    func statement(_ sql: String) throws -> any Statement

    /// The statement that puts so many rows into a table at once; its parameters are the rows' values, row by row in the columns' order.
    ///
    /// A row the table refuses ends the whole transaction: none of it is kept, whatever is done about the error.
    func statement(inserting rows: Int, into table: String, columns: [String]) throws -> any Statement

    /// The statement that puts a row into a full-text index: its parameters are the row's number and the text of each column. The row
    /// must not be there yet.
    func statement(addingTo index: SearchIndex) throws -> any Statement

    /// The statement that takes a row out of a full-text index: its parameters are those the row was put in with.
    func statement(removingFrom index: SearchIndex) throws -> any Statement

    /// The SQL condition, with its parameters, that `column` is the number of a row in which all phrases occur.
    ///
    /// Each phrase is a run of folded words that follow each other; its last word may be the beginning of a longer one. With
    /// `searchColumn` only that column's texts count.
    func condition(
        that column: String,
        isFoundIn index: SearchIndex,
        phrases: [[String]],
        searchColumn: String?
    ) -> (sql: String, parameters: [SQLValue])

    /// The query, with its parameters, for the numbers of the rows in which of each group of phrases at least one occurs, each once.
    ///
    /// Phrases and `searchColumn` are as in `condition(that:isFoundIn:phrases:searchColumn:)`.
    func query(
        forNumbersIn index: SearchIndex,
        whereOneOfEach groups: [[[String]]],
        searchColumn: String?
    ) -> (sql: String, parameters: [SQLValue])

    /// Hands over the words of some columns of a full-text index, each with how many rows have it in that column; a word of two columns
    /// comes twice.
    func forEachWord(of index: SearchIndex, in columns: Set<String>, _ body: (UnsafeRawBufferPointer, _ rows: Int64) -> Void) throws

    /// Those of some words that a full-text index holds, in any column.
    func words(_ words: Set<String>, heldBy index: SearchIndex) throws -> Set<String>

    /// A mark of the state that is read: another one where anything may have changed since.
    func stateMark() throws -> [Int64]

    /// Whether the full-text index agrees with the texts in its table.
    func isSound(_ index: SearchIndex) throws -> Bool
}

/// A value that goes into or comes out of a statement.
public enum SQLValue: Hashable, Sendable {
    /// NULL
    case null
    /// A 64-bit integer.
    case integer(Int64)
    /// Text.
    case text(String)
    /// Bytes.
    case bytes([UInt8])
}

/// A prepared statement. Parameters and columns are counted from 0.
public protocol Statement: AnyObject {
    /// Sets a parameter to an integer.
    func bind(_ parameter: Int, _ value: Int64)
    /// Sets a parameter to a text.
    func bind(_ parameter: Int, _ value: String)
    /// Sets a parameter to the text whose UTF-8 these bytes are.
    func bind(_ parameter: Int, utf8 bytes: [UInt8])
    /// Sets a parameter to the text whose UTF-8 these bytes are, without copying them: they must stay where they are until the statement
    /// has run, or the parameter is set anew.
    func bind(_ parameter: Int, lentUTF8 bytes: UnsafeRawBufferPointer)
    /// Sets a parameter to bytes.
    func bind(_ parameter: Int, bytes: [UInt8])
    /// Sets a parameter to bytes, which are copied.
    func bind(_ parameter: Int, bytes: UnsafeRawBufferPointer)
    /// Sets a parameter to NULL.
    func bindNull(_ parameter: Int)
    /// Goes to the next row; `false` at the end. After the end the statement is ready to run again.
    func step() throws -> Bool
    /// Ends the run and readies the statement for the next; its parameters keep their values.
    func reset()
    /// Whether a column of the row is NULL.
    func isNull(_ column: Int) -> Bool
    /// A column of the row as an integer; 0 for NULL.
    func integer(_ column: Int) -> Int64
    /// A column of the row as text; empty for NULL.
    func text(_ column: Int) -> String
    /// A column of the row as bytes; empty for NULL.
    func bytes(_ column: Int) -> [UInt8]
    /// Lends a column of the row as bytes for the length of a call, which must ask nothing else of this statement; empty for NULL.
    func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result
}

extension Statement {
    /// Lends a copy; an engine that has the bytes at hand lends them as they are.
    public func withBytes<Result>(_ column: Int, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        // Read inside the closure only.
        try bytes(column).withUnsafeBytes(body)
    }

    /// Sets a parameter to a value.
    public func bind(_ parameter: Int, _ value: SQLValue) {
        switch value {
        case .null: bindNull(parameter)
        case .integer(let number): bind(parameter, number)
        case .text(let text): bind(parameter, text)
        case .bytes(let bytes): bind(parameter, bytes: bytes)
        }
    }

    /// Sets a parameter to a text, or to NULL where there is none.
    public func bind(optional parameter: Int, _ value: String?) {
        if let value { bind(parameter, value) } else { bindNull(parameter) }
    }

    /// Sets a parameter to an integer, or to NULL where there is none.
    public func bind(optional parameter: Int, _ value: Int64?) {
        if let value { bind(parameter, value) } else { bindNull(parameter) }
    }

    /// A column of the row as text; `nil` for NULL.
    public func optionalText(_ column: Int) -> String? {
        isNull(column) ? nil : text(column)
    }

    /// A column of the row as an integer; `nil` for NULL.
    public func optionalInteger(_ column: Int) -> Int64? {
        isNull(column) ? nil : integer(column)
    }

    /// Runs a statement that yields no rows.
    public func run() throws {
        while try step() {}
    }
}

extension Session {
    /// Puts a row into a full-text index, with the text of each column; the row must not be there yet.
    public func add(_ row: Int64, texts: [String], to index: SearchIndex) throws {
        try run(statement(addingTo: index), row, texts)
    }

    /// Takes a row out of a full-text index; the texts must be those it was put in with.
    public func remove(_ row: Int64, texts: [String], from index: SearchIndex) throws {
        try run(statement(removingFrom: index), row, texts)
    }

    private func run(_ statement: any Statement, _ row: Int64, _ texts: [String]) throws {
        statement.bind(0, row)
        for (position, text) in texts.enumerated() { statement.bind(position + 1, text) }
        try statement.run()
    }

    /// Runs a statement that yields no rows.
    public func run(_ sql: String, _ parameters: [SQLValue] = []) throws {
        let statement = try statement(sql)
        for (position, value) in parameters.enumerated() { statement.bind(position, value) }
        try statement.run()
    }

    /// Runs a query and gathers what `body` makes of its rows.
    public func rows<Row>(_ sql: String, _ parameters: [SQLValue] = [], _ body: (any Statement) throws -> Row) throws -> [Row] {
        let statement = try statement(sql)
        defer { statement.reset() }
        for (position, value) in parameters.enumerated() { statement.bind(position, value) }
        var rows: [Row] = []
        while try statement.step() { rows.append(try body(statement)) }
        return rows
    }

    /// Runs a query and makes something of its first row, if there is one.
    public func first<Row>(_ sql: String, _ parameters: [SQLValue] = [], _ body: (any Statement) throws -> Row) throws -> Row? {
        let statement = try statement(sql)
        defer { statement.reset() }
        for (position, value) in parameters.enumerated() { statement.bind(position, value) }
        return try statement.step() ? try body(statement) : nil
    }
}
