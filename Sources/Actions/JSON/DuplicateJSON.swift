public import ContactModel
import RecordLinkage
public import Vault

/// Pairs of people and what speaks for and against them, as JSON, in the keys other programs rely on.
public enum DuplicateJSON {
    /// A pair that waits for the owner's word, as one object.
    public static func encode(_ pair: DuplicatePair, _ json: inout JSONWriter) {
        json.beginObject()
        for (name, person) in [("first", pair.first), ("second", pair.second)] {
            json.name(name)
            PersonSummaryJSON.encode(person, &json)
        }
        json.name("probability")
        json.number(pair.explanation.probability)
        json.name("weight")
        json.number(pair.explanation.weight)
        json.name("reason")
        json.string(pair.explanation.sentence)
        json.endObject()
    }

    /// A comparison as one object.
    public static func encode(_ comparison: PairComparison) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, person) in [("first", comparison.first), ("second", comparison.second)] {
            json.name(name)
            PersonSummaryJSON.encode(person, &json)
        }
        json.name("one_person")
        json.bool(comparison.areOne)
        json.name("because")
        json.string(reason(comparison.verdict))
        json.name("verdict")
        json.string(verdict(comparison))
        if let explanation = comparison.explanation {
            json.name("probability")
            json.number(explanation.probability)
            json.name("weight")
            json.number(explanation.weight)
            json.name("prior")
            json.number(explanation.priorBits)
            json.name("terms")
            json.beginArray()
            for term in explanation.terms {
                json.beginObject()
                json.name("field")
                json.string(term.field)
                json.name("level")
                json.string(term.level)
                json.name("bits")
                json.number(term.bits)
                json.name("first")
                json.string(term.first)
                json.name("second")
                json.string(term.second)
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        return json.takeBytes()
    }

    /// What decides it, as a sentence.
    public static func verdict(_ comparison: PairComparison) -> String {
        switch (comparison.verdict, comparison.areOne) {
        case (.owner(let step), true): "They are one person, because you said so (step \(step))."
        case (.owner(let step), false): "They are two people, because you said so (step \(step))."
        case (.key(let key), _): "They are one person, because both have \(words(for: key))."
        case (.stoodTogether(let source), _): "They are two people: both stood in one list of \(source), in which nobody stands twice."
        case (.likeness, true): "They are one person, because they are too alike to be two."
        case (.likeness, false): "They are two people so far; nothing proves that they are one."
        }
    }

    private static func words(for key: IdentityKey) -> String {
        switch key.kind {
        case .profile: "the profile \(key.value.split(separator: ":").last.map(String.init) ?? key.value)"
        case .email: "the address \(key.value)"
        case .phone: "the number \(key.value)"
        case .tie: "one name and one day of connecting"
        case .position, .name, .content: "the same key"
        }
    }

    /// What decides it, as a stable word.
    private static func reason(_ verdict: PairComparison.Verdict) -> String {
        switch verdict {
        case .owner: "you"
        case .key: "key"
        case .stoodTogether: "stood-together"
        case .likeness: "likeness"
        }
    }
}

/// A person in the few words a pair needs.
public enum PersonSummaryJSON {
    /// The person as one object.
    public static func encode(_ person: Person, _ json: inout JSONWriter) {
        json.beginObject()
        json.name("id")
        json.string(person.id.description)
        json.name("name")
        json.string(person.displayName)
        json.name("company")
        if let company = person.companies.first { json.string(company.value) } else { json.null() }
        json.name("title")
        if let title = person.titles.first { json.string(title.value) } else { json.null() }
        json.name("emails")
        json.strings(person.emails.map(\.value.address))
        json.name("phones")
        json.strings(person.phones.map(\.value.number))
        json.name("urls")
        json.strings(person.links.map(\.value.uri))
        json.endObject()
    }
}

extension JSONWriter {
    /// Texts as an array.
    fileprivate mutating func strings(_ texts: [String]) {
        beginArray()
        for text in texts { string(text) }
        endArray()
    }
}
