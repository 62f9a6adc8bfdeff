import Foundation
import GRDBSQLite

/// A VFS of SQLite that does what the system's does and notes each write, truncation, sync and removal (sqlite.org/vfs.html).
///
/// Shared memory is passed on and not noted: it is memory, which no power cut leaves. Files without a name are SQLite's own for a moment.
///
/// Safe to use from any thread: the two structures are written before the VFS is registered and only read from then on, and the history
/// guards itself. They are given back when no connection can be open any more, with the last reference.
final class WatchedVFS: @unchecked Sendable {
    /// The name to open files by it.
    let name: String
    /// What was noted.
    let history = DiskHistory()

    private let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
    private let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
    private let cName: UnsafeMutablePointer<CChar>

    /// What stands before the system's own structure of an open file: SQLite's pointer to the methods, the file's number, the VFS.
    private struct Front {
        var file: sqlite3_file
        var number: Int
        var vfs: UnsafeRawPointer
    }
    private static let frontSize = Int32(32)

    init() throws {
        guard let system = sqlite3_vfs_find(nil), let cName = strdup("watched-\(UUID().uuidString)") else { throw Unexpected("no VFS") }
        self.cName = cName
        name = String(cString: cName)
        methods.initialize(to: Self.watchingMethods)
        vfs.initialize(to: system.pointee)
        vfs.pointee.zName = UnsafePointer(cName)
        vfs.pointee.pNext = nil
        vfs.pointee.szOsFile = Self.frontSize + system.pointee.szOsFile
        // Not retained: the VFS is taken off before this object is gone.
        vfs.pointee.pAppData = Unmanaged.passUnretained(self).toOpaque()
        vfs.pointee.xOpen = { vfs, path, file, flags, outFlags in WatchedVFS.open(vfs, path, file, flags, outFlags) }
        vfs.pointee.xDelete = { vfs, path, syncsFolder in
            guard let vfs, let path, let system = sqlite3_vfs_find(nil) else { return SQLITE_IOERR }
            let code = system.pointee.xDelete(system, path, syncsFolder)
            if code == SQLITE_OK { WatchedVFS.of(vfs).history.remove(WatchedVFS.lastPart(path), isFolderSynced: syncsFolder != 0) }
            return code
        }
        guard sqlite3_vfs_register(vfs, 0) == SQLITE_OK else { throw Unexpected("the VFS can't be registered") }
    }

    deinit {
        sqlite3_vfs_unregister(vfs)
        vfs.deallocate()
        methods.deallocate()
        free(cName)
    }

    private static func of(_ vfs: UnsafeMutablePointer<sqlite3_vfs>) -> WatchedVFS {
        Unmanaged<WatchedVFS>.fromOpaque(UnsafeRawPointer(vfs.pointee.pAppData)).takeUnretainedValue()
    }

    private static func lastPart(_ path: UnsafePointer<CChar>) -> String {
        URL(fileURLWithPath: String(cString: path)).lastPathComponent
    }

