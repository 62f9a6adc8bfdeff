/// The groups of a card's lines (RFC 6350 §3.3), by their names in lower case: what Apple's lines say of the others that bear the same one.
struct LineGroups {
    /// What lines that bear the same group say together. Lines are named by their places in the card.
    struct Group {
        /// The group's name in lower case.
        let key: String
        /// The label of the others (`X-ABLabel`), and whether it went with a value.
        var label: Int?
        var isLabelUsed = false
        /// The country of an address (`X-ABADR`), and whether it went with one.
        var country: Int?
        var isCountryUsed = false
        /// How many others there are; of one alone the group says nothing more.
        var size = 0
    }

    /// All groups, in the order in which they were met.
    private(set) var all: [Group] = []
    /// The places of groups, once there are more than are quickly looked through.
    private var places: [String: Int] = [:]
    private static let fewGroups = 16

    /// Collects the groups of a card's lines.
    init(of lines: [ContentLine] = []) {
        for index in lines.indices {
            guard let key = lines[index].header.groupKey else { continue }
            let place = place(of: key) ?? add(key)
            switch lines[index].header.property {
            case .applesLabel: all[place].label = index
            case .applesCountry: all[place].country = index
            default: all[place].size += 1
            }
        }
    }

    /// The place of a group among all; `nil` where no line bears it.
    func place(of key: String) -> Int? {
        // Lines of a group mostly stand together.
        if let last = all.last, last.key == key { return all.count - 1 }
        return places.isEmpty ? all.firstIndex { $0.key == key } : places[key]
    }

    private mutating func add(_ key: String) -> Int {
        all.append(Group(key: key))
        if !places.isEmpty {
            places[key] = all.count - 1
        } else if all.count > Self.fewGroups {
            for (place, group) in all.enumerated() { places[group.key] = place }
        }
        return all.count - 1
    }

    /// Notes that the label of the group at a place went with a value.
    mutating func useLabel(at place: Int) { all[place].isLabelUsed = true }

    /// Notes that the country of the group at a place went with an address.
    mutating func useCountry(at place: Int) { all[place].isCountryUsed = true }

    /// The places of the lines that went with no value: labels, then countries, each by the names of their groups.
    var unused: [Int] {
        let rest = all.filter { $0.label != nil && !$0.isLabelUsed || $0.country != nil && !$0.isCountryUsed }.sorted { $0.key < $1.key }
        return rest.compactMap { $0.isLabelUsed ? nil : $0.label } + rest.compactMap { $0.isCountryUsed ? nil : $0.country }
    }
}
