import Actions
import ContactFormats
import ContactModel
import ContactQuality
import Foundation
import TestSupport
import Testing
import Vault

/// Who may go to a CRM, and why others may not.
@Suite("The gate before a CRM")
struct GateTests {
    private let folder: TemporaryFolder
    private let vault: Vault
    private let today = CalendarDate(daysSince1970: 20_780)

    private static let list = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Sample,https://www.linkedin.com/in/ada,ada.sample@acmeton-robotics.example,Acmeton Robotics GmbH,Engineer,08 Feb 2026
        Bo,Probe,https://www.linkedin.com/in/bo,bo@gmail.com,Acmeton Robotics GmbH,Engineer,08 Feb 2026
        Cy,Muster,https://www.linkedin.com/in/cy,cy.muster@acmeton-robotics.example,Acmeton Robotics GmbH,,08 Feb 2026
        Di,Beispiel,https://www.linkedin.com/in/di,,Self-employed,Coach,08 Feb 2026
        Eva,Exemple,https://www.linkedin.com/in/eva,eva.exemple@acmeton-robotics.example,Acmeton Robotics GmbH,Partner,08 Feb 2026

        """

    init() throws {
        folder = try TemporaryFolder()
        vault = try Vault(path: folder.path("vault.sqlite"), clock: .fixed(on: today))
        let path = try folder.write("Connections.csv", Self.list)
        _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-10-01"))).run(in: vault)
    }

    private func codes(_ name: String, _ profile: HandOverProfile = .standard, on day: CalendarDate? = nil) throws -> [String] {
        let gate = try Gate(profile, for: vault, asOf: day ?? today)
        return gate.objections(to: try FindPerson(name).run(in: vault)).map(\.code)
    }

    private func profile(_ text: String) throws -> HandOverProfile { try HandOverProfile(text, path: "p") }

    @Test("Only who has a work address, a company and a title passes, and the reasons are told")
    func standard() throws {
        #expect(try codes("Ada Sample").isEmpty && codes("Eva").isEmpty)
        #expect(try codes("Bo") == ["no-work-email"])
        #expect(try codes("Cy") == ["no-title"])
        #expect(try codes("Di") == ["no-work-email", "pseudo-company"])
    }

    @Test("What was confirmed too long ago holds back")
    func old() throws {
        #expect(try codes("Ada Sample", on: CalendarDate(iso: "2028-09-01")).isEmpty)
        #expect(try codes("Ada Sample", on: CalendarDate(iso: "2028-11-01")) == ["old-company", "old-title"])
        #expect(
            try codes("Ada Sample", profile("company = confirmed within 10 days"), on: CalendarDate(iso: "2026-10-20")) == ["old-company"])
    }

    @Test("Who is not to be handed on passes no profile; a field kept back is missing")
    func withheld() throws {
        let lax = try profile("email = not needed\ncompany = not needed\ntitle = not needed\nconflicts = allowed")
        _ = try SayOfPerson(.share(nil, isAllowed: false), of: "Ada Sample").run(in: vault)
        _ = try SayOfPerson(.share(.email, isAllowed: false), of: "Eva").run(in: vault)
        #expect(try codes("Ada Sample", lax) == ["withheld"])
        #expect(try codes("Eva") == ["withheld-email"] && codes("Eva", lax).isEmpty)
    }

    @Test(
        "A profile asks for more or for less",
        arguments: [
            ("email = any", "Bo", [String]()), ("email = work or personal", "Bo", []), ("title = not needed", "Cy", []),
            ("phone = known", "Ada Sample", ["no-phone"]), ("require = phone, url", "Ada Sample", ["no-phone"]),
            ("EMAIL=Any # yes\ncompany = not needed\n\n# nothing\n", "Di", ["no-email"]),
            ("minimum probability = 99 %", "Ada Sample", ["unlikely-address", "unlikely-company", "unlikely-title"]),
            ("minimum_probability = 0.5", "Ada Sample", []),
        ])
    func profiles(text: String, name: String, expected: [String]) throws {
        #expect(try codes(name, profile(text)) == expected)
    }

    @Test("Every wrong line is named with its number and what may stand there")
    func problems() throws {
        let text =
            "email = purple\n# fine\nnonsense\ncompany = confirmed within two years\nemail = work\nminimum probability = 2\nrequire = shoe\ncolour = red"
        let read = HandOverProfile.read(text)
        #expect(read.problems.map(\.line) == [1, 3, 4, 5, 6, 7, 8], "\(read.problems)")
        #expect(read.problems[0].text.contains("work or personal") && read.problems[3].text.contains("line 1"))
        let error = #expect(throws: InputError.self) { try HandOverProfile(text, path: "ours.profile") }
        #expect(error?.message.contains("ours.profile") == true && error?.message.contains("line 8") == true)
    }

    @Test("Who has no name at all is held back, and so is an address that is none")
    func nameless() throws {
        let path = try folder.write(
            "more/Connections.csv",
            """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            ,,https://www.linkedin.com/in/nobody,n.n@acmeton-robotics.example,Acmeton Robotics GmbH,Engineer,08 Feb 2026
            Flo,Modell,https://www.linkedin.com/in/flo,flo..modell@acmeton-robotics.example,Acmeton Robotics GmbH,Engineer,08 Feb 2026

