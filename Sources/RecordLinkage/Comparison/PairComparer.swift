import Foundation

/// What came of comparing two records: a level for each comparison, and how rare what they share is.
struct PairOutcome: BitwiseCopyable {
    /// A level of each comparison, in the order of `Comparison`.
    var levels = SIMD16<UInt8>()
    /// What rarity adds to each, in bits.
    var rarities = SIMD16<Float>()
    /// Whether something says that these are two people: two profiles, two birthdays.
    var isContradicted = false
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
struct PairComparer {
    private var jaro = JaroWinkler()
    private let slotRoles: [FieldRole]
    /// -log2 of the share of records each frequency class stands for, others than the pair itself.
    private let rarity: RarityTable

    init(slotRoles: [FieldRole], rarity: RarityTable) {
        self.slotRoles = slotRoles
        self.rarity = rarity
    }

    /// Compares two rows whose letters lie in `letters`; the same whichever comes first.
    mutating func compare(_ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>) -> PairOutcome {
        a.content <= b.content ? compareOrdered(a, b, letters) : compareOrdered(b, a, letters)
    }

    private mutating func compareOrdered(_ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>) -> PairOutcome {
        var outcome = PairOutcome()
        let name = compareNames(a, b, letters)
        outcome.levels[Comparison.name] = name.level
        outcome.rarities[Comparison.name] = name.rarity
        compareAddresses(a, b, name.level, &outcome)
        comparePhones(a, b, name.level, &outcome)
        if a.profile != 0, b.profile != 0 {
            outcome.levels[Comparison.profile] = a.profile == b.profile ? Comparison.Simple.same : Comparison.Simple.different
            if a.profile == b.profile { outcome.rarities[Comparison.profile] = rarity.unique } else { outcome.isContradicted = true }
        }
        compareOrganizations(a, b, letters, &outcome)
        for slot in slotRoles.indices where a.values[slot] != 0 && b.values[slot] != 0 {
            compareValues(a, b, slot, letters, &outcome)
        }
        return outcome
    }

    @inline(__always)
    private func text(_ row: FeatureRow, _ place: Int, _ letters: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        // The lengths were written together with the letters, so the sum stays inside them.
        var start = Int(row.textStart)
        for before in 0..<place { start += Int(row.textLengths[before]) }
        return UnsafeBufferPointer(start: letters + start, count: Int(row.textLengths[place]))
    }

    // MARK: Names

    private mutating func compareNames(_ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>)
        -> (level: UInt8, rarity: Float)
    {
        if a.given == 0 && a.family == 0 || b.given == 0 && b.family == 0 {
            return compareSpellings(a, b) ?? (NameRelation.unknown, 0)
        }
        if a.flags.contains(.isLone) || b.flags.contains(.isLone) {
            return compareLone(a, b, letters)
        }
        let given = givenRelation(a, b, letters)
        let (family, familyClass) = familyRelation(a, b, letters)
        if given.relation == .different || family == .different {
            // The words the other way round: family name first.
            if a.given != 0, a.family != 0, a.given == b.family && (a.family == b.given || a.familyJoined == b.givenJoined) {
                let commonness = min(a.commonness[FrequencySlot.fullName], b.commonness[FrequencySlot.fullName])
                let bits = rarity.fullName(commonness, a.commonness[FrequencySlot.given], a.commonness[FrequencySlot.family])
                // An address has no order of its own.
                let isNoOrder = a.flags.contains(.isFromAddress) || b.flags.contains(.isFromAddress)
                return (isNoOrder ? NameRelation.level(.same, .same) : NameRelation.swapped, bits)
            }
            let isFullA = a.flags.isSuperset(of: [.hasGiven, .hasFamily]) && !a.flags.contains(.isFromAddress)
            let isFullB = b.flags.isSuperset(of: [.hasGiven, .hasFamily]) && !b.flags.contains(.isFromAddress)
            if a.given != 0, b.given != 0, a.family != 0, b.family != 0, a.flags.contains(.isUnordered) || b.flags.contains(.isUnordered),
                a.given == b.family && a.familyInitial == b.givenInitial || a.family == b.given && a.givenInitial == b.familyInitial
            {
                // One word the same, the other perhaps an initial or near.
                let isInitial =
                    !a.flags.contains(.hasGiven) || !b.flags.contains(.hasGiven) || !a.flags.contains(.hasFamily)
                    || !b.flags.contains(.hasFamily)
                let commonness = a.given == b.family ? b.commonness[FrequencySlot.family] : a.commonness[FrequencySlot.family]
                return (NameRelation.level(isInitial ? .initial : .close, .same), rarity.product(.initial, 0, .same, commonness))
            }
            if !isFullA || !isFullB, let spelled = compareSpellings(a, b) { return spelled }
        }
        let level = NameRelation.level(given.relation, family)
        if family == .same {
            switch given.relation {
            case .same:
                return (level, rarity.fullName(a.commonness[FrequencySlot.fullName], given.commonness, familyClass))
            case .variant:
                let observed = min(a.commonness[FrequencySlot.formalName], b.commonness[FrequencySlot.formalName])
                return (level, rarity.fullName(observed, given.commonness, familyClass))
            case .initial:
                return (level, rarity.observed(a.commonness[FrequencySlot.familyInitial]))
            default: break
            }
        }
        return (level, rarity.product(given.relation, given.commonness, family, familyClass))
    }

