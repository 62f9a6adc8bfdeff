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
                    [
                        .init(texts("pictureStep." + step.kind.rawValue)), .init(texts.number(step.people), query: Self.query(step.kind)),
                        .init(texts.duration(minutes: step.minutes)), .init(Self.command(step.kind), isCommand: true),
                    ]
                }), isWide: true)
    }

    private static func query(_ kind: NextStep.Kind) -> String? {
        switch kind {
        case .mailbox: "-has:email"
        case .workAddresses: "-kind:work"
        case .companies: "-has:company"
        case .titles: "-has:title"
        case .askPeople: "-has:email -has:phone"
        default: nil
        }
    }

    private static func command(_ kind: NextStep.Kind) -> String {
        switch kind {
        case .freshExport: "holdfast guide linkedin"
        case .mailbox: "holdfast import MAILBOX"
        case .workAddresses: "holdfast suggest"
        case .duplicates: "holdfast duplicates"
        case .companies: "holdfast people -has:company"
        case .titles: "holdfast people -has:title"
        case .askPeople: "holdfast people -has:email -has:phone"
        case .mistypedAddresses, .companySpellings, .conflicts, .names: "holdfast review --findings"
        }
    }
}
