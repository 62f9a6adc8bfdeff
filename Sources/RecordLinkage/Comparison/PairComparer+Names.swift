/// Names, and the addresses that spell them.
extension PairComparer {
    mutating func compareNames(
        _ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>
    )
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
            if a.given != 0, a.family != 0,
                a.given == b.family && (a.family == b.given || a.familyJoined == b.givenJoined)
            {
                let commonness = min(
                    a.commonness[FrequencySlot.fullName], b.commonness[FrequencySlot.fullName])
                let bits = rarity.fullName(
                    commonness, a.commonness[FrequencySlot.given], a.commonness[FrequencySlot.family])
                // An address has no order of its own.
                let isNoOrder = a.flags.contains(.isFromAddress) || b.flags.contains(.isFromAddress)
                return (isNoOrder ? NameRelation.level(.same, .same) : NameRelation.swapped, bits)
            }
            let isFullA =
                a.flags.isSuperset(of: [.hasGiven, .hasFamily]) && !a.flags.contains(.isFromAddress)
            let isFullB =
                b.flags.isSuperset(of: [.hasGiven, .hasFamily]) && !b.flags.contains(.isFromAddress)
            if a.given != 0, b.given != 0, a.family != 0, b.family != 0,
                a.flags.contains(.isUnordered) || b.flags.contains(.isUnordered),
                a.given == b.family && a.familyInitial == b.givenInitial
                    || a.family == b.given && a.givenInitial == b.familyInitial
            {
                // One word the same, the other perhaps an initial or near.
                let isInitial =
                    !a.flags.contains(.hasGiven) || !b.flags.contains(.hasGiven)
                    || !a.flags.contains(.hasFamily)
                    || !b.flags.contains(.hasFamily)
                let commonness =
                    a.given == b.family
                    ? b.commonness[FrequencySlot.family] : a.commonness[FrequencySlot.family]
                return (
                    NameRelation.level(isInitial ? .initial : .close, .same),
                    rarity.product(.initial, 0, .same, commonness)
                )
            }
            if !isFullA || !isFullB, let spelled = compareSpellings(a, b) { return spelled }
        }
        let level = NameRelation.level(given.relation, family)
        if family == .same {
            switch given.relation {
            case .same:
                return (
                    level,
                    rarity.fullName(a.commonness[FrequencySlot.fullName], given.commonness, familyClass)
                )
            case .variant:
                let observed = min(
                    a.commonness[FrequencySlot.formalName], b.commonness[FrequencySlot.formalName])
                return (level, rarity.fullName(observed, given.commonness, familyClass))
            case .initial:
                return (level, rarity.observed(a.commonness[FrequencySlot.familyInitial]))
            default: break
            }
        }
        return (level, rarity.product(given.relation, given.commonness, family, familyClass))
    }

    private mutating func givenRelation(
        _ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>
    )
        -> (relation: NameRelation.Part, commonness: UInt8)
    {
        guard a.givenInitial != 0, b.givenInitial != 0 else { return (.missing, 0) }
        let commonness = min(a.commonness[FrequencySlot.given], b.commonness[FrequencySlot.given])
        let isFullA = a.flags.contains(.hasGiven)
        let isFullB = b.flags.contains(.hasGiven)
        guard isFullA, isFullB else {
            let fits =
                a.givenInitial == b.givenInitial
                || a.given2Initial != 0 && a.given2Initial == b.givenInitial && !isFullB
                || b.given2Initial != 0 && b.given2Initial == a.givenInitial && !isFullA
            return (fits ? .initial : .different, 0)
        }
        if a.given == b.given || a.givenJoined == b.givenJoined { return (.same, commonness) }
        let (mostA, mostB) = (a.formal[1] == 0 ? 1 : 4, b.formal[1] == 0 ? 1 : 4)
        for place in 0..<mostA where a.formal[place] != 0 {
            for other in 0..<mostB where a.formal[place] == b.formal[other] {
                return (.variant, commonness)
            }
        }
        if a.given2 != 0 && a.given2 == b.given || b.given2 != 0 && b.given2 == a.given
            || a.given2 != 0 && a.given2 == b.given2
        {
            return (.variant, commonness)
        }
        let (one, other) = (
            text(a, FeatureRow.givenText, letters), text(b, FeatureRow.givenText, letters)
        )
        let shorter = min(one.count, other.count)
        if shorter >= 3, a.givenInitial == b.givenInitial,
            (0..<shorter).allSatisfy({ one[$0] == other[$0] })
        {
            return (.variant, commonness)
        }
        if shorter >= 3, jaro.similarity(one, other) >= 0.88 { return (.close, commonness) }
        return (.different, 0)
    }

    private mutating func familyRelation(
        _ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>
    )
        -> (NameRelation.Part, UInt8)
    {
        guard a.familyInitial != 0, b.familyInitial != 0 else { return (.missing, 0) }
        let isFullA = a.flags.contains(.hasFamily)
        let isFullB = b.flags.contains(.hasFamily)
        guard isFullA, isFullB else {
            return (a.familyInitial == b.familyInitial ? .initial : .different, 0)
        }
        if a.family == b.family || a.familyJoined == b.familyJoined {
            return (.same, a.commonness[FrequencySlot.family])
        }
        if a.family2 != 0, a.family2 == b.family {
            return (.variant, b.commonness[FrequencySlot.family])
        }
        if b.family2 != 0, b.family2 == a.family {
            return (.variant, a.commonness[FrequencySlot.family])
        }
        if a.family2 != 0, a.family2 == b.family2 {
            return (.variant, a.commonness[FrequencySlot.family2])
        }
        let (one, other) = (
            text(a, FeatureRow.familyText, letters), text(b, FeatureRow.familyText, letters)
        )
        if min(one.count, other.count) >= 3, jaro.similarity(one, other) >= 0.9 {
            return (.close, min(a.commonness[FrequencySlot.family], b.commonness[FrequencySlot.family]))
        }
        return (.different, 0)
    }

    /// Names of which one is a single word.
    private mutating func compareLone(
        _ a: FeatureRow, _ b: FeatureRow, _ letters: UnsafePointer<UInt8>
    )
        -> (level: UInt8, rarity: Float)
    {
        if let spelled = compareSpellings(a, b) { return spelled }
        let loneA = a.flags.contains(.isLone)
        let loneB = b.flags.contains(.isLone)
        if loneA, loneB {
            let (one, other) = (a.given != 0 ? a.given : a.family, b.given != 0 ? b.given : b.family)
            if one == other {
                return (
                    NameRelation.level(.same, .missing),
                    rarity.product(.same, a.commonness[FrequencySlot.given], .missing, 0)
                )
            }
            let given = a.given != 0 && b.given != 0 ? givenRelation(a, b, letters) : (.different, 0)
            return (
                NameRelation.level(given.relation, .missing),
                rarity.product(given.relation, given.commonness, .missing, 0)
            )
        }
        return loneA ? compareLone(a, withFull: b, letters) : compareLone(b, withFull: a, letters)
    }

    private mutating func compareLone(
        _ lone: FeatureRow, withFull full: FeatureRow, _ letters: UnsafePointer<UInt8>
    )
        -> (level: UInt8, rarity: Float)
    {
        let word = lone.given != 0 ? lone.given : lone.family
        if word == full.family || word == full.familyJoined || full.family2 != 0 && word == full.family2 {
            return (
                NameRelation.level(.missing, .same),
                rarity.product(.missing, 0, .same, full.commonness[FrequencySlot.family])
            )
        }
        if lone.given != 0 {
            let given = givenRelation(lone, full, letters)
            return (
                NameRelation.level(given.relation, .missing),
                rarity.product(given.relation, given.commonness, .missing, 0)
            )
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
                    named.commonness[FrequencySlot.fullName], named.commonness[FrequencySlot.given],
                    named.commonness[FrequencySlot.family])
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
        return a.local != 0 && a.local == b.local
            ? (NameRelation.sameLocal, rarity.observed(a.commonness[FrequencySlot.local])) : nil
    }
}