    private mutating func givenRelation(_ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>)
        -> (relation: NameRelation.Part, commonness: UInt8)
    {
        guard a.givenInitial != 0, b.givenInitial != 0 else { return (.missing, 0) }
        let commonness = min(a.commonness[FrequencySlot.given], b.commonness[FrequencySlot.given])
        let isFullA = a.flags.contains(.hasGiven)
        let isFullB = b.flags.contains(.hasGiven)
        guard isFullA, isFullB else {
            let fits =
                a.givenInitial == b.givenInitial || a.given2Initial != 0 && a.given2Initial == b.givenInitial && !isFullB
                || b.given2Initial != 0 && b.given2Initial == a.givenInitial && !isFullA
            return (fits ? .initial : .different, 0)
        }
        if a.given == b.given || a.givenJoined == b.givenJoined { return (.same, commonness) }
        for place in 0..<4 where a.formal[place] != 0 {
            for other in 0..<4 where a.formal[place] == b.formal[other] { return (.variant, commonness) }
        }
        if a.given2 != 0 && a.given2 == b.given || b.given2 != 0 && b.given2 == a.given || a.given2 != 0 && a.given2 == b.given2 {
            return (.variant, commonness)
        }
        let (one, other) = (text(a, FeatureRow.givenText, letters), text(b, FeatureRow.givenText, letters))
        let shorter = min(one.count, other.count)
        if shorter >= 3, a.givenInitial == b.givenInitial, (0..<shorter).allSatisfy({ one[$0] == other[$0] }) {
            return (.variant, commonness)
        }
        if shorter >= 3, jaro.similarity(one, other) >= 0.88 { return (.close, commonness) }
        return (.different, 0)
    }

    private mutating func familyRelation(_ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>)
        -> (NameRelation.Part, UInt8)
    {
        guard a.familyInitial != 0, b.familyInitial != 0 else { return (.missing, 0) }
        let isFullA = a.flags.contains(.hasFamily)
        let isFullB = b.flags.contains(.hasFamily)
        guard isFullA, isFullB else { return (a.familyInitial == b.familyInitial ? .initial : .different, 0) }
        if a.family == b.family || a.familyJoined == b.familyJoined { return (.same, a.commonness[FrequencySlot.family]) }
        if a.family2 != 0, a.family2 == b.family { return (.variant, b.commonness[FrequencySlot.family]) }
        if b.family2 != 0, b.family2 == a.family { return (.variant, a.commonness[FrequencySlot.family]) }
        if a.family2 != 0, a.family2 == b.family2 { return (.variant, a.commonness[FrequencySlot.family2]) }
        let (one, other) = (text(a, FeatureRow.familyText, letters), text(b, FeatureRow.familyText, letters))
        if min(one.count, other.count) >= 3, jaro.similarity(one, other) >= 0.9 {
            return (.close, min(a.commonness[FrequencySlot.family], b.commonness[FrequencySlot.family]))
        }
        return (.different, 0)
    }

