import ContactModel
import Testing
import Vault

/// People that are read on one thread and made on another are the people that are read at once, in the same order.
@Suite struct `People ahead` {
    private let disk: VaultOnDisk

    init() throws {
        disk = try VaultOnDisk()
        let rows = (0..<700).map { number in
            let email = number % 3 == 0 ? "person\(number)@firm\(number % 5).example" : ""
            return
                "Given\(number),Family\(number % 11),https://www.linkedin.com/in/p\(number),\(email),Firm \(number % 5),Title,08 Feb 2020"
        }
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
        try disk.take(([header] + rows).joined(separator: "\n"), on: "2021-01-01")
        // Some say something else, some are gone.
        let later = rows.dropFirst(50).enumerated().map { $0.offset % 4 == 0 ? $0.element.replacing("Title", with: "Partner") : $0.element }
        try disk.take(([header] + later).joined(separator: "\n"), on: "2022-01-01")
        try disk.vault.say(.tag, of: disk.person("Given7 Family7").id, payload: ["tag": .string("client")])
    }

    @Test(
        arguments: ["", "firm", "company:\"Firm 2\"", "kind:work", "is:stale", "tag:client", "is:disconnected", "nobody"], [false, true])
    func `are those read at once`(query: String, isSorted: Bool) throws {
        let filter = try PeopleFilter(query.isEmpty ? [] : [query])
        var expected: [String] = []
        try disk.vault.forEachPerson(filter, sortedByName: isSorted) { person in
            expected.append("\(person)")
            return true
        }
        var found: [String] = []
        try disk.vault.peopleAhead(filter, sortedByName: isSorted).forEach { found += $0.map { "\($0)" } }
        #expect(found == expected)
        #expect(found.isEmpty == (query == "nobody"))
    }
}
