import ContactFormats
import FuzzSupport

/// The readers of tables of people and of networks' lists: every format, asked in order.
///
/// Input: one byte for the kind of the parcel (even: a file by itself), one for the size of the pieces and for what the owner says of
/// columns, then members parted by 0x1C: each is a byte for its name and the file.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    var input = Input(start, count)
    let isFile = input.byte() & 1 == 0
    let choice = input.byte()
    var files = input.rest.split(separator: 0x1C, maxSplits: isFile ? 0 : 7, omittingEmptySubsequences: false).map { member in
        (path: names[Int(member.first ?? 0) % names.count], bytes: Array(member.dropFirst()))
    }
    for place in files.indices.reversed() where files[..<place].contains(where: { $0.path == files[place].path }) {
        files.remove(at: place)
    }
    let wishes =
        choice & 0x80 == 0
        ? ColumnWishes.none
        : ColumnWishes(remembered: { header in header.prefix(2).map { ColumnWishes.Wish(header: $0, role: ColumnRole(.notes)) } })
    let whole = HandOutReading(parcel(files, isFile: isFile, chunkSize: 1 << 16), among: HandOutFormat.all, wishes: wishes)
    let pieces = HandOutReading(parcel(files, isFile: isFile, chunkSize: 1 + Int(choice & 0x7F)), among: HandOutFormat.all, wishes: wishes)
    whole.checkSame(as: pieces, "for pieces of \(1 + Int(choice & 0x7F))")
    return 0
}

/// Changes an input by its rows and cells.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int, _ seed: UInt32) -> Int {
    guard let data else { return 0 }
    var mutation = TableMutation(seed: seed)
    return mutation.mutate(data, count, capacity, keeping: 3)
}

private let names = [
    "contacts.csv", "Takeout/Contacts/All Contacts/All Contacts.csv", "Takeout/Contacts/Family/Family.csv", "kunden.txt",
    "your_friends.json",
    "following.js", "followers_1.json", "friends.html",
]

private func parcel(_ files: [(path: String, bytes: [UInt8])], isFile: Bool, chunkSize: Int) -> Parcel {
    let members = files.map {
        Member(path: $0.path, bytes: BytesInMemory($0.bytes, chunkSize: chunkSize), byteCount: $0.bytes.count, modifiedAt: 1_770_000_000)
    }
    return Parcel(
        kind: isFile ? .file : .archive, path: isFile ? members.first?.path ?? "x.csv" : "takeout.zip", original: members.first?.bytes,
        members: members
    )
}
