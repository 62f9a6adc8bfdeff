/// Which given names are forms of one another: short forms, pet names, spellings of one name in Latin letters (`GivenNameForms`).
struct GivenNameTable {
    /// The names in the table.
    private let names: WordSet
    /// At the place of a name, the hashes of the full names it may stand for; at most four.
    private let families: [SIMD4<UInt32>]

    /// The one table there is.
    static let standard = GivenNameTable()

    private init() {
        var families: [UInt32: [UInt32]] = [:]
        for line in GivenNameForms.lines.split(separator: "\n") {
            let words = line.split(separator: " ").map { TextLetters.folded(String($0)) }
            guard let first = words.first else { continue }
            let name = ValueHash.of(first)
            for word in words {
                let hash = ValueHash.of(word)
                if families[hash]?.contains(name) != true { families[hash, default: []].append(name) }
            }
        }
        names = WordSet(families.keys)
        var places = [SIMD4<UInt32>](repeating: SIMD4(), count: names.placeCount)
        for (hash, full) in families {
            guard let own = names.place(of: hash) else { continue }
            for (place, name) in full.prefix(4).enumerated() { places[own][place] = name }
        }
        self.families = places
    }

    /// The hashes of the names a name may stand for; of a name that is not listed, its own hash.
    @inline(__always)
    func families(of hash: UInt32) -> SIMD4<UInt32> {
        families(ifListed: hash) ?? SIMD4(hash, 0, 0, 0)
    }

    /// The same, and nothing for a name that is not listed.
    @inline(__always)
    func families(ifListed hash: UInt32) -> SIMD4<UInt32>? { names.place(of: hash).map { families[$0] } }

    /// Whether a name stands in the table.
    @inline(__always)
    func isListed(_ hash: UInt32) -> Bool { names.contains(hash) }
}
