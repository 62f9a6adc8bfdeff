import Actions
import ContactModel
import Foundation
import TestSupport
import Testing
import Vault

/// What a vault computes piece by piece, step after step, beside what is computed of the whole at once.
///
/// A thousand sequences and more: `scripts/try-sequences`.
@Suite struct `Linking step by step` {
    /// How many sequences are tried: 24, or as many as `HOLDFAST_SEQUENCES` says.
    private static let count = ProcessInfo.processInfo.environment["HOLDFAST_SEQUENCES"].flatMap(UInt64.init) ?? 24
    private static let steps = 14

    @Test(arguments: 1...count)
    func `gives after any sequence of imports, merges, splits and undos what a computation of the whole gives`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &* 104_729)
        let disk = try VaultOnDisk()
        var story = Story(seed: seed)
        for turn in 0..<Self.steps {
            try story.goOn(disk, turn, &random)
            // `verify` makes everything ready from the cards, weighs all pairs, joins everybody, and compares with what is stored.
            let findings = try disk.findings()
            try #require(findings == [], "after step \(turn): \(story.told)")
        }
        // A vault that has been through none of it: the archive's rows, and everything else computed at once.
        _ = try ExportArchive(to: disk.folder.path("archive.zip")).run(in: disk.vault)
        let fresh = try VaultOnDisk()
        _ = try ImportFiles(paths: [disk.folder.path("archive.zip")]).run(in: fresh.vault)
        #expect(try VaultPortrait(of: disk.vault).difference(from: VaultPortrait(of: fresh.vault)) == "", "\(story.told)")
        #expect(try Self.suggestions(disk) == Self.suggestions(fresh), "\(story.told)")
        print(
            "sequences tried: 1, steps: \(Self.steps), joined: \(try Self.joined(fresh)), suggestions: \(try Self.suggestions(fresh).count)"
        )
    }

    /// The suggestions, best first, with their probabilities.
    private static func suggestions(_ disk: VaultOnDisk) throws -> [String] {
        var pairs: [String] = []
        try disk.vault.forEachLikelyPair { pairs.append("\($0.id) \($1.id) \($2)") }
        return pairs
    }

    /// How many people have more than one entry.
    private static func joined(_ disk: VaultOnDisk) throws -> Int {
        try disk.everybody().count { try disk.vault.entries(of: $0.id).count > 1 }
    }
}

/// What happens to a vault of a few invented people, of whom there are many cards.
private struct Story {
    /// Steps that may be taken back.
    private var words: [Int64] = []
    /// How many rows a file has: in every sixth story enough that weights are learned.
    private let rows: Int
    private let families: [String]
    /// What happened, for the words of a failure.
    private(set) var told = ""

    private static let givens = ["Anna", "Ann", "Robert", "Bob", "Zoë", "Zoe", "Jürgen", "Juergen"]
    private static let families = ["Meyer", "Santos", "Quartermaine", "Müller"]
    /// In long lists three of these as well, others in each story: so few families that many cards meet, as learning needs.
    private static let otherFamilies = [
        "Przykładska", "Examplestone", "de la Muestra", "Beispiel-Meyer", "Okonkwo", "Nguyễn", "O'Sample", "van der Muster",
    ]
    private static let connectionColumns = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    private static let bookColumns =
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,Birthday,Location,Profiles"

    init(seed: UInt64) {
        let isLong = seed.isMultiple(of: 6)
        rows = isLong ? 60 : 6
        let first = Int(seed / 6 % UInt64(Self.otherFamilies.count))
        families = Self.families + (isLong ? (Self.otherFamilies + Self.otherFamilies)[first..<first + 3] : [])
    }

    /// Does one thing more.
    mutating func goOn(_ disk: VaultOnDisk, _ turn: Int, _ random: inout SeededGenerator) throws {
        let people = try disk.everybody().shuffled(using: &random)
        switch Int.random(in: 0..<7, using: &random) {
        case 0, 1: try takeList(disk, turn, &random)
        case 2: if people.count > 1 { note("merge", try disk.vault.merge(people.prefix(2).map(\.id)).step) }
        case 3: if people.count > 1 { note("keep apart", try disk.vault.keepApart(people.prefix(2).map(\.id)).step) }
        case 4:
            if let several = try people.first(where: { try Set(disk.vault.entries(of: $0.id).map(\.id)).count > 1 }) {
                note("split", try disk.vault.split(several.id).step.step)
            }
        case 5: try answer(disk, &random)
        default:
            if let step = words.randomElement(using: &random) {
                words.removeAll { $0 == step }
                told += "undo \(step); "
                _ = try disk.vault.undo(step)
            }
        }
    }

    private mutating func note(_ what: String, _ step: Int64?) {
        guard let step else { return }
        told += "\(step) \(what); "
        words.append(step)
    }

    /// Decides the best of the suggestions, as an owner would who goes through them: what is learned from with the next import.
    private mutating func answer(_ disk: VaultOnDisk, _ random: inout SeededGenerator) throws {
        var pairs: [[UniqueID]] = []
        try disk.vault.forEachLikelyPair { first, second, _ in if pairs.count < 4 { pairs.append([first.id, second.id]) } }
        for pair in pairs {
            // Of a pair that one of the answers before made one, nothing is left to say.
            let people = try pair.map { try disk.vault.people(meantBy: $0.description).map(\.id) }
            if people[0] == people[1] { continue }
            let isSame = random.happens(percent: 50)
            note(isSame ? "yes" : "no", isSame ? try disk.vault.merge(pair).step : try disk.vault.keepApart(pair).step)
        }
    }

    private mutating func takeList(_ disk: VaultOnDisk, _ turn: Int, _ random: inout SeededGenerator) throws {
        func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
        // A later export as a rule, now and then one of between.
        let day = "20\(random.happens(percent: 80) ? 10 + turn : Int.random(in: 10...(10 + turn), using: &random))-01-02"
        let isConnections = random.happens(percent: 50)
        let lines = (0..<rows).map { _ in
            let (given, family) = (pick(Self.givens), pick(families))
            if isConnections {
                let name = "\(given)-\(family)-\(pick(["1", "2"]))".replacing(" ", with: "-")
                let connected = "0\(Int.random(in: 1...9, using: &random)) Feb 2009"
                return "\(given),\(family),https://www.linkedin.com/in/\(name),,\(pick(["A Ltd", "B AG"])),,\(connected)"
            }
            let company = pick(["A Ltd", "B AG", ""])
            return "GOOGLE_CONTACTS,\(given),\(family),\(company),,\(pick(Self.givens))@example.com,,\"1/2/23, 3:45 AM\",,,,"
        }
        let text = ([isConnections ? Self.connectionColumns : Self.bookColumns] + lines).joined(separator: "\n")
        let report = isConnections ? try disk.take(text, on: day) : try disk.take(["Contacts.csv": text], on: day)
        note("\(isConnections ? "connections" : "contacts") of \(day)", report.step)
    }
}
