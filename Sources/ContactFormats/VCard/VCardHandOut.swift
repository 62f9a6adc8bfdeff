import ContactModel

extension HandOutFormat {
    /// vCards 2.1 to 4.0: a file of one or many, a folder or an archive of them, Google Takeout's contacts.
    static let vCard = HandOutFormat(name: "vcard", title: "vCards, as address books hand them out") { try VCardHandOut.recognise($0) }
}

/// Recognises address books handed out as vCards.
enum VCardHandOut {
    /// What a parcel holds of vCards, or `nil` where nothing in it is one.
    static func recognise(_ parcel: Parcel) throws -> HandOut? {
        var cards: [Member] = []
        var passedOver = parcel.passedOver
        for member in parcel.members {
            if try isVCard(member.bytes) {
                cards.append(member)
            } else {
                passedOver.append(PassedOver(path: member.path, reason: "unknown"))
            }
        }
        guard !cards.isEmpty else { return nil }
        let survey = try VCardSurvey(cards)
        let service = survey.maker ?? SourceName.of("Address book", fileName: parcel.path)
        return HandOut(
            service: service,
            tables: [VCardTable(cards, survey: survey, sourceName: service)],
            passedOver: passedOver
        )
    }

    /// Whether a file begins like vCards: its first line that says something begins a card, or is the version of one whose beginning is
    /// missing.
    static func isVCard(_ source: any ByteSource) throws -> Bool {
        let text = try BeginningOfText.read(source)
        var lines = 0
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }.uppercased()
            if line.hasPrefix("BEGIN:VCARD") || line.hasPrefix("BEGIN: VCARD") { return true }
            if ["VERSION:2.1", "VERSION:3.0", "VERSION:4.0"].contains(where: { line.hasPrefix($0) }) { return true }
            lines += 1
            // A few stray lines before the first card are somebody's, a page of them is something else.
            if !line.isEmpty, lines >= 5 { return false }
        }
        return false
    }
}

/// The beginning of a file as text, for telling what it is.
enum BeginningOfText {
    /// The first 4 KiB, decoded leniently; NULs are left out.
    static func read(_ source: any ByteSource, byteCount: Int = 4096) throws -> String {
        var bytes: [UInt8] = []
        try BeginningOfBytes(whole: source, limit: byteCount).forEachChunk { bytes += $0 }
        let encoding = TextEncoding.recognised(in: bytes[...], isWhole: bytes.count < byteCount)
        var transcoder = UTF8Transcoder(from: encoding)
        var utf8: [UInt8] = []
        transcoder.append(bytes[...], to: &utf8)
        return encoding.textOfMixedBytes(utf8.filter { $0 != 0 })
    }
}
