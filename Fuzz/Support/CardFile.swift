import ContactFormats
import ContactModel

/// A file of cards, read by one format, for the targets of address books.
public struct CardFile {
    /// The entries' cards.
    public var cards: [Card] = []
    /// What could not be read.
    public var problems: [ReadProblem] = []
    /// How many rows there were.
    public var rows = 0

    /// Reads bytes in pieces of a size as a format; `nil` where it is none of it.
    public init?(_ bytes: [UInt8], as format: String, chunkSize: Int) {
        let member = Member(path: "contacts", bytes: BytesInMemory(bytes, chunkSize: chunkSize))
        let parcel = Parcel(kind: .file, path: "contacts", original: member.bytes, members: [member])
        guard let format = HandOutFormat.named(format), let handOut = try? format.recognise(parcel, .none) else { return nil }
        for table in handOut.tables {
            let count = try? table.read { event in
                switch event {
                case .entry(let entry):
                    check(!entry.key.value.isEmpty, "an entry without a key")
                    check(entry.line > 0, "an entry on no line")
                    cards.append(entry.card)
                case .problem(let problem): problems.append(problem)
                case .closedAccount: break
                }
            }
            check(count != nil, "reading threw because of content")
            rows += count ?? 0
        }
        check(cards.count <= rows, "more entries than rows")
    }
}
