public import ContactModel
import Crypto

/// What was handed out once: to whom, when, as what, of whom.
public struct HandOverReceipt: Sendable {
    /// Its number, from 1.
    public var number: Int64
    /// Its id.
    public var id: UniqueID
    /// When, in ISO 8601, UTC.
    public var madeAt: String
    /// What was handed out.
    public var content: Content
    /// Who was in it, each with what was said; empty where no recipient was named.
    public var people: HandedOverPeople

    /// What was handed out, as the one who hands out tells it.
    public struct Content: Hashable, Sendable {
        /// To whom; empty where nobody was named.
        public var recipient: String
        /// The format's name.
        public var format: String
        /// Which people were meant, in the words of `PeopleFilter`; empty for everybody.
        public var filter: String
        /// Whether only those were meant of whom something changed since the hand-over before.
        public var isUpdate: Bool
        /// How many people were written.
        public var written: Int
        /// How many were held back, for the product would refuse them or the owner keeps them back.
        public var heldBack: Int
        /// How many bytes the file has.
        public var byteCount: Int64
        /// The SHA-256 of the file, in hexadecimal; of several parts, of all their bytes in order.
        public var sha256: String

        /// Makes one.
        public init(
            recipient: String, format: String, filter: String, isUpdate: Bool, written: Int, heldBack: Int, byteCount: Int64, sha256: String
        ) {
            self.recipient = recipient
            self.format = format
            self.filter = filter
            self.isUpdate = isUpdate
            self.written = written
            self.heldBack = heldBack
            self.byteCount = byteCount
            self.sha256 = sha256
        }
    }

    /// The hash of the row in the vault.
    var hash: ContentHash {
        ContentHash(of: [
            String(number), id.description, madeAt, content.recipient, content.format, content.filter, content.isUpdate ? "1" : "0",
            String(content.written), String(content.heldBack), String(content.byteCount), content.sha256,
            ContentHash(SHA256.hash(data: people.bytes)).description,
        ])
    }
}

/// The people of a hand-over, each with a mark of what was said of them then.
///
/// As bytes: for each person, in the order of their ids, the sixteen bytes of the id and the first eight of the SHA-256 of what was said.
public struct HandedOverPeople: Hashable, Sendable {
    private(set) var marks: [UniqueID: UInt64] = [:]

    private static let bytesPerPerson = 24

    /// Nobody.
    public init() {}

    /// How many there are.
    public var count: Int { marks.count }

    /// The people.
    public var ids: Set<UniqueID> { Set(marks.keys) }

    /// The mark of a person; `nil` where the person was not in it.
    public subscript(person: UniqueID) -> UInt64? {
        get { marks[person] }
        set { marks[person] = newValue }
    }

    /// Reads them; bytes that make no whole person are passed over.
    init(bytes: [UInt8]) {
        func number(at place: Int) -> UInt64 { bytes[place..<place + 8].reduce(0) { $0 << 8 | UInt64($1) } }
        for place in stride(from: 0, through: bytes.count - Self.bytesPerPerson, by: Self.bytesPerPerson) {
            marks[UniqueID(high: number(at: place), low: number(at: place + 8))] = number(at: place + 16)
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(marks.count * Self.bytesPerPerson)
        for (id, mark) in marks.sorted(by: { $0.key < $1.key }) {
            for number in [id.high, id.low, mark] {
                for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
            }
        }
        return bytes
    }
}
