public import ContactModel

/// Two sources that say, each in its latest word, something else about what can be only one thing.
public struct SourceConflict: Hashable, Sendable {
    /// What it is about: "company" or "title".
    public var field: String
    /// The value that comes first.
    public var value: String
    /// The source that says it.
    public var source: String
    /// The day it last did.
    public var confirmed: CalendarDate
    /// What the other source says.
    public var otherValue: String
    /// The other source.
    public var otherSource: String
    /// The day it last did.
    public var otherConfirmed: CalendarDate

    /// The conflicts of a person: of companies that are not merely spelled differently, and of titles between the same sources.
    ///
    /// The owner's own word ends every conflict. A source whose latest word is more than two years older than the other's contradicts
    /// nothing: it is merely old.
    static func all(of person: Person) -> [SourceConflict] {
        // Nearly everybody has one of each.
        guard person.companies.count > 1 || person.titles.count > 1 else { return [] }
        if let company = between(person.companies, field: "company", meaning: { CompanyName.core($0) }) { return [company] }
        if let title = between(person.titles, field: "title", meaning: { FoldedWords($0).text }) { return [title] }
        return []
    }

    private static func between(_ held: [Held<String>], field: String, meaning: (String) -> String) -> SourceConflict? {
        guard held.count > 1, let first = held.first,
            let own = first.provenance.max(by: { $0.lastConfirmed < $1.lastConfirmed }), own.source != "you"
        else { return nil }
        // The latest word of each other source.
        var latest: [String: (value: String, on: CalendarDate)] = [:]
        for one in held {
            for provenance in one.provenance where provenance.source != own.source {
                if let known = latest[provenance.source], known.on >= provenance.lastConfirmed { continue }
                latest[provenance.source] = (one.value, provenance.lastConfirmed)
            }
        }
        let said = meaning(first.value)
        for (source, word) in latest.sorted(by: { $0.key < $1.key }) {
            guard source != "you", own.lastConfirmed.daysSince1970 - word.on.daysSince1970 <= 730, meaning(word.value) != said else {
                continue
            }
            return SourceConflict(
                field: field, value: first.value, source: own.source, confirmed: own.lastConfirmed,
                otherValue: word.value, otherSource: source, otherConfirmed: word.on)
        }
        return nil
    }
}
