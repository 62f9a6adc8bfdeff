import ContactModel
import Testing

@testable import ContactFormats

/// Mail read as an import reads it, in short words.
struct MailReading {
    /// The formats of the tables.
    var formats: [String] = []
    /// `ann@example.com Ann Example sent 1 received 2 group 0 2023-01-02…2023-02-03` for each contact.
    var contacts: [String] = []
    /// The same for each acquaintance.
    var acquaintances: [String] = []
    /// The owner's addresses.
    var owner: [String] = []
    /// The owner's name.
    var ownerName: String?
    var problems: [ReadProblem] = []
    var cards: [String: Card] = [:]
    var remarks: [String] = []
    var rows = 0
    var source: String?
    var passedOver: [PassedOver] = []
    var newest: CalendarDate?

    /// Reads files of a folder, or a file by itself.
    init(_ files: [(String, [UInt8])], isFile: Bool = false, chunkSize: Int = 1 << 16) throws {
        let members = files.map { Member(path: $0.0, bytes: BytesInMemory($0.1, chunkSize: chunkSize), byteCount: $0.1.count) }
        let parcel = Parcel(
            kind: isFile ? .file : .folder, path: isFile ? members.first?.path ?? "x" : "Mail",
            original: isFile ? members.first?.bytes : nil,
            members: members)
        try self.init(parcel)
    }

    /// Reads a folder on disk.
    init(folder path: String) throws { try self.init(Parcel.open(path: path)) }

    private init(_ parcel: Parcel) throws {
        let handOut = try HandOutFormat.recognise(parcel)
        source = handOut.service
        passedOver = handOut.passedOver
        remarks = handOut.remarks
        for table in handOut.tables {
            formats.append(table.format)
            remarks += table.remarks
            newest = table.newestDate ?? newest
            rows = try max(
                rows,
                table.read { event in
                    switch event {
                    case .entry(let entry):
                        let address = entry.card.emails.first?.address ?? "?"
                        #expect(entry.key == .email(address))
                        cards[address] = entry.card
                        switch table.list {
                        case .correspondents: contacts.append(Self.words(entry.card))
                        case .messages: acquaintances.append(Self.words(entry.card))
                        default:
                            owner = entry.card.emails.map(\.address)
                            ownerName = entry.card.name.display
                        }
                    case .problem(let problem): problems.append(problem)
                    case .closedAccount: break
                    }
                })
        }
    }

    /// Reads a file by itself.
    init(file: String, name: String = "mail.mbox", chunkSize: Int = 1 << 16) throws {
        try self.init([(name, Array(file.utf8))], isFile: true, chunkSize: chunkSize)
    }

    private static func words(_ card: Card) -> String {
        let mail = card.extra["holdfast.example:mail"]
        func number(_ name: String) -> Int64 { mail?[name]?.integerValue ?? 0 }
        var words = "\(card.emails.first?.address ?? "?") \(card.name.display): sent \(number("sent")) received \(number("received"))"
        if number("group") > 0 { words += " group \(number("group"))" }
        if number("list") > 0 { words += " list \(number("list"))" }
        if let first = mail?["first"]?.stringValue, let last = mail?["last"]?.stringValue { words += ", \(first) to \(last)" }
        return words
    }
}

/// Makes mails.
enum Mails {
    /// A mail of an mbox.
    static func mbox(_ fields: String..., body: String = "Hello.\n", separator: String = "From - Mon Jan  2 15:04:05 2023") -> String {
        separator + "\n" + fields.joined(separator: "\n") + "\n\n" + body + "\n"
    }
}
