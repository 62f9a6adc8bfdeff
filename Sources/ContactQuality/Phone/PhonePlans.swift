internal import CPhoneNumber

/// The world's numbering plans, as libphonenumber has them.
///
/// Asking takes some 18 microseconds, so numbers that the most used plans plainly allow are judged here, in well under one; the library is
/// asked about the others. It keeps its tables in memory from the first question on (some 2 MB).
public struct PhonePlans: Sendable {
    /// The country of numbers that name none, as two capital letters; `nil` where nobody knows.
    public var home: String?

    /// Plans seen from a country.
    public init(home: String? = nil) {
        self.home = home
    }

    /// What a number is worth as it is written.
    public func standing(of number: String) -> PhoneStanding {
        guard let written = WrittenNumber(number) else { return Self.hasDigit(number) ? .other : .impossible("holds no digit") }
        guard !written.digits.allSatisfy({ $0 == 0x30 }) else { return .impossible("has no digit but zeros") }
        guard written.isInternational else {
            // Short codes and extensions are dialled as they are.
            guard written.digits.count >= 7 else { return .other }
            guard let home else { return .national(guess: nil) }
            let read = Self.read(number, from: home)
            switch read.standing {
            case HOLDFAST_PHONE_VALID, HOLDFAST_PHONE_POSSIBLE: return .national(guess: read.e164)
            // "555-0100" reaches somebody in its area, which nobody tells.
            case HOLDFAST_PHONE_LOCAL_ONLY: return .national(guess: nil)
            case HOLDFAST_PHONE_TOO_SHORT: return .impossible("has too few digits for a number of \(home)")
            case HOLDFAST_PHONE_TOO_LONG:
                // "447911123456" is one that lacks only its plus.
                let other = Self.read("+" + number, from: home)
                return other.standing == HOLDFAST_PHONE_VALID
                    ? .national(guess: other.e164) : .impossible("has too many digits for a number of \(home)")
            default: return .impossible("is no number of \(home)")
            }
        }
        guard written.digits.count >= 5 else { return .impossible("has only \(written.digits.count) digits") }
        // E.164 §6: at most 15 digits.
        guard written.digits.count <= 15 else { return .impossible("has \(written.digits.count) digits, and no number has more than 15") }
        if written.isPlain { return .international }
        let read = Self.read(number, from: home ?? "ZZ")
        switch read.standing {
        case HOLDFAST_PHONE_VALID: return .international
        case HOLDFAST_PHONE_POSSIBLE: return .unlikely
        // Behind its country a number needs its area too.
        case HOLDFAST_PHONE_TOO_SHORT, HOLDFAST_PHONE_LOCAL_ONLY: return .impossible("has too few digits for its country")
        case HOLDFAST_PHONE_TOO_LONG: return .impossible("has too many digits for its country")
        default: return .impossible("begins with a country code nobody has")
        }
    }

    /// The country a number written with its country belongs to; `nil` where it names none or the plans don't know.
    public static func region(of number: String) -> String? {
        guard let written = WrittenNumber(number), written.isInternational else { return nil }
        let region = read(number, from: "ZZ").region
        return region.isEmpty ? nil : region
    }

    /// The number as E.164 (`+442079460958`); `nil` where it is none.
    public func e164(of number: String) -> String? {
        let read = Self.read(number, from: home ?? "ZZ")
        return read.standing == HOLDFAST_PHONE_VALID || read.standing == HOLDFAST_PHONE_POSSIBLE ? read.e164 : nil
    }

    /// The digits of a number written at home, or behind a country's code, as E.164 of a country; `nil` where its plan has no such number.
    static func valid(_ digits: String, in region: String) -> String? {
        let read = read(digits, from: region)
        return read.standing == HOLDFAST_PHONE_VALID ? read.e164 : nil
    }

    /// In which groups the digits behind the country code usually stand; empty where E.164 has no such number.
    static func usualGroups(of e164: String) -> [Int] {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { written in
            holdfast_phone_group(e164, written.baseAddress, written.count)
            let text = String(decoding: written.lazy.map { UInt8(bitPattern: $0) }.prefix { $0 != 0 }, as: UTF8.self)
            return WrittenNumber(text)?.nationalGroups ?? []
        }
    }

    /// Whether there is a digit of any script.
    private static func hasDigit(_ number: String) -> Bool { number.unicodeScalars.contains { $0.properties.numericType != nil } }

    private static func read(_ number: String, from home: String) -> (standing: holdfast_phone_standing, e164: String, region: String) {
        // A number has 15 digits; what is longer than 250 bytes is a text (libphonenumber's own bound).
        guard number.utf8.count <= 250 else { return (HOLDFAST_PHONE_NONE, "", "") }
        var number = number
        var read = number.withUTF8 { bytes in
            // The memory of a String's UTF-8 is bytes, and CChar is one byte of it.
            bytes.withMemoryRebound(to: CChar.self) { holdfast_phone_read($0.baseAddress, $0.count, home) }
        }
        func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) }
        return (read.standing, withUnsafeBytes(of: &read.e164, text), withUnsafeBytes(of: &read.region, text))
    }
}
