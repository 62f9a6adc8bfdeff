/// The letters of a name as they are heard: `Meier`, `Meyer`, `Maier` and `Mayr` are one, and so are `Smith` and `Smyth`.
///
/// Only what is spelled either way in the languages of address books: `y` for `i`, `ei` for `ai`, `ier` for `ir` and `d` for `t` at the
/// end, `th dt` for `t`, `tz` for `z`, `ck` for `k`, `ph` for `f`, one of two equal consonants. Letters are small ASCII ones, as
/// `TextLetters` folds them.
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
            let following = place + 1 < letters.count ? letters[place + 1] : 0
            place += 1
            switch (letter, following) {
            case (UInt8(ascii: "y"), _): return UInt8(ascii: "i")
            case (UInt8(ascii: "e"), UInt8(ascii: "i")), (UInt8(ascii: "e"), UInt8(ascii: "y")): return UInt8(ascii: "a")
            case (UInt8(ascii: "e"), UInt8(ascii: "r")) where place + 1 == letters.count && isBehindI: continue
            case (UInt8(ascii: "d"), 0): return UInt8(ascii: "t")
            // The first of two that are heard as the second alone.
            case (UInt8(ascii: "d"), UInt8(ascii: "t")), (UInt8(ascii: "c"), UInt8(ascii: "k")), (UInt8(ascii: "t"), UInt8(ascii: "z")):
                continue
            case (UInt8(ascii: "t"), UInt8(ascii: "h")):
                place += 1
                return letter
            case (UInt8(ascii: "p"), UInt8(ascii: "h")):
                place += 1
                return UInt8(ascii: "f")
            case _ where letter == following && !Self.isVowel(letter): continue
            default: return letter
            }
        }
        return nil
    }

    /// Whether the letter before the one just read is an `i` or stands for one.
    private var isBehindI: Bool {
        guard place >= 2 else { return false }
        return letters[place - 2] == UInt8(ascii: "i") || letters[place - 2] == UInt8(ascii: "y")
    }

    private static func isVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// Whether two names sound the same.
    static func agree(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        // Nearly all are told apart by their first letter or their length.
        one.count >= leastLetters && other.count >= leastLetters && one[0] == other[0] && abs(one.count - other.count) <= 2
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
