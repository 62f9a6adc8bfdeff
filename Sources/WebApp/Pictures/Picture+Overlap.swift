import Actions
import ContactQuality

extension Picture {
    private static let mostSources = 5
    private static let mostRows = 8

    /// Which sources people stand in, alone and together (an UpSet plot, lying down); `nil` for one source.
    static func overlap(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let sources = Array(survey.overlap.sources.prefix(Self.mostSources))
        guard survey.overlap.sources.count > 1 else { return nil }
        let places = Dictionary(uniqueKeysWithValues: sources.enumerated().map { ($1.name, $0) })
        let all = survey.overlap.combinations
        let shown = Array(all.prefix(Self.mostRows))
        let column = 22.0
        func x(_ place: Int) -> Drawing.Across { .pixels(9 + Double(place) * column) }
        let left = Double(sources.count) * column + 14

        var drawing = Drawing("picture-overlap")
        // The names head the columns: each with a line down to its own.
        let top = Double(sources.count) * 22 + 12
        for (place, source) in sources.enumerated() {
            let y = 14 + Double(place) * 22
            drawing.line(x(place), y - 4, x(place), top, "stem")
            drawing.line(x(place), y - 4, .pixels(left - 8), y - 4, "stem")
            drawing.circle(x(place), y - 4, radius: 3, "dot-1")
            drawing.text(texts.source(source.name).cut(to: 26), .pixels(left), y)
            drawing.text(texts.number(source.people), .share(100), y, "soft", anchor: .end)
        }
        let most = Double(shown.first?.people ?? 1)
        var y = top + 8
        for combination in shown {
            let members = combination.sources.compactMap { places[$0] }.sorted()
            for place in sources.indices where !members.contains(place) { drawing.circle(x(place), y + 17, radius: 3, "dot-0") }
            if let first = members.first, let last = members.last, first < last { drawing.line(x(first), y + 17, x(last), y + 17, "link") }
            for place in members { drawing.circle(x(place), y + 17, radius: 6, "dot-1") }
            drawing.text(Self.name(combination.sources, texts).cut(to: 34), .pixels(left), y + 13)
            drawing.text(texts.number(combination.people), .share(100), y + 13, "strong", anchor: .end)
            drawing.rectangle(
                .pixels(left), y + 20, width: .share(max(0.6, 60 * Double(combination.people) / most)), height: 9,
                combination.sources.count > 1 ? "p1" : "p3", round: 4.5)
            y += 40
        }
        drawing.height = y
        let several = all.filter { $0.sources.count > 1 }.reduce(0) { $0 + $1.people }
        let total = all.reduce(0) { $0 + $1.people }
        return Picture(
            title: texts("pictureOverlapTitle"),
            answer: texts(
                "pictureOverlapAnswer",
                [
                    "several": texts("pictureCount", count: several), "share": texts.percent(several, of: total),
                    "largest": shown.first.map { Self.name($0.sources, texts) } ?? "", "people": texts.number(shown.first?.people ?? 0),
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureOverlapCaption"),
                columns: [texts("pictureOverlapSources"), texts("picturePeople"), texts("pictureShare")],
                rows: all.map {
                    let query = Self.query($0.sources, among: survey.overlap.sources.map(\.name))
                    return [
                        .init(Self.name($0.sources, texts)), .init(texts.number($0.people), query: query),
                        .init(texts.percent($0.people, of: total), query: query),
                    ]
                }, isLong: all.count > 12))
    }

    private static func name(_ sources: [String], _ texts: Texts) -> String {
        let names = sources.map { texts.source($0) }
        return names.count == 1
            ? texts("pictureOverlapOnly", ["source": names[0]])
            : names.dropLast().joined(separator: ", ") + " " + texts("pictureAnd") + " " + (names.last ?? "")
    }

    private static func query(_ sources: [String], among all: [String]) -> String {
        func term(_ name: String) -> String { "source:\"\(name.replacing("\"", with: " "))\"" }
        return (sources.map(term) + all.filter { !sources.contains($0) }.map { "-" + term($0) }).joined(separator: " ")
    }
}
