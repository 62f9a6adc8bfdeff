import ContactModel
import TextMatching

/// The addresses met so far, each with a number; compared without case, their domains in letters where they are written in Punycode.
struct AddressTable {
    /// An address's number, from 0 in the order they are met.
    typealias Number = Int

    private struct Place {
        var start: Int
        var count: Int
        var hash: Int
    }

    /// The keys of all addresses, one after another.
    private var arena: [UInt8] = []
    private var places: [Place] = []
    /// The address as it was first written, where that is not its key.
    private var spellings: [Number: String] = [:]
    private var slots = [Int32](repeating: -1, count: 1024)

    /// How many there are.
    var count: Int { places.count }

    /// Whether there is no room for more.
    var isFull: Bool { places.count >= MailLimits.addresses }

    /// The number of an address, which gets one where it is new; `nil` where there are too many.
    mutating func number(_ text: [UInt8], _ range: Range<Int>) -> Number? {
        var lowercased = true
        var isPlain = true
        for place in range {
            let byte = text[place]
            if byte >= 65, byte <= 90 { lowercased = false }
            if byte >= 0x80 || byte == 0x2D && place + 1 < range.upperBound && text[place + 1] == 0x2D { isPlain = false }
        }
        if isPlain, lowercased { return number(text[range], spelling: nil) }
        let spelling = String(decoding: text[range], as: UTF8.self)
        guard !isPlain else { return number(text[range].map(\.asciiLowercased)[...], spelling: spelling) }
        let readable = Self.readable(spelling)
        let key = Array(IdentityKey.email(readable).value.utf8)
        return number(key[...], spelling: readable.utf8.elementsEqual(key) ? nil : readable)
    }

    /// The number of a key, where it has one already.
    func known(_ key: String) -> Number? {
        let bytes = Array(key.utf8)
        return find(bytes[...], hash: Self.hash(bytes[...])).number
    }

    /// The address as it was first written.
    func address(_ number: Number) -> String { spellings[number] ?? String(decoding: key(number), as: UTF8.self) }

    /// The address in the form in which it is compared.
    func key(_ number: Number) -> [UInt8] {
        let place = places[number]
        return Array(arena[place.start..<place.start + place.count])
    }

    /// The address in form C, and its domain in letters.
    private static func readable(_ spelling: String) -> String {
        guard let at = spelling.lastIndex(of: "@") else { return spelling }
        let domain = Punycode.decodedDomain(spelling[spelling.index(after: at)...].lowercased())
        return TextNormalization.nfc(spelling[...at] + domain)
    }

    private mutating func number(_ key: ArraySlice<UInt8>, spelling: String?) -> Number? {
        let hash = Self.hash(key)
        let found = find(key, hash: hash)
        if let number = found.number { return number }
        guard !isFull else { return nil }
        let number = places.count
        places.append(Place(start: arena.count, count: key.count, hash: hash))
        arena.append(contentsOf: key)
        if let spelling { spellings[number] = spelling }
        slots[found.slot] = Int32(number)
        if places.count * 2 > slots.count { grow() }
        return number
    }

    private func find(_ key: ArraySlice<UInt8>, hash: Int) -> (number: Number?, slot: Int) {
        var slot = hash & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            let place = places[number]
            if place.hash == hash, isSame(place, key) { return (number, slot) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return (nil, slot)
    }

    /// Whether a place holds a key; byte by byte, which for a few bytes is faster than comparing slices.
    private func isSame(_ place: Place, _ key: ArraySlice<UInt8>) -> Bool {
        guard place.count == key.count else { return false }
        for offset in 0..<place.count where arena[place.start + offset] != key[key.startIndex + offset] { return false }
        return true
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, place) in places.enumerated() {
            var slot = place.hash & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// A hash with a seed of this process, so that nobody can write a mailbox whose addresses all fall into one slot. The order of the
    /// numbers does not depend on it.
    private static func hash(_ key: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        key.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }
}
