internal import ContactModel

/// Local parts as people choose them with a provider, and employers do not give them: `nick1985`, `lena_k77`.
///
/// Employers number namesakes with one digit (`j.doe2`) and staff with many; a year of birth or two digits behind a name is a person's own.
enum NickLocalPart {
    /// Whether a local part is letters, perhaps with points, hyphens or underscores among them, and then a year from 1940 to 2015 or two
    /// digits. Two digits behind the person's name as employers write it are none: `jdoe12` may be the twelfth of a large one's.
    static func isOne(_ local: ArraySlice<UInt8>, of person: PersonName) -> Bool {
        let digits = local.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
        let name = local.dropLast(digits)
        guard name.count(where: isLetter) >= 4, name.allSatisfy({ isLetter($0) || isMark($0) }) else { return false }
        switch digits {
        case 2: return !OwnName(person).isAsEmployersWriteIt(name.filter { !isMark($0) })
        case 4:
            guard let year = Int(String(decoding: local.suffix(4), as: UTF8.self)) else { return false }
            return (1940...2015).contains(year)
        default: return false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }

    private static func isMark(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x5F || byte == 0x2D }
}
