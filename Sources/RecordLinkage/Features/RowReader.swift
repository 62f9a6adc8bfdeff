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
    private var isLocalWordly = false
    var profileWords: [Range<Int>] = []
    var profileLetters: [UInt8] = []
    private var hasFullName = false

    /// Asked for with the first name: a table without records has no use for it, and it takes longer than a small import's rows.
    var table: GivenNameTable { .standard }
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
        guard let slot = [0, 1].first(where: { row.organizations[$0] == 0 }) else { return }
        text.read(bytes)
        let plain = text.words.filter { !$0.isAside }
        var all = ValueHash(0)
        for word in plain { text.withLetters(word) { all.add($0) } }
        if organizationWords.none.contains(all.value) { return }
        var kept = plain.enumerated().filter {
            $0.offset == 0 || !organizationWords.forms.contains(text.hash($0.element))
        }.map(\.element)
        if kept.count > 1, organizationWords.forms.contains(text.hash(kept[0])), kept[0].count == 3 {
            kept.removeFirst()
        }
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
        for byte in bytes.prefix(320)
        where byte > 0x20 && byte != 0x3C && byte != 0x3E && byte != 0x27 && byte != 0x22 {
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
        if roles.contains(letters.value)
            || text.words.first.map({ roles.contains(text.hash($0)) && localWords.count <= 2 }) == true
        {
            row.flags.insert(.isRole)
            localWords.removeAll()
            return
        }
        _ = isDigitFree
        if count >= 4 { row.local = letters.value }
    }
}