    /// Names of which one is a single word.
    private mutating func compareLone(_ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>)
        -> (level: UInt8, rarity: Float)
    {
        if let spelled = compareSpellings(a, b) { return spelled }
        let loneA = a.flags.contains(.isLone)
        let loneB = b.flags.contains(.isLone)
        if loneA, loneB {
            let (one, other) = (a.given != 0 ? a.given : a.family, b.given != 0 ? b.given : b.family)
            if one == other {
                return (NameRelation.level(.same, .missing), rarity.product(.same, a.commonness[FrequencySlot.given], .missing, 0))
            }
            let given = a.given != 0 && b.given != 0 ? givenRelation(a, b, letters) : (.different, 0)
            return (NameRelation.level(given.relation, .missing), rarity.product(given.relation, given.commonness, .missing, 0))
        }
        return loneA ? compareLone(a, withFull: b, letters) : compareLone(b, withFull: a, letters)
    }

    private mutating func compareLone(_ lone: FeatureRow, withFull full: FeatureRow, _ letters: UnsafePointer<UInt8>)
        -> (level: UInt8, rarity: Float)
    {
        let word = lone.given != 0 ? lone.given : lone.family
        if word == full.family || word == full.familyJoined || full.family2 != 0 && word == full.family2 {
            return (NameRelation.level(.missing, .same), rarity.product(.missing, 0, .same, full.commonness[FrequencySlot.family]))
        }
        if lone.given != 0 {
            let given = givenRelation(lone, full, letters)
            return (NameRelation.level(given.relation, .missing), rarity.product(given.relation, given.commonness, .missing, 0))
        }
        let (family, commonness) = familyRelation(lone, full, letters)
        return (NameRelation.level(.missing, family), rarity.product(.missing, 0, family, commonness))
    }

    /// What the address of one says of the name of the other.
    private func compareSpellings(_ a: FeatureRow, _ b: FeatureRow) -> (level: UInt8, rarity: Float)? {
        var byInitial: (level: UInt8, rarity: Float)?
        for place in 0..<8 {
            let isOfA = b.local != 0 && b.local == a.spellings[place]
            guard isOfA || a.local != 0 && a.local == b.spellings[place] else { continue }
            let named = isOfA ? a : b
            if place < 2 || place == 5 || place == 7 {
                let bits = rarity.fullName(
                    named.commonness[FrequencySlot.fullName], named.commonness[FrequencySlot.given], named.commonness[FrequencySlot.family])
                return (NameRelation.spelled, bits)
            }
            let isGivenShort = place != 4
            let bits =
                isGivenShort
                ? rarity.observed(named.commonness[FrequencySlot.familyInitial])
                : rarity.product(.same, named.commonness[FrequencySlot.given], .initial, 0)
            byInitial = (NameRelation.spelledByInitial, bits)
        }
        if let byInitial { return byInitial }
        return a.local != 0 && a.local == b.local ? (NameRelation.sameLocal, rarity.observed(a.commonness[FrequencySlot.local])) : nil
    }

    // MARK: Addresses and numbers

