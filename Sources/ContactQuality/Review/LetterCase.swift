/// How the letters of a text are written.
enum LetterCase {
    /// Four letters or more, all of them capitals.
    case capitals
    /// All of them small.
    case small
    /// Anything else: mixed, too short to tell, or a script without case.
    case other

    /// Looks at a text; what is no letter does not count.
    init(of text: String) {
        var capitals = 0
        var small = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A: capitals += 1
            case 0x61...0x7A: small += 1
            case 0..<0x80: continue
            default:
                if scalar.properties.isUppercase {
                    capitals += 1
                } else if scalar.properties.isLowercase {
                    small += 1
                }
            }
            if capitals > 0, small > 0 { break }
        }
        self = capitals >= 4 && small == 0 ? .capitals : small > 0 && capitals == 0 ? .small : .other
    }
}
