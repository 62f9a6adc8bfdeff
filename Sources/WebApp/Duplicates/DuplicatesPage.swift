public import ContactModel
public import RecordLinkage
import TextMatching
public import Vault

/// Two people side by side, what speaks for their being one, and the owner's word on it.
public struct DuplicatesPage: Page {
    /// The view that draws it.
    public static let view = "duplicates"

    /// A line of the comparison.
    struct Line: Sendable {
        var field: String
        var first: [String]
        var second: [String]
        /// A word on how the two stand to one another.
        var state: String
        var tone: String
        var isConflict: Bool
    }

    /// One of the two.
    struct Side: Sendable {
        var id: String
        var name: String
        var monogram: String
        var work: WorkLine
    }

    /// A step of the evidence.
    struct Step: Sendable {
        var title: String
        var detail: String
        var bits: String
    }

    /// The pair with its evidence; nothing where no pair is left.
    struct Pair: Sendable {
        var first: Side
        var second: Side
        var lines: [Line]
        var sentence: String
        var probability: String
        var probabilityValue: String
        var steps: [Step]
        var total: String
        var picture: String?
        var narrowPicture: String?
        var isDecided: String?
    }

    /// What is said where there is no pair to show.
    struct Empty: Sendable {
        var title: String
        var text: String
        /// Whether to begin anew with those that were passed over.
        var canBeginAnew = false
        /// Whether something has to come in first.
        var canImport = false
    }

    let count: String
    let position: String?
    let skip: Int
    let nextPath: String?
    let previousPath: String?
    let pair: Pair?
    let empty: Empty?
    /// Whether the pair was put aside, so that it can be asked about again.
    let isAside: Bool
    /// Whether those that were put aside are gone through.
    let showsAside: Bool
    /// The way to those that were put aside, or back from them, with how many they are.
    let others: Link?

    /// A link with its words.
    struct Link: Sendable {
        var path: String
        var text: String
    }

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - people: the two; `nil` where no pair is left, or none behind the last one.
    ///   - explanation: why they may be one; `nil` where there is nothing to compare.
    ///   - decided: what was decided before about the two, in a sentence.
    ///   - skip: how many pairs stand before this one.
    ///   - standing: how many pairs there are; `nil` where the pair was chosen by hand.
    ///   - isAside: whether those that were put aside are gone through; of a pair chosen by hand, whether it was put aside.
    public init(
        people: (Person, Person)?, explanation: MatchExplanation?, decided: String? = nil, skip: Int, standing: DuplicateStanding?,
        isAside: Bool = false, texts: Texts
    ) {
        self.skip = skip
        self.isAside = isAside
        showsAside = isAside && standing != nil
        let among = standing.map { isAside ? $0.aside : $0.waiting }
        count = among.flatMap { $0 > 0 ? texts(isAside ? "duplicatesAsideCount" : "duplicatesCount", count: $0) : nil } ?? ""
        position = among.flatMap {
            skip < $0 ? texts("duplicatesPosition", ["place": texts.number(skip + 1), "count": texts.number($0)]) : nil
        }
        nextPath = among.flatMap { skip + 1 < $0 ? Self.path(skip: skip + 1, isAside: isAside) : nil }
        previousPath = among != nil && skip > 0 ? Self.path(skip: skip - 1, isAside: isAside) : nil
        others = standing.flatMap { standing in
            if isAside { return Link(path: "/duplicates", text: texts("duplicatesBackToWaiting", count: standing.waiting)) }
            return standing.aside > 0 ? Link(path: "/duplicates?aside=1", text: texts("duplicatesAside", count: standing.aside)) : nil
        }
        empty = people == nil ? standing.map { Self.empty($0, isAside: isAside, texts) } : nil
        pair = people.map { first, second in
            let waterfall = explanation.map { Waterfall($0, texts: texts) }
            let percent = Int(((explanation?.probability ?? 0) * 100).rounded())
            return Pair(
                first: Self.side(first), second: Self.side(second), lines: Self.lines(first, second, texts),
                sentence: explanation.map { texts.reasons($0) } ?? "",
                probability: texts("duplicatesProbability", ["percent": String(percent)]),
                probabilityValue: percent >= 100 ? "1" : "0.\(percent < 10 ? "0" : "")\(percent)",
                steps: (waterfall?.steps ?? []).map {
                    Step(title: $0.title, detail: $0.detail, bits: Waterfall.signed($0.bits))
                },
                total: Waterfall.signed(waterfall?.total ?? 0),
                picture: waterfall?.svg(title: texts("duplicatesEvidence"), isHeaded: false),
                narrowPicture: waterfall?.svg(title: texts("duplicatesEvidence"), isHeaded: false, layout: .narrow), isDecided: decided)
        }
    }

