/// How two names stand to one another: what the given names do, times what the family names do.
struct NameRelation {
    /// Of given names or of family names, the closest first.
    enum Part: UInt8, CaseIterable {
        /// The same letters.
        case same
        /// Given: a short form, a pet name, a middle name. Family: one of two family names.
        case variant
        /// A letter or two apart.
        case close
        /// An initial that fits.
        case initial
        /// One of the two has none.
        case missing
        /// Different.
        case different
    }

    /// Levels beside the 36 of given and family.
    static let swapped: UInt8 = 36
    static let spelled: UInt8 = 37
    static let spelledByInitial: UInt8 = 38
    static let sameLocal: UInt8 = 39
    static let unknown: UInt8 = 40
    static let count = 41

    static func level(_ given: Part, _ family: Part) -> UInt8 { given.rawValue * 6 + family.rawValue }
}
