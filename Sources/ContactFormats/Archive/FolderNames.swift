#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The names in a folder, without `.` and `..`, in the order of their bytes, and whether the folder says that a plain file bears them.
///
/// A folder may have tens of thousands: they stand in one row of bytes until each is wanted.
struct FolderNames {
    private struct Place {
        var start: Int
        var count: Int
        var isFile: Bool
    }

    private var bytes: [UInt8] = []
    private var places: [Place] = []

    /// Reads a folder.
    init(in path: String) throws(SystemError) {
        guard let folder = opendir(path) else { throw .last }
        defer { closedir(folder) }
        guard let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name),
            let typeOffset = MemoryLayout<dirent>.offset(of: \dirent.d_type)
        else { return }
        errno = 0
        while let entry = readdir(folder) {
            // `readdir` keeps the entry until it is called again, and ends its name with NUL; the record may be shorter than the type, so
            // that only the name and the byte that says what bears it are touched.
            let record = UnsafeRawPointer(entry)
            let name = UnsafeRawBufferPointer(
                start: record + nameOffset, count: strlen((record + nameOffset).assumingMemoryBound(to: CChar.self)))
            if !Self.isFoldersOwn(name) {
                let type = record.load(fromByteOffset: typeOffset, as: UInt8.self)
                places.append(Place(start: bytes.count, count: name.count, isFile: Int(type) == Int(DT_REG)))
                bytes.append(contentsOf: name)
            }
            errno = 0
        }
        guard errno == 0 else { throw .last }
        bytes.withUnsafeBytes { bytes in
            places.sort { Self.precedes(bytes[$0.start..<$0.start + $0.count], bytes[$1.start..<$1.start + $1.count]) }
        }
    }

    /// How many there are.
    var count: Int { places.count }

    /// The bytes of a name.
    func bytes(at index: Int) -> ArraySlice<UInt8> { bytes[places[index].start..<places[index].start + places[index].count] }

    /// A name as text behind another one; what is no UTF-8 in it is replaced.
    func text(at index: Int, behind prefix: String) -> String {
        let name = bytes(at: index)
        return String(unsafeUninitializedCapacity: prefix.utf8.count + name.count) { room in
            // Both fit the room asked for.
            let (_, place) = room.update(from: prefix.utf8)
            return room[place...].update(from: name).index
        }
    }

    /// Whether the folder says that a plain file bears a name; `false` where it doesn't tell.
    func isFile(at index: Int) -> Bool { places[index].isFile }

    private static func isFoldersOwn(_ name: UnsafeRawBufferPointer) -> Bool {
        name.count <= 2 && name.allSatisfy { $0 == UInt8(ascii: ".") }
    }

    private static func precedes(_ name: Slice<UnsafeRawBufferPointer>, _ other: Slice<UnsafeRawBufferPointer>) -> Bool {
        let (name, other) = (UnsafeRawBufferPointer(rebasing: name), UnsafeRawBufferPointer(rebasing: other))
        guard let first = name.baseAddress, let second = other.baseAddress else { return name.count < other.count }
        // No more is compared than both have.
        let order = memcmp(first, second, min(name.count, other.count))
        return order == 0 ? name.count < other.count : order < 0
    }
}
