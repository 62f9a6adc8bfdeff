import Foundation
import GRDBSQLite

/// The bytes of a database's file, read by a descriptor of SQLite's own.
///
/// A process loses all its locks on a file as soon as it closes any descriptor of it (fcntl(2); sqlite.org/howtocorrupt.html §2.2). Were a
/// vault that is open looked into beside SQLite, another program would take itself for the only one that has it: it would write the log
/// back and delete it, and what is written here afterwards would go into a deleted file. SQLite keeps such a descriptor open until no
/// connection of the process holds a lock.
enum DatabaseFile {
    /// How a file begins, and how long it is, in bytes.
    struct Beginning {
        var bytes: [UInt8]
        var length: UInt64
    }

    /// How a file stands: another mark where it was written to, though the reverse need not hold.
    struct Mark: Equatable {
        var byteCount: Int?
        var modifiedAt: Date?
    }

    /// How a database's file and the log beside it stand.
    static func marks(of path: String) -> [Mark] {
        [path, path + "-wal"].map { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return Mark(byteCount: attributes?[.size] as? Int, modifiedAt: attributes?[.modificationDate] as? Date)
        }
    }

    /// The first bytes of a file, and fewer where it has no more; `nil` where it can't be read.
    static func beginning(of path: String, count: Int) -> Beginning? {
        var connection: OpaquePointer?
        defer { sqlite3_close(connection) }
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else { return nil }
        // SQLite's handle of the file is good until the connection is closed, which is when this function returns.
        var handle: UnsafeMutablePointer<sqlite3_file>?
        guard sqlite3_file_control(connection, "main", SQLITE_FCNTL_FILE_POINTER, &handle) == SQLITE_OK,
            let handle, let read = handle.pointee.pMethods?.pointee.xRead
        else { return nil }
        // Not by the handle: SQLite says of a file of one byte that it is empty.
        var status = stat()
        guard stat(path, &status) == 0, status.st_size >= 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: min(count, Int(clamping: status.st_size)))
        let code = bytes.withUnsafeMutableBytes { read(handle, $0.baseAddress, Int32(clamping: $0.count), 0) }
        guard code == SQLITE_OK else { return nil }
        return Beginning(bytes: bytes, length: UInt64(clamping: status.st_size))
    }
}
