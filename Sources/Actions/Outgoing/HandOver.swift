public import ContactFormats
import ContactModel
import Crypto
public import Vault

/// Hands out people to somebody and remembers it: to whom, when, whom, and what was said of each, so that the next time only what changed
/// need go.
///
/// Handing out only reads; keeping the receipt writes. So a receipt is of what arrived, and not of what was begun.
public struct HandOver: Sendable {
    /// What a hand-over gave.
    public struct Outcome: Sendable {
        /// How it went.
        public var report: ExportReport
        /// What the receipt is to say.
        public var content: HandOverReceipt.Content
        /// Who was in it; empty where no recipient was named.
        public var people: HandedOverPeople
        /// How many were left out because nothing changed since the last time.
        public var unchanged: Int
        /// How many the recipient got before and would not get now: gone from the vault, no longer meant, or kept back.
        public var noLongerMeant: Int
    }

    /// The format.
    public var format: ExportFormat
    /// Which people, in the words of `PeopleFilter`.
    public var conditions: [String]
    /// Whether people known only from messages and the like are meant too.
    public var includesAcquaintances: Bool
    /// To whom; empty where nobody is named.
    public var recipient: String
    /// Whether only those go of whom something changed since the same recipient last got this format.
    public var isUpdate: Bool
    /// How they are handed out.
    public var options: OutgoingContacts.Options
    /// Whom the gate lets pass; `nil` for no gate.
    public var profile: HandOverProfile?

    /// Prepares a hand-over.
    public init(
        format: ExportFormat,
        conditions: [String] = [],
        includesAcquaintances: Bool = false,
        recipient: String = "",
        isUpdate: Bool = false,
        options: OutgoingContacts.Options = .init(),
        profile: HandOverProfile? = nil
    ) {
        self.format = format
        self.conditions = conditions.filter { !$0.allSatisfy(\.isWhitespace) }
        self.includesAcquaintances = includesAcquaintances
        self.recipient = recipient.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.isUpdate = isUpdate
        self.options = options
        self.profile = profile
    }

    /// Hands people out; nothing is kept of it yet.
    ///
    /// - Throws: `PeopleFilter.SyntaxError`; `VaultError` with code `refused` where only changes are asked for and no recipient is named.
    public func run(
        in vault: Vault,
        to destination: OutgoingContacts.Destination,
        progress: (Int) -> Void = { _ in },
        onHeldBack: @escaping (HeldBack) throws -> Void = { _ in }
    ) throws -> Outcome {
        guard !isUpdate || !recipient.isEmpty else {
            throw VaultError(
                .refused, "Only what changed can go to somebody who got something before. Name the recipient; nothing was handed out.")
        }
        let before = try isUpdate ? previous(in: vault) : HandedOverPeople()
        var options = options
        options.isHashed = true
        let marks = Marks()
        let action = ExportContacts(
            format: format, filter: try PeopleFilter(conditions, includesAcquaintances: includesAcquaintances), options: options,
            profile: profile)
        let report = try action.run(
            in: vault, to: destination, progress: progress,
            onHeldBack: { held in
                if let person = held.person { marks.people[person] = nil }
                try onHeldBack(held)
            },
            choosing: { person in
                guard !recipient.isEmpty else { return true }
                let mark = Self.mark(of: person)
                marks.seen.insert(person.id)
                if isUpdate, before[person.id] == mark {
                    // Whoever goes on from here must know of those too who did not go this time.
                    marks.unchanged[person.id] = mark
                    return false
                }
                marks.people[person.id] = mark
                return true
            })
        var people = marks.people
        for id in marks.unchanged.ids { people[id] = marks.unchanged[id] }
        let content = HandOverReceipt.Content(
            recipient: recipient, format: format.rawValue, filter: conditions.joined(separator: " "), isUpdate: isUpdate,
            written: report.tally.written, heldBack: report.tally.heldBack + report.withheld + (report.gate?.heldBack ?? 0),
            byteCount: Int64(report.byteCount), sha256: report.sha256 ?? "")
        return Outcome(
            report: report, content: content, people: people, unchanged: marks.unchanged.count,
            noLongerMeant: before.ids.subtracting(marks.seen).count)
    }

    /// Keeps the receipt of what was handed out.
    @discardableResult
    public static func keep(_ outcome: Outcome, in vault: Vault) throws -> HandOverReceipt {
        try vault.noteHandOver(outcome.content, people: outcome.people)
    }

    /// What the recipient has by now, as far as it went in this format.
    private func previous(in vault: Vault) throws -> HandedOverPeople {
        try vault.lastHandOver(to: recipient, format: format.rawValue)?.people ?? HandedOverPeople()
    }

    /// What is gathered while people go by; it belongs to one thread.
    private final class Marks {
        var people = HandedOverPeople()
        var unchanged = HandedOverPeople()
        var seen: Set<UniqueID> = []
    }

    /// A mark of all that would be said of a person: the first eight bytes of the SHA-256 of the card as JSContact, without the day it was
    /// last confirmed, which changes with every import.
    static func mark(of person: Person) -> UInt64 {
        var card = Card(of: person, isPresentOnly: true)
        card.extra["updated"] = nil
        var writer = JSContactWriter()
        writer.begin()
        writer.write(card)
        return SHA256.hash(data: writer.takeBytes()).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
