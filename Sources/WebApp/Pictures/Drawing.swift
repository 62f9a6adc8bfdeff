/// A drawing as wide as the place it stands in: positions across are shares of the width or pixels, positions down are pixels.
///
/// Letters keep their size on every screen, which a drawing that is scaled as a whole can't promise. Colours are classes of
/// `pictures.css`, so that light, dark and paper each have their own.
struct Drawing {
    /// A place or a length across.
    enum Across {
        /// In percent of the width.
        case share(Double)
        /// In pixels.
        case pixels(Double)

        var text: String {
            switch self {
            case .share(let share): Drawing.number(share) + "%"
            case .pixels(let pixels): Drawing.number(pixels)
            }
        }
    }

    /// On which side of its place a text stands.
    enum Anchor: String {
        case start, middle, end
    }

    /// A name of its own on the page.
    let id: String
    /// The height in pixels.
    var height: Double
    private var body = ""
    private var definitions = ""
    private var parts = 0

    init(_ id: String, height: Double = 0) {
        self.id = id
        self.height = height
    }

    // MARK: Parts

    /// A rectangle of a class.
    mutating func rectangle(
        _ x: Across, _ y: Double, width: Across, height: Double, _ style: String, round: Double = 2, movedBy pixels: Double = 0
    ) {
        guard height > 0 else { return }
        let moved = pixels == 0 ? "" : " transform=\"translate(\(Self.number(pixels)))\""
        body +=
            "<rect x=\"\(x.text)\" y=\"\(Self.number(y))\" width=\"\(width.text)\" height=\"\(Self.number(height))\" rx=\"\(Self.number(round))\" class=\"\(Self.classes(style))\"\(moved)/>"
    }

    /// A text; `style` are classes such as `soft`, `strong`, `on-1` (on a surface of class `p1`).
    mutating func text(
        _ text: String, _ x: Across, _ y: Double, _ style: String = "", anchor: Anchor = .start, movedBy pixels: Double = 0
    ) {
        let moved = pixels == 0 ? "" : " dx=\"\(Self.number(pixels))\""
        let end = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
        body +=
            "<text x=\"\(x.text)\" y=\"\(Self.number(y))\"\(moved)\(end)\(style.isEmpty ? "" : " class=\"\(Self.classes(style))\"")>\(text.escaped)</text>"
    }

    /// A line from place to place.
    mutating func line(_ x1: Across, _ y1: Double, _ x2: Across, _ y2: Double, _ style: String) {
        body +=
            "<line x1=\"\(x1.text)\" y1=\"\(Self.number(y1))\" x2=\"\(x2.text)\" y2=\"\(Self.number(y2))\" class=\"\(Self.classes(style))\"/>"
    }

    /// A circle.
    mutating func circle(_ x: Across, _ y: Double, radius: Double, _ style: String) {
        body += "<circle cx=\"\(x.text)\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" class=\"\(Self.classes(style))\"/>"
    }

    /// Paths in a frame of their own, 1000 units across whatever its width, pixels down.
    mutating func stretched(_ x: Across, _ y: Double, width: Across, height: Double, _ paths: [(path: String, style: String)]) {
        let inside = paths.map { "<path d=\"\($0.path)\" class=\"\(Self.classes($0.style))\" vector-effect=\"non-scaling-stroke\"/>" }
            .joined()
        let name = nextName()
        definitions += "<symbol id=\"\(name)\" viewBox=\"0 0 1000 \(Self.number(height))\" preserveAspectRatio=\"none\">\(inside)</symbol>"
        body +=
            "<use href=\"#\(name)\" x=\"\(x.text)\" y=\"\(Self.number(y))\" width=\"\(width.text)\" height=\"\(Self.number(height))\"/>"
    }

    /// Paths around a place, in pixels.
    mutating func around(_ x: Across, _ y: Double, _ paths: [(path: String, style: String)]) {
        let inside = paths.map { "<path d=\"\($0.path)\" class=\"\(Self.classes($0.style))\"/>" }.joined()
        let name = nextName()
        definitions += "<g id=\"\(name)\">\(inside)</g>"
        body += "<use href=\"#\(name)\" x=\"\(x.text)\" y=\"\(Self.number(y))\"/>"
    }

    private mutating func nextName() -> String {
        parts += 1
        return "\(id)-part-\(parts)"
    }

    /// Rows of bars, each with its words above and its number at the right, which reads at any width.
    ///
    /// - Returns: where the next thing below may begin.
    @discardableResult
    mutating func bars(_ bars: [Bar], from top: Double) -> Double {
        var y = top
        let most = bars.map { max($0.value, $0.outOf ?? 0) }.max() ?? 0
        for bar in bars {
            text(bar.label, .share(0), y + 13, bar.isSoft ? "soft" : "")
            text(bar.number, .share(100), y + 13, "strong", anchor: .end)
            if let outOf = bar.outOf {
                rectangle(.share(0), y + 20, width: .share(Self.share(outOf, of: most)), height: 10, "track", round: 5)
            }
            if bar.value > 0 {
                rectangle(.share(0), y + 20, width: .share(max(0.6, Self.share(bar.value, of: most))), height: 10, bar.style, round: 5)
            }
            y += 42
        }
        height = max(height, y - 6)
        return y
    }

    /// One bar.
    struct Bar {
        var label: String
        var number: String
        var value: Double
        var outOf: Double?
        var style = "p2"
        var isSoft = false
    }

    // MARK: The whole

    /// The drawing as one element.
    func svg(title: String, description: String) -> String {
        let marks = definitions.isEmpty ? "" : "<defs>\(definitions)</defs>"
        return """
            <svg role="img" aria-labelledby="\(id)-title \(id)-desc" width="100%" height="\(Self.number(height))" class="drawing">\
            <title id="\(id)-title">\(title.escaped)</title><desc id="\(id)-desc">\(description.escaped)</desc>\(marks)\(body)</svg>
            """
    }

    /// The classes of a style, with the mark that keeps them apart from the page's own. Each is a selector of its own: what is drawn by
    /// `use` has no ancestors a longer selector could name.
    private static func classes(_ style: String) -> String {
        style.split(separator: " ").map { "d-" + $0 }.joined(separator: " ")
    }

    /// A number with at most two places after its point.
    static func number(_ value: Double) -> String {
        guard value.isFinite else { return "0" }
        let hundredths = Int(max(-1e9, min(1e9, (value * 100).rounded())))
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest.isMultiple(of: 10) ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// A part of a whole in percent; 0 of nothing.
    static func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? min(100, 100 * part / whole) : 0 }
}
