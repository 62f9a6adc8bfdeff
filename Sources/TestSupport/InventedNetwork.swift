public import ContactModel

/// A made-up network of connections over ten years, the same for the same seed: people who connect, move, change title and name, take
/// another profile name and keep their address, disconnect and come back, and namesakes on purpose.
///
/// `ConnectionsFile` writes down who stands in it on a day, in the layouts LinkedIn and spreadsheets have for it.
public struct InventedNetwork: Sendable {
    /// What a row of the list says on a day.
    public struct Row: Hashable, Sendable {
        /// The given name.
        public var given: String
        /// The family name.
        public var family: String
        /// The last part of the profile's address.
        public var slug: String
        /// The e-mail address, for the few who show one.
        public var email: String?
        /// The company; empty where none is told.
        public var company: String
        /// The title; empty where none is told.
        public var title: String
        /// The day of connecting.
        public var connectedOn: CalendarDate
    }

    /// A person's row from a day on; `nil` from the day of leaving on.
    private struct Turn {
        var day: Int
        var row: Row?
    }

    /// The first day anybody connects.
    public static let firstDay = CalendarDate(daysSince1970: 16_436)
    /// The last day anything happens.
    public static let lastDay = CalendarDate(daysSince1970: 20_088)

    private let lives: [[Turn]]

    /// Invents a network.
    ///
    /// - Parameters:
    ///   - seed: tells networks apart.
    ///   - count: how many people there are in all, of whom not all are connected on any day.
    ///   - busyness: how likely each kind of event is for a person, in percent.
    public init(seed: UInt64, count: Int = 20, busyness: Int = 40) {
        var random = SeededGenerator(seed: seed)
        var lives: [[Turn]] = []
        for number in 0..<count {
            var row = Self.newcomer(number, &random)
            // A namesake has the name of somebody else, now and then the very day of connecting too.
            if let other = lives.randomElement(using: &random)?.first?.row, random.happens(percent: 20) {
                (row.given, row.family) = (other.given, other.family)
                if random.happens(percent: 40) { row.connectedOn = other.connectedOn }
            }
            lives.append(Self.life(beginning: row, busyness: busyness, &random))
        }
        self.lives = lives
    }

    /// Who stands in the list at the end of a day, the latest connection first, as LinkedIn has it.
    public func rows(on day: CalendarDate) -> [Row] {
        lives.compactMap { turns in turns.last { $0.day <= day.daysSince1970 }?.row }
            .sorted { ($0.connectedOn, $0.slug) > ($1.connectedOn, $1.slug) }
    }

    private static func newcomer(_ number: Int, _ random: inout SeededGenerator) -> Row {
        let given = pick(givenNames, &random)
        let family = pick(familyNames, &random)
        let day = Int.random(in: firstDay.daysSince1970..<(lastDay.daysSince1970 - 400), using: &random)
        return Row(
            given: given,
            family: family,
            slug: "\(slug(given))-\(slug(family))-\(number)",
            email: random.happens(percent: 30) ? "\(slug(given)).\(number)@\(pick(domains, &random))" : nil,
            company: random.happens(percent: 90) ? pick(companies, &random) : "",
            title: random.happens(percent: 90) ? pick(titles, &random) : "",
            connectedOn: CalendarDate(daysSince1970: day)
        )
    }

    private static func life(beginning row: Row, busyness: Int, _ random: inout SeededGenerator) -> [Turn] {
        var row = row
        var turns = [Turn(day: row.connectedOn.daysSince1970, row: row)]
        func add(_ days: ClosedRange<Int>, _ row: Row?, _ random: inout SeededGenerator) {
            let last = turns.last?.day ?? 0
            turns.append(Turn(day: min(last + Int.random(in: days, using: &random), lastDay.daysSince1970), row: row))
        }
        while (turns.last?.day ?? .max) < lastDay.daysSince1970, random.happens(percent: 95) {
            guard random.happens(percent: busyness) else {
                add(300...900, row, &random)
                continue
            }
            switch Int.random(in: 0..<10, using: &random) {
            case 0: row.company = pick(companies, &random)
            case 1: (row.company, row.title) = (pick(companies, &random), pick(titles, &random))
            case 2: row.title = pick(titles, &random)
            case 3: row.family = pick(familyNames, &random)
            case 4: row.slug += "x"
            case 5: row.email = row.email == nil ? "\(row.slug)@example.net" : nil
            case 6: row.company = row.company.isEmpty ? pick(companies, &random) : ""
            case 7: row.company = row.company.uppercased()
            case 8: (row.family, row.slug) = (row.family + "-" + pick(familyNames, &random), row.slug + "-neu")
            default:
                add(100...600, nil, &random)
                // Who is connected anew has a new day of connecting; an account that was only hidden has the old one.
                if random.happens(percent: 50) {
                    let back = (turns.last?.day ?? 0) + 200
                    if random.happens(percent: 50) { row.connectedOn = CalendarDate(daysSince1970: back) }
                    guard back < lastDay.daysSince1970 else { return turns }
                    turns.append(Turn(day: back, row: row))
                    continue
                }
                return turns
            }
            add(100...600, row, &random)
        }
        return turns
    }

    private static func pick(_ words: [String], _ random: inout SeededGenerator) -> String {
        words.randomElement(using: &random) ?? ""
    }

    private static func slug(_ word: String) -> String {
        String(word.lowercased().unicodeScalars.filter { $0.isASCII && $0.properties.isAlphabetic }.map(Character.init))
    }

    private static let givenNames = ["Ada", "Zoë", "Łukasz", "Bo", "Mia", "Jean-Luc", "O'Neil", "Ödön", "Ann Marie", "Bob"]
    private static let familyNames = ["Example", "Müller", "Wąs", "Muster", "O'Hara, PhD", "van der Probe", "Sample \"Sam\"", "李"]
    private static let companies = [
        "Example, Inc.", "Muster GmbH", "Przykład S.A.", "Acme Ltd", "Probe & Söhne KG", "Foo;Bar AG", "Self-employed", "Uni Sampletown",
    ]
    private static let titles = ["Partner", "Head of \"Tax\"", "Rechtsanwältin", "Associate", "CEO; founder", "Director, Sales"]
    private static let domains = ["example.com", "example.org", "muster.example"]
}
