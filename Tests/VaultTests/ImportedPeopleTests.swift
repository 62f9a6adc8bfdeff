import ContactModel
import TestSupport
import Testing
import Vault

@Suite("What imports did to people")
struct ImportedPeopleTests {
    private static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"

    private static func list(_ people: (name: String, company: String, position: String)...) -> String {
        header
            + people.enumerated().map { place, person in
                let words = person.name.split(separator: " ")
                let slug = person.name.lowercased().replacing(" ", with: "-")
                return
                    "\(words[0]),\(words[1]),https://www.linkedin.com/in/\(slug),,\(person.company),\(person.position),1\(place) Feb 2020\n"
            }.joined()
    }

    private static let before = list(
        ("Ada Example", "Muster GmbH", "Partner"), ("Bo Probe", "Probe AG", "Analyst"), ("Cy Sample", "Acme Inc.", "Counsel"))
    private static let after = list(
        ("Ada Example", "Beispiel AG", "Partner"), ("Bo Probe", "Probe AG", "Analyst"), ("Dee Muster", "Acme Inc.", "Director"))

    private func names(_ search: String, in vault: Vault) throws -> [String] {
        let listed = try vault.people(PeopleFilter([search]), offset: 0, limit: 100).map(\.displayName)
        var read: [String] = []
        try vault.forEachPerson(PeopleFilter([search]), sortedByName: true) { person in
            read.append(person.displayName)
            return true
        }
        #expect(listed == read, "the list and the one after another agree")
        return listed
    }

