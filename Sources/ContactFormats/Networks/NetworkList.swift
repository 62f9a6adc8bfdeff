import ContactModel
import TextMatching

/// A list of people of one network: those one is connected with, those one follows, those who follow one.
struct NetworkList: Table {
    let format: String
    let sourceName: String?
    let list: EntryList
    let layout: String
    let members: [Member]
    let fields: Set<CardField>
    let newestDate: CalendarDate?
    let remarks: [String]
    /// How many entries there are.
    let rowCount: Int

    private let reading: Reading

    /// Reads the events of some files, in order; answers how many rows there were.
    typealias Reading = @Sendable ([Member], (ReadEvent) throws -> Void) throws -> Int

    /// What a list is.
    struct Description {
        var format: String
        var sourceName: String?
        var list: EntryList
        var layout: String
        var fields: Set<CardField>
    }

    /// The list in some files, read once for its dates; `nil` where nobody is in it.
    init?(_ members: [Member], as description: Description, reading: @escaping Reading) throws {
        var newest: CalendarDate?
        var people = 0
        let rowCount = try reading(members) { event in
            guard case .entry(let entry) = event else { return }
            people += 1
            let day = entry.card.connectedOn ?? entry.card.extra[NetworkProperty.since]?.stringValue.flatMap { CalendarDate(iso: $0) }
            if let day { newest = max(newest ?? day, day) }
        }
        guard people > 0 else { return nil }
        self.members = members
        self.reading = reading
        self.rowCount = rowCount
        format = description.format
        sourceName = description.sourceName
        list = description.list
        layout = description.layout
        fields = description.fields
        newestDate = newest
        remarks = []
    }

    /// Reads the list.
    func read(_ body: (ReadEvent) throws -> Void) throws -> Int { try reading(members, body) }
}

/// The properties of a card networks use that JSContact has no name for.
enum NetworkProperty {
    /// Since when one follows, or is followed: a day.
    static let since = Card.extensionPrefix + "since"
    /// Who follows whom: `you` where the person follows the owner.
    static let follows = Card.extensionPrefix + "follows"
}

extension CalendarDate {
    /// The day of a time in seconds since 1970, as networks write it; `nil` for what is none: 0, or milliseconds by mistake beyond 9999.
    init?(networkTime seconds: Int64?) {
        guard let seconds, seconds > 0 else { return nil }
        let plain = seconds > 100_000_000_000 ? seconds / 1000 : seconds
        self.init(daysSince1970: Int(plain / 86_400))
    }
}

/// A parcel's members told apart by a network's reader.
struct NetworkSorting {
    var parcel: Parcel
    var tables: [any Table] = []
    var passedOver: [PassedOver]

    init(_ parcel: Parcel) {
        self.parcel = parcel
        passedOver = parcel.passedOver
    }

    /// The beginning of a member as text; `nil` where it can't be text.
    static func beginning(of member: Member, count: Int = 1 << 13) throws -> String? {
        let bytes = BeginningOfBytes(whole: member.bytes, limit: count)
        guard !EntryPath.isOfSystem(member.path), try bytes.mayBeText() else { return nil }
        var beginning: [UInt8] = []
        try bytes.forEachChunk { beginning += $0 }
        return String(decoding: beginning, as: UTF8.self)
    }

    /// The hand-out, with all members that are in no table named; `nil` where there is no table.
    func handOut(_ service: String, isPrivate: (String) -> Bool) -> HandOut? {
        guard !tables.isEmpty else { return nil }
        let read = Set(tables.flatMap(\.members).map(\.path))
        let named = Set(passedOver.map(\.path))
        let others = parcel.members.filter { !read.contains($0.path) && !named.contains($0.path) }
        return HandOut(
            service: service, tables: tables,
            passedOver: passedOver + others.map { PassedOver(path: $0.path, reason: isPrivate($0.path) ? "private" : "unknown") }
        )
    }
}
