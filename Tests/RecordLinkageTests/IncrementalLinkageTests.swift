import Foundation
import RecordLinkage
import Testing

/// A store in memory, as a vault's tables would be.
private struct MemoryStore: LinkageStore {
    private var kept: [Int64: (features: [UInt8], keys: [(key: UInt64, isPassive: Bool)])] = [:]
    private var index: [UInt64: [Int64: Bool]] = [:]
    private var weights: [Int64: [Int64: Float]] = [:]
    var joined: Set<[Int64]> = []
    var apart: Set<[Int64]> = []

    func recordCount() -> Int { kept.count }
    func count(of key: UInt64) -> Int { index[key]?.count ?? 0 }
    func records(with key: UInt64) -> [(record: Int64, isPassive: Bool)] { (index[key] ?? [:]).map { ($0.key, $0.value) } }
    func allRecords() -> [Int64] { Array(kept.keys) }
    func features(of record: Int64) -> [UInt8] { kept[record]?.features ?? [] }
    func pairs(of record: Int64) -> [(other: Int64, weight: Float)] { (weights[record] ?? [:]).map { ($0.key, $0.value) } }

    func words(of record: Int64) -> (joined: [Int64], apart: [Int64]) {
        func others(_ words: Set<[Int64]>) -> [Int64] {
            words.filter { $0.contains(record) && $0.allSatisfy { kept[$0] != nil } }.compactMap { $0.first { $0 != record } }
        }
        return (others(joined), others(apart))
    }

    mutating func put(_ record: Int64, features: [UInt8], keys: [(key: UInt64, isPassive: Bool)]) {
        kept[record] = (features, keys)
        for key in keys { index[key.key, default: [:]][record] = key.isPassive }
    }

    mutating func drop(_ record: Int64) {
        for key in kept[record]?.keys ?? [] { index[key.key]?[record] = nil }
        kept[record] = nil
    }

    mutating func dropPairs(of record: Int64) {
        for other in (weights[record] ?? [:]).keys { weights[other]?[record] = nil }
        weights[record] = nil
    }

    mutating func keepPair(_ first: Int64, _ second: Int64, weight: Float) {
        weights[first, default: [:]][second] = weight
        weights[second, default: [:]][first] = weight
    }
}

@Suite("Linking piece by piece")
struct IncrementalLinkageTests {
    /// The people a full run gives.
    private static func fullRun(_ records: [Int64: LinkageRecord], _ store: MemoryStore, _ model: LinkageModel) -> [LinkageGraph.Person] {
        // In any order: here the reverse of the numbers'.
        let ids = records.keys.sorted(by: >)
        var table = FeatureTable()
        for id in ids { if let record = records[id] { table.append(record) } }
        table.countFrequencies()
        var graph = LinkageGraph()
        for (place, id) in ids.enumerated() {
            graph.add(record: id, order: table.order(of: place), exclusiveIdentity: table.exclusiveIdentity(of: place))
        }
        for pair in Linker(table, model: model).pairs() {
            graph.add(pair: ids[Int(pair.first)], ids[Int(pair.second)], weight: pair.weight)
        }
        for word in store.joined { graph.join(word[0], word[1]) }
        for word in store.apart { graph.keepApart(word[0], word[1]) }
        return graph.people()
    }

    /// How many sequences are tried: 60, or as many as `HOLDFAST_SEQUENCES` says.
    private static let sequenceCount = ProcessInfo.processInfo.environment["HOLDFAST_SEQUENCES"].flatMap(UInt64.init) ?? 60

    @Test("Random sequences of records that come, go and are spoken of give the people of a full run", arguments: 0..<sequenceCount)
    func sequences(seed: UInt64) throws {
        var random = Dice(seed: seed)
        let linkage = IncrementalLinkage(model: .standard())
        var store = MemoryStore()
        var records: [Int64: LinkageRecord] = [:]
        var people: [Int64: LinkageGraph.Person] = [:]
        var next: Int64 = 1
        for _ in 0..<20 {
            var affected: Set<Int64> = []
            switch random.below(10) {
            case 0...5:
                var added: [(id: Int64, record: LinkageRecord)] = []
                for _ in 0...random.below(8) {
                    added.append((next, Invented.record(&random)))
                    next += 1
                }
                for item in added { records[item.id] = item.record }
                affected = try linkage.update(&store, adding: added)
            case 6...7:
                let removed = records.keys.sorted().filter { _ in random.below(6) == 0 }
                for id in removed {
                    records[id] = nil
                    affected.formUnion(people.removeValue(forKey: id)?.records ?? [])
                }
                affected.formUnion(try linkage.update(&store, removing: removed))
                affected.subtract(removed)
            case 8:
                guard let pair = random.pair(of: records.keys.sorted()) else { continue }
                if store.joined.remove(pair) == nil { store.joined.insert(pair) }
                affected = Set(pair)
            default:
                guard let pair = random.pair(of: records.keys.sorted()) else { continue }
                if store.apart.remove(pair) == nil { store.apart.insert(pair) }
                affected = Set(pair)
            }
            store.joined = store.joined.filter { $0.allSatisfy { records[$0] != nil } }
            store.apart = store.apart.filter { $0.allSatisfy { records[$0] != nil } }
            for person in try linkage.people(around: affected, in: store) { for record in person.records { people[record] = person } }
            let full = Self.fullRun(records, store, linkage.model)
            let piecewise = Set(people.values)
            #expect(piecewise.symmetricDifference(full) == [])
            guard piecewise == Set(full) else { return }
        }
    }
}

/// Chance that is the same every time.
struct Dice {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    mutating func one<Element>(of elements: [Element]) -> Element? { elements.isEmpty ? nil : elements[below(elements.count)] }

    mutating func pair(of ids: [Int64]) -> [Int64]? {
        guard let one = one(of: ids), let other = one == ids.last ? ids.first : ids.last, one != other else { return nil }
        return [min(one, other), max(one, other)]
    }
}

/// Invented people of whom there are few, so that records meet.
enum Invented {
    static func record(_ random: inout Dice) -> LinkageRecord {
        let given = ["Anna", "Robert", "Bob", "Jürgen", "Juergen", "Ana María", "A.", "Kasia", "Katarzyna", ""]
        let family = ["Examplestone", "Müsterström", "Muesterstroem", "Przykładska", "de la Muestra", "Examplestone-Beispiel", "M.", ""]
        let company = ["Example Works GmbH", "Example Works", "Beispiel AG", "EW", ""]
        let host = ["example.com", "example-works.example", "beispiel.example"]
        var fields: [LinkageField] = []
        let (first, last) = (random.one(of: given) ?? "", random.one(of: family) ?? "")
        fields.append(LinkageField(.givenName, first))
        fields.append(LinkageField(.familyName, last))
        if random.below(2) == 0 {
            let local = random.below(2) == 0 ? "anna.examplestone" : "b.examplestone\(random.below(3))"
            fields.append(LinkageField(.email, "\(local)@\(random.one(of: host) ?? "example.com")"))
        }
        if random.below(2) == 0 { fields.append(LinkageField(.organization, random.one(of: company) ?? "")) }
        if random.below(3) == 0 { fields.append(LinkageField(.phone, "+49 30 555 010\(random.below(4))")) }
        if random.below(3) == 0 { fields.append(LinkageField(.profile, "https://www.linkedin.com/in/example-\(random.below(6))")) }
        return LinkageRecord(fields.filter { !$0.text.isEmpty })
    }
}
