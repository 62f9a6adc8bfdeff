/// Japanese and Korean names by how they are read, and by what their last word says they are.
extension CompanyDomainFit {
    /// How a name in Japanese or Korean letters fits a label; `nil` for other scripts and where its reading is not known.
    static func eastAsian(_ name: String, _ letters: [UInt8]) -> CompanyDomainFit? {
        guard letters.count >= 3 else { return nil }
        if name.unicodeScalars.contains(where: isHangul) { return korean(name, letters) }
        return name.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) } ? japanese(name, letters) : nil
    }

    /// 講談社 is `kodansha`, 横浜銀行 `yokohamabank`, 三菱ケミカル `mitsubishichem`.
    private static func japanese(_ name: String, _ letters: [UInt8]) -> CompanyDomainFit? {
        guard let (head, rest) = EastAsianReadings.japanese(name) else { return nil }
        guard !rest.isEmpty else { return letters == head ? .exactName : nil }
        let behind = letters.dropFirst(head.count)
        if letters.starts(with: head), let trade = EastAsianReadings.trade(rest), trade.contains(where: { behind.elementsEqual($0) }) {
            return .exactName
        }
        // A town's name alone is that of many companies there.
        guard !GenericWords.towns.contains(head[...]), !GenericWords.tellsNothing(head[...]), head.count >= 4 else { return nil }
        if letters == head { return .nameBeginsWithLabel }
        return letters.starts(with: head) && head.count >= 5 ? .labelBeginsWithWord : nil
    }

    /// 조선일보 is `chosun`, 삼성화재 `samsungfire`: as it is heard, without the word for the trade.
    private static func korean(_ name: String, _ letters: [UInt8]) -> CompanyDomainFit? {
        let head = EastAsianReadings.withoutKoreanTrade(name)
        guard head.unicodeScalars.count >= 2, head.unicodeScalars.allSatisfy(isHangul) else { return nil }
        let (word, label) = (heardKorean(Array(Transliteration.latin(head).utf8)), heardKorean(letters))
        guard word.count >= 4 else { return nil }
        if word == label { return head.unicodeScalars.count == name.unicodeScalars.count ? .exactName : .nameBeginsWithLabel }
        return word.count >= 6 && label.starts(with: word) ? .labelBeginsWithWord : nil
    }

    private static func isHangul(_ scalar: Unicode.Scalar) -> Bool { (0xAC00...0xD7A3).contains(scalar.value) }

    /// A Korean word in Latin letters as it is heard, whichever romanisation it is written in: `chosun` and `joseon` are one.
    private static func heardKorean(_ word: [UInt8]) -> [UInt8] {
        var heard: [UInt8] = []
        var index = 0
        func next(_ offset: Int) -> UInt8? { index + offset < word.count ? word[index + offset] : nil }
        while index < word.count {
            let letter = word[index]
            var sound: UInt8? = letter
            switch (letter, next(1)) {
            case (UInt8(ascii: "c"), UInt8(ascii: "h")): (sound, index) = (UInt8(ascii: "j"), index + 1)
            case (UInt8(ascii: "s"), UInt8(ascii: "h")): (sound, index) = (UInt8(ascii: "s"), index + 1)
            // "eo", "oo", "eu", "ou" and "u" are written for two sounds that are near.
            case (UInt8(ascii: "e"), UInt8(ascii: "o")), (UInt8(ascii: "o"), UInt8(ascii: "o")), (UInt8(ascii: "e"), UInt8(ascii: "u")),
                (UInt8(ascii: "o"), UInt8(ascii: "u")):
                (sound, index) = (UInt8(ascii: "u"), index + 1)
            case (UInt8(ascii: "k"), _), (UInt8(ascii: "q"), _): sound = UInt8(ascii: "g")
            case (UInt8(ascii: "t"), _): sound = UInt8(ascii: "d")
            case (UInt8(ascii: "p"), _), (UInt8(ascii: "v"), _): sound = UInt8(ascii: "b")
            case (UInt8(ascii: "r"), _): sound = UInt8(ascii: "l")
            default: break
            }
            if let sound, heard.last != sound { heard.append(sound) }
            index += 1
        }
        return heard
    }
}
