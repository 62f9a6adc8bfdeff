import ContactModel

/// A day as tables write it, as one number.
enum DateReading {
    /// `yyyymmdd` of a date; a part that is not known is 0.
    static func packed(_ date: PartialDate) -> UInt32 {
        UInt32(truncatingIfNeeded: (date.year ?? 0) * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
    }

    /// `yyyymmdd` of a date in any of the usual orders; a part that is not there is 0; 0 where it is no date.
    ///
    /// Of two numbers that both may be the month the first is the day, unless a year stands before them.
    static func packed(_ text: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var numbers: [(value: UInt32, digits: Int)] = []
        var value: UInt32 = 0
        var digits = 0
        for byte in text.prefix(32) {
            if 0x30...0x39 ~= byte {
                guard digits < 8 else { return 0 }
                value = value * 10 + UInt32(byte - 0x30)
                digits += 1
            } else if digits > 0 {
                numbers.append((value, digits))
                (value, digits) = (0, 0)
                if byte == 0x54 || byte == 0x3A { break }
            }
        }
        if digits > 0 { numbers.append((value, digits)) }
        guard let first = numbers.first else { return 0 }
        if first.digits == 8 {
            let isYearFirst = first.value / 10_000 >= 1000 && first.value / 100 % 100 <= 12
            return isYearFirst
                ? first.value
                : first.value % 10_000 * 10_000 + first.value / 10_000 % 100 * 100 + first.value / 1_000_000
        }
        if first.digits == 4 {
            let month = numbers.count > 1 ? numbers[1].value : 0
            let day = numbers.count > 2 ? numbers[2].value : 0
            return first.value * 10_000 + min(month, 99) * 100 + min(day, 99)
        }
        guard numbers.count >= 3, first.digits <= 2, numbers[1].digits <= 2 else { return 0 }
        var year = numbers[2].value % 10_000
        if numbers[2].digits == 2 { year += year < 30 ? 2000 : 1900 }
        let (day, month) =
            numbers[1].value > 12 ? (numbers[1].value, first.value) : (first.value, numbers[1].value)
        return year * 10_000 + min(month, 99) * 100 + min(day, 99)
    }
}
