import ContactModel
import TestSupport
import Testing
import Vault

/// People who are put aside, because the owner can't tell whether they are one.
@Suite struct `A doubt` {
    private static let list = """
        First Name,Last Name,URL,Email Address,Company,Position,Connected On
        Ada,Example,https://www.linkedin.com/in/ada,ada@example.com,Example Ltd,Partner,08 Feb 2020
        A.,Example,https://www.linkedin.com/in/a-example,,Example Ltd,Counsel,01 Mar 2021
        Adah,Example,https://www.linkedin.com/in/adah,,Other LLP,Counsel,02 Mar 2021
        """

    private let disk: VaultOnDisk
    /// The three it is about.
    private let people: [UniqueID]

    init() throws {
        disk = try VaultOnDisk()
        try disk.take(Self.list, on: "2022-01-01")
        people = try ["Ada Example", "A. Example", "Adah Example"].map { [disk] in try disk.person($0).id }
    }

    /// The pairs of some of them that are put aside, by their places.
    private func pairsAside(of places: [Int] = [0, 1, 2]) throws -> [[Int]] {
        try [[0, 1], [0, 2], [1, 2]].filter { pair in
            try Set(pair).isSubset(of: places) && disk.vault.comparison(of: people[pair[0]], and: people[pair[1]]).isAside
        }
    }

    @Test func `about three stays one about the third when two of them are asked about again`() throws {
        try disk.vault.putAside(people)
        #expect(try pairsAside() == [[0, 1], [0, 2], [1, 2]])
        let again = try #require(try disk.vault.askAgain(people[0], people[1]))
        #expect(try pairsAside() == [[0, 2], [1, 2]])
        #expect(try disk.vault.askAgain(people[0], people[1]) == nil)
        _ = try disk.vault.askAgain(people[2], people[0])
        #expect(try pairsAside() == [[1, 2]])
        _ = try disk.vault.undo(again.step)
        #expect(try pairsAside() == [[0, 1], [0, 2], [1, 2]])
        #expect(try disk.findings() == [])
    }

    @Test func `about three of whom two became one since ends at once`() throws {
        try disk.vault.putAside(people)
        try disk.vault.merge([people[0], people[1]])
        let again = try #require(try disk.vault.askAgain(people[1], people[2]))
        #expect(try !disk.vault.comparison(of: people[0], and: people[2]).isAside)
        _ = try disk.vault.undo(again.step)
        #expect(try disk.vault.comparison(of: people[0], and: people[2]).isAside)
        #expect(try disk.findings() == [])
    }

    @Test func `ends where the step is taken back`() throws {
        let step = try disk.vault.putAside(people).step
        _ = try disk.vault.undo(step)
        #expect(try pairsAside() == [])
        #expect(try disk.vault.askAgain(people[0], people[1]) == nil)
        #expect(try vaultError { try disk.vault.askAgain(people[0], UniqueID(high: 1, low: 1)) }?.code == .notFound)
    }

    @Test(arguments: [0, 1, 2]) func `is left to the others when one of three is erased`(erased: Int) throws {
        try disk.vault.putAside(people)
        _ = try disk.vault.erase(people[erased])
        let others = [0, 1, 2].filter { $0 != erased }
        #expect(try pairsAside(of: others) == [others])
        #expect(try disk.findings() == [])
    }
}
