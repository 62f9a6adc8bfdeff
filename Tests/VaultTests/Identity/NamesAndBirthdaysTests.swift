import ContactModel
import Foundation
import RecordLinkage
import TestSupport
import Testing
import Vault

/// Who shares an address, a number or a name and is two people all the same.
@Suite struct `Who shares an address or a name and is somebody else` {
    private static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"

    private static func connection(_ given: String, _ family: String, _ slug: String, _ email: String, _ company: String = "Nord") -> String
    {
        "\(given),\(family),https://www.linkedin.com/in/\(slug),\(email),\(company),Partner,08 Feb 2020"
    }

    private static func list(_ rows: String...) -> String { ([header] + rows).joined(separator: "\n") }

    private static func card(_ given: String, _ family: String, _ lines: String...) -> String {
        (["BEGIN:VCARD", "VERSION:3.0", "N:\(family);\(given);;;", "FN:\(given) \(family)"] + lines + ["END:VCARD", ""]).joined(
            separator: "\r\n")
    }

    private func pairs(_ disk: VaultOnDisk) throws -> [String] {
        var pairs: [String] = []
        try disk.vault.forEachDuplicate { pair in
            pairs.append([pair.first.displayName, pair.second.displayName].sorted().joined(separator: " = "))
            return true
        }
        return pairs
    }

    /// A vault in which two had one office's address, one after the other.
    private func twoAtOneOffice() throws -> VaultOnDisk {
        let disk = try VaultOnDisk()
        try disk.take(Self.list(Self.connection("Severin", "Example", "severin", "office@nord.example")), on: "2021-01-01")
        try disk.take(Self.list(Self.connection("Theodora", "Muster", "theodora", "office@nord.example")), on: "2022-01-01")
        return disk
    }

    @Test func `keeps two with profiles of their own apart who had an office's address one after the other`() throws {
        let disk = try twoAtOneOffice()
        #expect(try disk.everybody().map(\.displayName) == ["Severin Example", "Theodora Muster"])
        #expect(try pairs(disk) == [])
        #expect(try disk.findings() == [])
    }

    @Test func `takes apart whom an earlier program joined so`() throws {
        let disk = try twoAtOneOffice()
        // One as that program made them one: as after a word of the owner's that nobody said.
        try disk.vault.merge(disk.everybody().map(\.id))
        try disk.vault.close()
        let plain = try PlainSQLite(path: disk.path)
        try plain.rows("DELETE FROM decision WHERE kind = 'merge'")
        try plain.rows("DELETE FROM grdb_migrations WHERE identifier = '0012-computed-anew'")
        let vault = try Vault(path: disk.path, clock: .fixed())
        var names: [String] = []
        try vault.forEachPerson(PeopleFilter([], includesAcquaintances: true), sortedByName: true) { person in
            names.append(person.displayName)
            return true
        }
        #expect(names == ["Severin Example", "Theodora Muster"])
        #expect(try vault.verify().findings.map(\.message) == [])
        try vault.close()
    }

    @Test func `keeps father and son apart, whose birthdays differ, at one number and one address`() throws {
        let disk = try VaultOnDisk()
        let cards = [("1950-03-12", "TEL:+49 30 5550100"), ("1981-07-05", "TEL:030 5550100")].map { birthday, phone in
            Self.card("Ottokar", "Zwillich", phone, "EMAIL:zwillich@mail.example", "ORG:Zwillich Holz", "BDAY:\(birthday)")
        }
        try disk.take(cards.joined(), named: "book.vcf", on: "2023-01-02")
        let people = try disk.everybody()
        #expect(people.count == 2)
        #expect(try pairs(disk) == [])
        let comparison = try disk.vault.comparison(of: people[0].id, and: people[1].id)
        #expect(comparison.explanation?.contradiction == .birthdays)
        #expect(comparison.explanation?.sentence == "They have two different birthdays.")
        #expect(try disk.findings() == [])
    }

    @Test func `loses no birthday when the owner says that two are one, whichever comes first`() throws {
        let disk = try VaultOnDisk()
        let cards = [("Ottokar", "1950-03-12"), ("Otto", "1981-07-05"), ("Otti", "--07-05")].map { given, birthday in
            Self.card(given, "Zwillich", "BDAY:\(birthday)")
        }
        try disk.take(cards.joined(), named: "book.vcf", on: "2023-01-02")
        try disk.vault.merge(disk.everybody().map(\.id))
        let person = try #require(disk.everybody().first)
        // What one says in part another says in full.
        #expect(Set(person.birthdays.map(\.value.description)) == ["1950-03-12", "1981-07-05"])
        #expect(person.birthday?.value == person.birthdays.first?.value)
        #expect(person.otherBirthdays.allSatisfy { !$0.provenance.isEmpty })
        let card = Card(of: person)
        #expect(card.otherBirthdays == person.otherBirthdays.map(\.value))
        #expect(try disk.findings() == [])
    }

