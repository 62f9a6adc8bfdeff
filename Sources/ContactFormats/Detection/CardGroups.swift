/// Which groups the cards of an address book are in, as its group cards tell: they become tags of their members.
///
/// A group inside a group hands its name on to the members of both; a circle of groups ends where it began. Ids are compared without
/// case and without `urn:uuid:`, since programs write members in either way. What no tag can say is told (``losses(ofMembers:)``,
/// ``membersWithoutCard``).
struct CardGroups {
    /// A member a group names: its id, and the line it is named on.
    typealias NamedMember = (id: String, line: Int)

    /// Members that are kept of all groups together.
    private static let mostMembers = 2_000_000

    private var groups: [(uid: String?, name: String, members: [String])] = []
    private var memberCount = 0
    private var names: [String: [String]] = [:]
    /// The names of groups by their ids, and which of them lie in a circle.
    private var groupNames: [String: String] = [:]
    private var circular: Set<String> = []
    /// Groups in which there is somebody, through groups inside them too.
    private var peopledCount = 0
    /// The members whose cards were met, and where those are named that weren't met before.
    private var met: Set<String> = []
    private var named: [NamedMember] = []

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
            guard let uid = group.uid else { continue }
            byUID[uid] = index
            groupNames[uid] = group.name
        }
        // The groups each group lies in, and those each member is named by.
        var outer: [[Int]] = Array(repeating: [], count: groups.count)
        var naming: [String: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            for member in group.members {
                if let inner = byUID[member] { outer[inner].append(index) } else { naming[member, default: []].append(index) }
            }
        }
        circular = Set(Self.circles(outer).compactMap { groups[$0].uid })
        // Most members share their groups with others.
        var namesOf: [[Int]: [String]] = [:]
        var peopled: Set<Int> = []
        for (member, direct) in naming {
            if namesOf[direct] == nil {
                let all = Self.all(direct, outer)
                peopled.formUnion(all)
                namesOf[direct] = Set(all.map { groups[$0].name }).sorted()
            }
            names[member] = namesOf[direct]
        }
        peopledCount = peopled.count
        groups = []
    }

    /// Nobody's groups lie deeper in one another; a file made to do harm says so.
    private static let mostAround = 1_000

    /// Some groups with all they lie in, each once.
    private static func all(_ direct: [Int], _ outer: [[Int]]) -> Set<Int> {
        var all = Set(direct)
        var waiting = direct
        while all.count < mostAround, let group = waiting.popLast() {
            for next in outer[group] where all.insert(next).inserted { waiting.append(next) }
        }
        return all
    }

    /// The groups that lie in a circle, or between two: what is left where those in which no group lies, and those that lie in none, are
    /// taken away until there are no more.
    private static func circles(_ outer: [[Int]]) -> Set<Int> {
        var inner: [[Int]] = Array(repeating: [], count: outer.count)
        for (group, others) in outer.enumerated() { for other in others where other != group { inner[other].append(group) } }
        var left = Set(outer.indices)
        for (forth, back) in [(outer, inner), (inner, outer)] {
            var counts = back.enumerated().map { place, others in others.count { $0 != place && left.contains($0) } }
            var waiting = left.filter { counts[$0] == 0 }
            while let group = waiting.popFirst() {
                left.remove(group)
                for next in forth[group] where next != group && left.contains(next) {
                    counts[next] -= 1
                    if counts[next] == 0 { waiting.insert(next) }
                }
            }
        }
        return left
    }

    /// The names of the groups a card with an id is in.
    func names(of uid: String) -> [String] { names.isEmpty ? [] : names[Self.bare(uid)] ?? [] }

    // MARK: What no tag can say

    /// What tags don't say of a group with some members: that groups lie in one another. Members are kept in mind until their cards are met.
    mutating func losses(ofMembers members: [NamedMember], of uid: String?) -> [ReadProblem] {
        var problems: [ReadProblem] = []
        for member in members {
            let id = Self.bare(member.id)
            // That a group is in itself says nothing.
            if id == uid.map(Self.bare) { continue }
            if let name = groupNames[id] {
                let isCircle = circular.contains(id) && uid.map { circular.contains(Self.bare($0)) } == true
                let code = isCircle ? "circle-of-groups" : "group-in-group"
                problems.append(ReadProblem(line: member.line, code: code, text: name, isRejection: false))
            } else if named.count < Self.mostMembers, !met.contains(id) {
                named.append(member)
            }
        }
        return problems
    }

    /// Notes that a card with an id is there.
    mutating func meet(_ uid: String) {
        let id = Self.bare(uid)
        if names[id] != nil { met.insert(id) }
    }

    /// The members that have no card, once all cards are met.
    var membersWithoutCard: [ReadProblem] {
        named.lazy.filter { !met.contains(Self.bare($0.id)) }.map {
            ReadProblem(line: $0.line, code: "member-without-card", text: $0.id, isRejection: false)
        }
    }

    /// What to tell of them; empty where there are none.
    var remarks: [String] {
        var remarks: [String] = []
        if peopledCount > 0 {
            remarks.append(
                peopledCount == 1 ? "One group became a tag of its members." : "\(peopledCount) groups became tags of their members.")
        }
        let emptyCount = count - peopledCount
        if emptyCount > 0 {
            remarks.append(
                emptyCount == 1
                    ? "One group names nobody, so no tag tells of it." : "\(emptyCount) groups name nobody, so no tag tells of them.")
        }
        return remarks
    }

    private static func bare(_ uid: String) -> String {
        let lower = uid.lowercased()
        return lower.hasPrefix("urn:uuid:") ? String(lower.dropFirst("urn:uuid:".count)) : lower
    }
}

/// A list among whose entries are groups of the others: tags of their members, or cards of their own.
public protocol TableOfGroups: Table {
    /// The same list with its groups as entries, which is for formats that have them; its members get no tags then.
    var withGroupsAsCards: any Table { get }
}
