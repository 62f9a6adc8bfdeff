public import ContactModel

/// People the owner added by hand, as a file of Holdfast's own: a first line that says what it is and the day, then one person a line, as a
/// whole JSContact Card (RFC 9553).
///
/// ```
/// {"holdfast":"by-hand","version":1,"added_on":"2026-11-26"}
/// {"@type":"Card","version":"1.0","uid":"urn:uuid:…","name":{…},"emails":{…}}
/// ```
///
/// Each is known by the `uid` it got when it was added, so that two of one name are two, and a later one takes nobody's place. Lines that are
/// no such card are told and left out.
public struct ByHandTable: Table {
    /// The source those who were added by hand are from.
    public static let sourceName = "By hand"
    /// What the first line calls the file.
    private static let kind = "by-hand"
    /// A line holds the whole of a person, and what an owner types is short.
    private static let longestLine = 1 << 20

    /// `by-hand`
    public let format = "by-hand"
    /// People added one by one.
    public let list = EntryList.byHand
    /// In words.
    public let layout = "one person a line, as they were added"
    /// The file.
    public let members: [Member]
    /// What can be said of somebody.
    public let fields = Set(CardField.allCases).subtracting([.connectedOn])
    /// The day they were added, which the first line tells.
    public let exportedOn: CalendarDate?
    /// The first line tells the day.
    public let newestDate: CalendarDate? = nil
    /// Nothing needs to be said.
    public let remarks: [String] = []

    /// The file, or `nil` where its first line is another.
    init?(_ member: Member) throws {
        let beginning = try member.bytes.beginning(upTo: 4096).bytes
        let line = beginning.prefix { $0 != 0x0A }
        guard line.first == UInt8(ascii: "{"), let head = JSONValue(parsing: Array(line)), head["holdfast"]?.stringValue == Self.kind else {
            return nil
        }
        members = [member]
        exportedOn = head["added_on"]?.stringValue.flatMap { CalendarDate(iso: $0) }
    }

    /// The file that adds one person.
    ///
    /// - Parameters:
    ///   - card: what is said of them.
    ///   - uid: what tells them from everybody else.
    ///   - day: the day they are added.
    public static func file(adding card: Card, as uid: UniqueID, on day: CalendarDate) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.member("holdfast", kind)
        json.member("version", 1)
        json.member("added_on", day.description)
        json.endObject()
        let head = json.takeBytes()
        var line = JSONWriter()
        JSContact.encode(card, into: &line, completeWith: text(of: uid))
        return head + [0x0A] + line.takeBytes() + [0x0A]
    }

    /// The key of somebody who was added under a `uid`.
    public static func key(of uid: UniqueID) -> IdentityKey { IdentityKey(.content, text(of: uid)) }

    private static func text(of uid: UniqueID) -> String { "urn:uuid:\(uid)" }

    /// Reads the people in the order they stand in.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        try LinesOfJSON.forEach(of: members[0].bytes, longest: Self.longestLine) { line, number in
            guard number > 1, line.contains(where: { $0 > 0x20 }) else { return true }
            count += 1
            guard var card = JSContact.decode(line), let uid = card.extra.removeValue(forKey: "uid")?.stringValue, !uid.isEmpty else {
                let text = String(decoding: line.prefix(2000), as: UTF8.self)
                try body(.problem(ReadProblem(line: number, code: "not-json", text: text, isRejection: true)))
                return true
            }
            for name in ["@type", "version"] { card.extra[name] = nil }
            try body(.entry(SourceEntry(line: number, key: IdentityKey(.content, uid.lowercased()), card: card)))
            return true
        }
        return count
    }
}

extension HandOutFormat {
    /// Those who were added by hand, by their first line.
    public static let byHand = HandOutFormat(name: "by-hand", title: "People added by hand in Holdfast") { parcel in
        var tables: [any Table] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            if let table = try ByHandTable(member) {
                tables.append(table)
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !tables.isEmpty else { return nil }
        return HandOut(service: ByHandTable.sourceName, tables: tables, passedOver: passedOver)
    }
}
