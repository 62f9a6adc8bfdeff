import ContactModel
import Testing
import Vault

/// People that are read on one thread and made on another are the people that are read at once, in the same order.
@Suite struct `People ahead` {
    private let disk: VaultOnDisk

    init() throws {
        disk = try VaultOnDisk()
        let rows = (0..<700).map { number in
            // Some have addresses that tell nothing without their colleagues'.
            let email = number % 3 == 0 ? "person\(number)@\(number % 2 == 0 ? "firm\(number % 5)" : "zentrale\(number % 5)").example" : ""
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
        arguments: [
            "", "firm", "company:\"Firm 2\"", "kind:work", "is:stale", "is:unreachable", "tag:client", "is:disconnected", "nobody",
        ], [false, true])
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

    @Test(arguments: ["", "kind:work", "nobody"], [false, true])
    func `come with what all people tell of addresses, found out with them or before`(query: String, isKnown: Bool) throws {
        let filter = try PeopleFilter(query.isEmpty ? [] : [query])
        var everybody: [Person] = []
        try disk.vault.forEachPerson(.everybody) { person in
            everybody.append(person)
            return true
        }
        // Found out by another who has the same file open, so that this vault has nothing kept.
        let other = try Vault(path: disk.path)
        defer { try? other.close() }
        let expected = try other.emailKinds()
        let alone = EmailKinds()
        #expect(everybody.contains { expected.best(of: $0) != alone.best(of: $0) })
        if isKnown { _ = try disk.vault.emailKinds() }
        let people = disk.vault.peopleAhead(filter, tellingKinds: true)
        let kinds = try people.emailKinds()
        for person in everybody { #expect(kinds.best(of: person) == expected.best(of: person)) }
        var (found, wanted) = ([String](), [String]())
        try people.forEach { found += $0.map { "\($0)" } }
        try disk.vault.forEachPerson(filter) { person in
            wanted.append("\(person)")
            return true
        }
        #expect(found == wanted)
    }
}
