/// Which stretch of a long list is shown, and the ways to the one before and the one after.
struct ListStretch: Sendable {
    let text: String
    let earlier: String?
    let later: String?

    /// - Parameters:
    ///   - address: of the list, from its beginning.
    ///   - offset: how many were passed over.
    ///   - shown: how many are shown.
    ///   - count: how many there are.
    ///   - most: so many are shown at once.
    /// - Returns: `nil` where all are shown.
    init?(address: String, offset: Int, shown: Int, count: Int, most: Int, texts: Texts) {
        guard shown < count else { return nil }
        let mark = address.contains("?") ? "&" : "?"
        text = texts(
            "listStretch",
            [
                "from": texts.number(min(offset + 1, count)), "through": texts.number(min(offset + shown, count)),
                "count": texts.number(count),
            ])
        earlier = offset == 0 ? nil : offset <= most ? address : "\(address)\(mark)offset=\(min(offset, count) - most)"
        later = offset + shown < count && shown > 0 ? "\(address)\(mark)offset=\(offset + shown)" : nil
    }
}
