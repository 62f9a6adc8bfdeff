extension Card {
    /// Everything a person has as one card, the best of each list first, what is said beyond fields with it.
    ///
    /// Who says so and since when is lost, as are former names. The card's `uid` is the one a source gave; else the person's id as a URN.
    ///
    /// - Parameter isPresentOnly: leaves out former employers and titles, where a reader would take them for present ones.
    public init(of person: Person, isPresentOnly: Bool = false) {
        func current<Value>(_ values: [Held<Value>]) -> [Held<Value>] {
            isPresentOnly ? values.filter { Person.isPresent($0, among: values) } : values
        }
        self.init(
            name: person.names.first?.value ?? PersonName(),
            birthday: person.birthday?.value,
            connectedOn: person.connectedOn,
            extra: person.extra
        )
        if let surplus = person.names.first?.extra, !surplus.isEmpty { extra["name"] = .object(surplus) }
        nicknames = take(person.nicknames, .nicknames)
        organizations = take(current(person.organizations), .organizations)
        titles = take(current(person.titles), .titles)
        emails = take(person.emails, .emails)
        for index in emails.indices { sayUse(ofEmail: index) }
        phones = take(person.phones, .phones)
        addresses = take(person.addresses, .addresses)
        notes = take(person.notes, .notes)
        keywords = person.tags.map(\.value)
        for (index, held) in person.links.enumerated() {
            links.append(held.value)
            setSurplus(held.extra, .of(held.value), at: index)
        }
        if let birthday = person.birthday { setSurplus(birthday.extra, .anniversaries, at: 0) }
        if !person.otherBirthdays.isEmpty { add(otherBirthdays: person.otherBirthdays.map(\.value)) }
        if extra["uid"] == nil { extra["uid"] = .string("urn:uuid:" + person.id.description) }
        if extra["updated"] == nil, let day = person.lastConfirmed { extra["updated"] = .string(day.description + "T00:00:00Z") }
    }

    /// Lets the owner's word about an address stand in the place of what its source calls it.
    private mutating func sayUse(ofEmail index: Int) {
        guard let use = emails[index].use else { return }
        emails[index].label = use == .work ? "work" : "home"
        let named = ["contexts", Card.extensionPrefix + "ablabel"]
        setSurplus(surplus(.emails, at: index).filter { !named.contains($0.key) }, .emails, at: index)
    }

    private mutating func take<Value>(_ values: [Held<Value>], _ list: EntryList) -> [Value] {
        for (index, held) in values.enumerated() { setSurplus(held.extra, list, at: index) }
        return values.map(\.value)
    }
}

extension Person {
    /// A card by itself as a person, of whom nobody says where it comes from. `Card(of:)` gives the card back.
    ///
    /// The id is the card's `uid` where that is a UUID, else made of it, else of what tells the card from others.
    public init(_ card: Card, standing: Standing = .contact) {
        self.init(id: card.personID, standing: standing)
        fill(from: card, provenance: [])
        connectedOn = card.connectedOn
    }

    /// Takes over all a card says but the day of connecting; what was there before is replaced.
    public mutating func fill(from card: Card, provenance: [Provenance]) {
        func held<Value>(_ values: [Value], _ list: Card.EntryList) -> [Held<Value>] {
            values.enumerated().map { Held($0.element, provenance, extra: card.surplus(list, at: $0.offset)) }
        }
        let nameSurplus = card.nameSurplus
        names = card.name.isEmpty && nameSurplus.isEmpty ? [] : [Held(card.name, provenance, extra: nameSurplus)]
        organizations = held(card.organizations, .organizations)
        titles = held(card.titles, .titles)
        emails = held(card.emails, .emails)
        phones = held(card.phones, .phones)
        links = card.links.enumerated().map { Held($0.element, provenance, extra: card.surplus(.of($0.element), at: $0.offset)) }
        addresses = held(card.addresses, .addresses)
        notes = held(card.notes, .notes)
        nicknames = held(card.nicknames, .nicknames)
        tags = card.keywords.map { Held($0, provenance) }
        birthday = card.birthday.map { Held($0, provenance, extra: card.surplus(.anniversaries, at: 0)) }
        otherBirthdays = card.otherBirthdays.map { Held($0, provenance) }
        extra = card.extraOfWhole
    }

    /// Whether a value of a list is as present as the first: the same snapshot says both, or nobody tells who says them.
    public static func isPresent<Value>(_ held: Held<Value>, among values: [Held<Value>]) -> Bool {
        guard let first = values.first, first.value != held.value, let best = first.provenance.first else { return true }
        guard let snapshot = best.snapshot else { return false }
        return held.provenance.contains { $0.source == best.source && $0.snapshot == snapshot }
    }
}

extension Card {
    /// An id that equal cards share and that a `uid` decides alone.
    fileprivate var personID: UniqueID {
        if let uid = extra["uid"]?.stringValue {
            return UniqueID(uid.hasPrefix("urn:uuid:") ? uid.dropFirst("urn:uuid:".count) : uid[...]) ?? UniqueID(spreading: uid)
        }
        var telling = [name.givenFirst] + emails.map(\.address) + phones.map(\.number) + links.map(\.uri) + organizations.compactMap(\.name)
        if telling.allSatisfy(\.isEmpty) {
            // Somebody of whom only this is known is not everybody of whom nothing else is.
            telling = nicknames + titles + notes + keywords + organizations.flatMap(\.units)
            for address in addresses {
                telling += [address.full, address.street, address.locality, address.postcode, address.country].compactMap { $0 }
            }
            if let birthday { telling.append(birthday.description) }
        }
        return UniqueID(spreading: telling.joined(separator: "\u{1F}"))
    }
}

extension UniqueID {
    /// An id of a text's bytes (version 8), spread by FNV-1a in two directions: no secret, and no two texts of one file are likely to share it.
    fileprivate init(spreading text: String) {
        var forward: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { forward = (forward ^ UInt64(byte)) &* 0x100_0000_01B3 }
        var backward: UInt64 = forward ^ 0x9E37_79B9_7F4A_7C15
        for byte in text.utf8.reversed() { backward = (backward ^ UInt64(byte)) &* 0x100_0000_01B3 }
        self.init(digestHigh: forward, digestLow: backward)
    }
}
