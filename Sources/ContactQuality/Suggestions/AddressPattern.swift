/// A way in which companies make the part of an address before the `@` out of a name.
struct AddressPattern {
    /// What an address is put together from.
    enum Part {
        case given, givenInitial, family, familyInitial
    }

    /// The parts in order: one or two.
    var parts: [Part]
    /// What stands between them.
    var separator: String
    /// The share of work addresses that are of this form, over all companies, from 0 to 1.
    ///
    /// From 4,699 addresses at 188 companies (research/quality-security.md §A2); 29 of a hundred are of no form at all: nicknames, numbers,
    /// short forms. Those of less than one percent were not counted one by one and are estimates.
    var share: Double

    /// All of them; a place in this list is a pattern's number.
    static let all: [AddressPattern] = [
        AddressPattern(parts: [.given, .family], separator: ".", share: 0.434),
        AddressPattern(parts: [.givenInitial, .family], separator: "", share: 0.12),
        AddressPattern(parts: [.given, .familyInitial], separator: "", share: 0.028),
        AddressPattern(parts: [.given], separator: "", share: 0.026),
        AddressPattern(parts: [.givenInitial, .family], separator: ".", share: 0.018),
        AddressPattern(parts: [.family, .given], separator: ".", share: 0.016),
        AddressPattern(parts: [.given, .family], separator: "", share: 0.012),
        AddressPattern(parts: [.given, .family], separator: "_", share: 0.01),
        AddressPattern(parts: [.family, .givenInitial], separator: "", share: 0.008),
        AddressPattern(parts: [.family], separator: "", share: 0.008),
        AddressPattern(parts: [.given, .family], separator: "-", share: 0.004),
        AddressPattern(parts: [.givenInitial, .family], separator: "_", share: 0.003),
        AddressPattern(parts: [.givenInitial, .family], separator: "-", share: 0.003),
        AddressPattern(parts: [.given, .familyInitial], separator: ".", share: 0.003),
        AddressPattern(parts: [.given, .familyInitial], separator: "_", share: 0.001),
        AddressPattern(parts: [.family, .given], separator: "", share: 0.003),
        AddressPattern(parts: [.family, .given], separator: "_", share: 0.002),
        AddressPattern(parts: [.family, .given], separator: "-", share: 0.001),
        AddressPattern(parts: [.family, .givenInitial], separator: ".", share: 0.002),
        AddressPattern(parts: [.family, .givenInitial], separator: "_", share: 0.001),
        AddressPattern(parts: [.givenInitial, .familyInitial], separator: "", share: 0.004),
        AddressPattern(parts: [.familyInitial, .given], separator: "", share: 0.001),
        AddressPattern(parts: [.familyInitial, .given], separator: ".", share: 0.001),
    ]

    /// The form in words: `first.last`, `flast`, `lastf`.
    var name: String {
        parts.map { part in
            switch part {
            case .given: "first"
            case .givenInitial: "f"
            case .family: "last"
            case .familyInitial: "l"
            }
        }.joined(separator: separator)
    }

    /// What stands before the `@` for a name.
    func local(given: [UInt8], family: [UInt8]) -> [UInt8] {
        var local: [UInt8] = []
        local.reserveCapacity(given.count + family.count + 1)
        for (index, part) in parts.enumerated() {
            if index > 0 { local += separator.utf8 }
            switch part {
            case .given: local += given
            case .givenInitial: local += given.prefix(1)
            case .family: local += family
            case .familyInitial: local += family.prefix(1)
            }
        }
        return local
    }

    /// Whether two people of which one part is the same could get the same address.
    var usesWholeGiven: Bool { parts.contains(.given) }
    /// Whether the family name stands in it in whole.
    var usesWholeFamily: Bool { parts.contains(.family) }
}
