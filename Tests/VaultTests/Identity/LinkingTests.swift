import ContactModel
import Foundation
import RecordLinkage
import TestSupport
import Testing
import Vault

/// Who is joined without a key, who is proposed, and who stays apart.
@Suite struct `Linking across sources` {
    private static let connections = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Zebulon,Quartermaine,https://www.linkedin.com/in/zeb-q,,Quarter Works GmbH,Partner,08 Feb 2020
        Anna,Meyer,https://www.linkedin.com/in/anna-meyer-12,,Example Ltd,Counsel,01 Mar 2021
        Anna,Meyer,https://www.linkedin.com/in/anna-meyer-77,,Other AG,Ärztin,01 Mar 2019
        Robert,Santos-Lima,https://www.linkedin.com/in/rsl,,Beispiel AG,CFO,02 Mar 2021
        """

    private static let header =
        "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,CreatedAt,FullName,Birthday,Location,Profiles"

    private static func contact(_ given: String, _ family: String, _ company: String, _ email: String, _ phone: String = "") -> String {
        "GOOGLE_CONTACTS,\(given),\(family),\(company),,\(email),\(phone),\"1/2/23, 3:45 AM\",,,,"
    }

    private static func book(_ rows: String...) -> String { ([header] + rows).joined(separator: "\n") }

    private static let zeb = contact("Zebulon", "Quartermaine", "Quarter Works", "z@quarter-works.example", "+1 555 0100")
    private static let bob = contact("Bob", "Santos", "Beispiel AG", "bob.santos@beispiel.example")
    private static let anna = contact("Anna", "Meyer", "", "anna.meyer@freemail.example")

    private func vault(_ contacts: String...) throws -> VaultOnDisk {
        let disk = try VaultOnDisk()
        try disk.take(Self.connections, on: "2022-01-01")
        try disk.take(["Contacts.csv": ([Self.header] + contacts).joined(separator: "\n")], on: "2023-01-02")
        return disk
    }

    private func pairs(_ disk: VaultOnDisk) throws -> [String] {
        var pairs: [String] = []
        try disk.vault.forEachDuplicate { pair in
            pairs.append([pair.first.displayName, pair.second.displayName].sorted().joined(separator: " = "))
            return true
        }
        return pairs
    }

    @Test func `joins a rare name at the same company, and knows a pet name for what it is`() throws {
        let disk = try vault(Self.zeb, Self.bob)
        let zeb = try disk.person("Zebulon Quartermaine")
        #expect(zeb.emails.map(\.value.address) == ["z@quarter-works.example"] && zeb.links.count == 1)
        let isJoined = try disk.everybody().contains { $0.names.count == 2 && $0.titles.first?.value == "CFO" }
        #expect(try isJoined || pairs(disk) == ["Bob Santos = Robert Santos-Lima"])
        #expect(try disk.findings() == [])
    }

    @Test func `leaves namesakes apart, and asks about a name that fits two`() throws {
        let disk = try vault(Self.anna)
        #expect(try disk.everybody().count == 5)
        #expect(try pairs(disk) == ["Anna Meyer = Anna Meyer", "Anna Meyer = Anna Meyer"])
        #expect(try disk.vault.duplicateCount() == 2)
        #expect(try disk.findings() == [])
    }

    @Test func `asks no more once the owner has decided`() throws {
        let disk = try vault(Self.anna)
        let annas = try disk.everybody().filter { $0.displayName == "Anna Meyer" }
        let contact = try #require(annas.first { $0.standing == .contact })
        let connections = annas.filter { $0.standing == .connected }
        try disk.vault.keepApart([contact.id, connections[0].id])
        #expect(try pairs(disk).count == 1)
        try disk.vault.merge([contact.id, connections[1].id])
        #expect(try pairs(disk) == [])
        try disk.take(Self.connections, on: "2024-01-01")
        #expect(try disk.everybody().count == 4)
        #expect(try pairs(disk) == [])
        #expect(try disk.findings() == [])
    }

    @Test func `takes apart what it joined when the owner says so, for good`() throws {
        let disk = try vault(Self.zeb)
        let (step, people) = try disk.vault.split(try disk.person("Zebulon Quartermaine").id)
        #expect(people.count == 2)
        try disk.take(["Contacts.csv": Self.book(Self.zeb, Self.bob)], on: "2024-01-02")
        #expect(try disk.everybody().filter { $0.displayName == "Zebulon Quartermaine" }.count == 2)
        #expect(try !pairs(disk).contains("Zebulon Quartermaine = Zebulon Quartermaine"))
        _ = try disk.vault.undo(step.step)
        #expect(try disk.everybody().filter { $0.displayName == "Zebulon Quartermaine" }.count == 1)
        #expect(try disk.findings() == [])
    }

    @Test func `gives the same people in whatever order sources come, and when one is taken back`() throws {
        let one = try vault(Self.zeb, Self.bob, Self.anna)
        let other = try VaultOnDisk()
        try other.take(["Contacts.csv": Self.book(Self.zeb, Self.bob, Self.anna)], on: "2023-01-02")
        let alone = try VaultPortrait(of: other.vault)
        let step = try other.take(Self.connections, on: "2022-01-01").step
        #expect(try VaultPortrait(of: one.vault).difference(from: VaultPortrait(of: other.vault)) == "")
        _ = try other.vault.undo(step)
        #expect(try VaultPortrait(of: other.vault).difference(from: alone) == "")
        #expect(try other.findings() == [])
    }

    @Test func `tells why, term by term, and what decided`() throws {
        let disk = try vault(Self.zeb, Self.anna)
        let zeb = try disk.person("Zebulon Quartermaine")
        let joined = try disk.vault.comparison(of: zeb.id, and: zeb.id)
        let explanation = try #require(joined.explanation)
        #expect(joined.areOne && joined.verdict == .likeness)
        #expect(explanation.terms.map(\.field).contains("name") && explanation.probability > 0.99)
        #expect(abs(explanation.priorBits + explanation.terms.map(\.bits).reduce(0, +) - explanation.weight) < 0.001)
        let annas = try disk.everybody().filter { $0.displayName == "Anna Meyer" && $0.standing == .connected }
        let apart = try disk.vault.comparison(of: annas[0].id, and: annas[1].id)
        #expect(!apart.areOne && apart.verdict == .stoodTogether(source: "LinkedIn"))
        let step = try disk.vault.keepApart(annas.map(\.id)).step
        #expect(try disk.vault.comparison(of: annas[0].id, and: annas[1].id).verdict == .owner(step: step))
    }
}
