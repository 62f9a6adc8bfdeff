/// The mailboxes of an address field (RFC 5322 §3.4 and §4.4), read as liberally as mail is written.
///
/// Groups, comments, quoted strings, routes and obsolete blanks are understood; so are a missing `>`, a name with a comma and no quotes,
/// an address with a name beside it and no brackets, quotes of the wrong kind, and mailboxes without a comma between them. Whatever holds
/// no address is passed over. Values are reused from field to field, so nothing is allocated for an ordinary one.
struct AddressList {
    /// One mailbox.
    struct Mailbox: Equatable {
        /// The address, as a range of `text`.
        var address: Range<Int>
        /// The name as it is written, quotes, comments and encoded words included, as a range of the field's bytes; empty where there is none.
        var name: Range<Int>
        /// Whether the name is a comment: `ann@example.com (Ann)`.
        var isComment: Bool
    }

    /// The mailboxes in their order.
    private(set) var mailboxes: [Mailbox] = []
    /// The addresses: white space and comments removed, quotes where the local part needs them, the domain in lower case.
    private(set) var text: [UInt8] = []
    /// What stands where an address should and is none, as ranges of the field's bytes.
    private(set) var rejects: [Range<Int>] = []

    /// What was seen of a mailbox so far.
    private struct Part {
        var start: Int
        var angle: Range<Int>?
        var comment: Range<Int>?
        var hasAt = false
    }

    /// Reads a field's value, replacing what was read before.
    mutating func read(_ bytes: Span<UInt8>, _ range: Range<Int>) {
        mailboxes.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        rejects.removeAll(keepingCapacity: true)
        var part = Part(start: range.lowerBound)
        /// Where a name begins whose comma was not quoted: `Doe, Jane <jane@example.com>`.
        var nameStart: Int?
        var quotesAreText = false
        var parensAreText = false
        var place = range.lowerBound
        let end = range.upperBound

        while place < end {
            let byte = bytes[place]
            if byte.isASCIILetter {
                place += 1
                continue
            }
            switch byte {
            case 0x22 where !quotesAreText:
                if let close = Self.closingQuote(bytes, from: place, to: end) {
                    place = close
                } else {
                    quotesAreText = true
                }
            case 0x28 where !parensAreText:
                if let close = Self.closingParenthesis(bytes, from: place, to: end) {
                    if part.comment == nil { part.comment = place..<close + 1 }
                    place = close
                } else {
                    parensAreText = true
                }
            case 0x3C:
                if let angle = part.angle {
                    // A comma is missing: what follows the bracket is the next one.
                    let next = min(angle.upperBound + 1, place)
                    finish(bytes, part, to: next, &nameStart)
                    part = Part(start: next)
                }
                let (inside, next) = Self.angle(bytes, from: place, to: end)
                part.angle = inside
                place = next - 1
            case 0x40: part.hasAt = true
            case 0x5B where part.hasAt && part.angle == nil:
                // A domain that is an address in digits: `ann@[IPv6:2001:db8::1]`.
                var close = place
                while close < end, close - place < 80, bytes[close] != 0x5D, bytes[close] != 0x2C { close += 1 }
                if close < end, bytes[close] == 0x5D { place = close }
            case 0x2C, 0x3B:
                finish(bytes, part, to: place, &nameStart)
                part = Part(start: place + 1)
            case 0x3A where part.angle == nil && !part.hasAt:
                // What stands before a colon names a group.
                part = Part(start: place + 1)
                nameStart = nil
            case 0x5C: place += 1
            default: break
            }
            place += 1
        }
        finish(bytes, part, to: end, &nameStart)
    }

    private mutating func finish(_ bytes: Span<UInt8>, _ part: Part, to end: Int, _ nameStart: inout Int?) {
        let whole = bytes.trimmed(part.start..<max(part.start, end))
        guard !whole.isEmpty else { return }
        if let angle = part.angle, let address = append(bytes, angle, quotesBlanks: true) {
            let open = max(part.start, angle.lowerBound - 1)
            var name = bytes.trimmed((nameStart ?? part.start)..<open)
            var isComment = false
            if name.isEmpty, let comment = part.comment {
                (name, isComment) = (comment, true)
            } else if name.isEmpty, angle.upperBound + 1 < end {
                name = bytes.trimmed(angle.upperBound + 1..<end)
            }
            nameStart = nil
            mailboxes.append(Mailbox(address: address, name: name, isComment: isComment))
            return
        }
        if part.hasAt, let found = appendWord(bytes, part.angle.map { part.start..<$0.lowerBound - 1 } ?? whole) {
            nameStart = nil
            let name = part.comment ?? found.name
            mailboxes.append(Mailbox(address: found.address, name: name, isComment: part.comment != nil))
            return
        }
        if part.angle == nil, !part.hasAt {
            if nameStart == nil { nameStart = part.start }
            return
        }
        nameStart = nil
        rejects.append(whole)
    }

