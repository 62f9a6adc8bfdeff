import Foundation
import GRDB
import GRDBSQLite

/// Failures in words for people.
extension SQLiteEngine {
    static func fullDisk(_ path: String) -> VaultError {
        VaultError(
            .diskFull,
            "The disk that holds \(path) is full. Nothing of this step was kept, and the vault is as it was. Free some space and run it again."
        )
    }

    /// Puts a failure of SQLite, GRDB or the file system into words; errors that have words keep them.
    static func explained(_ error: any Error, path: String) -> any Error {
        let code: Int32
        let message: String
        switch error {
        case let failure as SQLiteFailure: (code, message) = (failure.code, failure.message)
        case let failure as DatabaseError: (code, message) = (failure.extendedResultCode.rawValue, failure.message ?? "")
        case let failure as CocoaError:
            return VaultError(
                .readOnly,
                "The vault \(path) can't be made: \(failure.code == .fileWriteOutOfSpace ? "the disk is full" : "its folder can't be written"). "
                    + "Name another place with --vault."
            )
        // A value of another type than its column can have.
        case is RowDecodingError: (code, message) = (SQLITE_CORRUPT, "a value that is none")
        default: return error
        }
        switch code & 0xFF {
        case SQLITE_NOTADB:
            return VaultError(.notAVault, "\(path) is not a Holdfast vault, or its beginning is damaged. It was left as it is.")
        case SQLITE_CORRUPT:
            return VaultError(
                .damaged,
                "The vault \(path) is damaged (\(message)). Nothing was changed. Copy the file before anything else; then "
                    + "`holdfast verify --salvage NEW.sqlite` saves what is sound, and `holdfast restore` puts a backup in its place."
            )
        // Every statement is ours, and every table there from the first opening on.
        case SQLITE_ERROR where ["no such column", "no such table", "has no column named"].contains(where: { message.contains($0) }):
            return explained(SQLiteFailure(code: SQLITE_CORRUPT, message: message), path: path)
        case SQLITE_FULL: return fullDisk(path)
        case SQLITE_IOERR:
            return VaultError(
                .diskFull,
                "The disk that holds \(path) refused to read or write (\(message)); it may be full or failing. "
                    + "Nothing of this step was kept, and the vault is as it was. Check the disk and run it again."
            )
        case SQLITE_READONLY, SQLITE_PERM:
            return VaultError(
                .readOnly, "The vault \(path) can't be written. Nothing was changed. Check its permissions, or copy it elsewhere.")
        case SQLITE_CANTOPEN, SQLITE_AUTH:
            return VaultError(.unreadable, "The vault \(path) can't be opened. Check the path and whether you may read and write there.")
        case SQLITE_BUSY, SQLITE_LOCKED:
            return VaultError(
                .busy,
                "Another program is writing to \(path) and has not finished. Nothing was changed. Wait for it and run this again."
            )
        case SQLITE_INTERRUPT: return VaultError(.busy, "Holdfast is ending, and broke this off. Nothing was changed. Start it again.")
        default:
            return VaultError(.internalFault, "SQLite reported: \(message) (\(code)). Nothing of this step was kept.")
        }
    }
}
