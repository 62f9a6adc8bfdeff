import Actions
import ContactModel
import ContactQuality
import Foundation

extension Picture {
    /// The score as a gauge, and what it is made of.
    static func score(_ survey: ContactSurvey, _ texts: Texts) -> Picture {
        let tally = survey.review.tally
        var drawing = Drawing("picture-score", height: 150)
        drawing.around(
            .share(50), 128,
            [(arc(to: 1), "gauge-track"), (arc(to: max(0.004, Double(tally.score) / 100)), "gauge-value")])
        drawing.text(String(tally.score), .share(50), 116, "huge", anchor: .middle)
        drawing.text(texts("pictureScoreOf"), .share(50), 138, "soft", anchor: .middle)

        let parts = ContactScore.Part.allCases
        let most = ContactScore.most
        func mean(_ part: ContactScore.Part) -> Double { Double(tally.points[part]) / Double(max(1, tally.people)) }
        func lost(_ part: ContactScore.Part) -> Double { Double(most[part]) - mean(part) }
        drawing.bars(
            parts.map { part in
                Drawing.Bar(
                    label: texts("pictureScore." + part.rawValue),
                    number: texts("pictureScorePoints", ["n": number(mean(part), texts), "most": String(most[part])]),
                    value: mean(part), outOf: Double(most[part]))
            }, from: 172)
        let weakest = parts.max { lost($0) < lost($1) }
        return Picture(
            title: texts("pictureScoreTitle"),
            answer: texts(
                "pictureScoreAnswer",
                [
                    "score": String(tally.score),
                    "part": weakest.map { texts("pictureScoreWeak." + $0.rawValue) } ?? "",
                    "lost": weakest.map { number(lost($0), texts) } ?? "0",
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureScoreCaption"),
                columns: [texts("pictureScorePart"), texts("pictureScoreMean"), texts("pictureScoreMost")],
                rows: parts.map {
                    [
                        .init(texts("pictureScore." + $0.rawValue)),
                        .init(number(mean($0), texts), page: SurveySlice.losing($0).address), .init(String(most[$0])),
                    ]
                } + [[.init(texts("pictureScoreTotal")), .init(String(tally.score), query: ""), .init("100")]]))
    }

    private static func number(_ value: Double, _ texts: Texts) -> String {
        let text = Drawing.number((value * 10).rounded() / 10)
        return texts.language == .german ? text.replacing(".", with: ",") : text
    }

    /// A half ring from the left over the top, up to a share of its length.
    private static func arc(to share: Double) -> String {
        let angle = Double.pi * (1 - share)
        let (x, y) = (100 * cos(angle), -100 * sin(angle))
        return "M-100 0A100 100 0 0 1 \(Drawing.number(x)) \(Drawing.number(y))"
    }

    /// The score and the share of people who can be reached, after each hand-out that came and today; `nil` where there is only one day to tell of.
    static func trend(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let tally = survey.review.tally
        var points = survey.trend.points.filter { $0.people > 0 && $0.day <= survey.today }
            .map { (day: $0.day, people: $0.people, score: $0.score, reachable: $0.reachable) }
        if let last = points.last, last.day < survey.today {
            points.append((survey.today, tally.people, tally.score, tally.reachable))
        }
        guard points.count > 1, let first = points.first, let last = points.last else { return nil }
        let (begin, days) = (first.day.daysSince1970, Double(max(1, last.day.daysSince1970 - first.day.daysSince1970)))
        func x(_ point: Int) -> Double { 20 + 880 * Double(points[point].day.daysSince1970 - begin) / days }
        func height(_ value: Double) -> Double { 160 - 1.5 * value }
        var drawing = Drawing("picture-trend", height: 218)
        for level in [0, 25, 50, 75, 100] {
            drawing.line(.share(0), 20 + height(Double(level)), .share(100), 20 + height(Double(level)), "grid")
            drawing.text(String(level), .share(100), 16 + height(Double(level)), "tiny", anchor: .end)
        }
        func line(_ value: (Int) -> Double) -> String {
            points.indices.map { "\($0 == 0 ? "M" : "L")\(Drawing.number(x($0))) \(Drawing.number(height(value($0))))" }.joined()
        }
        let scores = { (place: Int) in Double(points[place].score) }
        let shares = { (place: Int) in Drawing.share(Double(points[place].reachable), of: Double(points[place].people)) }
        drawing.stretched(
            .share(0), 20, width: .share(100), height: 170,
            [(line(shares), "line-2"), (line(scores), "line-1")])
        for place in points.indices {
            drawing.circle(.share(x(place) / 10), 20 + height(shares(place)), radius: 3.5, "dot-2")
            drawing.circle(.share(x(place) / 10), 20 + height(scores(place)), radius: 4.5, "dot-1")
        }
        // Each line is named at its first point, where there is most room: the higher one above, the lower one below.
        let isScoreAbove = scores(0) >= shares(0)
        drawing.text(
            "\(texts("pictureTrendScore")) \(points[0].score)", .share(2), 20 + height(scores(0)) + (isScoreAbove ? -10 : 19), "strong halo"
        )
        drawing.text(
            "\(texts("pictureTrendReach")) \(texts.percent(points[0].reachable, of: points[0].people))", .share(2),
            20 + height(shares(0)) + (isScoreAbove ? 19 : -10), "halo")
        let isLastAbove = scores(points.count - 1) >= shares(points.count - 1)
        drawing.text(
            String(last.score), .share(90), 20 + height(scores(points.count - 1)) + (isLastAbove ? -11 : 20), "strong halo", anchor: .middle
        )
        drawing.text(
            texts.percent(last.reachable, of: last.people), .share(90), 20 + height(shares(points.count - 1)) + (isLastAbove ? 20 : -11),
            "halo",
            anchor: .middle)
        drawing.text(texts.day(first.day), .share(0), 210, "soft")
        drawing.text(last.day == survey.today ? texts("pictureToday") : texts.day(last.day), .share(92), 210, "soft", anchor: .end)

        let change = last.score - first.score
        return Picture(
            title: texts("pictureTrendTitle"),
            answer: texts(
                change > 0 ? "pictureTrendUp" : change < 0 ? "pictureTrendDown" : "pictureTrendSame",
                ["n": String(abs(change)), "day": texts.day(first.day), "people": texts.number(last.people), "score": String(last.score)]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureTrendCaption"),
                columns: [texts("pictureDayHeading"), texts("picturePeople"), texts("pictureTrendScore"), texts("pictureTrendReach")],
                rows: points.map { point in
                    // Today's people are the list itself.
                    let isHandOut = survey.trend.points.contains { $0.day == point.day }
                    func cell(_ text: String, isReachable: Bool = false) -> PictureTable.Cell {
                        guard isHandOut || isReachable else { return .init(text, query: "") }
                        let slice = isHandOut ? SurveySlice.known(on: point.day, isReachable: isReachable) : .reachable
                        return .init(text, page: slice.address)
                    }
                    return [
                        .init(point.day == survey.today ? texts("pictureToday") : texts.day(point.day)),
                        cell(texts.number(point.people)), cell(String(point.score)),
                        cell(texts.percent(point.reachable, of: point.people), isReachable: true),
                    ]
                }, isLong: points.count > 12))
    }
}
