/// The central directory of a zip archive: the list at its end of what is inside (APPNOTE.TXT 4.3.12 to 4.3.16).
///
/// Only this list is believed. What stands before each entry may lack its sizes (flag 3, as in LinkedIn's archives) or say something else.
enum ZipDirectory {
    /// Whether bytes begin as a zip archive does: with an entry, with the end of an empty list, or as the first of several parts.
    static func isBegun(by bytes: [UInt8]) -> Bool {
        // A download that broke off within the first four bytes is an archive cut off rather than a file of its own.
        guard bytes.count >= 4 else { return bytes.count >= 2 && [0x50, 0x4b, 3, 4].starts(with: bytes) }
        return [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x50, 0x4b, 7, 8]].contains { bytes.starts(with: $0) }
    }

    /// Reads the list, in its own order.
    ///
    /// - Throws: `InputError` `truncated` where there is none, `damaged` where it contradicts itself, `tooLarge` beyond the limit on
    ///   entries, of which `listed` are taken up by the archives around this one.
    static func entries(of archive: FileBytes, limits: UnpackingLimits, listed: Int) throws(InputError) -> [ZipEntry] {
        let reading = try archive.open()
        let end = try locate(in: archive, reading)
        guard end.size <= longestDirectory else { throw .tooManyEntries(archive.name, limits: limits) }
        let directory = LittleEndianBytes(try reading.bytes(at: end.offset, count: end.size))
        var entries: [ZipEntry] = []
        var offset = 0
        while offset < directory.count {
            guard entries.count < limits.entries - listed else { throw .tooManyEntries(archive.name, limits: limits) }
            guard let (entry, next) = ZipEntry.parse(directory, at: offset) else { throw .damaged(archive.name) }
            entries.append(entry)
            offset = next
        }
        // Programs without 64-bit numbers count on from 0 after 65,535.
        guard offset == directory.count, entries.count & 0xffff == end.count & 0xffff else { throw .damaged(archive.name) }
        return entries
    }

    /// Far more than any list of 20,000 names takes; it is read at once.
    private static let longestDirectory = 64 << 20

    /// What the record at the end of an archive says about the list.
    private struct End {
        let count: Int
        let size: Int
        let offset: Int
    }

    private static let endLength = 22
    private static let longestComment = 0xffff

    /// Finds the last "end of central directory" record that points at a list.
    private static func locate(in archive: FileBytes, _ reading: FileBytes.Reading) throws(InputError) -> End {
        let tailStart = max(0, archive.count - endLength - longestComment)
        let tail = LittleEndianBytes(try reading.bytes(at: tailStart, count: archive.count - tailStart))
        var offset = tail.count - endLength
        while offset >= 0 {
            defer { offset -= 1 }
            guard tail.bytes[offset] == 0x50, tail.uint32(offset) == 0x0605_4b50, let commentLength = tail.uint16(offset + 20),
                offset + endLength + commentLength <= tail.count,
                let disk = tail.uint16(offset + 4), let directoryDisk = tail.uint16(offset + 6),
                let count = tail.uint16(offset + 10), let size = tail.uint32(offset + 12), let start = tail.uint32(offset + 16)
            else { continue }
            let isAtTheEnd = offset + endLength + commentLength == tail.count
            if isAtTheEnd, (disk != 0 && disk != 0xffff) || (directoryDisk != 0 && directoryDisk != 0xffff) {
                throw .partOfSeveral(archive.name)
            }
            var end = End(count: count, size: size, offset: start)
            if count == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff,
                let wide = try wideEnd(before: tailStart + offset, reading)
            {
                end = wide
            }
            // The record of an archive inside this one, cut off behind it, points to a place where no list begins.
            let position = tailStart + offset
            guard end.size <= position, end.offset <= position - end.size else { continue }
            if end.size == 0, end.count == 0, end.offset == position { return end }
            let signature = LittleEndianBytes(try reading.bytes(at: end.offset, count: 4))
            guard end.size > 0, signature.uint32(0) == ZipEntry.signature else { continue }
            return end
        }
        throw .truncated(archive.name)
    }

    /// The 64-bit record, where the locator before the plain one points at it (4.3.14, 4.3.15).
    private static func wideEnd(before position: Int, _ reading: FileBytes.Reading) throws(InputError) -> End? {
        guard position >= 20 else { return nil }
        let locator = LittleEndianBytes(try reading.bytes(at: position - 20, count: 20))
        guard locator.uint32(0) == 0x0706_4b50, let offset = locator.uint64(8) else { return nil }
        let record = LittleEndianBytes(try reading.bytes(at: offset, count: 56))
        guard record.uint32(0) == 0x0606_4b50, let count = record.uint64(32), let size = record.uint64(40), let start = record.uint64(48)
        else { return nil }
        return End(count: count, size: size, offset: start)
    }
}
