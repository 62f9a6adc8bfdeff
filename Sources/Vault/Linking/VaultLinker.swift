import ContactModel
import RecordLinkage

/// Finds out which entries of a vault look like one human being: a function of records and decisions, and of nothing else.
///
/// It runs over the whole vault whenever a snapshot came or went, so it can't depend on the order of imports. What the owner said is
/// learned from at these moments only: a verdict in between changes who is who at once, and how others are judged with the next import.
///
/// Why over the whole: what sharing a name is worth is learned from everybody there is, so a new list changes every weight a little, and
/// comparing 200,000 entries anew costs less than a second once they are made ready. Reading them was what took long; that is done of what
/// changed only (`LinkableEntries`), and so is what follows from it (`LikenessStore.Difference`).
struct VaultLinker {
    let entries: LinkableEntries
    let linker: Linker
    /// The linker as it was before the owner's answers; `nil` where nothing was learned from them.
    let untaught: Linker?
    /// How many pairs of entries the owner's answers are about.
    let answerCount: Int
    private let blocks: Blocks

    /// So many answers of the owner it takes before anything is learned from them.
    private static let leastAnswers = 8

    /// Reads the entries and learns how to judge them.
    ///
    /// - Parameters:
    ///   - evenForOneList: whether to read them where nothing is to be joined too, because the owner asks about two.
    ///   - origin: what entries are made ready from.
    init(session: any Session, vaultID: Int64, evenForOneList: Bool = false, from origin: LinkableEntries.Origin = .kept) throws {
        entries = try LinkableEntries(session: session, vaultID: vaultID, evenForOneList: evenForOneList, from: origin)
        blocks = Blocks(of: entries.table)
        guard entries.table.count > 1 else {
            (linker, untaught, answerCount) = (Linker(entries.table, model: .standard()), nil, 0)
            return
        }
        let own = Linker(entries.table, model: LinkageModel.standard().learned(from: entries.table, blocks))
        let answers = try Self.answers(on: entries, session: session, vaultID: vaultID)
        let isTaught = answers.count >= Self.leastAnswers
        linker = isTaught ? Linker(entries.table, model: own.model(taughtBy: answers)) : own
        untaught = isTaught ? own : nil
        answerCount = answers.count
    }

    /// The likenesses: of pairs that are joined without asking all there are, of others those more likely one person than not.
    func likenesses() -> [Likeness] {
        guard entries.table.count > 1 else { return [] }
        let pairs = linker.pairs(blocks).filter { !entries.stoodTogether(Int($0.first), Int($0.second)) }
        // Only those that meet anybody: of a million entries few do.
        var graph = LinkageGraph()
        var vertices = [Int32](repeating: -1, count: entries.places.count)
        var count: Int32 = 0
        for place in pairs.lazy.flatMap({ [Int($0.first), Int($0.second)] }) where vertices[place] < 0 {
            vertices[place] = count
            count += 1
            graph.add(
                record: entries.places[place].entry, order: entries.table.order(of: place),
                facts: entries.table.exclusiveFacts(of: place))
        }
        let undecided = undecided(among: pairs)
        graph.add(
            pairs: pairs.filter { !undecided.contains($0) }.map {
                ScoredPair(first: vertices[Int($0.first)], second: vertices[Int($0.second)], weight: $0.weight)
            })
        let people = graph.people(above: Threshold.sure)
        return pairs.compactMap { pair in
            let (first, second) = (Int(pair.first), Int(pair.second))
            let isJoined = !undecided.contains(pair) && people[Int(vertices[first])] == people[Int(vertices[second])]
            guard isJoined || pair.weight >= Threshold.likely else { return nil }
            return Likeness(
                entries.places[first].entry, entries.places[second].entry, sixteenths: Likeness.sixteenths(pair.weight), isJoined: isJoined)
        }.sorted()
    }

    /// The pairs that would be joined without asking, were it not that one of the two looks as much like another, and that the other two
    /// are two people: they stood together in a list in which nobody stands twice. The odds against the other have to be as sure as a
    /// joining; otherwise the owner is asked.
    private func undecided(among pairs: [ScoredPair]) -> Set<ScoredPair> {
        var sure: [Int32: [ScoredPair]] = [:]
        for pair in pairs where pair.weight >= Threshold.sure {
            sure[pair.first, default: []].append(pair)
            sure[pair.second, default: []].append(pair)
        }
        var undecided: Set<ScoredPair> = []
        for (place, pairs) in sure where pairs.count > 1 {
            func other(_ pair: ScoredPair) -> Int { Int(pair.first == place ? pair.second : pair.first) }
            for pair in pairs {
                let hasRival = pairs.contains { rival in
                    rival.weight > pair.weight - Threshold.sure && rival != pair && entries.stoodTogether(other(rival), other(pair))
                }
                if hasRival { undecided.insert(pair) }
            }
        }
        return undecided
    }

    // MARK: Learning

    /// What the owner had said of pairs of entries by the latest import, undone words left out; of each of the people a verdict is about
    /// the first entry that can be compared speaks for all.
    private static func answers(on entries: LinkableEntries, session: any Session, vaultID: Int64) throws -> [Linker.Answer] {
        let log = DecisionLog.upToLastImport(try DecisionLog(session: session, vaultID: vaultID).all())
        let undone = DecisionLog.undoneSteps(in: log)
        let reader = try EntryReader(session: session, vaultID: vaultID)
        return try log.filter { !undone.contains($0.step) }.flatMap { decision in
            let heads = try decision.people.compactMap { ids in
                try reader.entries(having: ids.map(\.keyHash)).sorted().lazy.compactMap { entries.place(of: $0) }.first
            }
            return heads.enumerated().flatMap { place, one in
                heads[(place + 1)...].filter { $0 != one }.map { Linker.Answer(first: one, second: $0, isSame: decision.kind == .merge) }
            }
        }
    }
}
