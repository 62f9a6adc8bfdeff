import ContactModel
import RecordLinkage

/// What the owner said of people, by the entries it was said of; undone words don't count.
final class OwnersWords {
    private var words: [Int64: [(order: Int64, word: OwnersWord)]] = [:]
    private var verdicts: [IdentityVerdict] = []
    /// Which verdicts name an entry, by the key of its id.
    private var verdictsByEntry: [Int64: [Int]] = [:]

    init(session: any Session, vaultID: Int64) throws {
        let log = try DecisionLog(session: session, vaultID: vaultID).all()
        let undone = DecisionLog.undoneSteps(in: log)
        // A step may say several things, so words are counted and not steps.
        var said: Int64 = 0
        for decision in log where !undone.contains(decision.step) {
            if let verdict = decision.verdict {
                for key in Set(verdict.entries.map(\.keyHash)) { verdictsByEntry[key, default: []].append(verdicts.count) }
                verdicts.append(verdict)
            }
            guard let day = CalendarDate(iso: decision.madeAt.prefix(10)) else { continue }
            for (subject, word) in decision.words {
                words[subject.keyHash, default: []].append((said, OwnersWord(word: word, on: day)))
                said += 1
            }
        }
    }

    /// Whether nothing was said of anybody.
    var isEmpty: Bool { words.isEmpty && verdicts.isEmpty }

    /// Whether anything was said of an entry.
    func concern(_ entry: Int64) -> Bool { words[entry] != nil || verdictsByEntry[entry] != nil }

    /// What was said of any of these entries, in the order it was said.
    func of(_ entries: [Int64]) -> [OwnersWord] {
        guard !words.isEmpty else { return [] }
        // Entries of several lists may have one name; what was said of it was said once.
        return Set(entries).flatMap { words[$0] ?? [] }.sorted { $0.order < $1.order }.map(\.word)
    }

    /// What was decided about who is who among any of these entries, the oldest first.
    func verdicts(on entries: some Sequence<Int64>) -> [IdentityVerdict] {
        guard !verdicts.isEmpty else { return [] }
        return Set(entries.flatMap { verdictsByEntry[$0] ?? [] }).sorted().map { verdicts[$0] }
    }

    /// The entries said to be the same human being as an entry, by the keys of their ids.
    func companions(of entry: Int64) -> Set<Int64> {
        var found: Set<Int64> = []
        for place in verdictsByEntry[entry] ?? [] {
            if case .same(let entries) = verdicts[place] { found.formUnion(entries.map(\.keyHash)) }
        }
        return found
    }
}
