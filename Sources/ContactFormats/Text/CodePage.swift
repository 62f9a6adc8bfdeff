/// Tells the code page of a text whose bytes are no UTF-8 by its letters: which languages would have them all.
///
/// Windows-1252 is what remains: it takes several letters that only another page makes words of. Scripts are told first: East Asia's by
/// their pairs of bytes (``EastAsianText``), Thai by where its signs stand, Hebrew, Arabic, Cyrillic and Greek by whole words of bytes beyond
/// ASCII, which in Latin are single letters. Between the last four, and between the languages of one script, counts what letters they have
/// (no frequencies of words are needed, and names have none).
enum CodePage {
    /// Words are looked at until so many bytes beyond ASCII were seen; pairs of bytes, and Thai's signs, in so many from the first of them on.
    private static let mostBytes = 20_000
    /// Fewer letters prove nothing.
    private static let fewestLetters = 3
    private static let fewestOfScript = 6

    /// The page the letters of a text tell of; `nil` where that is none of these, or the text is UTF-8.
    static func told(by text: ArraySlice<UInt8>) -> TextEncoding? {
        // A file that is UTF-8 but for a few broken cells stays so.
        guard !isMostlyUTF8(text.span) else { return nil }
        var letters = Letters()
        letters.count(text)
        guard letters.total >= fewestLetters else { return told(byHeaderOf: text) }
        // Letters may stand late, and what is before them tells nothing.
        let telling = text.drop { $0 < 0x80 }.prefix(mostBytes)
        if let encoding = EastAsianText.told(by: telling) { return encoding }
        if isThai(telling) { return .windows874 }
        let isOfAnotherScript = letters.inWholeWords >= fewestOfScript && letters.inWholeWords * 10 > letters.total * 7
        return isOfAnotherScript ? script(of: letters) : latin(letters) ?? told(byHeaderOf: text)
    }

    // MARK: Headers

    /// Words headers of tables have in languages of a page, as Windows-1252 shows them: few names have few letters that tell.
    private static let headerWords: [(encoding: TextEncoding, words: Set<String>)] = [
        (
            .windows1250,
            [
                "vezetéknév", "keresztnév", "név", "cég", "cégnév", "beosztás", "munkahely", "telefonszám", "nazwisko", "stanowisko",
                "prezime", "ime", "priimek", "podjetje", "tvrtka", "meno", "priezvisko",
            ]
        ),
        (
            .windows1254,
            ["ad", "adý", "soyad", "soyadý", "görev", "görevi", "unvan", "ünvan", "þirket", "eposta", "posta", "telefonu", "cep"]
        ),
    ]

    /// The page of the language that two words of the first line are of; `nil` where they are not.
    private static func told(byHeaderOf text: ArraySlice<UInt8>) -> TextEncoding? {
        let line = text.prefix(1024).prefix { $0 != 0x0A && $0 != 0x0D }
        let words = Set(line.split { !isOfWord($0) }.map { TextEncoding.utf8.textOfMixedBytes(Array($0)).lowercased() })
        return headerWords.first { $0.words.intersection(words).count >= 2 }?.encoding
    }

    /// Whether half of the bytes beyond ASCII, or more, belong to valid sequences.
    private static func isMostlyUTF8(_ bytes: Span<UInt8>) -> Bool {
        var (high, ofSequences, index) = (0, 0, 0)
        while index < bytes.count, high < mostBytes {
            if bytes[index] < 0x80 {
                index = bytes.endOfASCII(from: index + 1)
                continue
            }
            let length = UTF8Census.sequenceLength(at: index, in: bytes)
            high += max(1, length)
            ofSequences += length
            index += max(1, length)
        }
        return high <= 2 * ofSequences
    }

    // MARK: Counting

    /// The bytes beyond ASCII that stand in words.
    private struct Letters {
        /// How often each byte is.
        var counts = [Int](repeating: 0, count: 256)
        var total = 0
        /// How many of them stand in words of such bytes alone, three and more.
        var inWholeWords = 0
        /// How many words have their first letter in one half of the script's places and the others in the other half, as a capital and small
        /// letters stand: capitals first in Windows' pages, small letters first in KOI8.
        var withCapital = (first: 0, last: 0)
        /// How many of 0xDC to 0xDF stand behind a small letter: accented vowels in Greek, capitals in Cyrillic.
        var accentsInside = 0

        mutating func count(_ text: ArraySlice<UInt8>) {
            let bytes = Array(text)
            var start = 0
            while start < bytes.count, total < CodePage.mostBytes {
                guard CodePage.isOfWord(bytes[start]) else {
                    start += 1
                    continue
                }
                var end = start
                while end < bytes.count, CodePage.isOfWord(bytes[end]) { end += 1 }
                count(word: bytes[start..<end])
                start = end
            }
        }

