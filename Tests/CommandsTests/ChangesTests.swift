import Foundation
import Testing

/// What `changes` says, and in which order.
@Suite("Changes")
struct ChangesTests {
    private let workshop: Workshop
    private var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    @Test("Who comes into an address book or leaves it is nobody's connection by that")
    func addressBook() throws {
        let header = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,Birthday,Location,Profiles\n"
        func book(_ names: [String]) -> String {
            header + names.map { "GOOGLE,\($0),Book,,,\($0.lowercased())@book.example,,\"1/2/23, 3:45 AM\",,,,\n" }.joined()
        }
        for (day, names) in [("2023-01-01", ["Gina", "Olaf"]), ("2024-01-01", ["Olaf", "Nora"])] {
            let file = try workshop.write("\(day)/Contacts.csv", book(names))
            #expect(try holdfast("import", file, "--exported-on", day).status == 0)
        }
        let text = try holdfast("changes").text
        #expect(text.contains("in the address book since then") && text.contains("no longer in the address book"), "\(text)")
        #expect(!text.contains("connected"), "\(text)")
        let changes = try holdfast("changes", "--json").objects
        #expect(changes.map { $0["kind"].string }.sorted { ($0 ?? "") < ($1 ?? "") } == ["connected", "disconnected"])
        #expect(changes.allSatisfy { $0["field"].string == "address-book" }, "\(changes)")
    }

    @Test("Namesakes of one day come in the same order, whichever file came first")
    func namesakes() throws {
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        func row(_ slug: String, _ company: String) -> String {
            "Jo,Ek,https://www.linkedin.com/in/\(slug),,\(company),Partner,01 Feb 2010\n"
        }
        let other = "An,Other,https://www.linkedin.com/in/an-other,,Works,Partner,01 Feb 2010\n"
        let files = [
            ("2016-03-01", row("jo-1", "Co1") + other), ("2017-03-01", row("jo-2", "Co2") + other),
            ("2018-03-01", row("jo-3", "Co3") + other),
            ("2019-03-01", other), ("2020-03-01", row("jo-1", "Co1") + row("jo-2", "Co2") + row("jo-3", "Co3") + other),
        ]
        var told: [String] = []
        for order in [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
            let vault = workshop.path("\(order[0]).sqlite")
            for place in order {
                let file = try workshop.write("\(place).csv", header + files[place].1)
                #expect(try holdfast("--vault", vault, "import", file, "--exported-on", files[place].0).status == 0)
            }
            told.append(try holdfast("--vault", vault, "changes", "--json").text)
        }
        #expect(told[0].contains("disconnected") && Set(told).count == 1, "\(told)")
    }

    @Test("A first part that nothing followed for days says to ask again")
    func secondPartMissing() throws {
        let run = try holdfast("import", Repository.linkedIn("archive-2026-part-1"), "--exported-on", "2026-01-10")
        #expect(run.status == 0, "\(run)")
        let status = try holdfast("status").text
        #expect(status.contains("The second should have come within 72 hours") && status.contains("ask for the archive again"), "\(status)")
    }
}
