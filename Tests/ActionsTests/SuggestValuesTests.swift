import Actions
import ContactFormats
import ContactModel
import ContactQuality
import Foundation
import TestSupport
import Testing
import Vault

/// Suggestions in a vault: found, decided, taken back, kept over imports, archived and erased.
@Suite("Suggestions in a vault")
struct SuggestValuesTests {
    private let folder: TemporaryFolder
    private let vault: Vault
    private let today = CalendarDate(daysSince1970: 20_780)

    private static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    private static let colleagues = [("Ada", "Sample"), ("Bo", "Probe"), ("Carla", "Muster"), ("Dan", "Beispiel"), ("Eva", "Exemple")]

    private static func row(_ given: String, _ family: String, email: String = "", company: String = "Acmeton Robotics GmbH") -> String {
        "\(given),\(family),https://www.linkedin.com/in/\(given.lowercased())-\(family.lowercased()),\(email),\(company),Engineer,08 Feb 2026\n"
    }

    private static let list =
        header
        + colleagues.map { row($0.0, $0.1, email: "\($0.0.lowercased()).\($0.1.lowercased())@acmeton-robotics.example") }.joined()
        + row("Grace", "Hopton") + row("Linus", "Torvan") + row("Zoe", "Other", company: "Another Firm Ltd")

    init() throws {
        folder = try TemporaryFolder()
        vault = try Vault(path: folder.path("vault.sqlite"), clock: .fixed(on: today))
        try bringIn(Self.list, on: "2026-11-01")
    }