    // MARK: Places

    private static func closingQuote(_ bytes: Span<UInt8>, from open: Int, to end: Int) -> Int? {
        var place = open + 1
        while place < end {
            if bytes[place] == 0x22 { return place }
            place += bytes[place] == 0x5C ? 2 : 1
        }
        return nil
    }

    private static func closingParenthesis(_ bytes: Span<UInt8>, from open: Int, to end: Int) -> Int? {
        var depth = 1
        var place = open + 1
        while place < end {
            switch bytes[place] {
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return place }
            case 0x5C: place += 1
            default: break
            }
            place += 1
        }
        return nil
    }

    /// What stands between the brackets that open at a place, and the first byte after them.
    private static func angle(_ bytes: Span<UInt8>, from open: Int, to end: Int) -> (inside: Range<Int>, next: Int) {
        var start = open + 1
        var place = start
        // `<@relay.example,@other.example:ann@example.com>`: commas belong to the route.
        var isRoute = false
        var isBlank = true
        while place < end {
            switch bytes[place] {
            case 0x3E: return (start..<place, place + 1)
            case 0x3C:
                start = place + 1
                isBlank = true
                place += 1
                continue
            case 0x22:
                if let close = closingQuote(bytes, from: place, to: end), close - place < 200 { place = close }
            case 0x40: if isBlank { isRoute = true }
            case 0x3A: isRoute = false
            case 0x2C, 0x3B: if !isRoute { return (start..<place, place) }
            default: break
            }
            if place < end, !bytes[place].isMailSpace { isBlank = false }
            place += 1
        }
        return (start..<end, end)
    }

    // MARK: Addresses

    /// Appends the address in a range, without what does not belong to it; `nil` where there is none.
    private mutating func append(_ bytes: Span<UInt8>, _ range: Range<Int>, quotesBlanks: Bool = false) -> Range<Int>? {
        var inside = bytes.trimmed(range)
        guard inside.count <= 4 * MailLimits.address else { return nil }
        if let first = inside.first, bytes[first] == 0x40 {
            // The route is of the days of relays.
            var place = inside.lowerBound
            while place < inside.upperBound, bytes[place] != 0x3A { place += 1 }
            inside = min(place + 1, inside.upperBound)..<inside.upperBound
        }
        let start = text.count
        if inside.count <= MailLimits.address, AddressSpec.appendPlain(bytes, inside, to: &text) { return start..<text.count }
        AddressSpec.append(bytes, inside, to: &text)
        // `<ann smith@example.com>` lacks quotes; outside brackets the blank parts a name from an address.
        if quotesBlanks { AddressSpec.quoteBlanks(&text, from: start) }
        guard text.count - start <= MailLimits.address, AddressSpec.isAddress(text, from: start) else {
            text.removeLast(text.count - start)
            return nil
        }
        return start..<text.count
    }

    /// Appends the address among words without brackets; the longest run of the other words is its name.
    private mutating func appendWord(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (address: Range<Int>, name: Range<Int>)? {
        if let address = append(bytes, range) { return (address, range.lowerBound..<range.lowerBound) }
        var place = range.lowerBound
        var word = place..<place
        var found: Range<Int>?
        while place <= range.upperBound {
            if place == range.upperBound || bytes[place].isMailSpace {
                if found == nil, word.lowerBound < place {
                    word = word.lowerBound..<place
                    for byte in word where bytes[byte] == 0x40 { found = word }
                }
                word = place + 1..<place + 1
            }
            place += 1
        }
        guard let found, let address = append(bytes, found) else { return nil }
        let before = bytes.trimmed(range.lowerBound..<found.lowerBound)
        return (address, before.isEmpty ? bytes.trimmed(found.upperBound..<range.upperBound) : before)
    }
}
