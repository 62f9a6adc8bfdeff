public import ContactModel

/// Writes people and cards as JSContact (RFC 9553): one JSON array of Cards.
///
/// Everything a card says is written, so nothing is lost; who says so and since when is not part of the format. Labels that mean a
/// context or a phone's feature are written as those; of a person former employers and titles are left out, as in vCards.
public struct JSContactWriter: PersonWriter {
    private var json = JSONWriter()
    private var bytes: [UInt8] = []
    private var hasCards = false

    /// Makes a writer.
    public init() {}

    /// Begins the array.
    public mutating func begin() { bytes.append(UInt8(ascii: "[")) }

    /// Writes a person as a Card.
    public mutating func write(_ person: Person) { write(Card(of: person, isPresentOnly: true)) }

    /// Writes a Card.
    public mutating func write(_ card: Card) {
        bytes.append(contentsOf: hasCards ? [UInt8(ascii: ","), 0x0A] : [0x0A])
        hasCards = true
        let uid = card.extra["uid"]?.stringValue ?? "urn:uuid:" + Person(card).id.description
        JSContact.encode(JSContactMeaning.explained(card), into: &json, completeWith: uid)
        bytes.append(contentsOf: json.takeBytes())
    }

    /// Ends the array.
    public mutating func end() { bytes.append(contentsOf: hasCards ? [0x0A, UInt8(ascii: "]"), 0x0A] : [UInt8(ascii: "]"), 0x0A]) }

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] {
        var taken: [UInt8] = []
        swap(&taken, &bytes)
        return taken
    }
}
