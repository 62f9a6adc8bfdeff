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
        json.member("probability", pair.explanation.probability)
        json.member("weight", pair.explanation.weight)
        json.member("reason", pair.explanation.sentence)
        encode(pair.teaching, &json)
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
        json.member("one_person", comparison.areOne)
        encode(comparison.verdict, areOne: comparison.areOne, comparison.explanation, &json, teaching: comparison.teaching)
        json.endObject()
        return json.takeBytes()
    }

    /// What decides it and why, as members of an object.
    ///
    /// - Parameter probability: how likely it was where no explanation tells.
    static func encode(
        _ verdict: PairComparison.Verdict, areOne: Bool, _ explanation: MatchExplanation?, _ json: inout JSONWriter,
        teaching: Teaching? = nil, probability: Double? = nil
    ) {
        json.member("because", reason(verdict))
        json.member("verdict", words(for: verdict, areOne: areOne))
        guard let explanation else {
            if let probability { json.member("probability", probability) }
            return
        }
        json.member("probability", explanation.probability)
        json.member("weight", explanation.weight)
        json.member("prior", explanation.priorBits)
        json.member("reason", explanation.sentence)
        encode(teaching, &json)
        json.member("terms", objects: explanation.terms) { json, term in
            json.member("field", term.field)
            json.member("level", term.level)
            json.member("bits", term.bits)
            json.member("first", term.first)
            json.member("second", term.second)
        }
    }

    /// What was learned from answers, where anything was.
    private static func encode(_ teaching: Teaching?, _ json: inout JSONWriter) {
        guard let teaching else { return }
        json.member("answers", teaching.answers)
        json.member("learned_bits", teaching.bits)
    }

    /// What decides it, as a sentence.
    public static func verdict(_ comparison: PairComparison) -> String { words(for: comparison.verdict, areOne: comparison.areOne) }

    private static func words(for verdict: PairComparison.Verdict, areOne: Bool) -> String {
        switch (verdict, areOne) {
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
        json.member("id", person.id.description)
        json.member("name", person.displayName)
        json.member("company", person.companies.first.map { $0.value })
        json.member("title", person.titles.first.map { $0.value })
        json.member("emails", strings: person.emails.map(\.value.address))
        json.member("phones", strings: person.phones.map(\.value.number))
        json.member("urls", strings: person.links.map(\.value.uri))
        json.endObject()
    }
}
