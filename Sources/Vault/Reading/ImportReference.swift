/// What imports did to somebody.
public enum ImportEffect: String, CaseIterable, Sendable {
    /// Came in.
    case new
    /// Was there before, and something else is said of them now.
    case changed
    /// Was there before, and the same is said.
    case unchanged
    /// Was there before, and stands in the list no more.
    case gone
}

/// Which imports somebody means: steps of the log, or one list that came in with one.
public enum ImportReference: Hashable, Sendable {
    /// The imports among some steps of the log: files that are dropped together come in one after another.
    case steps(ClosedRange<Int64>)
    /// One of the lists that came in with a step, counted from 1 in the order they came in.
    case list(step: Int64, place: Int64)

    /// Reads `12`, `12..14` or `12.2`; `nil` for anything else.
    init?(_ text: some StringProtocol) {
        func number(_ text: some StringProtocol) -> Int64? { text.allSatisfy { $0.isASCII && $0.isNumber } ? Int64(text) : nil }
        if let dots = text.firstRange(of: "..") {
            guard let first = number(text[..<dots.lowerBound]), let last = number(text[dots.upperBound...]), first <= last else {
                return nil
            }
            self = .steps(first...last)
        } else if let dot = text.firstIndex(of: ".") {
            guard let step = number(text[..<dot]), let place = number(text[text.index(after: dot)...]) else { return nil }
            self = .list(step: step, place: place)
        } else if let step = number(text) {
            self = .steps(step...step)
        } else {
            return nil
        }
    }

    /// How it is written behind `import:`.
    public var text: String {
        switch self {
        case .steps(let steps): steps.lowerBound == steps.upperBound ? "\(steps.lowerBound)" : "\(steps.lowerBound)..\(steps.upperBound)"
        case .list(let step, let place): "\(step).\(place)"
        }
    }

    /// The search for those imports did something to.
    ///
    /// - Parameter effect: what; `nil` for anything.
    public func search(_ effect: ImportEffect? = nil) -> String {
        "import:" + text + (effect.map { "/" + $0.rawValue } ?? "")
    }
}
