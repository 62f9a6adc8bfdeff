public import Actions
import ContactFormats

/// Whom a hand-over would hold back; those alone whom one reason hits, where one is named.
public struct HeldBackPage: Page {
    /// The view that draws it.
    public static let view = "held-back"
    /// So many people are shown at a time.
    public static let stretch = 500

    /// The reason in words, or the target.
    public let title: String
    let count: String
    let fileAddress: String
    let held: [HandOverPage.Held]
    let stretch: ListStretch?

    /// Makes the page of a list.
    public init(_ wish: HandOverWish, _ list: ListHeldBack, _ outcome: ListHeldBack.Outcome, texts: Texts) {
        let product = texts.word("handOverTarget", list.handOver.format.rawValue)
        let reason = outcome.people.first?.reasons.first { $0.code == list.reason?.code && $0.column == list.reason?.column }
        title = reason.map { texts.phrase($0.text) } ?? texts("handOverHeldTitle", ["product": product])
        count = texts("peopleCount", count: outcome.count)
        fileAddress = wish.heldBackAddress(because: list.reason, asFile: true)
        held = outcome.people.map { HandOverPage.Held($0, texts: texts) }
        stretch = ListStretch(
            address: wish.heldBackAddress(because: list.reason), offset: list.offset, shown: outcome.people.count, count: outcome.count,
            most: Self.stretch, texts: texts)
    }
}