            """)
        _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-10-02"))).run(in: vault)
        #expect(try codes("n.n@acmeton-robotics.example") == ["no-name"])
        #expect(try codes("n.n@acmeton-robotics.example", profile("name = not needed")).isEmpty)
        #expect(try codes("Flo") == ["malformed-email"] && codes("Flo", profile("email = not needed")).isEmpty)
    }

    @Test("Who names no company, and who names none that is one, are told apart as in the review")
    func companies() throws {
        let path = try folder.write(
            "more/Connections.csv",
            """
            First Name,Last Name,URL,Email Address,Company,Position,Connected On
            Gil,Sans,https://www.linkedin.com/in/gil,gil.sans@acmeton-robotics.example,,Engineer,08 Feb 2026
            Hal,Libre,https://www.linkedin.com/in/hal,hal.libre@acmeton-robotics.example,Retired,Engineer,08 Feb 2026

            """)
        _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-10-02"))).run(in: vault)
        let profile = try profile("email = not needed\ncompany = known")
        #expect(try codes("Gil", profile) == ["no-company"] && codes("Hal", profile) == ["pseudo-company"])
        let review = try ReviewContacts(asOf: today).run(in: vault)
        let report = try ExportContacts(format: .csv, profile: profile, asOf: today).run(in: vault, to: .nowhere)
        for (code, rule) in [("no-company", "company-missing"), ("pseudo-company", "company-pseudo")] {
            #expect(report.gate?.reasons.first { $0.reason.code == code }?.people == review.tally.count(of: rule))
        }
    }

    @Test("The profile that is printed is the one that is used")
    func standardText() throws {
        #expect(
            try profile(HandOverProfile.standardText) == .standard && profile("") == .standard
                && profile("\u{FEFF}email = work") == .standard)
    }

    @Test("An accepted guess passes, unless the profile says otherwise")
    func guess() throws {
        _ = try DecideSuggestions(
            .accept, on: .found(SuggestValues(minimum: 0, asOf: today)), asOf: today
        ).run(in: vault)
        #expect(try FindPerson("Bo").run(in: vault).emails.first?.value.address == "bo.probe@acmeton-robotics.example")
        #expect(try codes("Bo").isEmpty && codes("Bo", profile("accepted guesses = not allowed")) == ["guessed-email"])
    }

    @Test("In every format the same people pass, and the others are told", arguments: ExportFormat.allCases)
    func formats(format: ExportFormat) throws {
        var heldBack: [String: [String]] = [:]
        var bytes: [UInt8] = []
        let report = try ExportContacts(format: format, profile: .standard, asOf: today).run(
            in: vault, to: .stream { bytes += $0 }, onHeldBack: { heldBack[$0.name] = $0.reasons.map(\.code) })
        #expect(heldBack.keys.sorted() == ["Bo Probe", "Cy Muster", "Di Beispiel"] && report.tally.written == 2)
        #expect(report.gate?.passed == 2 && report.gate?.heldBack == 3 && report.gate?.reasons.first?.people == 2)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("Exemple") && !text.contains("Beispiel") && !text.contains("Muster"))
    }

    @Test("Sources that disagree hold back until it is settled")
    func conflict() throws {
        let card = """
            BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Sample\r\nN:Sample;Ada;;;\r\nEMAIL:ada.sample@acmeton-robotics.example\r\n\
            ORG:Wholly Other Works\r\nTITLE:Engineer\r\nEND:VCARD\r\n
            """
        let path = try folder.write("book.vcf", card)
        _ = try ImportFiles(paths: [path], options: ImportOptions(exportedOn: CalendarDate(iso: "2026-09-30"))).run(in: vault)
        #expect(try codes("ada.sample@acmeton-robotics.example") == ["conflict-company"])
        #expect(try codes("ada.sample@acmeton-robotics.example", profile("conflicts = allowed")).isEmpty)
        _ = try SayOfPerson(.edit(.company, "Acmeton Robotics GmbH"), of: "ada.sample@acmeton-robotics.example").run(in: vault)
        #expect(try codes("ada.sample@acmeton-robotics.example").isEmpty)
    }
}
