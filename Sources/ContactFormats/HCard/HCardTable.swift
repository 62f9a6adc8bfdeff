public import ContactModel

/// The contacts a web page shows as h-cards.
public struct HCardTable: Table {
    /// `hcard`
    public var format: String { "hcard" }
    /// "Web page", with the page's name.
    public let sourceName: String?
    /// An address book.
    public var list: EntryList { .addressBook }
    /// How many cards.
    public let layout: String
    /// The pages.
    public let members: [Member]
    /// What pages show.
    public var fields: Set<CardField> { [.name, .email, .phone, .company, .title, .link, .address, .notes, .birthday, .tags] }
    /// Nothing.
    public var newestDate: CalendarDate? { nil }
    /// Nothing.
    public var remarks: [String] { [] }

    /// Bytes of a page that are looked at.
    private static let largestPage = 32 << 20

    init?(_ members: [Member], fileName: String) throws {
        var count = 0
        var pages: [Member] = []
        for member in members {
            let cards = HCardReader.cards(in: HTMLTreeReader.read(try Self.page(member).bytes)).count
            if cards > 0 { pages.append(member) }
            count += cards
        }
        guard count > 0 else { return nil }
        self.members = pages
        sourceName = SourceName.of("Web page", fileName: fileName)
        layout = "h-card, \(count) \(count == 1 ? "card" : "cards")"
    }

    /// Reads the cards in the order of the pages; of cards that are the same the first.
    public func read(_ body: (ReadEvent) throws -> Void) throws -> Int {
        var count = 0
        var seen: Set<Card> = []
        for member in members {
            let (bytes, isCut) = try Self.page(member)
            if isCut { try body(.problem(ReadProblem(line: 1, code: "too-long", text: member.path, isRejection: false))) }
            for found in HCardReader.cards(in: HTMLTreeReader.read(bytes)) {
                count += 1
                guard seen.insert(found.card).inserted else { continue }
                if let key = CardKey.key(of: found.card) {
                    try body(.entry(SourceEntry(line: found.line, key: key, card: found.card)))
                } else {
                    try body(.problem(ReadProblem(line: found.line, code: "empty-card", text: "h-card", isRejection: true)))
                }
            }
        }
        return count
    }

    private struct Enough: Error {}

    /// A page's bytes as UTF-8, at most ``largestPage`` of them.
    private static func page(_ member: Member) throws -> (bytes: [UInt8], isCut: Bool) {
        var bytes: [UInt8] = []
        var isCut = false
        do {
            try member.bytes.forEachChunk { chunk in
                bytes.append(contentsOf: chunk.prefix(largestPage - bytes.count))
                guard bytes.count < largestPage else {
                    isCut = true
                    throw Enough()
                }
            }
        } catch is Enough {}
        let encoding = TextEncoding.recognised(in: bytes[...], isWhole: !isCut)
        if encoding != .utf8 {
            var transcoder = UTF8Transcoder(from: encoding)
            var utf8: [UInt8] = []
            transcoder.append(bytes[...], to: &utf8)
            return (utf8, isCut)
        }
        if UTF8Census(of: bytes).isValid { return (bytes, isCut) }
        return (Array(encoding.textOfMixedBytes(bytes).utf8), isCut)
    }
}

extension HandOutFormat {
    /// Web pages with h-cards or hCards.
    static let hCard = HandOutFormat(name: "hcard", title: "Contacts on a web page (h-card)") { parcel in
        var pages: [Member] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            if try HCardRecognition.isPageWithCards(member.bytes) {
                pages.append(member)
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !pages.isEmpty, let table = try HCardTable(pages, fileName: parcel.path) else { return nil }
        return HandOut(service: table.sourceName ?? "Web page", tables: [table], passedOver: passedOver)
    }
}

/// Tells a web page with h-cards from other files.
enum HCardRecognition {
    private struct Told: Error {}

    /// Whether a file begins with a tag and has the class of a card in it.
    static func isPageWithCards(_ source: any ByteSource) throws -> Bool {
        let beginning = try BeginningOfText.read(source)
        guard beginning.first(where: { !$0.isWhitespace && $0 != "\u{FEFF}" }) == "<" else { return false }
        var last: [UInt8] = []
        var seen = 0
        var isFound = false
        do {
            try source.forEachChunk { chunk in
                // UTF-16 pages have a NUL between any two letters.
                let window = last + chunk.filter { $0 != 0 }
                if contains(window, "h-card") || contains(window, "vcard") {
                    isFound = true
                    throw Told()
                }
                last = Array(window.suffix(8))
                seen += chunk.count
                if seen > 32 << 20 { throw Told() }
            }
        } catch is Told {}
        return isFound
    }

    private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
        let letters = Array(word.utf8)
        guard bytes.count >= letters.count else { return false }
        var index = 0
        while index <= bytes.count - letters.count {
            if bytes[index] == letters[0], bytes[index..<(index + letters.count)].elementsEqual(letters) { return true }
            index += 1
        }
        return false
    }
}
