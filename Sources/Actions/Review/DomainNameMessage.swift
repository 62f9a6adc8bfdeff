/// A message of the domain name system (RFC 1035 §4), as far as one is needed to learn where mail goes.
enum DomainNameMessage {
    /// What is asked for.
    enum Kind: UInt16, Sendable {
        /// An IPv4 address.
        case a = 1
        /// A mail exchanger.
        case mx = 15
        /// An IPv6 address (RFC 3596).
        case aaaa = 28
    }

    /// A question's bytes; `nil` for a name that can't stand in one: an empty label, one of more than 63 bytes, or 255 bytes in all.
    static func question(_ number: UInt16, _ name: String, _ kind: Kind) -> [UInt8]? {
        // The number; a usual question, please find out (RD); one question, and nothing else.
        var bytes: [UInt8] = [high(number), low(number), 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0]
        for label in name.utf8.split(separator: 0x2E, omittingEmptySubsequences: false) {
            guard !label.isEmpty, label.count <= 63 else { return nil }
            bytes.append(UInt8(truncatingIfNeeded: label.count))
            bytes.append(contentsOf: label)
        }
        guard bytes.count < 12 + 255 else { return nil }
        bytes += [0, high(kind.rawValue), low(kind.rawValue), 0, 1]
        return bytes
    }

    private static func high(_ value: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: value >> 8) }
    private static func low(_ value: UInt16) -> UInt8 { UInt8(truncatingIfNeeded: value) }

    /// An answer.
    struct Answer: Sendable {
        /// The number of the question.
        var number: UInt16
        /// The name that was asked for, in lower case.
        var name: String
        /// What was asked for, as a number of the registry.
        var kind: UInt16
        /// 0 where all is well, 3 where the name does not exist, anything else where nobody knows.
        var code: UInt8
        /// Whether there is more than fits: then there is something in any case.
        var isCutOff: Bool
        /// How many records of the kind there are.
        var records: Int
        /// Whether all of them are mail exchangers called `.`: the domain takes no mail (RFC 7505 §3).
        var isRefusal: Bool

        /// Reads an answer; `nil` where the bytes are none. Never reads beyond them, and never goes round in circles.
        init?(_ bytes: [UInt8]) {
            func number(at place: Int) -> UInt16? {
                place + 1 < bytes.count ? UInt16(bytes[place]) << 8 | UInt16(bytes[place + 1]) : nil
            }
            guard bytes.count >= 12, bytes[2] & 0x80 != 0, number(at: 4) == 1, let id = number(at: 0), let answers = number(at: 6) else {
                return nil
            }
            var place = 12
            guard let asked = Self.name(in: bytes, at: &place), let kind = number(at: place) else { return nil }
            place += 4
            (self.number, name, self.kind) = (id, asked, kind)
            (code, isCutOff) = (bytes[3] & 0x0F, bytes[2] & 0x02 != 0)
            var (found, refusals) = (0, 0)
            for _ in 0..<answers {
                guard Self.name(in: bytes, at: &place) != nil, let type = number(at: place), let length = number(at: place + 8) else {
                    break
                }
                let data = place + 10
                guard data + Int(length) <= bytes.count else { break }
                if type == kind {
                    found += 1
                    // A preference of two bytes, and the exchanger's name.
                    var exchanger = data + 2
                    if type == Kind.mx.rawValue, length >= 3, Self.name(in: bytes, at: &exchanger) == "" { refusals += 1 }
                }
                place = data + Int(length)
            }
            (records, isRefusal) = (found, found > 0 && refusals == found)
        }

        /// The name that begins at a place, in lower case without the last point, and the place behind it; `nil` where it is none.
        private static func name(in bytes: [UInt8], at place: inout Int) -> String? {
            var labels: [String] = []
            var here = place
            var hasJumped = false
            // A name has at most 127 labels; whoever points back more often than that goes round in circles.
            for _ in 0..<128 {
                guard here < bytes.count else { return nil }
                let length = Int(bytes[here])
                switch length {
                case 0:
                    if !hasJumped { place = here + 1 }
                    return labels.joined(separator: ".")
                case 1...63:
                    guard here + 1 + length <= bytes.count else { return nil }
                    labels.append(String(decoding: bytes[(here + 1)..<(here + 1 + length)], as: UTF8.self).lowercased())
                    here += 1 + length
                case 0xC0...:
                    guard here + 1 < bytes.count else { return nil }
                    if !hasJumped { place = here + 2 }
                    hasJumped = true
                    here = (length & 0x3F) << 8 | Int(bytes[here + 1])
                default: return nil
                }
            }
            return nil
        }
    }
}
