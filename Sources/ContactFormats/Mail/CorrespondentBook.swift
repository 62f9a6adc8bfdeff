import ContactModel
import TextMatching

/// The addresses of a mailbox or calendar with what is told of each, and which of them are the owner's.
struct CorrespondentBook: Sendable {
    /// The addresses, by number.
    private(set) var addresses: AddressTable
    /// What is told of each address, by its number.
    var people: [Correspondent] = []
    /// What each address is, by its number.
    private(set) var kinds: [AddressNature.Kind] = []
    /// The owner's addresses, the main one first.
    private(set) var own: [AddressTable.Number]

    private var isOwn: Set<AddressTable.Number>

    /// Begins a book, with the addresses and the owner that are known already.
    init(_ addresses: AddressTable = AddressTable(), own: [AddressTable.Number] = []) {
        self.addresses = addresses
        self.own = own
        isOwn = Set(own)
    }

    /// Says who the owner is, and which addresses turned out to be lists'.
    mutating func settle(own: [AddressTable.Number], lists: [AddressTable.Number]) {
        self.own = own
        isOwn = Set(own)
        for number in lists where kinds.indices.contains(number) { kinds[number] = .list }
    }

    /// Whether an address is the owner's.
    func isOwn(_ number: AddressTable.Number) -> Bool { isOwn.contains(number) }

    /// The number of an address met on a line; `nil` where there are too many.
    mutating func number(_ text: [UInt8], _ range: Range<Int>, line: Int) -> AddressTable.Number? {
        guard let number = addresses.number(text, range) else { return nil }
        while people.count <= number {
            kinds.append(AddressNature.kind(addresses.key(people.count)))
            people.append(Correspondent())
        }
        if people[number].line == 0 { people[number].line = line }
        return number
    }

    /// Notes a spelling of a name; what was noted before is only counted.
    ///
    /// - Parameters:
    ///   - isOwn: whether the person wrote it, and not others.
    ///   - hash: tells the spelling from others, so that its text need not be made each time.
    mutating func noteName(of number: AddressTable.Number, hash: Int, isOwn: Bool, text: (_ address: String) -> String?) {
        guard kinds[number] != .robot, kinds[number] != .list else { return }
        if let place = people[number].spellings.firstIndex(where: { $0.hash == hash }) {
            if isOwn { people[number].spellings[place].ownCount += 1 } else { people[number].spellings[place].count += 1 }
            return
        }
        guard people[number].spellings.count < MailLimits.namesPerAddress else { return }
        people[number].spellings.append(
            Correspondent.Spelling(
                hash: hash, text: text(addresses.address(number)), count: isOwn ? 0 : 1, ownCount: isOwn ? 1 : 0))
    }

    /// The numbers of people for a list: those with whom there was an exchange, or those only met. Lists and programs are in neither.
    func numbers(whereExchanged isExchanged: Bool) -> [AddressTable.Number] {
        people.indices.filter { number in
            guard people[number].isKnown, !isOwn.contains(number) else { return false }
            switch kinds[number] {
            case .robot, .list: return false
            case .function: return (people[number].sent + people[number].copied > 0) == isExchanged
            case .human: return people[number].isExchanged == isExchanged
            }
        }
    }

    /// How many addresses of lists and programs were met.
    var automaticCount: Int { people.indices.count { people[$0].isKnown && (kinds[$0] == .robot || kinds[$0] == .list) } }

    // MARK: Cards

    /// How many other spellings of a name are kept.
    private static let mostNicknames = 6

    /// What is told of an address, its counts under a property.
    func entry(_ number: AddressTable.Number, property: String) -> SourceEntry {
        let person = people[number]
        let address = addresses.address(number)
        var card = Self.named(person.names())
        card.emails = [EmailAddress(address)]
        card.extra[property] = person.detail
        return SourceEntry(line: max(1, person.line), key: .email(address), card: card)
    }

    /// The owner, with all own addresses; `nil` where nobody knows who it is.
    var ownerCard: Card? {
        guard !own.isEmpty else { return nil }
        var names: [String] = []
        for number in own where people.indices.contains(number) {
            for name in people[number].names() where !names.contains(name) { names.append(name) }
        }
        var card = Self.named(names)
        card.emails = own.map { EmailAddress(addresses.address($0)) }
        return card
    }

    /// A card with the best name; the others are what the person is called besides, unless they only differ in case or accents.
    private static func named(_ names: [String]) -> Card {
        guard let best = names.first else { return Card() }
        var card = Card(name: DisplayName.name(best))
        var known: Set<String> = [TextFolding.folded(best), TextFolding.folded(card.name.display)]
        for name in names.dropFirst() where card.nicknames.count < mostNicknames {
            if known.insert(TextFolding.folded(DisplayName.name(name).display)).inserted { card.nicknames.append(name) }
        }
        return card
    }
}

extension Span<UInt8> {
    /// A hash of a range, the same within this process.
    func hash(_ range: Range<Int>) -> Int {
        var hasher = Hasher()
        extracting(range).withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
