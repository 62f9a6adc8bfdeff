import ContactModel

/// What mails say of the numbers of their addresses, one after another in as few bytes as that takes.
struct MailLog: Sendable {
    /// What one mail says.
    struct Entry: Sendable {
        /// Its day.
        var day: CalendarDate?
        /// Whether a list or a program sent it.
        var isBulk = false
        /// Who wrote it.
        var senders: [Int] = []
        /// To whom.
        var recipients: [Int] = []
        /// Who got a copy.
        var copies: [Int] = []

        /// Begins with another mail, in the same room.
        mutating func begin(day: CalendarDate?, isBulk: Bool) {
            self.day = day
            self.isBulk = isBulk
            senders.removeAll(keepingCapacity: true)
            recipients.removeAll(keepingCapacity: true)
            copies.removeAll(keepingCapacity: true)
        }
    }

    private var bytes: [UInt8] = []

    /// Puts a mail at the end.
    mutating func append(_ entry: Entry) {
        append(entry.isBulk ? 1 : 0)
        append(entry.day.map { $0.daysSince1970 + 1 } ?? 0)
        append(entry.senders)
        append(entry.recipients)
        append(entry.copies)
    }

    /// Hands over each mail.
    func forEach(_ body: (Entry) -> Void) {
        var place = 0
        var entry = Entry()
        while place < bytes.count {
            let isBulk = next(&place) == 1
            let day = next(&place)
            entry.begin(day: day > 0 ? CalendarDate(daysSince1970: day - 1) : nil, isBulk: isBulk)
            read(into: &entry.senders, &place)
            read(into: &entry.recipients, &place)
            read(into: &entry.copies, &place)
            body(entry)
        }
    }

    private func read(into numbers: inout [Int], _ place: inout Int) {
        for _ in 0..<next(&place) { numbers.append(next(&place)) }
    }

    private mutating func append(_ numbers: [Int]) {
        append(numbers.count)
        for number in numbers { append(number) }
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
