import Dispatch
import ContactModel
import TestSupport
import Testing
import Vault

/// A network's files as of several days, in layouts that change over the years.
struct NetworkFiles: Sendable {
    struct File: Sendable {
        /// Keeps the folder alive for as long as anybody has the file.
        let folder: TemporaryFolder
        var path: String
        var options: ImportOptions
        var rowCount: Int
        var hasURL: Bool
    }

    var files: [File] = []

    init(_ network: InventedNetwork, count: Int, _ random: inout SeededGenerator) throws {
        let folder = try TemporaryFolder()
        let first = InventedNetwork.firstDay.daysSince1970 + 300
        let last = InventedNetwork.lastDay.daysSince1970
        let days = (0..<count).map { _ in Int.random(in: first...last, using: &random) }.sorted()
        var written: Set<[UInt8]> = []
        for (number, day) in days.enumerated() {
            let date = CalendarDate(daysSince1970: day)
            let rows = network.rows(on: date)
            guard !rows.isEmpty else { continue }
            let layouts: [ConnectionsFile] =
                number * 2 < count ? [.withTimes, .withoutURL, .withURL] : [.withURL, .resavedInGerman, .rearranged]
            let layout = layouts.randomElement(using: &random) ?? .withURL
            let bytes = layout.bytes(rows)
            // Twice the same bytes are one hand-out, and which day it gets depends on which came first.
            guard written.insert(bytes).inserted else { continue }
            let path = try folder.write("\(number)/Connections.csv", bytes, modifiedAt: day * 86_400)
            // Some hand-outs are dated by their owner, the others by their newest entry.
            let options = ImportOptions(exportedOn: random.happens(percent: 50) ? date : nil)
            files.append(File(folder: folder, path: path, options: options, rowCount: rows.count, hasURL: layout.hasURL))
        }
    }
}

@Suite struct `History` {
    /// All orders of the numbers below a count, or as many random ones as asked for.
    private func orders(of count: Int, atMost limit: Int, _ random: inout SeededGenerator) -> [[Int]] {
        func permutations(_ rest: [Int]) -> [[Int]] {
            rest.isEmpty
                ? [[]]
                : rest.indices.flatMap { place in
                    var others = rest
                    let first = others.remove(at: place)
                    return permutations(others).map { [first] + $0 }
                }
        }
        let all = permutations(Array(0..<count))
        return all.count <= limit ? all : Array(all.shuffled(using: &random).prefix(limit))
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `is the same in whatever order the hand-outs come`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed &* 77)
        let files = try NetworkFiles(InventedNetwork(seed: seed, count: 16), count: seed.isMultiple(of: 2) ? 5 : 4, &random)
        var first: VaultPortrait?
        for order in orders(of: files.files.count, atMost: 24, &random) {
            let bench = try VaultOnDisk()
            for place in order { try bench.take(path: files.files[place].path, options: files.files[place].options) }
            let portrait = try VaultPortrait(of: bench.vault)
            if let first {
                guard portrait == first else {
                    Issue.record("in the order \(order):\n\(portrait.difference(from: first))")
                    return
                }
            } else {
                first = portrait
                #expect(portrait.people.count > 4 && !portrait.changes.isEmpty)
            }
            let findings = try bench.findings()
            #expect(findings.isEmpty, "in the order \(order)")
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `holds as many connected people as the last list has rows`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let network = InventedNetwork(seed: seed, count: 30)
        let files = try NetworkFiles(network, count: 4, &random)
        let bench = try VaultOnDisk()
        for file in files.files { try bench.take(path: file.path, options: ImportOptions()) }
        let rows = network.rows(on: InventedNetwork.lastDay)
        let text = String(decoding: ConnectionsFile.withURL.bytes(rows), as: UTF8.self)
        try bench.take(text, on: "2025-06-01")
        #expect(try bench.vault.peopleByStanding()[.connected] == Int64(rows.count))
        #expect(try bench.findings() == [])
    }

