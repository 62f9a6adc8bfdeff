public import RecordLinkage

/// How a match weight comes about, term by term: each term begins where the one before it ends.
public struct Waterfall: Sendable {
    /// A step of it.
    public struct Step: Sendable {
        /// What was compared, and how the two stand to one another.
        public var title: String
        /// What the two say.
        public var detail: String
        /// What it speaks for their being one, in bits.
        public var bits: Double
        /// The sum before the step.
        public var start: Double
        /// The sum after it.
        public var end: Double { start + bits }
    }

    /// The steps, in the order they are drawn.
    public let steps: [Step]
    /// The sum of all of them.
    public let total: Double

    private let together: String

    /// Lays out an explanation.
    public init(_ explanation: MatchExplanation, texts: Texts = Texts(.english)) {
        var sum = explanation.priorBits
        var steps = [Step(title: texts("duplicatesAtRandom"), detail: texts("duplicatesAtRandomDetail"), bits: sum, start: 0)]
        for term in explanation.terms where abs(term.bits) >= 0.05 {
            let values = [term.first, term.second].map { $0.isEmpty ? "–" : $0 }
            let detail = term.first == term.second ? term.first : values.joined(separator: " / ")
            steps.append(Step(title: texts.reason(term), detail: detail, bits: term.bits, start: sum))
            sum += term.bits
        }
        self.steps = steps
        total = sum
        together = texts("duplicatesTogetherInBits")
    }

    /// The range all steps lie in, with 0.
    public var range: ClosedRange<Double> {
        let ends: [Double] = [0] + steps.flatMap { [$0.start, $0.end] }
        let least = ends.min() ?? 0
        return least...max(ends.max() ?? 0, least + 1)
    }

    /// A number of bits with its sign and one decimal.
    public static func signed(_ bits: Double) -> String {
        let tenths = Int((abs(bits) * 10).rounded())
        return "\(bits < 0 && tenths > 0 ? "−" : "+")\(tenths / 10).\(tenths % 10)"
    }

    // MARK: Picture

    /// How a picture is laid out.
    public enum Layout: Sendable {
        /// Words beside the bars, for a window.
        case wide
        /// Words above the bars, for a phone.
        case narrow

        fileprivate var rowHeight: Int { self == .wide ? 34 : 58 }
        /// Where the bars begin.
        fileprivate var barStart: Int { self == .wide ? 420 : 4 }
        fileprivate var barWidth: Int { self == .wide ? 420 : 292 }
        /// How far below the top of a row its bar is, and how high it is.
        fileprivate var bar: (top: Int, height: Int) { self == .wide ? (4, 22) : (36, 12) }
        fileprivate var textStart: Int { self == .wide ? 16 : 4 }
        fileprivate var width: Int { self == .wide ? 930 : 348 }
        /// As many letters of a reason, and of the values, have room.
        fileprivate var letters: (title: Int, detail: Int) { self == .wide ? (58, 66) : (46, 54) }
    }

    /// The picture, as SVG 1.1: readable in grey, with a title and a description for those who can't see it.
    ///
    /// - Parameters:
    ///   - isHeaded: whether the title is drawn too, for a picture that stands alone.
    ///   - layout: how it is laid out.
    ///   - mark: tells it from others on one page.
    public func svg(title: String, isHeaded: Bool = true, layout: Layout = .wide, mark: String = "") -> String {
        let top = isHeaded ? 48 : 12
        let rows = steps.count + 1
        let (width, height) = (layout.width, top + rows * layout.rowHeight + 16)
        // Both layouts may stand on one page.
        let (titleID, descriptionID) = layout == .wide ? ("t" + mark, "d" + mark) : ("tn" + mark, "dn" + mark)
        let range = range
        func x(_ bits: Double) -> Double {
            Double(layout.barStart) + (bits - range.lowerBound) / (range.upperBound - range.lowerBound) * Double(layout.barWidth)
        }
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" width=\"\(width)\" height=\"\(height)\" role=\"img\" "
                + "class=\"waterfall\" aria-labelledby=\"\(titleID) \(descriptionID)\" font-family=\"system-ui, sans-serif\" font-size=\"13\">",
            "<title id=\"\(titleID)\">\(title.escaped)</title>",
            "<desc id=\"\(descriptionID)\">\(steps.map { "\($0.title): \(Self.signed($0.bits)) bits" }.joined(separator: "; ").escaped)</desc>",
            "<rect class=\"paper\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>",
            isHeaded
                ? "<text class=\"ink\" x=\"16\" y=\"28\" font-size=\"16\" font-weight=\"600\" fill=\"#1a1a1a\">\(title.escaped)</text>"
                : "",
            "<line x1=\"\(Self.number(x(0)))\" y1=\"\(top - 8)\" x2=\"\(Self.number(x(0)))\" y2=\"\(height - 12)\" stroke=\"#999999\" "
                + "stroke-dasharray=\"3 3\"/>",
        ]
        func row(
            _ place: Int, _ title: String, _ detail: String, _ from: Double, _ to: Double, _ bits: Double, _ kind: String, fill: String
        ) {
            let y = top + place * layout.rowHeight
            let (left, right) = (min(x(from), x(to)), max(x(from), x(to)))
            parts.append(
                "<text class=\"ink\" x=\"\(layout.textStart)\" y=\"\(y + 14)\" fill=\"#1a1a1a\">\(title.cut(to: layout.letters.title).escaped)</text>"
            )
            parts.append(
                "<text class=\"soft\" x=\"\(layout.textStart)\" y=\"\(y + 28)\" font-size=\"11\" "
                    + "fill=\"#595959\">\(detail.cut(to: layout.letters.detail).escaped)</text>"
            )
            parts.append(
                "<rect class=\"\(kind)\" x=\"\(Self.number(left))\" y=\"\(y + layout.bar.top)\" width=\"\(Self.number(max(2, right - left)))\" "
                    + "height=\"\(layout.bar.height)\" fill=\"\(fill)\"/>")
            parts.append(
                "<text class=\"ink\" x=\"\(Self.number(right + 6))\" y=\"\(y + layout.bar.top + layout.bar.height / 2 + 5)\" fill=\"#1a1a1a\">\(Self.signed(bits))</text>"
            )
        }
        for (place, step) in steps.enumerated() {
            row(
                place, step.title, step.detail, step.start, step.end, step.bits, step.bits < 0 ? "against" : "for",
                fill: step.bits < 0 ? "#b35806" : "#2166ac")
        }
        row(steps.count, together, "", 0, total, total, "sum", fill: "#4d4d4d")
        parts.append("</svg>")
        return parts.joined(separator: "\n") + "\n"
    }

    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}

extension Texts {
    /// A reason in words: “name: the same”. What two parts of a name say is told one after the other.
    func reason(_ term: MatchExplanation.Term) -> String {
        let level = phrase(term.level)
        let words = level == term.level ? level.split(separator: ", ").map { phrase(String($0)) }.joined(separator: ", ") : level
        return "\(phrase(term.field)): \(words)"
    }

    /// The strongest reasons for an answer, or what contradicts it, in a sentence.
    func reasons(_ explanation: MatchExplanation) -> String {
        let clauses = explanation.clauses.map { phrase($0) }
        guard let last = clauses.last, let initial = clauses[0].first else { return self("duplicatesNothingStrong") }
        let text =
            clauses.count == 1 ? last : self("duplicatesClauses", ["first": clauses.dropLast().joined(separator: ", "), "last": last])
        return initial.uppercased() + text.dropFirst() + "."
    }
}
