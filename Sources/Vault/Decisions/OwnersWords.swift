import ContactModel

/// What the owner said of people, by the entries it was said of; undone words don't count.
final class OwnersWords {
    private var words: [Int64: [(step: Int64, word: OwnersWord)]] = [:]

    init(session: any Session, vaultID: Int64) throws {
        let log = try DecisionLog(session: session, vaultID: vaultID).all()
        let undone = DecisionLog.undoneSteps(in: log)
        for decision in log where !undone.contains(decision.step) {
            guard let subject = decision.subject, let word = decision.word, let day = CalendarDate(iso: decision.madeAt.prefix(10)) else {
                continue
            }
            words[subject.keyHash, default: []].append((decision.step, OwnersWord(word: word, on: day)))
        }
    }

    /// Whether nothing was said of anybody.
    var isEmpty: Bool { words.isEmpty }

    /// What was said of any of these entries, in the order it was said.
    func of(_ entries: [Int64]) -> [OwnersWord] {
        guard !words.isEmpty else { return [] }
        return entries.flatMap { words[$0] ?? [] }.sorted { $0.step < $1.step }.map(\.word)
    }
}
