public import ContactModel
import RecordLinkage
public import Vault

/// Two entries of a person, why they are one, and the evidence term by term where it was asked for.
struct JoinedEntries: Sendable {
    /// A term of the evidence.
    struct Step: Sendable {
        var title: String
        var detail: String
        var bits: String
    }

    /// The two, by the names their sources have for them.
    var pair: String
    /// What joined them, in a sentence.
    var reason: String
    /// The strongest of the evidence, in a sentence.
    var sentence: String?
    /// The evidence; empty where it was not asked for.
    var steps: [Step]
    var total: String
    /// The waterfall for a window, and for a phone or a narrow column.
    var picture: String?
    var narrowPicture: String?

    /// - Parameter place: tells its pictures from those of the others on the page.
    init(_ joining: Joining, at place: Int, _ texts: Texts) {
        pair = texts(
            "joinedPair",
            [
                "first": Self.name(joining.first, texts), "second": Self.name(joining.second, texts),
                "firstSource": texts.source(joining.first.source), "secondSource": texts.source(joining.second.source),
            ])
        reason = texts.reason(joining)
        let waterfall = joining.explanation.map { Waterfall($0, texts: texts) }
        sentence = joining.explanation.flatMap { $0.clauses.isEmpty ? nil : texts.reasons($0) }
        steps = (waterfall?.steps ?? []).map { Step(title: $0.title, detail: $0.detail, bits: Waterfall.signed($0.bits)) }
        total = Waterfall.signed(waterfall?.total ?? 0)
        let title = texts("duplicatesEvidence")
        picture = waterfall?.svg(title: title, isHeaded: false, mark: "-\(place)")
        narrowPicture = waterfall?.svg(title: title, isHeaded: false, layout: .narrow, mark: "-\(place)")
    }

    static func all(_ joinings: [Joining], _ texts: Texts) -> [JoinedEntries] {
        joinings.enumerated().map { JoinedEntries($1, at: $0, texts) }
    }

    static func name(_ entry: EntrySummary, _ texts: Texts) -> String {
        let name = entry.card.name.display
        return name.isEmpty ? entry.card.emails.first?.address ?? entry.card.phones.first?.number ?? texts("personNameless") : name
    }
}

/// Why a person's entries are one, term by term: for vaults of so many people that it takes a while to tell.
public struct JoinedPage: Page {
    /// The view that draws it.
    public static let view = "joined"

    let id: String
    let name: String
    let joined: [JoinedEntries]

    /// Makes the page.
    public init(_ person: Person, _ joinings: [Joining], texts: Texts) {
        id = person.id.description
        name = person.displayName
        joined = JoinedEntries.all(joinings, texts)
    }
}

extension Texts {
    /// What joined two entries, in a sentence.
    func reason(_ joining: Joining) -> String {
        switch joining.verdict {
        case .owner(let step): return self("joinedYou", ["step": String(step)])
        case .key(let key): return self("joinedKey", ["what": words(for: key)])
        case .likeness, .stoodTogether:
            guard let probability = joining.probability ?? joining.explanation?.probability else { return self("joinedAlike") }
            return self("joinedLikely", ["percent": percent(probability)])
        }
    }

    private func words(for key: IdentityKey) -> String {
        switch key.kind {
        case .profile: self("joinedProfile", ["value": key.value.split(separator: ":").last.map(String.init) ?? key.value])
        case .email: self("joinedEmail", ["value": key.value])
        case .phone: self("joinedPhone", ["value": key.value])
        case .tie, .position, .name, .content: self("joinedTie")
        }
    }

    /// A probability in tenths of a percent, rounded down: what is nearly sure is not called sure.
    private func percent(_ probability: Double) -> String {
        let tenths = Int((probability * 1000).rounded(.down))
        return "\(tenths / 10)\(language == .german ? "," : ".")\(tenths % 10)"
    }
}
