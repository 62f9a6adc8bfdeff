import ContactModel
import TextMatching

/// An address book as LDIF: Thunderbird's, or an extract of a directory.
///
/// Who belongs to a `groupOfNames` has the group's name as a tag. Records that are no person (`organizationalUnit`, `domain`, `posixGroup`…)
/// are passed over; a record `changetype: delete` is no entry. Problems:
///
/// | code | what | the record |
/// | --- | --- | --- |
/// | `not-ldif` | a line that is neither attribute, comment nor the rest of one | read without it |
/// | `not-base64` | a value that is none | read without it |
/// | `value-elsewhere` | `attribute:< URL`: nothing is fetched | read without it |
/// | `cell-too-long` | a value of more than 1 MiB | read, cut |
/// | `not-an-address` | a `mail` without an address; it is kept | read |
/// | `no-name` | a person with neither name nor address, number or company | left out |
struct LDIFAddressBook: Table {
    /// `ldif`
    let format = "ldif"
    let sourceName: String?
    /// An address book.
    let list = EntryList.addressBook
    let layout: String
    let members: [Member]
    /// What directories hold.
    let fields: Set<CardField> = [.name, .email, .phone, .company, .title, .link, .tags, .notes, .birthday, .address]
    /// Nothing in it is a date of its own.
    let newestDate: CalendarDate? = nil
    let remarks: [String]

    private let encoding: TextEncoding
    /// The names of the groups a `dn` stands in, by the `dn` in its comparable form.
    private let groups: [String: [String]]
    /// How many records are people.
    let personCount: Int

    /// The address book in a file, or `nil` where it is no LDIF: its first line that is no comment must be a version or name an entry.
    ///
    /// - Throws: `InputError` where the bytes can't be read.
    init?(_ member: Member, sourceName: String?) throws {
        var beginning: [UInt8] = []
        try BeginningOfBytes(whole: member.bytes, limit: 1 << 14).forEachChunk { beginning += $0 }
        let encoding = TextEncoding.recognised(in: beginning[...], isWhole: false)
        guard try Self.isLDIF(beginning, encoding: encoding) else { return nil }
        var survey = Survey()
        try LDIFReader.read(member.bytes, encoding: encoding) { event in
            if case .record(let record) = event { survey.see(record) }
            return true
        }
        self.encoding = encoding
        self.sourceName = sourceName ?? (survey.isThunderbirds ? "Thunderbird" : nil)
        members = [member]
        groups = survey.groups
        personCount = survey.people
        layout = survey.isThunderbirds ? "LDIF of Thunderbird" : "LDIF"
        remarks =
            survey.deletions == 0 ? [] : ["\(survey.deletions) records say only that an entry is to be deleted. They were passed over."]
    }

    /// Reads the address book.
    func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        try LDIFReader.read(members[0].bytes, encoding: encoding) { event in
            switch event {
            case .problem(let problem): try body(.problem(problem))
            case .record(let record):
                guard Survey.kind(of: record) == .person else { return true }
                count += 1
                let reading = LDIFCard(record, groups: record.value("dn").flatMap { groups[Survey.comparable($0)] } ?? [])
                for problem in reading.problems { try body(.problem(problem)) }
                if let key = reading.key {
                    try body(.entry(SourceEntry(line: record.line, key: key, card: reading.card)))
                } else {
                    let text = record.attributes.map { "\($0.name): \($0.value)" }.joined(separator: " ")
                    try body(.problem(ReadProblem(line: record.line, code: "no-name", text: text, isRejection: true)))
                }
            }
            return true
        }
        return count
    }

    private static func isLDIF(_ beginning: [UInt8], encoding: TextEncoding) throws -> Bool {
        var isLDIF = false
        var doubts = 0
        try LDIFReader.read(BytesInMemory(beginning), encoding: encoding) { event in
            guard case .record(let record) = event else {
                // A few lines may be broken; a file of them is something else.
                doubts += 1
                return doubts < 20
            }
            isLDIF = record.attributes.first?.name == "dn" || record.values("objectclass").count > 1
            return false
        }
        return isLDIF
    }
}

