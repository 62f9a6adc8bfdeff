/// Turns the values of a record into a row of features; keeps its buffers for the next record.
struct RowReader {
    private var text = TextLetters()
    private var name = NameReading()
    private var row = FeatureRow()
    /// The letters of the values of this record.
    private var values: [[UInt8]] = Array(repeating: [], count: FeatureRow.firstValueText + FeatureRow.valueCount)
    private var address: [UInt8] = []
    /// Where each word of the local part lies in `address`, without words of digits alone.
    private var localWords: [Range<Int>] = []
    private var isLocalWordly = false
    private var profileWords: [Range<Int>] = []
    private var profileLetters: [UInt8] = []
    private var hasFullName = false

    private let table = GivenNameTable.standard
    private let providers = MailProviders.standard
    private let roles = NameWords.standard.roles
    private let organizationWords = OrganizationWords.standard

    /// Begins a record.
    mutating func begin() {
        name.clear()
        row = FeatureRow()
        for place in values.indices { values[place].removeAll(keepingCapacity: true) }
        address.removeAll(keepingCapacity: true)
        localWords.removeAll(keepingCapacity: true)
        profileWords.removeAll(keepingCapacity: true)
        profileLetters.removeAll(keepingCapacity: true)
        isLocalWordly = false
        hasFullName = false
    }

    /// Takes a value.
    ///
    /// - Parameters:
    ///   - slot: where a value that is compared by itself goes, 0 to 7; -1 for the others.
    mutating func take(_ role: FieldRole, slot: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard !bytes.isEmpty else { return }
        switch role {
        case .fullName:
            guard name.isEmpty else { return }
            text.read(bytes)
            name.readFull(text)
        case .givenName, .middleName:
            text.read(bytes)
            name.readGiven(text)
        case .familyName:
            text.read(bytes)
            name.readFamily(text)
        case .nickname: return
        case .email: takeEmail(bytes)
        case .phone: takePhone(bytes)
        case .profile: takeProfile(bytes)
        case .organization: takeOrganization(bytes)
        case .birthday: if row.values.indices.contains(slot) { row.values[slot] = DateReading.packed(bytes) }
        case .title, .city, .identifier, .houseNumber, .street, .postcode, .category, .words: takeValue(slot, bytes)
        }
    }

    /// Ends the record: its row, its letters appended to `letters`.
    mutating func end(into letters: inout [UInt8]) -> FeatureRow {
        name.settle()
        completeName()
        fillName()
        row.textStart = UInt32(truncatingIfNeeded: letters.count)
        for (place, value) in values.enumerated() where !value.isEmpty {
            let count = min(value.count, 255)
            letters.append(contentsOf: value.prefix(count))
            row.textLengths[place] = UInt8(count)
        }
        row.content = contentHash()
        return row
    }

    // MARK: Values

    private mutating func takeValue(_ slot: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
        guard row.values.indices.contains(slot), row.values[slot] == 0 else { return }
        text.read(bytes)
        var hash = ValueHash(0)
        for (place, word) in text.words.enumerated() {
            if place > 0 { values[FeatureRow.firstValueText + slot].append(0x20) }
            values[FeatureRow.firstValueText + slot].append(contentsOf: text.bytes[word.range])
        }
        for byte in text.bytes { hash.add(byte) }
        row.values[slot] = text.bytes.isEmpty ? 0 : hash.value
    }

    private mutating func takePhone(_ bytes: UnsafeBufferPointer<UInt8>) {
        var digits: UInt64 = 0
        var count = 0
        for byte in bytes.prefix(40) {
            if 0x30...0x39 ~= byte {
                digits = (digits &* 10 &+ UInt64(byte &- 0x30)) % 100_000_000
                count += 1
            } else if byte | 0x20 == 0x78, count >= 7 {
                break
            }
        }
        guard count >= 7 else { return }
        let hash = UInt32(truncatingIfNeeded: ValueHash.mixed(digits &+ 0xF0_0000_0000) >> 32) | 1
        for place in row.phones.indices where row.phones[place] == 0 || row.phones[place] == hash {
            row.phones[place] = hash
            return
        }
    }

