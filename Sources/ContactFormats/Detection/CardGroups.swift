/// Which groups the cards of an address book are in, as its group cards tell: they become tags of their members.
///
/// A group inside a group hands its name on to the members of both; a circle of groups ends where it began. Ids are compared without
/// case and without `urn:uuid:`, since programs write members in either way.
struct CardGroups {
    /// Members that are kept of all groups together.
    private static let mostMembers = 2_000_000

    private var groups: [(uid: String?, name: String, members: [String])] = []
    private var memberCount = 0
    private var names: [String: [String]] = [:]

    /// How many groups there are.
    private(set) var count = 0

    /// Notes a group.
    mutating func add(uid: String?, name: String?, members: [String]) {
        count += 1
        memberCount += members.count
        guard let name, memberCount <= Self.mostMembers else { return }
        groups.append((uid.map(Self.bare), name, members.map(Self.bare)))
    }

    /// Finds out who is in which group, once all are noted.
    mutating func finish() {
        var byUID: [String: Int] = [:]
        for (index, group) in groups.enumerated() {
            if let uid = group.uid { byUID[uid] = index }
        }
        for group in groups {
            var seen: Set<Int> = []
            var waiting = group.members
            while let member = waiting.popLast() {
                if let inner = byUID[member] {
                    if seen.insert(inner).inserted { waiting += groups[inner].members }
                } else if names[member]?.contains(group.name) != true {
                    names[member, default: []].append(group.name)
                }
            }
        }
        groups = []
        for uid in names.keys { names[uid]?.sort() }
    }

    /// The names of the groups a card with an id is in.
    func names(of uid: String) -> [String] { names.isEmpty ? [] : names[Self.bare(uid)] ?? [] }

    /// What to tell of them; `nil` where there are none.
    var remark: String? {
        count == 0 ? nil : count == 1 ? "One group became a tag of its members." : "\(count) groups became tags of their members."
    }

    private static func bare(_ uid: String) -> String {
        let lower = uid.lowercased()
        return lower.hasPrefix("urn:uuid:") ? String(lower.dropFirst("urn:uuid:".count)) : lower
    }
}
