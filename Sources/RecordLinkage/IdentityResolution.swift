public import ContactModel

/// What identity resolution needs to know of one entry.
public struct IdentityFacts: Sendable {
    /// The entry's number.
    public var entry: Int64
    /// The entry's name as an id, the same on every machine and after every import.
    public var id: UniqueID
    /// The list of its source, as any number that tells lists apart.
    public var list: Int
    /// The source, as any number that tells sources apart.
    public var source: Int
    /// Whether the list is one of connections, where no human being stands twice.
    public var isConnectionList: Bool
    /// Whether the entry is the owner.
    public var isOwner: Bool
    /// The keys it may be known by.
    public var keys: [IdentityKey]
    /// The first word of its folded given name; empty where there is none.
    public var given: String
    /// The words of its folded name.
    public var nameWords: Set<String>
    /// Where in the history of its list it stood: positions of snapshots, in order.
    public var presence: [Range<Int>]
    /// When the person was born.
    public var birthday: PartialDate?

    /// Gathers the facts of an entry.
    public init(
        entry: Int64,
        id: UniqueID,
        list: Int,
        source: Int,
        isConnectionList: Bool,
        isOwner: Bool,
        keys: [IdentityKey],
        given: String,
        nameWords: Set<String>,
        presence: [Range<Int>],
        birthday: PartialDate? = nil
    ) {
        self.entry = entry
        self.id = id
        self.list = list
        self.source = source
        self.isConnectionList = isConnectionList
        self.isOwner = isOwner
        self.keys = keys
        self.given = given
        self.nameWords = nameWords
        self.presence = presence
        self.birthday = birthday
    }
}

/// Which entries are one human being, as far as the owner says so or keys prove it; doubts are not decided here.
///
/// The answer depends on the set of entries and the owner's verdicts alone, not on the entries' order, so importing in any order gives
/// the same people:
/// - what the owner said comes first: a later verdict over an earlier one, and no proof joins what the owner keeps apart;
/// - the same profile is the same person;
/// - the same e-mail address is the same person if the names agree: of an address that is somebody's own the given names, of an office's two
///   words of the name. A changed profile with the same address is the same person by the same rule, unless the two ever stood in the list
///   together; then the address is shared by two and proves nothing about either, as where two of one name have different birthdays;
/// - the same name connected on the same day in the same source is the same person, unless two such ever stood in the list together.
public enum IdentityResolution {
    /// Divides entries into human beings.
    ///
    /// - Parameters:
    ///   - verdicts: what the owner decided, the oldest first.
    ///   - likenesses: the pairs that are too alike to be two, by the numbers of their entries, with how much speaks for it; the last to
    ///     be asked, and never against what is known.
    /// - Returns: the numbers of the entries of each, ascending; the groups in order of their first numbers.
    public static func people(
        among entries: [IdentityFacts],
        verdicts: [IdentityVerdict] = [],
        likenesses: [(one: Int64, other: Int64, weight: Int64)] = []
    ) -> [[Int64]] {
        // Where some joinings are forbidden, the order of the others matters: it has to be the same on every machine.
        let entries = verdicts.isEmpty && likenesses.isEmpty ? entries : entries.sorted { $0.id < $1.id }
        let positions = verdicts.isEmpty ? [:] : Dictionary(grouping: entries.indices) { entries[$0].id }
        let pairVerdicts = PairVerdicts(verdicts, positions: positions)
        var groups = DisjointSets(count: entries.count, apart: pairVerdicts.different)
        for pair in pairVerdicts.same { groups.join(pair.first, pair.second) }
        for (key, members) in membersByKey(of: entries) {
            switch key.kind {
            case .profile: groups.joinAll(members)
            case .email: joinByEmail(key, members, entries, &groups)
            case .tie: joinByTie(members, entries, &groups)
            // The owner's numbers make the owner's own card in an address book the owner; anyone else's number proves nothing by itself.
            case .phone:
                for owner in members where entries[owner].isOwner {
                    for other in members where namesAgree(entries[owner], entries[other]) { groups.join(owner, other) }
                }
            case .position, .name, .content: break
            }
        }
        joinByLikeness(likenesses, entries, &groups)
        return groups.sets.map { set in set.map { entries[$0].entry }.sorted() }.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    }

    /// Which entries share each key, only for keys that more than one has; ties are apart by source.
    private static func membersByKey(of entries: [IdentityFacts]) -> [(key: IdentityKey, members: [Int])] {
        struct Scoped: Hashable {
            var key: IdentityKey
            var source: Int
        }
        var members: [Scoped: [Int]] = [:]
        for (position, entry) in entries.enumerated() {
            for key in Set(entry.keys) {
                members[Scoped(key: key, source: key.kind == .tie ? entry.source : -1), default: []].append(position)
            }
        }
        return members.filter { $0.value.count > 1 }.sorted { $0.key.key < $1.key.key }.map { ($0.key.key, $0.value) }
    }