    private static func open(
        _ vfs: UnsafeMutablePointer<sqlite3_vfs>?,
        _ path: UnsafePointer<CChar>?,
        _ file: UnsafeMutablePointer<sqlite3_file>?,
        _ flags: CInt,
        _ outFlags: UnsafeMutablePointer<CInt>?
    ) -> CInt {
        guard let vfs, let file, let system = sqlite3_vfs_find(nil) else { return SQLITE_CANTOPEN }
        let watched = of(vfs)
        file.pointee.pMethods = nil
        // What was there before it was opened for the first time.
        let isNamed = path != nil && flags & SQLITE_OPEN_DELETEONCLOSE == 0
        let content = isNamed ? path.flatMap { FileManager.default.contents(atPath: String(cString: $0)) } : nil
        let code = system.pointee.xOpen(system, path, inner(file), flags, outFlags)
        guard code == SQLITE_OK else { return code }
        var number = 0
        if isNamed, let path {
            let isJournal = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL) != 0
            number = watched.history.file(named: lastPart(path), isJournal: isJournal) { Array(content ?? Data()) }
        }
        UnsafeMutableRawPointer(file).assumingMemoryBound(to: Front.self).pointee = Front(
            file: sqlite3_file(pMethods: watched.methods), number: number, vfs: UnsafeRawPointer(vfs))
        return SQLITE_OK
    }

    /// The system's structure of an open file, which lies behind the front.
    private static func inner(_ file: UnsafeMutablePointer<sqlite3_file>?) -> UnsafeMutablePointer<sqlite3_file>? {
        file.map { UnsafeMutableRawPointer($0).advanced(by: Int(frontSize)).assumingMemoryBound(to: sqlite3_file.self) }
    }

    /// Notes an event of an open file, where it has a number.
    private static func note(_ file: UnsafeMutablePointer<sqlite3_file>?, _ event: (Int) -> DiskHistory.Event) {
        guard let file else { return }
        let front = UnsafeMutableRawPointer(file).assumingMemoryBound(to: Front.self).pointee
        guard front.number > 0 else { return }
        of(UnsafeMutablePointer(mutating: front.vfs.assumingMemoryBound(to: sqlite3_vfs.self))).history.note(event(front.number))
    }

    /// The methods of version 2: without memory maps, so that every byte goes by `xWrite`.
    private static var watchingMethods: sqlite3_io_methods {
        sqlite3_io_methods(
            iVersion: 2,
            xClose: { file in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xClose(inner) ?? SQLITE_OK
            },
            xRead: { file, bytes, count, offset in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xRead(inner, bytes, count, offset) ?? SQLITE_IOERR
            },
            xWrite: { file, bytes, count, offset in
                let inner = WatchedVFS.inner(file)
                let code = inner?.pointee.pMethods?.pointee.xWrite(inner, bytes, count, offset) ?? SQLITE_IOERR
                guard code == SQLITE_OK, let bytes else { return code }
                WatchedVFS.note(file) {
                    .wrote(file: $0, at: Int(offset), bytes: Array(UnsafeRawBufferPointer(start: bytes, count: Int(count))))
                }
                return code
            },
            xTruncate: { file, size in
                let inner = WatchedVFS.inner(file)
                let code = inner?.pointee.pMethods?.pointee.xTruncate(inner, size) ?? SQLITE_IOERR
                if code == SQLITE_OK { WatchedVFS.note(file) { .cut(file: $0, to: Int(size)) } }
                return code
            },
            xSync: { file, flags in
                let inner = WatchedVFS.inner(file)
                let code = inner?.pointee.pMethods?.pointee.xSync(inner, flags) ?? SQLITE_IOERR
                if code == SQLITE_OK { WatchedVFS.note(file) { .synced(file: $0) } }
                return code
            },
            xFileSize: { file, size in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xFileSize(inner, size) ?? SQLITE_IOERR
            },
            xLock: { file, lock in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xLock(inner, lock) ?? SQLITE_IOERR
            },
            xUnlock: { file, lock in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xUnlock(inner, lock) ?? SQLITE_IOERR
            },
            xCheckReservedLock: { file, result in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xCheckReservedLock(inner, result) ?? SQLITE_IOERR
            },
            xFileControl: { file, operation, argument in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xFileControl(inner, operation, argument) ?? SQLITE_NOTFOUND
            },
            xSectorSize: { file in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xSectorSize(inner) ?? 512
            },
            xDeviceCharacteristics: { file in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xDeviceCharacteristics(inner) ?? 0
            },
            xShmMap: { file, page, size, extends, memory in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xShmMap(inner, page, size, extends, memory) ?? SQLITE_IOERR
            },
            xShmLock: { file, offset, count, flags in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xShmLock(inner, offset, count, flags) ?? SQLITE_IOERR
            },
            xShmBarrier: { file in
                let inner = WatchedVFS.inner(file)
                inner?.pointee.pMethods?.pointee.xShmBarrier(inner)
            },
            xShmUnmap: { file, deletes in
                let inner = WatchedVFS.inner(file)
                return inner?.pointee.pMethods?.pointee.xShmUnmap(inner, deletes) ?? SQLITE_OK
            },
            xFetch: nil,
            xUnfetch: nil
        )
    }
}
