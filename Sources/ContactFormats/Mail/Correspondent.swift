import ContactModel

/// What a mailbox tells of one address.
struct Correspondent: Sendable {
    /// A spelling of the name, and how often it stood there.
    struct Spelling: Sendable {
        /// The hash of its bytes in the field.
        var hash: Int
        /// The name; `nil` where those bytes are none.
        var text: String?
        /// How often others wrote it.
        var count = 0
        /// How often it stood in a mail of one's own.
        var ownCount = 0
    }

    /// The line of the first mail with it.
    var line = 0
    /// Mails from the owner to it.
    var sent = 0
    /// Mails from it.
    var received = 0
    /// Mails of the owner's of which it got a copy.
    var copied = 0
    /// Mails of others in which it stood beside the owner.
    var beside = 0
    /// Mails it sent to lists, or to many.
    var list = 0
    /// The days of the mails between the owner and it.
    var direct: ClosedRange<CalendarDate>?
    /// The days of the others.
    var other: ClosedRange<CalendarDate>?
    /// The number of the last mail it was counted for.
    var lastMessage = 0
    /// How its name is spelled.
    var spellings: [Spelling] = []

    /// Whether mail was exchanged: the owner wrote, if only a copy, or was written to.
    var isExchanged: Bool { sent + received + copied > 0 }
    /// Whether it was met at all.
    var isKnown: Bool { isExchanged || beside > 0 || list > 0 }

    mutating func see(_ day: CalendarDate?, isDirect: Bool) {
        guard let day else { return }
        func wider(_ range: ClosedRange<CalendarDate>?) -> ClosedRange<CalendarDate> {
            range.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
        }
        if isDirect { direct = wider(direct) } else { other = wider(other) }
    }

    /// The spellings once each, the best first: a full name before one word, what the person writes before what others write, then the
    /// more frequent.
    func names() -> [String] {
        var tallies: [String: (own: Int, count: Int, place: Int)] = [:]
        for (place, spelling) in spellings.enumerated() {
            guard let text = spelling.text else { continue }
            var tally = tallies[text] ?? (0, 0, place)
            tally.own += spelling.ownCount
            tally.count += spelling.count + spelling.ownCount
            tallies[text] = tally
        }
        return tallies.sorted { left, right in
            let (first, second) = (left.value, right.value)
            let qualities = (DisplayName.quality(left.key), DisplayName.quality(right.key))
            if qualities.0 != qualities.1 { return qualities.0 > qualities.1 }
            if (first.own > 0) != (second.own > 0) { return first.own > 0 }
            if first.count != second.count { return first.count > second.count }
            return first.place < second.place
        }.map(\.key)
    }

    /// How often, in which direction and when, in the shape in which LinkedIn's messages are kept.
    ///
    /// `group` are the mails in which the address only stood beside: as one of those who got a copy, or among the recipients of somebody
    /// else's mail.
    var detail: JSONValue {
        var detail: [String: JSONValue] = ["sent": .integer(Int64(sent)), "received": .integer(Int64(received))]
        if copied + beside > 0 { detail["group"] = .integer(Int64(copied + beside)) }
        if list > 0 { detail["list"] = .integer(Int64(list)) }
        if let days = direct ?? other {
            detail["first"] = .day(days.lowerBound)
            detail["last"] = .day(days.upperBound)
        }
        return .object(detail)
    }
}
