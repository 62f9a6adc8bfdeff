public import ContactModel
import TextMatching

/// What a human being is known by in files: addresses, profiles, numbers, names. Finds the rows, cards and messages that tell of one.
public struct Traces: Sendable {
    /// Texts in lower case that mean this human being wherever they stand: e-mail addresses, what follows `/in/`, other links.
    private var needles: Set<String> = []
    /// The last digits of phone numbers.
    private var numbers: Set<String> = []
    /// Folded names, in the order of their words; and given and family name by themselves.
    private var names: Set<String> = []
    private var pairs: Set<[String]> = []

    /// Nothing is known yet.
    public init() {}

    /// Whether there is nothing to look for.
    public var isEmpty: Bool { needles.isEmpty && numbers.isEmpty && names.isEmpty }

    /// Adds what a card tells.
    ///
    /// - Parameter isOwn: whether an address or number is this human being's alone; one that a firm shares must not take its other rows along.
    public mutating func add(_ card: Card, isOwn: (IdentityKey) -> Bool = { _ in true }) {
        for email in card.emails where isOwn(.email(email.address)) { needles.insert(email.address.lowercased()) }
        for phone in card.phones {
            guard let key = IdentityKey.phone(phone.number), isOwn(key) else { continue }
            let digits = String(key.value.filter(\.isNumber).suffix(9))
            if digits.count >= 7 { numbers.insert(digits) }
        }
        for link in card.links {
            if let profile = LinkedInProfileKey(link.uri) {
                let slug = profile.key.value.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
                if !slug.isEmpty { needles.insert("/in/" + slug) }
            } else if link.uri.utf8.count > 12 {
                needles.insert(link.uri.lowercased())
            }
        }
        let name = card.name
        if let given = name.given.map({ TextFolding.folded($0) }), let family = name.family.map({ TextFolding.folded($0) }), !given.isEmpty,
            !family.isEmpty
        {
            pairs.insert([given, family])
            names.insert(given + " " + family)
            names.insert(family + " " + given)
        }
        for shown in Set([name.display, name.givenFirst].map { TextFolding.folded($0) }) where shown.contains(" ") { names.insert(shown) }
        names.formUnion(name.unspaced.map { TextFolding.folded($0) })
    }

    /// Adds the key of an entry.
    public mutating func add(_ key: IdentityKey) {
        switch key.kind {
        case .profile:
            let slug = key.value.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
            if key.value.hasPrefix("linkedin:"), !slug.isEmpty { needles.insert("/in/" + slug) }
        case .email: needles.insert(key.value)
        default: break
        }
    }

    /// Whether a piece of a file tells of this human being by something that is theirs alone.
    public func isTold(by text: String) -> Bool {
        let lower = text.lowercased()
        if needles.contains(where: { Self.occurs($0, in: lower) }) { return true }
        if lower.utf8.contains(UInt8(ascii: "%")), let decoded = Self.percentDecoded(lower),
            needles.contains(where: { Self.occurs($0, in: decoded) })
        {
            return true
        }
        return !numbers.isEmpty && Self.digitRuns(in: lower).contains { run in numbers.contains { run.hasSuffix($0) } }
    }

    /// Whether the cells of a row name this human being and nobody else's address or profile stands beside the name.
    func isNamed(by cells: [String]) -> Bool {
        guard !names.isEmpty, !cells.contains(where: { $0.contains("@") || $0.contains("/in/") }) else { return false }
        let folded = cells.map { TextFolding.folded($0) }
        if folded.contains(where: { names.contains($0) }) { return true }
        let words = Set(folded)
        return pairs.contains { pair in pair.allSatisfy { words.contains($0) } }
    }

    /// Whether a text holds any trace at all, in whatever way; for what can't be taken apart.
    public func mayBeTold(by text: String) -> Bool {
        if isTold(by: text) { return true }
        let folded = " " + TextFolding.folded(text) + " "
        return names.contains { folded.contains(" " + $0 + " ") }
    }

    // MARK: Looking

    /// Whether a needle occurs and is not a piece of a longer address or name.
    private static func occurs(_ needle: String, in text: String) -> Bool {
        var start = text.startIndex
        let isAddress = !needle.hasPrefix("/")
        while let place = text[start...].firstRange(of: needle) {
            let before = place.lowerBound > text.startIndex ? text[text.index(before: place.lowerBound)] : " "
            let after = place.upperBound < text.endIndex ? text[place.upperBound] : " "
            let isWholeBefore = !isAddress || !(before.isLetter || before.isNumber || "._%+-".contains(before))
            if isWholeBefore, !(after.isLetter || after.isNumber || "-_%".contains(after)) { return true }
            start = text.index(after: place.lowerBound)
        }
        return false
    }

    private static func percentDecoded(_ text: String) -> String? {
        var bytes: [UInt8] = []
        let utf8 = Array(text.utf8)
        var index = 0
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 48...57: byte - 48
            case 97...102: byte - 87
            default: nil
            }
        }
        while index < utf8.count {
            if utf8[index] == UInt8(ascii: "%"), index + 2 < utf8.count, let high = digit(utf8[index + 1]), let low = digit(utf8[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(utf8[index])
                index += 1
            }
        }
        return String(validating: bytes, as: UTF8.self)?.lowercased()
    }

    /// The digits of whatever looks like a phone number.
    private static func digitRuns(in text: String) -> [String] {
        var runs: [String] = []
        var digits = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57: digits.append(Character(Unicode.Scalar(byte)))
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
                UInt8(ascii: "+"):
                continue
            default:
                if digits.count >= 7 { runs.append(digits) }
                digits = ""
            }
        }
        if digits.count >= 7 { runs.append(digits) }
        return runs
    }
}
