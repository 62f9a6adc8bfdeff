import ContactModel
import Foundation

/// Somebody of the sample: what the network says in each archive, and what the address book knows.
struct SamplePerson {
    /// A row of the list of connections.
    struct Row {
        var given: String
        var family: String
        var slug: String
        var email = ""
        var company: String
        var title: String
        var connectedOn: CalendarDate
    }

    private var rows: [Row?]
    private var card: String?

    /// What the list says in one of the archives; `nil` where the person is not in it.
    func row(at position: Int) -> Row? { rows.indices.contains(position) ? rows[position] : nil }

    /// The card in the address book; `nil` where there is none.
    var vCard: String? { card }

    /// Invents somebody.
    init(number: Int, today: CalendarDate, ages: [Int], random: inout SampleRandom) {
        let (given, family) = (random.pick(SampleWords.given), random.pick(SampleWords.family))
        // More connect in the last years than long ago.
        let years = Double.random(in: 0..<1, using: &random)
        let connected = CalendarDate(daysSince1970: today.daysSince1970 - 12 - Int(years * years * 3_700))
        let company = random.happens(percent: 94) ? random.pick(SampleWords.companies) : ""
        var row = Row(
            given: random.happens(percent: 2) ? given.uppercased() : given,
            family: random.happens(percent: 4) ? "\(family), \(random.pick(SampleWords.credentials))" : family,
            slug: "\(Self.ascii(given))-\(Self.ascii(family))-\(number)",
            company: random.happens(percent: 5) ? random.pick(SampleWords.noCompanies) : company,
            title: random.happens(percent: 95) ? random.pick(SampleWords.titles) : "",
            connectedOn: connected
        )
        let showsEmail = random.happens(percent: 34)
        var isGone = false
        rows = []
        for (position, age) in ages.enumerated() {
            let day = today.daysSince1970 - age
            if position > 0, connected.daysSince1970 < day {
                if random.happens(percent: 7) {
                    row.company = random.pick(SampleWords.companies)
                    if random.happens(percent: 60) { row.title = random.pick(SampleWords.titles) }
                } else if random.happens(percent: 4) {
                    row.title = random.pick(SampleWords.titles)
                } else if random.happens(percent: 1) {
                    row.family += "-" + random.pick(SampleWords.family)
                } else if random.happens(percent: 1) {
                    isGone = true
                }
            }
            // The network shows fewer addresses from archive to archive, as networks do.
            row.email =
                showsEmail && random.happens(percent: 100 - 25 * position) ? Self.address(given, family, at: row.company, &random) : ""
            rows.append(!isGone && connected.daysSince1970 <= day ? row : nil)
        }
        guard number.isMultiple(of: 4) else { return }
        card = Self.card(number, given, family, row, &random)
        // Some are in the address book alone.
        if number.isMultiple(of: 24) { rows = ages.map { _ in nil } }
    }

    private static func address(_ given: String, _ family: String, at company: String, _ random: inout SampleRandom) -> String {
        let domain = SampleWords.domain(of: company)
        let isPrivate = domain == nil || random.happens(percent: 20)
        return isPrivate
            ? "\(ascii(given)).\(ascii(family))@mail.example" : "\(ascii(given)).\(ascii(family))@\(domain ?? "mail.example")"
    }

    private static func card(_ number: Int, _ given: String, _ family: String, _ row: Row, _ random: inout SampleRandom) -> String {
        // People write names as they know them.
        let known = random.happens(percent: 15) ? String(given.prefix(1)) + "." : given
        var lines = ["BEGIN:VCARD", "VERSION:3.0", "N:\(family);\(known);;;", "FN:\(known) \(family)"]
        if !row.company.isEmpty, random.happens(percent: 60) { lines.append("ORG:\(escaped(row.company))") }
        if random.happens(percent: 70) { lines.append("EMAIL;TYPE=HOME:\(ascii(given)).\(ascii(family))@mail.example") }
        if random.happens(percent: 80) {
            // Ofcom's and the Bundesnetzagentur's numbers for use in fiction.
            lines.append(
                number.isMultiple(of: 3) ? "TEL;TYPE=CELL:+44 7700 900\(100 + number % 800)" : "TEL;TYPE=WORK:+49 30 23125 \(100 + number)")
        }
        if random.happens(percent: 45) {
            let (month, day) = (Int.random(in: 1...12, using: &random), Int.random(in: 1...28, using: &random))
            lines.append("BDAY:\(1956 + number % 42)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
        }
        if random.happens(percent: 20) { lines.append("CATEGORIES:\(random.pick(["clients", "family", "tennis", "alumni"]))") }
        return (lines + ["END:VCARD"]).joined(separator: "\r\n") + "\r\n"
    }

    private static func escaped(_ text: String) -> String { text.replacing(",", with: "\\,").replacing(";", with: "\\;") }

    /// The letters of a word as addresses have them.
    private static func ascii(_ word: String) -> String {
        let spelt = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ø", "o"), ("ł", "l"), ("æ", "ae")]
            .reduce(word.lowercased()) { $0.replacing($1.0, with: $1.1) }
        let letters = spelt.decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }
        return String(String.UnicodeScalarView(letters))
    }
}