extension LDIFAddressBook {
    /// What a first reading of the file finds out.
    private struct Survey {
        /// What a record is.
        enum Kind {
            case person, group, deletion, other
        }

        var groups: [String: [String]] = [:]
        var people = 0
        var deletions = 0
        var isThunderbirds = false
        private var memberCount = 0

        mutating func see(_ record: LDIFReader.Record) {
            switch Self.kind(of: record) {
            case .person:
                people += 1
                if record.values("objectclass").contains(where: { $0.lowercased().hasPrefix("mozillaab") }) { isThunderbirds = true }
            case .group: see(group: record)
            case .deletion: deletions += 1
            case .other: break
            }
        }

        private mutating func see(group: LDIFReader.Record) {
            guard let name = group.value("cn", "ou", "displayname") else { return }
            for member in group.values("member", "uniquemember") where memberCount < 1_000_000 {
                memberCount += 1
                let key = Self.comparable(member)
                if !(groups[key] ?? []).contains(name) { groups[key, default: []].append(name) }
            }
        }

        static func kind(of record: LDIFReader.Record) -> Kind {
            switch record.value("changetype")?.lowercased() {
            case "delete": return .deletion
            case "modrdn", "moddn": return .other
            default: break
            }
            let classes = Set(record.values("objectclass").map { $0.lowercased() })
            if !classes.isDisjoint(with: ["groupofnames", "groupofuniquenames", "group", "mailgroup"]) { return .group }
            if !classes.isDisjoint(with: people) { return .person }
            if !classes.isEmpty { return .other }
            // Without classes: an extract of some attributes, or an entry whose end is missing.
            return record.value("mail", "sn", "givenname", "telephonenumber", "cn", "displayname") == nil ? .other : .person
        }

        private static let people: Set<String> = [
            "person", "organizationalperson", "inetorgperson", "mozillaabpersonalpha", "mozillaabpersonobsolete", "user", "contact",
            "residentialperson",
            "pilotperson", "newpilotperson", "evolutionperson", "officeperson", "posixaccount", "account", "mailrecipient", "eduperson",
        ]

        /// A distinguished name as names are compared: lower case, without blanks around its commas and equals signs (RFC 4514).
        static func comparable(_ name: String) -> String {
            name.lowercased().split(separator: ",").map { part in
                part.split(separator: "=", maxSplits: 1).map { $0.trimmedBlanks }.joined(separator: "=")
            }.joined(separator: ",")
        }
    }
}

extension HandOutFormat {
    /// Address books as LDIF.
    static let ldif = HandOutFormat(name: "ldif", title: "an address book as LDIF") { parcel in
        var tables: [LDIFAddressBook] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            let bytes = BeginningOfBytes(whole: member.bytes, limit: 1 << 14)
            let isAlone = parcel.kind == .file
            if !EntryPath.isOfSystem(member.path), try bytes.mayBeText(), let book = try LDIFAddressBook(member, sourceName: nil) {
                if book.personCount > 0 {
                    tables.append(book)
                } else if isAlone {
                    throw InputError(
                        .noRows, "\(member.path) is LDIF, and no entry in it is a person. Nothing was imported and nobody was removed.")
                } else {
                    passedOver.append(PassedOver(path: member.path, reason: "no-contacts"))
                }
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !tables.isEmpty else { return nil }
        let service = tables.allSatisfy { $0.sourceName == "Thunderbird" } ? "Thunderbird" : "Address book"
        let isSeveral = tables.count > 1
        let named: [any Table] = tables.map { table in
            guard isSeveral || table.sourceName == nil else { return table }
            return TableOfSource(
                table, name: SourceName.of(table.sourceName ?? "Address book", fileName: table.members[0].path), exportedOn: nil)
        }
        return HandOut(service: service, tables: named, passedOver: passedOver)
    }
}
