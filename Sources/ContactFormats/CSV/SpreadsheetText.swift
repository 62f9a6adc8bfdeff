/// Texts a spreadsheet does not leave as they are when it opens a CSV file, and the `'` that makes it.
enum SpreadsheetText {
    /// Whether a spreadsheet would run a text as a formula (it begins with `=`, `+`, `-`, `@`, one of these in full width, a tab or CR; OWASP, CSV injection), or make
    /// another number of it: digits behind a zero (`030123`), more digits than it shows (twelve and more), digits with an exponent (`1e5`).
    static func isChanged(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first else { return false }
        switch first {
        case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: return true
        case 0x30...0x39: return isOtherNumber(text)
        // The same signs in full width, which Excel takes for formulas too where East Asian languages are set.
        case 0xEF: return text.unicodeScalars.first.map { "\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains($0) } ?? false
        default: return false
        }
    }

    /// Whether a text gets a `'` before it in a file for spreadsheets: it would be changed, or would lose the `'` it has when it is read.
    static func isDisarmed(_ text: some StringProtocol) -> Bool { isChanged(text.drop { $0 == "'" }) }

    /// A text without the `'` that was put before it by this rule; any other text as it is.
    static func restored(_ text: String) -> String {
        guard text.utf8.first == 0x27 else { return text }
        // By scalars: a combining mark behind the `'` is one character with it.
        let rest = Substring(text.unicodeScalars.dropFirst())
        return isDisarmed(rest) ? String(rest) : text
    }

    private static func isOtherNumber(_ text: some StringProtocol) -> Bool {
        var digits = 0
        var exponents = 0
        var isLastDigit = false
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39: (digits, isLastDigit) = (digits + 1, true)
            case 0x45, 0x65: (exponents, isLastDigit) = (exponents + 1, false)
            default: return false
            }
        }
        if exponents > 0 { return exponents == 1 && isLastDigit }
        return digits >= 12 || digits > 1 && text.utf8.first == 0x30
    }
}
