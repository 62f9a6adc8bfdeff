/// What the owner said of pairs of people who are two at present.
struct PairsSaid {
    /// Those who are two, by their numbers in order.
    private(set) var distinct: Set<[Int64]> = []
    /// How many steps said who is who, of whomever.
    private(set) var decidedCount = 0
    /// Those of whom it is not known, with the steps that put them aside.
    private var aside: [[Int64]: [Decision]] = [:]

    init(session: any Session, vaultID: Int64) throws {
        let log = try DecisionLog(session: session, vaultID: vaultID).all()
        let undone = DecisionLog.undoneSteps(in: log)
        let finder = PersonFinder(session: session, vaultID: vaultID)
        for decision in log where !undone.contains(decision.step) {
            let isDoubt = decision.kind == .unsure
            if decision.verdict != nil { decidedCount += 1 }
            guard isDoubt || decision.verdict != nil, decision.kind != .merge else { continue }
            let groups = try (isDoubt ? decision.peopleAside : decision.people).map { try Set($0.compactMap { try finder.number(of: $0) }) }
            for (place, group) in groups.enumerated() {
                for other in groups[(place + 1)...].joined() {
                    for one in group where one != other {
                        let pair = [one, other].sorted()
                        guard isDoubt else {
                            distinct.insert(pair)
                            continue
                        }
                        // Where two of three became one since, a doubt names the pair twice.
                        if aside[pair]?.last?.step != decision.step { aside[pair, default: []].append(decision) }
                    }
                }
            }
        }
    }

    func areDistinct(_ one: Int64, _ other: Int64) -> Bool { distinct.contains([one, other].sorted()) }

    func isAside(_ one: Int64, _ other: Int64) -> Bool { aside[[one, other].sorted()] != nil }

    /// The steps that put two people aside and count at present.
    func doubts(about one: Int64, _ other: Int64) -> [Decision] { aside[[one, other].sorted()] ?? [] }
}
