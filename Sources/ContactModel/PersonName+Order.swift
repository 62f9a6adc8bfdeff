/// The order a name's parts are written in: a name of East Asia says the family name first.
extension PersonName {
    /// The parts one after another, the given name first, whatever the writing: what names are compared by and keys are made of, which stays
    /// as it is. The one piece where the source has it so.
    public var givenFirst: String {
        if let full { return full }
        if prefix == nil, middle == nil, suffix == nil {
            guard let given else { return family ?? "" }
            guard let family else { return given }
            return given + " " + family
        }
        return [prefix, given, middle, family, suffix].compactMap { $0 }.joined(separator: " ")
    }

    /// Family and given name as East Asia writes them, the family name first; `nil` where either is missing or is not all in Han, kana or
    /// Hangul, and where there are further given names.
    ///
    /// Japanese names are parted by a blank, as on a visiting card; Chinese and Korean ones, most of whose family names are one character, are
    /// not.
    public var familyFirst: String? {
        guard let family, let given, middle == nil, Self.isEastAsian(family), Self.isEastAsian(given) else { return nil }
        let isHangul = family.unicodeScalars.contains { (0xAC00...0xD7AF).contains($0.value) }
        let hasKana = (family + given).unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
        let isParted = !isHangul && (hasKana || family.count > 1 && !Self.chineseFamiliesOfTwo.contains(family))
        return isParted ? family + " " + given : family + given
    }

    /// Whether a name in one piece says no more than the parts: as they are shown, or the given name first.
    public func isSaid(by whole: String) -> Bool {
        var parts = self
        parts.full = nil
        return whole == parts.display || whole == parts.givenFirst
    }

    /// The ways a name of East Asia is written without a blank, of which somebody may look for either: family name first, given name first.
    /// None for any other name.
    ///
    /// Two words in one piece may be either way round, so both are.
    public var unspaced: [String] {
        if let family, let given {
            return familyFirst == nil ? [] : [family + given, given + family]
        }
        guard given == nil, family == nil, let full, let first = full.unicodeScalars.first, first.value >= 0x3005 else { return [] }
        let words = full.split(separator: " ").map(String.init)
        guard words.count == 2, words.allSatisfy({ Self.isEastAsian($0) }) else { return [] }
        return [words[0] + words[1], words[1] + words[0]]
    }

    /// Whether a text is written in Han, kana or Hangul alone, whose names need no blank between their parts. Not a name with a middle dot,
    /// as Japan writes those of elsewhere.
    public static func isEastAsian(_ text: some StringProtocol) -> Bool {
        // Nearly every name is told by its first byte.
        guard let first = text.utf8.first, first >= 0xE3 else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0x3005...0x3007, 0x3040...0x30FA, 0x30FC...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
                true
            default: false
            }
        }
    }

    /// The Chinese family names of two characters that are in use, and are not Japanese ones too.
    private static let chineseFamiliesOfTwo: Set<String> = [
        "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "夏侯", "皇甫", "尉迟", "尉遲", "公孙", "公孫", "慕容", "令狐", "宇文", "长孙", "長孫", "司徒",
        "独孤", "獨孤", "轩辕", "軒轅", "端木", "呼延", "闻人", "聞人", "澹台", "澹臺", "濮阳", "濮陽", "申屠", "钟离", "鍾離", "淳于", "东方", "南宫",
    ]
}
