import CArchive

/// The bytes of one entry of a zip archive, unpacked anew at each reading and counted as they come out.
struct ZipEntryBytes: ByteSource {
    /// What people call it, in messages.
    let name: String
    let archive: FileBytes
    let entry: ZipEntry
    let budget: UnpackingBudget
    let account: UnpackingBudget.Account

    /// The ways of packing that libarchive knows: none, deflate, bzip2, LZMA, Zstandard, XZ, PPMd.
    static let knownMethods: Set<Int> = [0, 8, 12, 14, 93, 95, 98]

    /// Hands over all bytes in order.
    ///
    /// - Throws: `InputError`: `tooLarge` beyond a limit, `damaged` where bytes or checksum are wrong, `changed` or `unreadable` where the
    ///   archive is no longer what it was; and whatever `body` throws.
    func forEachChunk(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        let reading = try archive.open()
        do {
            let unpacking = try ZipEntryUnpacking(entry, of: reading)
            var produced = 0
            while let block = try unpacking.next() {
                produced += block.count
                try budget.charge(account, produced: produced, packed: entry.packedSize)
                try body(block)
            }
            // libarchive checks neither length nor checksum of an entry that has no packed bytes.
            guard produced > 0 || entry.size == 0 else { throw ZipEntryUnpacking.Damage() }
        } catch is ZipEntryUnpacking.Damage {
            // A file that is still being written looks damaged; that it changed is the better word.
            try reading.verify()
            throw InputError.damaged(name)
        } catch let excess as UnpackingBudget.Excess {
            throw InputError.tooLarge(name, excess, limits: budget.limits)
        }
        try reading.verify()
    }

    /// The first bytes, at most `count`; fewer where there are no more, or none that can be unpacked. They aren't charged to the budget.
    func first(_ count: Int) throws -> [UInt8] {
        let reading = try archive.open()
        var first: [UInt8] = []
        do {
            let unpacking = try ZipEntryUnpacking(entry, of: reading)
            while first.count < count, let block = try unpacking.next() {
                first += block.prefix(count - first.count)
            }
        } catch is ZipEntryUnpacking.Damage {
            // Whoever reads the entry will meet the damage, and say so.
        }
        return first
    }
}

/// One reading of a zip entry by libarchive.
///
/// libarchive is handed a local header made from what the central directory says, and then the entry's packed bytes. So it has nothing
/// to look for and nobody else to believe, starts at any entry at once, and meets neither names nor times, which it would read by the
/// process's locale and zone.
private final class ZipEntryUnpacking {
    /// The bytes can't be unpacked, or aren't those that were packed.
    struct Damage: Error {}

    private let handle: OpaquePointer
    private let reading: FileBytes.Reading
    private let header: [UInt8]
    private let buffer: UnsafeMutableRawBufferPointer
    private var isHeaderGiven = false
    private var offset: Int
    private let end: Int
    /// What went wrong in reading the archive itself, which libarchive only knows as a failure.
    private var failure: InputError?

    init(_ entry: ZipEntry, of reading: FileBytes.Reading) throws {
        let local = LittleEndianBytes(try reading.bytes(at: entry.headerOffset, count: 30))
        guard local.uint32(0) == 0x0403_4b50, let nameLength = local.uint16(26), let extraLength = local.uint16(28),
            let handle = archive_read_new()
        else { throw Damage() }
        // No overflow: what was read at `headerOffset` lies inside the file, and the two lengths have 16 bits.
        offset = entry.headerOffset + 30 + nameLength + extraLength
        let (end, isBeyondCounting) = offset.addingReportingOverflow(entry.packedSize)
        self.end = end
        self.handle = handle
        self.reading = reading
        header = Self.header(of: entry)
        buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        guard !isBeyondCounting, end <= reading.count else { throw Damage() }

        // The callback gets `self` unretained: libarchive calls it only from within `next` and this initialiser, while `self` lives, and
        // `deinit` frees the handle.
        let client = Unmanaged.passUnretained(self).toOpaque()
        guard archive_read_support_format_zip_streamable(handle) == ARCHIVE_OK,
            archive_read_open(handle, client, nil, { _, client, block in ZipEntryUnpacking.feed(client, block) }, nil) == ARCHIVE_OK
        else { throw failure ?? Damage() }
        var ignored: OpaquePointer?
        let status = archive_read_next_header(handle, &ignored)
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure ?? Damage() }
    }

    deinit {
        archive_read_free(handle)
        buffer.deallocate()
    }

    /// The next bytes that come out; `nil` after the last, once length and checksum have been found right.
    func next() throws -> ArraySlice<UInt8>? {
        while true {
            var block: UnsafeRawPointer?
            var count = 0
            var position: la_int64_t = 0
            let status = archive_read_data_block(handle, &block, &count, &position)
            if let failure { throw failure }
            if status == ARCHIVE_EOF { return nil }
            // A wrong length or checksum is only a warning to libarchive.
            guard status == ARCHIVE_OK else { throw Damage() }
            guard count > 0, let block else { continue }
            // libarchive keeps the block until the next call; it is copied here, before that.
            return Array(UnsafeRawBufferPointer(start: block, count: count))[...]
        }
    }

    /// Gives libarchive its next bytes: the header first, then the packed bytes of the entry.
    private static func feed(_ client: UnsafeMutableRawPointer?, _ block: UnsafeMutablePointer<UnsafeRawPointer?>?) -> la_ssize_t {
        guard let client, let block else { return -1 }
        // `client` is the reference passed by `init`, alive for as long as libarchive may call.
        return Unmanaged<ZipEntryUnpacking>.fromOpaque(client).takeUnretainedValue().feed(block)
    }

    private func feed(_ block: UnsafeMutablePointer<UnsafeRawPointer?>) -> la_ssize_t {
        // `buffer` lives as long as the handle does, and is not written to before libarchive asks again.
        block.pointee = UnsafeRawPointer(buffer.baseAddress)
        guard isHeaderGiven else {
            isHeaderGiven = true
            buffer.copyBytes(from: header)
            return header.count
        }
        do throws(InputError) {
            let count = try reading.read(into: .init(rebasing: buffer[..<min(buffer.count, end - offset)]), at: offset)
            offset += count
            return count
        } catch {
            failure = error
            return -1
        }
    }

    /// A local header that says what the central directory says, in the 64-bit form (4.3.7, 4.5.3), with a name that needs no decoding.
    private static func header(of entry: ZipEntry) -> [UInt8] {
        var header: [UInt8] = []
        header.appendLittleEndian(0x0403_4b50, width: 4)
        header.appendLittleEndian(45, width: 2)
        // Bits 1 and 2 belong to the way of packing; the others speak of what isn't here: descriptors, names, ciphers.
        header.appendLittleEndian(entry.flags & 0x0006, width: 2)
        header.appendLittleEndian(entry.method, width: 2)
        header.appendLittleEndian(0, width: 4)
        header.appendLittleEndian(entry.checksum, width: 4)
        header.appendLittleEndian(0xffff_ffff, width: 4)
        header.appendLittleEndian(0xffff_ffff, width: 4)
        header.appendLittleEndian(1, width: 2)
        header.appendLittleEndian(20, width: 2)
        header.append(UInt8(ascii: "e"))
        header.appendLittleEndian(0x0001, width: 2)
        header.appendLittleEndian(16, width: 2)
        header.appendLittleEndian(entry.size, width: 8)
        header.appendLittleEndian(entry.packedSize, width: 8)
        return header
    }
}
