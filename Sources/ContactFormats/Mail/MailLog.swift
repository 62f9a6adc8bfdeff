import ContactModel

/// What mails say of the numbers of their addresses, one after another in as few bytes as that takes.
struct MailLog: Sendable {
    /// What one mail says.
    struct Entry {
        /// Its day.
        var day: CalendarDate?
        /// Whether a list or a program sent it.
        var isBulk: Bool
        /// Who wrote it.
        var senders: [Int] = []
        /// To whom.
        var recipients: [Int] = []
        /// Who got a copy.
        var copies: [Int] = []
    }

    private var bytes: [UInt8] = []

    /// Puts a mail at the end.
    mutating func append(_ entry: Entry) {
        append(entry.isBulk ? 1 : 0)
        append(entry.day.map { $0.daysSince1970 + 1 } ?? 0)
        for numbers in [entry.senders, entry.recipients, entry.copies] {
            append(numbers.count)
            for number in numbers { append(number) }
        }
    }

    /// Hands over each mail.
    func forEach(_ body: (Entry) -> Void) {
        var place = 0
        while place < bytes.count {
            var entry = Entry(isBulk: next(&place) == 1)
            let day = next(&place)
            entry.day = day > 0 ? CalendarDate(daysSince1970: day - 1) : nil
            entry.senders = numbers(&place)
            entry.recipients = numbers(&place)
            entry.copies = numbers(&place)
            body(entry)
        }
    }

    private func numbers(_ place: inout Int) -> [Int] {
        (0..<next(&place)).map { _ in next(&place) }
    }

    /// Seven bits a byte, the last without the eighth.
    private mutating func append(_ number: Int) {
        var rest = UInt64(max(0, number))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private func next(_ place: inout Int) -> Int {
        var (number, shift) = (UInt64(0), UInt64(0))
        while place < bytes.count, shift < 63 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { break }
            shift += 7
        }
        return Int(truncatingIfNeeded: number)
    }
}
