public import ContactModel

/// Writes people as LinkedIn writes `Connections.csv`: note, seven columns, LF, no byte order mark, no line break after the last row.
///
/// LinkedIn has two columns for a name. Parts go into them so that reading them back shows the same name: what stands before the family
/// name into the first, the family name and what follows into the second. A name known only in one piece is not split by guess but
/// stands in the first column. Of several addresses, employers and titles the first is written, of the links the LinkedIn profile.
/// A person without name, profile and address can't be told in this format and is left out: LinkedIn's own such rows stand for members
/// who closed their account.
public struct LinkedInCSVWriter: PersonWriter {
    private var csv = CSVWriter(lineEnding: .lf)
    private var owesLineFeed = false
    private var tally = HandOverTally()

    /// Makes a writer.
    public init() {}

    /// Writes the note and the header.
    public mutating func begin() {
        csv.row(["Notes:"])
        csv.row([
            """
            When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email \
            addresses for connections who have allowed their connections to see or download their email address using this setting \
            https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261
            """
        ])
        csv.row([])
        csv.row(["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"])
    }

    /// Writes a person's row, and counts what has no column.
    public mutating func write(_ person: Person) { write(person, counting: Card(of: person, isPresentOnly: true)) }

    /// Writes a card's row, and counts what has no column.
    public mutating func write(_ card: Card) { write(Person(card), counting: card) }

    private mutating func write(_ person: Person, counting card: Card) {
        let (first, last) = person.names.first.map { Self.columns(of: $0.value) } ?? ("", "")
        let profile = person.links.first { $0.value.isLinkedInProfile }.map { Self.percentEncoded($0.value.uri) } ?? ""
        let address = person.emails.first?.value.address ?? ""
        guard !first.isEmpty || !last.isEmpty || !profile.isEmpty || !address.isEmpty else { return tally.count(leftovers: [.person]) }
        csv.row([
            first, last, profile, address, person.companies.first?.value ?? "", person.titles.first?.value ?? "",
            person.connectedOn.map(Self.written) ?? "",
        ])
        count(card)
    }

    private mutating func count(_ card: Card) {
        var tray = Tray(card)
        _ = (tray.takeEmail(), tray.takeProfile(), tray.takeCompany(), tray.takeTitle(), tray.takeConnectedOn())
        _ = (tray.takePrefix(), tray.takeSuffix())
        tally.count(leftovers: tray.leftovers)
    }

    /// What people say and LinkedIn has no column for.
    public var losses: [ExportLoss] { tally.losses }

    /// Writes nothing more.
    public mutating func end() {}

    /// Hands over what was written since the last time, but for the last line break, which waits for a further row.
    public mutating func takeBytes() -> [UInt8] {
        var bytes = csv.takeBytes()
        guard bytes.last == UInt8(ascii: "\n") else { return bytes }
        bytes.removeLast()
        if owesLineFeed { bytes.insert(UInt8(ascii: "\n"), at: 0) }
        owesLineFeed = true
        return bytes
    }

    /// First and last name, which put together show the name.
    private static func columns(of name: PersonName) -> (first: String, last: String) {
        let first = joined(name.prefix, name.given, name.middle)
        let last = joined(name.family, name.suffix, nil)
        guard let full = name.full, full != joined(first, last, nil), !name.isSaid(by: full), !name.unspaced.contains(full) else {
            return (first, last)
        }
        let end = " " + last
        guard !last.isEmpty, full.hasSuffix(end) else { return (full, "") }
        return (String(full.dropLast(end.count)), last)
    }

    private static func joined(_ one: String?, _ two: String?, _ three: String?) -> String {
        var joined = ""
        for part in [one, two, three] {
            guard let part, !part.isEmpty else { continue }
            if !joined.isEmpty { joined += " " }
            joined += part
        }
        return joined
    }

    /// A day as LinkedIn writes it: `08 Feb 2026`.
    private static func written(_ day: CalendarDate) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return (day.day < 10 ? "0" : "") + String(day.day) + " " + months[day.month - 1] + " " + String(day.year)
    }

    /// The address with every byte that is not ASCII percent-encoded in upper case, as LinkedIn does.
    private static func percentEncoded(_ uri: String) -> String {
        if uri.utf8.allSatisfy({ $0 < 0x80 }) { return uri }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in uri.utf8 {
            if byte < 0x80 {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension Link {
    /// Whether this is a member's profile on LinkedIn.
    var isLinkedInProfile: Bool {
        if let service { return service.utf8.count == 8 && service.lowercased() == "linkedin" }
        return uri.holds(ignoringCase: "linkedin.com/in/")
    }
}
