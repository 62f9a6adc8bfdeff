import ContactModel
import TestSupport
import Testing

@testable import Vault

@Suite struct `The history of an entry` {
    /// Snapshots numbered from 1 in the order they are handed out.
    private func order(_ numbers: some Sequence<Int>) -> SnapshotOrder {
        SnapshotOrder(
            numbers.map {
                SnapshotMark(
                    number: Int64($0),
                    exportedOn: CalendarDate(daysSince1970: 18_000 + $0),
                    orderWithinDay: "",
                    fields: [],
                    uuid: UniqueID(high: 0, low: UInt64($0))
                )
            }
        )
    }

    private func hash(_ text: String) -> ContentHash { ContentHash(of: [text]) }

    private func apply(_ edits: [RunEdit], to runs: [Run]) throws -> [Run] {
        var runs = runs
        for edit in edits {
            switch edit {
            case .begin(let run): runs.append(run)
            case .continue(let first, let from, let gone):
                let run = try #require(runs.first { $0.first == first })
                runs.append(Run(first: from, gone: gone, hash: run.hash))
            case .extendBack(let first, let to):
                let place = try #require(runs.firstIndex { $0.first == first })
                runs[place].first = to
            case .end(let first, let gone):
                let place = try #require(runs.firstIndex { $0.first == first })
                runs[place].gone = gone
            case .remove(let first):
                let place = try #require(runs.firstIndex { $0.first == first })
                runs.remove(at: place)
            }
        }
        #expect(Set(runs.map(\.first)).count == runs.count, "two runs begin at one snapshot: \(runs)")
        return runs
    }

    /// What the runs say at each snapshot.
    private func said(_ runs: [Run], _ order: SnapshotOrder) -> [ContentHash?] {
        order.marks.indices.map { position in
            let there = runs.filter { order.range($0).contains(position) }
            #expect(there.count <= 1, "two runs cover one snapshot")
            return there.first?.hash
        }
    }

    @Test(arguments: 0..<50)
    func `says at each snapshot what was observed there, in whatever order snapshots come and go`(block: Int) throws {
        var random = SeededGenerator(seed: UInt64(block))
        for _ in 0..<40 {
            let count = Int.random(in: 1...6, using: &random)
            let truth = (1...count).map { _ in ["", "a", "b", "c"].randomElement(using: &random) ?? "" }
            var known: Set<Int> = []
            var runs: [Run] = []
            for _ in 0..<12 {
                let snapshot = Int.random(in: 1...count, using: &random)
                if known.contains(snapshot) {
                    runs = try apply(EntryHistory.forgetting(Int64(snapshot), in: runs, order: order(known)), to: runs)
                    known.remove(snapshot)
                } else {
                    known.insert(snapshot)
                    let text = truth[snapshot - 1]
                    let edits = EntryHistory.observing(text.isEmpty ? nil : hash(text), at: Int64(snapshot), in: runs, order: order(known))
                    runs = try apply(edits, to: runs)
                }
                let wanted = known.sorted().map { truth[$0 - 1].isEmpty ? nil : hash(truth[$0 - 1]) }
                let found = said(runs, order(known))
                guard found == wanted else {
                    Issue.record("block \(block): \(truth) known \(known.sorted()): \(runs)")
                    return
                }
                // Runs are as long as can be: two that meet say different things.
                for run in runs {
                    let next = runs.first { $0.first == run.gone }
                    #expect(next == nil || next?.hash != run.hash, "two runs that meet say the same: \(runs)")
                }
            }
        }
    }

    @Test func `takes one row however many snapshots say the same`() throws {
        var runs: [Run] = []
        for snapshot in 1...50 {
            runs = try apply(EntryHistory.observing(hash("a"), at: Int64(snapshot), in: runs, order: order(1...snapshot)), to: runs)
        }
        #expect(runs == [Run(first: 1, gone: nil, hash: hash("a"))])
    }

    @Test func `has nothing to write where a snapshot in between says the same`() {
        let runs = [Run(first: 1, gone: nil, hash: hash("a"))]
        #expect(EntryHistory.observing(hash("a"), at: 2, in: runs, order: order([1, 2, 3])).isEmpty)
    }
}

@Suite struct `The hash of a snapshot's contents` {
    private func hash(of texts: [String]) -> ContentsHash {
        var sum = ContentsHash()
        for text in texts { sum.add(ContentHash(of: [text])) }
        return sum
    }

    @Test func `does not depend on the order of the records`() {
        var random = SeededGenerator(seed: 1)
        let texts = (0..<100).map { "record \($0)" }
        for _ in 0..<20 { #expect(hash(of: texts.shuffled(using: &random)).bytes == hash(of: texts).bytes) }
    }

    @Test func `differs where a record is missing, added, doubled or changed`() {
        let texts = (0..<20).map { "record \($0)" }
        let whole = hash(of: texts).bytes
        #expect(whole.count == 16)
        for place in texts.indices {
            var (less, twice, other) = (texts, texts, texts)
            less.remove(at: place)
            twice.append(texts[place])
            other[place] += "!"
            for changed in [less, twice, other] { #expect(hash(of: changed).bytes != whole) }
        }
        #expect(hash(of: []).bytes == [UInt8](repeating: 0, count: 16))
    }

    @Test func `keeps texts apart that run together`() {
        let lists = [["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["", "abc"], ["2:ab", "c"]]
        #expect(Set(lists.map { ContentHash(of: $0) }).count == lists.count)
    }
}