    @Test func `changes nobody by an earlier export that says the same, and says so`() throws {
        let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
        let rows = ["Ada,Example,https://www.linkedin.com/in/ada", "Bo,Sample,https://www.linkedin.com/in/bo"].map {
            $0 + ",,Muster GmbH,Partner,08 Feb 2020"
        }
        let bench = try VaultOnDisk()
        try bench.take(([header] + rows).joined(separator: "\n"), on: "2022-01-01")
        let same = try bench.take(([header] + rows).joined(separator: "\r\n"), on: "2021-06-01")
        #expect((same.files[0].unchanged, same.files[0].updated, same.files[0].new) == (2, 0, 0))
        #expect((same.newPeople, same.updatedPeople) == (0, 0))
        let other = try bench.take(
            ([header] + rows).joined(separator: "\n").replacing("bo,,Muster GmbH", with: "bo,,Elsewhere"), on: "2021-01-01")
        #expect((other.files[0].unchanged, other.files[0].updated, other.files[0].new) == (1, 1, 0))
        #expect((other.newPeople, other.updatedPeople) == (0, 1))
        #expect(try bench.findings() == [])
    }

    @Test func `does not change when a file is imported again`() throws {
        var random = SeededGenerator(seed: 5)
        let files = try NetworkFiles(InventedNetwork(seed: 5), count: 3, &random)
        let bench = try VaultOnDisk()
        for file in files.files { try bench.take(path: file.path, options: file.options) }
        let (before, steps) = (try VaultPortrait(of: bench.vault), try bench.vault.log().count)
        for file in files.files {
            let report = try bench.take(path: file.path, options: file.options)
            #expect(report.files.map(\.isAlreadyImported) == [true])
            #expect(report.step == nil)
            #expect(report.files[0].unchanged == Int64(file.rowCount))
        }
        #expect(try VaultPortrait(of: bench.vault) == before)
        #expect(try bench.vault.log().count == steps)
        #expect(try bench.vault.snapshots().count == files.files.count)
    }

