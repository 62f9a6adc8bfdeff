/// Companies and work domains, and what colleagues share.
extension PairComparer {
    mutating func compareOrganizations(
        _ a: UnsafePointer<FeatureRow>, _ b: UnsafePointer<FeatureRow>, _ letters: UnsafePointer<UInt8>, _ outcome: inout PairOutcome
    ) {
        guard a.pointee.organizations != SIMD4(), b.pointee.organizations != SIMD4() else { return }
        var best = Comparison.Organization.different
        var commonness: UInt8 = 0
        // A record has one company and one domain as a rule: places 0 and 2.
        let (stepA, stepB) = (
            a.pointee.organizations[1] | a.pointee.organizations[3] == 0 ? 2 : 1,
            b.pointee.organizations[1] | b.pointee.organizations[3] == 0 ? 2 : 1
        )
        for place in stride(from: 0, to: 4, by: stepA) where a.pointee.organizations[place] != 0 {
            for other in stride(from: 0, to: 4, by: stepB) where b.pointee.organizations[other] != 0 {
                if a.pointee.organizations[place] == b.pointee.organizations[other] {
                    let own =
                        place == 0
                        ? a.pointee.commonness[FrequencySlot.organization]
                        : place == 2 ? a.pointee.commonness[FrequencySlot.domain] : 3
                    outcome.levels[Comparison.organization] = Comparison.Organization.same
                    outcome.rarities[Comparison.organization] = rarity.share(own)
                    return
                }
                let level = organizationLevel(a, place, b, other, letters)
                guard level < best else { continue }
                best = level
                if level == Comparison.Organization.begins {
                    commonness = max(
                        place == 0 ? a.pointee.commonness[FrequencySlot.organization] : a.pointee.commonness[FrequencySlot.domain],
                        other == 0 ? b.pointee.commonness[FrequencySlot.organization] : b.pointee.commonness[FrequencySlot.domain])
                }
            }
        }
        outcome.levels[Comparison.organization] = best
        if best == Comparison.Organization.begins {
            outcome.rarities[Comparison.organization] = rarity.share(commonness)
        }
    }

    /// How two different companies or domains stand to one another.
    private mutating func organizationLevel(
        _ a: UnsafePointer<FeatureRow>, _ place: Int, _ b: UnsafePointer<FeatureRow>, _ other: Int, _ letters: UnsafePointer<UInt8>
    ) -> UInt8 {
        let isHead = a.pointee.organizationHeads[place] == b.pointee.organizationHeads[other]
        // A company of one word begins every one whose first word it is: BMW, BMW Bank.
        if isHead,
            a.pointee.organizations[place] == a.pointee.organizationHeads[place]
                || b.pointee.organizations[other] == b.pointee.organizationHeads[other]
        {
            return Comparison.Organization.begins
        }
        // Of two names of several words neither is the initials of the other.
        let acronym = a.pointee.acronyms[place]
        if acronym != 0, acronym == b.pointee.acronyms[other], !isHead,
            acronym == a.pointee.organizations[place] || acronym == b.pointee.organizations[other]
        {
            return Comparison.Organization.acronym
        }
        let rest = isHead ? Comparison.Organization.head : Comparison.Organization.different
        guard place % 2 == 0, other % 2 == 0 else { return rest }
        let one = text(a, place == 0 ? FeatureRow.organizationText : FeatureRow.domainText, letters)
        let two = text(b, other == 0 ? FeatureRow.organizationText : FeatureRow.domainText, letters)
        let shorter = min(one.count, two.count)
        guard shorter >= 4, one[0] == two[0] else { return rest }
        if shorter >= 5, (0..<shorter).allSatisfy({ one[$0] == two[$0] }) { return Comparison.Organization.begins }
        // Of names that begin alike the rest alone tells them apart: Deutsche Bank is not nearly Deutsche Bahn.
        let isAlikeAtFirst = isHead || shorter >= 8 && (0..<6).allSatisfy { one[$0] == two[$0] }
        let isClose = isAlikeAtFirst ? isOneEditAway(one, two) : jaro.isSimilar(one, two, atLeast: 0.92)
        return isClose ? Comparison.Organization.close : rest
    }

    /// Leaves it open whether two with addresses at one company that differ by a number are namesakes, unless something proves they are one.
    func weighAsNumbered(_ outcome: inout PairOutcome) {
        let isProven = [Comparison.phone, Comparison.profile].contains { outcome.levels[$0] == Comparison.Simple.same }
        if !isProven { outcome.caution = .otherNames }
    }

    /// Counts what colleagues share as what it is where the names are of two people: one fact, and none that joins them by itself.
    ///
    /// Whoever works at one company is in its town, with its postcode and behind its switchboard: the rarest of these speaks for all.
    func weighAsColleagues(_ outcome: inout PairOutcome) {
        if !outcome.isProvenByKey { outcome.caution = .otherNames }
        var shared = [Comparison.organization, Comparison.phone].filter { 1...2 ~= outcome.levels[$0] }
        for (slot, role) in schema.slotRoles.enumerated() where role == .city || role == .postcode {
            if 1...3 ~= outcome.levels[Comparison.firstValue + slot] { shared.append(Comparison.firstValue + slot) }
        }
        guard let rarest = shared.max(by: { (outcome.rarities[$0], $1) < (outcome.rarities[$1], $0) }) else { return }
        for place in shared where place != rarest {
            outcome.levels[place] = 0
            outcome.rarities[place] = 0
        }
    }
}

extension PairOutcome {
    /// Whether an address that is nobody else's, or a profile, is the same.
    var isProvenByKey: Bool {
        levels[Comparison.address] == Comparison.Address.same || levels[Comparison.profile] == Comparison.Simple.same
    }
}
