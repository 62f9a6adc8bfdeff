import ContactModel
import TestSupport
import Testing
import Vault

/// What the owner says about who is who.
@Suite struct `The owner's word on who is who` {
    private static let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"

    private static func list(_ rows: String...) -> String { ([header] + rows).joined(separator: "\n") }

    private static let ada = "Ada,Example,https://www.linkedin.com/in/ada-1,ada@example.com,Example Ltd,Partner,08 Feb 2020"
    private static let adaAgain = "A.,Example-Meyer,https://www.linkedin.com/in/ada-2,ada@home.example,Other LLP,Counsel,01 Mar 2021"
    private static let ben = "Ben,Muster,https://www.linkedin.com/in/ben,,Muster GmbH,Architekt,02 Mar 2021"

    private func vault() throws -> VaultOnDisk {
        let disk = try VaultOnDisk()
        try disk.take(Self.list(Self.ada, Self.adaAgain, Self.ben), on: "2022-01-01")
        return disk
    }

    @Test func `makes two people one, with all that each of them has`() throws {
        let disk = try vault()
        let (one, other) = (try disk.person("Ada Example"), try disk.person("A. Example-Meyer"))
        try disk.vault.merge([other.id, one.id])
        let merged = try #require(try disk.everybody().first { $0.names.count == 2 })
        #expect(try disk.listed().count == 2)
        #expect(Set(merged.emails.map(\.value.address)) == ["ada@example.com", "ada@home.example"])
        #expect(Set(merged.companies.map(\.value)) == ["Example Ltd", "Other LLP"])
        #expect(Set(merged.links.map(\.value.uri)).count == 2)
        #expect(try disk.vault.people(meantBy: one.id.description).map(\.id) == [merged.id])
        #expect(try disk.vault.people(meantBy: other.id.description).map(\.id) == [merged.id])
        #expect(try disk.findings() == [])
    }

    @Test func `survives later and earlier imports`() throws {
        let disk = try vault()
        try disk.vault.merge([try disk.person("Ada Example").id, try disk.person("A. Example-Meyer").id])
        try disk.take(Self.list(Self.ada.replacing("Example Ltd", with: "New Ltd"), Self.adaAgain, Self.ben), on: "2023-01-01")
        try disk.take(Self.list(Self.ada), on: "2020-06-01")
        #expect(try disk.listed().count == 2)
        #expect(try #require(disk.everybody().first { $0.names.count == 2 }).companies.first?.value == "New Ltd")
        #expect(try disk.findings() == [])
    }

    @Test func `is taken back at any time, even after edits, which stay`() throws {
        let disk = try vault()
        let before = try VaultPortrait(of: disk.vault)
        let (one, other) = (try disk.person("Ada Example"), try disk.person("A. Example-Meyer"))
        let step = try disk.vault.merge([one.id, other.id]).step
        let merged = try #require(try disk.everybody().first { $0.names.count == 2 })
        let tag = try disk.vault.say(.tag, of: merged.id, payload: ["tag": .string("client")]).step
        _ = try disk.vault.undo(step)
        #expect(try disk.listed().count == 3)
        #expect(try disk.everybody().filter { $0.tags.map(\.value) == ["client"] }.count == 1)
        _ = try disk.vault.undo(tag)
        #expect(try VaultPortrait(of: disk.vault).difference(from: before) == "")
        #expect(try disk.findings() == [])
    }

    @Test func `takes a merged person apart where it was merged, and the parts stay apart`() throws {
        let disk = try vault()
        let (one, other) = (try disk.person("Ada Example"), try disk.person("A. Example-Meyer"))
        try disk.vault.merge([one.id, other.id])
        let (_, people) = try disk.vault.split(one.id)
        #expect(Set(people) == [one.id, other.id])
        #expect(try disk.listed().count == 3)
        // The same address would join them; the owner's word stands against it.
        try disk.take(Self.list(Self.ada, Self.ben), on: "2023-01-01")
        try disk.take(Self.list(Self.adaAgain.replacing("ada@home.example", with: "ada@example.com"), Self.ben), on: "2024-01-01")
        #expect(try disk.everybody().count == 3)
        #expect(try disk.findings() == [])
    }