    @Test func `finds out anew who looks like whom in a vault whose program compared otherwise`() throws {
        let disk = try VaultOnDisk()
        let cards = [("Muster", "Bob"), ("Robert", "Muster"), ("Leopold", "v. d. Beispiel"), ("Leopold", "von der Beispiel")]
        try disk.take(
            cards.enumerated().map { Self.card($1.0, $1.1, "TEL:+49 30 555010\($0 / 2)", "NOTE:\($0)") }.joined(), named: "book.vcf",
            on: "2023-01-02")
        let people = try disk.everybody().map(\.displayName)
        let likenesses = try pairs(disk)
        #expect(people.count - likenesses.count == 2)
        try disk.vault.close()
        let plain = try PlainSQLite(path: disk.path)
        try plain.rows("DELETE FROM likeness WHERE is_joined = 0")
        try plain.rows("UPDATE features SET features = x'03'")
        try plain.rows("DELETE FROM grdb_migrations WHERE identifier = '0012-computed-anew'")
        let vault = try Vault(path: disk.path, clock: .fixed())
        #expect(try vault.duplicateCount() == likenesses.count)
        #expect(try vault.verify().findings.map(\.message) == [])
        try vault.close()
    }

    @Test func `proposes nobody whom another entry of one of the two contradicts`() throws {
        let disk = try VaultOnDisk()
        try disk.take(
            Self.list(
                Self.connection("Zebulon", "Quartermaine", "zeb-1", "zeb@one.example", "Quarter Works"),
                Self.connection("Zebulon", "Quartermaine", "zeb-2", "", "Quarter Works")), on: "2022-01-01")
        try disk.take(
            Self.card("Zebulon", "Quartermaine", "EMAIL:zeb@one.example", "ORG:Quarter Works"), named: "book.vcf", on: "2023-01-02")
        #expect(try disk.everybody().count == 2)
        #expect(try pairs(disk) == [])
        #expect(try disk.vault.duplicateCount() == 0)
        #expect(try disk.findings() == [])
    }

    @Test func `names no number as the reason, which proves nothing`() throws {
        let disk = try VaultOnDisk()
        let cards = ["one", "two"].map { Self.card("Zebulon", "Quartermaine", "TEL:+49 30 5550100", "ORG:Quarter Works", "NOTE:\($0)") }
        try disk.take(cards.joined(), named: "book.vcf", on: "2023-01-02")
        let zeb = try disk.person("Zebulon Quartermaine")
        #expect(try disk.vault.entries(of: zeb.id).count == 2)
        #expect(try disk.vault.comparison(of: zeb.id, and: zeb.id).verdict == .likeness)
    }

    @Test func `tells what answers taught, once there are enough`() throws {
        let disk = try VaultOnDisk()
        let names = ["Anna", "Berta", "Carla", "Dora", "Emma", "Frieda", "Gerda", "Hanna", "Irma"]
        try disk.take(
            Self.list(
                Self.connection("Anna", "Beispiel", "a", ""), Self.connection("Berta", "Beispiel", "b", ""),
                Self.connection("Carla", "Beispiel", "c", ""), Self.connection("Dora", "Beispiel", "d", ""),
                Self.connection("Emma", "Beispiel", "e", ""), Self.connection("Frieda", "Beispiel", "f", ""),
                Self.connection("Gerda", "Beispiel", "g", ""), Self.connection("Hanna", "Beispiel", "h", ""),
                Self.connection("Irma", "Beispiel", "i", "")), on: "2022-01-01")
        let book = names.map { Self.card($0, "Beispiel", "TEL:+49 30 55501\(names.firstIndex(of: $0) ?? 0)9") }.joined()
        try disk.take(book, named: "book.vcf", on: "2023-01-02")
        func pair(_ name: String) throws -> [UniqueID] { try disk.everybody().filter { $0.displayName == "\(name) Beispiel" }.map(\.id) }
        let last = try pair("Irma")
        #expect(last.count == 2)
        #expect(try disk.vault.comparison(of: last[0], and: last[1]).teaching == nil)
        for name in names.dropLast() { try disk.vault.keepApart(pair(name)) }
        try disk.take(Self.card("Karl", "Anderswo", "TEL:+49 30 5550300"), named: "other.vcf", on: "2023-03-02", source: "Other")
        let teaching = try #require(try disk.vault.comparison(of: last[0], and: last[1]).teaching)
        #expect(teaching.answers == 8 && teaching.bits < 0)
    }
}