    private func compareAddresses(_ a: FeatureRow, _ b: FeatureRow, _ name: UInt8, _ outcome: inout PairOutcome) {
        guard a.emails[0] != 0, b.emails[0] != 0 else { return }
        for place in 0..<4 where a.emails[place] != 0 {
            for other in 0..<4 where a.emails[place] == b.emails[other] {
                let isRole = place == 0 && a.flags.contains(.isRole)
                let isAgainst = isRole || NameRelation.isAgainst(name)
                outcome.levels[Comparison.address] = isAgainst ? Comparison.Address.sameAgainstName : Comparison.Address.same
                outcome.rarities[Comparison.address] = rarity.key(place == 0 ? a.commonness[FrequencySlot.email] : 2)
                return
            }
        }
        if a.localWhole == b.localWhole, a.localWhole != 0, !a.flags.contains(.isRole) {
            let isPredictable = a.local != 0 && a.flags.contains(.isLocalFromName) && b.flags.contains(.isLocalFromName)
            outcome.levels[Comparison.address] = isPredictable ? Comparison.Address.sameLocalOfName : Comparison.Address.sameLocal
            return
        }
        let isSameHost = a.host != 0 && a.host == b.host
        outcome.levels[Comparison.address] = isSameHost ? Comparison.Address.sameHost : Comparison.Address.different
    }

    private func comparePhones(_ a: FeatureRow, _ b: FeatureRow, _ name: UInt8, _ outcome: inout PairOutcome) {
        guard a.phones[0] != 0, b.phones[0] != 0 else { return }
        for place in 0..<4 where a.phones[place] != 0 {
            for other in 0..<4 where a.phones[place] == b.phones[other] {
                outcome.levels[Comparison.phone] = NameRelation.isAgainst(name) ? Comparison.Simple.close : Comparison.Simple.same
                outcome.rarities[Comparison.phone] = rarity.key(place == 0 ? a.commonness[FrequencySlot.phone] : 2)
                return
            }
        }
        outcome.levels[Comparison.phone] = Comparison.Simple.different
    }

    // MARK: Organisations

    private mutating func compareOrganizations(
        _ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>, _ outcome: inout PairOutcome
    ) {
        guard a.organizations != SIMD4(), b.organizations != SIMD4() else { return }
        var best = Comparison.Organization.different
        var commonness: UInt8 = 0
        for place in 0..<4 where a.organizations[place] != 0 {
            for other in 0..<4 where b.organizations[other] != 0 {
                if a.organizations[place] == b.organizations[other] {
                    let own = place == 0 ? a.commonness[FrequencySlot.organization] : place == 2 ? a.commonness[FrequencySlot.domain] : 3
                    outcome.levels[Comparison.organization] = Comparison.Organization.same
                    outcome.rarities[Comparison.organization] = rarity.share(own)
                    return
                }
                if a.organizationHeads[place] == b.organizationHeads[other] {
                    if best > Comparison.Organization.begins {
                        best = Comparison.Organization.begins
                        commonness = max(
                            place == 0 ? a.commonness[FrequencySlot.organization] : a.commonness[FrequencySlot.domain],
                            other == 0 ? b.commonness[FrequencySlot.organization] : b.commonness[FrequencySlot.domain])
                    }
                } else if a.acronyms[place] != 0, a.acronyms[place] == b.acronyms[other] {
                    if best > Comparison.Organization.acronym { best = Comparison.Organization.acronym }
                } else if best > Comparison.Organization.close, place % 2 == 0, other % 2 == 0 {
                    let one = text(a, place == 0 ? FeatureRow.organizationText : FeatureRow.domainText, letters)
                    let two = text(b, other == 0 ? FeatureRow.organizationText : FeatureRow.domainText, letters)
                    let shorter = min(one.count, two.count)
                    guard shorter >= 4, one[0] == two[0] else { continue }
                    if shorter >= 5, (0..<shorter).allSatisfy({ one[$0] == two[$0] }) {
                        best = Comparison.Organization.begins
                        commonness = max(
                            place == 0 ? a.commonness[FrequencySlot.organization] : a.commonness[FrequencySlot.domain],
                            other == 0 ? b.commonness[FrequencySlot.organization] : b.commonness[FrequencySlot.domain])
                    } else if jaro.similarity(one, two) >= 0.92 {
                        best = Comparison.Organization.close
                    }
                }
            }
        }
        outcome.levels[Comparison.organization] = best
        if best == Comparison.Organization.begins { outcome.rarities[Comparison.organization] = rarity.share(commonness) }
    }

    // MARK: Other values

