import ContactFormats
import ContactModel
import Vault

/// Reads a table on a thread of its own, a batch of events ahead of whoever takes them; memory stays bounded, however long its cards.
enum TableAhead {
    private static let mostEvents = 128
    /// A batch is also full with so many bytes of text, for a card can carry pictures.
    private static let mostBytes = 1 << 20

    /// The table's events in order, in batches; its outcome is the number of rows.
    static func events(of table: any Table) -> WorkAhead<[ReadEvent], Int> {
        WorkAhead(most: 4) { handOver in
            var events: [ReadEvent] = []
            var bytes = 0
            let rows = try table.read { event in
                events.append(event)
                if case .entry(let entry) = event { bytes += length(of: entry.card) }
                guard events.count == mostEvents || bytes >= mostBytes else { return }
                try handOver(events)
                (events, bytes) = ([], 0)
                events.reserveCapacity(mostEvents)
            }
            if !events.isEmpty { try handOver(events) }
            return rows
        }
    }

    /// About how many bytes what can be long in a card has.
    private static func length(of card: Card) -> Int {
        card.notes.reduce(0) { $0 + $1.utf8.count } + card.extra.values.reduce(0) { $0 + length(of: $1) }
    }

    private static func length(of value: JSONValue) -> Int {
        switch value {
        case .string(let text): text.utf8.count
        case .array(let elements): elements.reduce(0) { $0 + length(of: $1) }
        case .object(let members): members.values.reduce(0) { $0 + length(of: $1) }
        default: 0
        }
    }
}
