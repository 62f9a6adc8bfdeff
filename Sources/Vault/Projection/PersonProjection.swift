import ContactModel

/// A record with all that projection needs to know of where it stands.
struct ProjectedRecord {
    var entry: Int64
    var list: ListFacts
    var run: Run
    var card: Card
}

/// A list of a source as projection sees it.
struct ListFacts: Sendable {
    var sourceID: Int64
    var sourceName: String
    var isConnections: Bool
    var makesContacts: Bool
    /// Whether absence from it says something.
    var isFull: Bool
    var isOwner: Bool
    /// Whether who stands in it once stands in it for good (`EntryList.isCumulative`).
    var isCumulative: Bool
    var order: SnapshotOrder
}

/// What the owner said of a person that still counts, in the order it was said.
struct OwnersWord: Sendable {
    var word: Decision.Word
    var on: CalendarDate
}

/// Records and decisions in, a person out: a pure function, so that people can be thrown away and computed again.
///
/// Of several values for one field comes first: the owner's word; else what a list of contacts says, before what is only told in
/// passing (a recommendation names the employer of its day); else the most recently confirmed; else a fixed order of bytes. All others
/// stay behind it. An empty cell says nothing, so the last known value stays. Of a name and its initials the name is first.
enum PersonProjection {
    /// The person a single record makes, of whom the owner said nothing.
    static func person(id: UniqueID, record: ProjectedRecord) -> Person {
        var person = Person(id: id, standing: standing(CollectionOfOne(record)))
        if let sighting = Sighting(record) { fill(&person, from: sighting) }
        return person
    }

