import Foundation
import Testing

/// What people are told: who is meant by a step, what was understood of a search, what is waited for.
@Suite("What people are told")
struct WordsTests {
    let workshop: Workshop
    var holdfast: Program { workshop.holdfast }

    init() throws { workshop = try Workshop() }

    private func take(_ rows: [String], on day: String = "2024-01-01") throws {
        let file = try workshop.write("in.csv", ([Connections.header] + rows).joined(separator: "\n"))
        try #require(holdfast("import", "--exported-on", day, file).status == 0)
    }

    private let ada = "Ada,Example,https://www.linkedin.com/in/ada,ada@example.com,Example Inc.,Partner,08 Feb 2020"
    private let bo = "Bo,Muster,https://www.linkedin.com/in/bo,bo@example.org,Muster GmbH,Partner,08 Feb 2021"

    @Test("A day that has not come yet is no day of a hand-out, and nothing is imported")
    func dayToCome() throws {
        let file = try workshop.write("in.csv", "\(Connections.header)\n\(ada)\n")
        let run = try holdfast("import", "--exported-on", "2199-01-01", file)
        #expect(run.status == 64 && run.errors.contains("“2199-01-01” has not come yet"), "\(run)")
        #expect(workshop.names() == ["in.csv"])
    }
}
