import ContactModel

/// Values a network's own list gave up for others: that somebody left a company is known there, and an address book in which the old one
/// still stands has hardly looked since, whatever its file's day.
enum GivenUpValues {
    /// The values, with the one a list of connections names now in front of one it named before and that only others still name.
    ///
    /// - Parameters:
    ///   - told: the values that lists of connections tell, each with the days of those alone.
    ///   - isSame: whether two values are one.
    static func behindPresent<Value>(
        _ values: [Held<Value>], told: [Held<Value>], isSame: (Value, Value) -> Bool
    ) -> [Held<Value>] {
        guard values.count > 1, let first = values.first, let given = told.first(where: { isSame($0.value, first.value) }),
            let last = given.provenance.map(\.lastConfirmed).max()
        else { return values }
        let later = told.first { value in
            value.provenance.contains { line in
                line.lastConfirmed > last && given.provenance.contains { $0.source == line.source }
            }
        }
        guard let later, let place = values.firstIndex(where: { isSame($0.value, later.value) }) else { return values }
        var values = values
        values.insert(values.remove(at: place), at: 0)
        return values
    }
}
