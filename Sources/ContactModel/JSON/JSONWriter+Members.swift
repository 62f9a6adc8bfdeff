/// Members with their values in one call, for what is written once and not a million times: reports, steps, answers.
extension JSONWriter {
    /// Writes a member whose value is a string, or `null` where there is none.
    public mutating func member(_ name: String, _ text: String?) {
        self.name(name)
        string(text)
    }

    /// Writes a member whose value is a whole number, or `null` where there is none.
    public mutating func member(_ name: String, _ number: (some BinaryInteger)?) {
        self.name(name)
        if let number { integer(Int64(clamping: number)) } else { null() }
    }

    /// Writes a member whose value is a number; `null` for what JSON has no number for.
    public mutating func member(_ name: String, _ number: Double) {
        self.name(name)
        self.number(number)
    }

    /// Writes a member whose value is `true` or `false`.
    public mutating func member(_ name: String, _ flag: Bool) {
        self.name(name)
        bool(flag)
    }

    /// Writes a member whose value is an id as a string, or `null` where there is none.
    public mutating func member(_ name: String, _ id: UniqueID?) {
        self.name(name)
        self.id(id)
    }

    /// Writes a member whose value is a day as a string, `"2026-02-08"`, or `null` where there is none.
    public mutating func member(_ name: String, _ date: CalendarDate?) {
        self.name(name)
        self.date(date)
    }

    /// Writes a member whose value is an array of strings.
    public mutating func member(_ name: String, strings: some Sequence<String>) {
        member(name, elements: strings) { $0.string($1) }
    }

    /// Writes a member whose value is an array of objects; `write` writes the members of one.
    public mutating func member<Elements: Sequence>(
        _ name: String, objects: Elements, write: (inout JSONWriter, Elements.Element) throws -> Void
    ) rethrows {
        try member(name, elements: objects) { json, element in
            json.beginObject()
            try write(&json, element)
            json.endObject()
        }
    }

    /// Writes a member whose value is an array; `write` writes one value for each element.
    public mutating func member<Elements: Sequence>(
        _ name: String, elements: Elements, write: (inout JSONWriter, Elements.Element) throws -> Void
    ) rethrows {
        self.name(name)
        beginArray()
        for element in elements { try write(&self, element) }
        endArray()
    }
}
