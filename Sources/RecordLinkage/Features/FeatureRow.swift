/// What linking needs to know of one record, in numbers: values as hashes, 0 where there is none.
///
/// Rows lie side by side in one array, so that a pair is compared without following a pointer.
struct FeatureRow: BitwiseCopyable {
    /// What is known of the name.
    struct NameFlags: OptionSet, BitwiseCopyable {
        var rawValue: UInt8
        /// There is a given name of more than an initial.
        static let hasGiven = NameFlags(rawValue: 1)
        /// There is a family name of more than an initial.
        static let hasFamily = NameFlags(rawValue: 2)
        /// There is but one word, which may be either.
        static let isLone = NameFlags(rawValue: 4)
        /// The name was read out of the e-mail address.
        static let isFromAddress = NameFlags(rawValue: 8)
        /// The mailbox belongs to a role, not to a person.
        static let isRole = NameFlags(rawValue: 16)
        /// The local part is made of the name.
        static let isLocalFromName = NameFlags(rawValue: 32)
        /// Which word is the family name was a guess.
        static let isUnordered = NameFlags(rawValue: 64)
        /// The given name is a common one, and so hardly a slip of the pen for another.
        static let isCommonGiven = NameFlags(rawValue: 128)
    }

    /// How addresses spell this name: given+family, family+given, initial+family, family+initial, given+initial, then with the second
    /// family name, and with all given names.
    var spellings = SIMD8<UInt32>()
    /// The columns of the table that are compared one by one.
    var values = SIMD8<UInt32>()
    /// The names the given name may stand for.
    var formal = SIMD4<UInt32>()
    var emails = SIMD4<UInt32>()
    var phones = SIMD4<UInt32>()
    /// Companies and work domains: the whole name, two of each.
    var organizations = SIMD4<UInt32>()
    /// Their first words.
    var organizationHeads = SIMD4<UInt32>()
    /// Their initials, or the word itself where it may be initials.
    var acronyms = SIMD4<UInt32>()
    /// How common the values are, as frequency classes; places in `FrequencySlot`.
    var commonness = SIMD16<UInt8>()
    /// How many letters each value has in the table's text: given, family, organisation, domain, then `values`.
    var textLengths = SIMD16<UInt8>()
    /// The commonness of `values`.
    var valueCommonness = SIMD8<UInt8>()
    var given: UInt32 = 0
    var given2: UInt32 = 0
    var givenJoined: UInt32 = 0
    var family: UInt32 = 0
    var family2: UInt32 = 0
    var familyJoined: UInt32 = 0
    /// The letters of the local part of the first address.
    var local: UInt32 = 0
    /// The local part of the first address: its letters and digits, and in the last `signBits` bits the signs that part them, which tell
    /// addresses of two hosts apart but say nothing at one.
    var localWhole: UInt32 = 0
    var profile: UInt32 = 0
    /// The host of the first address that is no mail provider's.
    var host: UInt32 = 0
    /// Where its letters begin in the table's text.
    var textStart: UInt32 = 0
    /// A hash of everything, so that equal rows can be told in any order.
    var content: UInt32 = 0
    var givenInitial: UInt8 = 0
    var given2Initial: UInt8 = 0
    var familyInitial: UInt8 = 0
    var flags = NameFlags(rawValue: 0)
    /// Which of several of the name it is, as a `Generation`; 0 where nothing is said. As wide as a word, which rows are written in.
    var generation: UInt32 = 0

    /// The places of texts.
    static let givenText = 0
    static let familyText = 1
    static let organizationText = 2
    static let domainText = 3
    static let firstValueText = 4
    static let valueCount = 8

    /// How many bits of `localWhole` say which signs there are.
    static let signBits: UInt32 = 3
}

/// The places in `FeatureRow.commonness`.
enum FrequencySlot {
    static let given = 0
    static let family = 1
    static let family2 = 2
    static let fullName = 3
    static let formalName = 4
    static let familyInitial = 5
    static let local = 6
    static let email = 7
    static let phone = 8
    static let organization = 9
    static let domain = 10
    static let count = 11
}

/// A number of records in coarse steps: exact up to 4, then two steps an octave.
///
/// Weights see frequencies only through these, so a record more changes the weight of few pairs, and which ones is known.
public enum FrequencyClass {
    /// The class of a number of records, ascending; 0 for none.
    public static func of(_ count: Int) -> UInt8 {
        if count <= 4 { return UInt8(max(0, count)) }
        let octave = Int.bitWidth - 1 - count.leadingZeroBitCount
        let half = (count >> (octave - 1)) & 1
        return UInt8(min(127, 4 + (octave - 2) * 2 + half))
    }

    /// The middle of each class.
    static let counts: [Float] = (0..<128).map { code in
        if code <= 4 { return Float(code) }
        let (octave, half) = ((code - 4) / 2 + 2, (code - 4) % 2)
        var size: Float = 1
        for _ in 0..<(octave - 1) { size *= 2 }
        return (Float(2 + half) + 0.4) * size
    }

    /// A number of records rounded to the middle of its class.
    static func rounded(_ count: Int) -> Float { counts[Int(of(count))] }
}
