public import Vault
import ContactModel

/// The changes as an Atom feed (RFC 4287): what a news reader shows of them.
public struct AtomFeed: Sendable {
    /// Where the pages are: `http://localhost:8017`.
    public var base: String
    /// The address of the feed itself, below `base`, without the place of a stretch.
    public var path: String
    /// The vault's id, by which the feed is known for ever.
    public var vault: String
    /// When the feed was made, in ISO 8601, UTC; what it says where there are no changes.
    public var madeAt: String
    /// The language.
    public var texts: Texts

    /// Prepares a feed.
    public init(base: String, path: String, vault: String, madeAt: String, texts: Texts) {
        self.base = base
        self.path = path
        self.vault = vault
        self.madeAt = madeAt
        self.texts = texts
    }

    /// The feed of a stretch of changes, the latest first, with where the others are (RFC 5005 §3, paged feeds).
    ///
    /// - Parameters:
    ///   - offset: how many were passed over.
    ///   - count: how many there are in all.
    ///   - most: how many a stretch holds.
    public func document(_ changes: [ChangeSummary], offset: Int, count: Int, most: Int) -> String {
        let updated = changes.first.map { Self.time($0.on) } ?? madeAt
        var lines = [
            #"<?xml version="1.0" encoding="utf-8"?>"#,
            #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\#(texts.language.rawValue)">"#,
            "<id>urn:uuid:\(vault.escaped)</id>",
            "<title>\(texts("changesFeedTitle").escaped)</title>",
            "<updated>\(updated)</updated>",
            link("self", offset),
            #"<link rel="alternate" type="text/html" href="\#(base.escaped)/changes"/>"#,
            "<author><name>Holdfast</name></author>",
        ]
        if offset > 0 || count > most { lines += pages(offset: offset, count: count, most: most) }
        var seen: [String: Int] = [:]
        for change in changes {
            let what = "\(change.person) \(change.on) \(change.kind.rawValue) \(change.field) \(change.from ?? "") \(change.to ?? "")"
            seen[what, default: 0] += 1
            lines += entry(change, id: Self.id("\(what) \(seen[what] ?? 1)"))
        }
        return (lines + ["</feed>", ""]).joined(separator: "\n")
    }

    /// Where the stretches of a feed that has several begin.
    private func pages(offset: Int, count: Int, most: Int) -> [String] {
        let last = max(0, count - 1) / most * most
        let previous = offset > 0 ? link("previous", min(last, max(0, offset - most))) : nil
        let next = offset + most < count ? link("next", offset + most) : nil
        return [link("first", 0), previous, next, link("last", last)].compactMap { $0 }
    }

    private func link(_ relation: String, _ offset: Int) -> String {
        let place = offset == 0 ? "" : "\(path.contains("?") ? "&" : "?")offset=\(offset)"
        return #"<link rel="\#(relation)" type="application/atom+xml" href="\#((base + path + place).escaped)"/>"#
    }

    private func entry(_ change: ChangeSummary, id: UniqueID) -> [String] {
        let words = ChangeWords(change)
        let what = ChangeWords.kind(of: change, texts: texts)
        let values = [words.from, words.to.isEmpty ? nil : words.to].compactMap { $0 }.joined(separator: " → ")
        return [
            "<entry>",
            "<id>urn:uuid:\(id)</id>",
            "<title>\("\(change.name): \(what)\(values.isEmpty ? "" : ", \(values)")".escaped)</title>",
            "<updated>\(Self.time(change.on))</updated>",
            #"<link rel="alternate" type="text/html" href="\#(base.escaped)/people/\#(change.person)"/>"#,
            #"<category term="\#(change.kind.rawValue)" label="\#(what.escaped)"/>"#,
            #"<content type="text">\#([values, texts.source(change.source)].filter { !$0.isEmpty }.map(\.escaped).joined(separator: "\n"))</content>"#,
            "</entry>",
        ]
    }

    /// Noon, so that the day is the same wherever it is read.
    private static func time(_ day: CalendarDate) -> String { "\(day)T12:00:00Z" }

    /// An id that names a change, the same each time: two 64-bit FNV-1a hashes. It tells entries apart and guards nothing.
    private static func id(_ text: String) -> UniqueID {
        func hash(_ start: UInt64) -> UInt64 { text.utf8.reduce(start) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } }
        return UniqueID(digestHigh: hash(0xCBF2_9CE4_8422_2325), digestLow: hash(0x9AE1_6A3B_2F90_404F))
    }
}
