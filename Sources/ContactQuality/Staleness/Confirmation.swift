public import ContactModel

/// When a value was said, and by whom: all that staleness needs to know of it.
public struct Confirmation: Hashable, Sendable {
    /// Who said it.
    public enum Witness: String, Hashable, Sendable, CaseIterable {
        /// The owner: they know it.
        case owner
        /// A full list, such as an export of connections or an address book: it says what stands in it on its day.
        case list
        /// Something that mentions the person in passing (an endorsement, a message): it says what was so once.
        case passing
    }

    /// The first day it was said.
    public var firstSeen: CalendarDate
    /// The last day it was said.
    public var lastConfirmed: CalendarDate
    /// The last day before `firstSeen` on which the same source said something else; `nil` where it never did.
    ///
    /// It tells how old the value is: without it a job seen first in 2024 may have begun in 1998.
    public var otherwiseUntil: CalendarDate?
    /// Who said it.
    public var witness: Witness
    /// The source that said it last, by its name; `nil` where nobody told.
    public var source: String?

    /// Makes a confirmation; `firstSeen` is the day of `lastConfirmed` where it is left out.
    public init(
        lastConfirmed: CalendarDate,
        firstSeen: CalendarDate? = nil,
        otherwiseUntil: CalendarDate? = nil,
        by witness: Witness = .list,
        source: String? = nil
    ) {
        self.lastConfirmed = lastConfirmed
        self.firstSeen = min(firstSeen ?? lastConfirmed, lastConfirmed)
        self.otherwiseUntil = otherwiseUntil
        self.witness = witness
        self.source = source
    }

    /// The day it was last said, and by whom, as it stands in a sentence: "2026-03-01 by LinkedIn".
    public var dayAndSource: String { source.map { "\(lastConfirmed) by \($0)" } ?? lastConfirmed.description }

    /// What the latest of a value's provenances says; `nil` where there is none.
    ///
    /// - Parameter others: the other values of the same field, for what the same source said before.
    public init?<Value>(_ held: Held<Value>, others: ArraySlice<Held<Value>> = []) {
        guard let latest = held.provenance.max(by: { $0.lastConfirmed < $1.lastConfirmed }) else { return nil }
        let firstSeen = held.provenance.lazy.filter { $0.source != Self.owner }.map(\.firstSeen).min() ?? latest.firstSeen
        var before: CalendarDate?
        for other in others {
            for provenance in other.provenance where provenance.source == latest.source && provenance.lastConfirmed < latest.firstSeen {
                before = max(before ?? provenance.lastConfirmed, provenance.lastConfirmed)
            }
        }
        self.init(
            lastConfirmed: latest.lastConfirmed,
            firstSeen: before == nil ? firstSeen : latest.firstSeen,
            otherwiseUntil: before,
            by: latest.source == Self.owner ? .owner : .list,
            source: latest.source
        )
    }

    /// The source that stands for the owner's own word (`Provenance.source`).
    private static let owner = "you"
}
