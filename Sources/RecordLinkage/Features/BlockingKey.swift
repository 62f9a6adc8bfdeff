/// Something two records of one person may share, and by which they find one another.
enum BlockingKey {
    /// What a key is made of.
    enum Kind: UInt8, CaseIterable {
        case email, phone, profile
        case local, spelling
        case nameWords, formalName, familyInitial, family, lone
        case organizationFamily, organizationGiven, organizationInitials
        case value, valueFamily, valueGiven, valuePair

        /// How many records may share a key of this kind before it says too little.
        var mostRecords: Int {
            switch self {
            case .email, .phone, .profile: 100
            case .local, .spelling: 50
            case .nameWords: 250
            case .formalName: 90
            case .familyInitial: 28
            case .family: 24
            case .lone: 12
            case .organizationFamily: 80
            case .organizationGiven: 24
            case .organizationInitials: 20
            case .value: 100
            case .valueFamily, .valueGiven: 100
            case .valuePair: 100
            }
        }
    }
}

extension FeatureRow {
    /// Hands over the keys of the row.
    ///
    /// By a passive one the record only looks for records that have the key and are not passive themselves: it spells its name as an
    /// address might, and two that might are no reason to meet.
    ///
    /// - Parameter letters: the letters of the table the row is of.
    @inline(__always)
    func forEachKey(
        _ schema: LinkageSchema,
        _ letters: UnsafePointer<UInt8>,
        _ body: (_ kind: BlockingKey.Kind, _ hash: UInt32, _ isPassive: Bool) -> Void
    ) {
        for place in 0..<4 {
            if emails[place] != 0, !(place == 0 && flags.contains(.isRole)) {
                body(.email, emails[place], false)
            }
            if phones[place] != 0 { body(.phone, phones[place], false) }
        }
        if profile != 0 { body(.profile, profile, false) }
        let isFull = flags.isSuperset(of: [.hasGiven, .hasFamily])
        if local != 0, !flags.contains(.isRole) { body(.spelling, local, false) }
        for place in 0..<8 where spellings[place] != 0 && spellings[place] != local {
            body(.spelling, spellings[place], true)
        }
        if isFull {
            let (low, high) = given < family ? (given, family) : (family, given)
            body(.nameWords, ValueHash.joined(low, high, kind: 2), false)
            if familyJoined != family, givenJoined != given {
                body(.nameWords, ValueHash.joined(givenJoined, familyJoined, kind: 3), false)
            }
            if family2 != 0 {
                let (low, high) = given < family2 ? (given, family2) : (family2, given)
                body(.nameWords, ValueHash.joined(low, high, kind: 2), false)
            }
        }
        if family != 0, flags.contains(.hasFamily) {
            for place in 0..<4 where formal[place] != 0 && flags.contains(.hasGiven) {
                body(.formalName, ValueHash.joined(formal[place], family, kind: 4), false)
                if family2 != 0 {
                    body(.formalName, ValueHash.joined(formal[place], family2, kind: 4), false)
                }
            }
            if isFull { forEachKeyOfNearNames(letters) { body(.formalName, $0, false) } }
            if given2 != 0 { body(.formalName, ValueHash.joined(given2, family, kind: 4), false) }
            if givenInitial != 0 {
                body(.familyInitial, ValueHash.joined(family, UInt32(givenInitial), kind: 5), false)
                if family2 != 0 {
                    body(.familyInitial, ValueHash.joined(family2, UInt32(givenInitial), kind: 5), false)
                }
            }
            body(.family, family, false)
            if family2 != 0 { body(.family, family2, false) }
        }
        // Which of them is the family name may be the other way round.
        if flags.isSuperset(of: [.isUnordered, .hasGiven]),
            flags.contains(.hasFamily) || familyInitial != 0 && !flags.contains(.isFromAddress)
        {
            body(.familyInitial, ValueHash.joined(given, UInt32(familyInitial), kind: 5), false)
        }
        if flags.contains(.isLone), given != 0 {
            body(.family, given, false)
        }
        if givenInitial != 0 {
            for place in 0..<4 where organizations[place] != 0 {
                let organization = organizationHeads[place]
                if flags.contains(.hasFamily) {
                    body(.organizationFamily, ValueHash.joined(organization, family, kind: 6), false)
                }
                if family2 != 0 {
                    body(.organizationFamily, ValueHash.joined(organization, family2, kind: 6), false)
                }
                if flags.contains(.isLone) {
                    body(.organizationFamily, ValueHash.joined(organization, given, kind: 6), false)
                }
                if flags.contains(.hasGiven) {
                    for formal in 0..<4 where self.formal[formal] != 0 {
                        body(
                            .organizationGiven, ValueHash.joined(organization, self.formal[formal], kind: 7),
                            false)
                    }
                }
                if familyInitial != 0 {
                    body(
                        .organizationInitials,
                        ValueHash.joined(
                            organization, UInt32(givenInitial) << 8 | UInt32(familyInitial), kind: 8), false)
                }
            }
        }
        let roles = schema.slotRoles
        for (slot, role) in roles.enumerated() where values[slot] != 0 {
            switch role {
            case .title, .category: continue
            case .identifier: body(.value, ValueHash.joined(values[slot], UInt32(slot), kind: 9), false)
            case .birthday, .street, .words:
                body(.value, ValueHash.joined(values[slot], UInt32(slot), kind: 9), false)
            case .city, .houseNumber, .postcode: break
            default: continue
            }
            if flags.contains(.hasFamily) {
                body(.valueFamily, ValueHash.joined(values[slot], family, kind: UInt64(20 + slot)), false)
            }
            // Where there are addresses and companies, a town with a given name is no reason to meet.
            if role == .city, schema.hasReach { continue }
            if flags.contains(.hasGiven) {
                body(.valueGiven, ValueHash.joined(values[slot], given, kind: UInt64(40 + slot)), false)
            }
            for other in slot + 1..<8 where other < roles.count && values[other] != 0 {
                if roles[other] == .title || roles[other] == .category { continue }
                body(
                    .valuePair,
                    ValueHash.joined(values[slot], values[other], kind: UInt64(60 + slot * 8 + other)), false)
            }
        }
    }
    /// Hands over the keys by which the row meets names of other spellings or the other way round.
    @inline(__always)
    private func forEachKeyOfNearNames(_ letters: UnsafePointer<UInt8>, _ body: (UInt32) -> Void) {
        let sound = NameSound.hash(text(FeatureRow.familyText, letters))
        if sound != family {
            for place in 0..<4 where formal[place] != 0 { body(ValueHash.joined(formal[place], sound, kind: 4)) }
        }
        // Where the given name is spelled otherwise too; who is spelled as it sounds has that key already.
        let givenSound = NameSound.hash(text(FeatureRow.givenText, letters))
        if givenSound != given { body(ValueHash.joined(givenSound, sound, kind: 4)) }
        // A given name in the family name's place: the other word may be the family name.
        guard let formal = GivenNameTable.standard.families(ifListed: family) else { return }
        let swappedSound = NameSound.hash(text(FeatureRow.givenText, letters))
        for place in 0..<4 where formal[place] != 0 { body(ValueHash.joined(formal[place], swappedSound, kind: 4)) }
    }

    /// The letters of a value, in the letters of the table.
    @inline(__always)
    func text(_ place: Int, _ letters: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        // The lengths were written together with the letters, so the sum stays inside them.
        var start = Int(textStart)
        for before in 0..<place { start += Int(textLengths[before]) }
        return UnsafeBufferPointer(start: letters + start, count: Int(textLengths[place]))
    }
}
