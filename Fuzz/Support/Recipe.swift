/// An archive made by instructions: whatever they are, checksums, sizes and places are right unless the recipe says otherwise.
///
/// An instruction is a byte. `0xFF` and two bytes change one byte of the record at the end. Else its low four bits choose a name, and
/// - 0x10: sizes and checksum stand behind the entry (a descriptor);
/// - 0x20: two bytes of its record in the list are changed: place, then the two;
/// - 0x40: the content is an archive of all entries so far, which it replaces;
/// - 0x80: the content is packed (deflate, stored blocks).
/// The content follows: its length and its bytes, or 0xFF, a number of KiB and the byte it is full of.
public struct Recipe {
    private static let names = [
        "Connections.csv", "messages.csv", "../x.csv", "/etc/x", "a/b/../c", "folder/", "inner.zip", "x.zip.zip", "noending", "a\\b.csv",
        "C:x", "__MACOSX/._x", "", "./a.csv", "Jobs/Saved Jobs.csv", "caf\u{E9}.docx",
    ]

    private struct Entry {
        var name: [UInt8]
        var flags = 0
        var method = 0
        var content: [UInt8]
        var packed: [UInt8]
        var lie: (place: Int, bytes: [UInt8])?
    }

    private var entries: [Entry] = []
    /// How many bytes of content there may still be, archives in archives counted anew: twice what a target lets come out.
    private var room = 1 << 18
    private var endLies: [(Int, UInt8)] = []

    /// The archive that instructions give.
    public static func archive(_ input: Input) -> [UInt8] {
        var input = input
        var recipe = Recipe()
        while !input.isEmpty, recipe.entries.count < 60 { recipe.take(&input) }
        return recipe.archive
    }

    private mutating func take(_ input: inout Input) {
        let kind = input.byte()
        guard kind != 0xFF else {
            endLies.append((Int(input.byte()) % 22, input.byte()))
            return
        }
        var entry = Entry(name: Array(Self.names[Int(kind & 15)].utf8), content: [], packed: [])
        if kind & 0x20 != 0 { entry.lie = (Int(input.byte()) % 46, input.bytes(2)) }
        if kind & 0x40 != 0 {
            entry.content = archive
            entries = []
            endLies = []
        } else {
            let length = Int(input.byte())
            if length == 255 {
                let count = min(Int(input.byte()) << 10, room)
                entry.content = [UInt8](repeating: input.byte(), count: count)
            } else {
                entry.content = input.bytes(length)
            }
        }
        if kind & 0x10 != 0 { entry.flags = 8 }
        entry.packed = entry.content
        if kind & 0x80 != 0 {
            entry.method = 8
            entry.packed = Self.deflated(entry.content)
        }
        guard entry.content.count <= room else { return }
        room -= entry.content.count
        entries.append(entry)
    }

    /// Stored blocks (RFC 1951, 3.2.4).
    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        var rest = content[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(0xFFFF)
            packed.append(rest.isEmpty ? 1 : 0)
            packed.append(block.count, 2)
            packed.append(~block.count, 2)
            packed += block
        } while !rest.isEmpty
        return packed
    }

    private var archive: [UInt8] {
        var bytes: [UInt8] = []
        var list: [UInt8] = []
        for entry in entries {
            let place = bytes.count
            let sums = [(Self.checksum(entry.content), 4), (entry.packed.count, 4), (entry.content.count, 4)]
            bytes.append(0x0403_4B50, 4)
            for (number, width) in [(20, 2), (entry.flags, 2), (entry.method, 2), (0, 4)] { bytes.append(number, width) }
            for (number, width) in sums { bytes.append(entry.flags == 8 ? 0 : number, width) }
            bytes.append(entry.name.count, 4)
            bytes += entry.name + entry.packed
            if entry.flags == 8 {
                bytes.append(0x0807_4B50, 4)
                for (number, width) in sums { bytes.append(number, width) }
            }
            var record: [UInt8] = []
            record.append(0x0201_4B50, 4)
            for (number, width) in [(20, 2), (20, 2), (entry.flags, 2), (entry.method, 2), (0, 4)] + sums { record.append(number, width) }
            for (number, width) in [(entry.name.count, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (place, 4)] {
                record.append(number, width)
            }
            if let lie = entry.lie {
                for (offset, byte) in lie.bytes.enumerated() where lie.place + offset < 46 { record[lie.place + offset] = byte }
            }
            list += record + entry.name
        }
        var end: [UInt8] = []
        end.append(0x0605_4B50, 4)
        for (number, width) in [(0, 4), (entries.count, 2), (entries.count, 2), (list.count, 4), (bytes.count, 4), (0, 2)] {
            end.append(number, width)
        }
        for (place, byte) in endLies { end[place] = byte }
        return bytes + list + end
    }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var value = UInt32.max
        for byte in bytes { value = table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8 }
        return Int(~value)
    }
}

extension [UInt8] {
    fileprivate mutating func append(_ number: Int, _ width: Int) {
        for index in 0..<width { append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }
}
