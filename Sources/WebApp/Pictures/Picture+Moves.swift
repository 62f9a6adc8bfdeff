import Actions
import ContactModel
import ContactQuality
import Vault

extension Picture {
    private static let mostCompanies = 7
    /// A table of more rows than this is higher than the drawing.
    private static let mostRowsBeside = 12

    /// Who went from which company to which in a year: bands as broad as people are many; `nil` where nobody did.
    static func moves(in year: Int, of survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let total = survey.moves.total(in: year)
        let flows = survey.moves.flows(in: year, most: Self.mostCompanies)
        guard total > 0, !flows.isEmpty else { return nil }
        let left = Self.ends(flows, \.from)
        let right = Self.ends(flows, \.to)
        let unit = min(16, 190 / Double(max(1, flows.reduce(0) { $0 + $1.people })))
        let (leftNodes, leftHeight) = Self.nodes(left, unit: unit)
        let (rightNodes, rightHeight) = Self.nodes(right, unit: unit)
        let height = max(leftHeight, rightHeight)

        var drawing = Drawing("picture-moves-\(year)", height: height + 26)
        drawing.text(texts("pictureMovesFrom"), .share(0), 13, "soft")
        drawing.text(texts("pictureMovesTo"), .share(100), 13, "soft", anchor: .end)
        let top = 24.0
        var (taken, given): ([String?: Double], [String?: Double]) = ([:], [:])
        var bands: [(path: String, style: String)] = []
        for flow in flows.sorted(by: {
            (leftNodes[$0.from] ?? 0, rightNodes[$0.to] ?? 0) < (leftNodes[$1.from] ?? 0, rightNodes[$1.to] ?? 0)
        }) {
            let breadth = Double(flow.people) * unit
            let y1 = (leftNodes[flow.from] ?? 0) + taken[flow.from, default: 0]
            let y2 = (rightNodes[flow.to] ?? 0) + given[flow.to, default: 0]
            taken[flow.from, default: 0] += breadth
            given[flow.to, default: 0] += breadth
            bands.append((Self.band(y1, y2, breadth), flow.from == nil || flow.to == nil ? "flow-2" : "flow-1"))
        }
        drawing.stretched(.share(0), top, width: .share(100), height: height, bands)
        for (company, people) in left { Self.draw(company, people, leftNodes[company] ?? 0, unit, isLeft: true, top: top, texts, &drawing) }
        for (company, people) in right {
            Self.draw(company, people, rightNodes[company] ?? 0, unit, isLeft: false, top: top, texts, &drawing)
        }

        let shown = flows.reduce(0) { $0 + $1.people }
        let goal = right.filter { $0.company != nil }.max { $0.people < $1.people }
        let named = survey.latestMoves.filter { $0.on.year == year }
        let numbers = Self.table(of: flows, year, texts)
        return Picture(
            title: texts("pictureMovesTitle", ["year": String(year)]),
            answer: [
                texts("pictureMovesAnswer", count: total, ["year": String(year)]),
                goal.flatMap { goal in
                    goal.people > 1
                        ? texts("pictureMovesGoal", ["company": (goal.company ?? "").cut(to: 60), "n": texts.number(goal.people)]) : nil
                },
                shown < total ? texts("pictureMovesRest", count: total - shown) : nil,
            ].compactMap { $0 }.joined(separator: " "),
            drawing: drawing,
            table: named.isEmpty
                ? numbers
                : PictureTable(
                    caption: texts("pictureMovesCaption", ["year": String(year)]),
                    columns: [texts("pictureMovesWho"), texts("pictureMovesFrom"), texts("pictureMovesTo"), texts("pictureMovesSeen")],
                    columnsOfWords: [0, 1, 2, 3],
                    rows: named.map {
                        [
                            .init($0.name, page: "/people/\($0.person)"), .init($0.from ?? ""),
                            .init($0.to ?? ""),
                            .init(texts.day($0.on).replacing(" ", with: "\u{A0}")),
                        ]
                    }),
            further: named.isEmpty ? nil : numbers)
    }

    /// How many went from which company to which; every band of the drawing is a row.
    private static func table(of flows: [CompanyMoves.Flow], _ year: Int, _ texts: Texts) -> PictureTable {
        PictureTable(
            caption: texts("pictureMovesFlows", ["year": String(year)]),
            columns: [texts("pictureMovesFrom"), texts("pictureMovesTo"), texts("picturePeople")],
            columnsOfWords: [0, 1],
            rows: flows.map {
                [
                    .init($0.from ?? texts("pictureMovesOther")), .init($0.to ?? texts("pictureMovesOther")),
                    .init(texts.number($0.people), page: ChangesQuery.moves(in: year, $0, of: flows).address()),
                ]
            }, isLong: flows.count > Self.mostRowsBeside)
    }

    // MARK: Parts

    private typealias End = (company: String?, people: Int)

    /// The companies of one side, largest first, what is not told apart last.
    private static func ends(_ flows: [CompanyMoves.Flow], _ side: (CompanyMoves.Flow) -> String?) -> [End] {
        var totals: [String?: Int] = [:]
        for flow in flows { totals[side(flow), default: 0] += flow.people }
        return totals.map { (company: $0.key, people: $0.value) }.sorted { one, other in
            if (one.company == nil) != (other.company == nil) { return other.company == nil }
            return one.people != other.people ? one.people > other.people : (one.company ?? "") < (other.company ?? "")
        }
    }

    /// Where each company's band begins, a line for its name above it; and how high they are together.
    private static func nodes(_ ends: [End], unit: Double) -> ([String?: Double], Double) {
        var places: [String?: Double] = [:]
        var y = 0.0
        for end in ends {
            places[end.company] = y + 20
            y += 20 + Double(end.people) * unit + 8
        }
        return (places, y)
    }

    private static func draw(
        _ company: String?, _ people: Int, _ y: Double, _ unit: Double, isLeft: Bool, top: Double, _ texts: Texts, _ drawing: inout Drawing
    ) {
        let height = max(2, Double(people) * unit)
        drawing.rectangle(isLeft ? .share(0) : .share(100), top + y, width: .pixels(6), height: height, "p1", movedBy: isLeft ? 0 : -6)
        let name = (company ?? texts("pictureMovesOther")).cut(to: 24)
        let label = isLeft ? "\(name)  \(people)" : "\(people)  \(name)"
        drawing.text(
            label, isLeft ? .share(0) : .share(100), top + y - 5, company == nil ? "soft halo" : "halo", anchor: isLeft ? .start : .end)
    }

    /// A band from the left edge to the right one.
    private static func band(_ y1: Double, _ y2: Double, _ breadth: Double) -> String {
        let n = Drawing.number
        return
            "M0 \(n(y1))C500 \(n(y1)) 500 \(n(y2)) 1000 \(n(y2))V\(n(y2 + breadth))C500 \(n(y2 + breadth)) 500 \(n(y1 + breadth)) 0 \(n(y1 + breadth))Z"
    }
}
