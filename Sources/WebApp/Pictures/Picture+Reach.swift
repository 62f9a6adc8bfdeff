import Actions
import ContactQuality

extension Picture {
    /// Who could be reached if the network closed tonight: a hundred squares, the lost ones empty.
    static func reach(_ survey: ContactSurvey, _ texts: Texts) -> Picture {
        let reach = survey.reach
        let lost = reach[.nothing]
        let squares = Self.squares(ReachCounts.Way.allCases.map { reach[$0] })
        var drawing = Drawing("picture-reach")
        let styles = ["p1", "p2", "p3", "p4 edged", "gone"]
        // Twenty across, five down: filled column by column, so that a group stays together.
        for (place, group) in squares.enumerated() {
            let (column, row) = (place / 5, place % 5)
            drawing.rectangle(
                .share(Double(column) * 5), Double(row) * 27, width: .share(4.2), height: 22, styles[group], round: 3)
        }
        var y = 160.0
        for (way, style) in zip(ReachCounts.Way.allCases, styles) where reach[way] > 0 {
            drawing.rectangle(.pixels(0.5), y - 11, width: .pixels(13), height: 13, style, round: 3)
            drawing.text(texts("pictureWay." + way.rawValue), .pixels(22), y, way == .nothing ? "strong" : "")
            drawing.text(
                "\(texts.number(reach[way])) · \(texts.percent(reach[way], of: reach.total))", .share(100), y,
                way == .nothing ? "strong" : "",
                anchor: .end)
            y += 24
        }
        drawing.height = y - 10
        return Picture(
            title: texts("pictureReachTitle"),
            answer: lost == 0
                ? texts("pictureReachAll", count: reach.total)
                : texts(
                    "pictureReachAnswer", count: lost, ["share": texts.percent(lost, of: reach.total), "people": texts.number(reach.total)]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureReachCaption"),
                columns: [texts("pictureReachWay"), texts("picturePeople"), texts("pictureShare")],
                rows: ReachCounts.Way.allCases.map { way in
                    [
                        .init(texts("pictureWay." + way.rawValue)),
                        .init(texts.number(reach[way]), page: SurveySlice.reached(by: [way]).address),
                        .init(texts.percent(reach[way], of: reach.total), page: SurveySlice.reached(by: [way]).address),
                    ]
                }))
    }

    /// A hundred squares shared out by the largest remainder; a group that has somebody gets at least one.
    static func squares(_ counts: [Int]) -> [Int] {
        let total = counts.reduce(0, +)
        guard total > 0 else { return Array(repeating: max(0, counts.count - 1), count: 100) }
        let exact = counts.map { Double($0) * 100 / Double(total) }
        var shares = zip(exact, counts).map { $1 > 0 ? max(1, Int($0)) : 0 }
        while shares.reduce(0, +) < 100 {
            guard
                let next = shares.indices.filter({ counts[$0] > 0 }).max(by: {
                    exact[$0] - Double(shares[$0]) < exact[$1] - Double(shares[$1])
                })
            else { break }
            shares[next] += 1
        }
        while shares.reduce(0, +) > 100 {
            guard
                let next = shares.indices.filter({ shares[$0] > 1 }).max(by: {
                    Double(shares[$0]) - exact[$0] < Double(shares[$1]) - exact[$1]
                })
            else { break }
            shares[next] -= 1
        }
        return shares.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
    }
}
