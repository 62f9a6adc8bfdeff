import Foundation
import Testing

/// A hand-out of which nothing tells the day takes its place by a guess, and the owner's word puts it right.
@Suite("A guessed day")
struct GuessedDayTests {
    private let workshop: Workshop
    private var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    /// A list of people with their companies; with days of connecting, or without a date anywhere.
    private func list(_ company: String, people: Int, hasDates: Bool) -> String {
        let header = "First Name,Last Name,URL,Company,Position" + (hasDates ? ",Connected On" : "")
        let rows = (0..<people).map { number in
            "Given\(number),Family\(number),https://www.linkedin.com/in/p\(number),\(company)\(number),Partner"
                + (hasDates ? ",0\(number + 1) Jan 2010" : "")
        }
        return ([header] + rows).map { $0 + "\n" }.joined()
    }

    /// What is told of people and their history, without what differs between two vaults.
    private func told(_ vault: String) throws -> [String] {
        try [["people"], ["changes", "--json"]].map { try holdfast.run($0, with: ["HOLDFAST_VAULT": workshop.path(vault)]).text }
    }

    private func companies() throws -> Set<String?> { Set(try holdfast("people", "--json").objects.map { $0["company"].string }) }

    @Test("A list that only its file's time puts last says so; imported again with its day, it stands there, in one step")
    func fileTime() throws {
        let new = try workshop.write("new.csv", list("New", people: 5, hasDates: true))
        let old = try workshop.write("old.csv", list("Old", people: 3, hasDates: false))
        for file in [(new, "2025-11-01"), (old, "2021-01-01")] {
            #expect(try holdfast("--vault", "right.sqlite", "import", file.0, "--exported-on", file.1).status == 0)
        }
        let right = try told("right.sqlite")

        #expect(try holdfast("import", new, "--exported-on", "2025-11-01").status == 0)
        let guessed = try holdfast("import", old)
        #expect(guessed.text.contains("It now counts as newer than the list of 2025-11-01"), "\(guessed)")
        #expect(guessed.text.contains("--exported-on YYYY-MM-DD: that puts this import right"), "\(guessed)")
        let wrong = try told("vault.sqlite")
        #expect(wrong != right)

        let tried = try holdfast("import", "--dry-run", old, "--exported-on", "2021-01-01")
        #expect(tried.text.contains("It would stand on 2021-01-01"), "\(tried)")
        #expect(try told("vault.sqlite") == wrong)
        let corrected = try holdfast("import", old, "--exported-on", "2021-01-01")
        #expect(corrected.text.contains("It stands on 2021-01-01 now"), "\(corrected)")
        #expect(try told("vault.sqlite") == right)
        #expect(try companies() == ["New0", "New1", "New2", "New3", "New4"])
        #expect(try holdfast("snapshots", "--json").objects.count == 2)
        #expect(try holdfast("log", "--json").objects.count == 3)
        #expect(try holdfast("log").text.contains("on its right day"))
        #expect(try holdfast("verify").status == 0)
        let again = try holdfast("import", "--json", old, "--exported-on", "2021-01-01").object
        #expect(again["files"][0]["already_imported"].bool == true)

        #expect(try holdfast("undo").status == 0)
        #expect(try told("vault.sqlite") == wrong)
        #expect(try holdfast("verify").status == 0)
        #expect(try holdfast("undo", "4").status == 0)
        #expect(try told("vault.sqlite") == right)
        #expect(try holdfast("verify").status == 0)
    }

    @Test("A day before the newest date of the file is doubted, aloud")
    func beforeItsOwnDates() throws {
        let file = try workshop.write("a.csv", list("Works", people: 3, hasDates: true))
        let run = try holdfast("import", file, "--exported-on", "2009-01-01")
        #expect(run.status == 0 && run.text.contains("It holds a date of 2010-01-03, after the day it is said"), "\(run)")
        let right = try holdfast("--vault", "right.sqlite", "import", file, "--exported-on", "2010-01-03")
        #expect(right.status == 0 && !right.text.contains("It holds a date"), "\(right)")
    }

    @Test("A list dated by its newest entry moves to the day the owner tells, and is no second hand-out")
    func newestEntry() throws {
        let file = try workshop.write("a.csv", list("Works", people: 3, hasDates: true))
        #expect(try holdfast("import", file).status == 0)
        #expect(try holdfast("import", file, "--exported-on", "2024-05-05").status == 0)
        #expect(try holdfast("snapshots", "--json").objects.map { $0["exported_on"].string } == ["2024-05-05"])
        // A day the owner told is no guess: the same bytes on another one are another hand-out.
        #expect(try holdfast("import", file, "--exported-on", "2025-05-05").status == 0)
        #expect(try holdfast("snapshots", "--json").objects.count == 2)
        #expect(try holdfast("verify").status == 0)
    }
}
