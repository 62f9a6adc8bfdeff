/// One entry of a zip archive, as the archive's central directory lists it (APPNOTE.TXT 4.3.12).
struct ZipEntry {
    /// What an entry stands for.
    enum Kind {
        case file
        case folder
        /// A symbolic link or a device: something that points elsewhere.
        case link
    }

    /// The name as the archive writes it, decoded; not to be used as a path.
    let name: String
    let kind: Kind
    let isEncrypted: Bool
    /// How it is packed (APPNOTE.TXT 4.4.5).
    let method: Int
    let flags: Int
    let checksum: Int
    let packedSize: Int
    /// How long it claims to be.
    let size: Int
    /// Where its local header begins.
    let headerOffset: Int
    /// When it was last modified, in seconds since 1970. The two-second field of the header has no zone and is read as UTC.
    let modifiedAt: Int?

    /// How many bytes a record takes before name, extra fields and comment.
    static let fixedLength = 46
    /// What a record begins with.
    static let signature = 0x0201_4b50

    /// Reads the record at `offset`; answers where the next begins. `nil` where there is no whole record.
    static func parse(_ directory: LittleEndianBytes, at offset: Int) -> (entry: ZipEntry, next: Int)? {
        guard directory.uint32(offset) == signature,
            let flags = directory.uint16(offset + 8),
            let method = directory.uint16(offset + 10),
            let time = directory.uint16(offset + 12),
            let date = directory.uint16(offset + 14),
            let checksum = directory.uint32(offset + 16),
            var packedSize = directory.uint32(offset + 20),
            var size = directory.uint32(offset + 24),
            let nameLength = directory.uint16(offset + 28),
            let extraLength = directory.uint16(offset + 30),
            let commentLength = directory.uint16(offset + 32),
            let attributes = directory.uint32(offset + 38),
            var headerOffset = directory.uint32(offset + 42),
            let name = directory.slice(offset + fixedLength, count: nameLength),
            let extra = directory.slice(offset + fixedLength + nameLength, count: extraLength)
        else { return nil }

        let fields = extraFields(LittleEndianBytes(extra))
        // 4.5.3: the 64-bit numbers stand in this order, each only where the 32-bit one is full.
        if let wide = fields[0x0001] {
            var position = 0
            func widened(_ number: Int) -> Int? {
                guard number == 0xffff_ffff else { return number }
                defer { position += 8 }
                return wide.uint64(position)
            }
            guard let wideSize = widened(size), let widePackedSize = widened(packedSize), let wideOffset = widened(headerOffset)
            else { return nil }
            (size, packedSize, headerOffset) = (wideSize, widePackedSize, wideOffset)
        }

        let decodedName = decode(name, isUTF8: flags & 0x0800 != 0)
        let entry = ZipEntry(
            name: decodedName,
            kind: kind(name: decodedName, attributes: attributes),
            isEncrypted: flags & 0x2041 != 0 || method == 99,
            method: method,
            flags: flags,
            checksum: checksum,
            packedSize: packedSize,
            size: size,
            headerOffset: headerOffset,
            modifiedAt: universalTime(fields) ?? localTime(date: date, time: time)
        )
        return (entry, offset + fixedLength + nameLength + extraLength + commentLength)
    }

    private static func kind(name: String, attributes: Int) -> Kind {
        switch attributes >> 16 & 0xf000 {
        case 0x4000: .folder
        case 0x8000, 0: name.hasSuffix("/") || name.hasSuffix("\\") || attributes & 0x10 != 0 ? .folder : .file
        // Pipe, character device, block device, symbolic link, socket; other bits are no Unix mode at all.
        case 0x1000, 0x2000, 0x6000, 0xa000, 0xc000: .link
        default: name.hasSuffix("/") ? .folder : .file
        }
    }

    /// The extra fields by their number; what is cut off is left out.
    private static func extraFields(_ extra: LittleEndianBytes) -> [Int: LittleEndianBytes] {
        var fields: [Int: LittleEndianBytes] = [:]
        var offset = 0
        while let identifier = extra.uint16(offset), let length = extra.uint16(offset + 2),
            let field = extra.slice(offset + 4, count: length)
        {
            fields[identifier] = LittleEndianBytes(field)
            offset += 4 + length
        }
        return fields
    }

    // MARK: Names

    /// Flag 11 says UTF-8; without it the specification means code page 437, but Unix and macOS write UTF-8 all the same.
    private static func decode(_ name: ArraySlice<UInt8>, isUTF8: Bool) -> String {
        if isUTF8 { return String(decoding: name, as: UTF8.self) }
        if let text = String(validating: name, as: UTF8.self) { return text }
        var scalars = String.UnicodeScalarView()
        for byte in name {
            scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : codePage437[Int(byte) - 0x80])
        }
        return String(scalars)
    }

    /// The upper half of code page 437.
    private static let codePage437 = Array(
        ("ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐"
            + "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}").unicodeScalars
    )

    // MARK: Times

    /// The time of the "extended timestamp" field or of the NTFS field, both of which are UTC.
    private static func universalTime(_ fields: [Int: LittleEndianBytes]) -> Int? {
        if let field = fields[0x5455], let flags = field.bytes.first, flags & 1 != 0, let seconds = field.uint32(1) {
            return Int(Int32(truncatingIfNeeded: seconds))
        }
        // Four reserved bytes, then tag 1 with 24 bytes: modification, access and creation in 100 ns since 1601.
        if let field = fields[0x000a], field.uint16(4) == 1, let ticks = field.uint64(8), ticks > 0 {
            return ticks / 10_000_000 - 11_644_473_600
        }
        return nil
    }

    /// The time of the header itself; `nil` where it is none, or the first moment it can express, which means that nobody knew.
    private static func localTime(date: Int, time: Int) -> Int? {
        let (year, month, day) = (1980 + date >> 9, date >> 5 & 15, date & 31)
        let (hour, minute, second) = (time >> 11, time >> 5 & 63, (time & 31) * 2)
        guard (1...12).contains(month), day >= 1, hour < 24, minute < 60, second < 60, (date, time) != (0x21, 0) else { return nil }
        return daysSince1970(year: year, month: month, day: day) * 86_400 + hour * 3_600 + minute * 60 + second
    }

    /// Days from 1970-01-01 in the Gregorian calendar, for years from 1980 on; counted in years that begin in March.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
    }
}
