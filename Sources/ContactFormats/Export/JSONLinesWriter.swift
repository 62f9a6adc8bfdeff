public import ContactModel

/// Writes people as JSON Lines: one object a line, as ``PersonJSON`` makes them.
public struct JSONLinesWriter: PersonWriter {
    private let context: ExportContext
    private var json = JSONWriter()
    private var texts = PersonTexts()

    /// Makes a writer.
    public init(context: ExportContext = ExportContext()) {
        self.context = context
    }

    /// Writes nothing: the format has no head.
    public mutating func begin() {}

    /// Writes a person's line.
    public mutating func write(_ person: Person) {
        PersonJSON.encode(person, into: &json, context: context, &texts)
        json.endLine()
    }

    /// Writes nothing more.
    public mutating func end() {}

    /// Hands over what was written since the last time.
    public mutating func takeBytes() -> [UInt8] { json.takeBytes() }
}
