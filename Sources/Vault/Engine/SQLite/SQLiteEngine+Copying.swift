import Foundation
import GRDB

extension SQLiteEngine {
    /// Copies page by page out of one read transaction, so that the copy is of one moment and writers go on meanwhile (the
    /// write-ahead log keeps what they write apart).
    public func copy(to target: String, progress: (_ done: Int, _ total: Int) -> Void) throws {
        try Self.copy(database, at: path, to: target, by: vfsName, progress: progress)
    }

    /// Copies a vault's file that nobody need have open, with the write-ahead log beside it; the file is not written to.
    ///
    /// - Throws: `VaultError`: `notAVault`, `unreadable`, `damaged`, `diskFull`.
    static func copy(fileAt source: String, to target: String, progress: (_ done: Int, _ total: Int) -> Void) throws {
        try checkBeginning(of: source)
        try checkLength(of: source)
        do {
            var configuration = Configuration()
            configuration.label = "copied vault"
            configuration.readonly = true
            configuration.busyMode = .timeout(10)
            // Nothing is made beside a file without a log: it may lie on a disk that is another's, or read-only.
            let hasLog = FileManager.default.fileExists(atPath: source + "-wal")
            let escaped = URL(fileURLWithPath: source).path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
            let opened = hasLog ? readOnlyPath(source) : escaped.map { "file:\($0)?immutable=1" } ?? source
            keepsLogIndexInMemory(&configuration, of: opened)
            let queue = try DatabaseQueue(path: opened, configuration: configuration)
            defer { try? queue.close() }
            try copy(queue, at: source, to: target, progress: progress)
        } catch {
            throw explained(error, path: source)
        }
    }

    /// Refuses a file that is cut off: SQLite takes the pages that are missing for empty ones, and finds no fault where they were free.
    private static func checkLength(of path: String) throws {
        guard !FileManager.default.fileExists(atPath: path + "-wal"), let file = DatabaseFile.beginning(of: path, count: 100) else {
            return
        }
        let (header, length) = (file.bytes, file.length)
        guard header.count == 100 else { return }
        func number(_ range: Range<Int>) -> UInt64 { header[range].reduce(0) { $0 << 8 | UInt64($1) } }
        // The database header, SQLite's file format §1.3: size of a page, change counter, pages, and for which change the pages are counted.
        let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
        guard number(24..<28) == number(92..<96), length < pageSize * number(28..<32) else { return }
        throw VaultError(
            .damaged, "\(path) is cut off: \(length) bytes of \(pageSize * number(28..<32)). Nothing was changed. Take another copy.")
    }

    private static func copy(
        _ source: DatabaseQueue,
        at path: String,
        to target: String,
        by vfsName: String? = nil,
        progress: (_ done: Int, _ total: Int) -> Void
    ) throws {
        let pagesPerStep: CInt = 2048
        do {
            let copy = try DatabaseQueue(path: Self.path(target, by: vfsName))
            do {
                try source.read { source in
                    // The first read begins the transaction; without one each step would copy another moment.
                    _ = try Int.fetchOne(source, sql: "SELECT count(*) FROM sqlite_schema")
                    try withoutActuallyEscaping(progress) { progress in
                        try copy.writeWithoutTransaction { copy in
                            try source.backup(to: copy, pagesPerStep: pagesPerStep) { step in
                                progress(step.totalPageCount - step.remainingPageCount, step.totalPageCount)
                            }
                        }
                    }
                }
                try settle(copy)
            } catch {
                try? copy.close()
                throw explained(error, path: (error as? DatabaseError)?.resultCode == .SQLITE_FULL ? target : path)
            }
            try copy.close()
        } catch {
            throw explained(error, path: target)
        }
    }

    /// Makes full-text indexes anew, which keep deleted words for a while, writes the whole file anew, and cuts the log off.
    public func wipe(_ indexes: [SearchIndex]) throws {
        do {
            try database.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA secure_delete = ON")
                // Whole or not at all: an index that is made anew in part finds nobody.
                try database.inTransaction(.immediate) {
                    for index in indexes { try database.execute(sql: "INSERT INTO \(index.name)(\(index.name)) VALUES ('rebuild')") }
                    return .commit
                }
                try database.execute(sql: "VACUUM")
                let isBusy = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] as Int != 0 } ?? false
                if isBusy { throw DatabaseError(resultCode: .SQLITE_BUSY) }
            }
            // SQLite does not sync the log it cut off: after a power cut it could come back, and what was deleted with it. No lock lies on it.
            let log = FileHandle(forUpdatingAtPath: path + "-wal")
            try log?.synchronize()
            try log?.close()
        } catch {
            throw Self.explained(error, path: path)
        }
    }

    /// Writes the log back and leaves the file by itself; SQLite does so only where no other program has the file open.
    public func settle() throws {
        do {
            try Self.settle(database)
        } catch {
            throw Self.explained(error, path: path)
        }
    }

    private static func settle(_ queue: DatabaseQueue) throws {
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        }
    }

    /// Whether a file begins as a vault does; a file that can't be read does not.
    static func isVault(fileAt path: String) -> Bool {
        guard let header = DatabaseFile.beginning(of: path, count: 100)?.bytes else { return false }
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
        return header[68..<72].reduce(0 as Int64) { $0 << 8 | Int64($1) } == applicationID
    }
}
