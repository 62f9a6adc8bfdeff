public import ContactModel
public import RecordLinkage
import TextMatching

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
        var work: String
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

    let count: String
    let position: String?
    let skip: Int
    let nextPath: String?
    let previousPath: String?
    let pair: Pair?
    /// Whether the pairs were gone through to the end, with some left undecided.
    let isAtEnd: Bool

    /// Makes the page.
    ///
    /// - Parameters:
    ///   - people: the two; `nil` where no pair is left, or none behind the last one.
    ///   - explanation: why they may be one; `nil` where there is nothing to compare.
    ///   - decided: what was decided before about the two, in a sentence.
    ///   - skip: how many pairs stand before this one.
    ///   - count: how many pairs there are; `nil` where the pair was chosen by hand.
    public init(
        people: (Person, Person)?, explanation: MatchExplanation?, decided: String? = nil, skip: Int, count: Int?, texts: Texts
    ) {
        self.skip = skip
        self.count = count.map { texts("duplicatesCount", count: $0) } ?? ""
        position = count.flatMap {
            skip < $0 ? texts("duplicatesPosition", ["place": texts.number(skip + 1), "count": texts.number($0)]) : nil
        }
        nextPath = count.flatMap { skip + 1 < $0 ? "/duplicates?skip=\(skip + 1)" : nil }
        previousPath = count != nil && skip > 0 ? "/duplicates?skip=\(skip - 1)" : nil
        isAtEnd = people == nil && count.map { $0 > 0 } == true
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

    private static func side(_ person: Person) -> Side {
        Side(
            id: person.id.description, name: person.displayName, monogram: Monogram(person).letters,
            work: person.workLine)
    }

    /// What both say, contradictions first, then what only one says, then what both say alike.
    private static func lines(_ first: Person, _ second: Person, _ texts: Texts) -> [Line] {
        let fields: [(String, (Person) -> [String])] = [
            ("Name", { $0.names.map(\.value.display) }), ("Company", { $0.companies.map(\.value) }), ("Title", { $0.titles.map(\.value) }),
            ("Email", { $0.emails.map(\.value.address) }), ("Phone", { $0.phones.map(\.value.number) }),
            ("Url", { $0.links.map(\.value.uri) }), ("Birthday", { $0.birthdays.map { texts.day($0.value) } }),
            ("Connected", { $0.connectedOn.map { [texts.day($0)] } ?? [] }), ("Source", { sources(of: $0) }),
            ("Tags", { $0.tags.map(\.value) }), ("Notes", { $0.notes.map(\.value) }),
        ]
        let lines = fields.compactMap { key, values -> (rank: Int, line: Line)? in
            let (one, other) = (values(first), values(second))
            guard !one.isEmpty || !other.isEmpty else { return nil }
            let alike = !Set(one.map { TextFolding.folded($0) }).isDisjoint(with: other.map { TextFolding.folded($0) })
            // A different source or tag contradicts nothing.
            let canConflict = !["Source", "Tags", "Notes"].contains(key)
            let rank = one.isEmpty || other.isEmpty ? 1 : alike ? 2 : canConflict ? 0 : 1
            return (
                rank,
                Line(
                    field: texts("field" + key), first: one, second: other,
                    state: texts(rank == 0 ? "duplicatesDiffers" : rank == 2 ? "duplicatesSame" : "duplicatesOnlyOne"),
                    tone: rank == 0 ? "bad" : rank == 2 ? "good" : "", isConflict: rank == 0)
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
