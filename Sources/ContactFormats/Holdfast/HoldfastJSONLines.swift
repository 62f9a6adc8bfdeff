import ContactModel
import TextMatching

/// The lines `export --to jsonl` and `people --json` write (`PersonJSON`), read back: one person a line.
///
/// Former employers, titles and names come behind the present ones; what the vault computes (ids, provenance, kinds, standing) is computed
/// again. Lines that are no person are told and left out.
struct HoldfastJSONLines: Table {
    /// `holdfast-jsonl`
    let format = "holdfast-jsonl"
    let sourceName: String? = nil
    /// An address book.
    let list = EntryList.addressBook
    /// In words.
    let layout = "one person a line, as Holdfast exports them"
    let members: [Member]
    /// What persons have.
    let fields: Set<CardField> = [.name, .email, .phone, .company, .title, .link, .connectedOn, .tags, .notes, .birthday, .address]
    /// Days of connecting are of the networks the people came from.
    let newestDate: CalendarDate? = nil
    let remarks: [String] = []

    private static let longestLine = 1 << 22

    /// The file, or `nil` where its first line is no person.
    init?(_ member: Member) throws {
        // A line holds the whole of a person, pictures too.
        let bytes = BeginningOfBytes(whole: member.bytes, limit: Self.longestLine)
        guard !EntryPath.isOfSystem(member.path), try bytes.mayBeText() else { return nil }
        var isPerson = false
        try Self.forEachLine(of: bytes) { line, _ in
            isPerson = line.first == UInt8(ascii: "{") && JSONValue(parsing: line).map(Self.isPerson) ?? false
            return false
        }
        guard isPerson else { return nil }
        members = [member]
    }

    /// Reads the file.
    func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        try Self.forEachLine(of: members[0].bytes) { line, number in
            guard line.contains(where: { $0 > 0x20 }) else { return true }
            count += 1
            let value = JSONValue(parsing: line)
            if let value, value["standing"]?.stringValue == "owner" { return true }
            if let value, Self.isPerson(value), let entry = Self.entry(value, line: number) {
                try body(.entry(entry))
            } else {
                let text = String(decoding: line.prefix(2000), as: UTF8.self)
                try body(.problem(ReadProblem(line: number, code: value == nil ? "not-json" : "no-name", text: text, isRejection: true)))
            }
            return true
        }
        return count
    }

    private static func isPerson(_ value: JSONValue) -> Bool {
        value["id"]?.stringValue != nil && value["name"] != nil && value["emails"]?.arrayValue != nil && value["phones"]?.arrayValue != nil
    }

    private static func forEachLine(of source: any ByteSource, _ body: ([UInt8], Int) throws -> Bool) throws {
        try LinesOfJSON.forEach(of: source, longest: longestLine, body)
    }

    // MARK: A person

    private static func entry(_ value: JSONValue, line: Int) -> SourceEntry? {
        var card = Card()
        card.name = PersonName(given: text(value["given"]), family: text(value["family"]))
        if let whole = text(value["name"]), !card.name.isSaid(by: whole) { card.name.full = whole }
        card.nicknames = texts(value["nicknames"])
        card.emails = (value["emails"]?.arrayValue ?? []).compactMap { email in
            text(email["address"]).map { EmailAddress($0, label: text(email["label"])) }
        }
        card.phones = (value["phones"]?.arrayValue ?? []).compactMap { phone in
            text(phone["number"]).map { PhoneNumber($0, label: text(phone["kind"])) }
        }
        let companies = [text(value["company"])] + names(value["former_companies"])
        card.organizations = companies.compactMap { $0.map { Organization($0) } }
        card.titles = ([text(value["title"])] + names(value["former_titles"])).compactMap { $0 }
        card.links = links(value)
        card.addresses = (value["addresses"]?.arrayValue ?? []).map { address in
            PostalAddress(
                street: text(address["street"]), box: text(address["box"]), locality: text(address["locality"]),
                region: text(address["region"]),
                postcode: text(address["postcode"]), country: text(address["country"]), full: text(address["full"]),
                label: text(address["label"])
            )
        }.filter { !$0.isEmpty }
        card.notes = texts(value["notes"])
        card.keywords = texts(value["tags"])
        card.birthday = value["birthday"]?.stringValue.flatMap { PartialDate($0) }
        card.add(otherBirthdays: texts(value["other_birthdays"]).compactMap { PartialDate($0) })
        card.connectedOn = value["connected_on"]?.stringValue.flatMap { CalendarDate(iso: $0) }
        return key(of: card).map { SourceEntry(line: line, key: $0, card: card) }
    }

    private static func key(of card: Card) -> IdentityKey? {
        for link in card.links {
            if link.service == "LinkedIn", let profile = LinkedInProfileKey(link.uri) { return profile.key }
        }
        if let email = card.emails.first { return .email(email.address) }
        return .name(card.name) ?? card.phones.compactMap { IdentityKey.phone($0.number) }.first
            ?? card.links.first.map { IdentityKey(.content, $0.uri.lowercased()) }
    }

    private static func links(_ value: JSONValue) -> [Link] {
        if let links = value["links"]?.arrayValue {
            return links.compactMap { link in text(link["uri"]).map { Link($0, service: text(link["service"]), label: text(link["label"])) }
            }
        }
        return texts(value["urls"]).compactMap(WebLinks.link)
    }

    private static func text(_ value: JSONValue?) -> String? {
        guard let text = value?.stringValue.map(TextNormalization.nfc), !text.trimmedOfBlanks.isEmpty else { return nil }
        return text
    }

    private static func texts(_ value: JSONValue?) -> [String] { (value?.arrayValue ?? []).compactMap(text) }

    private static func names(_ value: JSONValue?) -> [String?] { (value?.arrayValue ?? []).map { text($0["name"]) } }
}

extension HandOutFormat {
    /// What Holdfast itself exports as JSON, one person a line.
    static let holdfastJSONLines = HandOutFormat(name: "holdfast-jsonl", title: "Holdfast's own JSON lines") { parcel in
        var tables: [any Table] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            if let table = try HoldfastJSONLines(member) {
                tables.append(table)
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !tables.isEmpty else { return nil }
        let named =
            tables.count == 1
            ? tables : tables.map { TableOfSource($0, name: SourceName.of("Holdfast", fileName: $0.members[0].path), exportedOn: nil) }
        return HandOut(service: "Holdfast", tables: named, passedOver: passedOver)
    }
}
