/// The ending of a family name that tells a woman's from a man's, which counts as the man's: `Ivanova` as `Ivanov`, `Kowalska` as
/// `Kowalski`.
struct FamilyEnding {
    /// How many letters stand before what is changed.
    let kept: Int
    /// The letter that stands for the rest.
    let added: UInt8?

    /// Looks at the letters of a name, small ASCII ones.
    init(_ letters: some RandomAccessCollection<UInt8>) {
        let tail = letters.suffix(3)
        let isFeminine = letters.count >= 6 && letters.last == UInt8(ascii: "a")
        if isFeminine, tail.elementsEqual("ska".utf8) || tail.elementsEqual("cka".utf8) {
            (kept, added) = (letters.count - 1, UInt8(ascii: "i"))
        } else if isFeminine, ["ova", "eva", "owa", "ewa"].contains(where: { tail.elementsEqual($0.utf8) }) {
            (kept, added) = (letters.count - 1, nil)
        } else {
            (kept, added) = (letters.count, nil)
        }
    }
}
