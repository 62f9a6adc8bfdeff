extension RowReader {
    // MARK: Names

    /// Fills what the name lacks out of the address and the profile.
    mutating func completeName() {
        if let given = name.given.first, name.family.isEmpty || name.family[0].count == 1 {
            if let found = familyInAddress(given: given) {
                if name.family.isEmpty
                    || name.family[0].count == 1
                        && address[found.lowerBound] == name.bytes(name.family[0]).first
                {
                    name.supply(family: address[found])
                }
            }
            if name.family.isEmpty || name.family[0].count == 1 {
                let initial = name.family.first.flatMap { name.bytes($0).first }
                if let last = profileWords.last, profileWords.count >= 2,
                    initial == nil || profileLetters[last.lowerBound] == initial
                {
                    name.supply(family: profileLetters[last])
                }
            }
        } else if !name.family.isEmpty, name.given.isEmpty || name.given[0].count == 1 {
            let family = Array(name.bytes(name.family[0]))
            let initial = name.given.first.flatMap { name.bytes($0).first }
            if localWords.count == 2 {
                for (one, other) in [(0, 1), (1, 0)] where Self.agree(address[localWords[one]], family[...]) {
                    let found = address[localWords[other]]
                    if found.count > 1, initial == nil || found.first == initial { name.supply(given: found) }
                }
            }
            if name.given.first.map({ $0.count == 1 }) ?? true, profileWords.count >= 2 {
                let found = profileLetters[profileWords[0]]
                if found.count > 1, initial == nil || found.first == initial,
                    !Self.agree(found, family[...])
                {
                    name.supply(given: found)
                }
            }
        } else if name.isEmpty {
            readNameFromAddress()
        }
    }

    /// Where in the address the family name stands beside a given name that is known.
    private func familyInAddress(given: NameReading.Word) -> Range<Int>? {
        let letters = name.bytes(given)
        if localWords.count == 2 {
            for (one, other) in [(0, 1), (1, 0)] {
                let (first, second) = (address[localWords[one]], localWords[other])
                guard second.count > 2 else { continue }
                if Self.agree(first, letters) || first.count == 1 && first.first == letters.first {
                    return second
                }
                if first.count >= 3, table.shareName(Self.hash(first), given.hash) { return second }
            }
            return nil
        }
        guard localWords.count == 1, letters.count >= 2 else { return nil }
        let word = localWords[0]
        let whole = address[word]
        if whole.count >= letters.count + 3, whole.starts(with: letters) {
            return word.lowerBound + letters.count..<word.upperBound
        }
        if whole.count >= letters.count + 3, whole.suffix(letters.count).elementsEqual(letters) {
            return word.lowerBound..<word.upperBound - letters.count
        }
        if whole.count >= 5, whole.first == letters.first, !whole.starts(with: letters.prefix(3)) {
            return word.lowerBound + 1..<word.upperBound
        }
        return nil
    }

    private mutating func readNameFromAddress() {
        guard !localWords.isEmpty else { return }
        let bytes = address
        if localWords.count >= 2 {
            let (first, last) = (localWords[0], localWords[localWords.count - 1])
            name.supply(given: bytes[first])
            // Also of `mueller.a`: an initial stands for the given name as a rule, but nothing says so.
            name.supply(family: bytes[last])
            row.flags.formUnion([.isFromAddress, .isUnordered])
        } else if row.host != 0, bytes[localWords[0]].count >= 3 {
            name.supply(given: bytes[localWords[0]])
            row.flags.formUnion([.isFromAddress, .isLone])
        } else if table.isListed(Self.hash(bytes[localWords[0]])) {
            name.supply(given: bytes[localWords[0]])
            row.flags.formUnion([.isFromAddress, .isLone])
        }
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var hash = ValueHash(0)
        bytes.withUnsafeBufferPointer { hash.add($0) }
        return hash.value
    }

    private static func agree(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        hash(one) == hash(other)
    }

    /// Writes the name into the row.
    mutating func fillName() {
        row.generation = name.generation.map { UInt32($0.rawValue) } ?? 0
        if name.isLone { row.flags.insert(.isLone) }
        if name.isUnordered { row.flags.insert(.isUnordered) }
        if let first = name.given.first {
            row.given = first.hash
            row.givenInitial = name.bytes(first).first ?? 0
            row.givenJoined = first.hash
            row.formal = table.families(of: first.hash)
            if first.count > 1 { row.flags.insert(.hasGiven) }
            if GivenNames.standard.contains(first.hash) { row.flags.insert(.isCommonGiven) }
            values[FeatureRow.givenText].append(contentsOf: name.bytes(first))
            let second = name.given.count > 1 ? name.given[1] : name.called.first
            if let second {
                row.given2 = second.count > 1 ? second.hash : 0
                row.given2Initial = name.bytes(second).first ?? 0
                if name.given.count > 1 { row.givenJoined = name.hash(of: name.given, behind: 0..<0) }
                if let called = name.called.first {
                    row.given2 = called.hash
                    row.given2Initial = name.bytes(called).first ?? 0
                }
            }
        }
        if let first = name.family.first ?? name.formerFamily.first {
            row.family = familyHash(first)
            row.familyInitial = name.bytes(first).first ?? 0
            if first.count > 1 { row.flags.insert(.hasFamily) }
            values[FeatureRow.familyText].append(contentsOf: name.bytes(first))
            row.familyJoined = name.family.isEmpty ? row.family : name.hash(of: name.family, behind: name.particles)
            if name.family.count + name.formerFamily.count > 1, let last = name.formerFamily.last ?? name.family.last {
                row.family2 = familyHash(last)
            } else if first.count >= 7, let second = articleless(first) {
                row.family2 = second
            }
        }
        fillSpellings()
    }

    /// The hash of a family name; endings that tell a woman's from a man's count as the man's.
    private func familyHash(_ word: NameReading.Word) -> UInt32 {
        let bytes = name.bytes(word)
        let ending = FamilyEnding(bytes)
        guard ending.kept < bytes.count else { return word.hash }
        var hash = ValueHash(0)
        for byte in bytes.prefix(ending.kept) { hash.add(byte) }
        if let letter = ending.added { hash.add(letter) }
        return hash.value
    }

    /// The hash of `rashid` for `alrashid`.
    private func articleless(_ word: NameReading.Word) -> UInt32? {
        let bytes = name.bytes(word)
        guard let first = bytes.first, first == 0x61 || first == 0x65,
            bytes[bytes.startIndex + 1] == 0x6C
        else { return nil }
        return Self.hash(bytes.dropFirst(2))
    }

    private mutating func fillSpellings() {
        guard let given = name.given.first, let family = name.family.first,
            given.count > 1 || family.count > 1
        else { return }
        let (first, last, particles) = (given.start..<given.end, family.start..<family.end, name.particles)
        let (firstLetter, lastLetter) = (first.prefix(1), last.prefix(1))
        func spelled(_ one: Range<Int>, _ two: Range<Int>, _ three: Range<Int> = 0..<0) -> UInt32 {
            one.count + two.count + three.count >= 4 ? name.hash(of: one, two, three) : 0
        }
        if given.count > 1, family.count > 1 {
            row.spellings[0] = spelled(first, particles, last)
            row.spellings[1] = spelled(particles, last, first)
        }
        if family.count > 1 {
            row.spellings[2] = spelled(firstLetter, particles, last)
            row.spellings[3] = spelled(particles, last, firstLetter)
        }
        if given.count > 1 {
            row.spellings[4] = spelled(first, lastLetter)
        }
        if name.family.count + name.formerFamily.count > 1, let second = name.formerFamily.last ?? name.family.last {
            row.spellings[5] = spelled(first, second.start..<second.end)
            row.spellings[6] = spelled(firstLetter, second.start..<second.end)
        }
        if name.given.count > 1 { row.spellings[7] = name.hash(of: name.given, behind: 0..<0, before: (particles, last)) }
        if row.local != 0,
            row.spellings.indices.contains(where: { row.spellings[$0] == row.local })
                || localWords.count >= 2
        {
            row.flags.insert(.isLocalFromName)
        }
    }

    func contentHash() -> UInt32 {
        var hash = ValueHash(9)
        for place in values.indices {
            values[place].withUnsafeBufferPointer { letters in
                hash.add(number: UInt32(letters.count))
                for byte in letters { hash.add(number: UInt32(byte)) }
            }
        }
        let flags = UInt32(row.flags.rawValue) << 8 | UInt32(row.given2Initial)
        for number in [
            row.given2, row.family2, row.familyJoined, row.givenJoined, row.profile, row.localWhole, row.host, row.generation, flags,
        ] {
            hash.add(number: number)
        }
        for place in 0..<4 {
            for number in [row.emails[place], row.phones[place], row.organizations[place]] {
                hash.add(number: number)
            }
        }
        for place in 0..<8 { hash.add(number: row.values[place]) }
        return hash.value
    }
}