        private mutating func count(word: ArraySlice<UInt8>) {
            let high = word.count { $0 >= 0x80 }
            guard high > 0, word.count > 1 else { return }
            total += high
            // No Greek and hardly a Cyrillic letter lies below 0xA0; three of Persian do, where Latin pages have nothing.
            if high == word.count, high >= 3, word.allSatisfy({ $0 > 0xA0 || [0x81, 0x8D, 0x90].contains($0) }) { inWholeWords += high }
            if high == word.count, let first = word.first {
                let rest = word.dropFirst()
                if (0xC0...0xDF).contains(first), rest.allSatisfy({ $0 >= 0xE0 }) { withCapital.first += 1 }
                if first >= 0xE0, rest.allSatisfy({ (0xC0...0xDF).contains($0) }) { withCapital.last += 1 }
            }
            var before: UInt8 = 0
            for byte in word {
                if byte >= 0x80 { counts[Int(byte)] += 1 }
                if (0xDC...0xDF).contains(byte), before >= 0xE0 { accentsInside += 1 }
                before = byte
            }
        }
    }

    /// Whether a byte can stand in a word: letters of ASCII, and what is not punctuation in all these pages.
    private static func isOfWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0x82, 0x84...0x87, 0x89, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xA4, 0xA6, 0xA7, 0xA9, 0xAB...0xAE, 0xB0, 0xB1, 0xB5...0xB7,
            0xBB:
            false
        default: byte >= 0x80
        }
    }

    // MARK: Scripts

    /// Russian's letters from U+0430 on, and Greek's from U+03B0 on, in so many of a thousand (rounded; of running text).
    private static let russian = [
        80, 16, 45, 17, 30, 84, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28, 47, 55, 63, 26, 3, 10, 5, 14, 7, 4, 1, 19, 17, 3, 6, 20,
    ]
    private static let greekLetters = [
        1, 87, 7, 17, 17, 65, 4, 35, 12, 67, 40, 28, 33, 57, 5, 82, 40, 42, 39, 46, 78, 36, 8, 12, 2, 14, 1, 1, 18, 10, 9, 1,
    ]

    /// Hebrew's 27 letters; it has no capitals, which Cyrillic has where names are.
    private static let hebrew = 0xE0...0xFA
    /// Arabic's letters, its long vowels and tanwin; French letters lie between them, as vowels of Cyrillic and Greek do.
    private static let arabic = Set([
        0x81, 0x8D, 0x8E, 0x90, 0x98, 0x9A, 0x9F, 0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xEC, 0xED, 0xF0, 0xF1, 0xF2, 0xF3, 0xF5, 0xF6, 0xF8, 0xFA,
    ]).union(0xC0...0xD6).union(0xD8...0xDF)
    /// Alef, without which no Arabic text is.
    private static let alef = 0xC7

    private static func script(of letters: Letters) -> TextEncoding {
        let all = letters.counts[0x80...].reduce(0, +)
        func count(_ bytes: some Sequence<Int>) -> Int { bytes.reduce(0) { $0 + letters.counts[$1] } }
        if count(hebrew) * 100 >= all * 99 { return .windows1255 }
        if count(arabic) * 100 >= all * 97, letters.counts[alef] * 16 >= all { return .windows1256 }
        var (russian, greek) = (0, 0)
        for place in 0..<32 {
            // Names are written in either case: capitals stand 32 places before.
            let count = letters.counts[0xE0 + place] + letters.counts[0xC0 + place]
            russian += count * Self.russian[place]
            greek += count * greekLetters[place]
        }
        // The letters of KOI8 lie in the order of Latin ones, small before capitals: by the same frequencies, read in its own way.
        let inKOI8 = (0xC0...0xFF).reduce(0) { sum, byte in
            let place = Character(koi8[byte - 0x80]).lowercased().unicodeScalars.first.map { Int($0.value) - 0x430 } ?? -1
            return Self.russian.indices.contains(place) ? sum + letters.counts[byte] * Self.russian[place] : sum
        }
        let haveSmallFirst = letters.withCapital.last > 2 * letters.withCapital.first
        if inKOI8 * (haveSmallFirst ? 10 : 8) > max(russian, greek) * 10 { return .koi8 }
        let small = letters.counts[0xE0...].reduce(0, +)
        if letters.accentsInside * 20 > small { return .windows1253 }
        return greek > russian ? .windows1253 : .windows1251
    }

    /// Thai writes signs above and below the consonant before them, and some vowels before theirs; in other scripts these bytes stand
    /// anywhere (TIS 620).
    private static func isThai(_ text: ArraySlice<UInt8>) -> Bool {
        enum Kind { case consonant, sign, leadingVowel, vowel, other }
        func kind(_ byte: UInt8) -> Kind {
            switch byte {
            case 0xA1...0xCE: .consonant
            case 0xD1, 0xD4...0xDA, 0xE7...0xEE: .sign
            case 0xE0...0xE4: .leadingVowel
            case 0xCF, 0xD0, 0xD2, 0xD3, 0xE5, 0xE6: .vowel
            default: .other
            }
        }
        var (letters, telling, misplaced) = (0, 0, 0)
        var before = Kind.other
        for byte in text {
            let this = kind(byte)
            if byte >= 0x80 { letters += 1 }
            if this == .sign || this == .leadingVowel { telling += 1 }
            let isMisplaced =
                switch this {
                case .sign: before != .consonant && before != .sign
                case .vowel: before == .other || before == .leadingVowel
                default: before == .leadingVowel && this != .consonant || this == .other && byte >= 0x80
                }
            if isMisplaced { misplaced += 1 }
            before = this
        }
        return letters >= 8 && telling * 10 >= letters && misplaced * 40 <= letters
    }

    // MARK: Languages in Latin letters

    private static let western = [
        "äöüß", "àâçéèêëîïôûùœÿæ", "áéíóúñü", "ãõáéíóúâêôçàü", "àèéìòùî", "æøåé", "åäöé", "áðéíóúýþæö", "ëïéèöü", "õäöüšž", "àçéèíïóòúü",
    ].map(Set.init)
    private static let central = ["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"].map(Set.init)
    private static let turkic = ["çğıöşüâîû"].map(Set.init)
    private static let baltic = ["āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"].map(Set.init)
    private static let everyWestern = western.reduce(into: Set<Character>()) { $0.formUnion($1) }

    private static func latin(_ letters: Letters) -> TextEncoding? {
        let (all, best) = (share(of: [everyWestern], in: letters, page: nil), share(of: western, in: letters, page: nil))
        func isBetter(_ share: Double) -> Bool { share > all + 0.05 || share >= 0.98 && best < 0.9 && share >= all }
        let shares = [
            (encoding: TextEncoding.windows1254, share: share(of: turkic, in: letters, page: turkish)),
            (.windows1250, share(of: central, in: letters, page: centralEuropean)),
            (.windows1257, share(of: baltic, in: letters, page: northern)),
        ]
        // Of equals the first.
        let most = shares.map(\.share).max() ?? 0
        return isBetter(most) ? shares.first { $0.share == most }?.encoding : nil
    }

    /// The largest share of the letters one of some alphabets has, read with a page; `nil` is Windows-1252.
    private static func share(of alphabets: [Set<Character>], in letters: Letters, page: [Unicode.Scalar]?) -> Double {
        let read: [(letter: Character, count: Int)] = (0x80..<0x100).compactMap { byte in
            guard letters.counts[byte] > 0 else { return nil }
            let text =
                page.map { Character($0[byte - 0x80]).lowercased() }
                ?? TextEncoding.utf8.textOfMixedBytes([UInt8(truncatingIfNeeded: byte)]).lowercased()
            // "İ" becomes two scalars in small letters; the capital is Turkish's own.
            return (text.unicodeScalars.count == 1 ? Character(text) : "ı", letters.counts[byte])
        }
        let most = alphabets.map { alphabet in read.reduce(0) { alphabet.contains($1.letter) ? $0 + $1.count : $0 } }.max() ?? 0
        return Double(most) / Double(max(1, letters.total))
    }

    // MARK: Pages

    /// The letters 0x80 to 0xFF of the page an encoding is; `nil` for what is no page that only letters tell of.
    static func letters(of encoding: TextEncoding) -> [Unicode.Scalar]? {
        switch encoding {
        case .windows1250: centralEuropean
        case .windows1251: cyrillic
        case .koi8: koi8
        case .windows1253: greek
        case .windows1254: turkish
        case .windows1255: hebrewPage
        case .windows1256: arabicPage
        case .windows1257: northern
        case .windows874: thai
        case .utf8, .utf16LittleEndian, .utf16BigEndian, .macRoman, .shiftJIS, .gb18030, .big5, .eucKR: nil
        }
    }

    private static let centralEuropean = page("windows-1250")
    private static let cyrillic = page("windows-1251")
    private static let koi8 = page("koi8-u")
    private static let greek = page("windows-1253")
    private static let turkish = page("windows-1254")
    private static let hebrewPage = page("windows-1255")
    private static let arabicPage = page("windows-1256")
    private static let northern = page("windows-1257")
    private static let thai = page("windows-874")

    /// The letters a page has for 0x80 to 0xFF; what it leaves undefined stands for itself.
    private static func page(_ name: String) -> [Unicode.Scalar] {
        let charset = NamedCharset(label: name.utf8)
        return (UInt8(0x80)...0xFF).map { byte in
            charset?.decoded([byte])?.unicodeScalars.first ?? Unicode.Scalar(byte)
        }
    }
}
