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
                    [
                        .init($0.name), .init(texts.number($0.people), query: "company:\"\($0.name.replacing("\"", with: " "))\""),
                        .init(texts.percent($0.people, of: survey.people)),
                    ]
                }
                    + (others > 0
                        ? [
                            [
                                .init(texts("pictureCompaniesRest", count: others)), .init(texts.number(rest)),
                                .init(texts.percent(rest, of: survey.people)),
                            ]
                        ]
                        : [])))
    }
}
