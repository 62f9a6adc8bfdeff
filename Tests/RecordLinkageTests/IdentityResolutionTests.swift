import ContactModel
import RecordLinkage
import Testing

private func id(_ number: Int64) -> UniqueID { UniqueID(high: UInt64(number), low: 0) }

/// An entry in a few words.
private func entry(
    _ number: Int64,
    _ name: String = "ada example",
    profile: String? = nil,
    email: String? = nil,
    phone: String? = nil,
    tie: String? = nil,
    at presence: Range<Int> = 0..<1,
    list: Int = 0,
    source: Int = 0,
    isConnection: Bool = true,
    isOwner: Bool = false,
    born birthday: PartialDate? = nil
) -> IdentityFacts {
    var keys: [IdentityKey] = []
    if let profile { keys.append(IdentityKey(.profile, "linkedin:" + profile)) }
    if let email { keys.append(IdentityKey(.email, email)) }
    if let phone { keys.append(IdentityKey(.phone, phone)) }
    if let tie { keys.append(IdentityKey(.tie, name + "|" + tie)) }
    return IdentityFacts(
        entry: number,
        id: id(number),
        list: list,
        source: source,
        isConnectionList: isConnection,
        isOwner: isOwner,
        keys: keys,
        given: name.split(separator: " ").first.map(String.init) ?? "",
        nameWords: Set(name.split(separator: " ").map(String.init)),
        presence: [presence],
        birthday: birthday
    )
}

extension IdentityFacts {
    /// The same of a source that knows the name in one piece only.
    fileprivate var withoutGivenName: IdentityFacts {
        var facts = self
        facts.given = ""
        return facts
    }
}

/// An entry of an address book.
private func contact(
    _ number: Int64, _ name: String, email: String? = nil, phone: String? = nil, profile: String? = nil, born birthday: PartialDate? = nil
) -> IdentityFacts {
    entry(number, name, profile: profile, email: email, phone: phone, list: 9, source: 9, isConnection: false, born: birthday)
}

@Suite struct `Entries are one person` {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var entries: [IdentityFacts]
        var people: [[Int64]]