    private mutating func takeProfile(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard row.profile == 0 else { return }
        // The part behind /in/ where there is one, else the whole address without its scheme.
        var start = 0
        var end = bytes.count
        var index = 0
        while index + 4 <= bytes.count {
            if bytes[index] == 0x2F, bytes[index + 1] | 0x20 == 0x69, bytes[index + 2] | 0x20 == 0x6E, bytes[index + 3] == 0x2F {
                start = index + 4
                break
            }
            index += 1
        }
        let isProfile = start > 0
        for place in start..<end where bytes[place] == 0x3F || bytes[place] == 0x23 || isProfile && bytes[place] == 0x2F {
            end = place
            break
        }
        while end > start, bytes[end - 1] == 0x2F { end -= 1 }
        guard end > start else { return }
        var hash = ValueHash(3)
        for byte in bytes[start..<end] { hash.add(number: UInt32(0x41...0x5A ~= byte ? byte | 0x20 : byte)) }
        row.profile = hash.value
        guard isProfile else { return }
        text.read(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        for word in text.words.prefix(4) where !word.hasDigit && word.count > 1 {
            let begin = profileLetters.count
            profileLetters.append(contentsOf: text.bytes[word.range])
            profileWords.append(begin..<profileLetters.count)
        }
    }

    // MARK: Organisations

    private mutating func takeOrganization(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let slot = [0, 1].first(where: { row.organizations[$0] == 0 }) else { return }
        text.read(bytes)
        let plain = text.words.filter { !$0.isAside }
        var all = ValueHash(0)
        for word in plain { text.withLetters(word) { all.add($0) } }
        if organizationWords.none.contains(all.value) { return }
        var kept = plain.enumerated().filter { $0.offset == 0 || !organizationWords.forms.contains(text.hash($0.element)) }.map(\.element)
        if kept.count > 1, organizationWords.forms.contains(text.hash(kept[0])), kept[0].count == 3 { kept.removeFirst() }
        guard let head = kept.first else { return }
        var hash = ValueHash(0)
        var initials = ValueHash(0)
        let place = FeatureRow.organizationText
        for word in kept {
            text.withLetters(word) { letters in
                hash.add(letters)
                if let first = letters.first { initials.add(first) }
                if slot == 0 { values[place].append(contentsOf: letters) }
            }
        }
        row.organizations[slot] = hash.value
        row.organizationHeads[slot] = text.hash(head)
        if kept.count >= 2 {
            row.acronyms[slot] = initials.value
        } else if head.count >= 2, head.count <= 5 {
            row.acronyms[slot] = text.hash(head)
        }
    }

    private mutating func takeDomain(_ host: ArraySlice<UInt8>) {
        guard let slot = [2, 3].first(where: { row.organizations[$0] == 0 }) else { return }
        var labels: [(hash: UInt32, count: Int)] = []
        var ranges: [Range<Int>] = []
        var start = host.startIndex
        for index in host.startIndex...host.endIndex where index == host.endIndex || host[index] == 0x2E {
            if index > start {
                var hash = ValueHash(0)
                for byte in host[start..<index] { hash.add(byte) }
                labels.append((hash.value, index - start))
                ranges.append(start..<index)
            }
            start = index + 1
        }
        guard let owner = providers.owner(labels) else { return }
        var whole = ValueHash(4)
        for byte in host { whole.add(number: UInt32(byte)) }
        if row.host == 0 { row.host = whole.value }
        var hash = ValueHash(0)
        var head = ValueHash(0)
        var isHead = true
        for byte in host[ranges[owner]] {
            if byte == 0x2D {
                isHead = false
                continue
            }
            hash.add(byte)
            if isHead { head.add(byte) }
            if slot == 2 { values[FeatureRow.domainText].append(byte) }
        }
        row.organizations[slot] = hash.value
        row.organizationHeads[slot] = head.value
        if 2...5 ~= labels[owner].count { row.acronyms[slot] = hash.value }
    }

    // MARK: Addresses

    private mutating func takeEmail(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let slot = row.emails.indices.first(where: { row.emails[$0] == 0 }) else { return }
        var lowered: [UInt8] = []
        lowered.reserveCapacity(bytes.count)
        for byte in bytes.prefix(320) where byte > 0x20 && byte != 0x3C && byte != 0x3E && byte != 0x27 && byte != 0x22 {
            lowered.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
        }
        guard let at = lowered.lastIndex(of: 0x40), at > 0, at + 1 < lowered.count else { return }
        var local = lowered[..<at]
        let host = lowered[(at + 1)...]
        if let plus = local.firstIndex(of: 0x2B), plus > 0 { local = local[..<plus] }
        var hash = ValueHash(2)
        for byte in local { hash.add(number: UInt32(byte)) }
        let whole = hash.value
        for byte in host { hash.add(number: UInt32(byte)) }
        let value = hash.value
        if row.emails.indices.contains(where: { row.emails[$0] == value }) { return }
        row.emails[slot] = value
        takeDomain(host)
        guard slot == 0 else { return }
        row.localWhole = whole
        local.withUnsafeBufferPointer { text.read($0) }
        var letters = ValueHash(0)
        var count = 0
        var isDigitFree = true
        for word in text.words {
            let start = address.count
            for byte in text.bytes[word.range] {
                if 0x30...0x39 ~= byte {
                    isDigitFree = false
                    continue
                }
                address.append(byte)
                letters.add(byte)
                count += 1
            }
            if address.count > start { localWords.append(start..<address.count) }
        }
        isLocalWordly = localWords.count >= 2
        if roles.contains(letters.value) || text.words.first.map({ roles.contains(text.hash($0)) && localWords.count <= 2 }) == true {
            row.flags.insert(.isRole)
            localWords.removeAll()
            return
        }
        _ = isDigitFree
        if count >= 4 { row.local = letters.value }
    }
}

extension RowReader {
    // MARK: Names

