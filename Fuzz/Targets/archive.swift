import ContactFormats
import FuzzSupport

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The reader of archives.
///
/// Input: one byte, then the file where that byte is even, or a recipe for an archive where it is odd (`Recipe`). Bytes of a real archive
/// reach its wrong headers and packed data; recipes reach what only archives with right checksums and places do.
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
