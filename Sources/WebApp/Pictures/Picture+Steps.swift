import Actions
import ContactQuality

extension Picture {
    /// What to do first: the largest gain for the least work; `nil` where nothing is left to do.
    static func steps(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let steps = Array(survey.steps.prefix(6))
        guard let first = steps.first else { return nil }
        var drawing = Drawing("picture-steps")
        drawing.bars(
            steps.enumerated().map { place, step in
                Drawing.Bar(
                    label: "\(place + 1)  \(texts("pictureStep." + step.kind.rawValue))",
                    number: texts.number(step.people), value: Double(step.people), style: place == 0 ? "p1" : "p2")
            }, from: 0)
        return Picture(
            title: texts("pictureStepsTitle"),
            answer: texts(
                "pictureStepsAnswer",
                [
                    "step": texts("pictureStepWhy." + first.kind.rawValue), "time": texts.duration(minutes: first.minutes),
                    "people": texts("pictureCount", count: first.people),
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureStepsCaption"),
                columns: [texts("pictureStepsWhat"), texts("picturePeople"), texts("pictureStepsTime"), texts("pictureStepsHow")],
                columnsOfWords: [0, 2, 3],
                rows: steps.map { step in
                    let (page, room) = Self.page(step.kind)
                    return [
                        .init(texts("pictureStep." + step.kind.rawValue)),
                        .init(texts.number(step.people), query: Self.query(step.kind), page: Self.list(step, of: survey)),
                        .init(texts.duration(minutes: step.minutes)),
                        .init(texts(room), query: Self.query(step.kind), page: page, command: Self.command(step.kind)),
                    ]
                }), isWide: true)
    }

    private static func query(_ kind: NextStep.Kind) -> String? {
        switch kind {
        case .mailbox: "-has:email"
        case .companies: "-has:company"
        case .titles: "-has:title"
        case .askPeople: "is:unreachable"
        default: nil
        }
    }

    /// The page that shows the people of a step where no search means them.
    private static func list(_ step: NextStep, of survey: ContactSurvey) -> String? {
        switch step.kind {
        case .mailbox: nil
        case .askPeople: SurveySlice.reached(by: [.nothing]).address
        case .workAddresses: SuggestionWish.addresses.address
        // A company that is none is missing as well.
        case .companies: SurveySlice.losing(.company).address
        // Where more companies have probably changed than are old, the number is what the model expects, and nobody in particular.
        case .freshExport: step.people == survey.review.tally.count(of: "export-stale") ? "/review/rules/export-stale" : nil
        case .duplicates: "/duplicates"
        case .companySpellings: "/review/rules/company-variant"
        case .conflicts: "/review/rules/source-conflict"
        case .mistypedAddresses, .titles, .names: SurveySlice.helped(by: step.kind).address
        }
    }

    /// The page a step is done on, and the text that names it; `nil` for the list of the step's people.
    private static func page(_ kind: NextStep.Kind) -> (page: String?, text: String) {
        switch kind {
        case .freshExport: ("/guides/linkedin", "importGuides")
        case .mailbox: ("/import", "importTitle")
        case .workAddresses: (SuggestionWish.addresses.address, "reviewProposalsTitle")
        case .duplicates: ("/duplicates", "duplicatesTitle")
        case .companies, .titles, .askPeople: (nil, "peopleTitle")
        case .companySpellings: ("/review/rules/company-variant", "reviewRules")
        case .conflicts: ("/review/rules/source-conflict", "reviewRules")
        case .mistypedAddresses, .names: ("/review#rules-title", "reviewRules")
        }
    }

    private static func command(_ kind: NextStep.Kind) -> String {
        switch kind {
        case .freshExport: "holdfast guide linkedin"
        case .mailbox: "holdfast import MAILBOX"
        case .workAddresses: "holdfast suggest --field email"
        case .duplicates: "holdfast duplicates"
        case .companies: "holdfast people -has:company"
        case .titles: "holdfast people -has:title"
        case .askPeople: "holdfast people is:unreachable"
        case .mistypedAddresses, .companySpellings, .conflicts, .names: "holdfast review --findings"
        }
    }
}
