import Actions
import ContactFormats
public import ContactModel
public import Vault

/// Everything a vault tells of people and changes, as texts that are equal where two vaults tell the same.
///
/// The ids of snapshots differ from vault to vault; here a snapshot is called by its day, list and content.
public struct VaultPortrait: Equatable, Sendable {
    /// One line of JSON a person, sorted; acquaintances too.
    public var people: [String] = []
    /// One line a change, sorted.
    public var changes: [String] = []
    /// How many people there are of each standing.
    public var counts: [Person.Standing: Int64]

    /// Looks at a vault.
    public init(of vault: Vault) throws {
        var names: [String: String] = [:]
        for snapshot in try vault.snapshots() {
            names[snapshot.id.description] = "\(snapshot.exportedOn) \(snapshot.source) \(snapshot.list) \(snapshot.sha256.prefix(12))"
        }
        var bytes: [UInt8] = []
        let everybody = try PeopleFilter([], includesAcquaintances: true)
        try ExportContacts(format: .jsonl, filter: everybody).run(in: vault) { bytes += $0 }
        people = String(decoding: bytes, as: UTF8.self).split(separator: "\n" as Character).map { Self.renamed(String($0), names) }.sorted()
        var changes: [String] = []
        try vault.forEachChange(since: nil) { change in
            changes.append(
                "\(change.on) \(change.kind.rawValue) \(change.person) \(change.name) \(change.field) "
                    + "\(change.from ?? "-") > \(change.to ?? "-") \(change.source)"
            )
        }
        self.changes = changes.sorted()
        counts = try vault.peopleByStanding()
    }

    /// Puts names for the ids of snapshots.
    private static func renamed(_ line: String, _ names: [String: String]) -> String {
        let mark = "\"snapshot\":\""
        var parts = line.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
        for place in parts.indices.dropFirst() {
            let id = String(parts[place].prefix(36))
            parts[place] = (names[id] ?? "nowhere") + parts[place].dropFirst(36)
        }
        return parts.joined(separator: mark)
    }

    /// What stands in one portrait and not in the other, for the words of a failure; at most ten lines;
    /// empty where they are equal.
    public func difference(from other: VaultPortrait) -> String {
        func lines(_ sign: String, _ some: [String], _ others: [String]) -> [String] {
            let others = Set(others)
            return some.filter { !others.contains($0) }.map { sign + " " + $0 }
        }
        guard self != other else { return "" }
        let all =
            (counts == other.counts ? [] : ["\(counts), not \(other.counts)"]) + lines("+", changes, other.changes)
            + lines("-", other.changes, changes) + lines("+", people, other.people)
            + lines("-", other.people, people)
        return all.isEmpty ? "the same lines, not as often" : all.prefix(10).joined(separator: "\n")
    }
}
