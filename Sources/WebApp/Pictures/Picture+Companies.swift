import Actions
import ContactQuality

extension Picture {
    /// Where most people work: bars by size, with all others in one; `nil` where no company is known.
    static func companies(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let (largest, count, people) = survey.review.tally.spellings.largest(12)
        guard let first = largest.first else { return nil }
        let rest = people - largest.reduce(0) { $0 + $1.people }
        let others = count - largest.count
        var drawing = Drawing("picture-companies")
        let end = drawing.bars(
            largest.map { .init(label: $0.name.cut(to: 42), number: texts.number($0.people), value: Double($0.people)) }, from: 0)
        if others > 0 {
            drawing.line(.share(0), end, .share(100), end, "grid")
            drawing.text(texts("pictureCompaniesRest", count: others), .share(0), end + 22, "soft")
            drawing.text(texts.number(rest), .share(100), end + 22, "strong", anchor: .end)
            drawing.height = end + 30
        }
        func row(_ name: String, _ people: Int, _ slice: SurveySlice) -> [PictureTable.Cell] {
            [
                .init(name), .init(texts.number(people), page: slice.address),
                .init(texts.percent(people, of: survey.people), page: slice.address),
            ]
        }
        return Picture(
            title: texts("pictureCompaniesTitle"),
            answer: texts(
                "pictureCompaniesAnswer",
                [
                    "company": first.name.cut(to: 60), "people": texts("pictureCount", count: first.people),
                    "companies": texts("pictureCompaniesCount", count: count),
                    "share": texts.percent(largest.reduce(0) { $0 + $1.people }, of: max(1, people)), "n": String(largest.count),
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureCompaniesCaption"),
                columns: [texts("pictureCompany"), texts("picturePeople"), texts("pictureShare")],
                rows: largest.map {
                    row($0.name, $0.people, .working(at: [$0.name], isElsewhere: false))
                }
                    + (others > 0
                        ? [row(texts("pictureCompaniesRest", count: others), rest, .working(at: largest.map(\.name), isElsewhere: true))]
                        : [])))
    }
}