    private static func joinByEmail(_ key: IdentityKey, _ members: [Int], _ entries: [IdentityFacts], _ groups: inout DisjointSets) {
        let isOffice = NameWords.standard.isRole(address: key.value)
        // Colleagues have an office's address and perhaps a given name in common: there more of the name has to agree.
        let agree = isOffice ? { namesAgree($0, $1) && tellingWords($0).intersection(tellingWords($1)).count > 1 } : namesAgree
        let isShared = pairs(of: members).contains { first, second in
            let (one, other) = (entries[first], entries[second])
            return haveDifferentProfiles(one, other) && stoodTogether(one, other) || agree(one, other) && bornApart(one, other) != nil
        }
        // An address that two people of one list use proves nothing about either.
        guard !isShared else { return }
        let named = members.filter { !entries[$0].nameWords.isEmpty }
        let namesAllAgree = pairs(of: named).allSatisfy { agree(entries[$0], entries[$1]) }
        for (first, second) in pairs(of: members) {
            let (one, other) = (entries[first], entries[second])
            // The owner's own address is the owner's under any name; but nobody is their own connection.
            let isOwners = !isOffice && (one.isOwner && !other.isConnectionList || other.isOwner && !one.isConnectionList)
            // No name and an initial fit everybody, so they join only where all who have the address may be one.
            let fitsMany =
                one.nameWords.isEmpty || other.nameWords.isEmpty || one.given != other.given && (isInitial(one) || isInitial(other))
            if isOwners || agree(one, other) && (!fitsMany || namesAllAgree) { groups.join(first, second) }
        }
    }

    private static func joinByTie(_ members: [Int], _ entries: [IdentityFacts], _ groups: inout DisjointSets) {
        let connections = members.filter { entries[$0].isConnectionList }
        guard connections.count <= mostThatCanAgree else { return }
        let isAmbiguous = pairs(of: connections).contains { first, second in
            !haveSameProfile(entries[first], entries[second]) && stoodTogether(entries[first], entries[second])
        }
        if !isAmbiguous { groups.joinAll(connections) }
    }

    private static func joinByLikeness(
        _ likenesses: [(one: Int64, other: Int64, weight: Int64)],
        _ entries: [IdentityFacts],
        _ groups: inout DisjointSets
    ) {
        guard !likenesses.isEmpty else { return }
        let places = Dictionary(entries.indices.map { (entries[$0].entry, $0) }) { first, _ in first }
        let pairs = likenesses.compactMap { likeness -> (weight: Int64, one: Int, other: Int)? in
            guard let one = places[likeness.one], let other = places[likeness.other] else { return nil }
            return (likeness.weight, min(one, other), max(one, other))
        }
        for pair in pairs.sorted(by: { ($1.weight, $0.one, $0.other) < ($0.weight, $1.one, $1.other) }) {
            let (ones, others) = (groups.members(with: pair.one), groups.members(with: pair.other))
            let areTwo = ones.contains { one in others.contains { separation(of: entries[one], and: entries[$0]) != nil } }
            if !areTwo { groups.join(pair.one, pair.other) }
        }
    }

    /// What makes two entries two people for all that is not proof: neither likeness nor a suggestion may join them.
    public enum Separation: Hashable, Sendable {
        /// They stood together in a list in which nobody stands twice.
        case stoodTogether
        /// They contradict one another.
        case contradiction(Contradiction)
    }

    /// What makes two entries two people; `nil` where nothing does.
    public static func separation(of one: IdentityFacts, and other: IdentityFacts) -> Separation? {
        if haveSameProfile(one, other) { return nil }
        if one.isConnectionList, other.isConnectionList, stoodTogether(one, other) { return .stoodTogether }
        if haveDifferentProfiles(one, other) { return .contradiction(.profiles) }
        return bornApart(one, other).map { .contradiction($0) }
    }

    /// The strongest key by which two entries alone are one person; `nil` where none of those they share proves it.
    public static func proof(that one: IdentityFacts, is other: IdentityFacts) -> IdentityKey? {
        Set(one.keys).intersection(other.keys).sorted().first { key in
            let alone = [one, other].map { facts in
                var facts = facts
                // Profiles stay: two that differ may be why another key proves nothing.
                facts.keys.removeAll { $0 != key && $0.kind != .profile }
                return facts
            }
            return people(among: alone).count == 1
        }
    }

