public import ContactModel

/// Somebody else in the vault who is probably, and not surely, the same human being as a person: what they have may be the person's too.
public struct LikelyTwin: Sendable {
    /// The other.
    public var person: Person
    /// The probability that the two are one.
    public var probability: Double

    /// Notes a likely twin.
    public init(_ person: Person, probability: Double) {
        self.person = person
        self.probability = probability
    }

    /// Why, as a sentence.
    var sentence: String {
        let sources = NamesakeIndex.sources(of: person).sorted().map { "“\($0)”" }.joined(separator: " and ")
        let place = sources.isEmpty ? "" : " in \(sources)"
        return "\(person.displayName)\(place) has it, and is the same person with \(Int((probability * 100).rounded())) % "
            + "(id \(person.id.description.prefix(8)))."
    }
}