    private mutating func compareValues(
        _ a: FeatureRow, _ b: FeatureRow, _ slot: Int, _ letters: UnsafePointer<UInt8>, _ outcome: inout PairOutcome
    ) {
        let place = Comparison.firstValue + slot
        if a.values[slot] == b.values[slot] {
            outcome.levels[place] = Comparison.Simple.same
            outcome.rarities[place] =
                slotRoles[slot] == .identifier ? rarity.key(a.valueCommonness[slot]) : rarity.share(a.valueCommonness[slot])
            return
        }
        switch slotRoles[slot] {
        case .birthday:
            outcome.levels[place] = Self.dateLevel(a.values[slot], b.values[slot])
            return
        case .category:
            outcome.levels[place] = Comparison.Simple.different
            return
        default: break
        }
        let (one, other) = (text(a, FeatureRow.firstValueText + slot, letters), text(b, FeatureRow.firstValueText + slot, letters))
        switch slotRoles[slot] {
        case .identifier, .postcode, .houseNumber:
            if min(one.count, other.count) >= 3 || slotRoles[slot] == .houseNumber && min(one.count, other.count) >= 2,
                isOneEditAway(one, other)
            {
                outcome.levels[place] = Comparison.Simple.close
            } else if slotRoles[slot] == .postcode, Self.shareArea(one, other) {
                outcome.levels[place] = Comparison.Simple.part
            } else {
                outcome.levels[place] = jaro.similarity(one, other) >= 0.88 ? Comparison.Simple.far : Comparison.Simple.different
            }
        default:
            let similarity = jaro.similarity(one, other)
            if similarity >= 0.92 {
                outcome.levels[place] = Comparison.Simple.close
            } else if Self.shareWord(one, other) {
                outcome.levels[place] = Comparison.Simple.part
            } else {
                outcome.levels[place] = similarity >= 0.82 ? Comparison.Simple.far : Comparison.Simple.different
            }
        }
    }

    private static func dateLevel(_ a: UInt32, _ b: UInt32) -> UInt8 {
        let (yearA, monthA, dayA) = (a / 10_000, a / 100 % 100, a % 100)
        let (yearB, monthB, dayB) = (b / 10_000, b / 100 % 100, b % 100)
        var differing = 0
        var (x, y) = (a, b)
        while x != 0 || y != 0 {
            if x % 10 != y % 10 { differing += 1 }
            x /= 10
            y /= 10
        }
        if differing == 1 { return Comparison.Simple.close }
        let isTurned = yearA == yearB && monthA == dayB && dayA == monthB
        if isTurned || differing == 2 && isTransposed(a, b) { return Comparison.Simple.close }
        let shared = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0)
        if shared == 2 { return Comparison.Simple.part }
        if yearA == yearB { return Comparison.Simple.far }
        return Comparison.Simple.different
    }

    private static func isTransposed(_ a: UInt32, _ b: UInt32) -> Bool {
        var power: UInt32 = 1
        for _ in 0..<7 {
            let (x, y) = (a / power % 10, a / (power * 10) % 10)
            if b / power % 10 == y, b / (power * 10) % 10 == x, x != y { return true }
            power *= 10
        }
        return false
    }

    private static func shareArea(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        func area(_ text: UnsafeBufferPointer<UInt8>) -> Int { text.firstIndex(of: 0x20) ?? max(0, text.count - 2) }
        let (one, other) = (area(a), area(b))
        return one == other && one >= 2 && (0..<one).allSatisfy { a[$0] == b[$0] }
    }

    /// Whether a word of four letters or more stands in both.
    private static func shareWord(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for index in 0...a.count where index == a.count || a[index] == 0x20 {
            let length = index - start
            if length >= 4 {
                var from = 0
                for end in 0...b.count where end == b.count || b[end] == 0x20 {
                    if end - from == length, (0..<length).allSatisfy({ a[start + $0] == b[from + $0] }) { return true }
                    from = end + 1
                }
            }
            start = index + 1
        }
        return false
    }
}