    /// Where the pair at a place is shown.
    public static func path(skip: Int, isAside: Bool) -> String {
        isAside ? skip > 0 ? "/duplicates?aside=1&skip=\(skip)" : "/duplicates?aside=1" : "/duplicates?skip=\(skip)"
    }

    /// What there is to say where no pair is shown: only what is so.
    private static func empty(_ standing: DuplicateStanding, isAside: Bool, _ texts: Texts) -> Empty {
        func empty(_ name: String) -> Empty { Empty(title: texts("duplicates\(name)"), text: texts("duplicates\(name)Text")) }
        if isAside, standing.aside == 0 { return empty("AsideNone") }
        let passedOver = isAside ? standing.aside : standing.waiting
        if passedOver > 0 {
            return Empty(title: texts("duplicatesEnd"), text: texts("duplicatesEndText", count: passedOver), canBeginAnew: true)
        }
        if standing.aside > 0 {
            return Empty(title: texts("duplicatesDone"), text: texts("duplicatesAsideText", count: standing.aside))
        }
        switch standing.extent {
        case .nothing:
            return Empty(title: texts("duplicatesNobody"), text: texts("duplicatesNobodyText"), canImport: true)
        case .oneHandOut:
            return Empty(title: texts("duplicatesOneList"), text: texts("duplicatesOneListText"), canImport: true)
        case .several: return empty(standing.decided > 0 ? "Done" : "None")
        }
    }

    private static func side(_ person: Person) -> Side {
        Side(
            id: person.id.description, name: person.displayName, monogram: Monogram(person).letters,
            work: WorkLine(person))
    }

    /// What both say, contradictions first, then what only one says, then what both say alike.
    private static func lines(_ first: Person, _ second: Person, _ texts: Texts) -> [Line] {
        let fields: [(String, (Person) -> [String])] = [
            ("Name", { $0.names.map(\.value.display) }), ("Company", { $0.companies.map(\.value) }), ("Title", { $0.titles.map(\.value) }),
            ("Email", { $0.emails.map(\.value.address) }), ("Phone", { $0.phones.map(\.value.number) }),
            ("Url", { $0.links.map(\.value.uri) }), ("Birthday", { $0.birthdays.map { texts.day($0.value) } }),
            ("Connected", { $0.connectedOn.map { [texts.day($0)] } ?? [] }), ("Source", { sources(of: $0).map { texts.source($0) } }),
            ("Tags", { $0.tags.map(\.value) }), ("Notes", { $0.notes.map(\.value) }),
        ]
        let lines = fields.compactMap { key, values -> (rank: Int, line: Line)? in
            let (one, other) = (values(first), values(second))
            guard !one.isEmpty || !other.isEmpty else { return nil }
            let alike = !Set(one.map { TextFolding.folded($0) }).isDisjoint(with: other.map { TextFolding.folded($0) })
            // A different source or tag contradicts nothing.
            let canConflict = !["Source", "Tags", "Notes"].contains(key)
            // Whose present company is the other's former one agrees with it in the past alone.
            let isOfThePast = alike && ["Company", "Title"].contains(key) && TextFolding.folded(one[0]) != TextFolding.folded(other[0])
            let rank = one.isEmpty || other.isEmpty ? 1 : isOfThePast ? 0 : alike ? 2 : canConflict ? 0 : 1
            return (
                rank,
                Line(
                    field: texts("field" + key), first: one, second: other,
                    state: texts(
                        isOfThePast
                            ? "duplicatesSameBefore" : rank == 0 ? "duplicatesDiffers" : rank == 2 ? "duplicatesSame" : "duplicatesOnlyOne"),
                    tone: isOfThePast ? "warn" : rank == 0 ? "bad" : rank == 2 ? "good" : "", isConflict: rank == 0)
            )
        }
        // Of equal rank the order of fields stays.
        return (0...2).flatMap { rank in lines.filter { $0.rank == rank }.map(\.line) }
    }

    private static func sources(of person: Person) -> [String] {
        var found: [String] = []
        for name in person.names.flatMap(\.provenance).map(\.source) where !found.contains(name) { found.append(name) }
        return found
    }
}
