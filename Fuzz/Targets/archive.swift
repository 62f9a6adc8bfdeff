import ContactFormats
import FuzzSupport

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

// The reader of archives.
//
// Input: one byte, then the file where that byte is even, or a recipe for an archive where it is odd (`Recipe`). Bytes of a real archive
// reach its wrong headers and packed data; recipes reach what only archives with right checksums and places do.

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let isRecipe = input.byte() & 1 == 1
    let bytes = isRecipe ? Recipe.archive(input) : Array(input.rest)
    let path = scratch + "/input"
    write(bytes, to: path)
    let descriptors = openDescriptors()
    var named: [String]?
    do {
        let parcel = try Parcel.open(path: path, limits: limits)
        named = parcel.members.map(\.path)
        test(parcel, isArchive: bytes.starts(with: [0x50, 0x4B]))
    } catch let error as InputError {
        checkIsSentence(error)
    } catch {
        fatalError("something else than an InputError was thrown: \(error)")
    }
    // A pipe may bring no more than all entries together.
    if bytes.count <= limits.totalBytes { testStandardInput(path, named) }
    check(openDescriptors() == descriptors, "a descriptor stayed open")
    check(names(in: scratch + "/tmp").isEmpty, "a temporary file was left: \(names(in: scratch + "/tmp"))")
    return 0
}

/// Small, so that inputs reach them.
private let limits = UnpackingLimits(entries: 40, bytesPerEntry: 1 << 16, totalBytes: 1 << 17, ratio: 50, nesting: 2)
private let scratch = environment("FUZZ_SCRATCH")

private func environment(_ name: String) -> String {
    guard let value = getenv(name) else { fatalError("\(name) is not set: use Fuzz/run") }
    return String(cString: value)
}

private func test(_ parcel: Parcel, isArchive: Bool) {
    check(parcel.members.count + parcel.passedOver.count <= limits.entries, "more than \(limits.entries) entries")
    check(parcel.kind == .archive || parcel.members.count == 1 && parcel.passedOver.isEmpty, "a file with other members than itself")
    check(isArchive || parcel.kind == .file, "an archive that is none")
    var total = 0
    for member in parcel.members {
        let parts = member.path.split(separator: "/", omittingEmptySubsequences: false)
        check(!parts.isEmpty && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }, "an unsafe path: \(member.path)")
        check(!member.path.utf8.contains(0) && !member.path.contains("\\"), "a path that hides something: \(member.path)")
        let (bytes, error) = read(member)
        if parcel.kind == .archive {
            check(bytes.count <= limits.bytesPerEntry, "an entry of \(bytes.count) bytes")
            total += bytes.count
        }
        if error == nil, let promised = member.byteCount {
            check(promised == bytes.count, "\(promised) bytes were promised and \(bytes.count) came")
        }
        let (again, errorAgain) = read(member)
        check(bytes == again && error == errorAgain, "another reading gives something else: \(bytes.count) \(again.count)")
    }
    check(total <= limits.totalBytes || parcel.kind == .file, "\(total) bytes came out")
}

private func read(_ member: Member) -> ([UInt8], InputError?) {
    var bytes: [UInt8] = []
    do {
        try member.bytes.forEachChunk { chunk in
            check(!chunk.isEmpty, "an empty piece")
            bytes += chunk
        }
    } catch let error as InputError {
        checkIsSentence(error)
        return (bytes, error)
    } catch {
        fatalError("something else than an InputError was thrown: \(error)")
    }
    return (bytes, nil)
}

/// What comes by a pipe is the same.
private func testStandardInput(_ path: String, _ named: [String]?) {
    let descriptor = open(path, O_RDONLY)
    defer { close(descriptor) }
    do {
        let parcel = try Parcel.open(standardInput: descriptor, limits: limits)
        check(parcel.kind == .file || parcel.members.map(\.path) == named, "other members by a pipe")
    } catch let error as InputError {
        checkIsSentence(error)
        check(named == nil, "an error by a pipe only: \(error)")
    } catch {
        fatalError("something else than an InputError was thrown: \(error)")
    }
}

private func checkIsSentence(_ error: InputError) {
    check(error.message.count > 10 && error.message.hasSuffix("."), "no sentence: \(error.message)")
}

// MARK: The file system

private func write(_ bytes: [UInt8], to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    check(descriptor >= 0 && writeAll(descriptor, bytes) == bytes.count, "\(path) can't be written")
    close(descriptor)
}

private func writeAll(_ descriptor: CInt, _ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
}

/// How many of the first descriptors are open; a leak takes the lowest free one.
private func openDescriptors() -> Int {
    (0..<64).count { fcntl(CInt($0), F_GETFD) >= 0 }
}

private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { fatalError("\(folder) can't be read") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
            $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}

// MARK: Recipes

/// An archive made by instructions: whatever they are, checksums, sizes and places are right unless the recipe says otherwise.
///
/// An instruction is a byte. `0xFF` and two bytes change one byte of the record at the end. Else its low four bits choose a name, and
/// - 0x10: sizes and checksum stand behind the entry (a descriptor);
/// - 0x20: two bytes of its record in the list are changed: place, then the two;
/// - 0x40: the content is an archive of all entries so far, which it replaces;
/// - 0x80: the content is packed (deflate, stored blocks).
/// The content follows: its length and its bytes, or 0xFF, a number of KiB and the byte it is full of.
private struct Recipe {
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
    private var endLies: [(Int, UInt8)] = []

    static func archive(_ input: Input) -> [UInt8] {
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
                let count = Int(input.byte()) << 10
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
        // Archives in archives in archives, each a copy: enough is enough.
        if entry.packed.count < 1 << 19 { entries.append(entry) }
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
            for (number, width) in [(entry.name.count, 2), (0, 2), (0, 2), (0, 2), (0, 2), (0, 4), (place, 4)] { record.append(number, width) }
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
