internal import Foundation

/// Cyrillic, Greek, kana and Hangul in Latin letters, as companies write their names in domains; for comparing, never for showing.
enum Transliteration {
    /// A folded word in Latin letters, normalised; letters of other scripts stay as they are.
    static func latin(_ text: String) -> String {
        var letters: [UInt8] = []
        letters.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0..<0x80: letters.append(UInt8(truncatingIfNeeded: scalar.value))
            case 0x300...0x36F, 0x27, 0x2B9, 0x2BC: continue
            case 0x3C5, 0x3CD:
                // Greek "ου" is "ou", "αυ" and "ευ" are "av" and "ev"; elsewhere it is "y".
                switch letters.last {
                case 0x6F: letters.append(0x75)
                case 0x61, 0x65: letters.append(0x76)
                default: letters.append(0x79)
                }
            case 0x30FC, 0x3063, 0x30C3:
                // A long vowel, or a doubled consonant that follows: neither is written in most romanised names.
                continue
            default:
                if let latin = table[scalar] {
                    // Small ya, yu, yo take the vowel of the syllable before: "shi" and "yo" are "sho".
                    if smallKana.contains(scalar.value), letters.last == 0x69 {
                        letters.removeLast()
                        let isHushed = letters.last == 0x68 || letters.last == 0x6A
                        letters.append(contentsOf: isHushed ? latin.utf8.dropFirst() : latin.utf8[...])
                    } else if smallVowels.contains(scalar.value), let last = letters.last, [0x61, 0x65, 0x69, 0x6F, 0x75].contains(last) {
                        letters.removeLast()
                        letters.append(contentsOf: latin.utf8)
                    } else {
                        letters.append(contentsOf: latin.utf8)
                    }
                } else if let syllable = hangul(scalar) {
                    letters.append(contentsOf: syllable.utf8)
                } else {
                    letters.append(contentsOf: String(scalar).utf8)
                }
            }
        }
        return String(decoding: normalized(letters), as: UTF8.self)
    }

    /// Spellings of one sound in a word made one: `ae oe ue` inside it as `a o u`, `x` as `ks`. At its end `ue` stays: "Blue" is not "Blu".
    static func normalized(_ word: some Collection<UInt8>) -> [UInt8] {
        let letters = Array(word)
        var result: [UInt8] = []
        result.reserveCapacity(letters.count + 2)
        for (index, letter) in letters.enumerated() {
            if letter == 0x65, index > 0, index + 1 < letters.count,
                letters[index - 1] == 0x61 || letters[index - 1] == 0x6F || letters[index - 1] == 0x75,
                index < 2 || letters[index - 2] != 0x71
            {
                continue
            }
            if letter == 0x78 { result.append(0x6B) }
            result.append(letter == 0x78 ? 0x73 : letter)
        }
        return result
    }

    /// A text of scripts without a table here (Chinese, Arabic, Hebrew, Thai, the scripts of India and the Caucasus) in Latin letters, cut
    /// where blanks stand: Chinese in syllables of pinyin, others in words. Empty where nothing is to be done, or ICU can't.
    static func romanized(_ text: String) -> [[UInt8]] {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x530 && !(0x3040...0x30FF).contains($0.value) && $0.value < 0xAC00 }),
            let latin = withCommonReadings(text).applyingTransform(.toLatin, reverse: false)?.applyingTransform(
                .stripDiacritics, reverse: false)
        else { return [] }
        // Hamza and ayin are signs of their own there, and begin with a vowel where a word begins with them; a zero-width joiner parts none.
        let spelled = latin.lowercased().unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
            switch scalar.value {
            case 0x2BE, 0x2BF: "a"
            case 0x200C, 0x200D: nil
            default: scalar
            }
        }
        return String(String.UnicodeScalarView(spelled)).split { !$0.isASCII || !$0.isLetter }.map { Array($0.utf8) }
    }

    /// Ideographs that names of companies and towns read otherwise than ICU does, as others of the same sound: 长安 is "Chang'an", 银行 ends
    /// in "hang".
    private static func withCommonReadings(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0 == "长" || $0 == "長" || $0 == "重" || $0 == "行" }) else { return text }
        return text.replacingOccurrences(of: "长", with: "常").replacingOccurrences(of: "長", with: "常")
            .replacingOccurrences(of: "重庆", with: "崇庆").replacingOccurrences(of: "重慶", with: "崇慶")
            .replacingOccurrences(of: "银行", with: "银航").replacingOccurrences(of: "銀行", with: "銀航")
    }

    /// The consonants of a Latin word, those made one that languages write or hear alike: `l` and `r`, `v` and `b`, `m` and `n`, `f`, `ph`
    /// and `h`, `c`, `k` and `q`, `ts`, `tz` and `z`. Doubled ones count once; vowels, `y`, `w`, `j` and an `h` behind another consonant
    /// are left out.
    static func consonants(_ word: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        func next(_ offset: Int) -> UInt8? { index + offset < word.count ? word[index + offset] : nil }
        while index < word.count {
            var sound: UInt8?
            switch word[index] {
            case UInt8(ascii: "l"), UInt8(ascii: "r"): sound = UInt8(ascii: "l")
            case UInt8(ascii: "v"), UInt8(ascii: "b"): sound = UInt8(ascii: "b")
            case UInt8(ascii: "f"): sound = UInt8(ascii: "h")
            case UInt8(ascii: "h"):
                // "kh", "sh", "ch", "zh", "th", "dh" are one sound with what stands before; "ph" is "f".
                if index == 0 || isVowel(word[index - 1]) { sound = UInt8(ascii: "h") }
            case UInt8(ascii: "p"): sound = next(1) == UInt8(ascii: "h") ? UInt8(ascii: "h") : UInt8(ascii: "p")
            case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "q"): sound = UInt8(ascii: "k")
            case UInt8(ascii: "t"):
                let isHissed = next(1) == UInt8(ascii: "s") || next(1) == UInt8(ascii: "z")
                if isHissed { index += 1 }
                sound = isHissed ? UInt8(ascii: "z") : UInt8(ascii: "t")
            case UInt8(ascii: "n"), UInt8(ascii: "m"): sound = UInt8(ascii: "n")
            case let letter where isVowel(letter) || letter == UInt8(ascii: "j") || letter == UInt8(ascii: "w"): break
            case let letter: sound = letter
            }
            if let sound, result.last != sound { result.append(sound) }
            index += 1
        }
        return result
    }

    /// Whether a letter is a vowel, or `y`.
    static func isVowel(_ letter: UInt8?) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }

    /// Revised Romanization of a Hangul syllable, without assimilation between syllables.
    private static func hangul(_ scalar: Unicode.Scalar) -> String? {
        guard (0xAC00...0xD7A3).contains(scalar.value) else { return nil }
        let index = Int(scalar.value - 0xAC00)
        return initials[index / 588] + vowels[index % 588 / 28] + finals[index % 28]
    }

    private static let initials = ["g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"]
    private static let vowels = [
        "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i",
    ]
    private static let finals = [
        "", "k", "k", "k", "n", "n", "n", "t", "l", "l", "l", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t",
        "p", "t",
    ]
    private static let smallKana: Set<UInt32> = [0x3083, 0x3085, 0x3087, 0x30E3, 0x30E5, 0x30E7]
    private static let smallVowels: Set<UInt32> = [0x3041, 0x3043, 0x3045, 0x3047, 0x3049, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9]

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        func add(_ letters: String, _ latin: String) {
            for (scalar, text) in zip(letters.unicodeScalars, latin.split(separator: " ", omittingEmptySubsequences: false)) {
                table[scalar] = text == "-" ? "" : String(text)
            }
        }
        add(
            "абвгдезийклмнопрстуфхцчшщъыьэюяжёіїєґўђјљњћџ",
            "a b v g d e z i i k l m n o p r s t u f kh ts ch sh shch - y - e yu ya zh e i i e g u dj j lj nj c dz")
        add("άέήίόύώϊϋΐΰ", "a e i i o y o i y i y")
        add("αβγδεζηθικλμνξοπρσςτυφχψω", "a v g d e z i th i k l m n ks o p r s s t y f ch ps o")
        let rows = [
            "アイウエオ": "a i u e o", "カキクケコ": "ka ki ku ke ko", "サシスセソ": "sa shi su se so", "タチツテト": "ta chi tsu te to",
            "ナニヌネノ": "na ni nu ne no", "ハヒフヘホ": "ha hi fu he ho", "マミムメモ": "ma mi mu me mo", "ヤユヨ": "ya yu yo",
            "ラリルレロ": "ra ri ru re ro", "ワヲンヴ": "wa o n vu", "ガギグゲゴ": "ga gi gu ge go", "ザジズゼゾ": "za ji zu ze zo",
            "ダヂヅデド": "da ji zu de do", "バビブベボ": "ba bi bu be bo", "パピプペポ": "pa pi pu pe po", "ァィゥェォ": "a i u e o", "ャュョ": "ya yu yo",
        ]
        for (kana, latin) in rows {
            add(kana, latin)
            // Hiragana stands 96 places before katakana.
            for (scalar, text) in zip(kana.unicodeScalars, latin.split(separator: " ")) {
                if let hiragana = Unicode.Scalar(scalar.value - 0x60) { table[hiragana] = String(text) }
            }
        }
        return table
    }()
}