    @Test func `takes apart what an address joined, and joins it again when taken back`() throws {
        let disk = try VaultOnDisk()
        try disk.take(Self.list(Self.ada), on: "2021-01-01")
        try disk.take(Self.list(Self.adaAgain.replacing("ada@home.example", with: "ada@example.com")), on: "2022-01-01")
        let joined = try #require(try disk.everybody().first)
        #expect(try disk.everybody().count == 1 && disk.vault.entries(of: joined.id).count == 2)
        let (step, people) = try disk.vault.split(joined.id)
        #expect(people.count == 2 && Set(people).count == 2)
        #expect(try disk.everybody().count == 2)
        for id in people { #expect(try disk.vault.people(meantBy: id.description).map(\.id) == [id]) }
        _ = try disk.vault.undo(step.step)
        #expect(try disk.everybody().map(\.id) == [joined.id])
        #expect(try disk.findings() == [])
    }

    @Test func `keeps two apart whom a later file would join`() throws {
        let disk = try vault()
        let step = try disk.vault.keepApart([try disk.person("Ada Example").id, try disk.person("A. Example-Meyer").id]).step
        let shared = Self.adaAgain.replacing("ada-2", with: "ada-3").replacing("ada@home.example", with: "ada@example.com")
        try disk.take(Self.list(shared, Self.ben), on: "2023-01-01")
        #expect(try disk.everybody().filter { $0.emails.contains { $0.value.address == "ada@example.com" } }.count == 1)
        _ = try disk.vault.undo(step)
        #expect(try disk.findings() == [])
    }

    @Test func `is refused where it says nothing, and then nothing is changed`() throws {
        let disk = try vault()
        let (one, ben) = (try disk.person("Ada Example"), try disk.person("Ben Muster"))
        let steps = try disk.vault.log().count
        #expect(try vaultError { try disk.vault.merge([one.id, one.id]) }?.code == .refused)
        #expect(try vaultError { try disk.vault.keepApart([ben.id, ben.id]) }?.code == .refused)
        #expect(try vaultError { try disk.vault.split(ben.id) }?.code == .refused)
        #expect(try vaultError { try disk.vault.split(ben.id, apart: [one.id]) }?.code == .refused)
        #expect(try vaultError { try disk.vault.merge([one.id, UniqueID(high: 1, low: 1)]) }?.code == .notFound)
        #expect(try disk.vault.log().count == steps)
    }

    @Test func `a later word counts over an earlier one`() throws {
        let disk = try vault()
        let (one, other) = (try disk.person("Ada Example").id, try disk.person("A. Example-Meyer").id)
        let ben = try disk.person("Ben Muster").id
        try disk.vault.keepApart([one, other])
        try disk.vault.merge([one, other])
        #expect(try disk.everybody().count == 2)
        try disk.vault.merge([other, ben])
        #expect(try disk.everybody().count == 1)
        #expect(try Set(disk.vault.split(ben).people).count == 2)
        #expect(try disk.findings() == [])
    }

    @Test(arguments: 1...12 as ClosedRange<UInt64>)
    func `leaves after any sequence what a computation from scratch gives`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &* 7919)
        let network = InventedNetwork(seed: seed, count: 12)
        let files = try NetworkFiles(network, count: 4, &random).files.shuffled(using: &random)
        let disk = try VaultOnDisk()
        var waiting = files[...]
        var words: [Int64] = []
        for _ in 0..<24 {
            let people = try disk.everybody()
            switch Int.random(in: 0..<6, using: &random) {
            case 0:
                if let file = waiting.popFirst() { try disk.take(path: file.path, options: file.options) }
            case 1:
                let pair = people.shuffled(using: &random).prefix(2)
                if pair.count == 2 { words.append(try disk.vault.merge(pair.map(\.id)).step) }
            case 2:
                if let one = people.randomElement(using: &random), try disk.vault.entries(of: one.id).map(\.id).uniqued.count > 1 {
                    words.append(try disk.vault.split(one.id).step.step)
                }
            case 3:
                let pair = people.shuffled(using: &random).prefix(2)
                if pair.count == 2 { words.append(try disk.vault.keepApart(pair.map(\.id)).step) }
            case 4:
                if let step = words.randomElement(using: &random) {
                    words.removeAll { $0 == step }
                    _ = try disk.vault.undo(step)
                }
            default:
                if let one = people.randomElement(using: &random) {
                    words.append(try disk.vault.say(.note, of: one.id, payload: ["text": .string("seen")]).step)
                }
            }
        }
        #expect(try disk.findings() == [])
        // With every word taken back the vault tells what its files tell.
        for step in words.reversed() { _ = try disk.vault.undo(step) }
        while let file = waiting.popFirst() { try disk.take(path: file.path, options: file.options) }
        let plain = try VaultOnDisk()
        for file in files { try plain.take(path: file.path, options: file.options) }
        #expect(try VaultPortrait(of: disk.vault).difference(from: VaultPortrait(of: plain.vault)) == "")
    }
}

extension Array where Element: Hashable {
    fileprivate var uniqued: Set<Element> { Set(self) }
}
