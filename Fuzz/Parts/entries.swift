// Of: ContactFormats/ASCIISearch ContactFormats/Archive/{EntryPath,ZipEntry,LittleEndianBytes} ContactFormats/Text ContactFormats/ByteSearch
import ContactModel
import TextMatching

/// The entries of an archive's list and their names. Input: which, and the record or the name.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    if choice & 1 == 0 {
        testName(String(decoding: input.rest, as: UTF8.self))
        return 0
    }
    // The signature is given: libFuzzer need not find it out again and again.
    let bytes = [0x50, 0x4B, 0x01, 0x02] + Array(input.rest)
    var offset = 0
    while let (entry, next) = ZipEntry.parse(LittleEndianBytes(bytes), at: offset) {
        check(next >= offset + ZipEntry.fixedLength, "the next record begins before this one ends")
        check(entry.size >= 0 && entry.packedSize >= 0 && entry.headerOffset >= 0, "a size below nothing")
        testName(entry.name)
        offset = next
    }
    return 0
}

private func testName(_ name: String) {
    _ = EntryPath.isOfSystem(name)
    _ = EntryPath.mayBeArchive(name)
    guard let safe = EntryPath.safe(name) else { return }
    check(safe.utf8.first != UInt8(ascii: "/") && !safe.isEmpty && !safe.utf8.contains(0), "an unsafe path: \(safe)")
    check(!safe.utf8.split(separator: UInt8(ascii: "/")).contains { $0.elementsEqual("..".utf8) }, "a path that leads out: \(safe)")
    check(!safe.utf8.contains(UInt8(ascii: "\\")), "a backslash: \(safe)")
}
