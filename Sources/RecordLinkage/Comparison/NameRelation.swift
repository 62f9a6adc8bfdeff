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
    static let nearlySwapped: UInt8 = 41
    static let count = 42

    /// Whether a level says that the given names differ: what two such share they may share as relatives or colleagues.
    static func isAgainst(_ level: UInt8) -> Bool {
        level < 36 && level / 6 == Part.different.rawValue
    }

    /// Whether a level says that the given names or the family names differ.
    static func isOfOthers(_ level: UInt8) -> Bool {
        level < 36 && (level / 6 == Part.different.rawValue || level % 6 == Part.different.rawValue)
    }

    /// Whether every two records whose names stand so share a key made of the name.
    static func isAlwaysMet(_ level: UInt8) -> Bool {
        if level == swapped { return true }
        guard level < 36 else { return false }
        return level % 6 <= Part.variant.rawValue && level / 6 <= Part.initial.rawValue
    }

    static func level(_ given: Part, _ family: Part) -> UInt8 { given.rawValue * 6 + family.rawValue }

    /// What the given names and the family names do at a level below 36.
    static func parts(of level: UInt8) -> (given: Part, family: Part) {
        (Part(rawValue: level / 6) ?? .missing, Part(rawValue: level % 6) ?? .missing)
    }
}
