/// The letters of a name as they are heard: `Meier`, `Meyer`, `Maier` and `Mayr` are one, and so are `Smith` and `Smyth`, `Deepak` and `Dipak`,
/// `Schukowa` and `Zhukova`.
///
/// Only what is spelled either way in the languages of address books, or when a name of another script is written in Latin letters by one
/// people's habits and another's: `y` and `j` for `i`, `w` for `v`, `ei` for `ai`, `ier` for `ir`, `ee` for `i`, `ou` and `oo` for `u`, `d`
/// for `t` at the end, `th dt` for `t`, `tz` for `z`, `ck`, `q` and a hard `c` for `k`, `ph` for `f`, `sch` and `zh` for `sh`,
/// `tsch` and `tch` for `ch`, no `h` behind `b d g j k`, one of two equal letters. Letters are small ASCII ones, as `TextLetters` folds them.
struct NameSound: Sequence, IteratorProtocol {
    private let letters: UnsafeBufferPointer<UInt8>
    private var place = 0

    /// Names of fewer letters are heard as they are written: `Li` and `Ly`, `Lei` and `Lai` are two.
    private static let leastLetters = 4

    /// Hears a name, whose letters are lent as long as this is used.
    init(_ letters: UnsafeBufferPointer<UInt8>) { self.letters = letters }

    mutating func next() -> UInt8? {
        while place < letters.count {
            let letter = letters[place]
            let (following, third) = (at(place + 1), at(place + 2))
            place += 1
            let isEndingJ = following == "j" && (place + 1 >= letters.count || !Self.isVowel(letters[place + 1]))
            switch (Unicode.Scalar(letter), following) {
            case ("h", _) where isBehindStop: continue
            case ("y", "y"), ("i", "y"), ("i", "i"): continue
            case ("y", _) where isEndingJ, ("i", _) where isEndingJ: continue
            case ("y", _), ("j", _): return UInt8(ascii: "i")
            case ("w", _): return UInt8(ascii: "v")
            case ("q", _): return UInt8(ascii: "k")
            case ("e", "i"), ("e", "y"): return UInt8(ascii: "a")
            case ("e", "r") where place + 1 == letters.count && isBehindI: continue
            case ("e", "e"):
                place += 1
                return UInt8(ascii: "i")
            case ("o", "u"), ("o", "o"):
                place += 1
                return UInt8(ascii: "u")
            case ("a", "a"), ("u", "u"): continue
            case ("d", Self.end): return UInt8(ascii: "t")
            // The first of two that are heard as the second alone.
            case ("d", "t"), ("c", "k"), ("t", "z"): continue
            case ("t", "h"):
                place += 1
                return letter
            case ("p", "h"):
                place += 1
                return UInt8(ascii: "f")
            case ("t", "s") where third == "c" && at(place + 2) == "h":
                place += 2
                return UInt8(ascii: "c")
            case ("t", "c") where third == "h": continue
            case ("s", "c") where third == "h":
                place += 1
                return letter
            case ("z", "h") where !isChinese: return UInt8(ascii: "s")
            case ("c", "h"), ("c", "z"), ("c", "e"), ("c", "i"), ("c", "y"): return letter
            case ("c", _): return UInt8(ascii: "k")
            case (following, _) where !Self.isVowel(letter): continue
            default: return letter
            }
        }
        return nil
    }

    /// What stands behind the last letter.
    private static let end: Unicode.Scalar = "\0"

    private func at(_ place: Int) -> Unicode.Scalar { place < letters.count ? Unicode.Scalar(letters[place]) : Self.end }

    /// Whether the name may be a Chinese syllable with `zh`, of which `Zhang` and `Shang` are two.
    private var isChinese: Bool { letters.allSatisfy { Self.isVowel($0) || "zhng".utf8.contains($0) } }

    /// Whether the letter just read stands behind one that is heard the same with an `h` behind it.
    private var isBehindStop: Bool { place >= 2 && "bdgjk".utf8.contains(letters[place - 2]) }

    /// Whether the letter before the one just read is an `i` or stands for one.
    private var isBehindI: Bool { place >= 2 && "iy".utf8.contains(letters[place - 2]) }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// Whether two names sound the same.
    static func agree(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        // Nearly all are told apart by their first letter.
        one.count >= leastLetters && other.count >= leastLetters && abs(one.count - other.count) <= 4
            && NameSound(one).elementsEqual(NameSound(other))
    }

    /// The hash of how a name sounds, with an ending that tells a woman's from a man's as `FamilyEnding` counts it: that of its letters
    /// where it sounds as it is written.
    static func hash(_ letters: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let ending = FamilyEnding(letters)
        let kept = UnsafeBufferPointer(rebasing: letters[..<ending.kept])
        var hash = ValueHash(0)
        if letters.count < leastLetters { hash.add(kept) } else { for letter in NameSound(kept) { hash.add(letter) } }
        if let letter = ending.added { hash.add(letter) }
        return hash.value
    }
}
