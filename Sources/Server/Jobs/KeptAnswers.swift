import Actions
import Vault

/// Answers for which everybody has to be read: kept until something changes, or the day does, and found once however many wait for one.
///
/// Who reloads such a page, goes back to it, or has grown impatient and asks once more, adds no work.
actor KeptAnswers<Question: Hashable & Sendable, Answer: Sendable> {
    private let desk: VaultDesk
    /// So many are kept; the one that was asked for longest ago goes first.
    private let most: Int
    private var mark: [Int64] = []
    private var answers: [(question: Question, task: Task<Answer, any Error>)] = []

    init(desk: VaultDesk, keeping most: Int = 8) {
        (self.desk, self.most) = (desk, most)
    }

    /// The answer to a question: the one that is kept, else what `find` finds.
    ///
    /// - Throws: what `find` throws; nothing is kept of it.
    func answer(_ question: Question, _ find: @escaping @Sendable (Vault) throws -> Answer) async throws -> Answer {
        let mark = try await desk.atTheDoor { try AnticipateSearches().mark(in: $0) } + [desk.exchangeCount]
        if mark != self.mark { (self.mark, answers) = (mark, []) }
        let kept = answers.firstIndex { $0.question == question }.map { answers.remove(at: $0).task }
        let task = kept ?? Task { [desk] in try await desk.readAtLength(find) }
        answers.append((question, task))
        if answers.count > most { answers.removeFirst() }
        do {
            return try await task.value
        } catch {
            answers.removeAll { $0.task == task }
            throw error
        }
    }
}
