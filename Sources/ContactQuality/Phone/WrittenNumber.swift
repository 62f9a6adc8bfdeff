/// A phone number as it is written: its digits, their groups, and whether it begins with its country.
struct WrittenNumber {
    /// The digits, without the plus or the two zeros in front of the country.
    let digits: [UInt8]
    /// How many of the digits stand together, from the first to the last.
    private let groups: [Int]
    /// Whether it begins with `+` or `00`.
    let isInternational: Bool

    /// Takes a number apart; `nil` where it holds letters beyond an extension, or no digit.
    init?(_ text: String) {
        var digits: [UInt8] = []
        digits.reserveCapacity(16)
        var groups: [Int] = []
        var isInGroup = false
        var hasPlus = false
        let bytes = Array(text.utf8)
        var index = 0
        scan: while index < bytes.count {
            let byte = bytes[index]
            defer { isInGroup = (0x30...0x39).contains(byte) }
            switch byte {
            case 0x30...0x39:
                digits.append(byte)
                if isInGroup { groups[groups.count - 1] += 1 } else { groups.append(1) }
            case 0x2B where digits.isEmpty: hasPlus = true
            // "(0)" behind the country is dialled only at home.
            case 0x28 where hasPlus && index + 2 < bytes.count && bytes[index + 1] == 0x30 && bytes[index + 2] == 0x29:
                index += 2
            case 0x20, 0x28, 0x29, 0x2D, 0x2E, 0x2F, 0x09: break
            // "tel:", and the marks of direction iPhones copy along.
            case 0x3A where digits.isEmpty: break
            case 0x74, 0x65, 0x6C, 0x54, 0x45, 0x4C: if !digits.isEmpty { break scan }
            // Non-breaking spaces and hyphens, full-width digits: the library reads them.
            case 0x80...: break
            // "x12", "ext. 12", ";ext=12", "#12": what follows is dialled afterwards.
            case 0x78, 0x58, 0x3B, 0x23, 0x2C: break scan
            default: return nil
            }
            index += 1
        }
        if !hasPlus, digits.starts(with: [0x30, 0x30]), digits.count > 9 {
            hasPlus = true
            digits.removeFirst(2)
            groups = Self.droppingDigits(2, of: groups)
        }
        guard !digits.isEmpty else { return nil }
        self.digits = digits
        self.groups = groups
        isInternational = hasPlus
    }

    /// The country code in front, by its length alone (ITU-T E.164 Annex D); empty where a zero stands there or the number names no country.
    var callingCode: ArraySlice<UInt8> {
        guard isInternational, digits.count > 3, digits[0] != 0x30 else { return [] }
        if digits[0] == 0x31 || digits[0] == 0x37 { return digits[..<1] }
        return digits[..<(Self.codesOfTwoDigits.contains(Int(digits[0] - 0x30) * 10 + Int(digits[1] - 0x30)) ? 2 : 3)]
    }

    /// How many of the digits behind the country code stand together, from the first to the last.
    var nationalGroups: [Int] { Self.droppingDigits(callingCode.count, of: groups) }

    private static func droppingDigits(_ count: Int, of groups: [Int]) -> [Int] {
        var (rest, groups) = (count, groups[...])
        while rest > 0, let first = groups.popFirst() {
            if first > rest { groups.insert(first - rest, at: groups.startIndex) }
            rest = max(0, rest - first)
        }
        return Array(groups)
    }

    private static let codesOfTwoDigits: Set<Int> = [
        20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66,
        81,
        82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
    ]

    /// Whether the number is one the most used plans plainly allow: right for the country it names in length and beginning.
    ///
    /// Narrower than the plans: `false` only means that the library has to be asked.
    var isPlain: Bool {
        guard isInternational, digits.count >= 9 else { return false }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) - 48 } }
        switch number(0..<2) {
        // North America: NXX NXX XXXX; 555 in the middle and codes that end in 11 are asked about.
        case 10...19:
            guard digits.count == 11, digits[1] >= 0x32, digits[4] >= 0x32 else { return false }
            let (area, exchange) = (number(1..<4), number(4..<7))
            return Self.northAmerica.contains(area) && exchange % 100 != 11 && exchange != 555
        // Mobile numbers of Germany, France, the United Kingdom, Spain, Italy, the Netherlands, Switzerland, Austria, Australia, India, Brazil.
        case 49:
            let beginning = number(2..<5)
            let isLong = beginning == 151 || beginning == 152 || beginning == 157 || beginning == 159
            return digits.count == (isLong ? 13 : 12) && (isLong || beginning == 160 || (170...179).contains(beginning))
        case 33: return digits.count == 11 && digits[2] == 0x36
        case 44: return digits.count == 12 && digits[2] == 0x37 && (0x34...0x35).contains(digits[3]) && digits[4] != 0x35
        case 34: return digits.count == 11 && digits[2] == 0x36
        case 31: return digits.count == 11 && digits[2] == 0x36 && (0x31...0x34).contains(digits[3])
        case 41: return digits.count == 11 && (76...79).contains(number(2..<4))
        case 61: return digits.count == 11 && digits[2] == 0x34 && (0x30...0x33).contains(digits[3])
        case 91: return digits.count == 12 && (98...99).contains(number(2..<4))
        case 55: return digits.count == 13 && digits[4] == 0x39 && (11...19).contains(number(2..<4)) && digits[5] >= 0x36
        default: return false
        }
    }

    /// Area codes of North America that have long been in use.
    private static let northAmerica: Set<Int> = [
        201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 212, 213, 214, 215, 216, 217, 218, 219, 224, 225, 228, 229, 231, 234, 239, 240,
        248,
        250, 251, 252, 253, 254, 256, 260, 262, 267, 269, 270, 276, 281, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 312, 313, 314,
        315,
        316, 317, 318, 319, 320, 321, 323, 325, 330, 331, 334, 336, 337, 339, 347, 351, 352, 360, 361, 386, 401, 402, 403, 404, 405, 406,
        407,
        408, 409, 410, 412, 413, 414, 415, 416, 417, 418, 419, 423, 424, 425, 430, 432, 434, 435, 440, 443, 450, 469, 478, 479, 480, 484,
        501,
        502, 503, 504, 505, 506, 507, 508, 509, 510, 512, 513, 514, 515, 516, 517, 518, 519, 520, 530, 540, 541, 551, 559, 561, 562, 563,
        567,
        570, 571, 573, 574, 575, 580, 585, 586, 601, 602, 603, 604, 605, 606, 607, 608, 609, 610, 612, 613, 614, 615, 616, 617, 618, 619,
        620,
        623, 626, 630, 631, 636, 641, 646, 647, 650, 651, 660, 661, 662, 678, 682, 701, 702, 703, 704, 705, 706, 707, 708, 709, 712, 713,
        714,
        715, 716, 717, 718, 719, 720, 724, 727, 731, 732, 734, 740, 754, 757, 760, 763, 765, 770, 772, 773, 774, 775, 778, 780, 781, 785,
        786,
        801, 802, 803, 804, 805, 806, 807, 808, 810, 812, 813, 814, 815, 816, 817, 818, 819, 828, 830, 831, 832, 843, 845, 847, 848, 850,
        856,
        857, 858, 859, 860, 862, 863, 864, 865, 867, 870, 878, 901, 902, 903, 904, 905, 906, 907, 908, 909, 910, 912, 913, 914, 915, 916,
        917,
        918, 919, 920, 925, 928, 931, 936, 937, 940, 941, 947, 949, 951, 952, 954, 956, 970, 971, 972, 973, 978, 979, 980, 985, 989,
    ]
}
