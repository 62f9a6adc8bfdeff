import ContactModel

/// Values a network's own list gave up for others: that somebody left a company is known there, and an address book in which the old one
/// still stands has hardly looked since, whatever its file's day.
enum GivenUpValues {
    /// The values, with the one a list of connections names now in front of one it named before and that only address books still name.
    ///
    /// - Parameter networks: the sources with a list of connections.
    static func behindPresent<Value>(_ values: [Held<Value>], networks: Set<String>) -> [Held<Value>] {
        guard values.count > 1, let first = values.first else { return values }
        for line in first.provenance where networks.contains(line.source) {
            let later = first.provenance.filter { $0.lastConfirmed > line.lastConfirmed }
            guard !later.contains(where: { networks.contains($0.source) }) else { continue }
            let present = values.firstIndex { value in
                value.provenance.contains { $0.source == line.source && $0.lastConfirmed > line.lastConfirmed }
            }
            guard let present else { continue }
            var values = values
            values.insert(values.remove(at: present), at: 0)
            return values
        }
        return values
    }
}
