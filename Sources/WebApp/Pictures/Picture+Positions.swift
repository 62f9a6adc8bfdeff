import Actions
import ContactQuality

/// What titles say: two pictures of bars, each number with the search that finds its people.
extension Picture {
    /// How high people stand, the highest rank first; `nil` where no title names one.
    static func ranks(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let positions = survey.review.tally.positions
        let bars = TitleReading.Seniority.allCases.map {
            Position(name: texts("seniority." + $0.rawValue), search: "seniority:" + $0.rawValue, people: positions[$0])
        }
        guard bars.contains(where: { $0.people > 0 }) else { return nil }
        let leading = [TitleReading.Seniority.founder, .executive, .vicePresident, .director].reduce(0) { $0 + positions[$1] }
        return Picture(
            title: texts("pictureRanksTitle"),
            answer: texts("pictureRanksAnswer", ["people": texts.number(leading), "titles": texts.number(positions.titles)]),
            drawing: drawing("picture-ranks", bars, notTold: positions.withoutSeniority, texts),
            table: table(bars, notTold: positions.withoutSeniority, of: positions.titles, "pictureRank", "pictureRanksCaption", texts))
    }

    /// What people do, the most frequent field first; `nil` where no title names one.
    static func fields(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let positions = survey.review.tally.positions
        let bars = TitleReading.Function.allCases.map {
            Position(name: texts("function." + $0.rawValue), search: "function:" + $0.rawValue, people: positions[$0])
        }.sorted { $0.people > $1.people }
        guard let first = bars.first, first.people > 0 else { return nil }
        return Picture(
            title: texts("pictureFieldsTitle"),
            answer: texts(
                "pictureFieldsAnswer",
                ["field": first.name, "people": texts.number(first.people), "titles": texts.number(positions.titles)]),
            drawing: drawing("picture-fields", bars, notTold: positions.withoutFunction, texts),
            table: table(bars, notTold: positions.withoutFunction, of: positions.titles, "pictureWorkField", "pictureFieldsCaption", texts))
    }

    /// A rank or a field and who has it.
    private struct Position {
        var name: String
        var search: String
        var people: Int
    }

    private static func drawing(_ id: String, _ positions: [Position], notTold: Int, _ texts: Texts) -> Drawing {
        var drawing = Drawing(id)
        var bars = positions.filter { $0.people > 0 }.map {
            Drawing.Bar(label: $0.name, number: texts.number($0.people), value: Double($0.people))
        }
        if notTold > 0 {
            bars.append(
                .init(label: texts("pictureNotTold"), number: texts.number(notTold), value: 0, outOf: Double(notTold), isSoft: true))
        }
        drawing.bars(bars, from: 0)
        return drawing
    }

    private static func table(
        _ positions: [Position], notTold: Int, of titles: Int, _ column: String, _ caption: String, _ texts: Texts
    ) -> PictureTable {
        func row(_ name: String, _ people: Int, search: String) -> [PictureTable.Cell] {
            let page = PeoplePage.path(search)
            return [
                .init(name), .init(texts.number(people), page: page), .init(texts.percent(people, of: max(1, titles)), page: page),
            ]
        }
        // Who has a title that names none of them.
        let rest = (["has:title"] + positions.map { "-" + $0.search }).joined(separator: " ")
        return PictureTable(
            caption: texts(caption), columns: [texts(column), texts("picturePeople"), texts("pictureShare")],
            rows: positions.filter { $0.people > 0 }.map { row($0.name, $0.people, search: $0.search) }
                + (notTold > 0 ? [row(texts("pictureNotTold"), notTold, search: rest)] : []))
    }
}
