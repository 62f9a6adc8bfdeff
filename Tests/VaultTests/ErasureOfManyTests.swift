import ContactModel
import TestSupport
import Testing
import Vault

/// What the owner said of several people, or of somebody else, tells of who is erased.
@Suite struct `An erasure among others` {
    private static let list = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada,ada@muster.example,Muster GmbH,Partner,08 Feb 2020
        Bo,Sample,https://www.linkedin.com/in/bo,,Muster GmbH,Counsel,01 Mar 2021
        Chidi,Probe,https://www.linkedin.com/in/chidi,,Elsewhere Ltd,Counsel,02 Mar 2021
        """

    private func furnished() throws -> VaultOnDisk {
        let disk = try VaultOnDisk()
        try disk.take(Self.list, on: "2022-01-01")
        return disk
    }

    /// What is computed of everybody, as text.
    private func projections(_ disk: VaultOnDisk) throws -> [String] { try PlainSQLite(path: disk.path).dump(["person", "change"]) }

    @Test func `takes a step about several away from all of them where its words are about the erased`() throws {
        let disk = try furnished()
        let people = try ["Ada Example", "Bo Sample"].map { try disk.person($0).id }
        try disk.vault.say(.tag, ofEach: people, payload: ["tag": .string("knows ada@muster.example")])
        #expect(try disk.person("Bo Sample").tags.count == 1)
        _ = try disk.vault.erase(people[0])
        #expect(try disk.person("Bo Sample").tags.isEmpty)
        #expect(try !projections(disk).contains { $0.contains("ada@muster") })
        #expect(try disk.findings() == [])
    }

    @Test func `takes a note about somebody else away where it is about the erased`() throws {
        let disk = try furnished()
        try disk.vault.say(.note, of: disk.person("Chidi Probe").id, payload: ["text": .string("write to ada@muster.example")])
        _ = try disk.vault.erase(disk.person("Ada Example").id)
        #expect(try disk.person("Chidi Probe").notes.isEmpty)
        #expect(try !projections(disk).contains { $0.contains("ada@muster") })
        #expect(try disk.findings() == [])
    }

    @Test func `leaves a step about several that is taken back and done again to the others`() throws {
        let disk = try furnished()
        let people = try ["Ada Example", "Bo Sample", "Chidi Probe"].map { try disk.person($0).id }
        let step = try disk.vault.say(.tag, ofEach: people, payload: ["tag": .string("fair")]).step
        _ = try disk.vault.undo(step)
        _ = try disk.vault.erase(people[0])
        #expect(try disk.listed().allSatisfy(\.tags.isEmpty))
        _ = try disk.vault.undo(step + 1)
        #expect(try disk.listed().map { $0.tags.map(\.value) } == [["fair"], ["fair"]])
        #expect(try disk.findings() == [])
    }

    @Test func `leaves to the others that they are two, whoever was named first`() throws {
        let disk = try furnished()
        let people = try ["Ada Example", "Bo Sample", "Chidi Probe"].map { try disk.person($0).id }
        let step = try disk.vault.keepApart(people).step
        _ = try disk.vault.erase(people[0])
        #expect(try disk.vault.comparison(of: people[1], and: people[2]).verdict == .owner(step: step))
        #expect(try disk.findings() == [])
    }

    @Test(arguments: [true, false]) func `leaves to the others that they are one`(inOneStep: Bool) throws {
        let disk = try furnished()
        let people = try ["Ada Example", "Bo Sample", "Chidi Probe"].map { try disk.person($0).id }
        if inOneStep {
            try disk.vault.merge(people)
        } else {
            // The word on all three says of the two that they are one, once that on them alone is taken back.
            let step = try disk.vault.merge([people[1], people[2]]).step
            try disk.vault.merge([people[0], people[1]])
            _ = try disk.vault.undo(step)
        }
        let ada = try #require(try disk.vault.entries(of: people[0]).first { $0.card.name.given == "Ada" })
        _ = try disk.vault.split(people[0], apart: [ada.id])
        #expect(try disk.listed().count == 2)
        _ = try disk.vault.erase(ada.id)
        #expect(try disk.listed().map { $0.names.count } == [2])
        #expect(try disk.findings() == [])
    }

    @Test func `leaves nobody's name in what was handed over, to whom neither`() throws {
        let disk = try furnished()
        let ada = try disk.person("Ada Example").id
        var people = HandedOverPeople()
        people[ada] = 1
        people[try disk.person("Bo Sample").id] = 2
        func note(to recipient: String, _ filter: String) throws {
            try disk.vault.noteHandOver(
                HandOverReceipt.Content(
                    recipient: recipient, format: "csv", filter: filter, isUpdate: false, written: 2, heldBack: 0, byteCount: 1, sha256: "0"
                ),
                people: people)
        }
        try note(to: "ada@muster.example", "")
        try note(to: "Muster GmbH", "Ada Example")
        _ = try disk.vault.erase(ada)
        let receipts = try disk.vault.handOvers()
        #expect(receipts.map(\.content.recipient) == ["Muster GmbH", "(erased)"])
        #expect(receipts.map(\.content.filter) == ["(erased)", ""])
        #expect(receipts.allSatisfy { $0.people.count == 1 && $0.people[ada] == nil })
        #expect(try disk.findings() == [])
    }
}
