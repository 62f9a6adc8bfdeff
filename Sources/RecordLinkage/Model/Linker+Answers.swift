extension Linker {
    /// What somebody who knows said of two records of the table.
    public struct Answer: Hashable, Sendable {
        /// The place of the one.
        public var first: Int
        /// The place of the other.
        public var second: Int
        /// Whether they are one person.
        public var isSame: Bool

        /// Makes an answer.
        public init(first: Int, second: Int, isSame: Bool) {
            self.first = first
            self.second = second
            self.isSame = isSame
        }
    }

    /// The model with its weights moved by answers about records of the table, in whatever order they came.
    ///
    /// Each answer counts as one observation against what the model knew before, so a few answers change little, and no answer can turn
    /// the sense of a level around.
    public func model(taughtBy answers: [Answer]) -> LinkageModel {
        var seen = answers.map { answer in
            let orders = [table.order(of: answer.first), table.order(of: answer.second)].sorted()
            return (order: orders, outcome: outcome(answer.first, answer.second), isSame: answer.isSame)
        }
        seen.sort { ($0.order[0], $0.order[1], $0.isSame ? 1 : 0) < ($1.order[0], $1.order[1], $1.isSame ? 1 : 0) }
        var taught = model
        taught.weights = Persuasion(before: model.weights, offset: offset).moved(by: seen.map { ($0.outcome, $0.isSame) })
        taught.weights.round()
        return taught
    }
}
