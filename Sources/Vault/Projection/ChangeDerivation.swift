import ContactFormats
import ContactModel
import ContactQuality
import TextMatching

/// What differs about a person between two snapshots of a source.
struct Change: Hashable {
    var on: CalendarDate
    var kind: ChangeKind
    var field: String
    var from: String?
    var to: String?
    var sourceID: Int64
}

/// The kinds of change, in the words other programs rely on.
public enum ChangeKind: String, CaseIterable, Sendable {
    /// Came into the list.
    case connected
    /// Left the list.
    case disconnected
    /// Another company.
    case moved
    /// Another title.
    case retitled
    /// Another name.
    case renamed
    /// Another e-mail address.
    case email
    /// Another phone number.
    case phone
}

/// Records in, changes out: pure, and the same whatever the order of importing.
///
/// A cell that is empty now says nothing, so a change is told against the last value that was known, and a value appears only where the
/// export before had its column too. Spelling that means the same (case, punctuation, legal form of a company) is no change; of a name only
/// the case, for an accent or a point may be the news.
enum ChangeDerivation {
    static func changes(of records: [ProjectedRecord]) -> [Change] {
        // A mailbox says who wrote in it and not who is missing, and how a name was spelled there is no news.
        let byList = Dictionary(grouping: NameHalves.completed(records).filter { $0.list.isFull }) {
            ListKey(source: $0.list.sourceID, isConnections: $0.list.isConnections)
        }
        return byList.sorted { $0.key < $1.key }.flatMap { changes(inOneList: $0.value) }
    }

    private struct ListKey: Hashable, Comparable {
        var source: Int64
        var isConnections: Bool

        static func < (left: ListKey, right: ListKey) -> Bool {
            (left.source, left.isConnections ? 0 : 1) < (right.source, right.isConnections ? 0 : 1)
        }
    }

    private static func changes(inOneList records: [ProjectedRecord]) -> [Change] {
        guard let list = records.first?.list, list.order.marks.count > 1 else { return [] }
        let runs = records.map { (range: list.order.range($0.run), record: $0) }
            .filter { !$0.range.isEmpty }
            .sorted {
                ($0.range.lowerBound, $0.range.upperBound, $0.record.run.hash.description)
                    < ($1.range.lowerBound, $1.range.upperBound, $1.record.run.hash.description)
            }
        var changes: [Change] = []
        var known = KnownValues()
        var end: Int?
        for (range, record) in runs {
            let mark = list.order.marks[range.lowerBound]
            if let end, range.lowerBound > end {
                changes.append(departure(at: list.order.marks[end], list))
                changes.append(arrival(record.card, at: range.lowerBound, isReturn: true, list))
            } else if end == nil, range.lowerBound > 0 {
                changes.append(arrival(record.card, at: range.lowerBound, isReturn: false, list))
            }
            // Two entries of one person side by side say two things at once; neither is a change of the other.
            let isSideBySide = end.map { range.lowerBound < $0 } ?? false
            if !isSideBySide {
                let before = end == nil ? nil : list.order.marks[range.lowerBound - 1].fields
                changes += known.update(with: record.card, fields: mark.fields, fieldsBefore: before).map {
                    Change(on: mark.exportedOn, kind: $0.kind, field: $0.field, from: $0.from, to: $0.to, sourceID: list.sourceID)
                }
            }
            end = max(end ?? 0, range.upperBound)
        }
        if let end, end < list.order.marks.count { changes.append(departure(at: list.order.marks[end], list)) }
        return changes
    }

    private static func arrival(_ card: Card, at position: Int, isReturn: Bool, _ list: ListFacts) -> Change {
        let now = list.order.marks[position].exportedOn
        // The source's own date says it best; who comes back has the old date still.
        let day = isReturn ? now : min(card.connectedOn ?? now, now)
        return Change(on: day, kind: .connected, field: "connection", from: nil, to: nil, sourceID: list.sourceID)
    }

    private static func departure(at mark: SnapshotMark, _ list: ListFacts) -> Change {
        Change(on: mark.exportedOn, kind: .disconnected, field: "connection", from: nil, to: nil, sourceID: list.sourceID)
    }
}

/// The last value known of each field, on the way through a person's records.
private struct KnownValues {
    private var name: String?
    private var company: String?
    private var title: String?
    private var emails: [String] = []
    private var phones: [String] = []

    /// Takes over what a later record says, and tells what of it is a change.
    ///
    /// - Parameter fieldsBefore: the columns of the export before; `nil` for the first record of all, which changes nothing.
    mutating func update(
        with card: Card,
        fields: Set<String>,
        fieldsBefore: Set<String>?
    ) -> [(kind: ChangeKind, field: String, from: String?, to: String?)] {
        var changes: [(kind: ChangeKind, field: String, from: String?, to: String?)] = []
        func take(_ kind: ChangeKind, _ field: CardField, _ known: inout String?, _ value: String?, _ meaning: (String) -> String) {
            guard let value, !value.isEmpty else { return }
            defer { known = value }
            guard let fieldsBefore, fields.contains(field.rawValue) else { return }
            if known.map({ meaning($0) != meaning(value) }) ?? fieldsBefore.contains(field.rawValue) {
                changes.append((kind, field.rawValue, known, value))
            }
        }
        func take(_ kind: ChangeKind, _ field: CardField, _ known: inout [String], _ values: [String]) {
            let (oldKeys, newKeys) = (Set(known.map { $0.lowercased() }), Set(values.map { $0.lowercased() }))
            let went = values.isEmpty ? [] : known.filter { !newKeys.contains($0.lowercased()) }
            let came = values.filter { !oldKeys.contains($0.lowercased()) }
            if !values.isEmpty { known = values }
            guard let fieldsBefore, fields.contains(field.rawValue), fieldsBefore.contains(field.rawValue) || !oldKeys.isEmpty else {
                return
            }
            for (position, value) in came.enumerated() {
                changes.append((kind, field.rawValue, position < went.count ? went[position] : nil, value))
            }
        }
        take(.renamed, .name, &name, card.name.display) { $0.lowercased() }
        take(.moved, .company, &company, card.organizations.first?.name) { CompanyName.core($0) }
        take(.retitled, .title, &title, card.titles.first) { TextFolding.folded($0) }
        take(.email, .email, &emails, card.emails.map(\.address))
        take(.phone, .phone, &phones, card.phones.map(\.number))
        return changes
    }
}
