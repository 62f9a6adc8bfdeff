import Foundation
import GRDB
import GRDBSQLite

/// How a file is come by: what it is, by which way it is opened, and how long to wait for another program.
extension SQLiteEngine {
    /// Tells a vault from any other file before SQLite sees it: SQLite would write to another program's database on opening it.
    static func checkBeginning(of path: String) throws {
        guard let header = DatabaseFile.beginning(of: path, count: 100)?.bytes else {
            throw VaultError(
                .unreadable, "\(path) can't be read. Nothing was changed. Check who owns the file and whether you may read it.")
        }
        guard !header.isEmpty else { return }
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)) else {
            // Where the power failed while the log was written back, the beginning may be lost, and stands in the log still.
            if WriteAheadLog.holdsFirstPage(beside: path, of: applicationID) { return }
            throw VaultError(
                .notAVault,
                "\(path) is not a Holdfast vault, and was left as it is. Name another file with --vault, or leave --vault out to use your own."
            )
        }
        // The database header (sqlite.org/fileformat2.html §1.3): the schema's cookie at 40, the application's id at 68.
        func number(at offset: Int) -> Int64 { header[offset..<offset + 4].reduce(0) { $0 << 8 | Int64($1) } }
        guard number(at: 68) == applicationID || number(at: 40) == 0 || WriteAheadLog.holdsFirstPage(beside: path, of: applicationID) else {
            throw VaultError(
                .notAVault,
                "\(path) is a database of another program, not a Holdfast vault, and was left as it is. Name another file with --vault."
            )
        }
    }

    /// Makes an empty file, which SQLite takes for a new database. Contacts are nobody else's business: the file, and a folder made for it,
    /// are the owner's alone; the files SQLite makes beside it get the same permissions.
    static func makePrivateFile(at path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let descriptor = open(path, O_RDWR | O_CREAT, 0o600)
        if descriptor >= 0 { Foundation.close(descriptor) }
        if descriptor < 0, errno == EROFS {
            throw VaultError(.readOnly, "The vault \(path) can't be made: the disk is read-only. Name another place with --vault.")
        }
    }

    /// The path to open a file by that may not be written: where its folder may not be written either, SQLite can't make the files it
    /// shares between programs, so it is told that nobody writes.
    ///
    /// A log beside it holds what was written last. Where the index of the log is not there, nobody has the file open: then it is opened
    /// without locks (`unsharedMark`), and the index made in memory.
    static func readOnlyPath(_ path: String) -> String {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let files = FileManager.default
        guard !files.isWritableFile(atPath: folder),
            let escaped = URL(fileURLWithPath: path).path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        else { return path }
        guard files.fileExists(atPath: path + "-wal") else { return "file:\(escaped)?immutable=1" }
        return files.fileExists(atPath: path + "-shm") ? path : unsharedPath(path)
    }

    /// The path to open a file by that nobody else has open, with the log beside it and without locks.
    static func unsharedPath(_ path: String) -> String {
        let whole = URL(fileURLWithPath: path).path
        return "file:" + (whole.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? whole) + unsharedMark
    }

    /// SQLite's own VFS that takes no locks.
    private static let unsharedMark = "?vfs=unix-none"

    /// Lets the index of the log of a file without locks be made in memory. It has to be said before anything else: whatever looks at the
    /// schema looks into the log.
    static func keepsLogIndexInMemory(_ configuration: inout Configuration, of opened: String) {
        guard opened.hasSuffix(unsharedMark) else { return }
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    }

    /// The path to open a file by where a VFS other than the system's does it.
    static func path(_ path: String, by vfsName: String?) -> String {
        guard let vfsName, let escaped = URL(fileURLWithPath: path).path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        else {
            return path
        }
        return "file:\(escaped)?vfs=\(vfsName)"
    }

    /// Does something again while another program is at the file: SQLite asks nobody whether to wait where a new file is given its log, or
    /// where what was read is no longer the newest.
    ///
    /// Where SQLite did ask, patience is at its end already.
    static func whileBusy<Result>(_ options: Options, _ body: () throws -> Result) throws -> Result {
        let start = ContinuousClock.now
        var attempts = 0
        while true {
            do {
                return try body()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
                guard start.duration(to: .now) < .seconds(options.patienceSeconds), wait(attempts, options) else { throw error }
                attempts += 1
            }
        }
    }

    static func wait(_ attempts: Int, _ options: Options) -> Bool {
        let pauseSeconds = 0.05
        if attempts == Int(1 / pauseSeconds) { options.onWait() }
        guard Double(attempts) * pauseSeconds < options.patienceSeconds else { return false }
        Thread.sleep(forTimeInterval: pauseSeconds)
        return true
    }
}
