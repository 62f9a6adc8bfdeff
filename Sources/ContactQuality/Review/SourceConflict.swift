public import ContactModel

/// Two sources that say, each in its latest word, something else about what can be only one thing.
public struct SourceConflict: Hashable, Sendable {
    /// What it is about: "company", "title", "name" or "birthday".
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

    /// The conflicts of a person: of companies that are not merely spelled differently, else of titles between the same sources; of family
    /// names that have no word in common; of birthdays of which none is part of the other.
    ///
    /// The owner's own word ends every conflict. A source whose latest word is more than two years older than the other's contradicts
    /// nothing: it is merely old.
    static func all(of person: Person) -> [SourceConflict] {
        var conflicts: [SourceConflict] = []
        // Nearly everybody has one of each.
        if person.companies.count > 1 || person.titles.count > 1 {
            let company = between(person.companies, field: "company", text: { $0 }) { CompanyName.core($0) != CompanyName.core($1) }
            let conflict = company ?? between(person.titles, field: "title", text: { $0 }) { FoldedWords($0).text != FoldedWords($1).text }
            if let conflict { conflicts.append(conflict) }
        }
        if person.names.count > 1, let name = between(person.names, field: "name", text: \.display, FamilyNames.disagree) {
            conflicts.append(name)
        }
        if !person.otherBirthdays.isEmpty,
            let birthday = between(person.birthdays, field: "birthday", text: \.description, { !$0.isPart(of: $1) && !$1.isPart(of: $0) })
        {
            conflicts.append(birthday)
        }
        return conflicts
    }

    private static func between<Value>(
        _ held: [Held<Value>], field: String, text: (Value) -> String, _ disagree: (Value, Value) -> Bool
    ) -> SourceConflict? {
        guard held.count > 1, let first = held.first,
            let own = first.provenance.max(by: { $0.lastConfirmed < $1.lastConfirmed }), own.source != "you"
        else { return nil }
        // The latest word of each other source.
        var latest: [String: (value: Value, on: CalendarDate)] = [:]
        for one in held {
            for provenance in one.provenance where provenance.source != own.source {
                if let known = latest[provenance.source], known.on >= provenance.lastConfirmed { continue }
                latest[provenance.source] = (one.value, provenance.lastConfirmed)
            }
        }
        for (source, word) in latest.sorted(by: { $0.key < $1.key }) {
            guard source != "you", own.lastConfirmed.daysSince1970 - word.on.daysSince1970 <= 730, disagree(first.value, word.value) else {
                continue
            }
            return SourceConflict(
                field: field, value: text(first.value), source: own.source, confirmed: own.lastConfirmed,
                otherValue: text(word.value), otherSource: source, otherConfirmed: word.on)
        }
        return nil
    }
}