    @Test(arguments: [21, 22, 23, 24] as [UInt64])
    func `without an import is as if it had never been, and with it again as before`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let files = try NetworkFiles(InventedNetwork(seed: seed, count: 14), count: 4, &random).files
        let order = files.indices.shuffled(using: &random)
        let bench = try VaultOnDisk()
        var steps: [Int: Int64] = [:]
        for place in order { steps[place] = try bench.take(path: files[place].path, options: files[place].options).step }
        let whole = try VaultPortrait(of: bench.vault)
        for left in files.indices {
            let undo = try bench.vault.undo(steps[left]).step
            let other = try VaultOnDisk()
            for place in order where place != left { try other.take(path: files[place].path, options: files[place].options) }
            let (found, wanted) = (try VaultPortrait(of: bench.vault), try VaultPortrait(of: other.vault))
            #expect(found.difference(from: wanted) == "", "without file \(left) of \(order)")
            #expect(try bench.findings() == [])
            _ = try bench.vault.undo(undo.step)
            let again = try VaultPortrait(of: bench.vault)
            #expect(again.difference(from: whole) == "", "with file \(left) of \(order) again")
            #expect(try bench.findings() == [])
        }
    }

    @Test func `is put back from the vault's own originals while another vault of the same ids is put back`() throws {
        let files = ["ada", "bo"].map {
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n\($0),Example,https://www.linkedin.com/in/\($0),,,,08 Feb 2020"
        }
        // Their clocks give the same ids.
        let benches = try files.map { text in
            let bench = try VaultOnDisk()
            try bench.take(text, on: "2022-01-01")
            return bench
        }
        let before = try benches.map { try VaultPortrait(of: $0.vault) }
        DispatchQueue.concurrentPerform(iterations: benches.count) { place in
            do {
                for _ in 0..<15 {
                    let taken = try benches[place].vault.undo(nil).step.step
                    _ = try benches[place].vault.undo(taken)
                }
            } catch { Issue.record(error) }
        }
        for (bench, portrait) in zip(benches, before) { #expect(try VaultPortrait(of: bench.vault) == portrait) }
    }

    @Test func `without any import is empty`() throws {
        var random = SeededGenerator(seed: 31)
        let files = try NetworkFiles(InventedNetwork(seed: 31), count: 3, &random).files
        let bench = try VaultOnDisk()
        for file in files { try bench.take(path: file.path, options: file.options) }
        for _ in files { _ = try bench.vault.undo(nil) }
        #expect(try bench.everybody().isEmpty)
        #expect(try bench.changes() == [])
        #expect(try bench.vault.snapshots().isEmpty)
        #expect(try bench.findings() == [])
        #expect(throws: VaultError.self) { try bench.vault.undo(nil) }
        let report = try bench.take(path: files[0].path, options: files[0].options)
        #expect(report.newPeople > 0)
        #expect(try bench.findings() == [])
    }

    @Test(arguments: 0..<34)
    func `stays sound through any sequence of imports, undos, tags, notes and edits`(block: Int) throws {
        for number in 0..<6 {
            let seed = UInt64(block * 6 + number) &+ 1000
            var random = SeededGenerator(seed: seed)
            let network = InventedNetwork(seed: seed, count: Int.random(in: 2...8, using: &random), busyness: 70)
            let files = try NetworkFiles(network, count: 5, &random).files
            let bench = try VaultOnDisk()
            let saysWords = number.isMultiple(of: 2)
            var steps: [String] = []
            do {
                for _ in 0..<Int.random(in: 4...9, using: &random) {
                    steps.append(try Self.step(on: bench, files, saysWords: saysWords, &random))
                }
            } catch {
                Issue.record("seed \(seed) after \(steps): \(error)")
                continue
            }
            let findings = try bench.findings()
            #expect(findings.isEmpty, "seed \(seed) after \(steps)")
            if !saysWords { try Self.compareWithFreshVault(bench, files, "seed \(seed) after \(steps)") }
        }
    }

    /// One thing an owner may do, at random.
    ///
    /// - Returns: what it was.
    private static func step(
        on bench: VaultOnDisk,
        _ files: [NetworkFiles.File],
        saysWords: Bool,
        _ random: inout SeededGenerator
    ) throws -> String {
        let people = try bench.everybody()
        switch Int.random(in: 0..<(saysWords ? 8 : 5), using: &random) {
        case 0, 1, 2:
            guard let place = files.indices.randomElement(using: &random) else { return "nothing" }
            try bench.take(path: files[place].path, options: files[place].options)
            return "import \(place)"
        case 3, 4:
            let open = try bench.vault.log().filter { !$0.isUndone }.map(\.decision.step)
            guard let step = open.randomElement(using: &random) else { return "nothing" }
            _ = try bench.vault.undo(step)
            return "undo \(step)"
        case let what:
            guard let person = people.randomElement(using: &random) else { return "nothing" }
            switch what {
            case 5: try bench.vault.say(.tag, of: person.id, payload: ["tag": .string(["vip", "tax"].randomElement(using: &random) ?? "")])
            case 6: try bench.vault.say(.note, of: person.id, payload: ["text": .string("met in May")])
            default:
                let field = EditableField.allCases.randomElement(using: &random) ?? .company
                try bench.vault.say(.edit, of: person.id, payload: ["field": .string(field.rawValue), "value": .string("new@example.com")])
            }
            return "word \(what) of \(person.displayName)"
        }
    }

    /// What was imported and not undone, imported into a vault of its own in the order of the files, must give the same.
    private static func compareWithFreshVault(_ bench: VaultOnDisk, _ files: [NetworkFiles.File], _ words: String) throws {
        let other = try VaultOnDisk()
        let standing = Set(try bench.vault.snapshots().map(\.path))
        for file in files where standing.contains(file.path) { try other.take(path: file.path, options: file.options) }
        let (found, wanted) = (try VaultPortrait(of: bench.vault), try VaultPortrait(of: other.vault))
        #expect(found.difference(from: wanted) == "", "\(words)")
    }
}
