/// The header fields of a mail that say who corresponds with whom, when, and what kind of mail it is (RFC 5322 §3.6 and others).
enum HeaderField: UInt8, CaseIterable {
    case from, sender, replyTo, to, cc, bcc, date, messageID
    /// A field only mailing lists and mass mailings carry (RFC 2369, RFC 2919, and what came before them).
    case listMark
    case listID, listPost
    case precedence, autoSubmitted
    /// A field only programs that answer or send by themselves write.
    case robotMark
    /// Where a server put the mail into the owner's mailbox: `Delivered-To`, `X-Original-To`, `Envelope-To`.
    case deliveredTo
    case returnPath, received
    case contentType, contentLength
    case gmailLabels, mozillaStatus, status
    case spamFlag
    /// A field Thunderbird writes into the copy of what was sent.
    case identityKey

    /// The names in lower case; none is longer than 16 bytes.
    fileprivate static let names: [(StaticString, HeaderField)] = [
        ("from", .from), ("sender", .sender), ("reply-to", .replyTo), ("to", .to), ("cc", .cc), ("bcc", .bcc), ("date", .date),
        ("message-id", .messageID), ("list-id", .listID), ("list-post", .listPost), ("list-unsubscribe", .listMark),
        ("list-subscribe", .listMark), ("list-help", .listMark), ("list-archive", .listMark), ("list-owner", .listMark),
        ("mailing-list", .listPost), ("x-mailing-list", .listPost), ("x-beenthere", .listPost), ("x-loop", .listMark),
        ("feedback-id", .listMark), ("x-campaign-id", .listMark), ("x-campaignid", .listMark), ("x-list", .listMark),
        ("x-listname", .listMark), ("precedence", .precedence), ("x-precedence", .precedence), ("auto-submitted", .autoSubmitted),
        ("x-autoreply", .robotMark), ("x-autorespond", .robotMark), ("x-auto-reply", .robotMark), ("x-failed-recips", .robotMark),
        ("delivered-to", .deliveredTo), ("x-original-to", .deliveredTo), ("envelope-to", .deliveredTo), ("x-envelope-to", .deliveredTo),
        ("x-delivered-to", .deliveredTo), ("return-path", .returnPath), ("received", .received), ("content-type", .contentType),
        ("content-length", .contentLength), ("x-gmail-labels", .gmailLabels), ("x-mozilla-status", .mozillaStatus), ("x-status", .status),
        ("status", .status), ("x-spam-flag", .spamFlag), ("x-spam", .spamFlag), ("x-spam-status", .spamFlag),
        ("x-identity-key", .identityKey),
    ]
}

/// Tells a field by its name, without case.
struct HeaderFieldNames: Sendable {
    /// The longest name there is.
    static let longest = 16

    private struct Slot {
        var low: UInt64 = 0
        var high: UInt64 = 0
        var field: HeaderField?
    }

    private var slots = [Slot](repeating: Slot(), count: 256)

    init() {
        for (name, field) in HeaderField.names {
            var (low, high): (UInt64, UInt64) = (0, 0)
            name.withUTF8Buffer { bytes in
                for (place, byte) in bytes.enumerated() { Self.add(byte, at: place, &low, &high) }
            }
            var slot = Self.place(low, high)
            while slots[slot].field != nil { slot = (slot + 1) & 255 }
            slots[slot] = Slot(low: low, high: high, field: field)
        }
    }

    /// The field whose name is in a range; `nil` for all others.
    func field(_ bytes: Span<UInt8>, _ name: Range<Int>) -> HeaderField? {
        guard name.count >= 2, name.count <= Self.longest else { return nil }
        let (low, high) = Self.key(bytes, name)
        var slot = Self.place(low, high)
        while let field = slots[slot].field {
            if slots[slot].low == low, slots[slot].high == high { return field }
            slot = (slot + 1) & 255
        }
        return nil
    }

    /// The bytes of a name of visible ASCII in lower case, the first one lowest.
    private static func key(_ bytes: Span<UInt8>, _ name: Range<Int>) -> (low: UInt64, high: UInt64) {
        guard name.upperBound <= bytes.count, bytes.count - name.lowerBound >= longest else {
            var (low, high): (UInt64, UInt64) = (0, 0)
            for place in name { add(bytes[place].asciiLowercased, at: place - name.lowerBound, &low, &high) }
            return (low, high)
        }
        /// Eight bytes, of which so many are the name's. The bit that is set makes small letters of capitals, and of no other visible
        /// sign one that stands in a name.
        func eight(at place: Int, _ count: Int) -> UInt64 {
            // Safe in spite of its name: sixteen bytes are there, and any eight are a UInt64.
            let word = UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
            return count < 8 ? (word | 0x2020_2020_2020_2020) & ((1 << UInt64(count * 8)) - 1) : word | 0x2020_2020_2020_2020
        }
        return (eight(at: name.lowerBound, name.count), name.count > 8 ? eight(at: name.lowerBound + 8, name.count - 8) : 0)
    }

    private static func add(_ byte: UInt8, at place: Int, _ low: inout UInt64, _ high: inout UInt64) {
        if place < 8 { low |= UInt64(byte) << UInt64(place * 8) } else { high |= UInt64(byte) << UInt64((place - 8) * 8) }
    }

    private static func place(_ low: UInt64, _ high: UInt64) -> Int {
        Int(truncatingIfNeeded: ((low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xD6E8_FEB8_6659_FD93) >> 56)
    }
}
