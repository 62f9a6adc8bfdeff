import Actions
import ContactModel
import ContactQuality

extension Picture {
    /// What was last confirmed when, and how much of it has probably changed; `nil` where nothing was ever confirmed.
    static func staleness(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let map = survey.confirmations
        let fields = map.fields
        guard !fields.isEmpty, let first = map.years.first else { return nil }
        // The six latest years one by one, all before them in one column.
        let last = survey.today.year
        let years = Array(max(first, last - 5)...max(last, first))
        let hasOlder = first < (years.first ?? last)
        let columns = years.count + (hasOlder ? 1 : 0)
        let width = 100 / Double(columns)
        func count(_ field: ConfirmationMap.Field, _ column: Int) -> Int {
            if hasOlder { return column == 0 ? map.count(field, until: years[0] - 1) : map.count(field, in: years[column - 1]) }
            return map.count(field, in: years[column])
        }
        let headings = (hasOlder ? [texts("pictureStaleOlder")] : []) + years.map(String.init)
        var drawing = Drawing("picture-staleness", height: 24 + Double(fields.count) * 56)
        for (column, heading) in headings.enumerated() {
            drawing.text(heading, .share((Double(column) + 0.5) * width), 14, "soft", anchor: .middle)
        }
        for (row, field) in fields.enumerated() {
            let y = 28 + Double(row) * 56
            drawing.text(texts("pictureField." + field.rawValue), .share(0), y + 12)
            let stale = Self.expected(field, survey)
            drawing.text(
                texts("pictureStaleChanged", ["share": texts.percent(Int(stale.stale.rounded()), of: stale.values)]), .share(100), y + 12,
                stale.stale * 4 > Double(stale.values) ? "strong" : "soft", anchor: .end)
            let most = (0..<columns).map { count(field, $0) }.max() ?? 1
            for column in 0..<columns {
                let values = count(field, column)
                drawing.cell(
                    .share(Double(column) * width), y + 19, width: width - 0.6, height: 25, level: Drawing.level(values, of: most),
                    values == 0 ? "" : Self.short(values, texts))
            }
        }
        let company = Self.expected(.company, survey)
        let worst = fields.max { Self.share(Self.expected($0, survey)) < Self.share(Self.expected($1, survey)) } ?? .company
        let told = company.values > 0 ? (ConfirmationMap.Field.company, company) : (worst, Self.expected(worst, survey))
        return Picture(
            title: texts("pictureStaleTitle"),
            answer: texts(
                "pictureStaleAnswer",
                [
                    "n": texts.number(Int(told.1.stale.rounded())), "values": texts.number(told.1.values),
                    "field": texts("pictureFieldMany." + told.0.rawValue),
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureStaleCaption"),
                columns: [texts("pictureStaleField")] + headings + [texts("pictureStaleExpected")],
                rows: fields.map { field in
                    [.init(texts("pictureField." + field.rawValue))]
                        + (0..<columns).map { column in
                            let range =
                                hasOlder && column == 0 ? first...years[0] - 1 : ({ $0...$0 })(years[hasOlder ? column - 1 : column])
                            let values = count(field, column)
                            return .init(texts.number(values), page: values > 0 ? SurveySlice.confirmed(field, range).address : nil)
                        }
                        + [Self.changed(field, survey, texts)]
                }, isLong: columns > 4))
    }

    /// How many of a field's values probably changed, leading to those that did most likely: where of none it is likely enough to be named,
    /// to those whose value was confirmed longest ago.
    private static func changed(_ field: ConfirmationMap.Field, _ survey: ContactSurvey, _ texts: Texts) -> PictureTable.Cell {
        let rule =
            switch field {
            case .company: "company-stale"
            case .title: "title-stale"
            case .workEmail, .personalEmail, .otherEmail: "email-stale"
            case .phone: "phone-stale"
            }
        let number = texts.number(Int(expected(field, survey).stale.rounded()))
        let map = survey.confirmations
        guard survey.review.tally.count(of: rule) > 0 else {
            let oldest = map.years.first { map.count(field, in: $0) > 0 }
            return PictureTable.Cell(number, page: oldest.map { SurveySlice.confirmed(field, $0...$0).address })
        }
        let isCompany = field == .company
        return PictureTable.Cell(number, query: isCompany ? "is:stale" : nil, page: isCompany ? nil : "/review/rules/\(rule)")
    }

    private static func share(_ expected: ReviewTally.Expectation) -> Double {
        expected.values > 0 ? expected.stale / Double(expected.values) : 0
    }

    private static func expected(_ field: ConfirmationMap.Field, _ survey: ContactSurvey) -> ReviewTally.Expectation {
        let kinds: [ValueKind] =
            switch field {
            case .company: [.company]
            case .title: [.title]
            case .workEmail: [.workEmail]
            case .personalEmail: [.personalEmail]
            case .otherEmail: [.schoolEmail, .otherEmail, .passingEmail]
            case .phone: [.phone]
            }
        var sum = ReviewTally.Expectation()
        for kind in kinds {
            guard let expected = survey.review.tally.staleness[kind] else { continue }
            sum.values += expected.values
            sum.stale += expected.stale
        }
        return sum
    }
}
