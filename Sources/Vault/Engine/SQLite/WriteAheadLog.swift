import Foundation

/// The write-ahead log beside a SQLite file (sqlite.org/walformat.html), as far as it tells whose file it belongs to.
enum WriteAheadLog {
    private static let headerSize: UInt64 = 32
    private static let frameHeaderSize: UInt64 = 24

    /// Whether the log beside a file holds the first page of a database of an application (`PRAGMA application_id`).
    ///
    /// Checksums are SQLite's affair: it takes from the log what is whole when it opens the file. A log that can't be read holds nothing.
    static func holdsFirstPage(beside path: String, of applicationID: Int64) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path + "-wal") else { return false }
        defer { try? handle.close() }
        func bytes(at offset: UInt64, _ count: Int) -> [UInt8] {
            guard (try? handle.seek(toOffset: offset)) != nil else { return [] }
            return [UInt8]((try? handle.read(upToCount: count)) ?? Data())
        }
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
        let header = bytes(at: 0, Int(headerSize))
        guard header.count == Int(headerSize), number(header[0..<4]) & ~1 == 0x377f_0682 else { return false }
        let pageSize = number(header[8..<12])
        guard (512...65_536).contains(pageSize) else { return false }
        var offset = headerSize
        while true {
            // The number of the frame's page at 0, then the page: magic at its beginning, the application's id at 68.
            let frame = bytes(at: offset, Int(frameHeaderSize) + 100)
            guard frame.count == Int(frameHeaderSize) + 100 else { return false }
            let page = frame[Int(frameHeaderSize)...]
            if number(frame[0..<4]) == 1, page.starts(with: Array("SQLite format 3\0".utf8)),
                number(page.dropFirst(68).prefix(4)) == UInt64(bitPattern: applicationID)
            {
                return true
            }
            offset += frameHeaderSize + pageSize
        }
    }
}
