import Foundation

/// What came of comparing two records: a level for each comparison, and how rare what they share is.
struct PairOutcome: BitwiseCopyable {
    /// A level of each comparison, in the order of `Comparison`.
    var levels = SIMD16<UInt8>()
    /// What rarity adds to each, in bits.
    var rarities = SIMD16<Float>()
    /// What says that these are two people; `nil` where nothing does.
    var contradiction: Contradiction?
    /// Why nobody may join the two without asking, however much they have in common.
    var caution = Caution.none

    /// What names alone leave open, the greater the more.
    enum Caution: UInt8, BitwiseCopyable {
        /// Nothing.
        case none
        /// They only sound alike, or are only nearly the same words the other way round.
        case nearNames
        /// They are of two people unless somebody says otherwise.
        case otherNames
    }
}

/// The comparisons of a schema by their places.
enum Comparison {
    static let name = 0
    static let address = 1
    static let phone = 2
    static let profile = 3
    static let organization = 4
    static let firstValue = 5
    static let count = 5 + FeatureRow.valueCount

    enum Address {
        static let unknown: UInt8 = 0
        static let same: UInt8 = 1
        static let sameAgainstName: UInt8 = 2
        static let sameLocal: UInt8 = 3
        static let sameLocalOfName: UInt8 = 4
        static let different: UInt8 = 5
        static let sameHost: UInt8 = 6
        static let numbered: UInt8 = 7
    }
    enum Simple {
        static let unknown: UInt8 = 0
        static let same: UInt8 = 1
        static let close: UInt8 = 2
        static let part: UInt8 = 3
        static let far: UInt8 = 4
        static let different: UInt8 = 5
    }
    enum Organization {
        static let unknown: UInt8 = 0
        static let same: UInt8 = 1
        static let begins: UInt8 = 2
        static let acronym: UInt8 = 3
        static let close: UInt8 = 4
        static let head: UInt8 = 5
        static let different: UInt8 = 6
    }
}

/// Compares rows; keeps what Jaro-Winkler needs between calls.
struct PairComparer: Sendable {
    var jaro = JaroWinkler()
    let schema: LinkageSchema
    /// -log2 of the share of records each frequency class stands for, others than the pair itself.
    let rarity: RarityTable

    init(schema: LinkageSchema, rarity: RarityTable) {
        self.schema = schema
        self.rarity = rarity
    }

    /// Compares two rows whose letters lie in `letters`; the same whichever comes first.
    mutating func compare(_ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>)
        -> PairOutcome
    {
        a.pointee.content <= b.pointee.content ? compareOrdered(a, b, letters) : compareOrdered(b, a, letters)
    }

    private mutating func compareOrdered(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    ) -> PairOutcome {
        var outcome = PairOutcome()
        let name = compareNames(a, b, letters)
        outcome.levels[Comparison.name] = name.level
        outcome.rarities[Comparison.name] = name.rarity
        compareAddresses(a, b, name.level, &outcome)
        comparePhones(a, b, name.level, &outcome)
        if a.pointee.profile != 0, b.pointee.profile != 0 {
            outcome.levels[Comparison.profile] =
                a.pointee.profile == b.pointee.profile ? Comparison.Simple.same : Comparison.Simple.different
            if a.pointee.profile == b.pointee.profile { outcome.rarities[Comparison.profile] = rarity.unique }
        }
        compareOrganizations(a, b, letters, &outcome)
        if NameRelation.isOfOthers(name.level) {
            // Relatives and colleagues with one name are at one company far more often than by chance.
            outcome.rarities[Comparison.organization] = min(5, outcome.rarities[Comparison.organization])
        }
        for slot in schema.slotRoles.indices where a.pointee.values[slot] != 0 && b.pointee.values[slot] != 0 {
            compareValues(a, b, slot, letters, &outcome)
        }
        outcome.contradiction = schema.exclusiveFacts(of: a).contradiction(to: schema.exclusiveFacts(of: b))
        if schema.isOfContacts {
            if !outcome.isProvenByKey, isNearOnly(name.level, a, b, letters) { outcome.caution = .nearNames }
            if NameRelation.isOfOthers(name.level) { weighAsColleagues(&outcome) }
            if outcome.levels[Comparison.address] == Comparison.Address.numbered { weighAsNumbered(&outcome) }
        }
        return outcome
    }

    @inline(__always)
    func text(_ row: UnsafePointer<FeatureRow>, _ place: Int, _ letters: UnsafePointer<UInt8>)
        -> UnsafeBufferPointer<UInt8>
    {
        row.pointee.text(place, letters)
    }

    // MARK: Addresses and numbers

    /// The first place of `a` whose value stands anywhere in `b`; places are filled from the first on.
    @inline(__always)
    private static func firstShared(_ a: SIMD4<UInt32>, _ b: SIMD4<UInt32>) -> Int? {
        let (mostA, mostB) = (a[1] == 0 ? 1 : 4, b[1] == 0 ? 1 : 4)
        for place in 0..<mostA where a[place] != 0 {
            for other in 0..<mostB where a[place] == b[other] { return place }
        }
        return nil
    }

    private func compareAddresses(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ name: UInt8, _ outcome: inout PairOutcome
    ) {
        guard a.pointee.emails[0] != 0, b.pointee.emails[0] != 0 else { return }
        if let place = Self.firstShared(a.pointee.emails, b.pointee.emails) {
            let isRole = place == 0 && a.pointee.flags.contains(.isRole)
            let isAgainst = isRole || NameRelation.isAgainst(name)
            outcome.levels[Comparison.address] = isAgainst ? Comparison.Address.sameAgainstName : Comparison.Address.same
            outcome.rarities[Comparison.address] = rarity.key(place == 0 ? a.pointee.commonness[FrequencySlot.email] : 2)
            return
        }
        if a.pointee.localWhole == b.pointee.localWhole, a.pointee.localWhole != 0, !a.pointee.flags.contains(.isRole) {
            let isPredictable =
                a.pointee.local != 0 && a.pointee.flags.contains(.isLocalFromName) && b.pointee.flags.contains(.isLocalFromName)
            outcome.levels[Comparison.address] =
                isPredictable ? Comparison.Address.sameLocalOfName : Comparison.Address.sameLocal
            return
        }
        let isSameHost = a.pointee.host != 0 && a.pointee.host == b.pointee.host
        // A company gives the second of a name a number, as whose address the first one's would have been.
        let isNumbered =
            isSameHost && a.pointee.local != 0 && a.pointee.local == b.pointee.local
            && a.pointee.localWhole >> FeatureRow.signBits != b.pointee.localWhole >> FeatureRow.signBits
        outcome.levels[Comparison.address] =
            isNumbered ? Comparison.Address.numbered : isSameHost ? Comparison.Address.sameHost : Comparison.Address.different
    }

    private func comparePhones(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ name: UInt8, _ outcome: inout PairOutcome
    ) {
        guard a.pointee.phones[0] != 0, b.pointee.phones[0] != 0 else { return }
        if let place = Self.firstShared(a.pointee.phones, b.pointee.phones) {
            outcome.levels[Comparison.phone] = NameRelation.isAgainst(name) ? Comparison.Simple.close : Comparison.Simple.same
            outcome.rarities[Comparison.phone] = rarity.key(place == 0 ? a.pointee.commonness[FrequencySlot.phone] : 2)
            return
        }
        outcome.levels[Comparison.phone] = Comparison.Simple.different
    }
}