        init(_ description: String, _ entries: [IdentityFacts], _ people: [[Int64]]) {
            (testDescription, self.entries, self.people) = (description, entries, people)
        }
    }

    static let cases = [
        Case("nobody is nobody", [], []),
        Case("one entry is one person", [entry(1)], [[1]]),
        Case(
            "without a key in common they are apart, whatever the name", [entry(1), entry(2), contact(3, "ada example")], [[1], [2], [3]]),
        Case(
            "the same profile is the same person, whatever the name and list",
            [entry(1, profile: "ada"), entry(2, "eva other", profile: "ada", list: 1), contact(3, "", profile: "ada")], [[1, 2, 3]]),
        Case("different profiles on their own are different people", [entry(1, profile: "a"), entry(2, profile: "b")], [[1], [2]]),
        Case(
            "another profile with the same address, one after the other, is the same person",
            [entry(1, profile: "a", email: "a@example.com", at: 0..<2), entry(2, profile: "b", email: "a@example.com", at: 2..<3)],
            [[1, 2]]),
        Case(
            "another profile with the same address and another family name is the same person too, after a marriage",
            [
                entry(1, "ada example", profile: "a", email: "a@example.com", at: 0..<1),
                entry(2, "ada married", profile: "b", email: "a@example.com", at: 1..<2),
            ], [[1, 2]]),
        Case(
            "another profile with the same address and another given name is somebody who came after",
            [
                entry(1, "severin example", profile: "a", email: "desk@example.com", at: 0..<1),
                entry(2, "theodora muster", profile: "b", email: "desk@example.com", at: 1..<2),
            ], [[1], [2]]),
        Case(
            "an office's address joins nobody by the given name alone",
            [
                entry(1, "ada example", profile: "a", email: "office@example.com", at: 0..<1),
                entry(2, "ada muster", profile: "b", email: "office@example.com", at: 1..<2),
                contact(3, "ada", email: "office@example.com"),
                contact(4, "dr ada example", email: "office@example.com"), contact(5, "", email: "office@example.com"),
            ], [[1, 4], [2], [3], [5]]),
        Case(
            "an initial joins where it fits nobody else",
            [contact(1, "a. example", email: "x@example.com"), contact(2, "ada example", email: "x@example.com")], [[1, 2]]),
        Case(
            "an initial that fits two is nobody's",
            [
                contact(1, "a. example", email: "x@example.com"), contact(2, "ada example", email: "x@example.com"),
                contact(3, "anton example", email: "x@example.com"),
            ], [[1], [2], [3]]),
        Case(
            "a pet name agrees, where the family name does",
            [
                entry(1, "robert example", profile: "a", email: "r@example.com", at: 0..<1),
                entry(2, "bob example", profile: "b", email: "r@example.com", at: 1..<2),
            ], [[1, 2]]),
        Case(
            "a title in common is no name in common",
            [
                contact(1, "", email: "a@example.com"),
                entry(2, "dr severin", email: "a@example.com", list: 8, isConnection: false).withoutGivenName,
                entry(3, "dr theodora", email: "a@example.com", list: 8, isConnection: false).withoutGivenName,
            ], [[1], [2], [3]]),
        Case(
            "two of one name and address who were born on two days share it, and nobody is joined by it",
            [
                contact(1, "hans example", email: "a@example.com", born: PartialDate(year: 1950, month: 3, day: 12)),
                contact(2, "hans example", email: "a@example.com", born: PartialDate(year: 1981, month: 7, day: 5)),
                contact(3, "hans", email: "a@example.com"),
            ], [[1], [2], [3]]),
        Case(
            "a birthday without a year and the day before contradict nothing",
            [
                contact(1, "hans example", email: "a@example.com", born: PartialDate(year: 1950, month: 3, day: 31)),
                contact(2, "hans example", email: "a@example.com", born: PartialDate(month: 7, day: 5)),
                contact(3, "hans example", email: "a@example.com", born: PartialDate(year: 1950, month: 4, day: 1)),
            ], [[1, 2, 3]]),
        Case(
            "a couple with one double name at one address are two",
            [contact(1, "anna muller-schmidt", email: "a@example.com"), contact(2, "peter muller-schmidt", email: "a@example.com")],
            [[1], [2]]),
        Case(
            "brother and sister with two family names at one office are two",
            [contact(1, "ana garcia lopez", email: "info@example.com"), contact(2, "luis garcia lopez", email: "info@example.com")],
            [[1], [2]]),
        Case(
            "a given name that begins with a sign agrees with no other",
            [contact(1, "'aisha khan", email: "a@example.com"), contact(2, "omar khan", email: "a@example.com")], [[1], [2]]),
        Case(
            "a name the other way round is the same",
            [contact(1, "anna meier", email: "a@example.com"), contact(2, "meier anna", email: "a@example.com")], [[1, 2]]),
        Case(
            "a pet name or a beginning the other way round agrees as it does in its place",
            [
                contact(1, "muster bob", email: "a@example.com"), contact(2, "robert muster", email: "a@example.com"),
                contact(3, "example max", email: "b@example.com"), contact(4, "maximilian example", email: "b@example.com"),
            ], [[1, 2], [3, 4]]),
        Case(
            "a given name that is another's family name makes nobody one, whatever begins alike",
            [contact(1, "martin vogel", email: "a@example.com"), contact(2, "victor martin", email: "a@example.com")], [[1], [2]]),
        Case(
            "senior and junior are two, whatever they share",
            [contact(1, "hans example sen.", email: "a@example.com"), contact(2, "hans example jun.", email: "a@example.com")], [[1], [2]]),
        Case(
            "day and month that changed places contradict nothing either",
            [
                contact(1, "hans example", email: "a@example.com", born: PartialDate(year: 1950, month: 3, day: 12)),
                contact(2, "hans example", email: "a@example.com", born: PartialDate(year: 1950, month: 12, day: 3)),
            ], [[1, 2]]),
        Case(
            "two profiles that stood together share an address, and nobody is joined by it",
            [
                entry(1, profile: "a", email: "a@example.com", at: 0..<2), entry(2, profile: "b", email: "a@example.com", at: 1..<3),
                contact(3, "ada example", email: "a@example.com"),
            ], [[1], [2], [3]]),
        Case(
            "a contact meets a connection by address where the given names agree",
            [entry(1, profile: "a", email: "a@example.com"), contact(2, "ada other", email: "a@example.com")], [[1, 2]]),
        Case(
            "a contact with the same address and another given name is somebody else",
            [entry(1, profile: "a", email: "a@example.com"), contact(2, "bob example", email: "a@example.com")], [[1], [2]]),
        Case(
            "a short given name agrees with the long one where the family name does",
            [entry(1, "max muster", email: "m@example.com"), contact(2, "maximilian muster", email: "m@example.com")], [[1, 2]]),
        Case(
            "a short given name does not agree with the long one of another family",
            [entry(1, "max muster", email: "m@example.com"), contact(2, "maximilian other", email: "m@example.com")], [[1], [2]]),
        Case(
            "a contact without a name is whose address it has",
            [entry(1, profile: "a", email: "a@example.com"), contact(2, "", email: "a@example.com")], [[1, 2]]),
        Case(
            "a contact without a name is nobody's where two names share the address",
            [
                contact(1, "ada example", email: "office@example.com"), contact(2, "bob muster", email: "office@example.com"),
                contact(3, "", email: "office@example.com"),
            ], [[1], [2], [3]]),
        Case(
            "the same name and day of connecting is the same person",
            [entry(1, tie: "2020-01-02", at: 0..<1), entry(2, profile: "a", tie: "2020-01-02", at: 1..<2)], [[1, 2]]),
        Case(
            "two of one name and day that stood together are not guessed",
            [
                entry(1, tie: "2020-01-02", at: 0..<1), entry(2, profile: "a", tie: "2020-01-02", at: 1..<2),
                entry(3, profile: "b", tie: "2020-01-02", at: 1..<2),
            ], [[1], [2], [3]]),
        Case(
            "a name and a day of another source prove nothing",
            [entry(1, tie: "2020-01-02"), entry(2, profile: "a", tie: "2020-01-02", list: 1, source: 1)], [[1], [2]]),
        Case(
            "a day alone proves nothing", [entry(1, "ada example", tie: "2020-01-02"), entry(2, "bo muster", tie: "2020-01-02")],
            [[1], [2]]),
        Case(
            "a phone number joins nobody but the owner",
            [contact(1, "ada example", phone: "+491"), contact(2, "ada example", phone: "+491")], [[1], [2]]),
        Case(
            "a contact with the owner's number and name is the owner",
            [
                entry(1, "olga owner", phone: "+491", list: 5, isConnection: false, isOwner: true), contact(2, "olga owner", phone: "+491"),
                contact(3, "bob muster", phone: "+491"),
            ], [[1, 2], [3]]),
        Case(
            "a contact with the owner's address is the owner under any name",
            [
                entry(1, "olga owner", email: "o@example.com", list: 5, isConnection: false, isOwner: true),
                contact(2, "firm", email: "o@example.com"),
            ], [[1, 2]]),
        Case(
            "people are joined over others",
            [
                entry(1, tie: "2020-01-02", at: 0..<1), entry(2, profile: "a", email: "a@example.com", tie: "2020-01-02", at: 1..<2),
                contact(3, "ada", email: "a@example.com"), entry(4, profile: "a", list: 3, isConnection: false),
            ], [[1, 2, 3, 4]]),
        Case(
            "the same key twice on one entry does no harm",
            [entry(1, profile: "a", email: "a@example.com")].map { facts in
                var facts = facts
                facts.keys += facts.keys
                return facts
            }, [[1]]),
    ]

    @Test(arguments: cases)
    func `where:`(example: Case) {
        #expect(IdentityResolution.people(among: example.entries) == example.people)
        #expect(IdentityResolution.people(among: example.entries.reversed()) == example.people)
    }

    /// SplitMix64: the same numbers for the same seed.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
            return mixed ^ mixed >> 31
        }
    }

    private func crowd(_ random: inout Random) -> [IdentityFacts] {
        let names = ["ada example", "ada muster", "bo muster", "adalbert example", "bob", ""]
        func maybe(_ values: [String]) -> String? { Bool.random(using: &random) ? values.randomElement(using: &random) : nil }
        return (0..<Int.random(in: 2...12, using: &random)).map { number in
            let start = Int.random(in: 0..<4, using: &random)
            let list = Int.random(in: 0..<3, using: &random)
            return entry(
                Int64(number),
                names.randomElement(using: &random) ?? "",
                profile: maybe(["a", "b", "c", "d"]),
                email: maybe(["x@example.com", "y@example.com", "z@example.com"]),
                phone: maybe(["+491", "+492"]),
                tie: maybe(["2020-01-02", "2021-02-03"]),
                at: start..<(start + Int.random(in: 1...3, using: &random)),
                list: list,
                source: list,
                isConnection: list < 2,
                isOwner: list == 2 && number == 0
            )
        }
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `in whatever order they come`(seed: UInt64) {
        var random = Random(state: seed)
        for _ in 0..<30 {
            let entries = crowd(&random)
            let people = IdentityResolution.people(among: entries)
            #expect(people.flatMap { $0 }.sorted() == entries.map(\.entry).sorted(), "each entry is somebody's, and one person's only")
            for _ in 0..<4 {
                let shuffled = entries.shuffled(using: &random)
                guard IdentityResolution.people(among: shuffled) == people else {
                    Issue.record("\(entries.map(\.keys)) gives \(people) in one order and another in another")
                    return
                }
            }
        }
    }

    @Test(arguments: 0..<10 as Range<UInt64>)
    func `or not, whoever else there is without a key in common`(seed: UInt64) {
        var random = Random(state: seed &+ 100)
        for _ in 0..<30 {
            let entries = crowd(&random)
            let stranger = entry(99, profile: "stranger", email: "stranger@example.org", list: 0)
            #expect(IdentityResolution.people(among: entries + [stranger]) == IdentityResolution.people(among: entries) + [[99]])
        }
    }

    @Test(
        "only a key that proves it is named as the reason",
        arguments: [
            ([contact(1, "ada example", phone: "+491"), contact(2, "ada example", phone: "+491")], nil),
            (
                [
                    contact(1, "ada example", email: "a@example.com", phone: "+491"),
                    contact(2, "ada example", email: "a@example.com", phone: "+491"),
                ], IdentityKey(.email, "a@example.com")
            ),
            ([contact(1, "ada example", email: "office@example.com"), contact(2, "ada muster", email: "office@example.com")], nil),
            (
                [entry(1, email: "o@example.com", isOwner: true), contact(2, "ada example", phone: "+491")], nil
            ),
            (
                [contact(1, "ada example", phone: "+491", profile: "ada"), contact(2, "eva example", phone: "+491", profile: "ada")],
                IdentityKey(.profile, "linkedin:ada")
            ),
        ] as [([IdentityFacts], IdentityKey?)])
    func proof(entries: [IdentityFacts], key: IdentityKey?) {
        #expect(IdentityResolution.proof(that: entries[0], is: entries[1]) == key)
    }

    @Test func `never by likeness where another entry of one says that they are two`() {
        let entries = [
            contact(1, "hans example", email: "a@example.com", born: PartialDate(year: 1950, month: 3, day: 12)),
            contact(2, "hans example", email: "a@example.com"),
            contact(3, "hans example", born: PartialDate(year: 1981, month: 7, day: 5)),
            contact(4, "hans example", profile: "hans"), contact(5, "hans example", profile: "other"),
        ]
        let likenesses: [(one: Int64, other: Int64, weight: Int64)] = [(2, 3, 200), (3, 4, 180), (3, 5, 170)]
        #expect(IdentityResolution.people(among: entries, likenesses: likenesses) == [[1, 2], [3, 4], [5]])
        #expect(IdentityResolution.people(among: entries.reversed(), likenesses: likenesses) == [[1, 2], [3, 4], [5]])
    }

    @Test func `even where thousands share a key, in a moment`() {
        let shared = (0..<3000).map { entry(Int64($0), "person \($0)", profile: "p\($0)", email: "info@example.com", tie: "2020-01-02") }
        #expect(IdentityResolution.people(among: shared).count == 3000)
        let one = (0..<3000).map { entry(Int64($0), profile: "one", list: $0) }
        #expect(IdentityResolution.people(among: one).count == 1)
    }
}
