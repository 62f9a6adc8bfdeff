/// Turns the values of a record into a row of features; keeps its buffers for the next record.
struct RowReader {
    private var text = TextLetters()
    var name = NameReading()
    var row = FeatureRow()
    /// The letters of the values of this record.
    var values: [[UInt8]] = Array(
        repeating: [], count: FeatureRow.firstValueText + FeatureRow.valueCount)
    var address: [UInt8] = []
    /// Where each word of the local part lies in `address`, without words of digits alone.
    var localWords: [Range<Int>] = []
    var profileWords: [Range<Int>] = []
    var profileLetters: [UInt8] = []
    /// An address in small letters.
    private var lowered: [UInt8] = []
    /// Where the labels of a host lie in `lowered`, with their hashes.
    private var labels: [(hash: UInt32, range: Range<Int>)] = []
    /// The words of an organisation's name that tell it.
    private var organization: [TextLetters.Word] = []

    /// Asked for with the first name: a table without records has no use for it, and it takes longer than a small import's rows.
    var table: GivenNameTable { .standard }
    private let providers = MailProviders.standard
    private let nameWords = NameWords.standard
    private let organizationWords = OrganizationWords.standard

    /// Begins a record.
    mutating func begin() {
        name.clear()
        row = FeatureRow()
        for place in values.indices where !values[place].isEmpty { values[place].removeAll(keepingCapacity: true) }
        address.removeAll(keepingCapacity: true)
        localWords.removeAll(keepingCapacity: true)
        profileWords.removeAll(keepingCapacity: true)
        profileLetters.removeAll(keepingCapacity: true)
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
        case .birthday:
            if row.values.indices.contains(slot) { row.values[slot] = DateReading.packed(bytes) }
        case .title, .city, .identifier, .houseNumber, .street, .postcode, .category, .words:
            takeValue(slot, bytes)
        }
    }

    /// Ends the record: its row, its letters appended to `letters`.
    mutating func end(into letters: inout [UInt8]) -> FeatureRow {
        name.settle()
        completeName()
        fillName()
        row.textStart = UInt32(truncatingIfNeeded: letters.count)
        for place in values.indices where !values[place].isEmpty {
            let count = min(values[place].count, 255)
            letters.append(contentsOf: values[place].prefix(count))
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
            if bytes[index] == 0x2F, bytes[index + 1] | 0x20 == 0x69, bytes[index + 2] | 0x20 == 0x6E,
                bytes[index + 3] == 0x2F
            {
                start = index + 4
                break
            }
            index += 1
        }
        let isProfile = start > 0
        for place in start..<end
        where bytes[place] == 0x3F || bytes[place] == 0x23 || isProfile && bytes[place] == 0x2F {
            end = place
            break
        }
        while end > start, bytes[end - 1] == 0x2F { end -= 1 }
        guard end > start else { return }
        var hash = ValueHash(3)
        for byte in bytes[start..<end] {
            hash.add(number: UInt32(0x41...0x5A ~= byte ? byte | 0x20 : byte))
        }
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
        guard let slot = (0..<2).first(where: { row.organizations[$0] == 0 }) else { return }
        text.read(bytes)
        var all = ValueHash(0)
        organization.removeAll(keepingCapacity: true)
        for word in text.words where !word.isAside {
            text.withLetters(word) { all.add($0) }
            if organization.isEmpty || !organizationWords.forms.contains(text.hash(word)) { organization.append(word) }
        }
        if organizationWords.none.contains(all.value) { return }
        if organization.count > 1, organization[0].count == 3, organizationWords.forms.contains(text.hash(organization[0])) {
            organization.removeFirst()
        }
        guard let head = organization.first else { return }
        var hash = ValueHash(0)
        var initials = ValueHash(0)
        let place = FeatureRow.organizationText
        for word in organization {
            text.withLetters(word) { letters in
                hash.add(letters)
                if let first = letters.first { initials.add(first) }
                if slot == 0 { values[place].append(contentsOf: letters) }
            }
        }
        row.organizations[slot] = hash.value
        row.organizationHeads[slot] = text.hash(head)
        if organization.count >= 2, organizationWords.beginnings.contains(row.organizationHeads[slot]) {
            var two = ValueHash(0)
            for word in organization.prefix(2) { text.withLetters(word) { two.add($0) } }
            row.organizationHeads[slot] = two.value
        }
        if organization.count >= 2 {
            row.acronyms[slot] = initials.value
        } else if head.count >= 2, head.count <= 5 {
            row.acronyms[slot] = text.hash(head)
        }
    }

    /// Takes the host of an address, which lies in `lowered`.
    private mutating func takeDomain(_ host: Range<Int>) {
        guard let slot = (2..<4).first(where: { row.organizations[$0] == 0 }) else { return }
        labels.removeAll(keepingCapacity: true)
        var (start, hash) = (host.lowerBound, ValueHash(0))
        for index in host.lowerBound...host.upperBound {
            if index < host.upperBound, lowered[index] != 0x2E {
                hash.add(lowered[index])
                continue
            }
            if index > start { labels.append((hash.value, start..<index)) }
            (start, hash) = (index + 1, ValueHash(0))
        }
        guard let owner = providers.owner(labels) else { return }
        var whole = ValueHash(4)
        for place in host { whole.add(number: UInt32(lowered[place])) }
        if row.host == 0 { row.host = whole.value }
        hash = ValueHash(0)
        var head = ValueHash(0)
        var isHead = true
        for place in labels[owner].range {
            let byte = lowered[place]
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
        if 2...5 ~= labels[owner].range.count { row.acronyms[slot] = hash.value }
    }

    // MARK: Addresses

    private mutating func takeEmail(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let slot = row.emails.indices.first(where: { row.emails[$0] == 0 }) else { return }
        lowered.removeAll(keepingCapacity: true)
        for byte in bytes.prefix(320)
        where byte > 0x20 && byte != 0x3C && byte != 0x3E && byte != 0x27 && byte != 0x22 {
            lowered.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
        }
        guard let at = lowered.lastIndex(of: 0x40), at > 0, at + 1 < lowered.count else { return }
        let host = at + 1..<lowered.count
        var local = 0..<at
        if let plus = lowered[local].firstIndex(of: 0x2B), plus > 0 { local = 0..<plus }
        var hash = ValueHash(2)
        for place in local { hash.add(number: UInt32(lowered[place])) }
        for place in host { hash.add(number: UInt32(lowered[place])) }
        let value = hash.value
        if row.emails.indices.contains(where: { row.emails[$0] == value }) { return }
        row.emails[slot] = value
        takeDomain(host)
        guard slot == 0 else { return }
        lowered.withUnsafeBufferPointer { text.read(UnsafeBufferPointer(rebasing: $0[local])) }
        var (letters, digits) = (ValueHash(0), ValueHash(2))
        var count = 0
        for word in text.words {
            let start = address.count
            for byte in text.bytes[word.range] {
                if 0x30...0x39 ~= byte {
                    digits.add(byte)
                    continue
                }
                address.append(byte)
                letters.add(byte)
                count += 1
            }
            if address.count > start { localWords.append(start..<address.count) }
        }
        if !text.words.isEmpty {
            let whole = ValueHash.joined(letters.value, digits.value, kind: 11)
            row.localWhole = whole << FeatureRow.signBits | signs(in: local)
        }
        if nameWords.isRole(text, letters: letters.value, words: localWords.count) {
            row.flags.insert(.isRole)
            localWords.removeAll()
            return
        }
        if count >= 4 { row.local = letters.value }
    }

    /// Which signs part the words of a local part, a bit for each of dot, underscore and any other.
    private func signs(in local: Range<Int>) -> UInt32 {
        var signs: UInt32 = 0
        for byte in lowered[local] where !(0x61...0x7A ~= byte) {
            switch byte {
            case 0x2E: signs |= 1
            case 0x5F: signs |= 2
            case 0x21...0x2F, 0x3A...0x3F, 0x5B...0x60, 0x7B...0x7E: signs |= 4
            default: break
            }
        }
        return signs
    }
}