    private static func profiles(_ entry: IdentityFacts) -> Set<IdentityKey> {
        Set(entry.keys.filter { $0.kind == .profile })
    }

    private static func haveDifferentProfiles(_ one: IdentityFacts, _ other: IdentityFacts) -> Bool {
        let (first, second) = (profiles(one), profiles(other))
        return !first.isEmpty && !second.isEmpty && first.isDisjoint(with: second)
    }

    private static func haveSameProfile(_ one: IdentityFacts, _ other: IdentityFacts) -> Bool {
        !profiles(one).isDisjoint(with: profiles(other))
    }

    private static func stoodTogether(_ one: IdentityFacts, _ other: IdentityFacts) -> Bool {
        one.list == other.list && one.presence.contains { range in other.presence.contains { $0.overlaps(range) } }
    }

    /// What says of two who may have one name and address that they are father and son: two birthdays, junior and senior.
    private static func bornApart(_ one: IdentityFacts, _ other: IdentityFacts) -> Contradiction? {
        facts(of: one).contradiction(to: facts(of: other))
    }

    private static func facts(of entry: IdentityFacts) -> ExclusiveFacts {
        let generations = entry.nameWords.lazy.compactMap { word in
            Generation(ValueHash.of(word.prefix(while: \.isLetter)), isDotted: word.hasSuffix("."))
        }
        return ExclusiveFacts(
            birthday: entry.birthday.map(DateReading.packed) ?? 0, generation: generations.map { UInt32($0.rawValue) }.min() ?? 0)
    }

    /// The words of a name that tell people apart, those of a double name one by one.
    private static func tellingWords(_ entry: IdentityFacts) -> Set<Substring> {
        Set(entry.nameWords.flatMap { $0.split { !$0.isLetter } }).filter(NameWords.standard.tells)
    }

    /// Whether nothing is known of a given name but its first letter.
    private static func isInitial(_ entry: IdentityFacts) -> Bool {
        !entry.given.isEmpty && givenLetters(entry).count < 2
    }

    /// Whether two names can be one person's: the given names agree, or one is short for the other or stands in its place beside another
    /// word in common, the other way round too; without given names, any word in common.
    private static func namesAgree(_ one: IdentityFacts, _ other: IdentityFacts) -> Bool {
        if one.nameWords.isEmpty || other.nameWords.isEmpty { return true }
        if one.given == other.given, !one.given.isEmpty { return true }
        let (words, others) = (tellingWords(one), tellingWords(other))
        guard !words.isDisjoint(with: others) else { return false }
        if one.given.isEmpty || other.given.isEmpty { return true }
        let (first, second) = (givenLetters(one), givenLetters(other))
        guard !first.isEmpty, !second.isEmpty else { return false }
        // A title is no given name; an initial is the beginning of one.
        if [first, second].contains(where: { $0.count > 1 && !NameWords.standard.tells($0) }) { return true }
        // The same words the other way round: the given name of each stands in the other's name, or a form of it does.
        if words.contains(second), others.contains(first) { return true }
        if others.contains(first), isForm(second, ofOneOf: words, but: first) { return true }
        if words.contains(second), isForm(first, ofOneOf: others, but: second) { return true }
        return first.hasPrefix(second) || second.hasPrefix(first) || areForms(first, second)
    }

    /// Whether a given name stands, in another form or by its beginning, among the words of a name whose family name comes first.
    private static func isForm(_ given: Substring, ofOneOf words: Set<Substring>, but family: Substring) -> Bool {
        words.contains { word in
            // An initial stands for too many words.
            word != family && min(word.count, given.count) > 2
                && (word.hasPrefix(given) || given.hasPrefix(word) || areForms(word, given))
        }
    }

    private static func areForms(_ one: Substring, _ other: Substring) -> Bool {
        GivenNameTable.standard.shareName(ValueHash.of(TextLetters.folded(one)), ValueHash.of(TextLetters.folded(other)))
    }

    /// The letters the given name begins with, behind a sign as in `'Aisha`.
    private static func givenLetters(_ entry: IdentityFacts) -> Substring {
        entry.given.drop { !$0.isLetter }.prefix(while: \.isLetter)
    }

    /// A key thousands share (a shared mailbox) would make millions of pairs, and what so many share proves nothing.
    private static let mostThatCanAgree = 200

    private static func pairs(of members: [Int]) -> [(Int, Int)] {
        guard members.count <= mostThatCanAgree else { return [] }
        return members.indices.flatMap { first in members[(first + 1)...].map { (members[first], $0) } }
    }
}
