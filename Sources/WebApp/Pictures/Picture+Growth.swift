import Actions
import ContactModel
import ContactQuality
import Foundation

extension Picture {
    private static let mostBands = 4

    /// How the contacts grew: areas by the source that brought people first; `nil` where nobody came.
    static func growth(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let growth = survey.growth
        guard let span = growth.span, growth.total > 0 else { return nil }
        // The first and the last month of what is drawn: whole years, so that the marks below stand evenly.
        let years = Array(span.lowerBound.year...max(span.upperBound.year, span.lowerBound.year))
        let months = years.flatMap { year in (1...12).map { NetworkGrowth.Month(year: year, month: $0) } }
            .filter { $0 <= max(span.upperBound, NetworkGrowth.Month(year: survey.today.year, month: survey.today.month)) }
        let sources = growth.sources
        let named = sources.prefix(sources.count > Self.mostBands ? Self.mostBands - 1 : Self.mostBands).map(\.name)
        let rest = sources.dropFirst(named.count).map(\.name)
        var bands = named.map { name in Self.running(months.map { growth.count(in: $0, from: name) }) }
        if !rest.isEmpty { bands.append(Self.running(months.map { month in rest.reduce(0) { $0 + growth.count(in: month, from: $1) } })) }
        let names = named.map { texts.source($0) } + (rest.isEmpty ? [] : [texts("pictureGrowthRest", count: rest.count)])

        let height = 210.0
        let most = Double(max(1, growth.total))
        var drawing = Drawing("picture-growth", height: height + 40)
        let scale = Self.scale(growth.total)
        for level in scale {
            let y = 10 + height * (1 - Double(level) / most)
            drawing.line(.share(0), y, .share(100), y, "grid")
        }
        func x(_ place: Int) -> Double { months.count < 2 ? 1000 : 1000 * Double(place) / Double(months.count - 1) }
        var below = [Int](repeating: 0, count: months.count)
        var paths: [(path: String, style: String)] = []
        for (place, band) in bands.enumerated() {
            let above = zip(below, band).map(+)
            paths.append((Self.area(from: below, to: above, x: x) { height * (1 - Double($0) / most) }, "p\(place + 1) edged"))
            below = above
        }
        drawing.stretched(.share(0), 10, width: .share(90), height: height, paths)
        for level in scale where level > 0 {
            drawing.text(Self.short(level, texts), .share(100), 6 + height * (1 - Double(level) / most), "tiny", anchor: .end)
        }
        // The upper left is empty where contacts grow: the names stand there, in the order of the bands.
        for (place, name) in names.enumerated().reversed() {
            let y = 26 + Double(names.count - 1 - place) * 21
            drawing.rectangle(.pixels(1), y - 11, width: .pixels(13), height: 13, "p\(place + 1) edged", round: 3)
            drawing.text("\(name.cut(to: 28))  \(texts.number(bands[place].last ?? 0))", .pixels(22), y, "halo")
        }
        Self.mark(years, of: months, in: &drawing, at: height + 30)
        let best = years.max { Self.count(growth, in: $0) < Self.count(growth, in: $1) } ?? span.upperBound.year
        return Picture(
            title: texts("pictureGrowthTitle"),
            answer: texts(
                "pictureGrowthAnswer",
                [
                    "people": texts("pictureCount", count: growth.total), "year": String(span.lowerBound.year), "best": String(best),
                    "n": texts.number(Self.count(growth, in: best)),
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureGrowthCaption"),
                columns: [texts("pictureYear")] + names + [texts("pictureGrowthAll")],
                rows: years.reversed().map { year in
                    let last = months.lastIndex { $0.year == year } ?? 0
                    func cell(_ people: Int, _ sources: [String]) -> PictureTable.Cell {
                        .init(
                            texts.number(people),
                            page: people > 0 ? SurveySlice.came(months[0]...months[last], sources: sources).address : nil)
                    }
                    return [.init(String(year))] + zip(bands, named.map { [$0] } + [rest]).map { cell($0[last], $1) }
                        + [cell(bands.reduce(0) { $0 + $1[last] }, [])]
                }, isLong: true), isWide: true)
    }

    /// The years under a drawing of months, so many that they don't touch.
    private static func mark(_ years: [Int], of months: [NetworkGrowth.Month], in drawing: inout Drawing, at y: Double) {
        let step = max(1, (years.count + 5) / 6)
        for (place, year) in years.enumerated() where place.isMultiple(of: step) {
            let share = months.count < 2 ? 0 : 90 * Double(place * 12) / Double(months.count - 1)
            guard share < 94 else { continue }
            drawing.line(.share(share), y - 18, .share(share), y - 12, "grid")
            drawing.text(String(year), .share(share), y, "soft", anchor: share == 0 ? .start : .middle)
        }
    }

    /// A heat map of the months in which people came, a row for each year; `nil` where nobody came.
    static func months(_ survey: ContactSurvey, _ texts: Texts) -> Picture? {
        let growth = survey.growth
        guard let span = growth.span, growth.total > 0 else { return nil }
        // Of more than sixteen years the early ones are told together by the picture above.
        let years = Array(max(span.lowerBound.year, span.upperBound.year - 15)...span.upperBound.year)
        func count(_ year: Int, _ month: Int) -> Int { growth.count(in: .init(year: year, month: month)) }
        let most = years.flatMap { year in (1...12).map { count(year, $0) } }.max() ?? 1
        var drawing = Drawing("picture-months", height: 26 + Double(years.count) * 27)
        for month in 1...12 {
            drawing.text(String(texts.months[month - 1].prefix(1)), .share(16.5 + Double(month - 1) * 7), 14, "soft", anchor: .middle)
        }
        for (row, year) in years.reversed().enumerated() {
            let y = 22 + Double(row) * 27
            drawing.text(String(year), .share(11.8), y + 16, "soft", anchor: .end)
            for month in 1...12 {
                let people = count(year, month)
                drawing.cell(
                    .share(13 + Double(month - 1) * 7), y, width: 6.7, height: 24, level: Drawing.level(people, of: most),
                    people == 0 ? "" : Self.short(people, texts))
            }
        }
        let best = years.flatMap { year in (1...12).map { (year: year, month: $0, people: count(year, $0)) } }.max { $0.people < $1.people }
        let monthsWithSomebody = years.reduce(0) { sum, year in sum + (1...12).filter { count(year, $0) > 0 }.count }
        return Picture(
            title: texts("pictureMonthsTitle"),
            answer: texts(
                "pictureMonthsAnswer",
                [
                    "month": best.map { texts.month(NetworkGrowth.Month(year: $0.year, month: $0.month)) } ?? "",
                    "people": texts("pictureCount", count: best?.people ?? 0),
                    "mean": texts.number(Int((Double(growth.total) / Double(max(1, monthsWithSomebody))).rounded())),
                ]),
            drawing: drawing,
            table: PictureTable(
                caption: texts("pictureMonthsCaption"),
                columns: [texts("pictureYear")] + texts.months + [texts("pictureMonthsAll")],
                rows: years.reversed().map { year in
                    func cell(_ people: Int, _ months: ClosedRange<Int>) -> PictureTable.Cell {
                        let range =
                            NetworkGrowth.Month(
                                year: year, month: months.lowerBound)...NetworkGrowth.Month(year: year, month: months.upperBound)
                        return .init(texts.number(people), page: people > 0 ? SurveySlice.came(range, sources: []).address : nil)
                    }
                    return [.init(String(year))] + (1...12).map { cell(count(year, $0), $0...$0) }
                        + [cell(Self.count(growth, in: year), 1...12)]
                }, isLong: true), isWide: true)
    }

    // MARK: Parts

    private static func count(_ growth: NetworkGrowth, in year: Int) -> Int {
        (1...12).reduce(0) { $0 + growth.count(in: .init(year: year, month: $1)) }
    }

    private static func running(_ counts: [Int]) -> [Int] {
        var sum = 0
        return counts.map {
            sum += $0
            return sum
        }
    }

    /// The outline of what lies between two lines, in steps of months.
    private static func area(from below: [Int], to above: [Int], x: (Int) -> Double, y: (Int) -> Double) -> String {
        let upper = above.indices.map { "\($0 == 0 ? "M" : "L")\(Drawing.number(x($0))) \(Drawing.number(y(above[$0])))" }
        let lower = below.indices.reversed().map { "L\(Drawing.number(x($0))) \(Drawing.number(y(below[$0])))" }
        return (upper + lower).joined() + "Z"
    }

    /// Round numbers up to a total: three or four of them, nought first.
    static func scale(_ total: Int) -> [Int] {
        var step = 1
        while total / step > 4 {
            let digits = String(step)
            step = digits.hasPrefix("2") ? step / 2 * 5 : step * 2
        }
        return Array(stride(from: 0, through: total, by: step))
    }

    /// A count in at most four characters: 812, 1.2k, 34k, 2M.
    static func short(_ count: Int, _ texts: Texts) -> String {
        switch count {
        case ..<1000: return String(count)
        case ..<9950:
            let tenths = (count + 50) / 100
            return "\(tenths / 10)\(texts.language == .german ? "," : ".")\(tenths % 10)k"
        case ..<999_500: return "\((count + 500) / 1000)k"
        default: return "\((count + 500_000) / 1_000_000)M"
        }
    }
}

extension Drawing {
    /// A cell of a heat map: darker for more, with its number on it; an empty one is an outline.
    mutating func cell(_ x: Across, _ y: Double, width: Double, height: Double, level: Int, _ number: String) {
        rectangle(x, y, width: .share(width), height: height, "heat-\(level)", round: 3)
        guard !number.isEmpty, case .share(let left) = x else { return }
        text(number, .share(left + width / 2), y + height / 2 + 4, "cell on-\(level)", anchor: .middle)
    }

    /// Which of five shades a count has: 0 for none, 5 for the most. By its logarithm, so that one busy month does not make all others pale.
    static func level(_ count: Int, of most: Int) -> Int {
        guard count > 0, most > 0 else { return 0 }
        return min(5, max(1, Int((log(Double(count) + 1) / log(Double(most) + 1) * 5).rounded(.up))))
    }
}
