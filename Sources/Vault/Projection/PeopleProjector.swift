import ContactFormats
import ContactModel

/// Keeps the people right while entries come and change: finds out which entries are one human being, and writes the projection anew
/// for those that were touched.
final class PeopleProjector {
    private let session: any Session
    private let vaultID: Int64
    private let words: OwnersWords
    private let rows: PersonRows
    private let entries: EntryReader
    private let likenesses: LikenessStore
    private let fresh: FreshPeople
    private var catalog: ListCatalog
    /// The lists as they were when the work began.
    private let catalogBefore: ListCatalog
    private var unresolved = NumberSet()
    /// Of the unresolved entries those that say something else than before.
    private var changed = NumberSet()
    private var order: [Int64] = []
    /// The highest number of the entries there were; those above it are new to the vault.
    private let lastEntryBefore: Int64

    /// How many people came to be listed, and how many that were listed before were touched.
    private(set) var newPeople: Int64 = 0
    private(set) var updatedPeople: Int64 = 0

    init(session: any Session, vaultID: Int64, catalog: ListCatalog) throws {
        self.session = session
        self.vaultID = vaultID
        self.catalog = catalog
        catalogBefore = catalog
        words = try OwnersWords(session: session, vaultID: vaultID)
        rows = try PersonRows(session: session, vaultID: vaultID)
        entries = try EntryReader(session: session, vaultID: vaultID)
        likenesses = try LikenessStore(session: session, vaultID: vaultID)
        fresh = FreshPeople(session: session, vaultID: vaultID, entries: entries, words: words, likenesses: likenesses)
        lastEntryBefore = try session.highestNumber("entry_id", of: "entry", vaultID: vaultID)
    }

    /// Takes over the lists as they are after a snapshot came or went.
    func update(_ catalog: ListCatalog) {
        self.catalog = catalog
    }

    /// Whether the owner said something of an entry; then its person is not what its source alone says.
    ///
    /// - Parameter key: the entry's own key in the identity index.
    func hasWords(of key: Int64) -> Bool {
        words.concern(key)
    }

    /// Adds the people of entries that share no key with any other, and of whom the owner said nothing: nearly everybody in a first import.
    ///
    /// - Parameters:
    ///   - singles: the people, with their entries' numbers.
    ///   - texts: where their texts lie.
    func add(_ singles: [(number: Int64, person: PackedPerson)], in texts: TextPile) throws {
        try rows.insert(singles, in: texts)
        newPeople += Int64(singles.count { $0.person.isListed })
    }

    /// Notes that an entry's person has to be found out anew.
    ///
    /// - Parameter isChange: whether the entry says something else than before, so that its person counts as changed.
    func resolveLater(_ entry: Int64, isChange: Bool = true) {
        if isChange { _ = changed.insert(entry) }
        if unresolved.insert(entry) { order.append(entry) }
    }

    /// Finds out the people of everything noted, and writes them.
    ///
    /// - Parameter afterImport: whether snapshots came or went, so that another source may be the latest to confirm a value.
    func finish(afterImport: Bool = true) throws {
        if afterImport { try linkAnew() }
        var done = NumberSet()
        for entry in order where !done.contains(entry) {
            let component = try fresh.component(around: entry, catalog: catalog)
            for member in component { _ = done.insert(member.number) }
            try project(component)
        }
        try rows.finish()
        order = []
        unresolved = NumberSet()
        changed = NumberSet()
    }

    /// Finds out anew who looks like whom, and notes whose people may be others for it.
    private func linkAnew() throws {
        // In a closure, so that what it takes to compare them is let go of before people are made anew.
        let (entries, alike) = try {
            let linker = try VaultLinker(session: session, vaultID: vaultID)
            return (linker.entries, linker.likenesses())
        }()
        try entries.keep(session, vaultID: vaultID)
        noteSourcesThatCompete(among: entries)
        let before = try likenesses.all()
        let difference = LikenessStore.Difference(from: before, to: alike)
        for entry in difference.entries.sorted() { resolveLater(entry, isChange: false) }
        if difference.isReweighed { noteRefusals(among: before, entries) }
        try likenesses.write(difference)
    }

    /// Weights say which likeness is asked first, so another weight matters only where one was refused: where all that look alike could be
    /// joined, they are joined in any order.
    private func noteRefusals(among likenesses: [Likeness], _ entries: LinkableEntries) {
        for likeness in likenesses where likeness.isJoined {
            guard entries.person(of: likeness.first) != entries.person(of: likeness.second) else { continue }
            for entry in [likeness.first, likeness.second] { resolveLater(entry, isChange: false) }
        }
    }

    /// Of people in several entries another source may be the most recently confirmed now, though no entry changed: where a list of theirs
    /// has other snapshots than before.
    private func noteSourcesThatCompete(among entries: LinkableEntries) {
        guard catalog.lists.values.filter(\.makesContacts).count > 1 else { return }
        let lists = Set(catalog.lists.keys).union(catalogBefore.lists.keys)
        let changed = lists.filter { catalog.lists[$0]?.order.marks != catalogBefore.lists[$0]?.order.marks }
        let isChanged = entries.lists.map(changed.contains)
        let people = Set(entries.places.lazy.filter { isChanged[Int($0.list)] }.map(\.person))
        var entriesOf: [Int64: (first: Int64, count: Int)] = [:]
        for place in entries.places where people.contains(place.person) {
            let known = entriesOf[place.person] ?? (place.entry, 0)
            entriesOf[place.person] = (min(known.first, place.entry), known.count + 1)
        }
        for entry in entriesOf.values.filter({ $0.count > 1 }).map(\.first).sorted() { resolveLater(entry, isChange: false) }
    }

    private func project(_ component: [StoredEntry]) throws {
        let oldPeople = Set(component.map(\.person))
        var listedBefore: Set<Int64> = []
        for old in oldPeople {
            guard let standing = try rows.remove(old) else { continue }
            if standing.isListed {
                if old > lastEntryBefore { newPeople -= 1 } else { listedBefore.insert(old) }
            }
        }
        for computed in try fresh.people(of: component) {
            for member in computed.members where member.person != computed.number { try entries.assign(member.number, to: computed.number) }
            try rows.insert(computed.person, number: computed.number)
            try rows.insert(computed.changes, of: computed.number)
            if computed.person.standing.isListed {
                if !computed.members.contains(where: { listedBefore.contains($0.person) }) {
                    newPeople += 1
                } else if computed.members.contains(where: { changed.contains($0.number) }) {
                    updatedPeople += 1
                }
            }
        }
    }
}

extension Person.Standing {
    /// Whether people of this standing are among the owner's contacts.
    public var isListed: Bool {
        switch self {
        case .connected, .disconnected, .contact: true
        case .acquaintance, .owner: false
        }
    }

    /// The standings of the owner's contacts, as an SQL list.
    static let listedSQL = "('connected', 'disconnected', 'contact')"
}
