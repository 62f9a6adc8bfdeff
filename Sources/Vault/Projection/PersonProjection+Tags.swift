import ContactModel

extension PersonProjection {
    /// The member that has a vCard's lines of tags that say more than the tags, each as jCard has it.
    private static let tagLines = Card.extensionPrefix + "categories"

    /// Takes out the lines of tags, as a vCard wrote them, that tell of a tag the person has no more.
    static func dropLinesOfTagsTakenOff(_ person: inout Person) {
        guard !person.extra.isEmpty, let lines = person.extra[tagLines]?.arrayValue else { return }
        let tags = Set(person.tags.map(\.value))
        let kept = lines.filter { line in
            guard let value = line.arrayValue?.last?.stringValue else { return true }
            return tags.isSuperset(of: texts(ofLine: value))
        }
        guard kept.count < lines.count else { return }
        person.extra[tagLines] = kept.isEmpty ? nil : .array(kept)
    }

    /// The tags of a line's value, whose commas and line ends within a tag are escaped: as reading a vCard takes them.
    private static func texts(ofLine value: String) -> [String] {
        var texts: [String] = []
        var text = String.UnicodeScalarView()
        func end() {
            var rest = text[...]
            while let scalar = rest.first, isBlank(scalar) { rest.removeFirst() }
            while let scalar = rest.last, isBlank(scalar) { rest.removeLast() }
            if !rest.isEmpty { texts.append(String(rest)) }
            text = String.UnicodeScalarView()
        }
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if isEscaped {
                isEscaped = false
                switch scalar {
                case "n", "N": text.append("\n")
                case "0"..."9", "A"..."Z", "a"..."z":
                    text.append("\\")
                    text.append(scalar)
                default: text.append(scalar)
                }
            } else {
                switch scalar {
                case "\\": isEscaped = true
                case ",": end()
                case "\u{80}"..."\u{9F}": break
                default: text.append(scalar)
                }
            }
        }
        if isEscaped { text.append("\\") }
        end()
        return texts
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace || scalar.value < 0x20 }
}
