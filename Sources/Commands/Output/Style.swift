/// How text for people is set off: by colour where it is welcome, else not at all.
struct Style {
    var isColorful: Bool

    func bold(_ text: String) -> String { escape("1", text) }
    func dim(_ text: String) -> String { escape("2", text) }
    func good(_ text: String) -> String { escape("32", text) }
    func warning(_ text: String) -> String { escape("33", text) }
    func bad(_ text: String) -> String { escape("31", text) }

    private func escape(_ code: String, _ text: String) -> String {
        isColorful ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension Int64 {
    /// With thousands set off, for people: `12,345`.
    var grouped: String { Int(self).grouped }
}

extension Int {
    /// With thousands set off, for people: `12,345`.
    var grouped: String {
        let digits = String(magnitude)
        var text = ""
        for (position, digit) in digits.enumerated() {
            if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return self < 0 ? "-" + text : text
    }

    /// The number with its noun: `1 person`, `2 people`.
    func of(_ one: String, _ many: String) -> String { "\(grouped) \(self == 1 ? one : many)" }
}

extension Int64 {
    /// The number with its noun: `1 person`, `2 people`.
    func of(_ one: String, _ many: String) -> String { Int(self).of(one, many) }
}

extension String {
    /// Without characters that would move the cursor or change colours: what files say must not act on a terminal.
    var printable: String {
        guard unicodeScalars.contains(where: { $0.properties.generalCategory == .control || $0.value == 0x2028 || $0.value == 0x2029 })
        else {
            return self
        }
        var text = ""
        for scalar in unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control || scalar.value == 0x2028 || scalar.value == 0x2029
            text.unicodeScalars.append(isControl ? " " : scalar)
        }
        return text
    }

    /// How many columns of a terminal it takes: two for wide East Asian letters and emoji, none for marks.
    var columns: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.columns }
    }

    /// Cut to a number of columns, with an ellipsis where something is lost.
    func fitted(to width: Int) -> String {
        guard columns > width else { return self }
        guard width > 1 else { return width == 1 ? "…" : "" }
        var text = ""
        var used = 0
        for character in self {
            guard used + character.columns <= width - 1 else { break }
            used += character.columns
            text.append(character)
        }
        return text + "…"
    }

    /// Broken at blanks into lines of a width, the later ones set in; marks of colour take no room.
    func wrapped(to width: Int, indent: Int) -> [String] {
        guard uncoloured.columns > width else { return [self] }
        let start = prefix { $0 == " " }
        var lines: [String] = []
        var line = String(start)
        var isBare = true
        for word in dropFirst(start.count).split(separator: " ", omittingEmptySubsequences: false) {
            if !isBare, (line + " " + word).uncoloured.columns > width {
                lines.append(line)
                line = String(repeating: " ", count: Swift.min(indent, width / 2))
                isBare = true
            }
            line += isBare ? String(word) : " " + word
            isBare = false
        }
        return lines + [line]
    }

    /// Without the marks `Style` sets.
    private var uncoloured: String {
        guard utf8.contains(0x1B) else { return self }
        return split(separator: "\u{1B}", omittingEmptySubsequences: false).enumerated().map { position, part in
            position == 0 ? String(part) : String(part.drop { $0 != "m" }.dropFirst())
        }.joined()
    }

    /// Filled with blanks to a number of columns.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - columns))
    }
}

extension Character {
    /// One column, two for wide letters and emoji, none for what is only a mark.
    fileprivate var columns: Int {
        guard let first = unicodeScalars.first else { return 0 }
        if first.properties.generalCategory == .nonspacingMark || first.properties.generalCategory == .format { return 0 }
        if first.properties.isEmojiPresentation { return 2 }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xAC00...0xD7A3,
            0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