    /// Fills what the name lacks out of the address and the profile.
    private mutating func completeName() {
        if let given = name.given.first, name.family.isEmpty || name.family[0].count == 1 {
            if let found = familyInAddress(given: given) {
                if name.family.isEmpty || name.family[0].count == 1 && address[found.lowerBound] == name.bytes(name.family[0]).first {
                    name.supply(family: address[found])
                }
            }
            if name.family.isEmpty || name.family[0].count == 1 {
                let initial = name.family.first.flatMap { name.bytes($0).first }
                if let last = profileWords.last, profileWords.count >= 2, initial == nil || profileLetters[last.lowerBound] == initial {
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
                if found.count > 1, initial == nil || found.first == initial, !Self.agree(found, family[...]) { name.supply(given: found) }
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
                if Self.agree(first, letters) || first.count == 1 && first.first == letters.first { return second }
                if first.count >= 3, table.shareName(Self.hash(first), given.hash) { return second }
            }
            return nil
        }
        guard localWords.count == 1, letters.count >= 2 else { return nil }
        let word = localWords[0]
        let whole = address[word]
        if whole.count >= letters.count + 3, whole.starts(with: letters) { return word.lowerBound + letters.count..<word.upperBound }
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
            if last.count == 1, first.count > 1 {
                // `mueller.a`: an initial stands for the given name as a rule, but nothing says so.
                name.supply(family: bytes[last])
            } else {
                name.supply(family: bytes[last])
            }
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
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    private static func agree(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool { hash(one) == hash(other) }

    /// Writes the name into the row.
    private mutating func fillName() {
        if name.isLone { row.flags.insert(.isLone) }
        if name.isUnordered { row.flags.insert(.isUnordered) }
        let given = name.given
        let family = name.family + name.formerFamily
        if let first = given.first {
            row.given = first.hash
            row.givenInitial = name.bytes(first).first ?? 0
            row.givenJoined = first.hash
            row.formal = table.families(of: first.hash)
            if first.count > 1 { row.flags.insert(.hasGiven) }
            values[FeatureRow.givenText].append(contentsOf: name.bytes(first))
            let second = given.count > 1 ? given[1] : name.called.first
            if let second {
                row.given2 = second.count > 1 ? second.hash : 0
                row.given2Initial = name.bytes(second).first ?? 0
                if given.count > 1 {
                    var joined = ValueHash(0)
                    for word in given { for byte in name.bytes(word) { joined.add(byte) } }
                    row.givenJoined = joined.value
                }
                if let called = name.called.first {
                    row.given2 = called.hash
                    row.given2Initial = name.bytes(called).first ?? 0
                }
            }
        }
        if let first = family.first {
            row.family = familyHash(first)
            row.familyInitial = name.bytes(first).first ?? 0
            if first.count > 1 { row.flags.insert(.hasFamily) }
            values[FeatureRow.familyText].append(contentsOf: name.bytes(first))
            var joined = ValueHash(0)
            for byte in name.letters[name.particles] { joined.add(byte) }
            for word in name.family { for byte in name.bytes(word) { joined.add(byte) } }
            row.familyJoined = joined.value
            if family.count > 1 {
                row.family2 = familyHash(family[family.count - 1])
            } else if first.count >= 7, let second = articleless(first) {
                row.family2 = second
            }
        }
        fillSpellings()
    }

    /// The hash of a family name; endings that tell a woman's from a man's count as the man's.
    private func familyHash(_ word: NameReading.Word) -> UInt32 {
        let bytes = name.bytes(word)
        guard bytes.count >= 6, bytes.last == 0x61 else { return word.hash }
        let tail = bytes.suffix(3)
        var hash = ValueHash(0)
        if tail.elementsEqual("ska".utf8) || tail.elementsEqual("cka".utf8) {
            for byte in bytes.dropLast() { hash.add(byte) }
            hash.add(0x69)
            return hash.value
        }
        if tail.elementsEqual("ova".utf8) || tail.elementsEqual("eva".utf8) || tail.elementsEqual("ina".utf8) {
            for byte in bytes.dropLast() { hash.add(byte) }
            return hash.value
        }
        return word.hash
    }

    /// The hash of `rashid` for `alrashid`.
    private func articleless(_ word: NameReading.Word) -> UInt32? {
        let bytes = name.bytes(word)
        guard let first = bytes.first, first == 0x61 || first == 0x65, bytes[bytes.startIndex + 1] == 0x6C else { return nil }
        return Self.hash(bytes.dropFirst(2))
    }

    private mutating func fillSpellings() {
        guard let given = name.given.first, let family = name.family.first, given.count > 1 || family.count > 1 else { return }
        let (first, last) = (name.bytes(given), name.bytes(family))
        let particles = name.letters[name.particles]
        func spelled(_ parts: ArraySlice<UInt8>...) -> UInt32 {
            var hash = ValueHash(0)
            var count = 0
            for part in parts {
                for byte in part { hash.add(byte) }
                count += part.count
            }
            return count >= 4 ? hash.value : 0
        }
        if given.count > 1, family.count > 1 {
            row.spellings[0] = spelled(first, particles, last)
            row.spellings[1] = spelled(particles, last, first)
        }
        if family.count > 1 {
            row.spellings[2] = spelled(first.prefix(1), particles, last)
            row.spellings[3] = spelled(particles, last, first.prefix(1))
        }
        if given.count > 1 {
            row.spellings[4] = spelled(first, last.prefix(1))
        }
        if name.family.count + name.formerFamily.count > 1, let second = (name.family + name.formerFamily).last {
            row.spellings[5] = spelled(first, name.bytes(second))
            row.spellings[6] = spelled(first.prefix(1), name.bytes(second))
        }
        let joined = name.given.count > 1 ? name.given : []
        if joined.count > 1 {
            var hash = ValueHash(0)
            for word in joined { for byte in name.bytes(word) { hash.add(byte) } }
            for byte in particles { hash.add(byte) }
            for byte in last { hash.add(byte) }
            row.spellings[7] = hash.value
        }
        if row.local != 0,
            row.spellings.indices.contains(where: { row.spellings[$0] == row.local })
                || localWords.count >= 2
        {
            row.flags.insert(.isLocalFromName)
        }
    }

    private func contentHash() -> UInt32 {
        var hash = ValueHash(9)
        for place in values.indices {
            hash.add(number: UInt32(values[place].count))
            for byte in values[place] { hash.add(number: UInt32(byte)) }
        }
        for number in [row.given2, row.family2, row.profile, row.localWhole, row.host] { hash.add(number: number) }
        for place in 0..<4 {
            for number in [row.emails[place], row.phones[place], row.organizations[place]] { hash.add(number: number) }
        }
        for place in 0..<8 { hash.add(number: row.values[place]) }
        return hash.value
    }
}

extension GivenNameTable {
    /// Whether two names may stand for one.
    func shareName(_ first: UInt32, _ second: UInt32) -> Bool {
        let (a, b) = (families(of: first), families(of: second))
        for place in 0..<4 where a[place] != 0 {
            for other in 0..<4 where a[place] == b[other] { return true }
        }
        return false
    }
}
