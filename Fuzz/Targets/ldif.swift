import ContactFormats
import ContactModel
import FuzzSupport

/// The reader of LDIF.
///
/// Input: one byte for the size of the pieces, then the file. Half of the files get a beginning that makes them LDIF.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let choice = input.byte()
    let beginning = choice & 0x80 == 0 ? [] : Array("dn: cn=x\nobjectClass: person\n".utf8)
    let bytes = beginning + Array(input.rest)
    let formats = HandOutFormat.all.filter { $0.name == "ldif" }
    let whole = HandOutReading(parcel(bytes, chunkSize: 1 << 16), among: formats)
    let pieces = HandOutReading(parcel(bytes, chunkSize: 1 + Int(choice & 0x7F)), among: formats)
    whole.checkSame(as: pieces, "for pieces of \(1 + Int(choice & 0x7F))")
    // An entry put at the end is read as it is, whatever stands before it.
    let added = HandOutReading(
        parcel(bytes + Array("\n\ndn: cn=last\nobjectClass: person\ncn: Last One\nmail: last@example.com\n".utf8), chunkSize: 1 << 16),
        among: formats)
    // With more text behind them, bytes full of NULs may be no text any more.
    if whole.error == nil, added.error == nil {
        check(added.entries.first?.last?.card.emails.map(\.address).contains("last@example.com") ?? false, "the entry at the end is lost")
    }
    return 0
}

private func parcel(_ bytes: [UInt8], chunkSize: Int) -> Parcel {
    let source = BytesInMemory(bytes, chunkSize: chunkSize)
    return Parcel(
        kind: .file, path: "book.ldif", original: source, members: [Member(path: "book.ldif", bytes: source, byteCount: bytes.count)])
}