    private func bringIn(_ text: String, on day: String, name: String = "Connections.csv") throws {
        let path = try folder.write("\(day)/\(name)", text)
        let outcome = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: day))).run(in: vault)
        try #require(outcome.failures.isEmpty, "\(outcome.failures)")
    }

    private func suggestions(least: Double = 0.5) throws -> [Suggestion] { try SuggestValues(minimum: least, asOf: today).run(in: vault) }

    private func decide(_ verdict: DecideSuggestions.Verdict, _ selection: DecideSuggestions.Selection) throws -> DecideSuggestions.Outcome
    {
        try DecideSuggestions(verdict, on: selection, asOf: today).run(in: vault)
    }

    private func person(_ name: String) throws -> Person { try FindPerson(name).run(in: vault) }

    @Test("Colleagues' addresses make guesses for those without one")
    func found() throws {
        let found = try suggestions()
        #expect(
            Set(found.map(\.value)) == ["grace.hopton@acmeton-robotics.example", "linus.torvan@acmeton-robotics.example"]
                && found.allSatisfy { $0.isGuess && $0.field == .email && $0.probability > 0.6 })
        #expect(try SuggestValues(for: .person("grace"), asOf: today).run(in: vault).map(\.name) == ["Grace Hopton"])
        #expect(try SuggestValues(fields: [.phone], minimum: 0, asOf: today).run(in: vault).isEmpty)
        #expect(throws: VaultError.self) { try SuggestValues(for: .person("nobody"), asOf: today).run(in: vault) }
        #expect(try vault.log().count == 1, "looking changes nothing")
    }

    @Test("What is less likely than the minimum is counted, with the likeliest of it")
    func below() throws {
        let all = try suggestions(least: 0)
        let below = try SuggestValues(minimum: 0.99, asOf: today).belowMinimum(in: vault)
        #expect(below.count == all.count && below.all.first?.probability == all.map(\.probability).max())
        #expect(try SuggestValues(minimum: 0, asOf: today).belowMinimum(in: vault).count == 0)
    }

    @Test("Many are accepted in one step, which says what they rest on, and is undone as one")
    func accept() throws {
        let outcome = try decide(.accept, .found(SuggestValues(asOf: today)))
        #expect(outcome.suggestions.count == 2 && outcome.people == 2 && outcome.guesses == 2)
        let step = try #require(outcome.step)
        #expect(try vault.log().last?.decision.kind == .accept && vault.log().count == 2)
        let grace = try person("grace")
        let held = try #require(grace.emails.first)
        #expect(held.value.address == "grace.hopton@acmeton-robotics.example" && held.isAcceptedGuess)
        #expect(held.provenance.map(\.source) == ["you"] && held.provenance.map(\.basis) == [.guess])
        #expect(try suggestions(least: 0).isEmpty)
        #expect(try vault.verify().isSound)
        _ = try UndoStep(step).run(in: vault)
        #expect(try person("grace").emails.isEmpty && person("linus").emails.isEmpty && suggestions().count == 2)
        #expect(try vault.verify().isSound)
    }

    @Test("Who says all is told what was passed over: less likely values for the same field, and what lies below the minimum")
    func passedOver() throws {
        // Two address books have an address each of somebody called Grace Hopton.
        for (day, local) in [("2026-11-10", "grace.hopton"), ("2026-11-11", "g.hopton")] {
            try bringIn(
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Grace Hopton\r\nN:Hopton;Grace;;;\r\nEMAIL:\(local)@acmeton-robotics.example\r\nEND:VCARD\r\n",
                on: day, name: "\(local).vcf")
        }
        let all = try suggestions(least: 0)
        let minimum = try #require(all.filter { $0.name == "Grace Hopton" && $0.field == .email }.map(\.probability).min())
        try #require(all.count { $0.name == "Grace Hopton" && $0.field == .email } == 2)
        // What is shown only to those who ask for less than is usual is no part of what lies below more than is usual.
        let least = minimum > SuggestValues.usualMinimum ? SuggestValues.usualMinimum : 0
        let below = all.count { $0.probability < minimum && $0.probability >= least }
        let dry = try DecideSuggestions(
            .accept, on: .found(SuggestValues(minimum: minimum, asOf: today)), isDryRun: true, asOf: today
        ).run(in: vault)
        let outcome = try decide(.accept, .found(SuggestValues(minimum: minimum, asOf: today)))
        #expect(outcome.passedOver.lessLikely == 1 && outcome.passedOver.belowMinimum == below && outcome.passedOver.minimum == minimum)
        #expect(dry.passedOver == outcome.passedOver)
        #expect(outcome.suggestions.count + outcome.passedOver.count == all.count { $0.probability >= least })
        let kept = try #require(try vault.log().last?.decision.payload["passed_over"])
        #expect(DecideSuggestions.PassedOver(json: kept) == outcome.passedOver)
        // Nothing is passed over where each is named, or turned down.
        _ = try UndoStep(outcome.step).run(in: vault)
        #expect(try decide(.reject, .found(SuggestValues(minimum: 0, asOf: today))).passedOver.count == 0)
        var likeliest = LikeliestSuggestions(9)
        for one in all { likeliest.add(one) }
        #expect(likeliest.count == all.count && likeliest.acceptable == all.count - 1 && likeliest.people == Set(all.map(\.person)).count)
    }

    @Test("An accepted guess is no evidence for further guesses")
    func noEcho() throws {
        let before = try suggestions().first { $0.name == "Linus Torvan" }
        let grace = try #require(try suggestions().first { $0.name == "Grace Hopton" })
        _ = try decide(.accept, .ids([grace.id.description]))
        #expect(try suggestions().first { $0.name == "Linus Torvan" } == before)
    }

    @Test("What was turned down is not proposed again, after further imports neither, until that is undone")
    func reject() throws {
        let grace = try #require(try suggestions().first { $0.name == "Grace Hopton" })
        let outcome = try decide(.reject, .ids([String(grace.id.description.prefix(8))]))
        #expect(try suggestions(least: 0).map(\.name) == ["Linus Torvan"])
        try bringIn(Self.list + Self.row("Finn", "Voorbeeld"), on: "2026-11-20")
        #expect(try Set(suggestions().map(\.name)) == ["Linus Torvan", "Finn Voorbeeld"])
        _ = try UndoStep(outcome.step).run(in: vault)
        #expect(try suggestions().contains { $0.id == grace.id })
    }

    @Test("An accepted value survives imports, and the profile's new name")
    func survives() throws {
        _ = try decide(.accept, .found(SuggestValues(asOf: today)))
        try bringIn(Self.list, on: "2026-11-20")
        #expect(try person("grace").emails.first?.value.address == "grace.hopton@acmeton-robotics.example")
        #expect(try suggestions().isEmpty && vault.verify().isSound)
    }

    @Test("Ids that name nothing, or several, change nothing")
    func unknownIDs() throws {
        #expect(throws: VaultError.self) { try decide(.accept, .ids(["0000000000000000"])) }
        #expect(throws: VaultError.self) { try decide(.accept, .ids(["ab"])) }
        let dry = try DecideSuggestions(.accept, on: .found(SuggestValues(asOf: today)), isDryRun: true, asOf: today).run(in: vault)
        #expect(dry.suggestions.count == 2 && dry.step == nil)
        #expect(try vault.log().count == 1 && person("grace").emails.isEmpty)
    }

    @Test("Who is erased takes along what was accepted and turned down for them, and leaves the others theirs")
    func erase() throws {
        let linus = try #require(try suggestions().first { $0.name == "Linus Torvan" })
        _ = try decide(.reject, .ids([linus.id.description]))
        _ = try UndoStep(nil).run(in: vault)
        _ = try decide(.accept, .found(SuggestValues(asOf: today)))
        _ = try EditPeople(.init(settings: [.init(.title, "Chief")]), of: .filter(.everybody)).run(in: vault)
        _ = try vault.erase(person("linus").id)
        let log = try vault.log().map { String(decoding: JSONValue.object($0.decision.payload).serialized(), as: UTF8.self) }
        for trace in ["linus.torvan", linus.person.description] { #expect(!log.contains { $0.contains(trace) }, "\(log)") }
        let grace = try person("grace")
        #expect(grace.emails.first?.isAcceptedGuess == true && grace.titles.first?.value == "Chief")
        #expect(try vault.verify().isSound)
    }

    @Test("An archive makes the same vault again, accepted and turned down values with it")
    func archive() throws {
        let grace = try #require(try suggestions().first { $0.name == "Grace Hopton" })
        _ = try decide(.accept, .ids([grace.id.description]))
        _ = try decide(.reject, .found(SuggestValues(asOf: today)))
        _ = try ExportArchive(to: folder.path("archive.zip")).run(in: vault)
        let other = try Vault(path: folder.path("other.sqlite"), clock: .fixed(on: today))
        defer { try? other.close() }
        _ = try ImportFiles(paths: [folder.path("archive.zip")]).run(in: other)
        #expect(try FindPerson("grace").run(in: other).emails.first?.isAcceptedGuess == true)
        #expect(try SuggestValues(minimum: 0, asOf: today).run(in: other).isEmpty && other.verify().isSound)
    }

    @Test("A report on somebody tells of a step about many only what concerns them")
    func report() throws {
        _ = try decide(.accept, .found(SuggestValues(asOf: today)))
        _ = try EditPeople(.init(tags: ["fair"]), of: .filter(.everybody)).run(in: vault)
        let report = String(decoding: try ReportOnPerson("grace").run(in: vault, clock: .fixed(on: today)).json, as: UTF8.self)
        #expect(report.contains("grace.hopton@acmeton-robotics.example") && !report.contains("linus"))
        #expect(try !report.contains(person("linus").id.description) && report.contains("fair"))
    }

    @Test("Many are edited in one step; of whom nothing changes nothing is said")
    func editMany() throws {
        let change = EditPeople.Change(settings: [.init(.company, " Acmeton Robotics ")], tags: ["robots"], removedTags: ["none"])
        let people = PeopleMeant.filter(try PeopleFilter(["company:acmeton"]))
        let dry = try EditPeople(change, of: people, isDryRun: true, examples: 2).run(in: vault)
        #expect(
            dry.meant == 7 && dry.changed == 7 && dry.changes == ["company": 7, "tag": 7] && dry.examples.count == 2 && dry.step == nil)
        #expect(try vault.log().count == 1)
        let done = try EditPeople(change, of: people).run(in: vault)
        #expect(done.changed == 7 && done.step == 2)
        #expect(try person("grace").companies.map(\.value) == ["Acmeton Robotics", "Acmeton Robotics GmbH"])
        #expect(try person("grace").tags.map(\.value) == ["robots"] && person("zoe").tags.isEmpty)
        #expect(try EditPeople(change, of: people).run(in: vault).changed == 0 && vault.log().count == 2)
        #expect(try vault.verify().isSound)
        _ = try UndoStep(nil).run(in: vault)
        #expect(try person("grace").companies.map(\.value) == ["Acmeton Robotics GmbH"] && person("ada").tags.isEmpty)
        #expect(try vault.verify().isSound)
        #expect(throws: VaultError.self) { try EditPeople(.init(settings: [.init(.title, "  ")]), of: people).run(in: vault) }
        #expect(throws: VaultError.self) { try EditPeople(.init(), of: people).run(in: vault) }
    }
}
