public import ContactModel

/// A value that is proposed for a person, and that is nobody's word until the owner accepts it.
public struct Suggestion: Hashable, Sendable {
    /// Whom it is proposed for.
    public var person: UniqueID
    /// The person's name, for showing.
    public var name: String
    /// The field.
    public var field: SuggestedField
    /// The value.
    public var value: String
    /// How likely the value is right today, from 0 to 1.
    public var probability: Double
    /// Whether no source has the value: it was made by a pattern.
    public var isGuess: Bool
    /// What speaks for it and against it, as sentences.
    public var evidence: [String]

    /// Makes a suggestion.
    public init(
        person: UniqueID, name: String, field: SuggestedField, value: String, probability: Double, isGuess: Bool, evidence: [String]
    ) {
        self.person = person
        self.name = name
        self.field = field
        self.value = value
        self.probability = probability
        self.isGuess = isGuess
        self.evidence = evidence
    }

    /// The same for the same value of the same person, whenever and wherever it is proposed.
    public var id: UniqueID {
        let text = "\(person)|\(field.rawValue)|\(field.key(value))"
        return UniqueID(digestHigh: StableHash.of(text), digestLow: StableHash.of(text, from: 0x6C62_272E_07BB_0142))
    }
}

/// A hash that is the same on every machine and in every run; against accidents, not against malice.
enum StableHash {
    /// The hash of a text, beginning with another hash to chain several.
    static func of(_ text: String, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 { of(text.utf8, from: start) }

    /// The hash of bytes.
    static func of(_ bytes: some Sequence<UInt8>, from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
        // FNV-1a, and the finish of MurmurHash3, for FNV alone spreads its low bits badly.
        var hash = start
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }
}