    /// The person all records and words make.
    static func person(id: UniqueID, records: [ProjectedRecord], words: [OwnersWord]) -> Person {
        var person = Person(id: id, standing: standing(records))
        let sightings = NameHalves.completed(records).compactMap(Sighting.init).sorted()

        if sightings.count == 1, words.isEmpty, let only = sightings.first {
            fill(&person, from: only)
            return person
        }
        person.names = gather(sightings, surplus: { card, _ in card.nameSurplus }) {
            $0.name.isEmpty ? [] : [$0.name]
        } sameAs: {
            $0.display.lowercased()
        } completedBy: { name, other in
            // Not for a name in one piece, where this one's parts are known.
            if !name.display.isWrittenAsNamesAre, other.display.isWrittenAsNamesAre,
                name.given == nil || other.given != nil, name.family == nil || other.family != nil
            {
                name = other
            }
        }
        if person.names.count > 1 { person.names = NameInitials.spelledOutFirst(person.names) }
        person.organizations = gather(sightings, surplus: of(.organizations)) {
            $0.organizations
        } sameAs: {
            $0.name ?? $0.units.joined(separator: "\u{1F}")
        } completedBy: { organization, other in
            if organization.units.isEmpty { organization.units = other.units }
        }
        let ties = sightings.filter { $0.record.list.isConnections }
        if person.organizations.count > 1 {
            let told = gather(ties, surplus: of(.organizations)) {
                $0.organizations
            } sameAs: {
                $0.name
            }
            person.organizations = GivenUpValues.behindPresent(person.organizations, told: told) { $0.name == $1.name }
        }
        person.titles = gather(sightings, surplus: of(.titles)) {
            $0.titles
        } sameAs: {
            $0
        }
        if person.titles.count > 1 {
            let told = gather(ties, surplus: of(.titles)) {
                $0.titles
            } sameAs: {
                $0
            }
            person.titles = GivenUpValues.behindPresent(person.titles, told: told, isSame: ==)
        }
        person.emails = gather(sightings, surplus: of(.emails)) {
            $0.emails
        } sameAs: {
            $0.address.lowercased()
        } completedBy: { email, other in
            email.label = email.label ?? other.label
        }
        person.phones = gather(sightings, surplus: of(.phones)) {
            $0.phones
        } sameAs: {
            EditableField.phone.key(of: $0.number)
        } completedBy: { phone, other in
            phone.label = phone.label ?? other.label
        }
        person.links = gather(sightings, surplus: { card, index in card.surplus(.of(card.links[index]), at: index) }) {
            $0.links
        } sameAs: {
            EditableField.url.key(of: $0.uri)
        }
        person.addresses = gather(sightings, surplus: of(.addresses)) {
            $0.addresses
        } sameAs: {
            $0
        }
        person.notes = gather(sightings, surplus: of(.notes)) {
            $0.notes
        } sameAs: {
            $0
        }
        person.nicknames = gather(sightings, surplus: of(.nicknames)) {
            $0.nicknames
        } sameAs: {
            $0
        }
        // A tag that a later export no longer carries is gone; a note or an address is not.
        person.tags = gather(sightings.filter(\.isCurrent), surplus: { _, _ in [:] }) {
            $0.keywords
        } sameAs: {
            $0
        }
        let birthdays = gather(sightings, surplus: { card, place in place == 0 ? card.surplus(.anniversaries, at: 0) : [:] }) {
            ($0.birthday.map { [$0] } ?? []) + $0.otherBirthdays
        } sameAs: {
            $0
        }
        person.birthday = birthdays.first
        person.otherBirthdays = birthdays.dropFirst().filter { day in
            !birthdays.contains { $0.value != day.value && day.value.isPart(of: $0.value) }
        }
        // What an address book notes of a connection counts where the network itself says nothing.
        person.connectedOn =
            ties.filter(\.isCurrent).compactMap(\.record.card.connectedOn).min() ?? ties.compactMap(\.record.card.connectedOn).max()
            ?? sightings.compactMap(\.record.card.connectedOn).min()
        person.lastConfirmed = sightings.map(\.provenance.lastConfirmed).max()
        for sighting in sightings { Card.add(sighting.record.card.extraOfWhole, to: &person.extra) }
        for word in words { apply(word, to: &person) }
        person.tags.sort { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        dropLinesOfTagsTakenOff(&person)
        return person
    }

    /// The person a single record makes: the same as the general way gives, in a tenth of the time; nearly all people are of this kind.
    private static func fill(_ person: inout Person, from sighting: Sighting) {
        let card = sighting.record.card
        person.fill(from: card, provenance: [sighting.provenance])
        person.organizations = unique(person.organizations) { $0.name ?? $0.units.joined(separator: "\u{1F}") }
        person.titles = unique(person.titles) { $0 }
        person.emails = unique(person.emails) { $0.address.lowercased() }
        person.phones = unique(person.phones) { EditableField.phone.key(of: $0.number) }
        person.links = unique(person.links) { EditableField.url.key(of: $0.uri) }
        person.addresses = unique(person.addresses) { $0 }
        person.notes = unique(person.notes) { $0 }
        person.nicknames = unique(person.nicknames) { $0 }
        if sighting.isCurrent, !person.tags.isEmpty {
            person.tags = unique(person.tags) { $0 }.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
        } else {
            person.tags = []
            dropLinesOfTagsTakenOff(&person)
        }
        person.connectedOn = card.connectedOn
        person.lastConfirmed = sighting.provenance.lastConfirmed
    }

    private static func unique<Value, Key: Hashable>(_ values: [Held<Value>], by key: (Value) -> Key) -> [Held<Value>] {
        guard values.count > 1 else { return values }
        var seen: Set<Key> = []
        return values.filter { seen.insert(key($0.value)).inserted }
    }

    /// How the owner stands to someone with these records.
    static func standing(_ records: some Collection<ProjectedRecord>) -> Person.Standing {
        if records.contains(where: { $0.list.isOwner }) { return .owner }
        if records.contains(where: { $0.list.isConnections && $0.run.gone == nil }) { return .connected }
        if records.contains(where: { $0.list.isConnections }) { return .disconnected }
        return records.contains { $0.list.makesContacts } ? .contact : .acquaintance
    }

    /// What a card says of an entry of a list beyond its fields.
    private static func of(_ list: Card.EntryList) -> (Card, Int) -> [String: JSONValue] {
        { card, index in card.surplus(list, at: index) }
    }

    /// Every value of a field once, the best first, each with all who say so; what the best leaves open the others complete.
    private static func gather<Value, Key: Hashable>(
        _ sightings: [Sighting],
        surplus: (Card, Int) -> [String: JSONValue],
        _ values: (Card) -> [Value],
        sameAs key: (Value) -> Key,
        completedBy complete: (inout Value, Value) -> Void = { _, _ in }
    ) -> [Held<Value>] {
        var places: [Key: Int] = [:]
        var held: [Held<Value>] = []
        for sighting in sightings {
            for (index, value) in values(sighting.record.card).enumerated() {
                let extra = surplus(sighting.record.card, index)
                if let place = places[key(value)] {
                    add(sighting.provenance, to: &held[place].provenance)
                    complete(&held[place].value, value)
                    if !extra.isEmpty { held[place].extra.merge(extra) { first, _ in first } }
                } else {
                    places[key(value)] = held.count
                    held.append(Held(value, [sighting.provenance], extra: extra))
                }
            }
        }
        return held
    }

    /// One line a source: from the first time it said so to the last.
    private static func add(_ provenance: Provenance, to all: inout [Provenance]) {
        guard let same = all.firstIndex(where: { $0.source == provenance.source }) else {
            all.append(provenance)
            return
        }
        all[same].firstSeen = min(all[same].firstSeen, provenance.firstSeen)
        if provenance.lastConfirmed > all[same].lastConfirmed {
            all[same].lastConfirmed = provenance.lastConfirmed
            all[same].snapshot = provenance.snapshot
        }
    }

    private static func apply(_ word: OwnersWord, to person: inout Person) {
        var provenance = Provenance(source: "you", snapshot: nil, firstSeen: word.on, lastConfirmed: word.on)
        switch word.word {
        case .tag(let tag):
            if let place = person.tags.firstIndex(where: { $0.value == tag }) {
                person.tags[place].provenance.insert(provenance, at: 0)
            } else {
                person.tags.append(Held(tag, [provenance]))
            }
        case .untag(let tag): person.tags.removeAll { $0.value == tag }
        case .share(let field, let isAllowed):
            guard let field else {
                person.isWithheld = !isAllowed
                return
            }
            if isAllowed { person.withheldFields.remove(field) } else { person.withheldFields.insert(field) }
        case .note(let note): person.notes.putFirst(note, by: provenance)
        case .edit(let field, let value): put(OwnersValue(field: field, value: value, provenance: provenance), in: &person)
        case .accept(let field, let value, let basis):
            provenance.basis = basis
            put(OwnersValue(field: EditableField(field), value: value, provenance: provenance), in: &person)
        case .correct(let field, let was, let value):
            put(OwnersValue(field: field, was: was, value: value, provenance: provenance), in: &person)
        case .use(let address, let use):
            let key = EditableField.email.key(of: address)
            for place in person.emails.indices where EditableField.email.key(of: person.emails[place].value.address) == key {
                person.emails[place].value.use = use
            }
        case .reject(let field, let value): person.declined.insert(DeclinedValue(field, value))
        }
    }

    /// A record with its time in the world.
    private struct Sighting: Comparable {
        var record: ProjectedRecord
        var provenance: Provenance
        var isCurrent: Bool

        init?(_ record: ProjectedRecord) {
            let order = record.list.order
            let range = order.range(record.run)
            guard let first = range.first, let last = range.last, last < order.marks.count else { return nil }
            self.record = record
            provenance = Provenance(
                source: record.list.sourceName,
                snapshot: order.marks[last].uuid,
                firstSeen: order.marks[first].exportedOn,
                lastConfirmed: order.marks[last].exportedOn
            )
            isCurrent = range.upperBound == order.marks.count || record.list.isCumulative
        }

        static func == (left: Sighting, right: Sighting) -> Bool {
            left.provenance == right.provenance && left.record.run.hash == right.record.run.hash
        }

        static func < (left: Sighting, right: Sighting) -> Bool {
            if left.record.list.makesContacts != right.record.list.makesContacts { return left.record.list.makesContacts }
            if left.provenance.lastConfirmed != right.provenance.lastConfirmed {
                return left.provenance.lastConfirmed > right.provenance.lastConfirmed
            }
            // Of two exports of one day the later one counts.
            if left.isCurrent != right.isCurrent { return left.isCurrent }
            if left.record.list.isConnections != right.record.list.isConnections { return left.record.list.isConnections }
            if left.provenance.firstSeen != right.provenance.firstSeen { return left.provenance.firstSeen > right.provenance.firstSeen }
            return left.record.run.hash < right.record.run.hash
        }
    }
}
