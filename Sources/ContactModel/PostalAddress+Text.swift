extension PostalAddress {
    /// The address in one line, from the street to the country: “5 Main St, 10115 Berlin, Germany”.
    public var line: String {
        if let full { return Self.oneLine(full) }
        let town = [postcode, locality].compactMap { $0 }.joined(separator: " ")
        return [street, box, town.isEmpty ? nil : town, region, country].compactMap { $0 }.map(Self.oneLine).joined(separator: ", ")
    }

    private var hasParts: Bool { [street, box, locality, region, postcode, country].contains { $0 != nil } }

    /// The address as one text that keeps its parts, where it has any: the value of a vCard's `ADR` (RFC 6350 §6.3.1), seven parts between semicolons
    /// (`box;;street;town;region;postcode;country`) with `\\`, `;` and line ends escaped; an address in one piece as it stands, escaped
    /// likewise.
    public var text: String {
        if let full, !hasParts { return Self.escaped(full) }
        return [box, nil, street, locality, region, postcode, country].map { Self.escaped($0 ?? "") }.joined(separator: ";")
    }

    /// Reads an address from such a text (`text`); one without six semicolons is an address in one piece.
    public init(text: String, label: String? = nil) {
        self.init(label: label)
        let parts = Self.parts(of: text)
        guard parts.count == 7 else {
            full = parts.joined(separator: ";")
            return
        }
        func part(_ place: Int) -> String? { parts[place].isEmpty ? nil : parts[place] }
        box = part(0)
        // What is not on the street's line (`Apartment 3`) stands on one of its own.
        street = part(1).map { extended in part(2).map { $0 + "\n" + extended } ?? extended } ?? part(2)
        locality = part(3)
        region = part(4)
        postcode = part(5)
        country = part(6)
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: ", ")
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing("\n", with: "\\n")
    }

    private static func parts(of text: String) -> [String] {
        var parts = [""]
        var isEscaped = false
        for character in text {
            if isEscaped {
                parts[parts.count - 1].append(character == "n" || character == "N" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == ";" {
                parts.append("")
            } else {
                parts[parts.count - 1].append(character)
            }
        }
        if isEscaped { parts[parts.count - 1].append("\\") }
        return parts
    }
}