    @Test("Each number counts those its search finds, and they are the ones the import tells of")
    func numbers() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        let report = try bench.take(Self.after, on: "2026-02-08")
        let step = try #require(report.step)
        let file = try #require(report.files.first)
        let expected: [(ImportEffect, Int64, [String])] = [
            (.new, file.new, ["Dee Muster"]), (.changed, file.updated, ["Ada Example"]), (.unchanged, file.unchanged, ["Bo Probe"]),
            (.gone, file.gone, ["Cy Sample"]),
        ]
        for reference in [ImportReference.steps(step...step), .list(step: step, place: 1)] {
            let summary = try bench.vault.summary(of: reference)
            for (effect, told, people) in expected {
                #expect(Int64(summary.count(effect)) == told && told == 1)
                #expect(try names(reference.search(effect), in: bench.vault) == people)
            }
            #expect(try names(reference.search(), in: bench.vault).count == 4)
        }
        #expect(report.newPeople == 1 && report.updatedPeople == 2, "changed and gone are those something changed of")
        #expect(try names("import:\(step)/changed -company:muster", in: bench.vault) == ["Ada Example"])
        #expect(try names("-import:\(step)/changed", in: bench.vault).count == 3)
    }

    @Test("Whatever comes in later, of an earlier or a later day, an import's numbers stay")
    func later() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        let step = try #require(try bench.take(Self.after, on: "2026-02-08").step)
        let counts = try bench.vault.summary(of: .steps(step...step)).counts
        try bench.take(Self.list(("Dee Muster", "Acme Inc.", "Director"), ("Ada Example", "Beispiel AG", "Partner")), on: "2025-01-01")
        try bench.take(Self.list(("Eve Probe", "Acme Inc.", "Director")), on: "2026-06-01")
        try bench.take(Self.list(("Dee Muster", "Other Ltd", "Chair")), on: "2019-06-01")
        #expect(try bench.vault.summary(of: .steps(step...step)).counts == counts)
        #expect(try names("import:\(step)/gone", in: bench.vault) == ["Cy Sample"])
        #expect(try names("import:\(step)/new", in: bench.vault) == ["Dee Muster"])
    }

    @Test("An import that was taken back counts nobody and says so, and counts again when it is done again")
    func undone() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        let step = try #require(try bench.take(Self.after, on: "2026-02-08").step)
        let undo = try bench.vault.undo(step).step.step
        #expect {
            try bench.vault.summary(of: .steps(step...step))
        } throws: {
            ($0 as? PeopleFilter.SyntaxError)?.message.contains("taken back") == true
        }
        #expect(throws: PeopleFilter.SyntaxError.self) { try names("import:\(step)/new", in: bench.vault) }
        _ = try bench.vault.undo(undo)
        #expect(try names("import:\(step)/new", in: bench.vault) == ["Dee Muster"])
        #expect(throws: PeopleFilter.SyntaxError.self) { try names("import:99", in: bench.vault) }
    }

    @Test("Who is known from elsewhere is new in a list and not in the contact book; several imports count everybody once")
    func elsewhere() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        let cards = """
            BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Example\r\nN:Example;Ada;;;\r\nURL:https://www.linkedin.com/in/ada-example\r\nTEL:+493012345678\r\nEND:VCARD\r
            BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Fay Muster\r\nN:Muster;Fay;;;\r\nTEL:+493012345679\r\nEND:VCARD\r

            """
        let step = try #require(try bench.take(cards, named: "book.vcf", on: "2025-01-01").step)
        let (all, list) = (try bench.vault.summary(of: .steps(step...step)), try bench.vault.summary(of: .list(step: step, place: 1)))
        #expect(all.counts == [.new: 1, .changed: 1] && list.counts == [.new: 2])
        let last = try #require(try bench.take(Self.after, on: "2026-02-08").step)
        let both = try bench.vault.summary(of: .steps(step...last))
        #expect(both.counts == [.new: 2, .changed: 1, .unchanged: 1, .gone: 1])
        #expect(try names("import:\(step)..\(last)/new", in: bench.vault) == ["Dee Muster", "Fay Muster"])
    }

    @Test("Who changes the name of a profile is one person who changed, neither new nor gone")
    func renamed() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        let renamed = Self.before.replacing(
            "Example,https://www.linkedin.com/in/ada-example", with: "Example,https://www.linkedin.com/in/ada-e-77")
        let report = try bench.take(renamed, on: "2026-02-08")
        let step = try #require(report.step)
        let summary = try bench.vault.summary(of: .steps(step...step), naming: 5)
        #expect(summary.counts == [.changed: 1, .unchanged: 2])
        #expect(summary.changed.map(\.name) == ["Ada Example"] && summary.changed.allSatisfy { $0.changes.isEmpty })
    }

    @Test("Those who moved are named first, with where from and where to")
    func named() throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        let moved = Self.before.replacing("Acme Inc.", with: "Other Ltd").replacing("Analyst", with: "Director")
            .replacing("ada-example,", with: "ada-example,ada@muster.example")
        let step = try #require(try bench.take(moved, on: "2026-02-08").step)
        let summary = try bench.vault.summary(of: .steps(step...step), naming: 2)
        #expect(summary.count(.changed) == 3 && summary.changed.map(\.name) == ["Cy Sample", "Bo Probe"])
        #expect(summary.changed.first?.changes.map { [$0.from, $0.to] } == [["Acme Inc.", "Other Ltd"]])
    }

    @Test(
        "Numbers nothing came in with count nobody and say so",
        arguments: ["1.0", "1.2", "0", "7..9", "2..9223372036854775807", "1.9223372036854775807"])
    func nowhere(_ reference: String) throws {
        let bench = try VaultOnDisk()
        try bench.take(Self.before, on: "2024-05-14")
        #expect {
            try names("import:\(reference)/new", in: bench.vault)
        } throws: {
            ($0 as? PeopleFilter.SyntaxError)?.message.contains("nothing came in") == true
        }
    }

    @Test(
        "What is no import can't be searched for",
        arguments: ["import:", "import:x", "import:3/old", "import:5..3", "import:1.x", "import:/new"])
    func unreadable(_ text: String) {
        #expect(throws: PeopleFilter.SyntaxError.self) { try PeopleFilter([text]) }
    }
}
