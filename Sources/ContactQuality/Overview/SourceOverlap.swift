public import ContactModel

/// Which sources people stand in, alone and together.
///
/// At most 63 sources are told apart; people of further ones count as if these did not list them.
public struct SourceOverlap: Sendable {
    /// People who stand in exactly these sources.
    public struct Combination: Hashable, Sendable {
        /// The sources, in order of their names.
        public var sources: [String]
        /// How many people stand in all of them and in no other.
        public var people: Int
    }

    private var names: [String] = []
    private var counts: [UInt64: Int] = [:]

    /// No people.
    public init() {}

    /// Counts a person.
    public mutating func add(_ person: Person) {
        var set: UInt64 = 0
        // Whoever stands in a source without a name is told by what stands there.
        note(person.names, in: &set)
        note(person.emails, in: &set)
        note(person.phones, in: &set)
        note(person.links, in: &set)
        note(person.organizations, in: &set)
        note(person.titles, in: &set)
        if set != 0 { counts[set, default: 0] += 1 }
    }

    private mutating func note<Value>(_ values: [Held<Value>], in set: inout UInt64) {
        for held in values {
            // The owner's word comes from no source.
            for provenance in held.provenance where provenance.source != "you" { set |= bit(of: provenance.source) }
        }
    }

    private mutating func bit(of source: String) -> UInt64 {
        if let place = names.firstIndex(of: source) { return 1 << UInt64(place) }
        guard names.count < 63 else { return 0 }
        names.append(source)
        return 1 << UInt64(names.count - 1)
    }

    /// The combinations, those of most people first.
    public var combinations: [Combination] {
        counts.map { set, people in
            Combination(sources: names.indices.filter { set & (1 << UInt64($0)) != 0 }.map { names[$0] }.sorted(), people: people)
        }
        .sorted { ($1.people, $0.sources.joined(separator: "\n")) < ($0.people, $1.sources.joined(separator: "\n")) }
    }

    /// The sources with how many people stand in each, those of most people first.
    public var sources: [(name: String, people: Int)] {
        names.enumerated().map { place, name in
            (name: name, people: counts.reduce(0) { $1.key & (1 << UInt64(place)) != 0 ? $0 + $1.value : $0 })
        }
        .sorted { ($1.people, $0.name) < ($0.people, $1.name) }
    }
}

extension Person {
    /// Where the person was seen: of the names; where there is none, of what stands in for a name.
    var sightings: FlattenSequence<[[Provenance]]> {
        let all: [[Provenance]]
        if !names.isEmpty {
            all = names.map(\.provenance)
        } else {
            all = emails.map(\.provenance) + phones.map(\.provenance) + links.map(\.provenance)
        }
        return all.joined() as FlattenSequence<[[Provenance]]>
    }
}
