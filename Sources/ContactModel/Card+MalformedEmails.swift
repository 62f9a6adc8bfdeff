extension Card {
    /// The property that holds what a source gives as e-mail addresses and is none (`ada@@example.com`, `n/a`), as it stands there.
    ///
    /// It is no value of `emails`: nobody is told from others by it, and nothing is written to it.
    public static let malformedEmails = extensionPrefix + "malformedEmails"

    /// What a source gives as e-mail addresses and is none.
    public var malformedEmails: [String] {
        get { Self.texts(extra[Self.malformedEmails]) }
        set { extra[Self.malformedEmails] = newValue.isEmpty ? nil : .array(newValue.map { .string($0) }) }
    }

    fileprivate static func texts(_ value: JSONValue?) -> [String] { value?.arrayValue?.compactMap(\.stringValue) ?? [] }
}

extension Person {
    /// What sources give as e-mail addresses and is none.
    public var malformedEmails: [String] { Card.texts(extra[Card.malformedEmails]) }
}
