/// Names, and the addresses that spell them.
extension PairComparer {
    mutating func compareNames(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (level: UInt8, rarity: Float)
    {
        if a.pointee.given == 0 && a.pointee.family == 0 || b.pointee.given == 0 && b.pointee.family == 0 {
            return compareSpellings(a, b) ?? (NameRelation.unknown, 0)
        }
        if a.pointee.flags.contains(.isLone) || b.pointee.flags.contains(.isLone) {
            return compareLone(a, b, letters)
        }
        let given = givenRelation(a, b, letters)
        let (family, familyClass) = familyRelation(a, b, letters)
        if given.relation == .different || family == .different {
            // The words the other way round: family name first.
            if a.pointee.given != 0, a.pointee.family != 0,
                a.pointee.given == b.pointee.family
                    && (a.pointee.family == b.pointee.given || a.pointee.familyJoined == b.pointee.givenJoined)
            {
                let commonness = min(
                    a.pointee.commonness[FrequencySlot.fullName], b.pointee.commonness[FrequencySlot.fullName])
                let bits = rarity.fullName(
                    commonness, a.pointee.commonness[FrequencySlot.given], a.pointee.commonness[FrequencySlot.family])
                // An address has no order of its own.
                let isNoOrder = a.pointee.flags.contains(.isFromAddress) || b.pointee.flags.contains(.isFromAddress)
                return (isNoOrder ? NameRelation.level(.same, .same) : NameRelation.swapped, bits)
            }
            let isFullA =
                a.pointee.flags.isSuperset(of: [.hasGiven, .hasFamily]) && !a.pointee.flags.contains(.isFromAddress)
            let isFullB =
                b.pointee.flags.isSuperset(of: [.hasGiven, .hasFamily]) && !b.pointee.flags.contains(.isFromAddress)
            if a.pointee.given != 0, b.pointee.given != 0, a.pointee.family != 0, b.pointee.family != 0,
                a.pointee.flags.contains(.isUnordered) || b.pointee.flags.contains(.isUnordered),
                let swapped = swappedRelation(a, b, letters) ?? swappedRelation(b, a, letters)
            {
                return (NameRelation.level(swapped.relation, .same), rarity.product(.initial, 0, .same, swapped.commonness))
            }
            if a.pointee.givenInitial == b.pointee.familyInitial || b.pointee.givenInitial == a.pointee.familyInitial,
                a.pointee.flags.isSuperset(of: [.hasGiven, .hasFamily]), b.pointee.flags.isSuperset(of: [.hasGiven, .hasFamily]),
                let swapped = nearlySwapped(a, straight: b, letters) ?? nearlySwapped(b, straight: a, letters)
            {
                let isNoOrder = !isFullA || !isFullB
                return (isNoOrder ? NameRelation.level(swapped.given, swapped.family) : NameRelation.nearlySwapped, swapped.rarity)
            }
            if !isFullA || !isFullB, let spelled = compareSpellings(a, b) { return spelled }
        }
        let level = NameRelation.level(given.relation, family)
        if family == .same {
            switch given.relation {
            case .same:
                return (
                    level,
                    rarity.fullName(a.pointee.commonness[FrequencySlot.fullName], given.commonness, familyClass)
                )
            case .variant:
                let observed = min(
                    a.pointee.commonness[FrequencySlot.formalName], b.pointee.commonness[FrequencySlot.formalName])
                return (level, rarity.fullName(observed, given.commonness, familyClass))
            case .initial:
                return (level, rarity.observed(a.pointee.commonness[FrequencySlot.familyInitial]))
            default: break
            }
        }
        return (level, rarity.product(given.relation, given.commonness, family, familyClass))
    }

    /// Whether names of a level are near by their sound or the other way round, and not letter by letter.
    mutating func isNearOnly(
        _ level: UInt8, _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> Bool
    {
        if level == NameRelation.nearlySwapped { return true }
        guard level < NameRelation.swapped, level % 6 == NameRelation.Part.close.rawValue else { return false }
        return !jaro.isSimilar(text(a, FeatureRow.familyText, letters), text(b, FeatureRow.familyText, letters), atLeast: Self.nearFamily)
    }

    /// How similar family names are that are a letter or two apart.
    private static let nearFamily = 0.9

    /// What the other word is where the given name of one is the family name of the other: an initial that fits, or near; `nil` where it is
    /// another word, as of Martin Vogel and Victor Martin.
    private mutating func swappedRelation(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (relation: NameRelation.Part, commonness: UInt8)?
    {
        guard a.pointee.given == b.pointee.family, a.pointee.familyInitial == b.pointee.givenInitial else { return nil }
        let commonness = b.pointee.commonness[FrequencySlot.family]
        guard a.pointee.flags.contains(.hasFamily), b.pointee.flags.contains(.hasGiven) else { return (.initial, commonness) }
        let (one, other) = (text(a, FeatureRow.familyText, letters), text(b, FeatureRow.givenText, letters))
        guard min(one.count, other.count) >= 3, jaro.isSimilar(one, other, atLeast: 0.8) else { return nil }
        return (.close, commonness)
    }

    /// What the words of a row whose family name comes first do to those of another: the same, forms of one given name, or near, as they
    /// would be to a row in the same order; `nil` where one of them is another word.
    private mutating func nearlySwapped(
        _ swapped: UnsafePointer<FeatureRow>, straight: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (given: NameRelation.Part, family: NameRelation.Part, rarity: Float)?
    {
        guard swapped.pointee.givenInitial == straight.pointee.familyInitial else { return nil }
        let isSame = swapped.pointee.given == straight.pointee.family
        // Who has a given name in its place is hardly the other way round, as of Peter Martin and Martin Peters.
        if !isSame, swapped.pointee.flags.contains(.isCommonGiven) { return nil }
        let (family, ownFamily) = (text(swapped, FeatureRow.givenText, letters), text(straight, FeatureRow.familyText, letters))
        guard let familyRelation = familyRelation(family, ownFamily, isSame: isSame) else { return nil }
        let (given, ownGiven) = (text(swapped, FeatureRow.familyText, letters), text(straight, FeatureRow.givenText, letters))
        guard let givenRelation = givenRelation(given, of: swapped, ownGiven, of: straight) else { return nil }
        let (givenClass, familyClass) = (
            straight.pointee.commonness[FrequencySlot.given], straight.pointee.commonness[FrequencySlot.family]
        )
        return (givenRelation, familyRelation, rarity.product(givenRelation, givenClass, familyRelation, familyClass))
    }

    /// How a family name in the given name's place stands to a family name; `nil` where it is another.
    private mutating func familyRelation(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, isSame: Bool)
        -> NameRelation.Part?
    {
        if isSame || one.elementsEqual(other) { return .same }
        guard min(one.count, other.count) >= 3 else { return nil }
        return jaro.isSimilar(one, other, atLeast: Self.nearFamily) || NameSound.agree(one, other) ? .close : nil
    }

    /// How a given name in the family name's place stands to the given name of a row in the usual order; `nil` where it is another.
    private mutating func givenRelation(
        _ one: UnsafeBufferPointer<UInt8>, of swapped: UnsafePointer<FeatureRow>,
        _ other: UnsafeBufferPointer<UInt8>, of straight: UnsafePointer<FeatureRow>
    )
        -> NameRelation.Part?
    {
        if swapped.pointee.family == straight.pointee.given || one.elementsEqual(other) { return .same }
        if swapped.pointee.family == straight.pointee.given2 { return .variant }
        let forms = GivenNameTable.standard.families(of: swapped.pointee.family)
        for place in 0..<4 where forms[place] != 0 {
            for other in 0..<4 where forms[place] == straight.pointee.formal[other] { return .variant }
        }
        // Of who has a given name in its place, and of two common names, only forms of one name count.
        let isInPlace = swapped.pointee.flags.contains(.isCommonGiven)
        let areCommon = GivenNames.standard.contains(swapped.pointee.family) && straight.pointee.flags.contains(.isCommonGiven)
        guard !isInPlace, !areCommon, min(one.count, other.count) >= 3, one[0] == other[0] else { return nil }
        return jaro.isSimilar(one, other, atLeast: 0.88) ? .close : nil
    }

    private mutating func givenRelation(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (relation: NameRelation.Part, commonness: UInt8)
    {
        guard a.pointee.givenInitial != 0, b.pointee.givenInitial != 0 else { return (.missing, 0) }
        let commonness = min(a.pointee.commonness[FrequencySlot.given], b.pointee.commonness[FrequencySlot.given])
        let isFullA = a.pointee.flags.contains(.hasGiven)
        let isFullB = b.pointee.flags.contains(.hasGiven)
        guard isFullA, isFullB else {
            let fits =
                a.pointee.givenInitial == b.pointee.givenInitial
                || a.pointee.given2Initial != 0 && a.pointee.given2Initial == b.pointee.givenInitial && !isFullB
                || b.pointee.given2Initial != 0 && b.pointee.given2Initial == a.pointee.givenInitial && !isFullA
            return (fits ? .initial : .different, 0)
        }
        if a.pointee.given == b.pointee.given || a.pointee.givenJoined == b.pointee.givenJoined { return (.same, commonness) }
        let (mostA, mostB) = (a.pointee.formal[1] == 0 ? 1 : 4, b.pointee.formal[1] == 0 ? 1 : 4)
        for place in 0..<mostA where a.pointee.formal[place] != 0 {
            for other in 0..<mostB where a.pointee.formal[place] == b.pointee.formal[other] {
                return (.variant, commonness)
            }
        }
        if a.pointee.given2 != 0 && a.pointee.given2 == b.pointee.given || b.pointee.given2 != 0 && b.pointee.given2 == a.pointee.given
            || a.pointee.given2 != 0 && a.pointee.given2 == b.pointee.given2
        {
            return (.variant, commonness)
        }
        let (one, other) = (
            text(a, FeatureRow.givenText, letters), text(b, FeatureRow.givenText, letters)
        )
        let shorter = min(one.count, other.count)
        // Two common names are two, however near they lie: Lena and Lea, Rajesh and Rakesh, Stefan and Stefanie. In registers, where a stranger
        // wrote what was said, one may stand for the other all the same.
        let areCommon = schema.isOfContacts && a.pointee.flags.contains(.isCommonGiven) && b.pointee.flags.contains(.isCommonGiven)
        if areCommon, NameSound.agree(one, other) { return (.close, commonness) }
        if areCommon, abs(one.count - other.count) < 4 { return (.different, 0) }
        if shorter >= 3, a.pointee.givenInitial == b.pointee.givenInitial,
            (0..<shorter).allSatisfy({ one[$0] == other[$0] })
        {
            return (.variant, commonness)
        }
        if shorter >= 3, jaro.isSimilar(one, other, atLeast: 0.88) || NameSound.agree(one, other) { return (.close, commonness) }
        return (.different, 0)
    }

    private mutating func familyRelation(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (NameRelation.Part, UInt8)
    {
        guard a.pointee.familyInitial != 0, b.pointee.familyInitial != 0 else { return (.missing, 0) }
        let isFullA = a.pointee.flags.contains(.hasFamily)
        let isFullB = b.pointee.flags.contains(.hasFamily)
        guard isFullA, isFullB else {
            return (a.pointee.familyInitial == b.pointee.familyInitial ? .initial : .different, 0)
        }
        if a.pointee.family == b.pointee.family || a.pointee.familyJoined == b.pointee.familyJoined {
            return (.same, a.pointee.commonness[FrequencySlot.family])
        }
        if a.pointee.family2 != 0, a.pointee.family2 == b.pointee.family {
            return (.variant, b.pointee.commonness[FrequencySlot.family])
        }
        if b.pointee.family2 != 0, b.pointee.family2 == a.pointee.family {
            return (.variant, a.pointee.commonness[FrequencySlot.family])
        }
        if a.pointee.family2 != 0, a.pointee.family2 == b.pointee.family2 {
            return (.variant, a.pointee.commonness[FrequencySlot.family2])
        }
        let (one, other) = (
            text(a, FeatureRow.familyText, letters), text(b, FeatureRow.familyText, letters)
        )
        if min(one.count, other.count) >= 3, jaro.isSimilar(one, other, atLeast: Self.nearFamily) || NameSound.agree(one, other) {
            return (.close, min(a.pointee.commonness[FrequencySlot.family], b.pointee.commonness[FrequencySlot.family]))
        }
        return (.different, 0)
    }

    /// Names of which one is a single word.
    private mutating func compareLone(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (level: UInt8, rarity: Float)
    {
        if let spelled = compareSpellings(a, b) { return spelled }
        let loneA = a.pointee.flags.contains(.isLone)
        let loneB = b.pointee.flags.contains(.isLone)
        if loneA, loneB {
            let (one, other) = (
                a.pointee.given != 0 ? a.pointee.given : a.pointee.family, b.pointee.given != 0 ? b.pointee.given : b.pointee.family
            )
            if one == other {
                return (
                    NameRelation.level(.same, .missing),
                    rarity.product(.same, a.pointee.commonness[FrequencySlot.given], .missing, 0)
                )
            }
            let given = a.pointee.given != 0 && b.pointee.given != 0 ? givenRelation(a, b, letters) : (.different, 0)
            return (
                NameRelation.level(given.relation, .missing),
                rarity.product(given.relation, given.commonness, .missing, 0)
            )
        }
        return loneA ? compareLone(a, withFull: b, letters) : compareLone(b, withFull: a, letters)
    }

    private mutating func compareLone(
        _ lone: UnsafePointer<FeatureRow>, withFull full: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>
    )
        -> (level: UInt8, rarity: Float)
    {
        let word = lone.pointee.given != 0 ? lone.pointee.given : lone.pointee.family
        if word == full.pointee.family || word == full.pointee.familyJoined || full.pointee.family2 != 0 && word == full.pointee.family2 {
            return (
                NameRelation.level(.missing, .same),
                rarity.product(.missing, 0, .same, full.pointee.commonness[FrequencySlot.family])
            )
        }
        if lone.pointee.given != 0 {
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
    private func compareSpellings(_ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>) -> (level: UInt8, rarity: Float)? {
        var byInitial: (level: UInt8, rarity: Float)?
        for place in 0..<8 {
            let isOfA = b.pointee.local != 0 && b.pointee.local == a.pointee.spellings[place]
            guard isOfA || a.pointee.local != 0 && a.pointee.local == b.pointee.spellings[place] else { continue }
            let named = isOfA ? a : b
            if place < 2 || place == 5 || place == 7 {
                let bits = rarity.fullName(
                    named.pointee.commonness[FrequencySlot.fullName], named.pointee.commonness[FrequencySlot.given],
                    named.pointee.commonness[FrequencySlot.family])
                return (NameRelation.spelled, bits)
            }
            let isGivenShort = place != 4
            let bits =
                isGivenShort
                ? rarity.observed(named.pointee.commonness[FrequencySlot.familyInitial])
                : rarity.product(.same, named.pointee.commonness[FrequencySlot.given], .initial, 0)
            byInitial = (NameRelation.spelledByInitial, bits)
        }
        if let byInitial { return byInitial }
        return a.pointee.local != 0 && a.pointee.local == b.pointee.local
            ? (NameRelation.sameLocal, rarity.observed(a.pointee.commonness[FrequencySlot.local])) : nil
    }
}
